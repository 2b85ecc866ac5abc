"""The hover card: what a place on a chart says, beside the place.

It paints its words itself: a card that follows the mouse has no time for labels and their layouts.
"""

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.shadow import Shadow
from trustplanner.ui.kit.text_block import TextBlock, leading_side, role_line
from trustplanner.ui.kit.theme import Theme

_WIDTH = 262
_GAP = 12
_PADDING = 16
_TOP, _FOOT = 12, 14
_BETWEEN = 6
_CARDS_KEPT = 160  # more than a year has weeks, and ten years have months


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
Words = tuple[tuple[CardLine, str], ...]


class PlacedLine(NamedTuple):
    """One line of the card, wrapped, and how far below the card's top it begins."""

    kind: CardLine
    words: str
    top: int
    block: TextBlock


class HoverCard(QWidget):
    """A small sheet in `parent`, never under the mouse's way: clicks go through it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words: Words = ()
        self._shadow = Shadow(theme, self, "raised", theme.tokens.radius["sheet"] - 2)
        self.hide()
        theme.changed.connect(self.update)

    def show_lines(self, lines: Sequence[tuple[CardLine, str]]) -> None:
        """What the card says, line by line; the card's accessible name says the same."""
        words = tuple(lines)
        if words == self._words:
            return
        self._words = words
        self.setAccessibleName(". ".join(said for _, said in words))
        self.update()

    def placed_lines(self) -> tuple[PlacedLine, ...]:
        """The lines as they are painted at the card's width."""
        return self._placed(self.width())

    def height_in(self, area: QRect) -> int:
        """How high the card is inside an area of the parent."""
        return _height(self._placed(self._width_in(area)))

    def stand_beside(self, x: int, top: int, area: QRect, lowest: int | None = None) -> None:
        """Show the card 12 pixels from the line at `x`, on the side that has room, inside `area` of the parent.

        It begins at `top`, or higher so as to end above `lowest`, as far as `area` allows.
        """
        width, height = self._width_in(area), self.height_in(area)
        left = x + _GAP
        if left + width > area.right():
            left = x - _GAP - width
        left = max(area.left(), min(left, area.right() + 1 - width))
        upper = top if lowest is None else min(top, lowest - height)
        upper = max(area.top(), min(upper, area.bottom() + 1 - height))
        self.setGeometry(QRect(QPoint(left, upper), QPoint(left + width - 1, upper + height - 1)))
        if self.isHidden():
            self.show()
            self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet and its lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.theme.color("sheet"))
        painter.setPen(QPen(self.theme.color("rule"), 1))
        radius = self.theme.tokens.radius["sheet"] - 2
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        for line in self.placed_lines():
            line.block.paint(painter, _PADDING, line.top, self.theme.color(_LOOKS[line.kind][1]))

    def _width_in(self, area: QRect) -> int:
        return min(self.theme.px(_WIDTH), area.width())

    def _placed(self, width: int) -> tuple[PlacedLine, ...]:
        key = self.theme.font("small").key()
        return _laid_out(self.theme, key, self._words, width, is_right_to_left=self.isRightToLeft())


@lru_cache(maxsize=_CARDS_KEPT)
def _laid_out(
    theme: Theme, _font_key: str, words: Words, width: int, *, is_right_to_left: bool
) -> tuple[PlacedLine, ...]:
    """Laid out once for each bar; the font's key changes with the text size."""
    placed, top = [], _TOP
    side = leading_side(is_right_to_left=is_right_to_left)
    for kind, said in words:
        role = _LOOKS[kind][0]
        block = TextBlock(said, theme.font(role), role_line(theme, role), width - 2 * _PADDING, side)
        placed.append(PlacedLine(kind, said, top, block))
        top += block.height + _BETWEEN
    return tuple(placed)


def _height(placed: Sequence[PlacedLine]) -> int:
    """With all lines, and the room around them."""
    return placed[-1].top + placed[-1].block.height + _FOOT if placed else _TOP + _FOOT
