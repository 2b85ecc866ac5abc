"""How the record's table paints its headings and cells: words wrap and are never cut, rows part by a hairline."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from trustplanner.ui.kit.text_block import TextBlock, leading_side, role_line, role_text
from trustplanner.ui.kit.theme import Theme

SIDE_PADDING, LINE_PADDING = 8, 6
TOTAL_ROLE, CELL_ROLE, HEADING_ROLE = "label", "small", "label"
ROLE_OF_CELL = Qt.ItemDataRole.UserRole  # of the model: the role of text in which a cell is set
IS_COUNT = Qt.ItemDataRole.UserRole + 1  # of the model: whether a column is one of counts

Index = QModelIndex | QPersistentModelIndex


class RecordHeader(QHeaderView):
    """Headings of as many lines as their columns make of them, standing on the line below."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme = theme
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)

    def fit(self) -> None:
        """Be as high as the highest heading."""
        heights = [self._block(section).height for section in range(self.count())]
        self.setFixedHeight(max(heights, default=0) + 2 * LINE_PADDING)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802  (Qt's name)
        """Words at the foot of the section, and the edge below them."""
        painter.save()
        painter.fillRect(rect, self.theme.color("paper"))
        block = self._block(section)
        top = rect.bottom() - LINE_PADDING - block.height
        block.paint(painter, rect.left() + SIDE_PADDING, top, self.theme.color("ink_2"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self.theme.color("edge"))
        painter.restore()

    def _block(self, section: int) -> TextBlock:
        model = self.model()
        words = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        is_count = bool(model.headerData(section, Qt.Orientation.Horizontal, IS_COUNT))
        side = _side(is_right_to_left=self.isRightToLeft(), is_count=is_count)
        return role_text(self.theme, HEADING_ROLE, words, self.sectionSize(section) - 2 * SIDE_PADDING, side)


class RecordDelegate(QStyledItemDelegate):
    """A cell: its words from the top, on `wash` where the row is marked."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell."""
        painter.save()
        rect: QRect = option.rect
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self.theme.color("wash"))
        widget = option.widget
        is_count = bool(index.data(IS_COUNT))
        side = _side(is_right_to_left=widget.isRightToLeft(), is_count=is_count)
        role = str(index.data(ROLE_OF_CELL))
        block = self._block(str(index.data()), role, rect.width(), side)
        block.paint(painter, rect.left() + SIDE_PADDING, rect.top() + LINE_PADDING, self.theme.color("ink"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self.theme.color("rule"))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  (Qt passes it)
        """The size at which nothing wraps; the table asks for heights by `height_at`."""
        return QSize(0, role_line(self.theme, str(index.data(ROLE_OF_CELL))) + 2 * LINE_PADDING)

    def height_at(self, words: str, role: str, width: int) -> int:
        """Pixels that words take in a column of this width."""
        line = role_line(self.theme, role)
        if QFontMetricsF(self.theme.font(role)).horizontalAdvance(words) <= width - 2 * SIDE_PADDING - 2:
            return line + 2 * LINE_PADDING
        return self._block(words, role, width, Qt.AlignmentFlag.AlignLeft).height + 2 * LINE_PADDING

    def _block(self, words: str, role: str, width: int, side: Qt.AlignmentFlag) -> TextBlock:
        return role_text(self.theme, role, words, width - 2 * SIDE_PADDING, side)


@lru_cache(maxsize=4)
def _side(*, is_right_to_left: bool, is_count: bool) -> Qt.AlignmentFlag:
    """Counts stand at the far side of their column, words where people begin to read."""
    return leading_side(is_right_to_left=is_right_to_left != is_count)
