"""The parts of the review: what one commitment's week held, and how sure one is of it now."""

from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.actions.sureness import answer_sureness
from trustplanner.domain.sureness import AskedIn, SurenessAnswer
from trustplanner.domain.week import WEEK, WeekFacts
from trustplanner.storage.queries.responses import sureness_of
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.promise_words import promise_words
from trustplanner.ui.kit.scale import Scale
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.worst_day_field import WorstDayField, is_unsure
from trustplanner.ui.screens.week_page.words import WeekWords

_FIELD_GAP: Final = 10
_LINE_GAP: Final = 2


class FactsBlock(QWidget):
    """One commitment: its name, its counts, its misses."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        theme = workspace.theme
        self._title = TextLabel(theme, role="strong")
        self._counts = TextLabel(theme, role="body", color="ink_2")
        self._misses = TextLabel(theme, role="body", color="ink_2")
        layout = column(self, spacing=_LINE_GAP)
        for label in (self._title, self._counts, self._misses):
            layout.addWidget(label)

    def show_facts(self, facts: WeekFacts, words: WeekWords) -> None:
        """Show its week."""
        self._title.set_text(facts.commitment.title)
        self._counts.set_text(words.counts(facts))
        self._misses.set_text("\n".join(words.miss(miss) for miss in facts.misses))
        self._misses.setVisible(bool(facts.misses))


class SureBlock(QWidget):
    """How sure one is of a commitment now, and what of it the worst day would leave.

    Each answer is written at once; answered again on the same day it corrects the one before.
    """

    go_requested = Signal(object)

    def __init__(self, workspace: Workspace, key: str) -> None:
        super().__init__()
        self.workspace = workspace
        self._key = key
        theme = workspace.theme
        words = workspace.catalogue.sureness()
        self._words = words
        self._title = TextLabel(theme, role="promise")
        self._scale = Scale(theme, name="week_sure_scale")
        self._sure_field = LabelledField(theme, words.sureness_label, self._scale)
        self._scale.number_chosen.connect(self._on_answered)
        self._worst = WorstDayField(theme, words, name="week_worst_day_segment")
        self._worst.day_chosen.connect(self._on_answered)
        self._note = TextLabel(theme, role="small", color="ink_3")
        self._ways = self._make_ways()
        layout = column(self, spacing=_FIELD_GAP)
        for part in (self._title, self._sure_field, self._worst, self._note, self._ways):
            layout.addWidget(part)

    def _make_ways(self) -> QWidget:
        ways = QWidget()
        line = WrappingRow(ways, gap=16, line_gap=0)
        for name, words, destination in (
            ("change", self.tr("Change it"), Destination("commitment", self._key)),
            ("other_ways", self._words.other_ways, Destination("amends")),
        ):
            link = Button(self.workspace.theme, words, Kind.LINK, name=f"week_{name}_button")
            link.clicked.connect(lambda *, to=destination: self.go_requested.emit(to))
            line.addWidget(link)
        return ways

    def show_facts(self, facts: WeekFacts, words: WeekWords, monday: date) -> None:
        """Show what was said of it in this week, and what was said before."""
        promise = promise_words(facts.terms, self.workspace.voice.name).whole
        self._title.set_text(facts.commitment.title)
        self._title.setAccessibleDescription(promise)
        self._scale.setAccessibleName(f"{self._words.sureness_label} {facts.commitment.title}")
        rows = self.workspace.read(sureness_of, self._key)
        here = _said_in(rows, monday)
        self._scale.set_number(None if here is None else here.sureness)
        self._worst.show_day(None if here is None else here.worst_day)
        self._worst.setEnabled(here is not None)
        lines = []
        before = [row for row in rows if row is not here]
        if here is None and before:
            lines.append(words.last_sureness(before[-1].sureness, before[-1].written_on))
        if here is not None and is_unsure(here.sureness, here.worst_day):
            lines.append(self._words.unsure)
        self._note.set_text("\n".join(lines))
        self._note.setVisible(bool(lines))

    def _on_answered(self) -> None:
        number = self._scale.number
        if number is None:
            return
        label = self.tr("how sure you are")
        self.workspace.attempt(label, answer_sureness, self._key, number, self._worst.day, AskedIn.WEEK)


def _said_in(rows: tuple[SurenessAnswer, ...], monday: date) -> SurenessAnswer | None:
    """The newest answer that was given in the review of this week."""
    of_week = [row for row in rows if row.asked_in is AskedIn.WEEK and monday <= row.written_on < monday + WEEK]
    return of_week[-1] if of_week else None
