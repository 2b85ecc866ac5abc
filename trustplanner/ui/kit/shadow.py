"""The shadow under what floats: toast, hover card and dialog. Nothing on a page has one.

Painted as rings of falling strength around the sheet. Qt's own shadow effect draws the whole sheet again for
every blink of a cursor in it.
"""

import math
from functools import lru_cache

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.theme import Theme

_FOLLOWED = frozenset(
    {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ZOrderChange}
)


class Shadow(QWidget):
    """Lies under `sheet`, in the same parent, and follows it. `elevation` is a name in `[elevation]`."""

    def __init__(self, theme: Theme, sheet: QWidget, elevation: str, radius: float) -> None:
        super().__init__(sheet.parentWidget())
        self.theme = theme
        self._sheet = sheet
        self._drop, self._blur = theme.tokens.elevation[elevation]
        self._radius = radius
        self._is_wanted = True
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setVisible(sheet.isVisible())
        sheet.installEventFilter(self)
        theme.changed.connect(self.update)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the sheet."""
        if watched is self._sheet and event.type() == QEvent.Type.ParentChange:
            self.setParent(self._sheet.parentWidget())
        if watched is self._sheet and event.type() in _FOLLOWED:
            reach = self._blur
            place = self._sheet.geometry().adjusted(-reach, -reach, reach, reach)
            self.setGeometry(place.translated(QPoint(0, self._drop)))
            self.stackUnder(self._sheet)
            self.setVisible(self._is_wanted and not self._sheet.isHidden())
        return False

    def set_wanted(self, is_wanted: bool) -> None:
        """No shadow while the sheet is part of the page instead of floating above it."""
        self._is_wanted = is_wanted
        self.setVisible(is_wanted and not self._sheet.isHidden())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rings drawn once, then stretched: a card that follows the mouse would draw hundreds of them a second."""
        if self._sheet.geometry().translated(-self.pos()).contains(event.rect()):
            return  # something changed on the sheet, which covers all of this
        ratio = self.devicePixelRatioF()
        around = math.ceil(self._blur + self._radius) + 1
        template = _template(self.theme.color("shadow").rgba(), self._blur, self._radius, around, ratio)
        _paint_stretched(QPainter(self), template, QRectF(self.rect()), around, ratio)


@lru_cache(maxsize=16)
def _template(rgba: int, blur: int, radius: float, around: int, ratio: float) -> QPixmap:
    """The shadow of the smallest sheet: its corners are those of every other, its middle is stretched."""
    side = 2 * around + 1
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_rings(painter, QRectF(0, 0, side, side), QColor.fromRgba(rgba), blur, radius)
    painter.end()
    return picture


def paint_rings(painter: QPainter, around: QRectF, color: QColor, blur: int, radius: float) -> None:
    """One ring a pixel, from the edge of the sheet outwards, and the part that lies below it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    strongest = color.alphaF()
    edge = around.adjusted(blur, blur, -blur, -blur)
    color.setAlphaF(strongest / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(edge, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for distance in range(blur):
        # Half of a Gaussian's tail: what is left of a blurred edge this far outside of it.
        color.setAlphaF(strongest * 0.5 * math.erfc(2.2 * (distance + 0.5) / blur))
        painter.setPen(QPen(color, 1))
        out = distance + 0.5
        painter.drawRoundedRect(edge.adjusted(-out, -out, out, out), radius + out, radius + out)


def _paint_stretched(painter: QPainter, template: QPixmap, area: QRectF, around: int, ratio: float) -> None:
    """Nine parts: the corners as they are, what lies between them as long as it must be."""
    near, far = ((0, around), (around, 1), (around + 1, around)), around
    across = ((0.0, far), (far, area.width() - 2 * far), (area.width() - far, far))
    down = ((0.0, far), (far, area.height() - 2 * far), (area.height() - far, far))
    for (x, width), (from_x, from_width) in zip(across, near, strict=True):
        for (y, height), (from_y, from_height) in zip(down, near, strict=True):
            part = QRectF(from_x * ratio, from_y * ratio, from_width * ratio, from_height * ratio)
            painter.drawPixmap(QRectF(x, y, width, height), template, part)
