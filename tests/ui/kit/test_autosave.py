"""Saving while a person types, and what happens when it cannot be saved."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from trustplanner.domain.errors import Code, KnownError, UnreadableError
from trustplanner.ui.kit.autosave import Autosave


class Disk:
    """Something to save on, that can be full."""

    def __init__(self) -> None:
        self.is_full = False
        self.saved = 0

    def save(self) -> None:
        if self.is_full:
            raise UnreadableError(Code.DISK_FULL)
        self.saved += 1


def test_it_saves_once_soon_after_the_last_key(qtbot: QtBot) -> None:
    disk, owner = Disk(), QObject()
    saving = Autosave(disk.save, owner)
    for _ in range(5):
        saving.touch()
    assert (disk.saved, saving.is_waiting) == (0, True)
    qtbot.waitUntil(lambda: not saving.is_waiting)
    assert disk.saved == 1
    saving.flush()
    assert disk.saved == 1, "nothing waits"


def test_what_could_not_be_saved_is_told_waits_on_and_is_saved_when_there_is_room(qtbot: QtBot) -> None:
    disk, owner = Disk(), QObject()
    refused: list[KnownError] = []
    saving = Autosave(disk.save, owner, refused.append)
    disk.is_full = True
    saving.touch()
    qtbot.waitUntil(lambda: bool(refused))
    assert refused[0].code is Code.DISK_FULL
    assert saving.is_waiting
    with pytest.raises(UnreadableError):
        saving.flush()
    disk.is_full = False
    qtbot.waitUntil(lambda: not saving.is_waiting)
    assert disk.saved == 1
