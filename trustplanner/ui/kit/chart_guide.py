"""The line through all panels of the chart at the bar that is looked at."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trustplanner.charts.layout import Layout, Panel
from trustplanner.ui.kit.theme import Theme


class ChartGuide(QWidget):
    """One pixel wide, above the picture, and never in the way of the mouse."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def stand_at(self, x: int, layout: Layout) -> None:
        """Show the line at a pixel, from the first panel to the last."""
        top, bottom = layout.panels[Panel.DUE].top, layout.panels[Panel.EVENTS].bottom
        self.setGeometry(QRect(x, round(top), 1, round(bottom - top)))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill it."""
        QPainter(self).fillRect(event.rect(), self.theme.color("ink_2"))
