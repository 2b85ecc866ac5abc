"""A row whose last item stands at the far end, as long as everything fits on one line."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem

from trustplanner.ui.kit.layouts import WrappingRow


class SpreadRow(WrappingRow):
    """As `WrappingRow`, with the last item pushed to the far end of its line unless it stands there alone."""

    def _place_line(self, line: list[tuple[QLayoutItem, QSize]], area: QRect) -> None:
        super()._place_line(line, area)
        item, size = line[-1]
        if len(line) < 2 or item is not self._visible()[-1]:
            return
        left = area.left() if self._is_mirrored() else area.right() + 1 - size.width()
        item.setGeometry(QRect(QPoint(left, item.geometry().top()), size))
