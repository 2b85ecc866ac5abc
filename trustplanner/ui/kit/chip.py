"""The chip: a small word with its icon. Tone says whose it is about, icon and word say which kind."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustplanner.ui.kit.boxes import Box, paint_box
from trustplanner.ui.kit.icons import DIRECTED, icon_pixmap
from trustplanner.ui.kit.painted_button import PaintedButton
from trustplanner.ui.kit.text_block import TextBlock, leading_side, role_text, text_width
from trustplanner.ui.kit.theme import Theme

HEIGHT = 26
ICON = 15
EDGE_GAP = 10
ICON_GAP = 6
END_GAP = 13
WORDS_INSET = 3  # above and below words that need more than one line
NARROWEST = 96


class Tone(StrEnum):
    """Whose it is about: `accent` what you did, `theirs` about them, `neutral` about you, `outline` a wish or none."""

    ACCENT = "accent"
    THEIRS = "theirs"
    NEUTRAL = "neutral"
    OUTLINE = "outline"


_FILLS = {Tone.ACCENT: "wash", Tone.THEIRS: "theirs_wash", Tone.NEUTRAL: "paper", Tone.OUTLINE: "paper"}
_ICON_INKS = {Tone.ACCENT: "accent", Tone.THEIRS: "theirs", Tone.NEUTRAL: "ink_2", Tone.OUTLINE: "ink_2"}


class Chip(PaintedButton):
    """Pressed by mouse, Enter or Space. `number_typed` carries 1 to 8 for the owner's list of kinds."""

    number_typed = Signal(int)

    def __init__(
        self, theme: Theme, words: str, tone: Tone, icon: str | None, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._words = words
        self._tone = tone
        self._icon = icon
        self.setObjectName(name)
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def words(self) -> str:
        """The words as a person reads them."""
        return self._words

    def set_kind(self, words: str, tone: Tone, icon: str | None) -> None:
        """Show another kind."""
        self._words, self._tone, self._icon = words, tone, icon
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space press; 1 to 8 are passed on as numbers."""
        text = event.text()
        if len(text) == 1 and text in "12345678" and not event.isAutoRepeat():
            self.number_typed.emit(int(text))
        else:
            super().keyPressEvent(event)

    # --- geometry and painting

    def sizeHint(self) -> QSize:
        """Words on one line."""
        width = self._words_left + text_width(self.theme, "small", self._words) + END_GAP
        return QSize(width, self.theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Long words wrap."""
        return QSize(min(self.sizeHint().width(), self.theme.px(NARROWEST)), self.theme.px(HEIGHT))

    def heightForWidth(self, width: int) -> int:
        """More when the words wrap."""
        block = self._block(width)
        if block.line_count <= 1:
            return self.theme.px(HEIGHT)
        return block.height + 2 * WORDS_INSET

    @property
    def _words_left(self) -> int:
        return EDGE_GAP + self.theme.px(ICON) + ICON_GAP if self._icon else END_GAP

    def _block(self, width: int) -> TextBlock:
        side = leading_side(is_right_to_left=self.isRightToLeft())
        return role_text(self.theme, "small", self._words, width - self._words_left - END_GAP, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A pill with icon and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, is_mirrored = self.theme, self.isRightToLeft()
        # A chip of several lines keeps the corners of a chip of one.
        paint_box(painter, self.rect(), self._box(theme.px(HEIGHT) / 2), theme)
        if self._icon:
            side = theme.px(ICON)
            left = self.width() - EDGE_GAP - side if is_mirrored else EDGE_GAP
            place = QRectF(left, (self.height() - side) / 2, side, side)
            self._paint_icon(painter, self._icon, place)
        block = self._block(self.width())
        left = END_GAP if is_mirrored else self._words_left
        block.paint(painter, left, (self.height() - block.height) / 2, theme.color("ink"))

    def _paint_icon(self, painter: QPainter, icon: str, place: QRectF) -> None:
        """Lighter than a large icon, as the word beside it is lighter."""
        theme = self.theme
        stroke = theme.tokens.size["icon_stroke"] * place.width() / theme.tokens.size["icon"]
        color, ratio = theme.color(_ICON_INKS[self._tone]), self.devicePixelRatioF()
        is_mirrored = icon in DIRECTED and self.isRightToLeft()
        pixmap = icon_pixmap(icon, round(place.width()), color, ratio, stroke=stroke, is_mirrored=is_mirrored)
        painter.drawPixmap(place.topLeft(), pixmap)

    def _box(self, radius: float) -> Box:
        fill = _FILLS[self._tone]
        is_lively = self.isEnabled() and (self.underMouse() or self.isDown())
        width = self.theme.border_width
        if self._tone in (Tone.NEUTRAL, Tone.OUTLINE):
            line = Qt.PenStyle.DashLine if self._tone is Tone.OUTLINE else Qt.PenStyle.SolidLine
            return Box(("shade" if self.isDown() else "hover") if is_lively else fill, "edge", width, radius, line)
        # The tone of a filled chip says whose it is about, so the mouse adds a border instead of another fill.
        border = _ICON_INKS[self._tone] if is_lively else None
        return Box(fill, border, 2 * width if self.isDown() else width, radius)
