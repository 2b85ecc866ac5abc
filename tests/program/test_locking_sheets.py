"""A lock in the middle of a sheet: it is open again after unlocking, with every word and the cursor."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.builders import PASSPHRASE
from tests.moved_clock import MovedClock
from tests.program.running import Running
from tests.ui.person import click, press
from tests.ui.screens.seen_amends import found, is_seen, line_text, pick, press_button, press_deed, type_day, write
from trustplanner.actions import commitments
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.plans import keep_draft
from trustplanner.actions.runner import Runner
from trustplanner.actions.terms import Wording
from trustplanner.actions.views import noted
from trustplanner.domain.commitments import Commitment, Reason, Stance, Terms
from trustplanner.domain.schedules import daily
from trustplanner.domain.views import View
from trustplanner.storage.queries.commitments import terms_of
from trustplanner.storage.queries.plans import draft
from trustplanner.storage.queries.views import views_about
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.choice_fields import DateField
from trustplanner.ui.kit.draft_sheet import OPEN, WORDS
from trustplanner.ui.kit.page import Destination

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # menus, offscreen
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def promised(vault_file: Path, running: Running, clock: MovedClock) -> Commitment:
    """A promise that counts since yesterday; the program is open, on the day after."""
    with Vault.open(vault_file, PASSPHRASE) as vault:
        wording = Wording("call when I am late", "", daily())
        made = Runner(vault, clock).do("", commitments.create, "Call", wording, Surroundings()).result
        vault.close(backup=False)
    clock.go_to(date(2026, 5, 5))
    running.start()
    running.unlock()
    return made


def lock_and_come_back(running: Running) -> QWidget:
    press(running.program.window, Qt.Key.Key_L, modifier=CTRL)
    assert len(running.handed_over) == 1
    running.start_again()
    return running.planner


def newest_terms(running: Running, commitment: Commitment) -> Terms:
    return running.planner.workspace.read(terms_of, commitment.id)[-1]


def heard_about(running: Running, terms: Terms) -> str:
    return noted(running.planner.workspace.read(views_about, terms)).words


def test_a_note_in_the_pause_sheet(running: Running, promised: Commitment) -> None:
    running.planner.go(Destination("amends"))
    press_deed(running.planner, "pause", promised.id)
    type_day(running.planner, "pause_sheet_starts_field", date(2026, 5, 20))
    type_day(running.planner, "pause_sheet_ends_field", date(2026, 5, 24))
    pick(running.planner, "pause_sheet_view_combo", View.AGREES)
    write(running.planner, "pause_sheet_heard_field", "go, it is your mother")
    write(running.planner, "pause_sheet_note_field", "At the lake")
    press(running.planner, Qt.Key.Key_Left, Qt.Key.Key_Left)
    planner = lock_and_come_back(running)
    field = found(planner, QLineEdit, "pause_sheet_note_field")
    assert (field.text(), field.cursorPosition(), field.hasFocus()) == ("At the lake", 9, True)
    assert line_text(planner, "pause_sheet_heard_field") == "go, it is your mother"
    assert found(planner, DateField, "pause_sheet_starts_field").day() == date(2026, 5, 20)
    assert found(planner, DateField, "pause_sheet_ends_field").day() == date(2026, 5, 24)
    press_button(planner, "pause_sheet_pause_button")
    assert not is_seen(planner, "pause_sheet")
    for name in (WORDS, OPEN):
        assert running.planner.workspace.read(draft, name) is None


@pytest.mark.parametrize(("deed", "sheet"), [("let_wait", "wait_sheet"), ("end", "end_sheet")])
def test_their_words_in_the_sheets_that_ease(running: Running, promised: Commitment, deed: str, sheet: str) -> None:
    running.planner.go(Destination("amends"))
    press_deed(running.planner, deed, promised.id)
    click(found(running.planner, QWidget, f"{sheet}_reason_options_illness_button"))
    pick(running.planner, f"{sheet}_view_combo", View.DISAGREES)
    write(running.planner, f"{sheet}_heard_field", "not again")
    planner = lock_and_come_back(running)
    assert line_text(planner, f"{sheet}_heard_field") == "not again"
    press_button(planner, f"{sheet}_decide_button")
    terms = newest_terms(running, promised)
    assert (terms.reason, heard_about(running, terms)) == (Reason.ILLNESS, "not again")
    assert terms.stance is (Stance.WAITING if deed == "let_wait" else Stance.ENDED)


def test_the_question_about_a_change(running: Running, promised: Commitment) -> None:
    running.planner.go(Destination("commitment", promised.id))
    write(running.planner, "commitment_will_field", "call by seven")
    press_button(running.planner, "commitment_save_button")
    press(running.planner, Qt.Key.Key_2)  # easier, by its number
    click(found(running.planner, QWidget, "change_sheet_reason_options_illness_button"))
    pick(running.planner, "change_sheet_view_combo", View.DISAGREES)
    write(running.planner, "change_sheet_heard_field", "not again")
    planner = lock_and_come_back(running)
    assert line_text(planner, "change_sheet_heard_field") == "not again"
    press_button(planner, "change_sheet_save_button")
    terms = newest_terms(running, promised)
    assert (terms.will, heard_about(running, terms)) == ("call by seven", "not again")


def test_a_view_that_is_noted_later(running: Running, promised: Commitment) -> None:
    running.planner.go(Destination("amends"))
    press_deed(running.planner, "let_wait", promised.id)
    press_button(running.planner, "wait_sheet_decide_button")
    press_deed(running.planner, "note_view", promised.id)
    pick(running.planner, "view_sheet_view_combo", View.AGREES)
    write(running.planner, "view_sheet_heard_field", "that is all right")
    planner = lock_and_come_back(running)
    assert line_text(planner, "view_sheet_heard_field") == "that is all right"
    press_button(planner, "view_sheet_note_button")
    assert heard_about(running, newest_terms(running, promised)) == "that is all right"


def test_closing_keeps_the_words_for_the_next_time(running: Running, promised: Commitment) -> None:
    running.planner.go(Destination("amends"))
    press_deed(running.planner, "pause", promised.id)
    write(running.planner, "pause_sheet_note_field", "At the lake")
    press(running.planner, Qt.Key.Key_Escape)
    assert not is_seen(running.planner, "pause_sheet")
    planner = lock_and_come_back(running)
    assert not is_seen(planner, "pause_sheet")
    press_deed(planner, "end", promised.id)
    press(planner, Qt.Key.Key_Escape)
    press_deed(planner, "pause", promised.id)
    assert line_text(planner, "pause_sheet_note_field") == "At the lake"
    write(planner, "pause_sheet_note_field", "")
    press(planner, Qt.Key.Key_Escape)
    assert running.planner.workspace.read(draft, WORDS) is None


def test_a_kept_sheet_that_no_version_can_read_opens_empty(running: Running, promised: Commitment) -> None:
    body = f'{{"sheet": "pause_sheet:{promised.id}", "typed": {{"reason": "a whim"}}, "cursor": []}}'
    running.planner.workspace.do_quietly(keep_draft, WORDS, body)
    running.planner.go(Destination("amends"))
    press_deed(running.planner, "pause", promised.id)
    assert line_text(running.planner, "pause_sheet_note_field") == ""
