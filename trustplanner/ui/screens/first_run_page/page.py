"""One step after the other, each saved at once, so that the first run goes on where it was broken off."""

from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from trustplanner.actions.plans import set_setting
from trustplanner.domain.change import Topic
from trustplanner.domain.errors import KnownError
from trustplanner.domain.first_run import (
    OVER,
    PUT_FIRST_ON,
    STEP,
    FirstRunStep,
    step_after,
    step_before,
    step_of_first_run,
)
from trustplanner.storage.queries.plans import settings, the_plan
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.opening_place import is_stopped
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.first_run_page.foot import StepFoot
from trustplanner.ui.screens.first_run_page.step import Step
from trustplanner.ui.screens.first_run_page.steps import STEPS

ON_KEYS = ("Ctrl+Return", "Ctrl+Enter", "Alt+Right")
BACK_KEYS = ("Alt+Left",)


class FirstRunPage(Page):
    """Usable while there is no plan yet: the names come first, and everything after them has a plan to read."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PLAN, Topic.SAFETY})

    def __init__(self, workspace: Workspace, device: DeviceSettings, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("first_run_page")
        self._device = device
        self._steps: dict[FirstRunStep, Step] = {}
        self._shown: Step | None = None
        self._page = ScrollPage(workspace.theme)
        self._foot = StepFoot(workspace.theme)
        layout = column(self)
        layout.addWidget(self._page, 1)
        layout.addWidget(self._foot)
        for keys, slot in ((ON_KEYS, self._on_on_requested), (BACK_KEYS, self._on_back_requested)):
            for key in keys:
                QShortcut(QKeySequence(key), self).activated.connect(slot)

    def refresh(self) -> None:
        """Show the step that the vault says; a first run that is over shows nothing new."""
        step = step_of_first_run(self.workspace.read(the_plan), self.workspace.safety, self.workspace.read(settings))
        if step is not None:
            self._show(step)

    def save_typing(self) -> None:
        """Write what is typed in the step that is shown."""
        if self._shown is not None:
            self._shown.save_typing()

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    # --- going on and back

    def _on_on_requested(self) -> None:
        step = self._shown
        if step is None:
            return
        try:
            if not step.leave():
                return
            self._keep_and_show(step_after(step.code, self.workspace.safety))
        except KnownError as error:
            self.workspace.refused.emit(error)

    def _on_back_requested(self) -> None:
        step = self._shown
        before = step_before(step.code, self.workspace.safety) if step is not None else None
        if step is None or before is None:
            return
        try:
            step.save_typing()
            self._keep_and_show(before)
        except KnownError as error:
            self.workspace.refused.emit(error)

    def _keep_and_show(self, step: FirstRunStep | None) -> None:
        """Keep where the first run stands, then show it; None is its end."""
        if step in (FirstRunStep.SUPPORT, FirstRunStep.ENDING):
            self.workspace.do_quietly(set_setting, PUT_FIRST_ON, self.workspace.today.isoformat())
        self.workspace.do_quietly(set_setting, STEP, step or OVER)
        if is_stopped(self.workspace):
            self.go_requested.emit(Destination("stop"))
        elif step is None:
            self.go_requested.emit(Destination("today"))
        else:
            self._show(step)
            self._page.verticalScrollBar().setValue(0)
            self.setFocus()

    def _show(self, code: FirstRunStep) -> None:
        step = self._step(code)
        step.refresh()
        self.setFocusProxy(step)
        if step is self._shown:
            return
        if self._shown is not None:
            self._shown.hide()
        self._shown = step
        step.show()
        self._foot.show_ways(step.ways)

    def _step(self, code: FirstRunStep) -> Step:
        if code not in self._steps:
            step = STEPS[code](self.workspace, self._device)
            step.on_requested.connect(self._on_on_requested)
            step.back_requested.connect(self._on_back_requested)
            self._steps[code] = step
            self._page.main.addWidget(step)
            if step.ways is not None:
                self._foot.add_ways(step.ways)
        return self._steps[code]
