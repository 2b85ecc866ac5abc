"""Locking ends the process and loses nothing: what was typed and where the person was is there after unlocking."""

import threading
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

from tests.program.running import Running
from tests.ui.person import press, type_words
from tests.ui.screens.entry_person import seen_as
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.sentence_field import SentenceField

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_draft_in_a_page_is_there_again_with_its_cursor(open_program: Running) -> None:
    open_program.planner.go(Destination("commitment"))
    type_words(open_program.planner, "say where I am")
    press(open_program.planner, Qt.Key.Key_Left, Qt.Key.Key_Left)
    press(open_program.planner, Qt.Key.Key_L, modifier=CTRL)
    [start] = open_program.handed_over
    assert (start.vault, start.note) == (str(open_program.settings.vault), "")
    assert not open_program.program.window.isVisible()
    open_program.start_again()
    field = seen_as(SentenceField, open_program.planner, "commitment_will_field")
    assert (field.text(), field.textCursor().position(), field.hasFocus()) == ("say where I am", 12, True)


def test_what_was_copied_in_the_program_is_not_left_on_the_clipboard(
    open_program: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: True)  # offscreen no program is told that it does
    open_program.planner.go(Destination("commitment"))
    type_words(open_program.planner, "say where I am")
    press(open_program.planner, Qt.Key.Key_A, Qt.Key.Key_C, modifier=CTRL)
    assert QApplication.clipboard().text() == "say where I am"
    open_program.program.lock()
    assert QApplication.clipboard().text() == ""


def test_what_another_program_copied_stays_on_the_clipboard(
    open_program: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: False)
    QApplication.clipboard().setText("a shopping list")
    open_program.program.lock()
    assert QApplication.clipboard().text() == "a shopping list"


def test_locking_twice_begins_one_new_process(open_program: Running) -> None:
    open_program.program.lock()
    open_program.program.lock()
    assert len(open_program.handed_over) == 1


def test_there_is_nothing_to_lock_before_the_vault_is_open(running: Running, vault_file: object) -> None:
    running.start()
    running.program.lock()
    assert (running.handed_over, running.shown) == ([], "unlock_page")


def test_an_import_that_is_under_way_is_not_cut_off(open_program: Running) -> None:
    handed_over_before: list[int] = []

    def import_slowly() -> None:
        time.sleep(0.1)
        handed_over_before.append(len(open_program.handed_over))

    open_program.program._warm_up.wait()
    open_program.program._warm_up._thread = threading.Thread(target=import_slowly)
    open_program.program._warm_up._thread.start()
    open_program.program.lock()
    assert (handed_over_before, len(open_program.handed_over)) == ([0], 1)
