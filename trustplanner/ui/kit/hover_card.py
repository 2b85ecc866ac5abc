"""The hover card: what a place on a chart says, beside the place."""

from collections.abc import Sequence
from enum import IntEnum
from itertools import takewhile

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.labels import Run, TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.shadow import Shadow
from trustplanner.ui.kit.theme import Theme

_WIDTH = 262
_GAP = 12
_PADDING = 16


class CardLine(IntEnum):
    """How a line of the card is set."""

    TITLE = 0
    COUNTS = 1
    MORE = 2
    THEIRS = 3


_LOOKS = {
    CardLine.TITLE: ("control_strong", "ink"),
    CardLine.COUNTS: ("small", "ink"),
    CardLine.MORE: ("small", "ink_2"),
    CardLine.THEIRS: ("small", "theirs"),
}


class HoverCard(QWidget):
    """A small sheet in `parent`, never under the mouse's way: clicks go through it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lines = column(self, spacing=6)
        self._lines.setContentsMargins(_PADDING, 12, _PADDING, 14)
        self._labels: list[TextLabel] = []
        self._kinds: list[CardLine] = []
        self._shadow = Shadow(theme, self, "raised", theme.tokens.radius["sheet"] - 2)
        self.hide()
        theme.changed.connect(self.update)

    def show_lines(self, lines: Sequence[tuple[CardLine, str | Sequence[Run]]]) -> None:
        """What the card says, line by line; the card's accessible name says the same."""
        kinds = [kind for kind, _ in lines]
        kept = sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], zip(self._kinds, kinds, strict=False)))
        for label in self._labels[kept:]:
            self._lines.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels, self._kinds = self._labels[:kept], kinds
        for label, (_, words) in zip(self._labels, lines, strict=False):
            label.set_text(words)  # a card that follows the mouse would make four labels for each bar
        for kind, words in lines[kept:]:
            role, color = _LOOKS[kind]
            label = TextLabel(self.theme, words, role=role, color=color)
            self._lines.addWidget(label)
            self._labels.append(label)
            label.show()  # in a card that is seen Qt would show it only later, and the card's height is asked before
        self.setAccessibleName(". ".join(_plain(words) for _, words in lines))

    def stand_beside(self, x: int, top: int, area: QRect, lowest: int | None = None) -> None:
        """Show the card 12 pixels from the line at `x`, on the side that has room, inside `area` of the parent.

        It begins at `top`, or higher so as to end above `lowest`, as far as `area` allows.
        """
        width = min(self.theme.px(_WIDTH), area.width())
        self._lines.activate()
        height = self._lines.heightForWidth(width)
        left = x + _GAP
        if left + width > area.right():
            left = x - _GAP - width
        left = max(area.left(), min(left, area.right() + 1 - width))
        upper = top if lowest is None else min(top, lowest - height)
        upper = max(area.top(), min(upper, area.bottom() + 1 - height))
        self.setGeometry(QRect(QPoint(left, upper), QPoint(left + width - 1, upper + height - 1)))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.theme.color("sheet"))
        painter.setPen(QPen(self.theme.color("rule"), 1))
        radius = self.theme.tokens.radius["sheet"] - 2
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def _plain(words: str | Sequence[Run]) -> str:
    return words if isinstance(words, str) else "".join(run.text for run in words)
