"""A disk that is full when the program locks or closes: the words are kept unseen, and nothing ends before a choice."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenuBar, QTextEdit
from pytestqt.qtbot import QtBot

from tests.builders import PASSPHRASE
from tests.program.running import PATIENCE, Running
from tests.ui.person import focus_in, press, type_words
from tests.ui.screens.entry_person import is_seen, press_button, seen, seen_as, settle, words_on
from tests.words import shipped_words
from trustplanner.domain.errors import Code
from trustplanner.starting import Start
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.screens.main_window import Planner

CTRL = Qt.KeyboardModifier.ControlModifier
LONG = "what I said that evening " * 400


class FullDisk:
    """SQLite refuses to let the open vault grow, and says that the disk is full."""

    def __init__(self, running: Running) -> None:
        vault = running.program._vault
        assert vault is not None
        self._driver = vault._file.driver
        (pages,) = self._driver.execute("PRAGMA page_count").fetchone()
        self._driver.execute(f"PRAGMA max_page_count = {pages}")

    def make_room(self) -> None:
        self._driver.execute("PRAGMA max_page_count = 1000000")


def write_on_full_disk(running: Running) -> FullDisk:
    """Write a page on the path while the disk is full."""
    running.planner.go(Destination("path"))
    settle()
    seen(running.planner, "path_answer_field").setFocus()
    disk = FullDisk(running)
    QApplication.clipboard().setText(LONG)
    press(running.planner, Qt.Key.Key_V, modifier=CTRL)
    return disk


def unsaved_on(running: Running) -> list[str]:
    """Everything that can be read in the window, and what its shown fields hold."""
    window = running.program.window
    fields = [field.toPlainText() for field in window.findChildren(QTextEdit) if field.isVisible()]
    lines = [line.text() for line in window.findChildren(QLineEdit) if line.isVisible()]
    return words_on(window) + fields + lines


def writing(running: Running) -> str:
    field = focus_in(running.planner)
    assert isinstance(field, QTextEdit)
    return field.toPlainText()


@pytest.mark.parametrize("leaving", ["lock", "close"])
def test_words_that_cannot_be_saved_are_kept_unseen(open_program: Running, leaving: str) -> None:
    write_on_full_disk(open_program)
    window = open_program.program.window
    if leaving == "close":
        window.close()
    else:
        open_program.program.lock()
    assert (open_program.shown, window.isVisible(), open_program.handed_over) == ("unsaved_page", True, [])
    assert not any(LONG[:24] in text for text in unsaved_on(open_program))
    assert not any(bar.isVisible() for bar in window.findChildren(QMenuBar))
    assert shipped_words().error_sentence(Code.DISK_FULL) in words_on(open_program.page)


def test_they_are_saved_once_there_is_room(open_program: Running) -> None:
    disk = write_on_full_disk(open_program)
    for _ in range(2):
        open_program.program.lock()
    assert open_program.handed_over == []
    disk.make_room()
    press_button(open_program.page, "unsaved_again_button")
    assert len(open_program.handed_over) == 1
    open_program.start_again()
    assert writing(open_program).startswith(LONG.strip()[:200])


def test_a_person_may_lock_without_them(open_program: Running) -> None:
    write_on_full_disk(open_program)
    open_program.program.lock()
    press_button(open_program.page, "unsaved_give_up_button")
    assert len(open_program.handed_over) == 1
    open_program.start_again()
    assert open_program.shown == "planner"


def test_their_passphrase_shows_the_words_again(open_program: Running, qtbot: QtBot) -> None:
    write_on_full_disk(open_program)
    window = open_program.program.window
    open_program.program.lock()
    open_program.program.lock()  # as it locks again when nobody comes
    seen(open_program.page, "unsaved_passphrase_field").setFocus()
    type_words(window, "not the passphrase")
    press(window, Qt.Key.Key_Return)
    refusal = shipped_words().error_sentence(Code.WRONG_PASSPHRASE)
    qtbot.waitUntil(lambda: refusal in words_on(open_program.page), timeout=PATIENCE)
    field = seen_as(QLineEdit, open_program.page, "unsaved_passphrase_field")
    assert field.selectedText() == field.text()
    type_words(window, PASSPHRASE)
    press_button(open_program.page, "unsaved_show_button")
    open_program.wait_for("planner")
    assert writing(open_program).strip() == LONG.strip()
    assert all(bar.isVisible() for bar in window.findChildren(QMenuBar))
    open_program.program.lock()
    assert open_program.shown == "unsaved_page"


def test_an_open_sheet_comes_back_with_them(open_program: Running, qtbot: QtBot) -> None:
    write_on_full_disk(open_program)
    press(open_program.planner, Qt.Key.Key_Slash, modifier=CTRL)
    window = open_program.program.window
    assert is_seen(window, "keys_sheet")
    open_program.program.lock()
    assert not is_seen(window, "keys_sheet")
    seen(open_program.page, "unsaved_passphrase_field").setFocus()
    type_words(window, PASSPHRASE)
    press(window, Qt.Key.Key_Return)
    open_program.wait_for("planner")
    assert is_seen(window, "keys_sheet")
    assert seen(window, "keys_sheet").isAncestorOf(focus_in(window))


def test_help_is_there_and_leads_back(open_program: Running) -> None:
    write_on_full_disk(open_program)
    open_program.program.lock()
    press(open_program.program.window, Qt.Key.Key_F1)
    assert open_program.shown == "locked_support_page"
    press_button(open_program.page, "locked_support_back_button")
    assert open_program.shown == "unsaved_page"


@pytest.mark.parametrize("leaving", ["lock", "close"])
def test_an_error_that_nobody_expects_keeps_the_window_and_the_words(
    open_program: Running, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, leaving: str
) -> None:
    def fail(_: Planner) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(Planner, "save_typing", fail)
        with qtbot.captureExceptions() as told:
            if leaving == "close":
                open_program.program.window.close()
            else:
                press(open_program.planner, Qt.Key.Key_L, modifier=CTRL)
    assert [kind for kind, _, _ in told] == [ZeroDivisionError]
    assert (open_program.shown, open_program.program.window.isVisible()) == ("unsaved_page", True)
    press_button(open_program.page, "unsaved_again_button")
    assert len(open_program.handed_over) == 1


def test_a_copy_that_cannot_be_made_is_told_on_the_next_start(
    open_program: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_program.planner.go(Destination("commitment"))
    type_words(open_program.planner, "say where I am")
    folder = open_program.settings.vault.with_name(open_program.settings.vault.name + ".backups")
    folder.write_bytes(b"")  # where the copies should go there is a file
    open_program.program.window.close()
    open_program.start(Start())
    assert shipped_words().error_sentence(Code.COPY_NOT_MADE) in words_on(open_program.page)
    open_program.start(Start())
    assert shipped_words().error_sentence(Code.COPY_NOT_MADE) not in words_on(open_program.page)
    with Vault.open(open_program.settings.vault, PASSPHRASE, writable=False):
        pass
