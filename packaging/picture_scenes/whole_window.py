"""The whole window on the demo's year: sidebar, menu bar and every place, for `pictures.py`."""

from __future__ import annotations

import atexit
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from picture_scenes.dates_and_recovery import wait_for
from PySide6.QtWidgets import QWidget

from trustplanner.actions.demo import write_demo
from trustplanner.actions.runner import Runner
from trustplanner.content.catalogue import shipped_catalogue
from trustplanner.starting import DEMO_PASSPHRASE
from trustplanner.storage.keys import TEST
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner
from trustplanner.ui.screens.recovery_page.page import RecoveryPage
from trustplanner.ui.screens.shell_window import ShellWindow
from trustplanner.ui.screens.unlock_page import UnlockPage


class PicturedWindow(ShellWindow):
    """The program's window, which waits for the chart that is drawn beside it."""

    def settle(self) -> None:
        """Wait until the chart has been drawn in the window's present size."""
        for page in self.findChildren(RecoveryPage):
            wait_for(page)


def evening() -> datetime:
    """The moment of the pictures: a Thursday at twenty to seven."""
    return datetime(2026, 5, 14, 18, 40, tzinfo=UTC)


@cache
def demo_file() -> Path:
    """The demo's vault, made once for all pictures of a process."""
    folder = Path(mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    write_demo(folder / "demo.vault", DEMO_PASSPHRASE, evening, profile=TEST)
    return folder / "demo.vault"


def build_unlock(theme: Theme) -> QWidget:
    """The lock screen."""
    window = ShellWindow(theme)
    window.show_page(UnlockPage(theme))
    return window


def at(place: str, detail: str = "") -> Callable[[Theme], QWidget]:
    """A builder of the whole window at one place."""

    def build(theme: Theme) -> QWidget:
        folder = Path(mkdtemp())
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        vault_file = folder / "plan.vault"
        shutil.copyfile(demo_file(), vault_file)
        vault = Vault.open(vault_file, DEMO_PASSPHRASE)
        window = PicturedWindow(theme)
        settings = DeviceSettings(folder / "settings.ini", window)
        workspace = Workspace(Runner(vault, evening), shipped_catalogue(), theme, Background(window), window)
        planner = Planner(workspace, settings)
        planner.fill_menus(window.menuBar())
        window.show_page(planner)
        window.show()
        planner.begin()
        planner.go(Destination(place, detail))
        return window

    return build


build_today = at("today")
build_path = at("path")
build_amends = at("amends")
build_commitment = at("commitment")
build_conversations = at("conversations")
build_recovery = at("recovery")
build_dates = at("dates")
build_session = at("session")
build_session_terms = at("session", "session_terms:0")
build_session_agenda = at("session", "session_agenda:0")
build_session_fits = at("session", "session_fits:0")
build_session_walk = at("session", "session_walk:0")
build_session_decisions = at("session", "session_decisions:0")
build_session_next = at("session", "session_next:0")
build_letter = at("letter")
build_settings = at("settings")
build_support = at("support")
build_keys = at("keys")
build_export = at("export")
build_delete = at("delete")
build_passphrase = at("passphrase")
