"""The same place as a chart and as a table."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.kit.screen_reader import description_of
from tests.ui.person import click, focus_in, press
from tests.ui.screens.recovery_page.scene import ShowPage, canvas_of, choose_range, found, table_of, wait_for
from trustplanner.charts.ranges import Range
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.recovery_page import RecoveryPage


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
