"""The order of an evening and of a morning, and what the coming day asks for."""

from datetime import time

import pytest

from tests.builders import MONDAY, a_history, a_pause, a_telling, on, row, some_terms
from trustplanner.domain.answers import Value
from trustplanner.domain.days import FIRST_DAY_START
from trustplanner.domain.evening import (
    LAST_STEP,
    StepKind,
    WalkKind,
    WalkStep,
    asked_on,
    evening_steps,
    kind_at,
    morning_steps,
    step_after,
    step_before,
)
from trustplanner.domain.items import History
from trustplanner.domain.schedules import Unit, daily, on_weekdays, once, times_a
from trustplanner.domain.today import day_view

TUESDAY = on("05-05")


def steps(*histories: History) -> list[tuple[str, str]]:
    found = evening_steps(day_view(histories, TUESDAY, TUESDAY), ["shaded"])
    return [(step.kind.value, step.key) for step in found]


def test_today_comes_before_yesterday_and_a_miss_is_followed_by_its_telling() -> None:
    today_missed = a_history(
        some_terms(commitment_id="ring"), [row(MONDAY, Value.KEPT), row(TUESDAY, Value.MISSED)], id="ring"
    )
    yesterday_open = a_history(some_terms(on_weekdays([0]), commitment_id="read"), id="read")
    assert steps(today_missed, yesterday_open) == [
        ("item", "ring"), ("tell", "ring"), ("item", "read"), ("question", "shaded"), ("end", ""),
    ]  # fmt: skip


def test_a_line_that_was_crossed_has_no_question_how_it_came_out() -> None:
    line = a_history(some_terms(starts_on=TUESDAY), [row(TUESDAY, Value.MISSED)], is_line=True)
    assert steps(line) == [("item", "call"), ("question", "shaded"), ("end", "")]


def test_a_running_week_is_asked_and_a_date_that_has_not_come_is_not() -> None:
    week = a_history(some_terms(times_a(Unit.WEEK, 3), commitment_id="week"), id="week")
    card = a_history(some_terms(once(on("05-20")), commitment_id="card"), id="card")
    assert steps(week, card) == [("item", "week"), ("question", "shaded"), ("end", "")]


def test_a_morning_asks_for_yesterday_alone() -> None:
    view = day_view([a_history(some_terms())], TUESDAY, TUESDAY)
    assert morning_steps(view) == [WalkStep(StepKind.ITEM, "call", MONDAY), LAST_STEP]


@pytest.mark.parametrize(("clock", "kind"), [(time(5), WalkKind.MORNING), (time(12), WalkKind.EVENING)])
def test_noon_parts_the_two(clock: time, kind: WalkKind) -> None:
    assert kind_at(clock) is kind


def test_what_is_through_is_passed_by_and_can_be_gone_back_to() -> None:
    first, second = WalkStep(StepKind.ITEM, "a", MONDAY), WalkStep(StepKind.ITEM, "b", MONDAY)
    walk = [first, second, LAST_STEP]
    assert step_after(walk, None, lambda step: step == first) == second
    assert step_after(walk, first, lambda step: step == second) == LAST_STEP
    assert step_before(walk, LAST_STEP) == second
    assert step_before(walk, first) is None
    assert step_after(walk, WalkStep(StepKind.TELL, "gone", MONDAY), lambda _: False) == first


@pytest.mark.parametrize("step", [LAST_STEP, WalkStep(StepKind.ITEM, "a/b", MONDAY)])
def test_a_step_is_found_again_by_its_words(step: WalkStep) -> None:
    assert WalkStep.from_text(step.to_text()) == step


@pytest.mark.parametrize("words", ["", "item", "item/x/a", "else//"])
def test_other_words_are_no_step(words: str) -> None:
    assert WalkStep.from_text(words) is None


def test_the_coming_day_is_told_by_its_times_without_what_is_paused() -> None:
    late = a_history(some_terms(daily(), at_minute=60, commitment_id="late"), id="late")
    six = a_history(some_terms(daily(), at_minute=18 * 60, commitment_id="six"), id="six")
    week = a_history(some_terms(times_a(Unit.WEEK, 3), commitment_id="week"), done_days=[MONDAY], id="week")
    paused = a_history(
        some_terms(commitment_id="paused"), pauses=[a_pause(TUESDAY, TUESDAY, commitment_id="paused")], id="paused"
    )
    sunday = a_history(some_terms(on_weekdays([6]), commitment_id="sunday"), id="sunday")
    found = asked_on([late, week, six, paused, sunday], TUESDAY, FIRST_DAY_START)
    assert [each.commitment.id for each in found] == ["six", "late", "week"]
    assert (found[2].done, found[2].times) == (1, 3)


def test_a_telling_is_known_to_its_miss() -> None:
    told = a_history(some_terms(starts_on=TUESDAY), [row(TUESDAY, Value.MISSED)], tellings=[a_telling(TUESDAY)])
    assert steps(told)[1] == ("tell", "call")
