"""The pages before the planner: a wrong passphrase, a file that is gone, another file, and help from each of them."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.program.running import PATIENCE, Running
from tests.ui.person import press, type_words
from tests.ui.screens.entry_person import press_button, seen_as, words_on
from tests.words import shipped_words
from trustplanner.domain.errors import Code
from trustplanner.starting import Start


def refused(running: Running, code: Code, qtbot: QtBot, **details: str) -> None:
    sentence = shipped_words().error_sentence(code, **details)
    qtbot.waitUntil(lambda: sentence in words_on(running.page), timeout=PATIENCE)


def try_passphrase(running: Running, passphrase: str) -> None:
    type_words(running.program.window, passphrase)
    press(running.program.window, Qt.Key.Key_Return)


def test_a_wrong_passphrase_is_selected_to_be_typed_again(running: Running, vault_file: Path, qtbot: QtBot) -> None:
    running.start()
    try_passphrase(running, "not the passphrase")
    refused(running, Code.WRONG_PASSPHRASE, qtbot)
    field = seen_as(QLineEdit, running.page, "unlock_passphrase_field")
    assert (field.selectedText(), field.hasFocus()) == (field.text(), True)
    running.unlock()


def test_a_file_that_is_gone_is_named_and_a_new_one_offered(running: Running, vault_file: Path) -> None:
    running.start()
    running.unlock()
    running.program.lock()
    for path in vault_file.parent.iterdir():
        if path.is_file():
            path.unlink()
    running.start(running.handed_over[-1])
    sentence = shipped_words().error_sentence(Code.FILE_MISSING, path=str(vault_file))
    assert sentence in words_on(running.page)
    press_button(running.page, "unlock_new_file_button")
    assert running.shown == "welcome_page"


def test_another_file_is_opened_and_found_again_at_the_next_start(
    running: Running, vault_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "another.vault"
    shutil.copy(vault_file, other)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    running.start()
    press_button(running.page, "unlock_other_file_button")
    running.unlock()
    assert running.planner.workspace.runner.vault.path == other
    running.start()
    running.unlock()
    assert running.planner.workspace.runner.vault.path == other


def test_choosing_no_other_file_changes_nothing(
    running: Running, vault_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    running.start()
    press_button(running.page, "unlock_other_file_button")
    seen_as(QLineEdit, running.page, "unlock_passphrase_field").setFocus()
    running.unlock()
    assert running.planner.workspace.runner.vault.path == vault_file


def test_a_file_that_is_none_is_one_sentence_and_another_can_be_tried(
    running: Running, vault_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("dear Ana " * 2000)
    choices = iter([str(letter), str(vault_file)])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (next(choices), ""))
    running.start()
    press_button(running.page, "unlock_other_file_button")
    try_passphrase(running, "a passphrase")
    refused(running, Code.FILE_FOREIGN, qtbot)
    assert letter.read_text() == "dear Ana " * 2000
    press_button(running.page, "unlock_other_file_button")
    running.unlock()


def test_a_file_of_the_command_line_is_not_remembered(running: Running, vault_file: Path, tmp_path: Path) -> None:
    other = tmp_path / "once.vault"
    shutil.copy(vault_file, other)
    running.start(Start(str(other)))
    running.unlock()
    assert running.planner.workspace.runner.vault.path == other
    running.start()
    running.unlock()
    assert running.planner.workspace.runner.vault.path == vault_file


def test_help_from_the_lock_screen_leads_back_to_what_was_typed(running: Running, vault_file: Path) -> None:
    running.start()
    type_words(running.program.window, "half a pass")
    for _ in range(2):
        press(running.program.window, Qt.Key.Key_F1)
    assert running.shown == "locked_support_page"
    press_button(running.page, "locked_support_back_button")
    assert running.shown == "unlock_page"
    assert seen_as(QLineEdit, running.page, "unlock_passphrase_field").text() == "half a pass"
