from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from tests.ui.kit.screen_reader import do, is_checked, name_of, role_of
from tests.ui.person import click, press
from trustplanner.ui.kit.day_chips import DayChips
from trustplanner.ui.kit.painted_button import PaintedButton
from trustplanner.ui.kit.theme import Theme

ShowWindow = Callable[..., QWidget]


@pytest.fixture
def chips(theme: Theme) -> DayChips:
    return DayChips(theme, name="commitment_days", label="When")


def _chip(chips: DayChips, day: int) -> PaintedButton:
    chip = chips.findChild(PaintedButton, f"commitment_days_{day}_button")
    assert isinstance(chip, PaintedButton)
    return chip


def test_any_number_of_days_can_be_chosen(show_window: ShowWindow, chips: DayChips) -> None:
    show_window(chips)
    chips.set_days([0, 1])
    heard: list[frozenset[int]] = []
    chips.days_chosen.connect(heard.append)
    for day in (6, 0, 1, 6):
        click(_chip(chips, day))
    assert heard == [{0, 1, 6}, {1, 6}, {6}, set()]
    assert chips.days == frozenset()


def test_code_shows_days_without_a_signal(show_window: ShowWindow, chips: DayChips) -> None:
    show_window(chips)
    heard: list[frozenset[int]] = []
    chips.days_chosen.connect(heard.append)
    chips.set_days(range(5))
    assert heard == []
    assert chips.days == {0, 1, 2, 3, 4}
    with pytest.raises(ValueError, match="7"):
        chips.set_days([7])


def test_arrows_walk_and_space_and_enter_choose(show_window: ShowWindow, chips: DayChips) -> None:
    show_window(chips)
    chips.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Left):
        press(chips, key)
    assert chips.days == {1, 2}
    assert chips.window().focusWidget() is _chip(chips, 1)


def test_screen_readers_hear_whole_names_of_days_and_can_choose(show_window: ShowWindow, chips: DayChips) -> None:
    show_window(chips)
    assert role_of(_chip(chips, 3)) == QAccessible.Role.CheckBox
    assert name_of(_chip(chips, 3)) == "Thursday"
    do(_chip(chips, 3), "Toggle")
    assert chips.days == {3}
    do(_chip(chips, 3), "Toggle")
    assert not is_checked(_chip(chips, 3))


@pytest.mark.parametrize("width", [330, 480, 700])
def test_at_double_text_size_the_days_wrap_inside_their_width(
    theme: Theme, show_window: ShowWindow, chips: DayChips, width: int
) -> None:
    theme.set_text_scale(2.0)
    show_window(chips, width=width)
    rects = [_chip(chips, day).geometry() for day in range(7)]
    assert all(chips.rect().contains(rect) for rect in rects)
    assert (len({rect.y() for rect in rects}) == 1) == (width >= chips.sizeHint().width())


def test_the_week_runs_from_the_right_where_people_read_so(show_window: ShowWindow, chips: DayChips) -> None:
    chips.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    show_window(chips)
    assert _chip(chips, 0).x() > _chip(chips, 6).x()
