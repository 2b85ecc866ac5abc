"""A lock in the middle of what follows a setback, or of a sheet about a commitment: every typed word is there after."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.builders import promise
from tests.program.running import Running
from tests.ui.person import click, press, type_words
from tests.ui.screens.entry_person import press_button, seen, seen_as, settle
from tests.ui.screens.seen_amends import press_deed
from trustplanner.actions.commitments import Surroundings
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.screens.main_window import Planner

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # menus, offscreen
CTRL = Qt.KeyboardModifier.ControlModifier


def opened(running: Running) -> Planner:
    running.start()
    running.unlock()
    return running.planner


def lock_and_come_back(running: Running) -> Planner:
    press(running.program.window, Qt.Key.Key_L, modifier=CTRL)
    running.start_again()
    return running.planner


def test_an_act_after_a_setback(vault_file: Path, running: Running) -> None:
    assert vault_file.exists()
    planner = opened(running)
    planner.go(Destination("setback", "new"))
    seen(planner, "setback_own_field").setFocus()
    type_words(planner, "I left it op")
    planner = lock_and_come_back(running)
    planner.go(Destination("setback", f"day:{planner.workspace.today.isoformat()}"))
    assert seen_as(WritingField, planner, "setback_own_field").toPlainText() == "I left it op"


def test_what_they_said(vault_file: Path, running: Running) -> None:
    assert vault_file.exists()
    planner = opened(running)
    commitment = promise(planner.workspace.runner)
    planner.go(Destination("amends"))
    press_deed(planner, "response", commitment.id)
    settle()
    click(seen(planner.window(), "response_sheet_options_matters_button"))
    seen(planner.window(), "response_sheet_words_field").setFocus()
    type_words(planner, "It hel")
    planner = lock_and_come_back(running)
    settle()
    assert seen_as(QLineEdit, planner.window(), "response_sheet_words_field").text() == "It hel"


def test_the_look_at_a_commitment(vault_file: Path, running: Running) -> None:
    assert vault_file.exists()
    planner = opened(running)
    today: date = planner.workspace.today
    commitment = promise(planner.workspace.runner, surroundings=Surroundings(review_on=today))
    planner.go(Destination("amends"))
    planner.go(Destination("today"))
    press_button(planner, f"today_review_{commitment.id}_button")
    settle()
    click(seen(planner.window(), "review_sheet_worst_segment_smallest_button"))
    seen(planner.window(), "review_sheet_smallest_field").setFocus()
    type_words(planner, "A mess")
    planner = lock_and_come_back(running)
    settle()
    assert seen_as(QLineEdit, planner.window(), "review_sheet_smallest_field").text() == "A mess"
