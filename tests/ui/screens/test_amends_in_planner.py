"""Amends and the commitment editor in the whole planner: there and back, and over a lock."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import delete_closed_windows
from tests.ui.person import focus_in, press, type_words
from tests.ui.screens.seen_amends import found, line_text, press_button, settle, write
from trustplanner.actions import plans
from trustplanner.domain.plans import SafetyAnswer, SafetyQuestion
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner
from trustplanner.ui.screens.shell_window import ShellWindow

Open = Callable[[], Planner]


@pytest.fixture
def open_planner(applied_theme: Theme, workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """Open the planner on the vault as it is; a second call is what comes after a lock."""
    no_to_all = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO)
    workspace.do_quietly(plans.answer_safety, no_to_all, keep_answers=False)
    windows: list[ShellWindow] = []

    def open_it() -> Planner:
        window = ShellWindow(workspace.theme)
        planner = Planner(workspace, DeviceSettings(tmp_path / "settings.ini"))
        planner.fill_menus(window.menuBar())
        window.show_page(planner)
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        planner.begin()
        settle()
        return planner

    yield open_it
    delete_closed_windows()


def shown(planner: Planner) -> str:
    """The name of the page that is seen."""
    settle()
    [page] = [page for page in planner.findChildren(Page) if page.isVisible()]
    return page.objectName()


def test_a_commitment_is_written_from_amends_and_leads_back_there(open_planner: Open, workspace: Workspace) -> None:
    planner = open_planner()
    press(planner, Qt.Key.Key_3, modifier=Qt.KeyboardModifier.ControlModifier)
    assert shown(planner) == "amends_page"
    press_button(planner, "amends_first_commitment_button")
    assert shown(planner) == "commitment_page"
    assert focus_in(planner).objectName() == "commitment_will_field"
    type_words(planner, "say where I am")
    write(planner, "commitment_title_field", "Say where")
    press_button(planner, "commitment_save_button")
    assert shown(planner) == "amends_page"
    assert [each.title for each in workspace.read(every_commitment)] == ["Say where"]


def test_what_was_being_written_is_there_again_after_a_lock_with_its_cursor(open_planner: Open) -> None:
    planner = open_planner()
    planner.go(Destination("commitment"))
    type_words(planner, "say where I am")
    press(planner, Qt.Key.Key_Left, Qt.Key.Key_Left)
    planner.save_typing()
    planner.window().hide()
    after = open_planner()
    field = found(after, QLineEdit, "commitment_will_field")
    assert (field.text(), field.cursorPosition()) == ("say where I am", 12)
    assert field.hasFocus()
    press_button(after, "commitment_cancel_button")
    assert shown(after) == "amends_page"


def test_a_repair_that_was_being_written_is_there_again_after_a_lock(open_planner: Open) -> None:
    planner = open_planner()
    planner.go(Destination("amends"))
    press_button(planner, "amends_first_harm_button")
    type_words(planner, "She lay awake")
    planner.save_typing()
    planner.window().hide()
    after = open_planner()
    assert shown(after) == "amends_page"
    assert line_text(after, "amends_harm_field") == "She lay awake"
    assert focus_in(after).objectName() == "amends_harm_field"
