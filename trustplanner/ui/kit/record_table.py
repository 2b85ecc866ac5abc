"""The record as a table: the same numbers as the chart, for eyes and screen readers.

Where the window is too narrow for all columns, each row says the same in words, in two columns.
"""

from collections.abc import Sequence
from math import ceil
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QTableView, QWidget

from trustplanner.charts.table import COUNTED, Row, Table
from trustplanner.ui.kit.record_cells import (
    CELL_ROLE,
    HEADING_ROLE,
    IS_COUNT,
    ROLE_OF_CELL,
    SIDE_PADDING,
    TOTAL_ROLE,
    RecordDelegate,
    RecordHeader,
)
from trustplanner.ui.kit.theme import Theme

Index = QModelIndex | QPersistentModelIndex

COUNTS_FROM: Final = 1  # the first column that holds a count
WORDS_FROM: Final = COUNTS_FROM + len(COUNTED)
PERIOD_WIDTH: Final = 132  # pixels at 100 %
WORDS_WIDTH: Final = 108
_EMPTY: Final = QModelIndex()


class RecordTableModel(QAbstractTableModel):
    """The rows of a `Table` and its total below them; `is_folded` puts all but the period into one column of words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: Table | None = None
        self._columns: list[int] = []
        self.is_folded = False

    def show_table(self, table: Table) -> None:
        """Show another table; columns of words in which nothing stands are left out."""
        self.beginResetModel()
        self._table = table
        rows = [*table.rows, table.total]
        self._columns = [
            column
            for column in range(len(table.headings))
            if column < WORDS_FROM or any(row.cells[column] for row in rows)
        ]
        self.endResetModel()

    def set_folded(self, is_folded: bool) -> None:
        """Say each row in words, or give each number its column."""
        if is_folded != self.is_folded:
            self.beginResetModel()
            self.is_folded = is_folded
            self.endResetModel()

    @property
    def table(self) -> Table | None:
        """What is shown."""
        return self._table

    def row_at(self, place: int) -> Row | None:
        """The row at this place; the last one is the total."""
        if self._table is None or not 0 <= place < self.rowCount():
            return None
        return [*self._table.rows, self._table.total][place]

    # --- what Qt asks

    def rowCount(self, parent: Index = _EMPTY) -> int:
        """All rows and their total."""
        return 0 if parent.isValid() or self._table is None else len(self._table.rows) + 1

    def columnCount(self, parent: Index = _EMPTY) -> int:
        """One for each heading, or two."""
        return 0 if parent.isValid() else 2 if self.is_folded else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, and how they stand."""
        row = self.row_at(index.row())
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(row, index.column())
        if role == ROLE_OF_CELL:
            is_total = index.row() == self.rowCount() - 1
            return TOTAL_ROLE if is_total else CELL_ROLE
        return self._is_count(index.column()) if role == IS_COUNT else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headings; that of a row is its period, which only screen readers find."""
        row = self.row_at(section)
        if orientation == Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole and row is not None:
            return row.cells[0]
        if orientation == Qt.Orientation.Vertical or self._table is None or section >= self.columnCount():
            return None
        if role == IS_COUNT:
            return self._is_count(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if self.is_folded:
            return self._table.headings[0] if section == 0 else self.tr("What is recorded")
        return self._table.headings[self._columns[section]]

    def _is_count(self, column: int) -> bool:
        return not self.is_folded and COUNTS_FROM <= column < WORDS_FROM

    def _words(self, row: Row, column: int) -> str:
        if self._table is None:
            return ""
        if not self.is_folded:
            return row.cells[self._columns[column]]
        return row.cells[0] if column == 0 else row.in_words


class RecordTable(QTableView):
    """The table of a view. Arrow keys walk it; Enter or a double click on a row chooses it, which `row_chosen` carries.

    It scrolls by itself, so that the headings stay in sight. Where it is shown at its full height instead, whoever
    scrolls it follows `row_marked`, which carries the place of the row in the viewport.
    """

    row_chosen = Signal(object)
    row_marked = Signal(QRect)

    def __init__(self, theme: Theme, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName(name)
        self.setAccessibleName(self.tr("The record as a table"))
        self.record = RecordTableModel(self)
        self.setModel(self.record)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self._header = RecordHeader(theme, self)
        self.setHorizontalHeader(self._header)
        self._header.show()
        self._delegate = RecordDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.doubleClicked.connect(self._on_row_activated)
        theme.changed.connect(self._fit)

    def show_table(self, table: Table) -> None:
        """Show another table."""
        self.record.show_table(table)
        self._fit()

    @property
    def current_row(self) -> Row | None:
        """The row that is marked, if it stands for one bar."""
        place = self.currentIndex().row()
        return None if place == self.record.rowCount() - 1 else self.record.row_at(place)

    def go_to(self, place: int) -> None:
        """Mark a row and bring it into sight."""
        index = self.record.index(place, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802  (Qt calls it by this name)
        """Say where the row is that was marked."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.row_marked.emit(self.visualRect(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_row_activated(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _on_row_activated(self, index: Index) -> None:
        row = self.record.row_at(index.row())
        if row is not None and index.row() < self.record.rowCount() - 1:
            self.row_chosen.emit(row)

    # --- its size

    def needed_height(self) -> int:
        """Pixels of all rows with their headings."""
        return self.horizontalHeader().height() + self.verticalHeader().length() + 2

    def _fit(self) -> None:
        """Give each count what its heading needs and let the words share the rest, or fold the row."""
        if self.record.table is None:
            return
        place = self.currentIndex().row()
        room = self.viewport().width()
        self.record.set_folded(False)
        counts = [self._count_width(column) for column in range(COUNTS_FROM, WORDS_FROM)]
        period = self.theme.px(PERIOD_WIDTH)
        words = self.record.columnCount() - WORDS_FROM
        rest = room - period - sum(counts)
        if rest < words * self.theme.px(WORDS_WIDTH):
            self.record.set_folded(True)
            period = min(self._period_width(), room * 2 // 5)
            widths = [period, room - period]
        else:
            widths = [period, *counts, *self._shared(rest, words)]
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._header.fit()
        self._fit_heights(widths)
        if place >= 0:
            self.setCurrentIndex(self.record.index(place, 0))

    def _fit_heights(self, widths: Sequence[int]) -> None:
        """Every row as high as its highest cell; counts never wrap."""
        for row in range(self.record.rowCount()):
            cells = [self.record.index(row, column) for column in range(len(widths))]
            heights = [
                self._delegate.height_at(str(cell.data()), str(cell.data(ROLE_OF_CELL)), width)
                for cell, width in zip(cells, widths, strict=True)
                if not cell.data(IS_COUNT)
            ]
            self.setRowHeight(row, max(heights))

    def _period_width(self) -> int:
        """Of the longest period on one line."""
        metrics = {role: QFontMetricsF(self.theme.font(role)) for role in (CELL_ROLE, TOTAL_ROLE)}
        cells = [self.record.index(row, 0) for row in range(self.record.rowCount())]
        widest = max(metrics[cell.data(ROLE_OF_CELL)].horizontalAdvance(str(cell.data())) for cell in cells)
        return ceil(widest) + 2 * SIDE_PADDING + 2

    def _count_width(self, column: int) -> int:
        """The longest word of the heading, or the widest count."""
        heading = str(self.record.headerData(column, Qt.Orientation.Horizontal) or "")
        metrics = QFontMetricsF(self.theme.font(HEADING_ROLE))
        counts = [str(self.record.index(row, column).data()) for row in (0, self.record.rowCount() - 1)]
        widest = max(metrics.horizontalAdvance(word) for word in [*heading.split(), *counts])
        return round(widest) + 2 * SIDE_PADDING + 2

    def _shared(self, rest: int, words: int) -> list[int]:
        """The longer the words of a column, the more of the rest it takes."""
        longest = []
        for column in range(WORDS_FROM, WORDS_FROM + words):
            cells = (str(self.record.index(row, column).data()) for row in range(self.record.rowCount()))
            longest.append(max(map(len, cells), default=0) ** 0.5)
        least = self.theme.px(WORDS_WIDTH)
        spare, total = rest - words * least, sum(longest)
        widths = [least + int(spare * share / total) if total else least for share in longest]
        if widths:
            widths[-1] += rest - sum(widths)
        return widths
