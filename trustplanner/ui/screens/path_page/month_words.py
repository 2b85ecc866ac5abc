"""What the record holds of a month, said beside the questions of the look-back: counts only, and no comment on them."""

from datetime import date

from PySide6.QtCore import QObject

from trustplanner.charts.figures_in_words import counts_of_due
from trustplanner.charts.sentences import recovery_sentences
from trustplanner.domain.answers import How
from trustplanner.domain.look_back import MonthOfOne, look_back
from trustplanner.domain.settings import day_start_of
from trustplanner.storage.queries.commitments import histories
from trustplanner.storage.queries.plans import settings
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.path_page.margin import Note, Passage


class MonthWords(QObject):
    """Says a month to the reader of this plan; nothing while something goes on or is hidden, as every share."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._dates = DateWords()

    def notes(self, first: date) -> list[Note]:
        """The note on the month that begins with `first`."""
        workspace = self._workspace
        if workspace.safety is not None and workspace.safety.ending:
            return []
        day_start = day_start_of(workspace.read(settings))
        found = look_back(workspace.read(histories), first, workspace.today, day_start)
        title = self.tr("{month}, from the record").format(month=self._dates.month(first, workspace.today))
        said = [self._commitment(each) for each in found] or [self.tr("Nothing was due in this month.")]
        return [Note("month", title, tuple(map(Passage, said)))]

    def _commitment(self, month: MonthOfOne) -> str:
        """`Ring at six: 19 of 22 kept, 1 missed, 2 not answered. Of the misses: 1 told first.`"""
        counts = counts_of_due(month.counts, recovery_sentences(self._workspace.today)).rstrip(".")
        said = self.tr("{title}: {counts}.").format(title=month.title, counts=counts)
        return f"{said} {self._misses(month.how)}" if month.counts.missed else said

    def _misses(self, how: dict[How | None, int]) -> str:
        """`Of the misses: 2 told first, 1 not told yet.`"""
        names = {
            How.TOLD_FIRST: self.tr("{n} told first"),
            How.WHEN_ASKED: self.tr("{n} told when asked"),
            How.FOUND_OUT: self.tr("{n} found out"),
            How.NOT_YET: self.tr("{n} not told yet"),
            How.NOT_WELCOME: self.tr("{n} not welcome to tell"),
            None: self.tr("{n} with nothing said yet"),
        }
        said = ", ".join(words.format(n=how[each]) for each, words in names.items() if how[each])
        return self.tr("Of the misses: {said}.").format(said=said)
