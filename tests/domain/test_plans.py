"""What the private questions switch, when they come back, and what contact may be proposed."""

from datetime import date, timedelta

import pytest

from tests.builders import NOON, a_plan, on
from trustplanner.domain.plans import (
    ENDING,
    STOPPING,
    Contact,
    SafetyAnswer,
    SafetyQuestion,
    SafetyScreen,
    contact_in_force,
    may_lift,
    no_contact_ran_out,
    questions_are_due,
    switches,
)

DAY = timedelta(days=1)
YES, NO, LEFT_OPEN = SafetyAnswer.YES, SafetyAnswer.NO, SafetyAnswer.LEFT_OPEN
NOTHING = {"stop": False, "indirect": False, "ending": False, "support": False}


def screen(asked: str = "05-04", **on_switches: bool) -> SafetyScreen:
    return SafetyScreen(seq=1, asked_on=on(asked), written_at=NOON, answers="", **{**NOTHING, **on_switches})


@pytest.mark.parametrize(
    ("question", "switch"),
    [
        (SafetyQuestion.FEAR, "stop"),
        (SafetyQuestion.FORCE, "stop"),
        (SafetyQuestion.CONTROL, "stop"),
        (SafetyQuestion.ORDER, "stop"),
        (SafetyQuestion.CHILD_AT_RISK, "stop"),
        (SafetyQuestion.ASKED_NO_CONTACT, "indirect"),
        (SafetyQuestion.STILL_GOING_ON, "ending"),
        (SafetyQuestion.STILL_HIDDEN, "ending"),
        (SafetyQuestion.SELF_HARM, "support"),
    ],
)
def test_each_yes_switches_one_thing_and_no_or_left_open_nothing(question: SafetyQuestion, switch: str) -> None:
    assert switches({question: YES}) == {**NOTHING, switch: True}
    assert switches({question: NO}) == switches({question: LEFT_OPEN}) == NOTHING


def test_that_a_child_is_involved_switches_nothing_off() -> None:
    assert switches({SafetyQuestion.CHILD_INVOLVED: YES}) == NOTHING


def test_no_question_is_without_a_rule() -> None:
    ruled = STOPPING | ENDING | {SafetyQuestion.ASKED_NO_CONTACT, SafetyQuestion.SELF_HARM}
    assert set(SafetyQuestion) - ruled == {SafetyQuestion.CHILD_INVOLVED}


def test_several_switches_may_be_on_at_once() -> None:
    given = {SafetyQuestion.FEAR: YES, SafetyQuestion.STILL_HIDDEN: YES, SafetyQuestion.SELF_HARM: YES}
    assert switches(given) == {"stop": True, "indirect": False, "ending": True, "support": True}


@pytest.mark.parametrize(
    ("today", "setback", "due"),
    [
        ("05-04", None, False),
        ("05-31", None, False),
        ("06-01", None, True),  # four weeks
        ("05-20", 15 * DAY, True),
        ("05-04", timedelta(minutes=1), True),  # on the day of the questions, after them
        ("05-20", timedelta(0), False),
        ("05-20", -DAY, False),
    ],
)
def test_the_questions_come_back_after_four_weeks_and_after_a_setback_written_down_since(
    today: str, setback: timedelta | None, due: bool
) -> None:
    assert questions_are_due(screen("05-04"), None if setback is None else NOON + setback, on(today)) is due


def test_the_questions_are_due_until_they_were_asked_once() -> None:
    assert questions_are_due(None, None, on("05-04"))


@pytest.mark.parametrize(("today", "due"), [("05-03", False), ("05-02", True), ("2016-05-04", True)])
def test_questions_asked_under_a_clock_that_ran_ahead_do_not_wait_for_its_day(today: str, due: bool) -> None:
    assert questions_are_due(screen("05-04"), None, on(today)) is due


def test_a_switch_can_be_lifted_on_the_next_day_and_not_before() -> None:
    assert not may_lift(screen("05-04", stop=True), on("05-04"))
    assert may_lift(screen("05-04", stop=True), on("05-05"))


@pytest.mark.parametrize("until", [None, on("05-20")])
@pytest.mark.parametrize("contact", list(Contact))
def test_the_contact_they_allow_is_what_may_be_proposed_whatever_day_was_named(
    contact: Contact, until: date | None
) -> None:
    assert contact_in_force(a_plan(contact=contact, contact_until=until), None) is contact


def test_the_persons_wish_for_no_contact_outranks_what_the_plan_says() -> None:
    assert contact_in_force(a_plan(), screen(indirect=True)) is Contact.NONE
    assert contact_in_force(a_plan(), screen()) is Contact.OPEN


@pytest.mark.parametrize(
    ("until", "today", "ran_out"),
    [
        (on("05-20"), "05-20", False),
        (on("05-20"), "05-21", True),
        (None, "2030-01-01", False),
    ],
)
def test_a_day_named_for_no_contact_runs_out_when_it_is_over(until: date | None, today: str, ran_out: bool) -> None:
    plan = a_plan(contact=Contact.NONE, contact_until=until)
    assert no_contact_ran_out(plan, None, on(today)) is ran_out
    assert not no_contact_ran_out(plan, screen(indirect=True), on(today))
    assert not no_contact_ran_out(a_plan(contact=Contact.LIMITED, contact_until=until), None, on(today))
