"""Plain text laid out for painting: wrapped, in lines of one height, in the direction of its own script.

Painted controls use it where a label widget would be one widget too many. Nothing in the text is markup.
"""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from trustplanner.ui.kit.theme import Theme

_LINE_SEPARATOR = "\N{LINE SEPARATOR}"
_UNLIMITED = 1_000_000.0


class TextBlock:
    """Text of one font, wrapped to `width` logical pixels, each line `line_height` pixels high.

    `side` is where short lines stand; within a line, words run as their script does.
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        line_height: float,
        width: float,
        side: Qt.AlignmentFlag,
    ) -> None:
        self._layout = QTextLayout(text.replace("\n", _LINE_SEPARATOR), font)
        option = QTextOption(side)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # Qt's default is that of the interface
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self.height = self._break_lines(QFontMetricsF(font), line_height, max(width, 1.0))

    def _break_lines(self, metrics: QFontMetricsF, line_height: float, width: float) -> int:
        # The font's own line stands in the middle of the taller line of the design. A character from a fallback
        # font may be taller: it keeps its baseline.
        baseline = (line_height - metrics.height()) / 2 + metrics.ascent()
        top = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + baseline - line.ascent()))
            top += line_height
        self._layout.endLayout()
        return ceil(top)

    @property
    def line_count(self) -> int:
        """Lines after wrapping."""
        return self._layout.lineCount()

    @property
    def widest_line(self) -> float:
        """Pixels of the widest line."""
        lines = range(self._layout.lineCount())
        return max((self._layout.lineAt(index).naturalTextWidth() for index in lines), default=0.0)

    def paint(self, painter: QPainter, left: float, top: float, color: QColor) -> None:
        """Paint with the first line's top at `top`."""
        painter.setPen(color)
        self._layout.draw(painter, QPointF(left, top))


# Pairs of a normal and a heavier role stand on the same lines, so that a change of weight moves nothing up or down.
_LINES_OF = {"label": "small", "strong": "body", "control_strong": "control"}


def role_text(theme: Theme, role: str, text: str, width: float, side: Qt.AlignmentFlag) -> TextBlock:
    """Text in a role of the theme; the same one again while the text size is the same."""
    return _laid_out(theme, theme.fonts_version, role, text, width, side)


@lru_cache(maxsize=512)
def _laid_out(theme: Theme, _version: int, role: str, text: str, width: float, side: Qt.AlignmentFlag) -> TextBlock:
    """Controls paint the same few words again and again; the version changes with the text size."""
    return TextBlock(text, theme.font(role), role_line(theme, role), width, side)


def role_line(theme: Theme, role: str) -> int:
    """Pixels from line to line in painted controls."""
    return theme.line_height(_LINES_OF.get(role, role))


def text_width(theme: Theme, role: str, text: str) -> int:
    """Pixels that keep text of this role on one line."""
    return _width(theme, theme.fonts_version, role, text)


@lru_cache(maxsize=1024)
def _width(theme: Theme, _version: int, role: str, text: str) -> int:
    """Asked for again and again while a row is laid out; the version changes with the text size."""
    return ceil(role_text(theme, role, text, _UNLIMITED, Qt.AlignmentFlag.AlignLeft).widest_line)


def leading_side(*, is_right_to_left: bool) -> Qt.AlignmentFlag:
    """Where the words of a control stand: the side from which the interface reads, whatever their script."""
    side = Qt.AlignmentFlag.AlignRight if is_right_to_left else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute
