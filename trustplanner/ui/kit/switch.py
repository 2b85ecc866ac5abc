"""The switch: something that is on or off, with its words beside it."""

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustplanner.ui.kit.boxes import Box, paint_box
from trustplanner.ui.kit.painted_button import PaintedButton, Role
from trustplanner.ui.kit.text_block import TextBlock, leading_side, role_text, text_width
from trustplanner.ui.kit.theme import Theme

TRACK_WIDTH, TRACK_HEIGHT = 36, 20
TRACK_STROKE = 1.5
KNOB = 12
KNOB_INSET = 5
GAP = 11
NARROWEST_WORDS = 80


class Switch(PaintedButton):
    """On or off at once; `switched` carries the new state when a person has changed it."""

    switched = Signal(bool)

    def __init__(
        self, theme: Theme, words: str, *, name: str = "", is_track_first: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent, Role.CHECK_BOX)
        self._words = words
        self._is_track_first = is_track_first
        self._knob_place = 0.0  # 0 is off, 1 is on
        self._slide = QVariantAnimation(self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(self._on_slide_moved)
        self.setObjectName(name)
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.activated.connect(self._on_activated)

    @property
    def is_on(self) -> bool:
        """What is shown."""
        return self.isChecked()

    def set_on(self, is_on: bool) -> None:
        """Show it on or off, without any signal and without a movement."""
        self.show_checked(is_on)
        self._slide.stop()
        self._knob_place = float(is_on)

    def words(self) -> str:
        """The words beside the switch."""
        return self._words

    def _on_activated(self) -> None:
        is_on = not self.isChecked()
        self.show_checked(is_on)
        self._slide.stop()
        self._slide.setStartValue(self._knob_place)
        self._slide.setEndValue(float(is_on))
        self._slide.setDuration(self.theme.motion("slide"))
        self._slide.start()
        self.switched.emit(is_on)

    def _on_slide_moved(self, place: float) -> None:
        self._knob_place = place
        self.update()

    def sizeHint(self) -> QSize:
        """Words and switch on one line."""
        width = text_width(self.theme, "control", self._words) + GAP + self.theme.px(TRACK_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow words wrap."""
        width = min(self.sizeHint().width(), self.theme.px(NARROWEST_WORDS + TRACK_WIDTH) + GAP)
        return QSize(width, self.theme.px(self.theme.tokens.size["target_min"]))

    def heightForWidth(self, width: int) -> int:
        """At least a good target, more when the words wrap."""
        return max(self._block(width).height, self.theme.px(self.theme.tokens.size["target_min"]))

    def _block(self, width: int) -> TextBlock:
        words_width = width - GAP - self.theme.px(TRACK_WIDTH)
        side = leading_side(is_right_to_left=self.isRightToLeft())
        return role_text(self.theme, "control", self._words, words_width, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words, track and knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self.theme.px
        block = self._block(self.width())
        track_is_left = self._is_track_first != self.isRightToLeft()
        words_left = px(TRACK_WIDTH) + GAP if track_is_left else 0
        ink = "ink_2" if self.isEnabled() else "ink_3"
        block.paint(painter, words_left, (self.height() - block.height) / 2, self.theme.color(ink))
        track_left = 0 if track_is_left else self.width() - px(TRACK_WIDTH)
        track_top = (self.height() - px(TRACK_HEIGHT)) / 2
        self._paint_track(painter, QRectF(track_left, track_top, px(TRACK_WIDTH), px(TRACK_HEIGHT)))

    def _paint_track(self, painter: QPainter, track: QRectF) -> None:
        fill = "wash" if self.isChecked() else "sheet"
        if self.isEnabled() and (self.underMouse() or self.isDown()) and not self.isChecked():
            fill = "hover"
        border = "accent" if self.isChecked() else "edge"
        knob = "accent" if self.isChecked() else "ink_2"
        if not self.isEnabled():
            fill, border, knob = "shade", "rule", "ink_3"
        stroke = TRACK_STROKE + self.theme.border_width - self.theme.tokens.border["control"]
        paint_box(painter, track, Box(fill, border, stroke, track.height() / 2), self.theme)
        knob_middle = self.theme.px(KNOB_INSET) + self.theme.px(KNOB) / 2
        way = track.width() - 2 * knob_middle
        place = 1 - self._knob_place if self.isRightToLeft() else self._knob_place
        centre = QPointF(track.left() + knob_middle + way * place, track.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color(knob))
        painter.drawEllipse(centre, self.theme.px(KNOB) / 2, self.theme.px(KNOB) / 2)
