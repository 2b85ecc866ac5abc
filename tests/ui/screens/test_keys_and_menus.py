"""The keys and the menus of the planner, the list of keys, and where the toast stands."""

from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import promise
from tests.ui.person import focus_in, press
from tests.ui.screens.entry_person import is_seen, press_button, seen, seen_as, settle, words_on
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.ui.kit import device_settings
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.notices import Toast
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner
from trustplanner.ui.screens.recovery_page import RecoveryPage

PATIENCE: Final = 20_000  # milliseconds
CONTROL: Final = Qt.KeyboardModifier.ControlModifier
PLACES: Final = (
    (Qt.Key.Key_2, CONTROL, "path_page"),
    (Qt.Key.Key_3, CONTROL, "amends_page"),
    (Qt.Key.Key_4, CONTROL, "conversations_page"),
    (Qt.Key.Key_5, CONTROL, "recovery_page"),
    (Qt.Key.Key_Comma, CONTROL, "settings_page"),
    (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, "support_page"),
    (Qt.Key.Key_1, CONTROL, "today_page"),
)


@pytest.fixture
def planner(open_planner: OpenPlanner, workspace: Workspace) -> Planner:
    """The planner with one promise that is due."""
    promise(workspace.runner)
    return open_planner()


def menu_action(planner: Planner, words: str) -> QAction:
    """An entry of the menus, whichever menu it is in."""
    [bar] = planner.window().findChildren(QMenuBar)
    menus = [each.menu() for each in bar.actions()]
    [found] = [each for menu in menus for each in menu.actions() if each.text() == words]  # type: ignore[attr-defined]  # untyped
    assert isinstance(found, QAction)
    return found


def toast_of(planner: Planner) -> Toast:
    [toast] = planner.findChildren(Toast)
    return toast


def place_in(planner: Planner, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(planner, QPoint(0, 0)), widget.size())


def test_each_key_of_a_place_leads_there(planner: Planner) -> None:
    for key, modifier, page in PLACES:
        press(planner, key, modifier=modifier)
        settle()
        assert is_seen(planner, page)
        assert seen(planner, page).isAncestorOf(focus_in(planner)) or seen(planner, page) is focus_in(planner)


def test_the_menus_lead_where_the_keys_do(planner: Planner) -> None:
    for words, name in (
        ("Settings", "settings_page"),
        ("Sessions and events", "dates_page"),
        ("Amends", "amends_page"),
        ("Need to talk to someone now?", "support_page"),
    ):
        menu_action(planner, words).trigger()
        settle()
        assert is_seen(planner, name)


def test_text_grows_and_shrinks_by_keys_and_the_size_is_kept(planner: Planner, tmp_path: Path) -> None:
    theme = planner.workspace.theme
    sizes = []
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_Minus):
        press(planner, key, modifier=CONTROL)
        settle()
        sizes.append(theme.text_scale)
    assert sizes == [1.1, 1.2, 1.1, 1.0, 1.0]
    press(planner, Qt.Key.Key_Plus, modifier=CONTROL)
    assert float(DeviceSettings(tmp_path / "settings.ini").text(device_settings.TEXT_SCALE, "")) == 1.1


def test_the_list_of_keys_names_every_key_of_the_menus(planner: Planner) -> None:
    press(planner, Qt.Key.Key_Slash, modifier=CONTROL)
    settle()
    sheet = seen_as(SheetDialog, planner.window(), "keys_sheet")
    lines = [label.accessibleName() for label in sheet.findChildren(TextLabel)]
    listed = {key for line in lines for key in line.partition(": ")[0].split()}
    [bar] = planner.window().findChildren(QMenuBar)
    actions = [action for each in bar.actions() for action in each.menu().actions()]  # type: ignore[attr-defined]  # untyped
    keys = {action.shortcut().toString() for action in actions if not action.shortcut().isEmpty()}
    assert keys - listed == {"Ctrl+Q"}
    assert "Larger, smaller and first text size" in words_on(sheet)
    press(planner, Qt.Key.Key_Escape)
    assert not is_seen(planner.window(), "keys_sheet")
    assert is_seen(planner, "today_page")


def test_undo_is_in_the_menu_with_its_key(planner: Planner) -> None:
    assert not menu_action(planner, "Undo").isEnabled()
    press(planner, Qt.Key.Key_K)
    assert menu_action(planner, "Undo").isEnabled()
    press(planner, Qt.Key.Key_Z, modifier=CONTROL)
    assert (menu_action(planner, "Undo").isEnabled(), menu_action(planner, "Redo").isEnabled()) == (False, True)


def test_on_the_page_for_help_no_toast_stands_over_the_numbers(planner: Planner) -> None:
    press(planner, Qt.Key.Key_K)
    assert toast_of(planner).isVisible()
    press(planner, Qt.Key.Key_F1)
    settle()
    assert not toast_of(planner).isVisible()
    planner.workspace.recorded.emit("Saved.")
    assert not toast_of(planner).isVisible()
    assert menu_action(planner, "Undo").isEnabled()
    planner.workspace.told.emit("The file could not be written.")
    assert toast_of(planner).isVisible()
    press_button(planner, "support_back_button")
    press(planner, Qt.Key.Key_Up, Qt.Key.Key_M)
    assert toast_of(planner).isVisible()


def test_the_toast_stands_above_a_row_that_is_docked_at_the_foot(planner: Planner) -> None:
    planner.window().resize(1280, 900)
    settle()
    press(planner, Qt.Key.Key_K)
    planner.go(Destination("commitment"))
    settle()
    toast = place_in(planner, toast_of(planner))
    save = place_in(planner, seen(planner, "commitment_save_button"))
    assert toast.bottom() < save.top()


def test_recovery_fits_into_the_smallest_window_with_the_largest_text(planner: Planner, qtbot: QtBot) -> None:
    press(planner, Qt.Key.Key_K)
    planner.workspace.theme.set_text_scale(2.0)
    planner.window().resize(900, 600)
    press(planner, Qt.Key.Key_5, modifier=CONTROL)
    page = seen_as(RecoveryPage, planner, "recovery_page")
    qtbot.waitUntil(lambda: page.is_settled, timeout=PATIENCE)
    settle()
    assert is_seen(page, "recovery_chart")
    [area] = [each for each in page.findChildren(ScrollPage) if each.isVisible()]
    content = area.widget()
    assert content is not None
    assert content.width() <= area.viewport().width()
