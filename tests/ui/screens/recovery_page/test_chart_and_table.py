"""The same place as a chart and as a table."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.kit.screen_reader import description_of
from tests.ui.person import click, focus_in, press
from tests.ui.screens.recovery_page.scene import (
    OpenPage,
    ShowPage,
    canvas_of,
    choose_range,
    found,
    settle,
    table_of,
    wait_for,
)
from trustplanner.charts.ranges import Range
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.recovery_page import RecoveryPage
from trustplanner.ui.screens.recovery_page.page import AROUND_ROW

NO_KEY = Qt.KeyboardModifier.NoModifier


def test_the_key_switches_to_the_table_and_back_at_the_same_place(page: RecoveryPage, qtbot: QtBot) -> None:
    choose_range(page, Range.THREE_MONTHS, qtbot)
    canvas, table = canvas_of(page), table_of(page)
    canvas.setFocus()
    press(page, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert page.shown is not None
    bar = page.shown.view.bars[3]
    press(page, Qt.Key.Key_T, modifier=Qt.KeyboardModifier.ControlModifier)
    assert (table.isVisible(), canvas.isVisible()) == (True, False)
    assert focus_in(page) is table
    assert table.current_row is not None
    assert table.current_row.first == bar.first
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_T, modifier=Qt.KeyboardModifier.ControlModifier)
    assert focus_in(page) is canvas
    assert canvas.place == 4
    assert canvas.shown_card is not None
    assert description_of(canvas) == canvas.shown_card.spoken


def test_the_switch_does_the_same_by_mouse(page: RecoveryPage) -> None:
    switch = found(page, Switch, "recovery_table_switch")
    click(switch)
    assert table_of(page).isVisible()
    click(switch)
    assert canvas_of(page).isVisible()


def test_in_the_table_another_range_and_commitment_are_shown_at_once(page: RecoveryPage, qtbot: QtBot) -> None:
    click(found(page, Switch, "recovery_table_switch"))
    choose_range(page, Range.TWO_WEEKS, qtbot)
    assert page.shown is not None
    assert table_of(page).record.table is page.shown.table
    assert table_of(page).record.rowCount() == len(page.shown.table.rows) + 1


def test_behind_a_sheet_the_key_does_nothing(page: RecoveryPage) -> None:
    click(found(page, Button, "recovery_help_button"))
    press(page, Qt.Key.Key_T, modifier=Qt.KeyboardModifier.ControlModifier)
    assert canvas_of(page).isVisible()


def test_enter_in_the_table_opens_the_day(page: RecoveryPage, qtbot: QtBot) -> None:
    click(found(page, Switch, "recovery_table_switch"))
    table = table_of(page)
    table.go_to(0)
    table.setFocus()
    with qtbot.waitSignal(page.go_requested) as led:
        press(page, Qt.Key.Key_Return)
    assert page.shown is not None
    first = page.shown.table.rows[0].first
    [destination] = led.args or [None]
    assert isinstance(destination, Destination)
    assert destination.place == "today"
    assert date.fromisoformat(destination.detail) >= first


@pytest.mark.parametrize(("width", "height"), [(900, 600), (1280, 640)])
def test_in_a_small_window_only_the_page_scrolls_and_the_marked_row_stays_in_sight(
    demo: Workspace, open_page: OpenPage, width: int, height: int
) -> None:
    page = open_page(demo, "Ring at six", width=width, height=height)
    click(found(page, Switch, "recovery_table_switch"))
    settle()
    table = table_of(page)
    assert table.verticalScrollBar().maximum() == 0
    table.setFocus()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Home, *[Qt.Key.Key_Down] * 8):
        press(page, key, modifier=Qt.KeyboardModifier.ControlModifier if key == Qt.Key.Key_End else NO_KEY)
        row = table.visualRect(table.currentIndex())
        top = table.viewport().mapTo(page, row.topLeft()).y()
        assert top >= 0
        assert top + row.height() <= page.height()


def test_a_row_that_is_seen_whole_moves_nothing(demo: Workspace, open_page: OpenPage) -> None:
    page = open_page(demo, "Ring at six", width=900, height=600)
    click(found(page, Switch, "recovery_table_switch"))
    settle()
    scroll, table = page.findChildren(ScrollPage)[0], table_of(page)
    table.setFocus()
    scroll.verticalScrollBar().setValue(0)
    for _ in range(40):
        press(page, Qt.Key.Key_Down)
        row = table.visualRect(table.currentIndex())
        bottom = table.viewport().mapTo(scroll.viewport(), row.bottomLeft()).y()
        if scroll.verticalScrollBar().value():
            break
        assert bottom < scroll.viewport().height()
        last = bottom
    assert last + row.height() >= scroll.viewport().height(), "the page moved only for a row that was not seen whole"
    assert bottom + AROUND_ROW <= scroll.viewport().height() + 1, "then with room below it"


def test_in_a_large_window_the_table_scrolls_below_its_headings(page: RecoveryPage) -> None:
    click(found(page, Switch, "recovery_table_switch"))
    settle()
    assert table_of(page).mapTo(page, table_of(page).rect().bottomLeft()).y() < page.height()


@pytest.mark.parametrize("width", [900, 1280, 1700])
def test_the_words_stand_in_two_paragraphs_no_wider_than_a_column_of_text(
    demo: Workspace, open_page: OpenPage, width: int
) -> None:
    page = open_page(demo, "Ring at six", width=width)
    assert page.shown is not None
    labels = {label.text(): label for label in page.findChildren(TextLabel) if label.isVisible()}
    first, second = labels[page.shown.counted], labels[page.shown.beside]
    for label in (first, second):
        assert label.height() == label.heightForWidth(label.width())
    is_stacked = second.y() >= first.geometry().bottom()
    assert is_stacked == (width < 1100)
    assert is_stacked or (second.x() > first.geometry().right() and second.y() == first.y())


def test_whoever_is_led_here_can_walk_at_once(
    demo: Workspace, show_page: ShowPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page = RecoveryPage(demo, DeviceSettings(tmp_path / "settings.ini", demo))
    show_page(page)
    page.setFocus()  # as the main window does, before anything is drawn
    wait_for(page, qtbot)
    press(page, Qt.Key.Key_End)
    assert canvas_of(page).shown_card is not None
    assert "not answered" in description_of(canvas_of(page)) or "all answered" in description_of(canvas_of(page))
