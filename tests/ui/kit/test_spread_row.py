from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustplanner.ui.kit.spread_row import SpreadRow

ShowWindow = Callable[..., QWidget]


class Box(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(100, 30)


@pytest.fixture
def boxes() -> list[Box]:
    found = [Box(), Box(), Box()]
    for box in found:
        box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return found


def lefts(boxes: list[Box]) -> list[int]:
    return [box.geometry().left() for box in boxes]


def in_row(boxes: list[Box]) -> QWidget:
    holder = QWidget()
    row = SpreadRow(holder, gap=10, line_gap=5)
    for box in boxes:
        row.addWidget(box)
    return holder


def test_the_last_one_stands_at_the_far_end(boxes: list[Box], show_window: ShowWindow) -> None:
    show_window(in_row(boxes), width=600)
    assert lefts(boxes) == [0, 110, 500]


def test_alone_on_its_line_it_stands_at_the_beginning(boxes: list[Box], show_window: ShowWindow) -> None:
    show_window(in_row(boxes), width=250)
    assert lefts(boxes) == [0, 110, 0]
    assert boxes[2].geometry().top() == 35


def test_it_turns_round_with_the_direction_of_reading(boxes: list[Box], show_window: ShowWindow) -> None:
    holder = in_row(boxes)
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    show_window(holder, width=600)
    assert lefts(boxes) == [500, 390, 0]


def test_a_hidden_end_leaves_the_others_where_they_are(boxes: list[Box], show_window: ShowWindow) -> None:
    boxes[2].hide()
    show_window(in_row(boxes), width=600)
    assert lefts(boxes)[:2] == [0, 500]
