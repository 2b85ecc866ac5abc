"""Answering, done-days, telling and the steps after a miss."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from trustplanner.actions import answers, pauses, plans
from trustplanner.actions.runner import Runner
from trustplanner.actions.terms import Wording, change_terms
from trustplanner.domain.answers import Adjust, Answer, How, MissReview, Value
from trustplanner.domain.commitments import Reason
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.items import History, Item, Outcome, item_on
from trustplanner.domain.record import CommitmentRecord, Counts, build_record
from trustplanner.domain.schedules import Unit, daily, on_weekdays, once, times_a
from trustplanner.storage.queries.answers import answers_for
from trustplanner.storage.queries.commitments import histories, history_of, miss_review

DAY = timedelta(days=1)
SUNDAY = on("05-10")
KEPT, PARTLY, MISSED, TAKEN_BACK = Value.KEPT, Value.PARTLY, Value.MISSED, Value.TAKEN_BACK


@pytest.fixture
def daily_call(runner: Runner) -> str:
    return promise(runner, daily(), at_minute=18 * 60).id


@pytest.fixture
def thrice(runner: Runner) -> str:
    """Three times a week, from Monday 4 May on."""
    return promise(runner, times_a(Unit.WEEK, 3)).id


def write(runner: Runner, commitment_id: str, day: date, value: Value = KEPT) -> Answer:
    return runner.do("Answer", answers.write, commitment_id, day, value).result


def mark_done(runner: Runner, commitment_id: str, day: date) -> None:
    runner.do("Done", answers.mark_done, commitment_id, day)


def history(runner: Runner, commitment_id: str) -> History:
    found = runner.vault.read(history_of, commitment_id)
    assert found is not None
    return found


def item(runner: Runner, commitment_id: str, day: date) -> Item:
    found = item_on(history(runner, commitment_id), day, runner.now().today)
    assert found is not None
    return found


def record(runner: Runner) -> CommitmentRecord:
    (found,) = build_record(runner.vault.read(histories), runner.now().today).commitments
    return found


def refused(action: Callable[..., Any], *arguments: Any, runner: Runner, **given: Any) -> Code:
    with pytest.raises(RuleError) as error:
        runner.do("Action", action, *arguments, **given)
    return error.value.code


# Writing


def test_an_answer_keeps_when_and_on_which_promise_day_it_was_written(
    runner: Runner, clock: MovedClock, daily_call: str
) -> None:
    clock.go_to(on("05-05"), "01:30")
    written = write(runner, daily_call, MONDAY, PARTLY)
    assert (written.day, written.written_on) == (MONDAY, MONDAY), "half past one belongs to Monday's promise day"
    assert (written.utc_offset, written.clock_behind, written.imported) == (120, 0, False)
    assert runner.vault.read(answers_for, daily_call, MONDAY) == (written,)


def test_the_stored_day_is_fixed_when_the_day_start_changes_later(
    runner: Runner, clock: MovedClock, daily_call: str
) -> None:
    clock.go_to(on("05-06"), "01:30")  # Tuesday's promise day, on which Monday is open
    written = write(runner, daily_call, MONDAY)
    runner.do("Day start", plans.set_day_start, 0)
    assert runner.vault.read(answers_for, daily_call, MONDAY) == (written,)
    assert item(runner, daily_call, MONDAY).late_by == 0


def test_changing_an_answer_is_writing_a_new_row(runner: Runner, daily_call: str) -> None:
    for value in (KEPT, MISSED, PARTLY):
        write(runner, daily_call, MONDAY, value)
    assert [row.value for row in runner.vault.read(answers_for, daily_call, MONDAY)] == [KEPT, MISSED, PARTLY]
    assert item(runner, daily_call, MONDAY).outcome is Outcome.PARTLY


def test_the_same_answer_once_more_changes_nothing_and_is_not_late(
    runner: Runner, clock: MovedClock, daily_call: str
) -> None:
    write(runner, daily_call, MONDAY)
    clock.forward(days=9)
    assert runner.do("Answer", answers.write, daily_call, MONDAY, KEPT).change.is_empty
    assert item(runner, daily_call, MONDAY).late_by == 0
    runner.do("Clear", answers.clear, daily_call, MONDAY)
    assert not runner.do("Answer", answers.write, daily_call, MONDAY, KEPT).change.is_empty


def test_late_answers_reach_back_to_the_first_day_and_no_further(
    runner: Runner, clock: MovedClock, daily_call: str
) -> None:
    clock.forward(days=400)
    assert write(runner, daily_call, MONDAY).written_on == MONDAY + 400 * DAY
    assert item(runner, daily_call, MONDAY).late_by == 400
    assert refused(answers.write, daily_call, MONDAY - DAY, KEPT, runner=runner) is Code.NOT_DUE


def test_a_late_answer_stands_under_the_terms_of_its_day(runner: Runner, clock: MovedClock) -> None:
    mondays = promise(runner, on_weekdays([0])).id
    clock.go_to(on("05-06"))
    wording = Wording("I will call when I am late", "you need not wonder", daily())
    runner.do("Tighten", change_terms, mondays, wording)
    clock.go_to(on("05-20"))
    assert refused(answers.write, mondays, on("05-05"), KEPT, runner=runner) is Code.NOT_DUE
    write(runner, mondays, on("05-07"), MISSED)
    assert item(runner, mondays, on("05-07")).late_by == 13


def test_no_answer_is_given_for_a_day_to_come(runner: Runner, daily_call: str) -> None:
    assert refused(answers.write, daily_call, MONDAY + DAY, KEPT, runner=runner) is Code.FUTURE_DAY


def test_a_day_that_asks_for_nothing_takes_no_answer(runner: Runner, clock: MovedClock) -> None:
    mondays = promise(runner, on_weekdays([0])).id
    clock.go_to(on("05-06"))
    assert refused(answers.write, mondays, on("05-05"), KEPT, runner=runner) is Code.NOT_DUE


def test_a_paused_day_takes_no_answer(runner: Runner, daily_call: str) -> None:
    runner.do("Pause", pauses.pause, daily_call, MONDAY, SUNDAY, reason=Reason.ILLNESS)
    assert refused(answers.write, daily_call, MONDAY, KEPT, runner=runner) is Code.NOT_DUE


def test_an_answer_given_before_a_pause_can_still_be_changed(runner: Runner, daily_call: str) -> None:
    write(runner, daily_call, MONDAY, MISSED)
    runner.do("Pause", pauses.pause, daily_call, MONDAY, SUNDAY, reason=Reason.ILLNESS)
    write(runner, daily_call, MONDAY, PARTLY)
    assert item(runner, daily_call, MONDAY).outcome is Outcome.PARTLY


def test_once_may_be_answered_before_its_date(runner: Runner) -> None:
    once_only = promise(runner, once(on("05-20"))).id
    write(runner, once_only, on("05-20"))
    assert record(runner).counts == Counts(kept=1)


def test_taken_back_is_not_an_answer_to_write(runner: Runner, daily_call: str) -> None:
    assert refused(answers.write, daily_call, MONDAY, TAKEN_BACK, runner=runner) is Code.NOT_DUE


def test_an_unknown_commitment_takes_no_answer(runner: Runner) -> None:
    assert refused(answers.write, "nobody", MONDAY, KEPT, runner=runner) is Code.NOT_FOUND


# Clearing


def test_a_cleared_answer_leaves_the_item_unanswered_with_its_rows(
    runner: Runner, clock: MovedClock, daily_call: str
) -> None:
    write(runner, daily_call, MONDAY, MISSED)
    clock.forward(days=5)
    runner.do("Clear", answers.clear, daily_call, MONDAY)
    found = item(runner, daily_call, MONDAY)
    assert (found.outcome, [row.value for row in found.earlier]) == (Outcome.UNANSWERED, [MISSED, TAKEN_BACK])


def test_there_is_nothing_to_clear_without_an_answer(runner: Runner, daily_call: str) -> None:
    assert refused(answers.clear, daily_call, MONDAY, runner=runner) is Code.NOT_DUE
    write(runner, daily_call, MONDAY)
    runner.do("Clear", answers.clear, daily_call, MONDAY)
    assert refused(answers.clear, daily_call, MONDAY, runner=runner) is Code.NOT_DUE


def test_taking_one_row_back_says_again_what_held_before(runner: Runner, daily_call: str) -> None:
    write(runner, daily_call, MONDAY, MISSED)
    second = write(runner, daily_call, MONDAY, KEPT)
    assert runner.do("Undo", answers.take_back_row, second).result.value is MISSED


def test_the_first_row_taken_back_leaves_nothing(runner: Runner, daily_call: str) -> None:
    first = write(runner, daily_call, MONDAY)
    assert runner.do("Undo", answers.take_back_row, first).result.value is TAKEN_BACK
    assert refused(answers.take_back_row, first, runner=runner) is Code.CHANGED_SINCE


# A clock that was set back


def test_a_clock_set_back_is_noted_with_the_answer(runner: Runner, clock: MovedClock, daily_call: str) -> None:
    clock.forward(days=2)
    write(runner, daily_call, MONDAY)
    clock.forward(minutes=-90, seconds=-30)
    assert write(runner, daily_call, MONDAY, PARTLY).clock_behind == 90


def test_entries_are_ordered_by_sequence_when_the_clock_was_set_back(
    runner: Runner, clock: MovedClock, daily_call: str
) -> None:
    clock.forward(days=5)
    write(runner, daily_call, MONDAY, MISSED)
    clock.forward(days=-5)
    write(runner, daily_call, MONDAY, KEPT)
    found = item(runner, daily_call, MONDAY)
    assert found.outcome is Outcome.KEPT
    assert [row.value for row in found.earlier] == [MISSED], "the miss of a closed day stays readable"


def test_many_entries_after_a_clock_was_set_back_do_not_wear_its_note_away(
    runner: Runner, clock: MovedClock, daily_call: str
) -> None:
    write(runner, daily_call, MONDAY)
    clock.forward(minutes=-60)
    noted = []
    for number in range(20):
        clock.forward(seconds=10)
        noted.append(write(runner, daily_call, MONDAY, (PARTLY, KEPT)[number % 2]).clock_behind)
    assert noted == [59] * 6 + [58] * 6 + [57] * 6 + [56] * 2, "it grows less only as the clock goes on"


def test_a_clock_that_caught_up_is_not_behind_any_more(runner: Runner, clock: MovedClock, daily_call: str) -> None:
    write(runner, daily_call, MONDAY)
    clock.forward(minutes=-60)
    assert write(runner, daily_call, MONDAY, MISSED).clock_behind == 60
    clock.forward(minutes=60)
    assert write(runner, daily_call, MONDAY).clock_behind == 0


def test_a_journey_to_another_zone_sets_no_clock_back(runner: Runner, clock: MovedClock, daily_call: str) -> None:
    write(runner, daily_call, MONDAY)
    clock.forward(minutes=-6 * 60 + 5)  # the wall clock six hours earlier, five minutes later
    clock.utc_offset -= 6 * 60
    assert write(runner, daily_call, MONDAY, MISSED).clock_behind == 0


# Done-days


def test_each_done_day_adds_one_and_the_nth_makes_the_item_kept(runner: Runner, clock: MovedClock, thrice: str) -> None:
    for day, done, outcome in [
        ("05-04", 1, Outcome.OPEN),
        ("05-06", 2, Outcome.OPEN),
        ("05-09", 3, Outcome.KEPT),
        ("05-10", 4, Outcome.KEPT),
    ]:
        clock.go_to(on(day))
        mark_done(runner, thrice, on(day))
        found = item(runner, thrice, SUNDAY)
        assert (found.done, found.times, found.outcome) == (done, 3, outcome)


def test_a_day_is_done_once(runner: Runner, thrice: str) -> None:
    mark_done(runner, thrice, MONDAY)
    assert refused(answers.mark_done, thrice, MONDAY, runner=runner) is Code.NOT_DUE


def test_no_day_to_come_is_done(runner: Runner, thrice: str) -> None:
    assert refused(answers.mark_done, thrice, MONDAY + DAY, runner=runner) is Code.FUTURE_DAY


def test_only_n_times_a_period_has_done_days(runner: Runner, daily_call: str) -> None:
    assert refused(answers.mark_done, daily_call, MONDAY, runner=runner) is Code.NOT_DUE
    assert refused(answers.take_back_done, daily_call, MONDAY, runner=runner) is Code.NOT_DUE


def test_a_done_day_taken_back_leaves_the_running_item_open_again(
    runner: Runner, clock: MovedClock, thrice: str
) -> None:
    for days in range(4):
        mark_done(runner, thrice, MONDAY + days * DAY)
        clock.forward(days=1)
    runner.do("Back", answers.take_back_done, thrice, MONDAY)
    assert item(runner, thrice, SUNDAY).outcome is Outcome.KEPT, "three are left"
    runner.do("Back", answers.take_back_done, thrice, on("05-05"))
    found = item(runner, thrice, SUNDAY)
    assert (found.outcome, found.done) == (Outcome.OPEN, 2)
    mark_done(runner, thrice, MONDAY)
    assert item(runner, thrice, SUNDAY).outcome is Outcome.KEPT


def test_a_done_day_may_be_taken_back_on_the_last_day_of_its_period(
    runner: Runner, clock: MovedClock, thrice: str
) -> None:
    for day in (MONDAY, on("05-05"), SUNDAY):
        clock.go_to(day)
        mark_done(runner, thrice, day)
    runner.do("Back", answers.take_back_done, thrice, SUNDAY)
    assert item(runner, thrice, SUNDAY).outcome is Outcome.OPEN


def test_a_running_period_is_not_answered_before_its_last_day_has_passed(
    runner: Runner, clock: MovedClock, thrice: str
) -> None:
    for day in (MONDAY, SUNDAY):
        clock.go_to(day)
        for value in (KEPT, PARTLY, MISSED, Value.NOT_APPLICABLE):
            assert refused(answers.write, thrice, SUNDAY, value, runner=runner) is Code.PERIOD_RUNS


@pytest.mark.parametrize("value", [KEPT, PARTLY, MISSED, Value.NOT_APPLICABLE])
def test_after_its_last_day_a_period_asks_for_any_answer(
    runner: Runner, clock: MovedClock, thrice: str, value: Value
) -> None:
    clock.go_to(SUNDAY + DAY)
    write(runner, thrice, SUNDAY, value)
    found = item(runner, thrice, SUNDAY)
    assert (found.outcome.value, found.late_by) == (value.value, 0)


def test_a_period_nobody_answered_closes_with_its_done_days_readable(
    runner: Runner, clock: MovedClock, thrice: str
) -> None:
    mark_done(runner, thrice, MONDAY)
    clock.go_to(SUNDAY + 2 * DAY)
    found = item(runner, thrice, SUNDAY)
    assert (found.outcome, found.done) == (Outcome.UNANSWERED, 1)
    assert record(runner).counts == Counts(unanswered=1)


def test_a_done_day_added_later_does_not_change_an_answer_that_was_given(
    runner: Runner, clock: MovedClock, thrice: str
) -> None:
    mark_done(runner, thrice, MONDAY)
    clock.go_to(SUNDAY)
    mark_done(runner, thrice, SUNDAY)
    clock.go_to(SUNDAY + DAY)
    write(runner, thrice, SUNDAY, MISSED)
    mark_done(runner, thrice, on("05-06"))
    found = item(runner, thrice, SUNDAY)
    assert (found.outcome, found.done) == (Outcome.MISSED, 3)


def test_a_done_day_taken_back_after_the_period_leaves_the_answer(
    runner: Runner, clock: MovedClock, thrice: str
) -> None:
    for days in range(3):
        clock.go_to(MONDAY + days * DAY)
        mark_done(runner, thrice, MONDAY + days * DAY)
    clock.go_to(SUNDAY + DAY)
    runner.do("Back", answers.take_back_done, thrice, MONDAY)
    found = item(runner, thrice, SUNDAY)
    assert (found.outcome, found.done) == (Outcome.KEPT, 2)


def test_a_period_that_does_not_count_has_no_done_days(runner: Runner, clock: MovedClock) -> None:
    clock.go_to(on("05-08"))
    from_friday = promise(runner, times_a(Unit.WEEK, 3)).id
    assert refused(answers.mark_done, from_friday, on("05-08"), runner=runner) is Code.NOT_DUE
    clock.go_to(on("05-11"))
    mark_done(runner, from_friday, on("05-11"))


# Telling


def test_a_miss_is_told_with_its_day_and_time(runner: Runner, clock: MovedClock, daily_call: str) -> None:
    write(runner, daily_call, MONDAY, MISSED)
    clock.go_to(MONDAY + DAY)
    runner.do("Tell", answers.tell, daily_call, MONDAY, How.TOLD_FIRST, MONDAY, 20 * 60 + 15)
    (miss,) = record(runner).misses
    assert (miss.how, miss.time) == (How.TOLD_FIRST, (0, 135))


def test_the_time_to_telling_is_typed_and_not_taken_from_the_entry(
    runner: Runner, clock: MovedClock, daily_call: str
) -> None:
    write(runner, daily_call, MONDAY, MISSED)
    clock.go_to(MONDAY + 9 * DAY)
    runner.do("Tell", answers.tell, daily_call, MONDAY, How.WHEN_ASKED)
    (miss,) = record(runner).misses
    assert (miss.how, miss.time) == (How.WHEN_ASKED, None)


def test_not_told_yet_may_change_later_each_time_with_its_date(
    runner: Runner, clock: MovedClock, daily_call: str
) -> None:
    write(runner, daily_call, MONDAY, MISSED)
    runner.do("Tell", answers.tell, daily_call, MONDAY, How.NOT_YET)
    clock.go_to(MONDAY + 3 * DAY)
    runner.do("Tell", answers.tell, daily_call, MONDAY, How.FOUND_OUT, MONDAY + 2 * DAY)
    (miss,) = record(runner).misses
    assert (miss.how, miss.time) == (How.FOUND_OUT, (2, None))
    assert [(change.how, change.written_on) for change in miss.changes] == [
        (How.NOT_YET, MONDAY),
        (How.FOUND_OUT, MONDAY + 3 * DAY),
    ]


def test_a_telling_gets_its_day_and_time_in_the_same_sitting(runner: Runner, daily_call: str) -> None:
    write(runner, daily_call, MONDAY, MISSED)
    first = runner.do("Tell", answers.tell, daily_call, MONDAY, How.TOLD_FIRST).result
    runner.do("Tell", answers.tell, daily_call, MONDAY, How.TOLD_FIRST, MONDAY, 18 * 60 + 25, completes=first.seq)
    (telling,) = history(runner, daily_call).tellings
    assert (telling.seq, telling.told_on, telling.told_minute) == (first.seq, MONDAY, 18 * 60 + 25)


def test_a_telling_is_completed_by_its_own_miss_only(runner: Runner, clock: MovedClock, daily_call: str) -> None:
    write(runner, daily_call, MONDAY, MISSED)
    first = runner.do("Tell", answers.tell, daily_call, MONDAY, How.TOLD_FIRST).result
    tuesday = MONDAY + DAY
    clock.go_to(tuesday)
    write(runner, daily_call, tuesday, MISSED)
    for seq in (first.seq, 999):
        with pytest.raises(RuleError) as caught:
            runner.do("Tell", answers.tell, daily_call, tuesday, How.FOUND_OUT, completes=seq)
        assert caught.value.code is Code.NOT_FOUND
    assert [telling.how for telling in history(runner, daily_call).tellings] == [How.TOLD_FIRST]


@pytest.mark.parametrize("how", [How.NOT_YET, How.NOT_WELCOME])
def test_what_is_not_told_keeps_no_day_of_telling(runner: Runner, daily_call: str, how: How) -> None:
    write(runner, daily_call, MONDAY, MISSED)
    told = runner.do("Tell", answers.tell, daily_call, MONDAY, how, MONDAY, 18 * 60).result
    assert (told.told_on, told.told_minute) == (None, None)


def test_only_a_miss_is_told(runner: Runner, daily_call: str) -> None:
    assert refused(answers.tell, daily_call, MONDAY, How.TOLD_FIRST, runner=runner) is Code.NOT_MISSED
    write(runner, daily_call, MONDAY, PARTLY)
    assert refused(answers.tell, daily_call, MONDAY, How.TOLD_FIRST, runner=runner) is Code.NOT_MISSED


def test_nothing_was_told_on_a_day_to_come(runner: Runner, clock: MovedClock, daily_call: str) -> None:
    write(runner, daily_call, MONDAY, MISSED)
    tomorrow = MONDAY + DAY
    assert refused(answers.tell, daily_call, MONDAY, How.TOLD_FIRST, tomorrow, runner=runner) is Code.FUTURE_DAY
    clock.go_to(tomorrow, "01:00")  # still Monday's promise day, but the calendar says Tuesday
    runner.do("Tell", answers.tell, daily_call, MONDAY, How.TOLD_FIRST, tomorrow, 30)


@pytest.mark.parametrize("day", [date.min, date(1969, 12, 31)])
def test_nothing_was_told_before_a_plan_can_hold_days(runner: Runner, daily_call: str, day: date) -> None:
    write(runner, daily_call, MONDAY, MISSED)
    assert refused(answers.tell, daily_call, MONDAY, How.TOLD_FIRST, day, runner=runner) is Code.DATE_IMPOSSIBLE


def test_missed_changed_to_kept_hides_the_telling_and_missed_again_shows_it(
    runner: Runner, clock: MovedClock, daily_call: str
) -> None:
    write(runner, daily_call, MONDAY, MISSED)
    runner.do("Tell", answers.tell, daily_call, MONDAY, How.TOLD_FIRST)
    clock.forward(days=4)
    write(runner, daily_call, MONDAY, KEPT)
    assert record(runner).misses == ()
    write(runner, daily_call, MONDAY, MISSED)
    assert [miss.how for miss in record(runner).misses] == [How.TOLD_FIRST]


# The steps after a miss


def steps(runner: Runner, commitment_id: str) -> MissReview:
    found = runner.vault.read(miss_review, commitment_id, MONDAY)
    assert found is not None
    return found


def test_each_step_is_written_alone_and_leaves_the_others(runner: Runner, daily_call: str) -> None:
    write(runner, daily_call, MONDAY, MISSED)
    runner.do("Step", answers.review_miss, daily_call, MONDAY, facts="I stayed out", last_moment="at ten")
    runner.do("Step", answers.review_miss, daily_call, MONDAY, likelier=frozenset({"tired", "alone"}))
    runner.do("Step", answers.review_miss, daily_call, MONDAY, repair="Ring at six", cost="an evening")
    runner.do("Step", answers.review_miss, daily_call, MONDAY, adjust=Adjust.SHRINK, sureness=6)
    found = steps(runner, daily_call)
    assert (found.facts, found.last_moment, found.likelier) == ("I stayed out", "at ten", "alone tired")
    assert (found.repair, found.cost, found.adjust, found.sureness) == (
        "Ring at six",
        "an evening",
        Adjust.SHRINK,
        6,
    )


def test_a_step_can_be_emptied_again(runner: Runner, daily_call: str) -> None:
    write(runner, daily_call, MONDAY, MISSED)
    runner.do("Step", answers.review_miss, daily_call, MONDAY, facts="I stayed out", likelier=frozenset({"tired"}))
    runner.do("Step", answers.review_miss, daily_call, MONDAY, facts="", likelier=frozenset())
    assert (steps(runner, daily_call).facts, steps(runner, daily_call).likelier) == ("", "")


def test_only_a_miss_has_these_steps(runner: Runner, daily_call: str) -> None:
    write(runner, daily_call, MONDAY, KEPT)
    steps_of_a_miss: list[tuple[Callable[..., Any], tuple[Any, ...]]] = [
        (answers.review_miss, ()),
        (answers.plan_repair, (MONDAY,)),
        (answers.mark_repaired, (MONDAY,)),
    ]
    for action, given in steps_of_a_miss:
        assert refused(action, daily_call, MONDAY, *given, runner=runner) is Code.NOT_MISSED


def test_a_repair_is_promised_and_done_and_the_miss_stays(runner: Runner, clock: MovedClock, daily_call: str) -> None:
    write(runner, daily_call, MONDAY, MISSED)
    runner.do("Plan", answers.plan_repair, daily_call, MONDAY, on("05-06"))
    tomorrow = MONDAY + DAY
    assert refused(answers.mark_repaired, daily_call, MONDAY, tomorrow, runner=runner) is Code.FUTURE_DAY
    clock.go_to(tomorrow)
    runner.do("Done", answers.mark_repaired, daily_call, MONDAY, tomorrow)
    found = steps(runner, daily_call)
    assert (found.repair_by, found.repair_done_on) == (on("05-06"), tomorrow)
    assert item(runner, daily_call, MONDAY).outcome is Outcome.MISSED
    runner.do("Not done", answers.mark_repaired, daily_call, MONDAY, None)
    runner.do("No day", answers.plan_repair, daily_call, MONDAY, None)
    assert (steps(runner, daily_call).repair_by, steps(runner, daily_call).repair_done_on) == (None, None)


def test_a_repair_is_promised_for_a_day_a_plan_can_hold(runner: Runner, daily_call: str) -> None:
    write(runner, daily_call, MONDAY, MISSED)
    assert refused(answers.plan_repair, daily_call, MONDAY, date.max, runner=runner) is Code.DATE_IMPOSSIBLE
