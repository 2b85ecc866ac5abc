"""The demo over one year and ten, and the Recovery page opened on it."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from shutil import copyfile

import pytest
from pytestqt.qtbot import QtBot

from tests.moved_clock import MovedClock
from tests.ui.screens.recovery_page.scene import OpenPage, ShowPage, id_of, wait_for
from tests.words import shipped_words
from trustplanner.actions.demo import write_demo
from trustplanner.actions.runner import Runner
from trustplanner.storage.keys import TEST
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.recovery_page import RecoveryPage


@pytest.fixture(scope="session")
def demo_files(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """The demo over one year and over ten, written once."""
    folder = tmp_path_factory.mktemp("demos")
    now = MovedClock(datetime(2026, 5, 14, 20, 0))  # noqa: DTZ001  (a wall clock; its zone is given when it is asked)
    found = {}
    for years in (1, 10):
        found[years] = folder / f"{years}.vault"
        write_demo(found[years], "demo", now, years=years, commitments=None if years == 1 else 5, profile=TEST)
    return found


def opened(file: Path, folder: Path) -> Vault:
    mine = folder / "demo.vault"
    copyfile(file, mine)
    return Vault.open(mine, "demo")


@pytest.fixture
def demo(demo_files: dict[int, Path], tmp_path: Path, theme: Theme, background: Background) -> Iterator[Workspace]:
    """The demo's year, on the day it was written."""
    vault = opened(demo_files[1], tmp_path)
    clock = MovedClock(datetime(2026, 5, 14, 20, 0))  # noqa: DTZ001  (as above)
    yield Workspace(Runner(vault, clock), shipped_words(), theme, background)
    background.wait()
    vault.close(backup=False)


@pytest.fixture
def long_demo(demo_files: dict[int, Path], tmp_path: Path, theme: Theme, background: Background) -> Iterator[Workspace]:
    """Ten years of it."""
    vault = opened(demo_files[10], tmp_path)
    clock = MovedClock(datetime(2026, 5, 14, 20, 0))  # noqa: DTZ001  (as above)
    yield Workspace(Runner(vault, clock), shipped_words(), theme, background)
    background.wait()
    vault.close(backup=False)


@pytest.fixture
def open_page(show_page: ShowPage, qtbot: QtBot, tmp_path: Path) -> OpenPage:
    """Open the page on a workspace and wait until everything is drawn."""

    def open_on(workspace: Workspace, title: str = "", *, width: int = 1280, height: int = 800) -> RecoveryPage:
        page = RecoveryPage(workspace, DeviceSettings(tmp_path / "settings.ini", workspace))
        page.show_detail(id_of(workspace, title))
        show_page(page, width=width, height=height)
        wait_for(page, qtbot)
        return page

    return open_on


@pytest.fixture
def page(demo: Workspace, open_page: OpenPage) -> RecoveryPage:
    """The demo's “Ring at six”."""
    return open_page(demo, "Ring at six")
