"""The hairline: with space, the only thing that makes groups on a page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustplanner.ui.kit.theme import Theme


class Hairline(QWidget):
    """One pixel of `rule` across the width, or down the height. Decoration only."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, is_upright: bool = False) -> None:
        super().__init__(parent)
        self.theme = theme
        along, across = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        if is_upright:
            self.setSizePolicy(across, along)
            self.setFixedWidth(1)
        else:
            self.setSizePolicy(along, across)
            self.setFixedHeight(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the line."""
        QPainter(self).fillRect(self.rect(), self.theme.color("rule"))
