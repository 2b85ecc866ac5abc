"""What leaves and what ends: locking by itself, copies, exporting and deleting everything, and a second start."""

import json
import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from tests.builders import PASSPHRASE
from tests.program.running import PATIENCE, Running
from tests.ui.person import click, press, type_words
from tests.ui.screens.entry_person import is_seen, seen, settle, words_on
from tests.ui.screens.seen_amends import bring_into_view, press_button
from tests.words import shipped_words
from trustplanner.domain.errors import Code
from trustplanner.starting import Start
from trustplanner.storage.backups import backups
from trustplanner.storage.siblings import lock_of
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit import device_settings
from trustplanner.ui.kit.page import Destination

CTRL = Qt.KeyboardModifier.ControlModifier


def open_settings(running: Running) -> None:
    running.planner.go(Destination("settings"))
    settle()


def caption(running: Running) -> QLabel | None:
    return running.planner.findChild(QLabel, "last_copy_caption")


# --- locking by itself


def test_a_small_window_locks_only_if_that_is_wanted(open_program: Running) -> None:
    window = open_program.program.window
    window.showMinimized()
    settle()
    assert open_program.handed_over == []
    window.showNormal()
    open_settings(open_program)
    switch = seen(open_program.planner, "settings_lock_on_minimise_switch")
    bring_into_view(switch)
    click(switch)
    window.showMinimized()
    settle()
    [start] = open_program.handed_over
    assert start.is_minimised


def test_nobody_at_the_keyboard_locks(open_program: Running) -> None:
    idle = open_program.program._idle
    assert idle is not None
    idle._seen -= 60 * open_program.planner.workspace.lock_minutes + 1
    idle.check()
    assert len(open_program.handed_over) == 1


# --- copies


def test_the_day_of_the_last_copy_is_always_in_sight(open_program: Running) -> None:
    found = caption(open_program)
    assert found is not None
    assert found.text() == ""
    open_settings(open_program)
    press_button(open_program.planner, "settings_copy_button")
    [copy] = backups(open_program.settings.vault)
    assert "A checked copy is made." in words_on(open_program.program.window)
    for place in ("today", "amends"):
        open_program.planner.go(Destination(place))
        settle()
        assert found.isVisible()
        assert found.accessibleName().startswith("Last checked copy: ")
        day = copy.moment.astimezone(open_program.planner.workspace.runner.local_zone()).day
        assert f" {day} " in found.accessibleName()
        assert str(day) in found.text()


# --- exporting everything


def test_everything_is_written_where_the_person_wants_it(
    open_program: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "everything"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    open_program.planner.go(Destination("export"))
    window = open_program.program.window
    press_button(window, "export_choose_button")
    if is_seen(window, "export_write_button"):  # the folder is one that deserves a second look
        press_button(window, "export_write_button")
    assert not is_seen(window, "export_sheet")
    assert "Written: everything.json" in words_on(window)
    assert json.loads((tmp_path / "everything.json").read_text())["format"]


def test_an_export_over_another_file_is_refused_in_the_sheet(
    open_program: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "everything.json").write_text("something of somebody")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "everything"), ""))
    open_program.planner.go(Destination("export"))
    press_button(open_program.program.window, "export_choose_button")
    sheet = seen(open_program.program.window, "export_sheet")
    sentence = shipped_words().error_sentence(Code.VAULT_EXISTS, path=str(tmp_path / "everything.json"))
    assert sentence in words_on(sheet)
    assert (tmp_path / "everything.json").read_text() == "something of somebody"


# --- deleting everything


def delete(running: Running, qtbot: QtBot) -> Start:
    running.planner.go(Destination("delete"))
    type_words(running.program.window, PASSPHRASE)
    press_button(running.program.window, "delete_delete_button")
    qtbot.waitUntil(lambda: len(running.handed_over) == 1, timeout=PATIENCE)
    return running.handed_over[0]


def test_deleting_leaves_nothing_and_the_last_page_says_so(open_program: Running, qtbot: QtBot) -> None:
    vault_file = open_program.settings.vault
    open_program.planner.workspace.runner.vault.back_up()
    open_program.settings.put(device_settings.MODE, "dark")
    start = delete(open_program, qtbot)
    assert (start.is_deleted, start.note) == (True, "")
    assert not vault_file.parent.exists()
    assert not Path(open_program.settings._settings.fileName()).exists()
    open_program.start(start)
    done = shipped_words().delete_everything().done
    assert {done.title, done.text} <= set(words_on(open_program.page))
    press(open_program.program.window, Qt.Key.Key_F1)
    assert open_program.shown == "locked_support_page"
    press_button(open_program.page, "locked_support_back_button")
    press_button(open_program.page, "deleted_close_button")
    assert not open_program.program.window.isVisible()
    open_program.start()
    assert open_program.shown == "welcome_page"


def test_what_could_not_be_deleted_is_said(
    open_program: Running, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault_file = open_program.settings.vault
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.name.endswith(".state"):
            raise PermissionError
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    start = delete(open_program, qtbot)
    monkeypatch.undo()
    assert start.note == Code.DELETE_INCOMPLETE.value
    open_program.start(start)
    sentence = shipped_words().error_sentence(Code.DELETE_INCOMPLETE, path=str(vault_file.parent))
    assert sentence in words_on(open_program.page)


# --- a second start


@pytest.mark.qt_log_ignore(r"does not support raise\(\)")  # offscreen there is nothing in front of a window
def test_a_second_start_brings_the_first_window_forward(open_program: Running, qtbot: QtBot) -> None:
    window = open_program.program.window
    window.showMinimized()
    settle()
    os.utime(lock_of(open_program.settings.vault))  # what a second start does when it finds the file in use
    qtbot.waitUntil(lambda: not window.isMinimized(), timeout=PATIENCE)
    assert window.isVisible()


@pytest.mark.qt_log_ignore(r"does not support raise\(\)")
def test_a_file_that_is_open_elsewhere_is_one_sentence(running: Running, vault_file: Path, qtbot: QtBot) -> None:
    with Vault.open(vault_file, PASSPHRASE) as held:
        before = lock_of(vault_file).stat().st_mtime_ns
        running.start()
        type_words(running.program.window, PASSPHRASE)
        press(running.program.window, Qt.Key.Key_Return)
        sentence = shipped_words().error_sentence(Code.IN_USE)
        qtbot.waitUntil(lambda: sentence in words_on(running.page), timeout=PATIENCE)
        assert lock_of(vault_file).stat().st_mtime_ns > before
        held.close(backup=False)
    type_words(running.program.window, PASSPHRASE)
    press(running.program.window, Qt.Key.Key_Return)
    running.wait_for("planner")
