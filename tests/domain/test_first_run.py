"""Where the first run stands, what comes next, and what the private questions put first."""

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import MONDAY, NOON, on
from trustplanner.domain.first_run import (
    OVER,
    PUT_FIRST_ON,
    STEP,
    FirstRunStep,
    is_something_put_first,
    step_after,
    step_before,
    step_of_first_run,
    steps_for,
)
from trustplanner.domain.plans import Contact, Plan, Pronoun, SafetyScreen

PLAN = Plan(
    "p", "Sam", "Ana", Pronoun.SHE, "", None, None, None, None, None, Contact.LIMITED, None, "", MONDAY, NOON
)  # fmt: skip
NOTHING_ON = SafetyScreen(1, MONDAY, NOON, stop=False, indirect=False, ending=False, support=False, answers="")
ALL_STEPS = list(FirstRunStep)


def at(step: str) -> dict[str, str]:
    return {STEP: step}


def test_without_a_plan_the_names_come_first_whatever_is_kept() -> None:
    assert step_of_first_run(None, None, {}) is FirstRunStep.NAMES
    assert step_of_first_run(None, None, at("contact")) is FirstRunStep.NAMES


@pytest.mark.parametrize("step", ["names", "kind", "cross", "safety"])
def test_it_goes_on_where_it_was_broken_off(step: str) -> None:
    assert step_of_first_run(PLAN, None, at(step)) is FirstRunStep(step)


@pytest.mark.parametrize("step", ["", "contact", "over", "a step of a newer version"])
def test_nobody_gets_past_the_private_questions(step: str) -> None:
    assert step_of_first_run(PLAN, None, at(step)) is FirstRunStep.NAMES


@pytest.mark.parametrize("kept", [{}, at(OVER)])
def test_a_vault_that_was_never_in_a_first_run_or_has_left_it_is_through(kept: dict[str, str]) -> None:
    assert step_of_first_run(PLAN, NOTHING_ON, kept) is None


def test_support_and_the_ending_track_are_steps_only_while_they_are_switched_on() -> None:
    assert steps_for(NOTHING_ON) == ("names", "kind", "cross", "safety", "contact")
    both = replace(NOTHING_ON, support=True, ending=True)
    assert steps_for(both) == tuple(ALL_STEPS)
    assert step_of_first_run(PLAN, both, at("support")) is FirstRunStep.SUPPORT
    assert step_of_first_run(PLAN, NOTHING_ON, at("support")) is FirstRunStep.CONTACT


def test_steps_follow_each_other_and_lead_back_the_same_way() -> None:
    both = replace(NOTHING_ON, support=True, ending=True)
    for last in (NOTHING_ON, both):
        steps = steps_for(last)
        assert [step_after(step, last) for step in steps] == [*steps[1:], None]
        assert [step_before(step, last) for step in steps] == [None, *steps[:-1]]


@pytest.mark.parametrize(
    ("support", "ending", "shown_on", "expected"),
    [
        (False, False, None, False),
        (True, False, None, True),
        (False, True, "2026-05-03", True),
        (True, True, "2026-05-04", False),
    ],
)
def test_what_is_switched_on_is_put_first_once_a_day(
    support: bool, ending: bool, shown_on: str | None, expected: bool
) -> None:
    last = replace(NOTHING_ON, support=support, ending=ending)
    values = {} if shown_on is None else {PUT_FIRST_ON: shown_on}
    assert is_something_put_first(last, values, on("05-04")) is expected


def test_nothing_is_put_first_before_the_questions_were_asked() -> None:
    assert not is_something_put_first(None, {}, date(2026, 5, 4))
