"""Rows and columns without Qt's default margins, a row that wraps, and the widths at which pages change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QMargins, QPoint, QRect, QSize
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QVBoxLayout, QWidget

from trustplanner.ui.kit.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

# Logical pixels at 100 % text. Larger text makes a window as narrow as it feels.
NARROW_BELOW = 1100
ROOMY_FROM = 1280
LOW_BELOW = 720


def is_narrow(theme: Theme, window_width: int) -> bool:
    """Whether the sidebar shows icons only and the rail stands under the main column."""
    return window_width / theme.text_scale < NARROW_BELOW


def is_roomy(theme: Theme, window_width: int) -> bool:
    """Whether main column and rail have their full widths and margins."""
    return window_width / theme.text_scale >= ROOMY_FROM


def is_low(theme: Theme, window_height: int) -> bool:
    """Whether something that floats at the foot would cover what a person works on."""
    return window_height / theme.text_scale < LOW_BELOW


def column(parent: QWidget | None = None, *, spacing: int = 0) -> QVBoxLayout:
    """A vertical layout without margins."""
    layout = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    return layout


def row(parent: QWidget | None = None, *, spacing: int = 0) -> QHBoxLayout:
    """A horizontal layout without margins; mirrored by Qt where text runs from right to left."""
    layout = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    return layout


def clear_layout(layout: QLayout) -> None:
    """Remove and delete everything in the layout, layouts inside it too."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)


def height_at(layout: QLayout, width: int) -> int:
    """Pixels that what lies in the layout takes at this width."""
    return layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()


class WrappingRow(QLayout):
    """Items side by side, going on in a further line when the width does not hold them.

    Each item has its preferred size, but is never wider than the row, and stands in the middle of its line.
    `gap` lies between items, `line_gap` between lines; both are pixels.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, line_gap: int = 8) -> None:
        # Qt's own default parent is "none at all", which its stubs do not let us say.
        super().__init__(parent) if parent is not None else super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._line_gap = line_gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802  (Qt calls it by this name)
        """Take an item; use `addWidget`."""
        self._items.append(item)

    def count(self) -> int:
        """How many items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  (Qt calls it by this name)
        """The item at this place, none beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  (Qt calls it by this name)
        """Give the item at this place away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802  (Qt calls it by this name)
        """The row takes no more room than it needs."""
        return QtCore.Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels of all lines at this width."""
        return self._place(QRect(0, 0, width, 0), is_rehearsal=True)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802  (Qt calls it by this name)
        """Place the items."""
        super().setGeometry(rect)
        self._place(rect, is_rehearsal=False)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._visible()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        margins = self.contentsMargins()
        return QSize(width, max((size.height() for size in sizes), default=0)) + _size_of(margins)

    def minimumSize(self) -> QSize:  # noqa: N802  (Qt calls it by this name)
        """The largest single item."""
        size = QSize(0, 0)
        for item in self._visible():
            size = size.expandedTo(item.minimumSize())
        return size + _size_of(self.contentsMargins())

    def _visible(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, is_rehearsal: bool) -> int:
        area = rect.marginsRemoved(self.contentsMargins())
        y = 0
        for line in self._broken_into_lines(area.width()):
            height = max(size.height() for _, size in line)
            if not is_rehearsal:
                self._place_line(line, QRect(area.left(), area.top() + y, area.width(), height))
            y += height + self._line_gap
        return max(0, y - self._line_gap) + rect.height() - area.height()

    def _broken_into_lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        x = 0
        for item in self._visible():
            size = item.sizeHint()
            size.setWidth(min(size.width(), width))
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if not lines or x + size.width() > width:
                lines.append([])
                x = 0
            lines[-1].append((item, size))
            x += size.width() + self._gap
        return lines

    def _place_line(self, line: list[tuple[QLayoutItem, QSize]], area: QRect) -> None:
        x = 0
        for item, size in line:
            left = area.width() - x - size.width() if self._is_mirrored() else x
            top = (area.height() - size.height()) // 2
            item.setGeometry(QRect(area.topLeft() + QPoint(left, top), size))
            x += size.width() + self._gap

    def _is_mirrored(self) -> bool:
        parent = self.parentWidget()
        return parent is not None and parent.isRightToLeft()


def _size_of(margins: QMargins) -> QSize:
    return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
