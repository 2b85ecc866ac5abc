"""Choosing files. Qt remembers the last folder in a file of its own; that is forgotten afterwards."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from trustplanner.ui.kit.device_settings import DeviceSettings


def choose_vault(parent: QWidget, folder: Path, settings: DeviceSettings) -> Path | None:
    """An existing file that the person takes for a vault; None if they take none."""
    title = QCoreApplication.translate("FileDialogs", "Open a file you already have")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder))
    settings.forget_folders()
    return Path(chosen) if chosen else None


def choose_given_file(parent: QWidget, title: str, folder: Path, pattern: str, settings: DeviceSettings) -> Path | None:
    """An existing file of another program; None if the person takes none."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), pattern)
    settings.forget_folders()
    return Path(chosen) if chosen else None


def choose_folder(parent: QWidget, title: str, folder: Path, settings: DeviceSettings) -> Path | None:
    """A folder; None if the person takes none."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(folder))
    settings.forget_folders()
    return Path(chosen) if chosen else None


def choose_new_file(
    parent: QWidget, title: str, suggestion: Path, pattern: str, settings: DeviceSettings
) -> Path | None:
    """A place for a new file; None if the person takes none. The dialog itself asks before one is replaced."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggestion), pattern)
    settings.forget_folders()
    return Path(chosen) if chosen else None
