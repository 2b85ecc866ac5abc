"""The marks: one shape for each answer and for each way a miss came out, painted, never typed.

Shape carries the meaning; tone only supports it. Each mark fills the square `rect` and is drawn on a grid of 16 x 16
around its centre, as section "Marks" of the design gives it, so that it stays sharp at every text size.
"""

import math
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from trustplanner.ui.kit.theme import Theme

SIZE = 16
STROKE = 1.5
TICK_STROKE_ON_DISC = 1.8
DISC_RADIUS = 8.0
RING_RADIUS = DISC_RADIUS - STROKE / 2
# The tips of a diamond reach a little beyond the disc: a diamond of the same width looks smaller than a circle.
DIAMOND_RADIUS = 7.75
# A dotted line is dashes of nearly no length with round caps; lengths are in widths of the pen.
DOT = 0.1
DOTS_IN_RING = 14
DOTS_IN_DIAMOND = 16


class Mark(StrEnum):
    """What a mark says: an answer, or how a miss came out."""

    KEPT = "kept"
    PARTLY = "partly"
    MISSED = "missed"
    NOT_APPLICABLE = "not_applicable"
    UNANSWERED = "unanswered"
    TOLD_FIRST = "told_first"
    WHEN_ASKED = "when_asked"
    FOUND_OUT = "found_out"
    NOT_YET = "not_yet"
    NOT_WELCOME = "not_welcome"


def paint_mark(
    painter: QPainter,
    rect: QRectF,
    kind: str,
    theme: Theme,
    *,
    chosen: bool = False,
    color: QColor | None = None,
) -> None:
    """Paint the mark `kind` (a `Mark` or its word) into the largest square in the middle of `rect`.

    `chosen` is the mark of something that is so, against one that is only offered: "kept" becomes a filled disc and
    the colour, unless given, the accent. The unanswered mark is `edge` in both.

    Raises:
        ValueError: no such mark.
    """
    mark = Mark(kind)
    ink = color or theme.color(_color_name(mark, chosen=chosen))
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center())
    painter.scale(side / SIZE, side / SIZE)
    painter.setPen(_pen(ink))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if mark is Mark.KEPT and chosen:
        _paint_disc_with_tick(painter, ink, theme.color("paper"))
    else:
        _PAINTERS[mark](painter, ink)
    painter.restore()


def _color_name(mark: Mark, *, chosen: bool) -> str:
    if mark is Mark.UNANSWERED:
        return "edge"
    return "accent" if chosen else "ink_2"


def _pen(ink: QColor, width: float = STROKE) -> QPen:
    return QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _dotted_pen(ink: QColor, length: float, dots: int) -> QPen:
    """A pen whose dots close without a seam on a line of this length."""
    pen = _pen(ink)
    pen.setDashPattern([DOT, length / STROKE / dots - DOT])
    return pen


def _tick() -> QPainterPath:
    path = QPainterPath(QPointF(-0.42 * DISC_RADIUS, 0.03 * DISC_RADIUS))
    path.lineTo(-0.10 * DISC_RADIUS, 0.36 * DISC_RADIUS)
    path.lineTo(0.46 * DISC_RADIUS, -0.32 * DISC_RADIUS)
    return path


def _diamond() -> QPainterPath:
    path = QPainterPath(QPointF(0, -DIAMOND_RADIUS))
    path.lineTo(DIAMOND_RADIUS, 0)
    path.lineTo(0, DIAMOND_RADIUS)
    path.lineTo(-DIAMOND_RADIUS, 0)
    path.closeSubpath()
    return path


def _paint_disc_with_tick(painter: QPainter, ink: QColor, tick_color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(0, 0), DISC_RADIUS, DISC_RADIUS)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(tick_color, TICK_STROKE_ON_DISC))
    painter.drawPath(_tick())


def _paint_ring(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(0, 0), RING_RADIUS, RING_RADIUS)


def _paint_kept(painter: QPainter, _ink: QColor) -> None:
    _paint_ring(painter)
    painter.drawPath(_tick())


def _paint_partly(painter: QPainter, ink: QColor) -> None:
    _paint_ring(painter)
    left_half = QPainterPath(QPointF(0, -RING_RADIUS))
    left_half.arcTo(QRectF(-RING_RADIUS, -RING_RADIUS, 2 * RING_RADIUS, 2 * RING_RADIUS), 90, 180)
    left_half.closeSubpath()
    painter.fillPath(left_half, ink)


def _paint_missed(painter: QPainter, _ink: QColor) -> None:
    _paint_ring(painter)
    arm = 0.32 * DISC_RADIUS
    painter.drawLine(QPointF(-arm, -arm), QPointF(arm, arm))
    painter.drawLine(QPointF(-arm, arm), QPointF(arm, -arm))


def _paint_ring_with_dash(painter: QPainter, _ink: QColor) -> None:
    _paint_ring(painter)
    arm = 0.36 * DISC_RADIUS
    painter.drawLine(QPointF(-arm, 0), QPointF(arm, 0))


def _paint_unanswered(painter: QPainter, ink: QColor) -> None:
    painter.setPen(_dotted_pen(ink, 2 * math.pi * RING_RADIUS, DOTS_IN_RING))
    _paint_ring(painter)


def _paint_told_first(painter: QPainter, ink: QColor) -> None:
    painter.setBrush(ink)
    painter.drawPath(_diamond())


def _paint_when_asked(painter: QPainter, ink: QColor) -> None:
    painter.drawPath(_diamond())
    left_half = QPainterPath(QPointF(0, -DIAMOND_RADIUS))
    left_half.lineTo(0, DIAMOND_RADIUS)
    left_half.lineTo(-DIAMOND_RADIUS, 0)
    left_half.closeSubpath()
    painter.fillPath(left_half, ink)


def _paint_found_out(painter: QPainter, _ink: QColor) -> None:
    painter.drawPath(_diamond())


def _paint_not_yet(painter: QPainter, ink: QColor) -> None:
    painter.setPen(_dotted_pen(ink, 4 * math.sqrt(2) * DIAMOND_RADIUS, DOTS_IN_DIAMOND))
    painter.drawPath(_diamond())


_PAINTERS = {
    Mark.KEPT: _paint_kept,
    Mark.PARTLY: _paint_partly,
    Mark.MISSED: _paint_missed,
    Mark.NOT_APPLICABLE: _paint_ring_with_dash,
    Mark.UNANSWERED: _paint_unanswered,
    Mark.TOLD_FIRST: _paint_told_first,
    Mark.WHEN_ASKED: _paint_when_asked,
    Mark.FOUND_OUT: _paint_found_out,
    Mark.NOT_YET: _paint_not_yet,
    Mark.NOT_WELCOME: _paint_ring_with_dash,
}
