"""Text that is read: labels by role, with the line height of the role.

Qt's own label counts `line-height` from the font's own line instead of its size, breaks lines only at spaces,
and reads `<b>` and `&` as marks. So these labels lay out their lines themselves. They stay QLabels: `text()` is
what a person reads, and a screen reader finds static text.

The first window waits for this module. It therefore names `Qt` and `QStyle`, whose many enumerations take long to
make, only where something differs from the usual.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from trustplanner.ui.kit.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QPaintEvent

_NARROWEST = 96  # a wrapping label may be squeezed to this many pixels at 100 %
_UNLIMITED = 1_000_000.0
_SPREAD_ROLE = "display"  # three of its words would fill the widest text column
_PEOPLES_ROLES = frozenset({"promise", "writing", "aside"})  # what people say and promise


class Run(NamedTuple):
    """A piece of a label in its own colour or role; None means the label's."""

    text: str
    color: str | None = None
    role: str | None = None


class _Paragraph(NamedTuple):
    layout: QTextLayout
    top: float


class _Lines(NamedTuple):
    paragraphs: list[_Paragraph]
    height: int


def promise_runs(promise: str, purpose: str = "") -> list[Run]:
    """ "I will ring at six," in ink and "so that Ana is not left waiting." in the second voice."""
    return [Run(promise), Run(f" {purpose}", color="ink_2")] if purpose else [Run(promise)]


