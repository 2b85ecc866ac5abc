"""Two fields side by side, or one below the other where the row is too narrow for both."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from trustplanner.ui.kit.theme import Theme

_GAP: Final = 16
_GAP_BELOW: Final = 14
_NARROWEST_EACH: Final = 230  # logical pixels at 100 %


class PairedRow(QWidget):
    """Two fields of equal width, or the first as wide as it needs to be and the second with the rest."""

    def __init__(self, theme: Theme, first: QWidget, second: QWidget, *, is_even: bool = True) -> None:
        super().__init__()
        self.theme = theme
        self._first = first
        self._is_even = is_even
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.addWidget(first, 1 if is_even else 0)
        self._pair.addWidget(second, 1)
        if is_even:
            for field in (first, second):
                field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
                self._pair.setAlignment(field, Qt.AlignmentFlag.AlignTop)  # one may say more below it than the other
        self._arrange()
        theme.changed.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand one below the other when both do not fit."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        least = self.theme.px(_NARROWEST_EACH)
        needed = (least if self._is_even else self._first.sizeHint().width()) + _GAP + least
        is_beside = self.width() >= needed
        directions = QBoxLayout.Direction
        self._pair.setDirection(directions.LeftToRight if is_beside else directions.TopToBottom)
        self._pair.setSpacing(_GAP if is_beside else _GAP_BELOW)
