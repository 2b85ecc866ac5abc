"""Letters for paper that stay letters in a PDF: what is selected, searched or read aloud is what was written.

A PDF keeps for each glyph the letter it stands for. Qt can say that only of glyphs that one letter has as its own, so
ligatures and the variants for single languages are left out.
"""

from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPolygonF

from trustplanner.charts.drawing import Label

_LEFT_OUT: Final = ("liga", "clig", "dlig", "calt", "locl")
_FINENESS: Final = 16  # sizes of letters in pixels are whole numbers


def plain_font(family: str, weight: int = QFont.Weight.Normal.value) -> QFont:
    """One of our fonts without ligatures."""
    font = QFont(family)
    font.setWeight(QFont.Weight(weight))
    return with_plain_letters(font)


def with_plain_letters(font: QFont) -> QFont:
    """The font, from now on without ligatures."""
    for tag in _LEFT_OUT:
        font.setFeature(QFont.Tag(tag), 0)
    return font


def paint_label(painter: QPainter, label: Label) -> None:
    """Words of a chart, where matplotlib would have set them."""
    if label.ground:
        painter.setBrush(QColor(label.ground))
        painter.setPen(QColor(label.ground))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in label.corners()]))
    font = plain_font(label.family, label.weight)
    font.setPixelSize(round(label.size * _FINENESS))
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(label.words)
    painter.save()
    painter.translate(label.x, label.y)
    painter.scale(1 / _FINENESS, 1 / _FINENESS)
    across = {"left": 0.0, "center": -0.5, "right": -1.0}[label.align]
    if label.is_upright:
        painter.rotate(-90)
        height = metrics.ascent() + metrics.descent()
        place = QPointF(-width / 2, across * height + metrics.ascent())
    else:
        place = QPointF(across * width, 0)
    painter.setFont(font)
    painter.setPen(QColor(label.color))
    painter.drawText(place, label.words)
    painter.restore()
