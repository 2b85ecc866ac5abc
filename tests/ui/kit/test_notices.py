from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from trustplanner.ui.kit.notices import NoticeArea
from trustplanner.ui.kit.theme import Theme

ShowArea = Callable[..., tuple[NoticeArea, QWidget]]
WORDS = "Recorded as missed: “Ring at six”."


@pytest.fixture
def show_area(qtbot: QtBot, applied_theme: Theme) -> ShowArea:
    """A notice area as a window of its own, with a page in it."""
    applied_theme.set_less_motion(True)

    def show(width: int = 1300, height: int = 800, stays: int | None = None) -> tuple[NoticeArea, QWidget]:
        area, page = NoticeArea(applied_theme, stays=stays), QWidget()
        qtbot.addWidget(area)
        page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.set_content(page)
        area.resize(width, height)
        area.show()
        area.activateWindow()
        qtbot.waitUntil(area.isActiveWindow)
        page.setFocus()
        return area, page

    return show


def move_mouse(widget: QWidget, kind: QEvent.Type) -> None:
    """The mouse comes to the widget or leaves it."""
    place = QPointF(5, 5)
    event = QEnterEvent(place, place, place) if kind is QEvent.Type.Enter else QEvent(kind)
    QApplication.sendEvent(widget, event)


def test_it_says_what_was_recorded_and_offers_undo(show_area: ShowArea) -> None:
    area, _ = show_area()
    asked: list[str] = []
    area.undo_requested.connect(lambda: asked.append("undo"))
    area.show_notice(WORDS)
    assert area.toast.isVisible()
    assert area.toast.words() == WORDS
    QTest.mouseClick(area.toast.undo_button, Qt.MouseButton.LeftButton)
    assert asked == ["undo"]
    assert not area.toast.isVisible()


def test_it_stays_eight_seconds(applied_theme: Theme) -> None:
    assert applied_theme.tokens.motion["toast_stays"] == 8000


def test_it_goes_by_itself_and_says_so(show_area: ShowArea, qtbot: QtBot) -> None:
    area, _ = show_area(stays=1)
    with qtbot.waitSignal(area.expired):
        area.show_notice(WORDS)
    assert not area.toast.isVisible()


def test_it_waits_while_the_mouse_is_on_it(show_area: ShowArea) -> None:
    area, _ = show_area()
    area.show_notice(WORDS)
    counted = [area.toast.is_counting]
    for kind in (QEvent.Type.Enter, QEvent.Type.Leave):
        move_mouse(area.toast, kind)
        counted.append(area.toast.is_counting)
    assert counted == [True, False, True]


def test_it_waits_while_undo_has_the_focus(show_area: ShowArea) -> None:
    area, page = show_area()
    area.show_notice(WORDS)
    counted = []
    for place in (area.toast.undo_button, page):
        place.setFocus()
        counted.append(area.toast.is_counting)
    assert counted == [False, True]


def test_a_new_one_takes_the_place_of_the_last(show_area: ShowArea) -> None:
    area, _ = show_area()
    area.show_notice(WORDS)
    area.show_notice("Saved.", offers_undo=False)
    assert area.toast.words() == "Saved."
    assert not area.toast.undo_button.isVisible()


def test_it_does_not_take_the_focus(show_area: ShowArea) -> None:
    area, page = show_area()
    area.show_notice(WORDS)
    assert page.hasFocus()


def test_in_a_large_window_it_floats_over_the_foot(show_area: ShowArea) -> None:
    area, page = show_area(1300, 800)
    area.show_notice(WORDS)
    assert not area.toast.is_docked
    assert page.geometry() == area.rect()
    assert area.toast.geometry().bottom() == 800 - 18 - 1
    assert area.toast.geometry().center().x() == pytest.approx(650, abs=1)


def test_it_is_centred_on_the_column(show_area: ShowArea) -> None:
    area, page = show_area(1300, 800)
    column = QWidget(page)
    column.setGeometry(100, 0, 600, 800)
    column.show()
    area.set_column(column)
    area.show_notice(WORDS)
    assert area.toast.geometry().center().x() == pytest.approx(400, abs=1)
    column.setGeometry(100, 0, 640, 800)
    assert area.toast.geometry().center().x() == pytest.approx(420, abs=1)


@pytest.mark.parametrize(("width", "height"), [(900, 600), (1099, 800), (1300, 719)])
def test_in_a_small_window_it_is_docked_and_covers_nothing(show_area: ShowArea, width: int, height: int) -> None:
    area, page = show_area(width, height)
    area.show_notice(WORDS)
    assert area.toast.is_docked
    assert page.geometry().bottom() < area.toast.geometry().top()
    assert area.toast.geometry().bottom() == area.rect().bottom()
    area.dismiss()
    assert page.geometry() == area.rect()


def test_long_words_take_more_lines_and_are_never_cut(show_area: ShowArea) -> None:
    area, _ = show_area(900, 600)
    area.show_notice("Recorded as missed: “" + "a very long promise " * 12 + "”.")
    assert area.toast.height() > 60
    assert area.toast.geometry().right() <= area.rect().right()


def test_larger_text_makes_a_window_small(show_area: ShowArea, applied_theme: Theme) -> None:
    area, _ = show_area(1300, 800)
    area.show_notice(WORDS)
    applied_theme.set_text_scale(2.0)
    assert area.toast.is_docked
