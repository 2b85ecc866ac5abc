"""Changing terms with and without notice, and taking a change back."""

from dataclasses import replace

import pytest

from tests.actions.promised import (
    AGREES,
    DAY,
    SUNDAYS,
    WEEK,
    asked,
    change,
    coming,
    record,
    refused,
    rows,
    stance,
    worded,
)
from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from trustplanner.actions import answers, commitments
from trustplanner.actions.runner import Runner
from trustplanner.actions.terms import Wording, change_terms, take_back_pending
from trustplanner.actions.views import noted
from trustplanner.domain.answers import Value
from trustplanner.domain.commitments import Direction, Reason, Stance, settled
from trustplanner.domain.errors import Code
from trustplanner.domain.schedules import Schedule, Unit, daily, on_weekdays, once, times_a
from trustplanner.storage.queries.commitments import (
    every_commitment,
)
from trustplanner.storage.queries.views import views_about


def test_tightening_counts_today_and_is_not_asked_about(runner: Runner) -> None:
    made = promise(runner, SUNDAYS)
    changed = change(runner, made.id, worded(daily()), said_to_be=Direction.EASIER)
    assert changed is not None
    assert (changed.direction, changed.starts_on) == (Direction.STRICTER, MONDAY)


def test_no_answer_means_easier_and_waits_seven_days(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    changed = change(runner, made.id, worded(SUNDAYS), heard=AGREES)
    assert changed is not None
    assert (changed.direction, changed.starts_on) == (Direction.EASIER, MONDAY + WEEK)
    assert noted(runner.vault.read(views_about, changed)) == AGREES
    clock.go_to(MONDAY + 6 * DAY)
    assert len(asked(runner, made.id)) == 7, "the old terms count meanwhile"
    clock.go_to(MONDAY + 9 * DAY)
    assert len(asked(runner, made.id)) == 7, "the new terms ask for Sundays"


@pytest.mark.parametrize("said", [Direction.WORDING, Direction.STRICTER])
def test_what_the_person_calls_stricter_or_only_the_wording_counts_today(runner: Runner, said: Direction) -> None:
    made = promise(runner)
    changed = change(runner, made.id, worded(will="I will ring when I am late"), said_to_be=said)
    assert changed is not None
    assert (changed.direction, changed.starts_on) == (said, MONDAY)


@pytest.mark.parametrize("wording", [worded(SUNDAYS), worded(daily(), at_minute=20 * 60)])
def test_another_schedule_or_time_is_never_only_the_wording(runner: Runner, wording: Wording) -> None:
    made = promise(runner, at_minute=18 * 60)
    changed = change(runner, made.id, wording, said_to_be=Direction.WORDING)
    assert changed is not None
    assert (changed.direction, changed.starts_on) == (Direction.EASIER, MONDAY + WEEK)


@pytest.mark.parametrize("schedule", [SUNDAYS, times_a(Unit.WEEK, 6), once(on("05-20"))])
def test_no_change_takes_todays_unanswered_item_away(runner: Runner, clock: MovedClock, schedule: Schedule) -> None:
    made = promise(runner)
    changed = change(runner, made.id, worded(schedule), said_to_be=Direction.STRICTER)
    assert changed is not None
    assert changed.starts_on > MONDAY
    assert [item.day for item in asked(runner, made.id)] == [MONDAY]
    clock.go_to(MONDAY + 2 * DAY)
    assert MONDAY in [item.day for item in asked(runner, made.id)], "it stays due when its day has closed"


def test_after_todays_answer_what_is_called_stricter_counts_today(runner: Runner) -> None:
    made = promise(runner)
    runner.do("Answer", answers.write, made.id, MONDAY, Value.MISSED)
    changed = change(runner, made.id, worded(SUNDAYS), said_to_be=Direction.STRICTER)
    assert changed is not None
    assert changed.starts_on == MONDAY
    assert [item.day for item in asked(runner, made.id)] == [MONDAY], "the miss stays"


@pytest.mark.parametrize("reason", [Reason.ILLNESS, Reason.DANGER, Reason.THEIR_WISH])
def test_their_wish_illness_and_danger_ease_at_once(runner: Runner, reason: Reason) -> None:
    made = promise(runner)
    changed = change(runner, made.id, worded(SUNDAYS), reason=reason)
    assert changed is not None
    assert (changed.starts_on, changed.reason) == (MONDAY, reason)


def test_a_time_moved_past_midnight_is_not_stricter(runner: Runner) -> None:
    """From eleven in the evening to one at night is two hours later."""
    made = promise(runner, at_minute=23 * 60)
    changed = change(runner, made.id, worded(at_minute=60))
    assert changed is not None
    assert (changed.direction, changed.starts_on) == (Direction.EASIER, MONDAY + WEEK)


def test_a_change_of_nothing_writes_nothing(runner: Runner) -> None:
    made = promise(runner)
    done = runner.do("Change", change_terms, made.id, worded(will="I will call when I am late  "))
    assert done.result is None
    assert done.change.is_empty


def test_a_pending_change_is_replaced_by_the_next_one(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    first = change(runner, made.id, worded(SUNDAYS))
    clock.forward(days=3)
    second = change(runner, made.id, worded(on_weekdays([5, 6])))
    assert first is not None
    assert second is not None
    assert second.starts_on == MONDAY + 10 * DAY, "its notice begins anew"
    taken_back = [row for row in rows(runner, made.id) if row.taken_back_at is not None]
    assert [row.seq for row in taken_back] == [first.seq]
    assert coming(runner, made.id) == second


def test_changing_back_to_what_is_in_force_only_takes_the_pending_change_back(
    runner: Runner, clock: MovedClock
) -> None:
    made = promise(runner)
    change(runner, made.id, worded(SUNDAYS))
    clock.forward(days=3)
    assert change(runner, made.id, worded()) is None
    assert coming(runner, made.id) is None
    clock.forward(days=30)
    assert record(runner).commitments[0].changes == ()


def test_tightening_while_an_easing_is_pending_ends_it(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner, on_weekdays([0, 4]))
    change(runner, made.id, worded(SUNDAYS))
    tightened = change(runner, made.id, worded(daily()))
    assert coming(runner, made.id) is None
    assert settled(rows(runner, made.id), MONDAY) == tightened


def test_tightening_and_easing_on_one_day_keeps_the_tighter_terms_meanwhile(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner, SUNDAYS)
    tightened = change(runner, made.id, worded(daily()))
    eased = change(runner, made.id, worded(SUNDAYS))
    assert tightened is not None
    assert eased is not None
    assert (eased.direction, eased.starts_on) == (Direction.EASIER, MONDAY + WEEK)
    assert rows(runner, made.id)[1] == tightened, "it was not taken back"
    clock.go_to(MONDAY + 6 * DAY)
    assert len(asked(runner, made.id)) == 7


def test_each_of_three_active_ones_may_change_its_terms(runner: Runner) -> None:
    made = [promise(runner) for _ in range(3)]
    for each in made:
        change(runner, each.id, worded(SUNDAYS))
        runner.do("Back", take_back_pending, each.id)
        assert stance(runner, each.id) is Stance.ACTIVE


def test_terms_of_n_times_change_with_the_next_week(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner, times_a(Unit.WEEK, 2))
    clock.go_to(on("05-06"))
    changed = change(runner, made.id, worded(times_a(Unit.WEEK, 3)))
    assert changed is not None
    assert (changed.direction, changed.starts_on) == (Direction.STRICTER, on("05-11"))
    clock.go_to(on("05-18"))
    assert [(item.day, item.times) for item in asked(runner, made.id)] == [
        (on("05-10"), 2),
        (on("05-17"), 3),
        (on("05-24"), 3),
    ]


def test_terms_that_have_not_begun_change_without_notice(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner, starts_on=on("05-11"))
    changed = change(runner, made.id, worded(SUNDAYS))
    assert changed is not None
    assert changed.starts_on == on("05-11")
    clock.go_to(on("05-20"))
    assert [item.day for item in asked(runner, made.id)] == [on("05-17")]
    assert record(runner).commitments[0].changes == (), "nothing that ever counted was changed"


def test_waiting_terms_change_at_once_and_go_on_waiting(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner, waits=True)
    clock.forward(days=2)
    changed = change(runner, made.id, worded(SUNDAYS))
    assert changed is not None
    assert (changed.stance, changed.starts_on) == (Stance.WAITING, on("05-06"))


# Taking back


def test_a_loosening_can_be_taken_back_until_it_starts(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    change(runner, made.id, worded(SUNDAYS))
    clock.go_to(MONDAY + 6 * DAY)
    runner.do("Back", take_back_pending, made.id)
    clock.go_to(MONDAY + 20 * DAY)
    assert len(asked(runner, made.id)) == 21
    change(runner, made.id, worded(SUNDAYS))
    clock.forward(days=7)
    assert refused(runner, take_back_pending, made.id) is Code.ALREADY_STARTED


def test_first_terms_are_never_taken_back(runner: Runner) -> None:
    """A commitment without any terms would be nothing at all; one that never began is deleted instead."""
    made = promise(runner, starts_on=on("05-11"))
    assert refused(runner, take_back_pending, made.id) is Code.ALREADY_STARTED
    change(runner, made.id, worded(SUNDAYS))
    runner.do("Back", take_back_pending, made.id)
    assert refused(runner, take_back_pending, made.id) is Code.ALREADY_STARTED
    runner.do("Delete", commitments.delete, made.id)
    assert runner.vault.read(every_commitment) == ()


def test_all_of_what_is_to_come_is_taken_back_so_that_the_old_terms_go_on(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    first = change(runner, made.id, worded(SUNDAYS))
    assert first is not None
    with runner.vault.transaction() as unit:  # as an import writes it
        unit.put(replace(first, seq=None, starts_on=first.starts_on + DAY, stance=Stance.ENDED))
    runner.do("Back", take_back_pending, made.id)
    assert coming(runner, made.id) is None
    clock.forward(days=30)
    assert stance(runner, made.id) is Stance.ACTIVE
    assert len(asked(runner, made.id)) == 31
