"""What the tests of the whole program may ask for: a computer with a plan on it, and the program on that computer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.moved_clock import MovedClock
from tests.program.running import Running, write_planned_vault
from trustplanner.ui.kit.device_settings import DeviceSettings


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DeviceSettings:
    """Those of a computer on which the program has never been."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return DeviceSettings(tmp_path / "config" / "settings.ini")


@pytest.fixture
def vault_file(settings: DeviceSettings, new_vault_file: Path, clock: MovedClock) -> Path:
    """Sam's plan for Ana, closed, at the place where the program looks for it."""
    write_planned_vault(new_vault_file, settings.vault, clock())
    return settings.vault


@pytest.fixture
def running(qapp: QApplication, settings: DeviceSettings, clock: MovedClock, qtbot: QtBot) -> Iterator[Running]:
    """The program, not yet started."""
    running = Running(qapp, settings, clock, qtbot)
    yield running
    running.end()


@pytest.fixture
def open_program(running: Running, vault_file: Path) -> Running:
    """The program with the plan open."""
    running.start()
    running.unlock()
    return running
