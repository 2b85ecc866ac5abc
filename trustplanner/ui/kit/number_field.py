"""A whole number between two ends, typed or stepped with the arrow keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSpinBox, QWidget

from trustplanner.ui.kit.theme import Theme

_PADDING = 12
_HEIGHT = 40  # inside the border, as a line field


class NumberField(QSpinBox):
    """`edited` carries the number when a person has finished changing it, and only then."""

    edited = Signal(int)

    def __init__(self, theme: Theme, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName(name)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # elsewhere Qt would turn the figures round
        self.setKeyboardTracking(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self.edited)
        self._dress()
        theme.changed.connect(self._dress)

    def set_limits(self, least: int, most: int) -> None:
        """Numbers outside cannot be entered; without any signal, also where the number itself has to move."""
        self.blockSignals(True)
        self.setRange(least, most)
        self.blockSignals(False)

    def fill(self, number: int) -> None:
        """Show a number that code knows, without any signal."""
        self.blockSignals(True)
        self.setValue(number)
        self.blockSignals(False)

    def number(self) -> int:
        """The number as it is typed now."""
        self.interpretText()
        return self.value()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page; it never changes a number in passing."""
        event.ignore()

    def _dress(self) -> None:
        self.setFont(self.theme.font("body"))
        self.lineEdit().setTextMargins(_PADDING, 0, _PADDING, 0)  # a style sheet's padding does not reach it
        self.setFixedHeight(self.theme.px(_HEIGHT) + 2 * self.theme.border_width)
        self.updateGeometry()
