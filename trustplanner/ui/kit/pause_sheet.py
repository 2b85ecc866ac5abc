"""Pausing one commitment, or all of them: why, from when to when, what they think of it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import Final, NamedTuple

from PySide6.QtWidgets import QWidget

from trustplanner.actions.views import Heard
from trustplanner.domain.commitments import (
    LONGEST_ILLNESS_WITHOUT_LOOK,
    LONGEST_SENTENCE,
    NOTICE,
    Commitment,
    Reason,
)
from trustplanner.domain.days import LATEST_DAY, oldest_open_day
from trustplanner.domain.errors import KnownError
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import ComboField, DateField
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.draft_sheet import DraftSheet, SheetName, Typed
from trustplanner.ui.kit.easing_fields import FIELD_GAP, ReasonField, ViewField, notice_words
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.words_line import WordsLine
from trustplanner.ui.kit.workspace import Workspace

PAUSE_SHEET: Final = "pause_sheet"
ANY_OF_THEM: Final = "any"  # what the sheet is about when it asks for that, too
_ONE_WEEK: Final = timedelta(days=6)  # both ends count


class PauseAsked(NamedTuple):
    """What a person asks for: the days, both ends included, and why; `of` is the id of one commitment, None for all."""

    of: str | None
    starts_on: date
    ends_on: date
    reason: Reason
    note: str
    looks_again: bool
    heard: Heard


class PauseSheet(DraftSheet):
    """Asks, then calls `act`; a known error it raises is shown at the days.

    No `commitment` stands for all of them. Where `choices` are given the sheet asks which one is meant, or all.
    """

    def __init__(
        self,
        workspace: Workspace,
        window: QWidget,
        commitment: Commitment | None,
        act: Callable[[PauseAsked], object],
        choices: Sequence[Commitment] | None = None,
    ) -> None:
        words = workspace.catalogue.pauses()
        subject = ANY_OF_THEM if choices is not None else commitment.id if commitment else ""
        super().__init__(workspace, window, "", SheetName(PAUSE_SHEET, subject))
        self._of = None if commitment is None else commitment.id
        self._words = words
        self._act = act
        theme = workspace.theme
        self._reason = ReasonField(
            workspace, workspace.catalogue.loosening().reasons.title, words.reasons, name="pause_sheet"
        )
        self._starts_field = DateField(theme, name="pause_sheet_starts_field")
        self._ends_field = DateField(theme, name="pause_sheet_ends_field")
        self._looks_switch = Switch(
            theme, self.tr("I do not know until when"), name="pause_sheet_looks_switch", is_track_first=True
        )
        self._starts = LabelledField(theme, self.tr("From"), self._starts_field)
        self._ends = LabelledField(theme, self.tr("Until"), self._ends_field)
        self._note_line = WordsLine(theme, name="pause_sheet_note_field", most=LONGEST_SENTENCE)
        self._notice = TextLabel(theme, "", "small")
        self._view = ViewField(workspace, name="pause_sheet")
        self._pause = Button(theme, "", Kind.PRIMARY, name="pause_sheet_pause_button")
        self._whose = ComboField(theme, name="pause_sheet_whose_combo")
        self._whose.set_choices([("", self.tr("All commitments")), *((each.id, each.title) for each in choices or ())])
        self._asks_whose = choices is not None
        self.set_title(self._title_for(commitment))
        self._lay_out()
        self._connect()
        self._on_reason_chosen()

    def _title_for(self, commitment: Commitment | None) -> str:
        if self._asks_whose:
            return self.tr("Plan time off?")
        whole = self.tr("Pause all commitments?")
        return self.tr("Pause “{title}”?").format(title=commitment.title) if commitment else whole

    def typed(self) -> Typed:
        """Everything that can be chosen or written."""
        return {
            "of": str(self._whose.code()),
            "reason": self._reason.reason(),
            "looks_again": self._looks_switch.is_on,
            "starts_on": self._starts_field.day().isoformat(),
            "ends_on": self._ends_field.day().isoformat(),
            "note": self._note_line.text(),
            **self._view.typed(),
        }

    def fill_typed(self, typed: Typed) -> None:
        """The same; each field limits what stands in the next. A commitment that is over is paused no more."""
        with suppress(KeyError, ValueError):
            self._whose.fill(typed["of"])
        self._reason.choose(Reason(typed["reason"]))
        self._on_reason_chosen()
        self._looks_switch.set_on(bool(typed["looks_again"]))
        starts, ends = (date.fromisoformat(typed[name]) for name in ("starts_on", "ends_on"))
        self._starts_field.fill(max(starts, self._earliest()))
        self._fill_end(self._starts_field.day())
        self._ends_field.fill(max(ends, self._starts_field.day()))
        self._note_line.fill(str(typed["note"]))
        self._view.fill_typed(typed)
        self._show_words()

    def _lay_out(self) -> None:
        theme, body = self._workspace.theme, self.body
        body.setSpacing(FIELD_GAP)
        body.addWidget(TextLabel(theme, self._words.lead, "body", "ink_2"))
        if self._asks_whose:
            body.addWidget(LabelledField(theme, self.tr("What is paused"), self._whose))
        body.addWidget(self._reason)
        days = WrappingRow(gap=16)
        days.addWidget(self._starts)
        days.addWidget(self._ends)
        body.addLayout(days)
        body.addWidget(self._looks_switch)
        body.addWidget(self._notice)
        body.addWidget(TextLabel(theme, f"{self._words.starts} {self._words.answered}", "small", "ink_2"))
        body.addWidget(LabelledField(theme, self.tr("A note, if you like"), self._note_line))
        body.addWidget(self._view)
        self._pause.clicked.connect(self._on_pause_clicked)
        self.add_button(self._pause)
        self.set_far_button(Button(theme, self.tr("Leave it as it is"), Kind.QUIET, name="pause_sheet_leave_button"))

    def _connect(self) -> None:
        self._reason.reason_chosen.connect(self._on_reason_chosen)
        self._starts_field.edited.connect(self._on_days_edited)
        self._ends_field.edited.connect(self._on_days_edited)
        self._looks_switch.switched.connect(self._on_looks_switched)

    def _earliest(self) -> date:
        today = self._workspace.today
        return today + NOTICE if self._reason.reason() is Reason.CHOICE else oldest_open_day(today)

    def _on_reason_chosen(self) -> None:
        """Another reason begins on another day; the length that was chosen stays."""
        today = self._workspace.today
        is_choice = self._reason.reason() is Reason.CHOICE
        starts = today + NOTICE if is_choice else today
        self._starts_field.set_limits(self._earliest(), LATEST_DAY)
        self._starts_field.fill(starts)
        self._looks_switch.setVisible(not is_choice)
        self._looks_switch.set_on(not is_choice and self._looks_switch.is_on)
        self._fill_end(starts)
        self._show_words()

    def _on_looks_switched(self) -> None:
        self._fill_end(self._starts_field.day())
        self._show_words()

    def _on_days_edited(self) -> None:
        starts = self._starts_field.day()
        if self._ends_field.day() < starts:
            self._fill_end(starts)
        self._show_words()

    def _fill_end(self, starts: date) -> None:
        is_open = self._looks_switch.is_on
        self._ends_field.set_limits(starts, starts + LONGEST_ILLNESS_WITHOUT_LOOK if is_open else LATEST_DAY)
        self._ends_field.fill(starts + (LONGEST_ILLNESS_WITHOUT_LOOK if is_open else _ONE_WEEK))

    def _show_words(self) -> None:
        words = self._words.look_again_label if self._looks_switch.is_on else self.tr("Until")
        self._ends.label.set_text(words)
        self._ends_field.setAccessibleName(words)
        starts = self._starts_field.day()
        self._notice.set_text(notice_words(self._workspace, starts))
        day = DateWords().short(starts, self._workspace.today)
        self._pause.set_words(self.tr("Pause from {day}").format(day=day))
        self._starts.show_sentence("")
        self.fit()

    def _chosen(self) -> str | None:
        return (str(self._whose.code()) or None) if self._asks_whose else self._of

    def _on_pause_clicked(self) -> None:
        for field in (self._starts_field, self._ends_field):
            field.interpretText()
        try:
            self._act(
                PauseAsked(
                    self._chosen(),
                    self._starts_field.day(),
                    self._ends_field.day(),
                    self._reason.reason(),
                    self._note_line.words(),
                    self._looks_switch.is_on,
                    self._view.heard(),
                )
            )
        except KnownError as error:
            self._starts.show_sentence(self._workspace.sentence_for(error))
            self.fit()
        else:
            self.finish()
