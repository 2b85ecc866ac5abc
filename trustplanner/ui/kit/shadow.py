"""The shadow under what floats: toast, hover card and dialog. Nothing on a page has one.

Painted as rings of falling strength around the sheet. Qt's own shadow effect draws the whole sheet again for
every blink of a cursor in it.
"""

import math

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
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
        """Draw one ring a pixel, from the edge of the sheet outwards, and the part that lies below it."""
        if self._sheet.geometry().translated(-self.pos()).contains(event.rect()):
            return  # something changed on the sheet, which covers all of this
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self.theme.color("shadow")
        strongest = color.alphaF()
        edge = QRectF(self.rect()).adjusted(self._blur, self._blur, -self._blur, -self._blur)
        color.setAlphaF(strongest / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(edge, self._radius, self._radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for distance in range(self._blur):
            # Half of a Gaussian's tail: what is left of a blurred edge this far outside of it.
            color.setAlphaF(strongest * 0.5 * math.erfc(2.2 * (distance + 0.5) / self._blur))
            painter.setPen(QPen(color, 1))
            out = distance + 0.5
            radius = self._radius + out
            painter.drawRoundedRect(edge.adjusted(-out, -out, out, out), radius, radius)