class TextLabel(QLabel):
    """Words in one role, perhaps of several runs. Shows exactly what it is given: nothing is read as markup.

    A label that `wraps` breaks at words, and inside a word only where the word alone is too wide; its lines never
    exceed the widest text column (twice that in the largest role), however wide the label is. Words run in the
    direction of their script; people's words also begin on its side, the program's own on the side of the interface.
    """

    def __init__(
        self,
        theme: Theme,
        text: str | Sequence[Run] = "",
        role: str = "body",
        color: str = "ink",
        *,
        wraps: bool = True,
        alignment: Qt.AlignmentFlag | None = None,
        is_centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._role = role
        self._color = color
        self._wraps = wraps
        self._alignment = alignment
        self._is_centred = is_centred
        self._was_right_to_left = self.isRightToLeft()
        self._runs: list[Run] = []
        self._lines_by_width: dict[int, _Lines] = {}
        self._natural: float | None = None  # layouts ask for it again and again
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setWordWrap(wraps)  # QLabel asks for height for width when, and only when, this is set
        self._take_color()
        self.set_text(text)
        theme.changed.connect(self._on_theme_changed)

    def set_text(self, text: str | Sequence[Run]) -> None:
        """Show other words."""
        runs = [Run(text)] if isinstance(text, str) else list(text)
        if runs == self._runs:
            return
        self._runs = runs
        plain = "".join(run.text for run in runs)
        if "<" in plain:
            self.setTextFormat(QtCore.Qt.TextFormat.PlainText)  # Qt guesses markup only where this sign stands
        self.setText(plain)
        self.setAccessibleName(plain)  # Qt's own would drop every "&"
        self._forget_lines()

    def set_color(self, name: str) -> None:
        """Show the words in another colour of the theme."""
        self._color = name
        self._take_color()

    def sizeHint(self) -> QSize:
        """One line if it fits the widest text column, else as many as that needs."""
        width = math.ceil(self._natural_width())
        if self._wraps:
            width = min(width, self._measure())
        return QSize(width, self._lines(width).height)

    def minimumSizeHint(self) -> QSize:
        """A wrapping label can be narrow; one that does not wrap is never cut."""
        hint = self.sizeHint()
        if not self._wraps:
            return hint
        return QSize(min(hint.width(), self.theme.px(_NARROWEST)), self._lines(hint.width()).height)

    def heightForWidth(self, width: int) -> int:
        """Pixels the lines take at this width, or at the widest the label may be."""
        return self._lines(min(width, self.maximumWidth())).height

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines, in the middle of the height if there is more than they need."""
        if self.palette().color(QPalette.ColorRole.WindowText) != self.theme.color(self._color):
            self._take_color()  # a style sheet loses it when parents change
        painter = QPainter(self)  # its pen is the palette's colour of text; to set one would name `Qt`
        width = min(self.width(), self._measure()) if self._wraps else self.width()
        lines = self._lines(width)
        left = self.width() - width if self.isRightToLeft() else 0
        if self._is_centred:
            left = (self.width() - width) // 2
        top = max(0, (self.height() - lines.height) // 2)
        for paragraph in lines.paragraphs:
            paragraph.layout.draw(painter, QPointF(left, top + paragraph.top), [], QRectF())

    def changeEvent(self, event: QEvent) -> None:
        """Lay the lines out again when the direction of reading turns round."""
        super().changeEvent(event)
        if self.isRightToLeft() != self._was_right_to_left:
            self._was_right_to_left = self.isRightToLeft()
            self._forget_lines()

    def _measure(self) -> int:
        widest = self.theme.px(self.theme.tokens.size["measure"])
        return 2 * widest if self._role == _SPREAD_ROLE else widest

    def _natural_width(self) -> float:
        if self._natural is None:
            lines = self._lay_out(_UNLIMITED)
            self._natural = max((paragraph.layout.maximumWidth() for paragraph in lines.paragraphs), default=0)
        return self._natural

    def _lines(self, width: int) -> _Lines:
        limited = min(width, self._measure()) if self._wraps else width
        if limited not in self._lines_by_width:
            if len(self._lines_by_width) > 4:  # a layout asks for a few widths again and again
                self._lines_by_width.clear()
            self._lines_by_width[limited] = self._lay_out(limited if self._wraps else _UNLIMITED, limited)
        return self._lines_by_width[limited]

    def _lay_out(self, width: float, align_in: float | None = None) -> _Lines:
        """Place every line; `align_in` is the width that unwrapped lines are aligned in."""
        paragraphs: list[_Paragraph] = []
        line_height = self.theme.line_height(self._role)
        font_height = math.ceil(QFontMetricsF(self.theme.font(self._role)).height())
        spare = max(0.0, (line_height - font_height) / 2)
        top, bottom = 0.0, 0.0
        for runs in _split_lines(self._runs):
            layout = self._start_layout(runs)
            centres_by_hand = self._is_centred and not self._turns_sides(runs)
            layout.beginLayout()
            y = 0.0
            while (line := layout.createLine()).isValid():
                line_width = align_in if align_in and not self._wraps else width
                line.setLineWidth(line_width)
                # Placed by hand rather than by an alignment, for which the first window would have to name `Qt`.
                x = round((line_width - line.naturalTextWidth()) / 2) if centres_by_hand else 0
                line.setPosition(QPointF(x, round(y + spare)))
                # A line with letters from a taller font, such as emoji, takes the room it needs.
                taller = max(0.0, line.height() - max(line_height, font_height))
                bottom = top + y + taller + max(line_height, font_height)
                y += line_height + taller
            layout.endLayout()
            paragraphs.append(_Paragraph(layout, top))
            top += y
        return _Lines(paragraphs, math.ceil(bottom))

    def _start_layout(self, runs: list[Run]) -> QTextLayout:
        text = "".join(run.text for run in runs)
        layout = QTextLayout(text, self.theme.font(self._role))
        option = QTextOption()
        if self._turns_sides(runs) or self._alignment is not None:
            self._set_sides(option, runs_backwards=is_right_to_left(text, otherwise=self.isRightToLeft()))
        wrap_modes = QTextOption.WrapMode
        option.setWrapMode(wrap_modes.WrapAtWordBoundaryOrAnywhere if self._wraps else wrap_modes.ManualWrap)
        layout.setTextOption(option)
        layout.setFormats(self._formats(runs))
        return layout

    def _turns_sides(self, runs: list[Run]) -> bool:
        """Whether anything here runs from right to left."""
        text = "".join(run.text for run in runs)
        return self.isRightToLeft() or is_right_to_left(text, otherwise=False)

    def _set_sides(self, option: QTextOption, *, runs_backwards: bool) -> None:
        """Everything but the usual: words from left to right, that begin on the left."""
        directions = QtCore.Qt.LayoutDirection
        direction = directions.RightToLeft if runs_backwards else directions.LeftToRight
        stands_as = direction if self._role in _PEOPLES_ROLES else self.layoutDirection()
        flags = QtCore.Qt.AlignmentFlag
        alignment = flags.AlignHCenter if self._is_centred else self._alignment or flags.AlignLeading
        option.setAlignment(QtWidgets.QStyle.visualAlignment(stands_as, alignment))
        option.setTextDirection(direction)

    def _formats(self, runs: list[Run]) -> list[QTextLayout.FormatRange]:
        formats = []
        start = 0
        for run in runs:
            length = len(run.text.encode("utf-16-le")) // 2  # Qt counts in UTF-16
            if run.color is not None or run.role is not None:
                piece = QTextLayout.FormatRange()
                piece.start, piece.length = start, length
                char_format = QtGui.QTextCharFormat()
                if run.role is not None:
                    char_format.setFont(self.theme.font(run.role))
                if run.color is not None:
                    char_format.setForeground(self.theme.color(run.color))
                piece.format = char_format
                formats.append(piece)
            start += length
        return formats

    def _forget_lines(self) -> None:
        self._lines_by_width.clear()
        self._natural = None
        self.updateGeometry()
        self.update()

    def _take_color(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self.theme.color(self._color))
        self.setPalette(palette)

    def _on_theme_changed(self) -> None:
        self._take_color()
        self._forget_lines()


def _split_lines(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs of each line between line breaks; never empty, so that an empty label keeps its height."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.replace("\r\n", "\n").split("\n")
        lines[-1].append(run._replace(text=first))
        lines.extend([run._replace(text=part)] for part in rest)
    return lines


def is_right_to_left(text: str, *, otherwise: bool) -> bool:
    """As the first letter with a direction has it, so that each person's words run their own way.

    Figures alone, such as "95 %", run from left to right everywhere.
    """
    kinds = [unicodedata.bidirectional(character) for character in text]
    strong = _first_strong(_not_isolated(kinds)) or _first_strong(kinds)
    if strong is not None:
        return strong != "L"
    return otherwise and "EN" not in kinds


def _first_strong(kinds: Iterable[str]) -> str | None:
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), None)


def _not_isolated(kinds: Iterable[str]) -> Iterator[str]:
    """What stands outside every isolate, for a name inside a sentence does not turn it (UAX 9, rule P2)."""
    depth = 0
    for kind in kinds:
        depth += (kind in {"LRI", "RLI", "FSI"}) - (kind == "PDI")
        if depth == 0:
            yield kind


def isolated(words: str) -> str:
    """Words for a control of Qt's own, which would let them run as the whole program does; they keep their own way."""
    runs_backwards = QtGui.QGuiApplication.isRightToLeft()
    own_way = is_right_to_left(words, otherwise=runs_backwards)
    if own_way == runs_backwards:
        return words
    mark = "\N{RIGHT-TO-LEFT ISOLATE}" if own_way else "\N{LEFT-TO-RIGHT ISOLATE}"
    return f"{mark}{words}\N{POP DIRECTIONAL ISOLATE}"
