"""The drawn chart as a picture for the screen: the figure from the worker, the words painted by Qt.

Qt paints the words because that takes half the time of drawing them into the figure, and they come out as everywhere
else in the window.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPixmap

from trustplanner.charts.layout import GAP, TICKS, Layout, Panel
from trustplanner.charts.sentences import Sentences
from trustplanner.charts.style import ChartStyle, Look, chart_style, read_tokens
from trustplanner.charts.view import ChartView
from trustplanner.ui.kit.theme import Theme

if TYPE_CHECKING:
    from trustplanner.charts.drawing import Label  # comes with matplotlib
    from trustplanner.charts.figure import Pixels

_GROUND_AROUND = 1.5  # pixels of ground around words that stand on a pattern
_ASCENT, _DESCENT = 0.7, 0.12  # of the size: how far letters and figures reach
_ABOVE_PANEL = 12.0  # pixels: the count of the highest bar and half of a figure stand above their panel
_START = {"left": 0.0, "center": 0.5, "right": 1.0}  # how much of the words lies before their place


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """What the worker hands over: a finished figure without words, and the words."""

    pixels: Pixels
    labels: tuple[Label, ...]
    ratio: float


@dataclass(frozen=True, slots=True)
class DrawingOrder:
    """Everything a drawing needs, as plain values that another thread may hold."""

    view: ChartView
    words: Sentences
    layout: Layout
    colors: Mapping[str, str]
    is_dark: bool
    ratio: float
    has_more_contrast: bool = False


def draw_chart(order: DrawingOrder) -> DrawnChart:
    """Draw the figure. Runs on the worker, because matplotlib comes with it and must never hold up the window."""
    from trustplanner.charts.figure import draw, pixels

    style = _style(order)
    chart = draw(order.view, style, order.layout, order.words, order.ratio, is_lettered=False)
    return DrawnChart(pixels(chart.figure), chart.labels, order.ratio)


def _style(order: DrawingOrder) -> ChartStyle:
    look = Look.DARK if order.is_dark else Look.LIGHT
    contrast = order.has_more_contrast
    return chart_style(_tokens(), look, order.layout.scale, order.colors, has_more_contrast=contrast)


@cache
def _tokens() -> Mapping[str, Any]:
    return read_tokens()


def chart_colors(theme: Theme) -> dict[str, str]:
    """The theme's colours as the chart takes them, with more contrast where that is asked for."""
    return {name: theme.color(name).name() for name in theme.tokens.colors["light"]}


def picture_of(drawn: DrawnChart) -> QPixmap:
    """The figure with its words, in device pixels."""
    found = drawn.pixels
    raw = QImage(found.rgba, found.width, found.height, 4 * found.width, QImage.Format.Format_RGBA8888)
    image = raw.convertToFormat(QImage.Format.Format_RGB32)  # a copy: the bytes may go
    image.setDevicePixelRatio(drawn.ratio)
    painter = QPainter(image)
    paint_labels(painter, drawn.labels)
    painter.end()
    return QPixmap.fromImage(image)


def panel_area(layout: Layout, panel: Panel) -> QRectF:
    """The part of a picture that belongs to one panel, with its figures but without the words beside or above it."""
    box, scale = layout.panels[panel], layout.scale
    left, top = layout.left - TICKS * scale, box.top - _ABOVE_PANEL * scale
    bottom = min(box.bottom + (GAP - _ABOVE_PANEL) * scale, layout.height)
    return QRectF(left, top, layout.width - left, bottom - top)


def paint_stretched(painter: QPainter, picture: QPixmap, drawn: Layout, wanted: Layout) -> None:
    """Each panel of a picture stretched to its place in another layout, while that is drawn."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for panel in wanted.panels.keys() & drawn.panels.keys():  # their voice may have come or gone
        area = panel_area(wanted, panel)
        painter.drawPixmap(area, picture, _times(panel_area(drawn, panel), picture.devicePixelRatio()))


def paint_moved(painter: QPainter, picture: QPixmap, layout: Layout, shift: float, paper: QColor) -> None:
    """A picture with its days moved to the right by so many pixels; names and figures of the rows stay."""
    painter.drawPixmap(0, 0, picture)
    top = layout.panels[Panel.DUE].top - _ABOVE_PANEL * layout.scale
    area = QRectF(layout.names_end(), top, layout.width - layout.names_end(), layout.height - top)
    painter.setClipRect(area)
    painter.fillRect(area, paper)
    painter.drawPixmap(area.translated(shift, 0), picture, _times(area, picture.devicePixelRatio()))


def _times(rect: QRectF, ratio: float) -> QRectF:
    return QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio)


def paint_labels(painter: QPainter, labels: Iterable[Label]) -> None:
    """Paint the words of a chart at their places; sizes and places are logical pixels."""
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    fonts: dict[tuple[str, int, float], QFont] = {}
    for label in labels:
        font = fonts.setdefault((label.family, label.weight, label.size), _font(label))
        painter.setFont(font)
        width = QFontMetricsF(font).horizontalAdvance(label.words)
        if label.is_upright:
            _paint_upright(painter, label, width)
            continue
        left = label.x - _START[label.align] * width
        if label.ground:
            painter.fillRect(_ground(label, left, width), QColor(label.ground))
        painter.setPen(QColor(label.color))
        painter.drawText(QPointF(left, label.y), label.words)


def _paint_upright(painter: QPainter, label: Label, width: float) -> None:
    painter.save()
    painter.translate(label.x, label.y)
    painter.rotate(-90)
    painter.setPen(QColor(label.color))
    painter.drawText(QPointF(-width / 2, (_ASCENT - _DESCENT) * label.size / 2), label.words)
    painter.restore()


def _ground(label: Label, left: float, width: float) -> QRectF:
    top, bottom = label.y - _ASCENT * label.size, label.y + _DESCENT * label.size
    around = _GROUND_AROUND
    return QRectF(left, top, width, bottom - top).adjusted(-around, -around, around, around)


def _font(label: Label) -> QFont:
    font = QFont(label.family)
    font.setPixelSize(round(label.size))
    font.setWeight(QFont.Weight(label.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
