"""Letting a commitment wait, or ending it: why, what they think of it, and from which day it counts."""

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtWidgets import QWidget

from trustplanner.actions.views import Heard
from trustplanner.domain.commitments import Reason, Stance, Terms, start_of_easing
from trustplanner.domain.errors import KnownError
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.draft_sheet import DraftSheet, SheetName, Typed
from trustplanner.ui.kit.easing_fields import FIELD_GAP, ReasonField, ViewField, notice_words
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.workspace import Workspace

Easing = Literal[Stance.WAITING, Stance.ENDED]
Act = Callable[[Reason, Heard], object]
EASING_SHEETS: Final[dict[Easing, str]] = {Stance.WAITING: "wait_sheet", Stance.ENDED: "end_sheet"}


class EasingSheet(DraftSheet):
    """Asks before one commitment waits or ends, then calls `act`; a known error it raises is shown here.

    What asks for nothing today, because it waits or has not begun, needs no notice and no reason.
    """

    def __init__(self, workspace: Workspace, window: QWidget, title: str, terms: Terms, to: Easing, act: Act) -> None:
        name = SheetName(EASING_SHEETS[to], terms.commitment_id)
        super().__init__(workspace, window, "", name)
        self._act = act
        words, today = workspace.catalogue.loosening(), workspace.today
        self._needs_notice = terms.stance is Stance.ACTIVE and terms.starts_on <= today
        self._reason = ReasonField(workspace, words.reasons.title, words.reasons.options, name=name.kind)
        self._view = ViewField(workspace, name=name.kind)
        self._notice = TextLabel(workspace.theme, "", "small", "ink")
        self._reason.reason_chosen.connect(self._show_notice)
        self.set_title(self._question(title, to))
        self._lay_out(to)
        self._show_notice()

    def typed(self) -> Typed:
        """The reason and their view."""
        return {"reason": self._reason.reason(), **self._view.typed()}

    def fill_typed(self, typed: Typed) -> None:
        """The same."""
        self._reason.choose(Reason(typed["reason"]))
        self._view.fill_typed(typed)
        self._show_notice()

    def _lay_out(self, to: Easing) -> None:
        theme, name = self._workspace.theme, self._name.kind
        self.body.setSpacing(FIELD_GAP)
        for part in (TextLabel(theme, self._explained(to), "body", "ink_2"), self._notice, self._reason, self._view):
            self.body.addWidget(part)
        self._reason.setVisible(self._needs_notice)
        self._view.setVisible(self._needs_notice)
        act = self.tr("Let it wait") if to is Stance.WAITING else self.tr("End it")
        decide = Button(theme, act, Kind.PRIMARY, name=f"{name}_decide_button")
        decide.clicked.connect(self._on_decide_clicked)
        self.add_button(decide)
        self.set_far_button(Button(theme, self.tr("Leave it as it is"), Kind.QUIET, name=f"{name}_leave_button"))

    def _question(self, title: str, to: Easing) -> str:
        if to is Stance.WAITING:
            return self.tr("Let “{title}” wait?").format(title=title)
        return self.tr("End “{title}”?").format(title=title)

    def _explained(self, to: Easing) -> str:
        if to is Stance.WAITING:
            return self.tr("It asks for nothing while it waits. It can begin again when a place is free.")
        return self.tr("Its record stays, with every day in it. A new promise is a new commitment.")

    def _show_notice(self) -> None:
        today = self._workspace.today
        starts = start_of_easing(self._reason.reason(), today) if self._needs_notice else today
        self._notice.set_text(notice_words(self._workspace, starts))
        self.fit()

    def _on_decide_clicked(self) -> None:
        try:
            self._act(self._reason.reason(), self._view.heard())
        except KnownError as error:
            self._notice.set_text(self._workspace.sentence_for(error))
            self.fit()
        else:
            self.finish()
