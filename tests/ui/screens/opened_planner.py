"""The whole planner, opened on a vault as after typing the passphrase."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.screens.entry_person import settle
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner
from trustplanner.ui.screens.shell_window import ShellWindow

OpenPlanner = Callable[[], Planner]


def planner_opener(workspace: Workspace, qtbot: QtBot, folder: Path) -> OpenPlanner:
    """Opens the planner on the vault as it is; a second call is what comes after a lock or a new start."""
    windows: list[ShellWindow] = []  # kept for the whole test, as a program keeps its windows

    def open_it() -> Planner:
        window = ShellWindow(workspace.theme)
        planner = Planner(workspace, DeviceSettings(folder / "settings.ini"))
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

    return open_it
