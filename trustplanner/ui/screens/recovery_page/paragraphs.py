"""What the chart shows, in words: the counts, and what stood beside them."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import is_narrow
from trustplanner.ui.kit.theme import Theme

BESIDE: Final = 40  # pixels between the two paragraphs
BELOW: Final = 6
SHARES: Final = (7, 5)  # of the width, where they stand beside each other


class Paragraphs(QWidget):
    """Two paragraphs, neither wider than a column of text: beside each other, or below in a narrow window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._counted = TextLabel(theme, "", "control", "ink_2")
        self._beside = TextLabel(theme, "", "small", "ink_2")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        for label in (self._counted, self._beside):
            self._columns.addWidget(label, alignment=Qt.AlignmentFlag.AlignTop)
        self._arrange()
        theme.changed.connect(self._arrange)

    def show_words(self, counted: str, beside: str) -> None:
        """The counts and misses; the pauses, terms and events, if there were any."""
        self._counted.set_text(counted)
        self._beside.set_text(beside)
        self._beside.setVisible(bool(beside))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the second below the first when the window has become narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        is_stacked = is_narrow(self.theme, self.window().width())
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.TopToBottom if is_stacked else directions.LeftToRight)
        self._columns.setSpacing(BELOW if is_stacked else BESIDE)
        for label, share in zip((self._counted, self._beside), SHARES, strict=True):
            self._columns.setStretchFactor(label, 0 if is_stacked else share)
