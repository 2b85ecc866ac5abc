from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.kit.pictures import color_at, picture, shows
from tests.ui.kit.screen_reader import description_of, do, is_checked, name_of
from tests.ui.person import click, press
from trustplanner.ui.kit.painted_button import PaintedButton
from trustplanner.ui.kit.step_bar import StepBar
from trustplanner.ui.kit.text_block import text_width
from trustplanner.ui.kit.theme import Theme

STEPS = ["Tell first", "What happened", "What made it likelier", "Repair", "Adjust"]
ShowWindow = Callable[..., QWidget]


@pytest.fixture
def bar(theme: Theme) -> StepBar:
    bar = StepBar(theme, STEPS, name="missed_step", label="Steps")
    bar.set_present(0)
    return bar


def _step(bar: StepBar, index: int) -> PaintedButton:
    step = bar.findChild(PaintedButton, f"missed_step_{index + 1}_button")
    assert isinstance(step, PaintedButton)
    return step


def test_any_step_may_be_opened_in_any_order(show_window: ShowWindow, bar: StepBar) -> None:
    show_window(bar)
    heard: list[int] = []
    bar.step_opened.connect(heard.append)
    for index in (4, 4, 1, 0):
        click(_step(bar, index))
    assert (heard, bar.present) == ([4, 1, 0], 0)


def test_arrows_walk_and_enter_opens(show_window: ShowWindow, bar: StepBar) -> None:
    show_window(bar)
    heard: list[int] = []
    bar.step_opened.connect(heard.append)
    bar.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        press(bar, key)
    assert heard == [2]


def test_only_the_present_step_is_underlined(show_window: ShowWindow, bar: StepBar, theme: Theme) -> None:
    show_window(bar)
    for present in range(len(STEPS)):
        bar.set_present(present)
        image = picture(bar)
        underlined = [shows(image, _step(bar, index).geometry(), theme, "accent") for index in range(len(STEPS))]
        assert underlined == [index == present for index in range(len(STEPS))]


def test_screen_readers_hear_the_place_and_can_open(show_window: ShowWindow, bar: StepBar) -> None:
    show_window(bar)
    assert (name_of(_step(bar, 3)), description_of(_step(bar, 3))) == ("Repair", "Steps. 4 of 5")
    do(_step(bar, 3), "Toggle")
    assert bar.present == 3
    assert [is_checked(_step(bar, index)) for index in range(5)] == [False, False, False, True, False]


@pytest.mark.parametrize(("scale", "width"), [(1.0, 560), (1.0, 200), (2.0, 560), (2.0, 300)])
def test_steps_wrap_inside_their_width(
    theme: Theme, show_window: ShowWindow, bar: StepBar, scale: float, width: int
) -> None:
    theme.set_text_scale(scale)
    show_window(bar, width=width)
    rects = [_step(bar, index).geometry() for index in range(len(STEPS))]
    assert all(bar.rect().contains(rect) for rect in rects)
    for index, rect in enumerate(rects):
        assert not any(rect.intersects(other) for other in rects[index + 1 :])


def test_a_step_that_does_not_exist_is_refused(bar: StepBar) -> None:
    with pytest.raises(IndexError):
        bar.set_present(5)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_no_step_moves_when_another_is_opened_and_the_line_ends_with_the_words(
    show_window: ShowWindow, bar: StepBar, theme: Theme, direction: Qt.LayoutDirection
) -> None:
    window = show_window(bar)
    window.setLayoutDirection(direction)
    places = set()
    for present in range(len(STEPS)):
        bar.set_present(present)
        places.add(tuple(_step(bar, index).x() for index in range(len(STEPS))))
        step = _step(bar, present)
        image = picture(step)
        accent = theme.color("accent").name()
        row = next(y for y in range(image.height()) if accent in {color_at(image, x, y) for x in range(image.width())})
        underlined = [x for x in range(image.width()) if color_at(image, x, row) == accent]
        assert len(underlined) == text_width(theme, "label", STEPS[present])
        at_start = (
            underlined[0] == 0 if direction is Qt.LayoutDirection.LeftToRight else underlined[-1] == image.width() - 1
        )
        assert at_start
    assert len(places) == 1
