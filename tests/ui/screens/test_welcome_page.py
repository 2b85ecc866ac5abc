"""The first page of a first start: the limits first, and two ways on that weigh the same."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kit.pictures import picture
from tests.ui.person import focus_in, press
from tests.ui.screens.entry_person import controls_on, cut_widgets, press_button, seen_as, settle, tab_stops, words_on
from tests.words import shipped_words
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.welcome_page import WelcomePage

ShowPage = Callable[..., QWidget]


@pytest.fixture
def welcome(theme: Theme, show_page: ShowPage) -> WelcomePage:
    page = WelcomePage(theme, shipped_words())
    show_page(page)
    return page


def test_it_says_every_limit_and_what_it_will_never_show(welcome: WelcomePage) -> None:
    words = shipped_words().welcome()
    said = words_on(welcome)
    for sentence in (words.title, words.lead, words.never, words.always.undo):
        assert sentence in said
    for limit in words.limits:
        assert {limit.title, limit.text} <= set(said)


@pytest.mark.parametrize(
    ("button", "signal"),
    [
        ("welcome_go_on_button", "go_on_requested"),
        ("welcome_not_for_me_button", "help_requested"),
        ("welcome_help_button", "help_requested"),
        ("welcome_other_file_button", "other_file_requested"),
    ],
)
def test_each_way_leads_where_it_says(welcome: WelcomePage, qtbot: QtBot, button: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(welcome, signal)):
        press_button(welcome, button)


def test_f1_asks_for_help(welcome: WelcomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(welcome.help_requested):
        press(welcome, Qt.Key.Key_F1)


def test_neither_way_on_weighs_more_than_the_other(welcome: WelcomePage) -> None:
    go_on = seen_as(Button, welcome, "welcome_go_on_button")
    not_for_me = seen_as(Button, welcome, "welcome_not_for_me_button")
    assert go_on.kind is not_for_me.kind is Kind.NORMAL
    assert go_on.height() == not_for_me.height()
    assert Kind.PRIMARY not in {button.kind for button in welcome.findChildren(Button)}
    middles = [picture(each).pixelColor(4, each.height() // 2).name() for each in (go_on, not_for_me)]
    assert middles[0] == middles[1]


def test_both_ways_are_reached_by_keyboard(welcome: WelcomePage, qtbot: QtBot) -> None:
    names = [stop.objectName() for stop in tab_stops(welcome)]
    assert names == [
        "welcome_go_on_button",
        "welcome_not_for_me_button",
        "welcome_other_file_button",
        "welcome_help_button",
    ]
    with qtbot.waitSignal(welcome.help_requested):
        press(welcome, Qt.Key.Key_Tab, Qt.Key.Key_Return)


def test_everything_that_can_be_pressed_has_a_name(welcome: WelcomePage) -> None:
    assert all(control.accessibleName() and control.objectName() for control in controls_on(welcome))


@pytest.mark.parametrize(("width", "height", "scale"), [(900, 600, 1.0), (900, 600, 2.0), (1280, 800, 2.0)])
def test_nothing_is_cut(
    theme: Theme, applied_theme: Theme, show_page: ShowPage, width: int, height: int, scale: float
) -> None:
    theme.set_text_scale(scale)
    page = WelcomePage(theme, shipped_words())
    show_page(page, width=width, height=height)
    assert cut_widgets(page) == []


def test_in_a_small_window_it_opens_at_its_title(theme: Theme, applied_theme: Theme, show_page: ShowPage) -> None:
    page = WelcomePage(theme, shipped_words())
    show_page(page, width=900, height=600)
    page.setFocus()
    settle()
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == 0
    for name in ("welcome_go_on_button", "welcome_not_for_me_button"):
        way = seen_as(Button, page, name)
        assert way.visibleRegion().boundingRect() == way.rect(), "both ways on are seen without scrolling"
    press(page, Qt.Key.Key_Tab)
    assert focus_in(page).objectName() == "welcome_not_for_me_button"
    press(page, Qt.Key.Key_Tab)
    other = seen_as(Button, page, "welcome_other_file_button")
    assert focus_in(page) is other
    assert bar.value() > 0
    assert other.visibleRegion().boundingRect() == other.rect()


def test_a_wider_window_takes_the_ways_on_back_below_the_words(
    theme: Theme, applied_theme: Theme, show_page: ShowPage
) -> None:
    page = WelcomePage(theme, shipped_words())
    show_page(page, width=900, height=600)
    settle()
    go_on = seen_as(Button, page, "welcome_go_on_button")
    assert not page.main_column.isAncestorOf(go_on)
    page.window().resize(1280, 800)
    settle()
    assert page.main_column.isAncestorOf(go_on)
    other = seen_as(Button, page, "welcome_other_file_button")
    assert go_on.mapTo(page, QPoint()).y() < other.mapTo(page, QPoint()).y()


@pytest.mark.parametrize("width", [1280, 1600, 900])
def test_help_stands_under_the_words_above(theme: Theme, applied_theme: Theme, show_page: ShowPage, width: int) -> None:
    page = WelcomePage(theme, shipped_words())
    show_page(page, width=width)
    settle()
    help_button = seen_as(Button, page, "welcome_help_button")
    words_left = page.main_column.mapTo(page, QPoint()).x()
    image = picture(help_button)
    middle = help_button.height() // 2
    paper = image.pixelColor(1, middle).name()
    first_ink = next(x for x in range(image.width()) if _differs(image, x, paper))
    assert help_button.mapTo(page, QPoint(first_ink, 0)).x() == pytest.approx(words_left, abs=2)


def _differs(image: QImage, x: int, paper: str) -> bool:
    return any(image.pixelColor(x, y).name() != paper for y in range(4, image.height() - 4))
