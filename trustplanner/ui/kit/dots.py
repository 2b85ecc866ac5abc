"""The dots of the contents: one shape for each state of a stage or a question, and the entries that carry them."""

import math
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustplanner.ui.kit.boxes import Box, paint_box
from trustplanner.ui.kit.painted_button import PaintedButton, spoken
from trustplanner.ui.kit.text_block import TextBlock, leading_side, role_line, role_text, text_width
from trustplanner.ui.kit.theme import Theme


class DotState(StrEnum):
    """What a dot says."""

    WRITTEN = "written"
    BEGUN = "begun"  # a stage of which a part is written
    HERE = "here"
    SKIPPED = "skipped"
    NOT_OPENED = "not_opened"


# Logical pixels at 100 %: written, ring of "here", ring of the others; large for stages, small for questions.
_DISC = {False: 6.0, True: 3.75}
_HERE = {False: 7.0, True: 5.5}
_RING = {False: 6.0, True: 3.5}
_POINT = 2.5
_HERE_STROKE = 2.0
_RING_STROKE = 1.5
_SKIPPED_DASHES = {False: 9, True: 6}

INDENT = 20  # a question stands below its stage
_DOT_MIDDLE = {False: 11, True: 33}
_TITLE_LEFT = {False: 30, True: 50}
_TITLE_INSET = {False: 4, True: 2}
_DETAIL_GAP = 2
_DOT_DROP = 1  # to the middle of the small letters
_END_GAP = 6
_NARROWEST = 120


def paint_dot(painter: QPainter, middle: QPointF, state: DotState, theme: Theme, *, is_small: bool = False) -> None:
    """Paint a dot around `middle`: disc, half disc in a ring, ring with a point, broken ring or ring."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(middle)
    painter.scale(theme.text_scale, theme.text_scale)
    accent, edge = theme.color("accent"), theme.color("edge")
    painter.setPen(Qt.PenStyle.NoPen)
    origin = QPointF(0, 0)
    if state is DotState.WRITTEN:
        painter.setBrush(accent)
        painter.drawEllipse(origin, _DISC[is_small], _DISC[is_small])
    elif state is DotState.BEGUN:
        radius = _RING[is_small]
        painter.setBrush(accent)
        painter.drawPie(QRectF(-radius, -radius, 2 * radius, 2 * radius), 90 * 16, 180 * 16)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(accent, _RING_STROKE))
        painter.drawEllipse(origin, radius, radius)
    elif state is DotState.HERE:
        painter.setBrush(accent)
        painter.drawEllipse(origin, _POINT, _POINT)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(accent, _HERE_STROKE))
        painter.drawEllipse(origin, _HERE[is_small], _HERE[is_small])
    else:
        pen = QPen(edge, _RING_STROKE)
        if state is DotState.SKIPPED:
            pen = QPen(theme.color("ink_3"), _RING_STROKE, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
            around = 2 * math.pi * _RING[is_small] / _RING_STROKE / _SKIPPED_DASHES[is_small]
            pen.setDashPattern([around / 2, around / 2])
        painter.setPen(pen)
        painter.drawEllipse(origin, _RING[is_small], _RING[is_small])
    painter.restore()


class ContentsEntry(PaintedButton):
    """A stage (large) or a question (small) in the contents: dot, title and, for a stage, the count in words."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        state: DotState,
        *,
        detail: str = "",
        is_small: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._is_small = is_small
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_state(title, state, detail)

    @property
    def state(self) -> DotState:
        """What the dot says."""
        return self._state

    def show_state(self, title: str, state: DotState, detail: str = "") -> None:
        """Show another state, or other words."""
        self._title, self._state, self._detail = title, state, detail
        self.setAccessibleName(spoken(title, detail))
        self.setAccessibleDescription(self._state_words())
        self.updateGeometry()
        self.update()

    def _state_words(self) -> str:
        return {
            DotState.WRITTEN: self.tr("written"),
            DotState.BEGUN: self.tr("begun"),
            DotState.HERE: self.tr("you are here"),
            DotState.SKIPPED: self.tr("skipped"),
            DotState.NOT_OPENED: self.tr("nothing written"),
        }[self._state]

    # --- geometry and painting

    @property
    def _title_role(self) -> str:
        is_here = self._state is DotState.HERE
        if self._is_small:
            return "label" if is_here else "small"
        return "control_strong" if is_here else "control"

    def _words_left(self) -> int:
        return self.theme.px(_TITLE_LEFT[self._is_small])

    def _blocks(self, width: int) -> tuple[TextBlock, TextBlock | None]:
        side = leading_side(is_right_to_left=self.isRightToLeft())
        words_width = width - self._words_left() - _END_GAP
        detail = role_text(self.theme, "caption", self._detail, words_width, side) if self._detail else None
        return role_text(self.theme, self._title_role, self._title, words_width, side), detail

    def sizeHint(self) -> QSize:
        """Title and count on a line each."""
        strong = "label" if self._is_small else "control_strong"
        words = max(text_width(self.theme, strong, self._title), text_width(self.theme, "caption", self._detail))
        width = self._words_left() + words + _END_GAP
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Long titles wrap."""
        width = min(self.sizeHint().width(), self._words_left() + self.theme.px(_NARROWEST))
        return QSize(width, self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """Pixels at this width."""
        title, detail = self._blocks(width)
        height = title.height + (_DETAIL_GAP + detail.height if detail else 0)
        return height + 2 * _TITLE_INSET[self._is_small]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dot, title and count."""
        painter = QPainter(self)
        theme, is_mirrored = self.theme, self.isRightToLeft()
        if self.isEnabled() and (self.isDown() or self.underMouse()):
            fill = "shade" if self.isDown() else "hover"
            paint_box(painter, self.rect(), Box(fill, None, 0, theme.tokens.radius["control"]), theme)
        title, detail = self._blocks(self.width())
        top = _TITLE_INSET[self._is_small]
        middle_x = theme.px(_DOT_MIDDLE[self._is_small])
        first_line = role_line(theme, self._title_role)
        middle = QPointF(
            self.width() - middle_x if is_mirrored else middle_x, top + first_line / 2 + theme.px(_DOT_DROP)
        )
        paint_dot(painter, middle, self._state, theme, is_small=self._is_small)
        left = _END_GAP if is_mirrored else self._words_left()
        title.paint(painter, left, top, theme.color(self._title_ink()))
        if detail:
            detail.paint(painter, left, top + title.height + _DETAIL_GAP, theme.color("ink_3"))

    def _title_ink(self) -> str:
        if self._state is DotState.HERE:
            return "ink"
        return "ink" if self._state is DotState.WRITTEN and not self._is_small else "ink_2"
