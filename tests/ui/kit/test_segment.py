from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from tests.ui.kit.pictures import color_at, picture
from tests.ui.kit.screen_reader import description_of, do, is_checked, name_of, role_of
from tests.ui.person import click, focus_in, press
from trustplanner.ui.kit.painted_button import PaintedButton
from trustplanner.ui.kit.segment import SegmentedControl, SegmentOption
from trustplanner.ui.kit.theme import Theme

RANGES = [
    SegmentOption(value, words)
    for value, words in (("2w", "2 weeks"), ("6w", "6 weeks"), ("3m", "3 months"), ("1y", "1 year"), ("all", "All"))
]
ShowWindow = Callable[..., QWidget]


@pytest.fixture
def control(theme: Theme) -> SegmentedControl:
    return SegmentedControl(theme, RANGES, name="recovery_range", label="Range")


def _button(control: SegmentedControl, value: str) -> PaintedButton:
    button = control.findChild(PaintedButton, f"recovery_range_{value}_button")
    assert isinstance(button, PaintedButton)
    return button


def test_a_click_chooses_and_says_so_once(show_window: ShowWindow, control: SegmentedControl) -> None:
    show_window(control)
    heard: list[str] = []
    control.option_chosen.connect(heard.append)
    for value in ("6w", "6w", "all"):
        click(_button(control, value))
    assert heard == ["6w", "all"]
    assert control.chosen == "all"


def test_code_chooses_without_a_signal(show_window: ShowWindow, control: SegmentedControl) -> None:
    show_window(control)
    heard: list[str] = []
    control.option_chosen.connect(heard.append)
    assert control.chosen is None
    control.set_chosen("3m")
    control.set_chosen(None)
    assert (heard, control.chosen) == ([], None)
    with pytest.raises(ValueError, match="decade"):
        control.set_chosen("decade")


@pytest.mark.parametrize(
    ("direction", "key", "chosen"),
    [
        (Qt.LayoutDirection.LeftToRight, Qt.Key.Key_Right, "3m"),
        (Qt.LayoutDirection.LeftToRight, Qt.Key.Key_Left, "2w"),
        (Qt.LayoutDirection.RightToLeft, Qt.Key.Key_Left, "3m"),
    ],
)
def test_arrows_choose_the_next_option_as_people_read(
    show_window: ShowWindow,
    control: SegmentedControl,
    direction: Qt.LayoutDirection,
    key: Qt.Key,
    chosen: str,
) -> None:
    control.setLayoutDirection(direction)
    control.set_chosen("6w")
    show_window(control)
    heard: list[str] = []
    control.option_chosen.connect(heard.append)
    control.setFocus()
    press(control, key)
    assert heard == [chosen]
    assert control.window().focusWidget() is _button(control, chosen)


def test_screen_readers_find_radio_buttons_and_can_choose(show_window: ShowWindow, control: SegmentedControl) -> None:
    show_window(control)
    control.set_chosen("2w")
    heard: list[str] = []
    control.option_chosen.connect(heard.append)
    assert role_of(_button(control, "1y")) == QAccessible.Role.RadioButton
    assert (name_of(_button(control, "1y")), description_of(_button(control, "1y"))) == ("1 year", "Range. 4 of 5")
    do(_button(control, "1y"), "Toggle")
    assert heard == ["1y"]
    assert [option.value for option in RANGES if is_checked(_button(control, option.value))] == ["1y"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [180, 320, 500, 900])
def test_it_wraps_into_rows_instead_of_leaving_its_width(
    theme: Theme, show_window: ShowWindow, control: SegmentedControl, scale: float, width: int
) -> None:
    theme.set_text_scale(scale)
    show_window(control, width=width)
    for option in RANGES:
        assert control.rect().contains(_button(control, option.value).geometry())
    rows = {_button(control, option.value).y() for option in RANGES}
    assert (len(rows) == 1) == (control.sizeHint().width() <= width)


def test_their_option_is_sepia_and_mine_is_blue(show_window: ShowWindow, theme: Theme) -> None:
    options = [SegmentOption("said", "She said", "theirs"), SegmentOption("guess", "I guess")]
    control = SegmentedControl(theme, options, name="line", is_low=True)
    show_window(control)
    for value, ink in (("said", "theirs"), ("guess", "accent")):
        control.set_chosen(value)
        rect = control.findChildren(PaintedButton, f"line_{value}_button")[0].geometry()
        assert color_at(picture(control), rect.center().x(), rect.top()) == theme.color(ink).name()


def test_other_words_for_the_same_options_keep_the_choice(show_window: ShowWindow, control: SegmentedControl) -> None:
    control.set_chosen("6w")
    show_window(control)
    control.setFocus()
    control.set_options([SegmentOption("6w", "Six <b>weeks</b> & more"), SegmentOption("all", "Everything")])
    assert control.chosen == "6w"
    assert focus_in(control) is _button(control, "6w")
    assert control.findChild(PaintedButton, "recovery_range_2w_button") is None
    assert name_of(_button(control, "6w")) == "Six <b>weeks</b> & more"


def test_the_focus_moves_on_when_its_option_goes(show_window: ShowWindow, control: SegmentedControl) -> None:
    control.set_chosen("2w")
    show_window(control)
    control.setFocus()
    control.set_options(RANGES[1:])
    assert control.chosen is None
    assert focus_in(control) is _button(control, "6w")


def test_it_steps_back_when_the_choice_was_made_in_a_control_beside_it(
    show_window: ShowWindow, control: SegmentedControl, theme: Theme
) -> None:
    show_window(control)
    middle = control.height() / 2
    assert color_at(picture(control), 0, middle) == theme.color("edge").name()
    control.set_answered_beside(is_answered=True)
    assert color_at(picture(control), 0, middle) == theme.color("rule").name()
    assert control.chosen is None
