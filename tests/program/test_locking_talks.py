"""A lock in the middle of a talk or a card: every typed word is there after unlocking."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.program.running import Running
from tests.ui.person import press, type_words
from tests.ui.screens.entry_person import press_button, seen, seen_as, settle
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.screens.main_window import Planner

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def planner(vault_file: Path, running: Running) -> Planner:
    """The program, unlocked."""
    assert vault_file.exists()
    running.start()
    running.unlock()
    return running.planner


def lock_and_come_back(running: Running) -> Planner:
    press(running.program.window, Qt.Key.Key_L, modifier=CTRL)
    running.start_again()
    return running.planner


def words_in(planner: Planner, name: str) -> str:
    return seen_as(WritingField, planner, name).toPlainText()


def test_a_new_talk_and_its_note(planner: Planner, running: Running) -> None:
    planner.go(Destination("conversations"))
    press_button(planner, "conversations_plan_button")
    type_words(planner, "Half an hour, or not")
    planner = lock_and_come_back(running)
    assert words_in(planner, "talk_invitation_field") == "Half an hour, or not"
    press_button(planner, "talk_state_segment_held_button")
    settle()
    seen(planner, "talk_line_field").setFocus()
    type_words(planner, "I waited unt")
    planner = lock_and_come_back(running)
    field = seen_as(WritingField, planner, "talk_line_field")
    assert (field.toPlainText(), field.textCursor().position()) == ("I waited unt", len("I waited unt"))


def test_a_card(planner: Planner, running: Running) -> None:
    planner.go(Destination("practice", "real_why"))
    type_words(planner, "I was afraid of")
    planner = lock_and_come_back(running)
    assert words_in(planner, "practice_field") == "I was afraid of"
