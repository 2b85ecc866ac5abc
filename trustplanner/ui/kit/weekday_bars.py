"""What became of one weekday: a row of cells on a fixed axis, and the counts in words beside it."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustplanner.domain.items import Outcome
from trustplanner.domain.record import Counts
from trustplanner.domain.weekday_pattern import PATTERN_WEEKS
from trustplanner.ui.kit.record_cell import paint_cell
from trustplanner.ui.kit.theme import Theme

_CELL, _PITCH = 12, 14  # pixels at 100 %
_ORDER: Final = (Outcome.KEPT, Outcome.PARTLY, Outcome.MISSED, Outcome.UNANSWERED)


class WeekdayBar(QWidget):
    """One cell for each day that was due, in the order of counts; the axis holds one for every week looked at."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._outcomes: list[Outcome] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def show_counts(self, counts: Counts) -> None:
        """Show these."""
        self._outcomes = [outcome for outcome in _ORDER for _ in range(getattr(counts, outcome.value))]
        self.update()

    def sizeHint(self) -> QSize:
        """As long as the axis, however much of it is filled."""
        return QSize(PATTERN_WEEKS * self.theme.px(_PITCH), self.theme.px(_CELL) + self.theme.px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The cells, on the line that is the axis."""
        painter = QPainter(self)
        side, pitch = self.theme.px(_CELL), self.theme.px(_PITCH)
        foot = self.height() - 1
        painter.fillRect(0, foot, self.width(), 1, self.theme.color("edge"))
        for place, outcome in enumerate(self._outcomes):
            left = self.width() - place * pitch - side if self.isRightToLeft() else place * pitch
            paint_cell(painter, QRectF(left, foot - side - 2, side, side), outcome, self.theme)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
