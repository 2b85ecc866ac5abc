"""Where the parts of a joined control stand: in one row, or in a grid when one row does not fit."""

from collections.abc import Iterator, Sequence
from math import ceil

from PySide6.QtCore import QRect


def joined_grid(widths: Sequence[int], height: int, available: int) -> list[QRect]:
    """The parts in as few rows of equal height as fit into `available` pixels, read row by row.

    `widths` are what the parts need. All rows share their columns. Rows are filled as evenly as they can be: four
    parts that do not fit into one row stand in two rows of two, never three and one. At least one part stands in
    each row, even when it is wider than `available`.
    """
    count = len(widths)
    columns = next(
        (columns for columns in _column_counts(count) if sum(column_widths(widths, columns)) <= available), 1
    )
    sides = column_widths(widths, columns)
    return [
        QRect(sum(sides[: index % columns]), index // columns * height, sides[index % columns], height)
        for index in range(count)
    ]


def _column_counts(count: int) -> Iterator[int]:
    """Columns for one row, two rows, three rows, and so on."""
    return (ceil(count / rows) for rows in range(1, count + 1))


def column_widths(widths: Sequence[int], columns: int) -> list[int]:
    """The width of each column: that of its widest part."""
    return [max(widths[column::columns]) for column in range(columns)]


def bounds(rects: Sequence[QRect]) -> QRect:
    """The frame around all parts."""
    frame = QRect()
    for rect in rects:
        frame = frame.united(rect)
    return frame
