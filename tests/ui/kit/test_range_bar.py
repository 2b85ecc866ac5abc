from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from tests.ui.kit.pictures import color_at, drawn_box, picture, unlike
from tests.ui.kit.screen_reader import description_of, name_of
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.range_bar import TICK_HEIGHT, RangeBar
from trustplanner.ui.kit.theme import Theme

ShowWindow = Callable[..., QWidget]
WIDTH = 304  # the track is 300 pixels long: three for each percent
TRACK_LEFT = 2


@pytest.fixture
def bar(theme: Theme) -> RangeBar:
    return RangeBar(theme, name="today_ring_at_six_bar")


def _words(bar: RangeBar) -> list[str]:
    return [label.text() for label in bar.findChildren(TextLabel) if label.isVisible()]


def _painted_bar(bar: RangeBar) -> QWidget | None:
    """The bar itself, if there is one to see."""
    painted = [child for child in bar.findChildren(QWidget) if child.isVisible() and not isinstance(child, TextLabel)]
    return painted[0] if painted else None


def _image(bar: RangeBar) -> QImage:
    painted = _painted_bar(bar)
    assert painted is not None
    return picture(painted)


def _at(image: QImage, percent: float, *, above: bool = False) -> str:
    """The colour on the track, or above it where only ticks reach."""
    return color_at(image, TRACK_LEFT + 3 * percent, 2 if above else TICK_HEIGHT / 2)


def test_solid_to_the_low_end_then_hatch_then_track(show_window: ShowWindow, bar: RangeBar, theme: Theme) -> None:
    show_window(bar, width=WIDTH)
    bar.show_range("Ring at six", "40 to 80 %", "8 of 20 kept, 8 not answered", low=0.4, high=0.8, due=20)
    image = _image(bar)
    accent, shade = theme.color("accent").name(), theme.color("shade").name()
    assert {_at(image, percent) for percent in range(2, 39)} == {accent}
    hatched = {_at(image, percent / 3) for percent in range(125, 236)}
    assert theme.color("paper").name() in hatched
    assert len(hatched) > 3  # slanted lines, softened at their edges
    assert {_at(image, percent) for percent in range(82, 98)} == {shade}
    assert [_at(image, percent, above=True) == accent for percent in (20, 40, 60, 80, 90)] == [
        False,
        True,
        False,
        True,
        False,
    ]


def test_one_tick_when_everything_is_answered(show_window: ShowWindow, bar: RangeBar, theme: Theme) -> None:
    show_window(bar, width=WIDTH)
    bar.show_range("Ring at six", "50 %", "10 of 20 kept, all answered", low=0.5, high=0.5, due=20)
    image = _image(bar)
    accent = theme.color("accent").name()
    ticks = [percent for percent in range(101) if _at(image, percent, above=True) == accent]
    assert ticks == [50]
    assert {_at(image, percent) for percent in range(52, 98)} == {theme.color("shade").name()}


@pytest.mark.parametrize(("due", "ink"), [(5, "ink_3"), (13, "ink_3"), (14, "accent")])
def test_the_bar_is_faint_until_enough_was_due(
    show_window: ShowWindow, bar: RangeBar, theme: Theme, due: int, ink: str
) -> None:
    show_window(bar, width=WIDTH)
    bar.show_range("Ring at six", "50 %", "some", low=0.5, high=0.5, due=due)
    assert _at(_image(bar), 25) == theme.color(ink).name()


@pytest.mark.parametrize(("low", "high", "due"), [(0.25, 0.5, 4), (None, None, 0)])
def test_under_five_due_there_are_only_counts(
    show_window: ShowWindow, bar: RangeBar, low: float | None, high: float | None, due: int
) -> None:
    show_window(bar, width=WIDTH)
    bar.show_range("Ring at six", "25 to 50 %", "1 of 4 kept, 1 not answered", low=low, high=high, due=due)
    assert _painted_bar(bar) is None
    assert _words(bar) == ["Ring at six", "1 of 4 kept, 1 not answered"]
    assert "%" not in description_of(bar)


def test_the_bar_comes_and_goes_with_the_record(show_window: ShowWindow, bar: RangeBar) -> None:
    show_window(bar, width=WIDTH)
    bar.show_range("Ring at six", "", "1 of 4 kept", low=0.25, high=0.25, due=4)
    bar.show_range("Ring at six", "40 %", "2 of 5 kept, all answered", low=0.4, high=0.4, due=5)
    assert _words(bar) == ["Ring at six", "40 %", "2 of 5 kept, all answered"]
    assert _painted_bar(bar) is not None


def test_screen_readers_hear_the_range_with_its_counts(show_window: ShowWindow, bar: RangeBar) -> None:
    show_window(bar, width=WIDTH)
    bar.show_range("Ring <b>at</b> six & seven", "85 to 95 %", "17 of 20 kept", low=0.85, high=0.95, due=20)
    assert name_of(bar) == "Ring <b>at</b> six & seven"
    assert description_of(bar) == "85 to 95 %. 17 of 20 kept"


@pytest.mark.parametrize(("low", "high"), [(0.6, 0.5), (-0.1, 0.5), (0.5, 1.1)])
def test_ends_that_are_no_range_are_refused(bar: RangeBar, low: float, high: float) -> None:
    with pytest.raises(ValueError, match=r"0\.5"):
        bar.show_range("Ring at six", "", "", low=low, high=high, due=20)


def test_long_names_and_double_text_keep_all_words(show_window: ShowWindow, bar: RangeBar, theme: Theme) -> None:
    theme.set_text_scale(2.0)
    bar.show_range("Say where I am going before I leave", "88 to 95 %", "24 of 28 kept", low=0.88, high=0.95, due=28)
    show_window(bar, width=400)
    labels = [label for label in bar.findChildren(TextLabel) if label.isVisible()]
    assert all(bar.rect().contains(label.geometry()) for label in labels)
    assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)


def test_a_mirrored_window_turns_no_figure_round(show_window: ShowWindow, theme: Theme) -> None:
    written = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        bar = RangeBar(theme)
        bar.setLayoutDirection(direction)
        bar.show_range("Ring at six", "95 %", "19 of 20 kept", low=0.95, high=0.95, due=20)
        show_window(bar, width=WIDTH)
        [figure] = [label for label in bar.findChildren(TextLabel) if label.text() == "95 %"]
        image = picture(figure)
        written.append(image.copy(drawn_box(image, image.pixelColor(0, 0))))
    assert unlike(*written) < 0.01


def test_with_more_contrast_the_end_of_the_track_is_seen(show_window: ShowWindow, bar: RangeBar, theme: Theme) -> None:
    show_window(bar, width=WIDTH)
    bar.show_range("Ring at six", "50 %", "10 of 20 kept", low=0.5, high=0.5, due=20)
    top = TICK_HEIGHT // 2 - 3
    assert color_at(_image(bar), TRACK_LEFT + 240, top) == theme.color("shade").name()
    theme.set_more_contrast(True)
    assert color_at(_image(bar), TRACK_LEFT + 240, top) == theme.color("edge").name()
