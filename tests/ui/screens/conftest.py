"""The whole planner, opened on a vault as after typing the passphrase."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import delete_closed_windows
from tests.ui.screens.entry_person import settle
from trustplanner.actions import plans
from trustplanner.domain.plans import SafetyAnswer, SafetyQuestion
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner
from trustplanner.ui.screens.shell_window import ShellWindow

OpenPlanner = Callable[[], Planner]


@pytest.fixture
def open_planner(applied_theme: Theme, workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> Iterator[OpenPlanner]:
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
