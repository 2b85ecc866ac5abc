from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from trustplanner.ui.kit.layouts import WrappingRow, clear_layout, column, is_low, is_narrow, is_roomy
from trustplanner.ui.kit.theme import Theme


@pytest.fixture
def make_row(qtbot: QtBot) -> Callable[[int], tuple[QWidget, list[QWidget]]]:
    """A wrapping row of three boxes of 100 x 40 in a widget of this width."""

    def make(width: int) -> tuple[QWidget, list[QWidget]]:
        parent = QWidget()
        qtbot.addWidget(parent)
        layout = WrappingRow(parent, gap=8, line_gap=10)
        boxes = [QWidget() for _ in range(3)]
        for box in boxes:
            box.setFixedSize(100, 40)
            layout.addWidget(box)
        layout.setGeometry(QRect(0, 0, width, 200))
        return parent, boxes

    return make


def test_items_stand_side_by_side_while_they_fit(make_row: Callable[[int], tuple[QWidget, list[QWidget]]]) -> None:
    parent, boxes = make_row(400)
    assert [box.pos().toTuple() for box in boxes] == [(0, 0), (108, 0), (216, 0)]
    layout = parent.layout()
    assert layout is not None
    assert layout.heightForWidth(400) == 40


def test_what_does_not_fit_goes_on_in_a_further_line(
    make_row: Callable[[int], tuple[QWidget, list[QWidget]]],
) -> None:
    parent, boxes = make_row(250)
    assert [box.pos().toTuple() for box in boxes] == [(0, 0), (108, 0), (0, 50)]
    layout = parent.layout()
    assert layout is not None
    assert layout.heightForWidth(250) == 90


def test_the_row_is_mirrored_from_right_to_left(make_row: Callable[[int], tuple[QWidget, list[QWidget]]]) -> None:
    parent, boxes = make_row(400)
    parent.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    layout = parent.layout()
    assert layout is not None
    layout.setGeometry(QRect(0, 0, 400, 200))
    assert [box.pos().toTuple() for box in boxes] == [(300, 0), (192, 0), (84, 0)]


def test_hidden_items_take_no_room(make_row: Callable[[int], tuple[QWidget, list[QWidget]]]) -> None:
    parent, boxes = make_row(400)
    boxes[0].hide()
    layout = parent.layout()
    assert layout is not None
    layout.setGeometry(QRect(0, 0, 400, 200))
    assert boxes[1].pos().toTuple() == (0, 0)


@pytest.mark.parametrize(
    ("width", "scale", "narrow", "roomy"),
    [(1099, 1.0, True, False), (1100, 1.0, False, False), (1280, 1.0, False, True), (1280, 2.0, True, False)],
)
def test_larger_text_makes_a_window_as_narrow_as_it_feels(
    theme: Theme, width: int, scale: float, narrow: bool, roomy: bool
) -> None:
    theme.set_text_scale(scale)
    assert (is_narrow(theme, width), is_roomy(theme, width)) == (narrow, roomy)
    assert is_low(theme, 719)
    assert not is_low(theme, 1440)


def test_clearing_a_layout_takes_everything_away(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    layout, inner, gone = column(parent), column(), []
    layout.addWidget(QWidget())
    layout.addLayout(inner)
    layout.addStretch()
    inner.addWidget(QWidget())
    for child in parent.children():
        child.destroyed.connect(lambda: gone.append("gone"))
    clear_layout(layout)
    qtbot.waitUntil(lambda: not parent.findChildren(QWidget))
    assert layout.count() == 0
