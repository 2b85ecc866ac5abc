"""Planning a talk, what became of it, the note afterwards, and practice."""

import pytest

from tests.actions.promised import refused
from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from trustplanner.actions import commitments, plans
from trustplanner.actions.conversations import (
    TalkPlan,
    change_talk,
    delete_talk,
    plan_talk,
    set_talk_state,
    write_not_known,
)
from trustplanner.actions.practices import write_practice
from trustplanner.actions.runner import Runner
from trustplanner.actions.talk_notes import add_agreement, add_talk_line, note_commitment
from trustplanner.domain.commitments import AskedBy
from trustplanner.domain.conversations import Talk, TalkState
from trustplanner.domain.errors import Code
from trustplanner.domain.path import LONGEST_ANSWER, Whose
from trustplanner.domain.plans import Contact, Plan, SafetyAnswer, SafetyQuestion
from trustplanner.domain.schedules import daily
from trustplanner.storage.queries.conversations import agreements, practices, talk_lines, talks
from trustplanner.storage.vault import Vault

INVITATION = TalkPlan(invitation="Half an hour about May, or not at all", minutes=30)

pytestmark = pytest.mark.usefixtures("plan")


def planned(runner: Runner, plan: TalkPlan = INVITATION) -> Talk:
    return runner.do("Plan", plan_talk, plan).result


def test_a_talk_is_planned_and_changed(runner: Runner, vault: Vault) -> None:
    talk = planned(runner)
    assert (talk.state, talk.minutes, talk.day) == (TalkState.PLANNED, 30, None)
    changed = TalkPlan("Half an hour", "A raised voice", "The money", on("05-20"), 19 * 60, 20)
    runner.do("Change", change_talk, talk.id, changed)
    [found] = vault.read(talks)
    assert (found.invitation, found.stop_signs, found.tempted) == ("Half an hour", "A raised voice", "The money")
    assert (found.day, found.at_minute, found.minutes) == (on("05-20"), 19 * 60, 20)


def test_a_time_of_day_counts_only_with_a_day(runner: Runner) -> None:
    assert planned(runner, TalkPlan("Half an hour", at_minute=600)).at_minute is None


@pytest.mark.parametrize("minutes", [4, 241])
def test_a_talk_has_a_possible_length(runner: Runner, minutes: int) -> None:
    assert refused(runner, plan_talk, TalkPlan("A talk", minutes=minutes)) is Code.TALK_LENGTH_IMPOSSIBLE


def test_where_no_contact_is_wanted_no_talk_is_planned(runner: Runner, vault: Vault) -> None:
    runner.do("", plans.set_contact, Contact.NONE)
    assert refused(runner, plan_talk, INVITATION) is Code.NO_CONTACT_WANTED
    assert vault.read(talks) == ()


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (SafetyQuestion.ASKED_NO_CONTACT, Code.NO_CONTACT_WANTED),
        (SafetyQuestion.STILL_HIDDEN, Code.ENDING_FIRST),
    ],
)
def test_a_private_answer_closes_planning_and_leaves_what_is_written(
    runner: Runner, vault: Vault, question: SafetyQuestion, code: Code
) -> None:
    talk = planned(runner)
    runner.do("", plans.answer_safety, {question: SafetyAnswer.YES}, keep_answers=False)
    assert refused(runner, plan_talk, INVITATION) is code
    runner.do("", set_talk_state, talk.id, TalkState.DROPPED)
    assert vault.read(talks)[0].state is TalkState.DROPPED


def test_within_limits_a_talk_can_be_planned(runner: Runner) -> None:
    runner.do("", plans.set_contact, Contact.LIMITED)
    assert planned(runner).state is TalkState.PLANNED


def test_a_talk_that_was_held_has_a_day_that_has_come(runner: Runner) -> None:
    open_day = planned(runner)
    assert runner.do("", set_talk_state, open_day.id, TalkState.HELD).result.day == MONDAY
    ahead = planned(runner, TalkPlan("A talk", day=on("05-20"), at_minute=600))
    held = runner.do("", set_talk_state, ahead.id, TalkState.HELD).result
    assert (held.day, held.at_minute) == (MONDAY, None)
    past = planned(runner, TalkPlan("A talk", day=on("05-02"), at_minute=600))
    held = runner.do("", set_talk_state, past.id, TalkState.HELD).result
    assert (held.day, held.at_minute) == (on("05-02"), 600)


