from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.writing_field import WritingField

ShowPage = Callable[..., ScrollPage]


@pytest.fixture
def show_page(qtbot: QtBot, applied_theme: Theme) -> ShowPage:
    """A page as a window of its own."""

    def show(width: int, height: int = 800, *, has_rail: bool = True, lines: int = 5) -> ScrollPage:
        page = ScrollPage(applied_theme, has_rail=has_rail)
        qtbot.addWidget(page)
        for _ in range(lines):
            page.main.addWidget(TextLabel(applied_theme, "I will say where I am going before I leave. " * 3))
        page.rail.addWidget(TextLabel(applied_theme, "Told first"))
        page.resize(width, height)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.grab()  # lay out
        return page

    return show


def left_of(page: ScrollPage, lane: QWidget) -> int:
    """Where the lane begins, in the page."""
    return lane.mapTo(page, QPoint(0, 0)).x()


def test_in_a_wide_window_the_rail_stands_beside_the_column(show_page: ShowPage) -> None:
    page = show_page(1280)
    assert not page.is_stacked
    assert left_of(page, page.main_column) == 48
    assert page.main_column.width() == 640
    assert page.rail_column.width() == 272
    assert left_of(page, page.rail_column) == 48 + 640 + 48


def test_extra_width_stays_empty(show_page: ShowPage) -> None:
    page = show_page(1900)
    assert page.main_column.width() == 640
    assert left_of(page, page.rail_column) == 48 + 640 + 48


def test_between_1100_and_1280_the_column_gives_way(show_page: ShowPage) -> None:
    page = show_page(1100)
    assert not page.is_stacked
    assert page.rail_column.width() == 272
    assert left_of(page, page.rail_column) == left_of(page, page.main_column) + page.main_column.width() + 32


def test_in_a_narrow_window_the_rail_moves_under_the_column(show_page: ShowPage) -> None:
    page = show_page(900)
    assert page.is_stacked
    assert left_of(page, page.main_column) == left_of(page, page.rail_column) == 32
    assert page.main_column.width() == page.rail_column.width()
    column_foot = page.main_column.mapTo(page, page.main_column.rect().bottomLeft()).y()
    assert page.rail_column.mapTo(page, QPoint(0, 0)).y() > column_foot


def test_the_rail_moves_back_when_the_window_grows(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page(900)
    page.resize(1280, 800)
    assert not page.is_stacked
    qtbot.waitUntil(lambda: left_of(page, page.rail_column) == 48 + 640 + 48)


def test_larger_text_stacks_the_page(show_page: ShowPage, applied_theme: Theme) -> None:
    page = show_page(1280)
    applied_theme.set_text_scale(2.0)
    assert page.is_stacked


@pytest.mark.parametrize("width", [640, 900, 1100, 1280])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_never_scrolls_sideways(show_page: ShowPage, applied_theme: Theme, width: int, scale: float) -> None:
    applied_theme.set_text_scale(scale)
    page = show_page(width, 500, lines=20)
    content = page.widget()
    assert content is not None
    assert content.width() <= page.viewport().width()
    assert page.verticalScrollBar().maximum() > 0


def test_it_scrolls_to_what_takes_the_focus(show_page: ShowPage, applied_theme: Theme, qtbot: QtBot) -> None:
    page = show_page(900, 500, lines=40)
    button = Button(applied_theme, "Save")
    page.main.addWidget(button)
    qtbot.waitUntil(button.isVisible)
    button.setFocus()
    seen = page.viewport().rect()
    qtbot.waitUntil(lambda: seen.contains(button.mapTo(page.viewport(), button.rect().bottomLeft())))


def test_it_rests_at_its_top_until_something_is_typed(show_page: ShowPage, applied_theme: Theme, qtbot: QtBot) -> None:
    page = show_page(900, 500, lines=40)
    field, other = WritingField(applied_theme, name="field"), WritingField(applied_theme, name="other")
    for each in (field, other):
        page.main.addWidget(each)
        qtbot.waitUntil(each.isVisible)
    bar = page.verticalScrollBar()
    field.setFocus()
    page.begin_at_top()
    field.setMinimumHeight(300)  # a layout that settles later
    qtbot.waitUntil(lambda: field.height() >= 300)
    assert bar.value() == 0
    QTest.keyClicks(field, "a")
    assert not field.visibleRegion().isEmpty()
    page.begin_at_top()
    other.setFocus()
    assert not other.visibleRegion().isEmpty()


def test_the_rail_stands_on_the_other_side_from_right_to_left(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page(1280)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: left_of(page, page.rail_column) < left_of(page, page.main_column))
    assert left_of(page, page.main_column) + page.main_column.width() == 1280 - 48


def test_a_page_without_a_rail_has_the_widest_text_column(show_page: ShowPage) -> None:
    page = show_page(1280, has_rail=False)
    assert page.main_column.width() == 656
    assert not page.rail_column.isVisible()


@pytest.mark.parametrize("width", [900, 1100, 1230])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_nothing_moves_sideways_when_the_scroll_bar_comes(
    show_page: ShowPage, qtbot: QtBot, width: int, direction: Qt.LayoutDirection
) -> None:
    def lanes(page: ScrollPage) -> list[tuple[int, int]]:
        return [(left_of(page, lane), lane.width()) for lane in (page.main_column, page.rail_column)]

    short, long = show_page(width), show_page(width, lines=60)
    for page in (short, long):
        page.setLayoutDirection(direction)
    assert long.verticalScrollBar().maximum() > 0
    qtbot.waitUntil(lambda: lanes(long) == lanes(short))


def test_a_wide_page_gives_the_main_column_all_the_room(qtbot: QtBot, applied_theme: Theme) -> None:
    page = ScrollPage(applied_theme, is_wide=True)
    qtbot.addWidget(page)
    page.main.addWidget(TextLabel(applied_theme, "Recovery", "title"))
    page.resize(1500, 800)
    page.show()
    page.grab()
    assert left_of(page, page.main_column) == 40
    assert page.main_column.width() == 1500 - 40 - 24
