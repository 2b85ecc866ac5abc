"""One item as a cell, the same shapes as in the recovery chart: shade and symbol say it, never colour alone."""

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from trustplanner.domain.items import Outcome
from trustplanner.ui.kit.theme import Theme

_EDGE: Final = 1.25  # pixels at 100 %
_SYMBOL: Final = 1.6
_HATCH_PITCH: Final = 4.2
_NOTCH: Final = 0.4  # of the side: the corner that a late answer lacks
_ARM: Final = 0.24  # of the side: half of a cross or a dash
_DASH: Final = (1.2, 1.8)  # in widths of the pen


def paint_cell(
    painter: QPainter, rect: QRectF, outcome: Outcome, theme: Theme, *, is_late: bool = False, is_bar: bool = False
) -> None:
    """Paint what became of an item. A bar is too low for a symbol and has its shade alone."""
    scale = theme.text_scale
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = _EDGE * scale
    outline = _outline(rect.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), is_late=is_late)
    _paint_shade(painter, outline, outcome, theme, edge)
    if not is_bar:
        _paint_symbol(painter, rect, outcome, theme)
    painter.restore()


def _outline(rect: QRectF, *, is_late: bool) -> QPainterPath:
    path = QPainterPath(rect.topLeft())
    notch = _NOTCH * min(rect.width(), rect.height()) if is_late else 0.0
    path.lineTo(rect.right() - notch, rect.top())
    path.lineTo(rect.right(), rect.top() + notch)
    path.lineTo(rect.bottomRight())
    path.lineTo(rect.bottomLeft())
    path.closeSubpath()
    return path


def _paint_shade(painter: QPainter, outline: QPainterPath, outcome: Outcome, theme: Theme, edge: float) -> None:
    fill = theme.color("fill")
    match outcome:
        case Outcome.KEPT:
            painter.fillPath(outline, fill)
            painter.strokePath(outline, _pen(fill, edge))
        case Outcome.PARTLY:
            painter.fillPath(outline, theme.color("wash"))
            _hatch(painter, outline, _pen(fill, edge), _HATCH_PITCH * theme.text_scale)
            painter.strokePath(outline, _pen(fill, edge))
        case Outcome.MISSED:
            painter.fillPath(outline, theme.color("paper"))
            painter.strokePath(outline, _pen(fill, edge))
        case Outcome.UNANSWERED:
            dotted = _pen(theme.color("edge"), edge)
            dotted.setDashPattern(_DASH)
            painter.strokePath(outline, dotted)
        case Outcome.OPEN:
            painter.strokePath(outline, _pen(theme.color("edge"), edge))
        case Outcome.NOT_APPLICABLE:
            painter.fillPath(outline, theme.color("hover"))
            painter.strokePath(outline, _pen(theme.color("rule"), edge))


def _paint_symbol(painter: QPainter, rect: QRectF, outcome: Outcome, theme: Theme) -> None:
    middle, side = rect.center(), min(rect.width(), rect.height())
    arm, width = _ARM * side, _SYMBOL * theme.text_scale
    if outcome is Outcome.KEPT:
        painter.setPen(_pen(theme.color("paper"), width))
        tick = QPainterPath(middle + QPointF(-0.25, 0.02) * side)
        tick.lineTo(middle + QPointF(-0.06, 0.21) * side)
        tick.lineTo(middle + QPointF(0.27, -0.19) * side)
        painter.drawPath(tick)
    elif outcome is Outcome.MISSED:
        painter.setPen(_pen(theme.color("fill"), width))
        painter.drawLine(QLineF(middle.x() - arm, middle.y() - arm, middle.x() + arm, middle.y() + arm))
        painter.drawLine(QLineF(middle.x() - arm, middle.y() + arm, middle.x() + arm, middle.y() - arm))
    elif outcome is Outcome.NOT_APPLICABLE:
        painter.setPen(_pen(theme.color("ink_3"), width))
        painter.drawLine(QLineF(middle.x() - arm, middle.y(), middle.x() + arm, middle.y()))


def _hatch(painter: QPainter, outline: QPainterPath, pen: QPen, pitch: float) -> None:
    painter.save()
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    painter.setPen(pen)
    box = outline.boundingRect()
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(QLineF(x, box.bottom(), x + box.height(), box.top()))
        x += pitch
    painter.restore()


def _pen(color: QColor, width: float) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)
