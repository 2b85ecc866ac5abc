from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.kit.pictures import picture, shows
from tests.ui.kit.screen_reader import is_checked, name_of
from trustplanner.ui.kit.navigation import Place, Sidebar
from trustplanner.ui.kit.theme import Theme

PLACES = (
    Place("today", "calendar-days", "Today", "Ctrl+1"),
    Place("path", "route", "Path", "Ctrl+2"),
    Place("recovery", "chart-column", "Recovery", "Ctrl+5"),
)


@pytest.fixture
def sidebar(theme: Theme, show_window: Callable[..., QWidget]) -> Sidebar:
    bar = Sidebar(theme, PLACES)
    bar.setMinimumHeight(800)
    bar.show_place("today")
    show_window(bar, width=900)
    return bar


def heard_from(sidebar: Sidebar) -> list[str]:
    """Everything the sidebar asks for, in order."""
    heard: list[str] = []
    sidebar.place_chosen.connect(heard.append)
    sidebar.help_requested.connect(lambda: heard.append("help"))
    sidebar.lock_requested.connect(lambda: heard.append("lock"))
    return heard


def test_a_click_asks_for_the_place_and_the_page_decides(sidebar: Sidebar) -> None:
    heard = heard_from(sidebar)
    QTest.mouseClick(sidebar.item("path"), Qt.MouseButton.LeftButton)
    assert heard == ["path"]
    assert [is_checked(sidebar.item(code)) for code in ("today", "path")] == [True, False]
    sidebar.show_place("path")
    assert [is_checked(sidebar.item(code)) for code in ("today", "path")] == [False, True]
    assert heard == ["path"]


def test_help_and_lock_stand_at_the_foot_in_every_width(sidebar: Sidebar) -> None:
    heard = heard_from(sidebar)
    for is_narrow in (False, True):
        sidebar.set_narrow(is_narrow)
        sidebar.window().grab()  # lay out
        assert sidebar.lock_item.geometry().bottom() > 760
        QTest.mouseClick(sidebar.help_item, Qt.MouseButton.LeftButton)
        QTest.mouseClick(sidebar.lock_item, Qt.MouseButton.LeftButton)
    assert heard == ["help", "lock", "help", "lock"]


def test_every_item_has_a_name_without_its_words(sidebar: Sidebar) -> None:
    sidebar.set_narrow(True)
    items = [*(sidebar.item(place.code) for place in PLACES), sidebar.help_item, sidebar.lock_item]
    assert [name_of(item) for item in items] == ["Today", "Path", "Recovery", "Need to talk to someone now?", "Lock"]
    assert [item.toolTip() for item in items] == [
        "Today (Ctrl+1)",
        "Path (Ctrl+2)",
        "Recovery (Ctrl+5)",
        "Need to talk to someone now? (F1)",
        "Lock (Ctrl+L)",
    ]


def test_it_is_232_wide_or_72_and_grows_with_the_text(sidebar: Sidebar, theme: Theme) -> None:
    assert sidebar.width() == 232
    sidebar.set_narrow(True)
    assert sidebar.width() == 72
    theme.set_text_scale(2.0)
    assert 110 <= sidebar.width() <= 130


def test_the_help_item_keeps_words_in_the_narrow_sidebar(sidebar: Sidebar, theme: Theme) -> None:
    sidebar.set_narrow(True)
    sidebar.window().grab()
    help_item = sidebar.help_item
    words = QRect(0, help_item.height() // 2, help_item.width(), help_item.height() // 2)
    assert shows(picture(help_item), words, theme, "ink")
    lock = sidebar.lock_item
    assert not shows(picture(lock), lock.rect(), theme, "ink")


def test_the_chosen_item_has_a_bar_at_the_edge_where_reading_begins(sidebar: Sidebar, theme: Theme) -> None:
    item = sidebar.item("today")
    start, end = QRect(0, 12, 3, 20), QRect(item.width() - 3, 12, 3, 20)
    assert shows(picture(item), start, theme, "accent")
    assert not shows(picture(item), end, theme, "accent")
    sidebar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert shows(picture(item), end, theme, "accent")
    assert not shows(picture(item), start, theme, "accent")


def test_arrows_walk_over_all_items_and_enter_chooses(sidebar: Sidebar) -> None:
    heard = heard_from(sidebar)
    sidebar.item("today").setFocus()
    walked = []
    for _ in range(5):
        focused = QApplication.focusWidget()
        assert focused is not None
        walked.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Down)
    assert walked == [*(sidebar.item(place.code) for place in PLACES), sidebar.help_item, sidebar.lock_item]
    assert sidebar.item("today").hasFocus()
    QTest.keyClick(sidebar.item("today"), Qt.Key.Key_Up)
    assert sidebar.lock_item.hasFocus()
    QTest.keyClick(sidebar.item("path"), Qt.Key.Key_Return)
    assert heard == ["path"]


def test_tab_enters_at_the_place_where_the_person_is(sidebar: Sidebar) -> None:
    sidebar.show_place("path")
    stops = [item for item in (sidebar.item(place.code) for place in PLACES) if _is_tab_stop(item)]
    assert stops == [sidebar.item("path")]
    sidebar.show_place("settings")
    stops = [item for item in (sidebar.item(place.code) for place in PLACES) if _is_tab_stop(item)]
    assert stops == [sidebar.item("today")]


def test_a_place_that_is_not_there_is_an_error(sidebar: Sidebar) -> None:
    with pytest.raises(KeyError):
        sidebar.item("letters")


def _is_tab_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_with_more_contrast_a_line_parts_it_from_the_page(
    sidebar: Sidebar, theme: Theme, direction: Qt.LayoutDirection
) -> None:
    sidebar.setLayoutDirection(direction)
    inner = sidebar.width() - 1 if direction is Qt.LayoutDirection.LeftToRight else 0
    assert picture(sidebar).pixelColor(inner, 400) == theme.color("margin")
    theme.set_more_contrast(True)
    inner = sidebar.width() - 1 if direction is Qt.LayoutDirection.LeftToRight else 0
    assert picture(sidebar).pixelColor(inner, 400) == theme.color("rule")
