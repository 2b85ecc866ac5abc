"""On its day of review: how sure, whether it holds on the worst day, its smallest version, and when it is next."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.actions.sureness import answer_review
from trustplanner.domain.commitments import LONGEST_SENTENCE, Commitment, Terms, terms_on
from trustplanner.domain.days import LATEST_DAY
from trustplanner.domain.errors import Code, KnownError, RuleError
from trustplanner.domain.items import History
from trustplanner.domain.responses import Response, response_of
from trustplanner.domain.sureness import WorstDay
from trustplanner.storage.queries.responses import every_response
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import DateField
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.draft_sheet import DraftSheet, SheetName, Typed
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.labels import TextLabel, promise_runs
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.promise_words import promise_words
from trustplanner.ui.kit.scale import Scale
from trustplanner.ui.kit.tracked_line import TrackedLine
from trustplanner.ui.kit.words_line import WordsLine
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.worst_day_field import WorstDayField, is_unsure

REVIEW_SHEET: Final = "review_sheet"
FOUR_WEEKS: Final = timedelta(weeks=4)
_DAY: Final = timedelta(days=1)
_FIELD_GAP: Final = 14


class ReviewSheet(DraftSheet):
    """Asks, and offers ways out where a smaller promise would be a surer one; it forces nothing.

    `go_requested` carries a `Destination`; the sheet is closed then.
    """

    go_requested = Signal(object)

    def __init__(self, workspace: Workspace, window: QWidget, commitment: Commitment, terms: Terms) -> None:
        words = workspace.catalogue.sureness()
        super().__init__(workspace, window, words.title, SheetName(REVIEW_SHEET, commitment.id))
        self._commitment = commitment
        self._words = words
        theme, name = workspace.theme, REVIEW_SHEET
        self._promise = TextLabel(theme, promise_runs(*promise_words(terms, workspace.voice.name)), "promise")
        self._response = TextLabel(theme, self._said(), "small", "ink_2")
        self._scale = Scale(theme, name=f"{name}_sureness_scale", label=words.sureness_label)
        self._worst = WorstDayField(theme, words, name=f"{name}_worst_segment")
        line = WordsLine(theme, name=f"{name}_smallest_field", most=LONGEST_SENTENCE)
        refusal = workspace.catalogue.tracking_refusal()
        self._smallest = TrackedLine(theme, words.smallest_label, refusal, line=line)
        self._smallest_part = QWidget()
        self._unsure = TextLabel(theme, words.unsure, "small", "ink")
        self._again_field = DateField(theme, name=f"{name}_again_field")
        self._again_field.set_limits(workspace.today + _DAY, LATEST_DAY)
        self._again = LabelledField(theme, words.look_again_label, self._again_field)
        self._ways = Button(theme, words.other_ways, Kind.LINK, name=f"{name}_ways_button")
        self._smaller = Button(theme, words.smaller, Kind.NORMAL, name=f"{name}_smaller_button")
        self._fill()
        self._lay_out()
        self._connect()
        self._show_what_follows()

    def _said(self) -> str:
        found = response_of(self._workspace.read(every_response), self._commitment.id)
        if found is None or found.response is not Response.NO_DIFFERENCE:
            return ""
        return self._workspace.catalogue.responses().at_review.said_to(self._workspace.voice)

    def _fill(self) -> None:
        self._smallest.say_to(self._workspace.voice)
        self._smallest.fill(self._commitment.smallest)
        self._again_field.fill(min(self._workspace.today + FOUR_WEEKS, LATEST_DAY))

    def _lay_out(self) -> None:
        theme, words = self._workspace.theme, self._words
        self.body.setSpacing(_FIELD_GAP)
        smallest = column(self._smallest_part, spacing=4)
        smallest.addWidget(self._smallest)
        smallest.addWidget(TextLabel(theme, words.smallest_note, "small", "ink_2"))
        self._response.setVisible(bool(self._response.text()))
        for part in (
            self._promise,
            self._response,
            LabelledField(theme, words.sureness_label, self._scale),
            self._worst,
            self._unsure,
            self._smallest_part,
            self._again,
        ):
            self.body.addWidget(part)
        self.body.addWidget(self._ways, 0, Qt.AlignmentFlag.AlignLeading)
        keep = Button(theme, words.keep, Kind.PRIMARY, name=f"{REVIEW_SHEET}_keep_button")
        keep.clicked.connect(self._on_keep_clicked)
        self.add_button(keep)
        self.add_button(self._smaller)
        self.set_far_button(Button(theme, self.tr("Close"), Kind.QUIET, name=f"{REVIEW_SHEET}_close_button"))

    def _connect(self) -> None:
        self._scale.number_chosen.connect(self._on_chosen)
        self._scale.cleared.connect(self._on_chosen)
        self._worst.day_chosen.connect(self._on_chosen)
        self._smallest.edited.connect(self._autosave.touch)
        self._again_field.edited.connect(self._autosave.touch)
        self._smaller.clicked.connect(lambda: self._save_and_go(Destination("commitment", self._commitment.id)))
        self._ways.clicked.connect(lambda: self._save_and_go(Destination("amends")))

    # --- what stands in the fields

    def typed(self) -> Typed:
        """The answers as far as they are given."""
        return {
            "sureness": self._scale.number,
            "worst_day": None if self._worst.day is None else self._worst.day.value,
            "smallest": self._smallest.line.text(),
            "again": self._again_field.day().isoformat(),
        }

    def fill_typed(self, typed: Typed) -> None:
        """The same."""
        again = date.fromisoformat(typed["again"])
        self._scale.set_number(typed["sureness"])
        self._worst.show_day(None if typed["worst_day"] is None else WorstDay(typed["worst_day"]))
        self._smallest.fill(typed["smallest"])
        self._again_field.fill(again)
        self._show_what_follows()

    # --- what a person does

    def _on_chosen(self) -> None:
        self._autosave.touch()
        self._show_what_follows()

    def _show_what_follows(self) -> None:
        """Below 8, or not on the worst day, the ways to something smaller, with the smallest version beside them."""
        unsure = is_unsure(self._scale.number, self._worst.day)
        self._unsure.setVisible(unsure)
        self._smaller.setVisible(unsure)
        self._ways.setVisible(unsure or bool(self._response.text()))
        self._smallest_part.setVisible(unsure or self._worst.day is WorstDay.SMALLEST)
        self.fit()

    def _on_keep_clicked(self) -> None:
        if self._save():
            self.finish()

    def _save_and_go(self, destination: Destination) -> None:
        if self._save():
            self.finish()
            self.go_requested.emit(destination)

    def _save(self) -> bool:
        """Write all of it as one step; False where a rule says no, which is said in place."""
        self._again_field.interpretText()
        again, words = self._again_field.day(), self._smallest.line.text()
        answers = (self._scale.number, self._worst.day, words, again)
        try:
            self._workspace.do(self.tr("look at a commitment"), answer_review, self._commitment.id, *answers)
        except RuleError as error:
            field = self._again if error.code is Code.DATE_IMPOSSIBLE else self._smallest.label
            field.show_sentence(self._workspace.sentence_for(error))
            self._smallest_part.setVisible(self._smallest_part.isVisible() or field is self._smallest.label)
            self.fit()
            return False
        except KnownError as error:
            self.show_refusal(self._workspace.sentence_for(error))
            return False
        day = DateWords().long(again, self._workspace.today)
        self._workspace.recorded.emit(self._words.saved.said(date=day))
        return True


def review_sheet_of(
    workspace: Workspace, window: QWidget, known: Iterable[History], commitment_id: str
) -> ReviewSheet | None:
    """The sheet for one of the commitments that are known; None for one that is gone."""
    for history in known:
        terms = terms_on(history.terms, workspace.today)
        if history.commitment.id == commitment_id and terms is not None:
            return ReviewSheet(workspace, window, history.commitment, terms)
    return None
