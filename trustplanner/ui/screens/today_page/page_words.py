"""What every sentence of Today is made with: the long texts, the phrases of figures, days in words."""

from datetime import date

from PySide6.QtCore import QObject

from trustplanner.charts.sentences import Sentences, recovery_sentences
from trustplanner.content.record import TodayPage as TodayTexts
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.workspace import Workspace


class PageWords(QObject):
    """The words of one part of the page, as they are said today."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._dates = DateWords()

    @property
    def _texts(self) -> TodayTexts:
        return self._workspace.catalogue.today()

    @property
    def _figures(self) -> Sentences:
        """The phrases that rail, table and chart have in common."""
        return recovery_sentences(self._today)

    @property
    def _today(self) -> date:
        return self._workspace.today

    def _long(self, day: date) -> str:
        """`Thursday 14 May`, with its year if that is not this year."""
        return self._dates.long(day, self._today)
