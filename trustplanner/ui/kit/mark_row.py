"""A row of marks, such as how the misses of the last weeks came out. The words that say the same stand beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from trustplanner.ui.kit.marks import SIZE, paint_mark
from trustplanner.ui.kit.theme import Theme

PITCH = 21
LINE = 20


class MarkRow(QLabel):
    """Marks of things that are so, side by side, on further lines when there are many.

    A label for screen readers: they read the words it is given.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, side: int = SIZE, pitch: int = PITCH, line: int = LINE
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._side, self._pitch, self._line = side, pitch, line
        self._kinds: tuple[str, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    def set_marks(self, kinds: Sequence[str], words: str) -> None:
        """Show these marks, each the word of a `Mark`; `words` is what a screen reader says instead."""
        self._kinds = tuple(kinds)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _marks_in_line(self, width: int) -> int:
        pitch = self.theme.px(self._pitch)
        return max(1, (width + pitch - self.theme.px(self._side)) // pitch)

    def sizeHint(self) -> QSize:
        """All in one line."""
        count = len(self._kinds)
        width = max(0, count - 1) * self.theme.px(self._pitch) + (self.theme.px(self._side) if count else 0)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One below the other."""
        return QSize(self.theme.px(self._side), self.theme.px(self._line))

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels at this width."""
        lines = -(-len(self._kinds) // self._marks_in_line(width))
        return max(1, lines) * self.theme.px(self._line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The marks, in the order of reading."""
        painter = QPainter(self)
        side, pitch, line = (self.theme.px(size) for size in (self._side, self._pitch, self._line))
        in_line = self._marks_in_line(self.width())
        for index, kind in enumerate(self._kinds):
            left = index % in_line * pitch
            if self.isRightToLeft():
                left = self.width() - left - side
            place = QRectF(left, index // in_line * line + (line - side) / 2, side, side)
            paint_mark(painter, place, kind, self.theme, chosen=True)
