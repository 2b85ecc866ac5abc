"""What the week held, in counts: each commitment for itself, each miss with how it came out."""

from datetime import date

from PySide6.QtCore import QObject

from trustplanner.charts.figures_in_words import counts_of_due
from trustplanner.charts.sentences import recovery_sentences
from trustplanner.domain.record import Miss
from trustplanner.domain.week import LAST_DAY, WEEK, WeekFacts
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.workspace import Workspace


class WeekWords(QObject):
    """Says it to the reader of this plan; a rate is never among it."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._dates = DateWords()

    def week(self, monday: date) -> str:
        """`This week, 11 May to 17 May`, or another one."""
        today = self._workspace.today
        span = self.tr("{first} to {last}").format(
            first=self._dates.short(monday, today), last=self._dates.short(monday + LAST_DAY, today)
        )
        if monday <= today < monday + WEEK:
            return self.tr("This week, {span}").format(span=span)
        return self.tr("The week from {span}").format(span=span)

    def neighbour(self, monday: date) -> str:
        """The link to another week: `The week from 4 May`."""
        return self.tr("The week from {day}").format(day=self._dates.short(monday, self._workspace.today))

    def counts(self, facts: WeekFacts) -> str:
        """`4 of 6 kept, 1 missed, 1 not answered (and 1 not applicable). 1 written late. 1 still open.`"""
        sentences = recovery_sentences(self._workspace.today)
        counts = counts_of_due(facts.counts, sentences, has_open=bool(facts.open_count))
        said = [f"{counts.removesuffix('.')}."]
        if facts.counts.late:
            said.append(self.tr("{n} written late.").format(n=facts.counts.late))
        if facts.open_count:
            said.append(self.tr("{n} still open.").format(n=facts.open_count))
        return " ".join(said)

    def miss(self, miss: Miss) -> str:
        """`Missed on Tuesday 12 May: told first.`, or that nothing is said yet."""
        day = self._dates.long(miss.day, self._workspace.today)
        if miss.how is None:
            return self.tr("Missed on {day}: how it came out is not written yet.").format(day=day)
        how = self._workspace.catalogue.miss_steps().tell.options[miss.how].short.said_to(self._workspace.voice)
        return self.tr("Missed on {day}: {how}.").format(day=day, how=how[:1].lower() + how[1:])

    def last_sureness(self, sureness: int, on: date) -> str:
        """`Last time: 8, on 3 May.`"""
        words = self.tr("Last time: {n}, on {day}.")
        return words.format(n=sureness, day=self._dates.short(on, self._workspace.today))

    def to_agenda(self, day: date) -> str:
        """The link that puts the line on the agenda of the next session."""
        words = self.tr("Put it on the agenda of {day}")
        return words.format(day=self._dates.long(day, self._workspace.today))
