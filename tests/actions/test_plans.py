"""The plan's names, kind and contact, the private questions, and what is kept beside it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from trustplanner.actions import plans
from trustplanner.actions.runner import Runner
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.plans import (
    CONTACT_TO_LOOK_AT,
    Contact,
    Plan,
    Pronoun,
    SafetyAnswer,
    SafetyQuestion,
    SafetyScreen,
    Share,
)
from trustplanner.storage.queries.plans import draft, last_safety_screen, safety_screens, settings, the_plan

YES, NO = SafetyAnswer.YES, SafetyAnswer.NO


def refused(runner: Runner, action: Callable[..., Any], *arguments: Any) -> Code:
    with pytest.raises(RuleError) as error:
        runner.do("Action", action, *arguments)
    return error.value.code


def screen(runner: Runner, answers: dict[SafetyQuestion, SafetyAnswer], *, keep_answers: bool = False) -> SafetyScreen:
    return runner.do("Safety", plans.answer_safety, answers, keep_answers=keep_answers).result


# Names


def test_a_plan_begins_with_both_names_on_its_first_day(runner: Runner) -> None:
    made = runner.do("Begin", plans.begin, " Sam ", "Ana\n", Pronoun.SHE, " Dr Lee").result
    assert (made.own_name, made.their_name, made.counsellor, made.pronoun) == ("Sam", "Ana", "Dr Lee", Pronoun.SHE)
    assert (made.first_day, made.contact, made.kind, made.pattern) == (MONDAY, Contact.OPEN, None, None)
    assert runner.vault.read(the_plan) == made


def test_beginning_again_changes_only_the_names(runner: Runner, plan: Plan, clock: MovedClock) -> None:
    runner.do("Kind", plans.choose_kind, "secret_debt", Share.YES)
    clock.forward(days=9)
    changed = runner.do("Begin", plans.begin, "Sam", "Anna", Pronoun.THEY).result
    assert (changed.id, changed.first_day, changed.kind, changed.their_name) == (
        plan.id,
        MONDAY,
        "secret_debt",
        "Anna",
    )


@pytest.mark.parametrize("names", [("", "Ana"), ("Sam", " "), ("\t", "\n")])
def test_a_plan_needs_both_names(runner: Runner, names: tuple[str, str]) -> None:
    assert refused(runner, plans.begin, *names, Pronoun.SHE) is Code.WORDS_MISSING


def test_names_no_screen_can_show_are_refused(runner: Runner) -> None:
    runner.do("Begin", plans.begin, "S" * plans.LONGEST_NAME, "Ana", Pronoun.SHE)
    for names in (("S" * (plans.LONGEST_NAME + 1), "Ana"), ("Sam", "A" * (plans.LONGEST_NAME + 1))):
        assert refused(runner, plans.begin, *names, Pronoun.SHE) is Code.WORDS_TOO_LONG
    assert refused(runner, plans.begin, "Sam", "Ana", Pronoun.SHE, "L" * 61) is Code.WORDS_TOO_LONG


# Kind and contact


def test_the_kind_and_its_questions_may_be_answered_or_left_open(runner: Runner, plan: Plan) -> None:
    chosen = runner.do("Kind", plans.choose_kind, "affair", Share.YES, None, Share.NO).result
    assert (chosen.kind, chosen.pattern, chosen.hidden, chosen.danger, chosen.others) == (
        "affair",
        Share.YES,
        None,
        Share.NO,
        None,
    )
    assert runner.do("Kind", plans.choose_kind, None).result.kind is None


def test_contact_is_recorded_as_they_said_it(runner: Runner, plan: Plan) -> None:
    set_to = runner.do("Contact", plans.set_contact, Contact.NONE, on("06-30"), "until the summer").result
    assert (set_to.contact, set_to.contact_until, set_to.contact_note) == (
        Contact.NONE,
        on("06-30"),
        "until the summer",
    )


def test_contact_is_limited_until_a_day_a_plan_can_hold(runner: Runner, plan: Plan) -> None:
    assert refused(runner, plans.set_contact, Contact.NONE, date.max) is Code.DATE_IMPOSSIBLE


def test_without_a_plan_there_is_nothing_to_change(runner: Runner) -> None:
    assert refused(runner, plans.choose_kind, "affair") is Code.NOT_FOUND
    assert refused(runner, plans.set_contact, Contact.OPEN) is Code.NOT_FOUND


# The private questions


def test_only_the_switch_is_stored_and_not_its_reason(runner: Runner) -> None:
    made = screen(runner, {SafetyQuestion.FEAR: YES, SafetyQuestion.SELF_HARM: NO})
    assert (made.stop, made.indirect, made.ending, made.support, made.answers) == (True, False, False, False, "")
    assert runner.vault.read(last_safety_screen) == made


def test_the_answers_are_stored_by_consent(runner: Runner) -> None:
    given = {SafetyQuestion.SELF_HARM: NO, SafetyQuestion.FEAR: YES, SafetyQuestion.FORCE: SafetyAnswer.LEFT_OPEN}
    made = screen(runner, given, keep_answers=True)
    assert made.answers.splitlines() == ["fear=yes", "force=left_open", "self_harm=no"]


def test_a_switch_is_not_lifted_on_the_same_day_but_another_is_added(runner: Runner) -> None:
    screen(runner, {SafetyQuestion.FEAR: YES})
    again = screen(runner, {SafetyQuestion.FEAR: NO, SafetyQuestion.SELF_HARM: YES})
    assert (again.stop, again.support) == (True, True)
    third = screen(runner, {})
    assert (third.stop, third.support) == (True, True)


def test_a_switch_is_lifted_by_answering_again_the_next_day(runner: Runner, clock: MovedClock) -> None:
    all_no = dict.fromkeys(SafetyQuestion, NO)
    screen(runner, {SafetyQuestion.FEAR: YES})
    clock.go_to(on("05-05"), "02:59")
    assert screen(runner, all_no).stop, "before the day start it is still the same day"
    clock.go_to(on("05-06"))
    assert not screen(runner, all_no).stop


def test_leaving_questions_open_lifts_nothing(runner: Runner, clock: MovedClock) -> None:
    screen(runner, {SafetyQuestion.FEAR: YES, SafetyQuestion.SELF_HARM: YES})
    clock.forward(days=1)
    again = screen(runner, {SafetyQuestion.FEAR: NO, SafetyQuestion.SELF_HARM: NO})
    assert (again.stop, again.support) == (True, False), "four of the five questions behind the first are open"
    clock.forward(days=1)
    assert screen(runner, dict.fromkeys(SafetyQuestion, SafetyAnswer.LEFT_OPEN)).stop


def test_kept_answers_can_be_forgotten_and_the_switches_stay(runner: Runner) -> None:
    screen(runner, {SafetyQuestion.FEAR: YES}, keep_answers=True)
    screen(runner, {SafetyQuestion.SELF_HARM: YES}, keep_answers=True)
    runner.do("Forget", plans.forget_safety_answers)
    assert [kept.answers for kept in runner.vault.read(safety_screens)] == ["", ""]
    last = runner.vault.read(last_safety_screen)
    assert last is not None
    assert (last.stop, last.support) == (True, True)


# Settings and drafts


@pytest.mark.parametrize(("minutes", "is_possible"), [(0, True), (360, True), (-1, False), (361, False)])
def test_a_day_starts_between_midnight_and_six(runner: Runner, minutes: int, is_possible: bool) -> None:
    if is_possible:
        runner.do("Day start", plans.set_day_start, minutes)
        assert runner.vault.read(settings)["day_start"] == str(minutes)
    else:
        assert refused(runner, plans.set_day_start, minutes) is Code.DAY_START_IMPOSSIBLE


@pytest.mark.parametrize(("minutes", "is_possible"), [(1, True), (15, True), (0, False), (16, False)])
def test_the_program_locks_after_one_to_fifteen_minutes(runner: Runner, minutes: int, is_possible: bool) -> None:
    if is_possible:
        runner.do("Lock", plans.set_lock_minutes, minutes)
        assert runner.vault.read(settings)["lock_minutes"] == str(minutes)
    else:
        assert refused(runner, plans.set_lock_minutes, minutes) is Code.LOCK_TIME_IMPOSSIBLE


def test_a_draft_is_kept_until_it_is_emptied(runner: Runner) -> None:
    body = '{"text": "Dear Ana\\u0000"}'
    runner.do("Draft", plans.keep_draft, "letter", body)
    found = runner.vault.read(draft, "letter")
    assert found is not None
    assert (found.body, found.updated_at) == (body, runner.now().at)
    runner.do("Draft", plans.keep_draft, "letter", "")
    assert runner.vault.read(draft, "letter") is None
    assert runner.do("Draft", plans.keep_draft, "letter", "").change.is_empty


def test_a_draft_that_says_the_same_is_not_written_again(runner: Runner, clock: MovedClock) -> None:
    runner.do("Draft", plans.keep_draft, "letter", "{}")
    clock.forward(minutes=5)
    assert runner.do("Draft", plans.keep_draft, "letter", "{}").change.is_empty


# Contact that becomes less


def is_noted(runner: Runner) -> bool:
    return bool(runner.vault.read(settings).get(CONTACT_TO_LOOK_AT))


@pytest.mark.parametrize(
    ("before", "after", "noted"),
    [
        (Contact.OPEN, Contact.LIMITED, True),
        (Contact.OPEN, Contact.NONE, True),
        (Contact.LIMITED, Contact.NONE, True),
        (Contact.NONE, Contact.LIMITED, False),
        (Contact.NONE, Contact.NONE, False),
    ],
)
def test_less_contact_asks_that_what_was_promised_is_looked_through(
    runner: Runner, plan: Plan, before: Contact, after: Contact, noted: bool
) -> None:
    runner.do("Contact", plans.set_contact, before)
    promise(runner)
    runner.do("Contact", plans.set_contact, after)
    assert is_noted(runner) is noted
    runner.do("Contact", plans.set_contact, Contact.OPEN)
    assert not is_noted(runner)


def test_a_private_answer_that_asks_for_no_contact_does_so_too(runner: Runner, plan: Plan) -> None:
    promise(runner)
    asked = {SafetyQuestion.ASKED_NO_CONTACT: SafetyAnswer.YES}
    runner.do("Answers", plans.answer_safety, asked, keep_answers=False)
    assert is_noted(runner)


def test_without_commitments_nothing_is_to_be_looked_through(runner: Runner, plan: Plan) -> None:
    runner.do("Contact", plans.set_contact, Contact.NONE)
    promise(runner)
    assert not is_noted(runner)
