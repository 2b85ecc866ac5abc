"""One sign of the chart's legend, as it is drawn on the chart."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustplanner.charts.gutter import Sign
from trustplanner.ui.kit.theme import Theme

_WIDTH, _HEIGHT = 20, 12
_EDGE = 1.25
_NOTCH = 7.0
_HATCH_STEP, _HATCH_WIDTH = 5.2, 1.1
_CROSS = 3.4  # half its width
_RING = 8.0
_RING_EDGE = 1.5
_DASH = [1.2, 1.6]
_FILLS = {
    Sign.KEPT: "fill",
    Sign.KEPT_LATE: "fill",
    Sign.PARTLY: "wash",
    Sign.MISSED: "paper",
    Sign.PAUSED: "shade",
}


class ChartSign(QWidget):
    """A cell or a ring. The words beside it say what it means, so a screen reader passes it by."""

    def __init__(self, theme: Theme, sign: Sign, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.sign = sign
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """A little more than the sign."""
        return QSize(self.theme.px(_WIDTH), self.theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign as the chart does."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self.theme.text_scale
        painter.scale(scale, scale)
        area = QRectF(0, 0, self.width() / scale, self.height() / scale)
        if self.sign is Sign.SESSION:
            self._paint_ring(painter, area)
        else:
            self._paint_cell(painter, area.adjusted(_EDGE / 2, _EDGE / 2, -_EDGE / 2, -_EDGE / 2))

    def _paint_ring(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(QPen(self.theme.color("ink_2"), _RING_EDGE))
        painter.setBrush(self.theme.color("paper"))
        painter.drawEllipse(QPointF(area.left() + 6, area.center().y()), _RING / 2, _RING / 2)

    def _paint_cell(self, painter: QPainter, cell: QRectF) -> None:
        color = self.theme.color
        pen = QPen(color("fill"), _EDGE)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if self.sign is Sign.PAUSED:
            pen = QPen(color("edge"), 1) if self.theme.has_more_contrast else QPen(Qt.PenStyle.NoPen)
        if self.sign is Sign.UNANSWERED:
            pen.setColor(color("edge"))
            pen.setDashPattern(_DASH)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        fill = _FILLS.get(self.sign)
        painter.setBrush(color(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawPolygon(_outline(cell, is_cut=self.sign is Sign.KEPT_LATE))
        if self.sign is Sign.PARTLY:
            self._paint_hatch(painter, cell)
        elif self.sign is Sign.MISSED:
            painter.setPen(QPen(color("fill"), _RING_EDGE))
            middle, half = cell.center(), _CROSS
            painter.drawLine(middle + QPointF(-half, -half), middle + QPointF(half, half))
            painter.drawLine(middle + QPointF(-half, half), middle + QPointF(half, -half))

    def _paint_hatch(self, painter: QPainter, cell: QRectF) -> None:
        painter.setClipRect(cell)
        painter.setPen(QPen(self.theme.color("fill"), _HATCH_WIDTH))
        steps = int((cell.width() + cell.height()) / _HATCH_STEP) + 1
        for step in range(steps):
            start = cell.left() - cell.height() + step * _HATCH_STEP
            painter.drawLine(QPointF(start, cell.bottom()), QPointF(start + cell.height(), cell.top()))

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


def _outline(cell: QRectF, *, is_cut: bool) -> QPolygonF:
    top_right = [cell.topRight()]
    if is_cut:
        top_right = [QPointF(cell.right() - _NOTCH, cell.top()), QPointF(cell.right(), cell.top() + _NOTCH)]
    return QPolygonF([cell.topLeft(), *top_right, cell.bottomRight(), cell.bottomLeft()])
