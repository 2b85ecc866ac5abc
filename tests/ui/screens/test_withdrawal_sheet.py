"""They are not in the room, and word has come that they take back what they gave: it is taken out in one sheet."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.person import press
from tests.ui.screens.entry_person import cut_widgets, is_seen, press_button, seen_as, settle, words_on
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions import plans, session_notes, sessions, their_voice
from trustplanner.actions.plans import LONGEST_NAME
from trustplanner.domain.plans import Contact, Pronoun, SafetyAnswer, SafetyQuestion
from trustplanner.domain.session_notes import Fits
from trustplanner.domain.their_voice import Given, TheirVoice
from trustplanner.storage.queries.sessions import session_notes as every_note
from trustplanner.storage.queries.their_voice import their_consent
from trustplanner.storage.queries.their_voice import their_voice as every_word
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner

BUTTON = "settings_withdrawal_button"


@pytest.fixture
def given(workspace: Workspace) -> Workspace:
    """Ana gave a reading and said that the record was different; since then she wants no contact."""
    session = workspace.do("", sessions.add_session, workspace.today, None, "Ruth").result
    workspace.do_quietly(their_voice.consent, 1)
    workspace.do_quietly(their_voice.give_reading, Given(4, "The calls came."))
    workspace.do("", session_notes.say_fits, session.id, Fits.DIFFERENT)
    workspace.do_quietly(plans.set_contact, Contact.NONE)
    return workspace


def settings_of(open_planner: OpenPlanner) -> Planner:
    planner = open_planner()
    planner.go(Destination("settings"))
    settle()
    return planner


def sheet_of(planner: Planner) -> SheetDialog:
    press_button(planner, BUTTON)
    settle()
    return seen_as(SheetDialog, planner.window(), "withdrawal_sheet")


def test_without_contact_her_word_is_enough_to_take_all_of_it_out(given: Workspace, open_planner: OpenPlanner) -> None:
    given.runner.vault.back_up()
    planner = settings_of(open_planner)
    sheet = sheet_of(planner)
    said = " ".join(words_on(sheet))
    assert "Has Ana taken back what she gave?" in said
    assert "nothing is asked, and nothing is sent" in said
    press_button(sheet, "withdrawal_confirm_button")
    settle()
    assert "Nothing that she gave is left in this file, and nothing shows that it was there." in words_on(sheet)
    assert given.read(their_consent) is None
    assert given.read(every_word) == TheirVoice()
    assert all(note.fits is None for note in given.read(every_note))
    assert given.next_undo is None, "no step of Undo holds it"
    press_button(sheet, "withdrawal_keep_button")
    settle()
    assert not is_seen(planner, BUTTON), "nothing points at what is gone"


def test_left_as_it_is_nothing_is_taken_out(given: Workspace, open_planner: OpenPlanner) -> None:
    planner = settings_of(open_planner)
    sheet_of(planner)
    press(planner.window(), Qt.Key.Key_Escape)
    settle()
    assert given.read(their_consent) is not None
    assert is_seen(planner, BUTTON)


def test_backups_that_still_hold_it_are_made_anew_from_there(
    given: Workspace, open_planner: OpenPlanner, qtbot: QtBot
) -> None:
    given.runner.vault.back_up()
    sheet = sheet_of(settings_of(open_planner))
    press_button(sheet, "withdrawal_confirm_button")
    qtbot.waitUntil(lambda: is_seen(sheet, "their_voice_remake_button"))
    press_button(sheet, "their_voice_remake_button")
    qtbot.waitUntil(lambda: any("Made anew without it: 1" in words for words in words_on(sheet)))
    assert given.runner.vault.backups_with_their_voice() == 0


def test_where_she_gave_nothing_nothing_is_there_to_take_out(workspace: Workspace, open_planner: OpenPlanner) -> None:
    assert not is_seen(settings_of(open_planner), BUTTON)


def test_while_something_is_hidden_her_word_still_counts(given: Workspace, open_planner: OpenPlanner) -> None:
    given.do_quietly(plans.answer_safety, {SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES}, keep_answers=False)
    press_button(sheet_of(settings_of(open_planner)), "withdrawal_confirm_button")
    assert given.read(their_consent) is None


@pytest.mark.parametrize("name", ["W" * LONGEST_NAME, "שולמית 🌱"])
def test_long_and_right_to_left_names_fit_a_small_window_in_large_type(
    name: str, given: Workspace, open_planner: OpenPlanner
) -> None:
    given.do_quietly(plans.begin, "V" * LONGEST_NAME, name, Pronoun.THEY)
    given.theme.set_text_scale(2.0)
    planner = settings_of(open_planner)
    planner.window().resize(900, 600)
    settle()
    assert cut_widgets(sheet_of(planner)) == []
