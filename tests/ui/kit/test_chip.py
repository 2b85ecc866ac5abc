from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kit.pictures import color_at, picture
from tests.ui.kit.screen_reader import do, name_of, role_of
from tests.ui.person import click, press, type_words
from trustplanner.ui.kit.chip import Chip, Tone
from trustplanner.ui.kit.theme import Theme

ShowWindow = Callable[..., QWidget]


@pytest.fixture
def chip(theme: Theme) -> Chip:
    return Chip(theme, "What happened", Tone.ACCENT, "camera", name="letter_tag_button")


def test_mouse_enter_and_space_press_it(show_window: ShowWindow, chip: Chip) -> None:
    show_window(chip)
    heard: list[bool] = []
    chip.activated.connect(lambda: heard.append(True))
    click(chip)
    press(chip, Qt.Key.Key_Return)
    press(chip, Qt.Key.Key_Space)
    assert len(heard) == 3


def test_one_to_eight_choose_without_opening_the_list(show_window: ShowWindow, chip: Chip) -> None:
    show_window(chip)
    heard: list[int] = []
    chip.number_typed.connect(heard.append)
    type_words(chip, "0189")
    assert heard == [1, 8]


def test_tone_is_a_fill_or_an_edge(show_window: ShowWindow, chip: Chip, theme: Theme) -> None:
    show_window(chip)
    fills = {}
    for tone in Tone:
        chip.set_kind("Word", tone, None)
        fills[tone] = color_at(picture(chip), chip.width() - 5, chip.height() // 2)
    assert fills == {
        Tone.ACCENT: theme.color("wash").name(),
        Tone.THEIRS: theme.color("theirs_wash").name(),
        Tone.NEUTRAL: theme.color("paper").name(),
        Tone.OUTLINE: theme.color("paper").name(),
    }
    tops = {}
    for tone in (Tone.NEUTRAL, Tone.OUTLINE):
        chip.set_kind("A word that is long", tone, None)
        image = picture(chip)
        tops[tone] = {color_at(image, x, 0) for x in range(16, chip.width() - 16)}
    assert tops[Tone.NEUTRAL] == {theme.color("edge").name()}
    assert len(tops[Tone.OUTLINE]) > 1  # dashed


def test_screen_readers_find_a_button_with_its_words(show_window: ShowWindow, chip: Chip, qtbot: QtBot) -> None:
    show_window(chip)
    chip.set_kind("About <b>me</b> & you", Tone.NEUTRAL, "feather")
    assert (role_of(chip), name_of(chip)) == (QAccessible.Role.Button, "About <b>me</b> & you")
    with qtbot.waitSignal(chip.activated):
        do(chip, "Press")


def test_words_wrap_when_there_is_no_room(theme: Theme, chip: Chip) -> None:
    theme.set_text_scale(2.0)
    one_line = chip.sizeHint()
    assert one_line.height() == 52
    assert chip.heightForWidth(one_line.width()) == 52
    assert chip.heightForWidth(one_line.width() - 40) > 52


def test_the_icon_stands_where_the_words_begin(show_window: ShowWindow, chip: Chip, theme: Theme) -> None:
    show_window(chip)
    wash = theme.color("wash").name()

    def has_ink(left: int, right: int) -> bool:
        image = picture(chip)
        return any(image.pixelColor(QPoint(x, y)).name() != wash for x in range(left, right) for y in range(8, 18))

    assert has_ink(10, 25)
    chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert has_ink(chip.width() - 25, chip.width() - 10)
    assert not has_ink(2, 9)