def test_a_no_asks_for_nothing_more(runner: Runner, vault: Vault) -> None:
    talk = planned(runner)
    runner.do("", set_talk_state, talk.id, TalkState.DECLINED)
    [found] = vault.read(talks)
    assert found.state is TalkState.DECLINED
    assert found.invitation == talk.invitation


def test_a_line_is_heard_on_the_day_of_the_talk(runner: Runner, vault: Vault, clock: MovedClock) -> None:
    talk = planned(runner)
    runner.do("", set_talk_state, talk.id, TalkState.HELD)
    clock.forward(days=2)
    runner.do("", add_talk_line, talk.id, " I waited until ten ", Whose.SAID)
    [line] = vault.read(talk_lines, talk.id)
    assert (line.words, line.whose, line.heard_on) == ("I waited until ten", Whose.SAID, MONDAY)


def test_words_that_are_missing_or_too_many_are_refused(runner: Runner) -> None:
    talk = planned(runner)
    assert refused(runner, add_talk_line, talk.id, " ", Whose.SAID) is Code.WORDS_MISSING
    too_long = "a" * (LONGEST_ANSWER + 1)
    assert refused(runner, add_agreement, talk.id, too_long, AskedBy.THEY) is Code.ANSWER_TOO_LONG
    assert refused(runner, write_not_known, talk.id, too_long) is Code.ANSWER_TOO_LONG
    assert refused(runner, plan_talk, TalkPlan(too_long)) is Code.ANSWER_TOO_LONG


def test_deleting_a_talk_takes_its_note_and_leaves_the_commitment(runner: Runner, vault: Vault) -> None:
    talk = planned(runner)
    runner.do("", add_talk_line, talk.id, "I waited until ten", Whose.SAID)
    agreed = runner.do("", add_agreement, talk.id, "I ring at six", AskedBy.TOGETHER).result
    commitment = promise(runner, daily())
    runner.do("", note_commitment, agreed.id, commitment.id)
    runner.do("", delete_talk, talk.id)
    assert vault.read(talks) == ()
    assert vault.read(agreements) == ()
    assert refused(runner, delete_talk, talk.id) is Code.NOT_FOUND
    runner.do("", commitments.let_wait, commitment.id)


def test_an_agreement_forgets_a_commitment_that_is_deleted(runner: Runner, vault: Vault) -> None:
    talk = planned(runner)
    agreed = runner.do("", add_agreement, talk.id, "I ring at six", AskedBy.THEY).result
    commitment = promise(runner, daily())
    runner.do("", note_commitment, agreed.id, commitment.id)
    assert vault.read(agreements, talk.id)[0].commitment_id == commitment.id
    done = runner.do("", commitments.delete, commitment.id)
    assert vault.read(agreements, talk.id)[0].commitment_id is None
    runner.undo(done.change, is_slip=True)
    assert vault.read(agreements, talk.id)[0].commitment_id == commitment.id


def test_an_agreement_becomes_only_a_commitment_that_is_there(runner: Runner) -> None:
    talk = planned(runner)
    agreed = runner.do("", add_agreement, talk.id, "I ring at six", AskedBy.THEY).result
    assert refused(runner, note_commitment, agreed.id, "nobody") is Code.NOT_FOUND


def test_practice_is_one_sentence_for_each_card_and_day(
    runner: Runner, vault: Vault, clock: MovedClock, plan: Plan
) -> None:
    runner.do("", plans.set_contact, Contact.NONE)
    runner.do("", write_practice, "stay_tears", "I am")
    runner.do("", write_practice, "stay_tears", "I am here")
    clock.forward(days=1)
    runner.do("", write_practice, "stay_tears", "Take your time")
    assert [each.words for each in vault.read(practices, "stay_tears")] == ["Take your time", "I am here"]
    runner.do("", write_practice, "stay_tears", " ")
    assert [each.words for each in vault.read(practices, "stay_tears")] == ["I am here"]
