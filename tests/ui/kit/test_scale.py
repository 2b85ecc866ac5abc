from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from tests.ui.kit.pictures import color_at, picture, shows
from tests.ui.kit.screen_reader import description_of, do, name_of, role_of
from tests.ui.person import click, press
from trustplanner.ui.kit.painted_button import PaintedButton
from trustplanner.ui.kit.scale import Scale
from trustplanner.ui.kit.text_block import text_width
from trustplanner.ui.kit.theme import Theme

ShowWindow = Callable[..., QWidget]


@pytest.fixture
def scale(theme: Theme) -> Scale:
    return Scale(theme, name="commitment_sureness", label="How sure are you that you can keep it?")


def _place(scale: Scale, number: int) -> PaintedButton:
    place = scale.findChild(PaintedButton, f"commitment_sureness_{number}_button")
    assert isinstance(place, PaintedButton)
    return place


def _type(scale: Scale, *keys: Qt.Key) -> list[int]:
    heard: list[int] = []
    scale.number_chosen.connect(heard.append)
    scale.setFocus()
    press(scale, *keys)
    scale.number_chosen.disconnect(heard.append)
    return heard


def test_nothing_is_chosen_at_first(scale: Scale) -> None:
    assert scale.number is None


def test_a_click_chooses_and_says_so_once(show_window: ShowWindow, scale: Scale) -> None:
    show_window(scale)
    heard: list[int] = []
    scale.number_chosen.connect(heard.append)
    for _ in range(2):
        click(_place(scale, 7))
    assert (heard, scale.number) == ([7], 7)


def test_digits_choose_and_one_then_zero_is_ten(show_window: ShowWindow, scale: Scale) -> None:
    show_window(scale)
    assert _type(scale, Qt.Key.Key_8) == [8]
    assert _type(scale, Qt.Key.Key_1, Qt.Key.Key_0) == [1, 10]
    assert _type(scale, Qt.Key.Key_0) == [0]
    assert _type(scale, Qt.Key.Key_1, Qt.Key.Key_Right, Qt.Key.Key_0) == [1, 2, 0]


def test_arrows_step_and_stop_at_the_ends(show_window: ShowWindow, scale: Scale) -> None:
    show_window(scale)
    scale.set_number(9)
    right, left, end, home = Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Home
    assert _type(scale, right, right, left) == [10, 9]
    assert _type(scale, home, left, end) == [0, 10]
    assert scale.window().focusWidget() is _place(scale, 10)


def test_the_first_arrow_chooses_where_the_focus_is(show_window: ShowWindow, scale: Scale) -> None:
    show_window(scale)
    assert _type(scale, Qt.Key.Key_Right, Qt.Key.Key_Right) == [0, 1]


def test_delete_takes_the_number_back(show_window: ShowWindow, scale: Scale) -> None:
    show_window(scale)
    cleared: list[bool] = []
    scale.cleared.connect(lambda: cleared.append(True))
    _type(scale, Qt.Key.Key_Delete)
    assert cleared == []
    _type(scale, Qt.Key.Key_4, Qt.Key.Key_Delete)
    assert (cleared, scale.number) == ([True], None)


def test_code_shows_a_number_without_a_signal(show_window: ShowWindow, scale: Scale) -> None:
    show_window(scale)
    heard: list[int] = []
    scale.number_chosen.connect(heard.append)
    scale.set_number(3)
    scale.set_number(None)
    assert (heard, scale.number) == ([], None)
    with pytest.raises(ValueError, match="11"):
        scale.set_number(11)


def test_the_chosen_place_is_a_filled_disc(show_window: ShowWindow, scale: Scale, theme: Theme) -> None:
    show_window(scale)
    scale.set_number(8)
    image = picture(scale)
    assert shows(image, _place(scale, 8).geometry(), theme, "accent")
    assert not shows(image, _place(scale, 6).geometry(), theme, "accent")


def test_the_place_in_focus_has_a_round_ring_for_those_who_use_the_keyboard(
    show_window: ShowWindow, scale: Scale, theme: Theme
) -> None:
    show_window(scale)
    click(_place(scale, 3))
    scale.set_number(8)
    middle = _place(scale, 3).geometry().center()
    assert color_at(picture(scale), middle.x(), middle.y() - 17) != theme.color("focus").name()
    press(scale, Qt.Key.Key_2)
    middle = _place(scale, 2).geometry().center()
    assert color_at(picture(scale), middle.x(), middle.y() - 17) == theme.color("focus").name()


def test_screen_readers_find_the_question_with_every_place(show_window: ShowWindow, scale: Scale) -> None:
    show_window(scale)
    assert role_of(_place(scale, 8)) == QAccessible.Role.RadioButton
    assert name_of(_place(scale, 8)) == "8"
    assert description_of(_place(scale, 8)) == "How sure are you that you can keep it? 9 of 11"
    do(_place(scale, 8), "Toggle")
    assert scale.number == 8


@pytest.mark.parametrize(("text_scale", "width"), [(1.0, 418), (1.0, 370), (1.0, 200), (2.0, 640), (2.0, 420)])
def test_all_places_stay_inside_their_width(
    theme: Theme, show_window: ShowWindow, scale: Scale, text_scale: float, width: int
) -> None:
    theme.set_text_scale(text_scale)
    show_window(scale, width=width)
    assert all(scale.rect().contains(_place(scale, number).geometry()) for number in range(11))


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_the_line_keeps_the_same_distance_from_every_number(
    show_window: ShowWindow, theme: Theme, scale: Scale, text_scale: float
) -> None:
    theme.set_text_scale(text_scale)
    show_window(scale, width=1000)
    image, middle = picture(scale), _place(scale, 9).geometry().center().y()
    edge = theme.color("edge").name()
    row = next(
        y for y in range(middle - 2, middle + 3) if color_at(image, _place(scale, 9).geometry().right(), y) == edge
    )
    gaps = []
    for number in (8, 9):
        place, after = _place(scale, number), _place(scale, number + 1)
        line = [x for x in range(place.x(), after.geometry().right()) if color_at(image, x, row) == edge]
        line = [x for x in line if abs(x - place.geometry().right()) < place.width() / 2]
        half = text_width(theme, "control", str(number + 1)) / 2
        gaps.append(after.geometry().center().x() - half - max(line))
    assert gaps[0] == pytest.approx(gaps[1], abs=1.5)
    assert gaps[1] >= 6 * text_scale
