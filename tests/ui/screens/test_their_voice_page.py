"""The screen is handed over: they agree or do not, give what they want, lock it, and take all of it back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.moved_clock import MovedClock
from tests.ui.person import click, press
from tests.ui.screens.entry_person import cut_widgets, is_seen, seen_as, settle
from tests.ui.screens.handed_over import SAID, THEIRS, Ana
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions import plans, sessions, their_voice
from trustplanner.actions.plans import LONGEST_NAME
from trustplanner.domain.moments import Draft
from trustplanner.domain.plans import Contact, Pronoun, SafetyAnswer, SafetyQuestion
from trustplanner.domain.their_voice import SEALED_VOICE, Given, TheirVoice
from trustplanner.storage.queries.rows import entities
from trustplanner.storage.queries.sealed import sealed_note
from trustplanner.storage.queries.their_voice import their_consent
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.navigation import Sidebar
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.scale import Scale
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.screens.their_voice_page import TheirVoicePage


@pytest.fixture
def ana(open_planner: OpenPlanner, workspace: Workspace, qtbot: QtBot) -> Ana:
    return Ana(open_planner(), workspace, qtbot)


def test_nothing_but_the_page_is_seen_and_no_menu_leads_elsewhere(ana: Ana) -> None:
    assert not ana.planner.findChildren(Sidebar)[0].isVisible()
    actions = {each.text(): each.isEnabled() for each in ana.menu_actions()}
    assert not any(actions[words] for words in ("Today", "Recovery", "Settings", "Export", "Journal", "Undo"))
    assert actions["Need to talk to someone now?"]
    ana.click("hand_back")
    assert ana.planner.findChildren(Sidebar)[0].isVisible()
    assert is_seen(ana.planner, "dates_hand_over_button")
    assert next(each for each in ana.menu_actions() if each.text() == "Today").isEnabled()


def test_help_is_hers_too_and_leads_nowhere_but_back(ana: Ana) -> None:
    ana.click("agree")
    press(ana.page, Qt.Key.Key_F1)
    settle()
    assert is_seen(ana.planner, "support_page")
    assert not ana.planner.findChildren(Sidebar)[0].isVisible()
    assert not is_seen(ana.planner, "support_setback_button")
    assert not any(each.isEnabled() for each in ana.menu_actions() if each.text() in ("Today", "Settings", "Undo"))
    click(seen_as(Button, ana.planner, "support_back_button"))
    settle()
    assert ana.sees("scale")
    ana.click("hand_back")
    press(ana.planner, Qt.Key.Key_F1)
    settle()
    assert ana.planner.findChildren(Sidebar)[0].isVisible()
    assert is_seen(ana.planner, "support_setback_button")


def test_the_first_page_says_who_can_read_it_and_both_answers_weigh_the_same(ana: Ana) -> None:
    assert ana.reads("kept in this file. Sam can open the file and read it, until you lock yours")
    assert ana.reads("take all of it back here at any time")
    buttons = [seen_as(Button, ana.page, f"their_voice_{name}_button") for name in ("agree", "decline")]
    assert len({button.kind for button in buttons}) == 1
    assert not ana.sees("scale")


def test_who_does_not_agree_leaves_no_trace(ana: Ana) -> None:
    ana.click("decline")
    assert ana.workspace.read(their_consent) is None
    assert is_seen(ana.planner, "dates_hand_over_button"), "the screen is back with Sam"
    ana.come_again()
    assert ana.sees("agree_button"), "and the page is as it was"


def test_she_agrees_and_gives_a_number_with_her_words_by_keyboard(ana: Ana) -> None:
    ana.click("agree")
    assert ana.reads("How much could you rely on what Sam said they would do, this past week?")
    assert ana.reads("Only you enter something here, Ana")
    ana.choose(10)
    ana.choose(4)
    ana.write(SAID)
    press(ana.page, Qt.Key.Key_Tab)
    press(ana.page, Qt.Key.Key_Space)
    settle()
    reading = ana.only_reading()
    assert (reading.day, reading.value, reading.words) == (ana.workspace.today, 4, SAID)
    assert reading.session_id == ana.session
    assert ana.reads("Given today: 4.")
    assert ana.workspace.next_undo is None, "nobody else's Undo takes it back"


def test_not_today_is_stored_as_itself_and_needs_no_number(ana: Ana) -> None:
    ana.click("agree")
    ana.click("give")
    assert ana.reads("Choose a number first")
    assert ana.voice == TheirVoice()
    ana.click("not_today")
    assert [each.value for each in ana.voice.readings] == [None]
    assert ana.reads("Given today: not today.")
    ana.choose(6)
    ana.click("give")
    assert [each.value for each in ana.voice.readings] == [6], "the same day is answered anew"


def test_within_a_week_it_says_when_the_next_can_be_given(ana: Ana, clock: MovedClock) -> None:
    ana.click("agree")
    ana.choose(4)
    ana.click("give")
    first = ana.workspace.today
    clock.go_to(first + timedelta(days=3))
    ana.workspace.notice_the_day()
    settle()
    assert not ana.sees("scale")
    assert ana.reads("the next can be given from")
    clock.go_to(first + timedelta(days=7))
    ana.workspace.notice_the_day()
    settle()
    assert ana.sees("scale")


def test_her_words_for_a_three_and_a_seven_are_kept_and_others_begin_anew(ana: Ana, clock: MovedClock) -> None:
    ana.click("agree")
    ana.type_into("three", "I ask twice")
    ana.type_into("seven", "I believe it")
    ana.click("keep_words")
    assert [(row.three, row.seven) for row in ana.voice.anchors] == [("I ask twice", "I believe it")]
    assert not ana.reads("Other words begin anew")
    ana.choose(3)
    ana.click("give")
    assert ana.reads("Other words begin anew")
    clock.go_to(ana.workspace.today + timedelta(days=7))
    ana.workspace.notice_the_day()
    ana.type_into("seven", " at once")
    press(ana.page, Qt.Key.Key_Return)
    settle()
    assert [row.seven for row in ana.voice.anchors] == ["I believe it", "I believe it at once"]


def test_a_lock_in_the_middle_keeps_every_word(ana: Ana, open_planner: OpenPlanner) -> None:
    ana.click("agree")
    ana.choose(5)
    ana.write(SAID)
    ana.type_into("three", "I ask twice")
    ana.planner.save_typing()
    ana.planner.window().close()
    ana.planner = open_planner()
    assert seen_as(Scale, ana.page, "their_voice_scale").number == 5
    assert seen_as(WritingField, ana.page, "their_voice_words_field").toPlainText() == SAID
    assert seen_as(QLineEdit, ana.page, "their_voice_three_field").text() == "I ask twice"
    assert ana.voice == TheirVoice(), "nothing is given before she gives it"
    ana.click("give")
    assert ana.voice.readings[0].session_id == ana.session


def test_behind_her_passphrase_nothing_lies_open_and_leaving_locks_it(ana: Ana, clock: MovedClock) -> None:
    ana.click("agree")
    ana.choose(4)
    ana.write(SAID)
    ana.click("give")
    ana.lock()
    assert ana.voice == TheirVoice()
    ana.type_into("three", "I ask twice")
    ana.click("hand_back")
    note = ana.workspace.read(sealed_note, SEALED_VOICE)
    assert note is not None
    assert SAID not in note.sealed
    ana.come_again()
    assert not ana.sees("scale")
    assert not ana.reads(SAID)
    assert all(SAID not in field.toPlainText() for field in ana.page.findChildren(WritingField))
    ana.unlock(THEIRS + "s")
    ana.qtbot.waitUntil(lambda: ana.reads("does not open it"))
    seen_as(QLineEdit, ana.page, "their_voice_passphrase_field").clear()
    clock.go_to(ana.workspace.today + timedelta(days=7))
    ana.unlock()
    ana.qtbot.waitUntil(lambda: ana.sees("scale"))
    assert ana.reads(SAID)
    assert seen_as(QLineEdit, ana.page, "their_voice_three_field").text() == "I ask twice", "typed and not given"
    ana.choose(8)
    ana.click("give")
    assert ana.voice == TheirVoice(), "what is given later is sealed, too"
    ana.click("hand_back")
    ana.come_again()
    ana.unlock()
    ana.qtbot.waitUntil(lambda: ana.sees("scale"))
    assert ana.reads("Given today: 8.")


def test_a_lock_behind_her_passphrase_keeps_every_word_sealed(ana: Ana, open_planner: OpenPlanner) -> None:
    ana.click("agree")
    ana.lock()
    ana.write(SAID)
    ana.planner.save_typing()
    drafts = [draft.body for draft in ana.workspace.read(entities, Draft)]
    assert not any(SAID in body for body in drafts), "what she types lies in her note alone"
    ana.planner.window().close()
    ana.planner = open_planner()
    assert not ana.sees("scale")
    ana.unlock()
    ana.qtbot.waitUntil(lambda: ana.sees("scale"))
    assert seen_as(WritingField, ana.page, "their_voice_words_field").toPlainText() == SAID


def test_a_damaged_note_is_refused_and_can_still_be_taken_back(ana: Ana) -> None:
    ana.click("agree")
    ana.lock()
    note = ana.workspace.read(sealed_note, SEALED_VOICE)
    assert note is not None
    ana.click("hand_back")
    ana.workspace.do_quietly(their_voice.write_sealed_voice, note.sealed[:-8] + "AAAAAAA=")
    ana.come_again()
    ana.unlock()
    ana.qtbot.waitUntil(lambda: ana.reads("altered or damaged"))
    ana.click("withdraw")
    ana.click("withdraw_confirm")
    assert ana.workspace.read(sealed_note, SEALED_VOICE) is None


def test_withdrawn_it_is_gone_for_good_and_earlier_backups_are_made_anew(ana: Ana) -> None:
    ana.workspace.do("A step of Sam's", sessions.add_agenda_line, ana.session, "The letter")
    ana.click("agree")
    ana.choose(4)
    ana.click("give")
    ana.workspace.runner.vault.back_up()
    assert ana.workspace.runner.vault.backups_with_their_voice() == 1
    ana.click("withdraw")
    assert ana.reads("It cannot be undone.")
    ana.click("withdraw_keep")
    assert len(ana.voice.readings) == 1
    ana.click("withdraw")
    ana.click("withdraw_confirm")
    assert ana.voice == TheirVoice()
    assert ana.workspace.read(their_consent) is None
    assert ana.workspace.next_undo is None
    ana.qtbot.waitUntil(lambda: ana.sees("remake_button"))
    ana.click("remake")
    ana.qtbot.waitUntil(lambda: ana.reads("Made anew without it: 1"))
    assert ana.workspace.runner.vault.backups_with_their_voice() == 0
    ana.click("hand_back")
    ana.come_again()
    assert ana.sees("agree_button"), "as if it had never been"


@pytest.mark.parametrize("question", [SafetyQuestion.STILL_HIDDEN, SafetyQuestion.FEAR])
def test_under_the_private_switches_it_is_closed(
    question: SafetyQuestion, open_planner: OpenPlanner, workspace: Workspace
) -> None:
    workspace.do_quietly(sessions.add_session, workspace.today, None, "Ruth")
    planner = open_planner()
    workspace.do_quietly(plans.answer_safety, {question: SafetyAnswer.YES}, keep_answers=False)
    planner.go(Destination("their_voice"))
    settle()
    assert not [page for page in planner.findChildren(TheirVoicePage) if page.isVisible()]


def test_without_contact_it_is_closed_and_nothing_leads_there(open_planner: OpenPlanner, workspace: Workspace) -> None:
    workspace.do_quietly(sessions.add_session, workspace.today, None, "Ruth")
    planner = open_planner()
    workspace.do_quietly(plans.set_contact, Contact.NONE, None, "")
    planner.go(Destination("dates"))
    settle()
    assert not is_seen(planner, "dates_hand_over_button")
    planner.go(Destination("their_voice"))
    settle()
    assert not planner.findChildren(TheirVoicePage)


@pytest.mark.parametrize("pronoun", Pronoun)
@pytest.mark.parametrize("name", ["W" * LONGEST_NAME, "שולמית 🌱"])
def test_long_and_right_to_left_names_fit_a_small_window_in_large_type(
    name: str, pronoun: Pronoun, open_planner: OpenPlanner, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.do_quietly(plans.begin, "V" * LONGEST_NAME, name, pronoun)
    workspace.theme.set_text_scale(2.0)
    ana = Ana(open_planner(), workspace, qtbot)
    ana.planner.window().resize(900, 600)
    settle()
    assert cut_widgets(ana.page) == []
    workspace.do_quietly(their_voice.consent, 1)
    workspace.do_quietly(their_voice.give_reading, Given(None, "W" * 500))
    settle()
    assert cut_widgets(ana.page) == []
    click(seen_as(Button, ana.page, "their_voice_lock_link"))
    settle()
    assert cut_widgets(ana.page) == []
