from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QWidget

from tests.ui.kit.pictures import drawn_box, empty_picture, painter_on
from tests.ui.kit.screen_reader import description_of, name_of, role_of
from tests.ui.person import click, press
from trustplanner.ui.kit.dots import ContentsEntry, DotState, paint_dot
from trustplanner.ui.kit.theme import Theme

ShowWindow = Callable[..., QWidget]


def _painted(theme: Theme, state: DotState, *, is_small: bool) -> QImage:
    image = empty_picture(40, 40, theme.color("paper"))
    painter = painter_on(image)
    paint_dot(painter, QPointF(20, 20), state, theme, is_small=is_small)
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return grey.convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("is_small", [False, True])
def test_each_state_has_its_own_shape_even_without_colour(theme: Theme, is_small: bool) -> None:
    pictures = {state: _painted(theme, state, is_small=is_small) for state in DotState}
    for one, other in combinations(DotState, 2):
        unlike = [
            (x, y)
            for x in range(40)
            for y in range(40)
            if abs(pictures[one].pixelColor(x, y).red() - pictures[other].pixelColor(x, y).red()) > 60
        ]
        assert len(unlike) > 4, (one, other)


def test_dots_follow_the_text_size_and_small_ones_are_smaller(theme: Theme) -> None:
    background = _painted(theme, DotState.HERE, is_small=False).pixelColor(0, 0)
    large = drawn_box(_painted(theme, DotState.HERE, is_small=False), background).width()
    small = drawn_box(_painted(theme, DotState.HERE, is_small=True), background).width()
    theme.set_text_scale(2.0)
    doubled = drawn_box(_painted(theme, DotState.HERE, is_small=False), background).width()
    assert small < large
    assert abs(doubled - 2 * large) <= 2


def test_an_entry_opens_by_mouse_and_by_key(show_window: ShowWindow, theme: Theme) -> None:
    entry = ContentsEntry(theme, "Ready", DotState.WRITTEN, detail="3 of 3 written", name="path_ready_entry")
    show_window(entry)
    heard: list[bool] = []
    entry.activated.connect(lambda: heard.append(True))
    click(entry)
    press(entry, Qt.Key.Key_Return)
    assert len(heard) == 2


def test_screen_readers_hear_title_count_and_state(show_window: ShowWindow, theme: Theme) -> None:
    entry = ContentsEntry(theme, "Acknowledge & <i>own</i>", DotState.HERE, detail="3 of 6 written, 1 skipped")
    show_window(entry)
    assert role_of(entry) == QAccessible.Role.Button
    assert name_of(entry) == "Acknowledge & <i>own</i>. 3 of 6 written, 1 skipped"
    assert description_of(entry) == "you are here"
    entry.show_state("Acknowledge", DotState.SKIPPED)
    assert (name_of(entry), description_of(entry)) == ("Acknowledge", "skipped")


def test_long_titles_wrap(theme: Theme) -> None:
    entry = ContentsEntry(theme, "What was the worst part for her?", DotState.NOT_OPENED, is_small=True)
    one_line = entry.sizeHint()
    assert entry.heightForWidth(one_line.width()) == one_line.height()
    assert entry.heightForWidth(one_line.width() // 2) > one_line.height()
    assert one_line.height() >= 24
