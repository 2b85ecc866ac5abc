"""Key caps: a key shown where it works."""

from PySide6 import QtCore
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustplanner.ui.kit.theme import Theme

SIDE = 20  # logical pixels at 100 %; a cap of one letter is a square
PADDING = 5


def key_cap_width(theme: Theme, words: str) -> int:
    """Pixels that a cap with these words takes."""
    text = QFontMetricsF(theme.font("key")).horizontalAdvance(words)
    return max(theme.px(SIDE), round(text + 2 * theme.px(PADDING) + 2))


def paint_key_cap(painter: QPainter, rect: QRectF, words: str, theme: Theme) -> None:
    """Paint a cap that fills `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("edge"), 1))
    radius = theme.tokens.radius["key"]
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setFont(theme.font("key"))
    painter.setPen(theme.color("ink_3"))
    painter.setLayoutDirection(QtCore.Qt.LayoutDirection.LeftToRight)  # as on the keys, whatever way the program runs
    painter.drawText(rect, QtCore.Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


class KeyCap(QWidget):
    """A cap that stands beside a word; the shortcut itself belongs to an action or a button."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.words = words
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as the words need."""
        return QSize(key_cap_width(self.theme, self.words), self.theme.px(SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cap."""
        paint_key_cap(QPainter(self), QRectF(self.rect()), self.words, self.theme)
