"""From what was agreed in a talk to a commitment, in the whole planner: the editor, back to the talk, and undo."""

import pytest
from PySide6.QtCore import Qt

from tests.builders import on
from tests.ui.person import press, type_words
from tests.ui.screens.entry_person import is_seen, press_button, seen, seen_as, settle, words_on
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions.conversations import TalkPlan, plan_talk, set_talk_state
from trustplanner.actions.talk_notes import add_agreement
from trustplanner.domain.commitments import AskedBy
from trustplanner.domain.conversations import Agreement, TalkState
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.storage.queries.conversations import agreements
from trustplanner.ui.kit.fields import LineField
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.sentence_field import SentenceField
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def agreed(workspace: Workspace) -> Agreement:
    talk = workspace.do("", plan_talk, TalkPlan("Half an hour, or not", day=on("05-02"))).result
    workspace.do("", set_talk_state, talk.id, TalkState.HELD)
    return workspace.do("", add_agreement, talk.id, "ring at six", AskedBy.THEY).result


def test_an_agreement_becomes_a_commitment_that_says_who_asked_and_when(
    open_planner: OpenPlanner, workspace: Workspace, agreed: Agreement
) -> None:
    planner = open_planner()
    planner.go(Destination("talk", agreed.talk_id))
    press_button(planner, f"talk_agreement_{agreed.id}_commit_button")
    settle()
    assert seen_as(SentenceField, planner, "commitment_will_field").text() == "ring at six"
    assert seen_as(LineField, planner, "commitment_title_field").text() == "ring at six"
    assert workspace.read(every_commitment) == (), "nothing is written before it is saved"
    press_button(planner, "commitment_save_button")
    settle()
    [commitment] = workspace.read(every_commitment)
    assert (commitment.asked_by, commitment.asked_on) == (AskedBy.THEY, on("05-02"))
    assert workspace.read(agreements)[0].commitment_id == commitment.id
    assert is_seen(planner, "talk_page")
    assert "Now a commitment: “ring at six”" in words_on(planner)
    assert not is_seen(planner, f"talk_agreement_{agreed.id}_commit_button")
    press_button(planner, f"talk_agreement_{agreed.id}_open_button")
    assert seen_as(SentenceField, planner, "commitment_will_field").text() == "ring at six"


def test_undo_takes_the_commitment_and_what_the_agreement_knew_of_it(
    open_planner: OpenPlanner, workspace: Workspace, agreed: Agreement
) -> None:
    planner = open_planner()
    planner.go(Destination("talk", agreed.talk_id))
    press_button(planner, f"talk_agreement_{agreed.id}_commit_button")
    press_button(planner, "commitment_save_button")
    workspace.undo()
    settle()
    assert workspace.read(every_commitment) == ()
    assert workspace.read(agreements)[0].commitment_id is None
    assert is_seen(planner, f"talk_agreement_{agreed.id}_commit_button")


def test_what_was_typed_over_it_is_kept_for_that_agreement(
    open_planner: OpenPlanner, workspace: Workspace, agreed: Agreement
) -> None:
    planner = open_planner()
    planner.go(Destination("commitment", f"agreement:{agreed.id}"))
    field = seen_as(SentenceField, planner, "commitment_will_field")
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.End)
    type_words(planner, " sharp")
    planner.save_typing()
    again = open_planner()
    assert seen_as(SentenceField, again, "commitment_will_field").text() == "ring at six sharp"


def test_an_agreement_that_is_gone_opens_an_empty_editor(open_planner: OpenPlanner) -> None:
    planner = open_planner()
    planner.go(Destination("commitment", "agreement:nobody"))
    assert seen_as(SentenceField, planner, "commitment_will_field").text() == ""


def test_a_lock_in_the_middle_of_a_new_talk_keeps_every_word(open_planner: OpenPlanner, workspace: Workspace) -> None:
    planner = open_planner()
    press(planner, Qt.Key.Key_4, modifier=CONTROL)
    press_button(planner, "conversations_plan_button")
    type_words(planner, "Half an hour, or not")
    seen(planner, "talk_tempted_field").setFocus()
    type_words(planner, "That I paid")
    planner.save_typing()
    again = open_planner()
    assert is_seen(again, "talk_page")
    field = seen_as(WritingField, again, "talk_tempted_field")
    assert (field.toPlainText(), field.textCursor().position()) == ("That I paid", len("That I paid"))
    assert seen_as(WritingField, again, "talk_invitation_field").toPlainText() == "Half an hour, or not"


def test_a_lock_in_the_middle_of_a_card_keeps_the_card_and_the_words(open_planner: OpenPlanner) -> None:
    planner = open_planner()
    planner.go(Destination("practice", "real_why"))
    type_words(planner, "I was afraid of")
    planner.save_typing()
    again = open_planner()
    assert is_seen(again, "practice_page")
    assert seen_as(WritingField, again, "practice_field").toPlainText() == "I was afraid of"
