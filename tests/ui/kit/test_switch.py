from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from tests.ui.kit.pictures import picture, shows
from tests.ui.kit.screen_reader import do, is_checked, name_of, role_of
from tests.ui.person import click, press
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.theme import Theme

ShowWindow = Callable[..., QWidget]


@pytest.fixture
def switch(theme: Theme) -> Switch:
    return Switch(theme, "Show as <i>table</i> & figures", name="recovery_table_switch")


def test_mouse_space_and_enter_switch_it(show_window: ShowWindow, switch: Switch) -> None:
    show_window(switch)
    heard: list[bool] = []
    switch.switched.connect(heard.append)
    click(switch)
    press(switch, Qt.Key.Key_Space)
    press(switch, Qt.Key.Key_Return)
    assert heard == [True, False, True]
    assert switch.is_on


def test_code_switches_it_without_a_signal(show_window: ShowWindow, switch: Switch) -> None:
    show_window(switch)
    heard: list[bool] = []
    switch.switched.connect(heard.append)
    switch.set_on(True)
    assert (heard, switch.is_on) == ([], True)


def test_on_is_seen_by_the_place_of_the_knob_too(show_window: ShowWindow, switch: Switch, theme: Theme) -> None:
    show_window(switch)
    track = switch.rect().adjusted(switch.width() - 36, 6, 0, -6)
    left, right = track.adjusted(5, 2, -20, -2), track.adjusted(20, 2, -5, -2)
    assert shows(picture(switch), left, theme, "ink_2")
    assert not shows(picture(switch), right, theme, "ink_2")
    switch.set_on(True)
    assert shows(picture(switch), right, theme, "accent")
    assert not shows(picture(switch), left, theme, "accent")


def test_without_motion_the_knob_is_there_at_once(show_window: ShowWindow, switch: Switch, theme: Theme) -> None:
    theme.set_less_motion(True)
    show_window(switch)
    click(switch)
    right = switch.rect().adjusted(switch.width() - 16, 8, -5, -8)
    assert shows(picture(switch), right, theme, "accent")


def test_screen_readers_find_a_check_box_and_can_switch_it(show_window: ShowWindow, switch: Switch) -> None:
    show_window(switch)
    heard: list[bool] = []
    switch.switched.connect(heard.append)
    assert role_of(switch) == QAccessible.Role.CheckBox
    assert name_of(switch) == "Show as <i>table</i> & figures"
    do(switch, "Toggle")
    assert (heard, is_checked(switch)) == ([True], True)


def test_words_wrap_when_there_is_no_room(theme: Theme, switch: Switch) -> None:
    theme.set_text_scale(2.0)
    one_line = switch.sizeHint()
    assert switch.heightForWidth(one_line.width()) == one_line.height()
    assert switch.heightForWidth(one_line.width() // 2) > one_line.height()
