"""The five short steps after a miss: tell first, what happened, what made it likelier, repair, adjust."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from trustplanner.content.misses import closing
from trustplanner.domain.change import Change, Topic
from trustplanner.domain.errors import KnownError
from trustplanner.domain.miss_steps import MissStep
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import height_at
from trustplanner.ui.kit.miss_place import MissPlace
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.step_bar import StepBar
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.today_page.miss_state import MissState, read_miss
from trustplanner.ui.screens.today_page.step_page import StepPage
from trustplanner.ui.screens.today_page.tell_step import TellStep
from trustplanner.ui.screens.today_page.written_steps import AdjustStep, FactsStep, LikelierStep, RepairStep

STEPS = tuple(MissStep)
_CLOSING_GAP = 12


class MissSheet(SheetDialog):
    """Everything saves itself. Closing closes, whatever is still empty; nothing that was written is discarded.

    `go_requested` carries a `Destination` that the person wants instead; the sheet is closed then.
    """

    go_requested = Signal(object)

    def __init__(self, workspace: Workspace, window: QWidget, place: MissPlace) -> None:
        super().__init__(workspace.theme, window, "", name="miss_sheet")
        self._workspace = workspace
        self._place = place
        self._pages: dict[MissStep, StepPage] = {}
        self._step = place.step
        theme, texts = workspace.theme, workspace.catalogue.miss_steps()
        tabs = (texts.tell.tab, texts.facts.tab, texts.likelier.tab, texts.repair.tab, texts.adjust.tab)
        self._bar = StepBar(theme, tabs, name="miss_step", label=self.tr("The five steps"))
        self._bar.step_opened.connect(self._on_step_opened)
        self.above_title.addWidget(self._bar)
        self.above_title.addSpacing(24)
        self._closing = TextLabel(theme, role="small", color="ink_2")
        self._repeats = TextLabel(theme, role="small", color="ink")
        self._repair = TextLabel(theme, role="small", color="ink_2")
        setback = workspace.catalogue.miss_steps().after.setback
        self._setback = Button(theme, setback, Kind.LINK, name="miss_setback_button")
        self._setback.clicked.connect(self._on_setback_clicked)
        self._next = Button(theme, "", Kind.PRIMARY, name="miss_next_button")
        self._next.clicked.connect(self._on_next_clicked)
        self._skip = Button(theme, self.tr("Skip this step"), Kind.QUIET, name="miss_skip_button")
        self._skip.clicked.connect(self._on_next_clicked)
        self._save = Button(theme, self.tr("Save and close"), Kind.QUIET, name="miss_close_button")
        self.add_button(self._next)
        self.add_button(self._skip)
        self.set_far_button(self._save)
        self.body.addSpacing(_CLOSING_GAP)
        self.body.addWidget(self._repair)
        self.body.addWidget(self._repeats)
        self.closes_by_itself = False
        self.close_requested.connect(self._on_close_requested)
        workspace.changed.connect(self._on_workspace_changed)

    # --- where the person is

    def open_here(self) -> None:
        """Open at the step and the field that were asked for."""
        state = self._read()
        if state is None:
            self.deleteLater()
            self.closed.emit()
            return
        for step in STEPS:
            self._add_page(step, state)
        self._show_step(self._step)
        self.open(self._pages[self._step].first_field())
        self._put_cursor_back()

    def place(self) -> MissPlace:
        """Where the person is, for coming back after a lock."""
        field = self.window().focusWidget()
        if isinstance(field, QTextEdit) and self.isAncestorOf(field):
            cursor = field.textCursor().position()
        elif isinstance(field, QLineEdit) and self.isAncestorOf(field):
            cursor = field.cursorPosition()
        else:
            return self._place._replace(step=self._step, field="", cursor=0)
        return self._place._replace(step=self._step, field=field.objectName(), cursor=cursor)

    def save_typing(self) -> None:
        """Write what is typed and not yet saved.

        Raises:
            KnownError: it could not be written.
        """
        for page in self._pages.values():
            page.leave()

    def _put_cursor_back(self) -> None:
        field = self.findChild(QWidget, self._place.field) if self._place.field else None
        if isinstance(field, QTextEdit):
            field.setFocus()
            cursor = field.textCursor()
            cursor.setPosition(min(self._place.cursor, len(field.toPlainText())))
            field.setTextCursor(cursor)
        elif isinstance(field, QLineEdit):
            field.setFocus()
            field.setCursorPosition(self._place.cursor)

    # --- showing

    def _read(self) -> MissState | None:
        return read_miss(self._workspace, self._place.commitment_id, self._place.day)

    def _show_step(self, step: MissStep) -> None:
        state = self._read()
        if state is None:
            self._leave_for_good()
            return
        self._step = step
        for other, page in self._pages.items():
            page.setVisible(other is step)
        self._bar.set_present(STEPS.index(step))
        self.set_title(self._pages[step].title())
        self._name_buttons()
        self._show(state)

    def _add_page(self, step: MissStep, state: MissState) -> None:
        page = self._make_page(step, state)
        if step is STEPS[0]:  # said once; on every step it would only be read away
            page.column.addSpacing(_CLOSING_GAP)
            page.column.addWidget(self._closing)
        if step is STEPS[-1]:
            page.column.addWidget(self._setback, 0, Qt.AlignmentFlag.AlignLeading)
        page.go_on_requested.connect(self._on_next_clicked)
        page.go_requested.connect(self._on_page_go_requested)
        self._pages[step] = page
        self.body.insertWidget(0, page)
        page.hide()

    def _make_page(self, step: MissStep, state: MissState) -> StepPage:
        workspace, commitment_id, day = self._workspace, self._place.commitment_id, self._place.day
        match step:
            case MissStep.TELL:
                return TellStep(workspace, commitment_id, day, state.miss.how)
            case MissStep.FACTS:
                return FactsStep(workspace, commitment_id, day)
            case MissStep.LIKELIER:
                return LikelierStep(workspace, commitment_id, day)
            case MissStep.REPAIR:
                return RepairStep(workspace, commitment_id, day)
            case MissStep.ADJUST:
                return AdjustStep(workspace, commitment_id, day)

    def _name_buttons(self) -> None:
        words = {
            MissStep.TELL: self.tr("Next: what happened"),
            MissStep.FACTS: self.tr("Next: what made it likelier"),
            MissStep.LIKELIER: self.tr("Next: repair"),
            MissStep.REPAIR: self.tr("Next: adjust"),
            MissStep.ADJUST: self.tr("Save and close"),
        }
        self._next.set_words(words[self._step])
        is_last = self._step is STEPS[-1]
        self._skip.setVisible(not is_last)
        self._save.setVisible(not is_last)

    def _show(self, state: MissState) -> None:
        voice, after = self._workspace.voice, self._workspace.catalogue.miss_steps().after
        for page in self._pages.values():
            page.show_state(state)
        self._closing.set_text(closing(after, voice, state.counts.missed, state.counts.due))
        repaired_on = None if state.review is None else state.review.repair_done_on
        self._repair.setVisible(repaired_on is not None)
        if repaired_on is not None:
            self._repair.set_text(after.repaired.said(date=DateWords().short(repaired_on, self._workspace.today)))
        notes = []
        if state.repeats.is_often:
            notes.append(after.often.said_to(voice))
        if state.repeats.is_hidden_twice:
            notes.append(after.hidden_twice.said_to(voice))
        self._repeats.set_text("\n".join(notes))
        self._repeats.setVisible(bool(notes))
        self.fit()

    def body_height_at(self, width: int) -> int:
        """As high as the highest step, so that bar, question and buttons stay in place from step to step."""
        return super().body_height_at(width) + self._room_for_the_highest(width)

    def _room_for_the_highest(self, width: int) -> int:
        """Pixels by which the highest step exceeds the one that is shown."""
        margins = self.body.contentsMargins()
        inside = width - margins.left() - margins.right()
        heights = {step: height_at(page.column, inside) for step, page in self._pages.items()}
        return max(heights.values()) - heights[self._step] if heights else 0

    # --- what a person does

    def _on_step_opened(self, index: int) -> None:
        self._go_to(STEPS[index])

    def _on_next_clicked(self) -> None:
        place = STEPS.index(self._step) + 1
        if place == len(STEPS):
            self.request_close()
        else:
            self._go_to(STEPS[place])

    def _go_to(self, step: MissStep) -> None:
        if self._has_left():
            self._show_step(step)
            self._pages[step].first_field().setFocus()
        else:
            self._bar.set_present(STEPS.index(self._step))

    def _on_page_go_requested(self, destination: Destination) -> None:
        if self._has_left():
            self.close_sheet()
            self.go_requested.emit(destination)

    def _on_setback_clicked(self) -> None:
        self._on_page_go_requested(Destination("setback", f"day:{self._place.day.isoformat()}"))

    def _on_close_requested(self) -> None:
        if self._has_left():
            self.close_sheet()

    def _has_left(self) -> bool:
        """Save what is typed in this step; False if it cannot be saved, so that the words stay on the screen."""
        try:
            self._pages[self._step].leave()
        except KnownError as error:
            self._workspace.refused.emit(error)
            return False
        return True

    def _on_workspace_changed(self, change: Change) -> None:
        if self.isHidden() or not change.topics & {Topic.ANSWERS, Topic.COMMITMENTS}:
            return
        state = self._read()
        if state is None:
            self._leave_for_good()
        else:
            self._show(state)

    def _leave_for_good(self) -> None:
        """The answer is another one now: there is nothing to go through any more."""
        self._workspace.changed.disconnect(self._on_workspace_changed)
        self.close_sheet()
