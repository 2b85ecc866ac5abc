""" "Is this stricter, easier, or only the wording?": asked where a change is not tightening beyond doubt."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtWidgets import QWidget

from trustplanner.actions.terms import Wording
from trustplanner.actions.views import NOT_ASKED, Heard
from trustplanner.domain.commitments import Direction, Reason, Terms, directions_of_change, start_of_change
from trustplanner.domain.errors import KnownError
from trustplanner.domain.items import is_open_today
from trustplanner.storage.queries.commitments import history_of
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.draft_sheet import DraftSheet, SheetName, Typed
from trustplanner.ui.kit.easing_fields import FIELD_GAP, ReasonField, ViewField, notice_words
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.option_list import ListedOption, OptionList
from trustplanner.ui.kit.workspace import Workspace

CHANGE_SHEET: Final = "change_sheet"


class Said(NamedTuple):
    """What the person says about a change; no direction means easier."""

    direction: Direction | None = None
    reason: Reason = Reason.CHOICE
    heard: Heard = NOT_ASKED


class ChangeSheet(DraftSheet):
    """Asks, says from which day the change counts, then calls `act`; a known error it raises is shown here."""

    def __init__(
        self, workspace: Workspace, window: QWidget, old: Terms, wording: Wording, act: Callable[[Said], object]
    ) -> None:
        words = workspace.catalogue.loosening()
        directions = directions_of_change(old, wording.schedule, wording.at_minute)
        question = words.question if Direction.WORDING in directions else words.question_of_schedule
        super().__init__(workspace, window, question, SheetName(CHANGE_SHEET, old.commitment_id))
        self._old = old
        self._wording = wording
        self._act = act
        history = workspace.read(history_of, old.commitment_id)
        self._is_open_today = history is not None and is_open_today(history, workspace.today)
        options = [
            ListedOption(
                direction.value,
                words.directions.of(direction).label.said_to(workspace.voice),
                note=words.directions.of(direction).explained,
            )
            for direction in directions
        ]
        self._directions = OptionList(workspace.theme, options, name="change_sheet_direction_options", label=question)
        self._reason = ReasonField(workspace, words.reasons.title, words.reasons.options, name="change_sheet")
        self._view = ViewField(workspace, name="change_sheet")
        self._notice = TextLabel(workspace.theme, "", "body")
        self._easing = QWidget()
        self._lay_out(words.no_answer)
        self._directions.option_chosen.connect(self._show_what_is_chosen)
        self._reason.reason_chosen.connect(self._show_what_is_chosen)
        self._show_what_is_chosen()

    def typed(self) -> Typed:
        """What the change is, the reason and their view."""
        return {"direction": self._directions.chosen or "", "reason": self._reason.reason(), **self._view.typed()}

    def fill_typed(self, typed: Typed) -> None:
        """The same."""
        self._directions.set_chosen(Direction(typed["direction"]).value if typed["direction"] else None)
        self._reason.choose(Reason(typed["reason"]))
        self._view.fill_typed(typed)
        self._show_what_is_chosen()

    def _lay_out(self, no_answer: str) -> None:
        theme = self._workspace.theme
        easing = column(self._easing, spacing=FIELD_GAP)
        easing.addWidget(self._reason)
        easing.addWidget(self._view)
        self.body.setSpacing(FIELD_GAP)
        self.body.addWidget(self._directions)
        self.body.addWidget(TextLabel(theme, no_answer, "small", "ink_2"))
        self.body.addWidget(self._notice)
        self.body.addWidget(self._easing)
        save = Button(theme, self.tr("Save changes"), Kind.PRIMARY, name="change_sheet_save_button")
        save.clicked.connect(self._on_save_clicked)
        self.add_button(save)
        self.set_far_button(Button(theme, self.tr("Go on writing"), Kind.QUIET, name="change_sheet_leave_button"))

    def _direction(self) -> Direction | None:
        chosen = self._directions.chosen
        return None if chosen is None else Direction(chosen)

    def _is_easier(self) -> bool:
        return self._direction() in (None, Direction.EASIER)

    def _reason_for_it(self) -> Reason:
        return self._reason.reason() if self._is_easier() else Reason.CHOICE

    def _show_what_is_chosen(self) -> None:
        self._easing.setVisible(self._is_easier())
        direction = self._direction() or Direction.EASIER
        today = self._workspace.today
        schedule, is_open = self._wording.schedule, self._is_open_today
        starts = start_of_change(self._old, schedule, direction, self._reason_for_it(), today, is_open_today=is_open)
        self._notice.set_text(notice_words(self._workspace, starts))
        self.fit()

    def _on_save_clicked(self) -> None:
        try:
            heard = self._view.heard() if self._is_easier() else NOT_ASKED
            self._act(Said(self._direction(), self._reason_for_it(), heard))
        except KnownError as error:
            self._notice.set_text(self._workspace.sentence_for(error))
            self.fit()
        else:
            self.finish()
