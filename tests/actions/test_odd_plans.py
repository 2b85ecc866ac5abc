"""Schedules that hardly ever ask for anything, and two hundred commitments at once."""

from datetime import date, timedelta

import pytest

from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from trustplanner.actions import answers, pauses
from trustplanner.actions.runner import Runner
from trustplanner.domain.answers import Value
from trustplanner.domain.commitments import Commitment, Reason
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.follow_through import follow_through
from trustplanner.domain.record import CommitmentRecord, Counts, build_record
from trustplanner.domain.schedules import Schedule, Unit, every, on_month_day, once
from trustplanner.domain.today import DayView, coming_commitments, day_view
from trustplanner.storage.queries.commitments import histories

DAY = timedelta(days=1)
IN_MAY = [MONDAY + number * DAY for number in range(28)]


def view(runner: Runner, day: date) -> DayView:
    return day_view(runner.vault.read(histories), day, runner.now().today)


def record(runner: Runner) -> CommitmentRecord:
    [found] = build_record(runner.vault.read(histories), runner.now().today).commitments
    return found


def nothing_is_asked(runner: Runner, clock: MovedClock, made: Commitment) -> None:
    """Four weeks of evenings on which there is nothing to answer, and no figure is made of that."""
    for day in IN_MAY:
        clock.go_to(day)
        assert view(runner, day).rows == ()
        with pytest.raises(RuleError) as refused:
            runner.do("Answer", answers.write, made.id, day, Value.KEPT)
        assert refused.value.code in (Code.NOT_DUE, Code.FUTURE_DAY)
    found = record(runner)
    assert (found.counts, found.items, found.range_points) == (Counts(), (), ())
    [history] = runner.vault.read(histories)
    share = follow_through(history, runner.now().today)
    assert share is None or share.counts == Counts()


@pytest.mark.parametrize(
    ("schedule", "first"),
    [(every(52, Unit.WEEK, date(2027, 5, 3)), date(2027, 5, 3)), (every(366, Unit.DAY, on("07-01")), on("07-01"))],
)
def test_what_is_asked_for_once_a_year_says_when_it_begins(
    runner: Runner, clock: MovedClock, schedule: Schedule, first: date
) -> None:
    made = promise(runner, schedule)
    nothing_is_asked(runner, clock, made)
    assert coming_commitments(runner.vault.read(histories), runner.now().today) == [(made, first)]


def test_a_once_that_falls_into_a_pause_is_asked_for_no_more(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner, once(on("05-06")))
    runner.do("Pause", pauses.pause, made.id, MONDAY, on("05-31"), reason=Reason.ILLNESS)
    nothing_is_asked(runner, clock, made)
    assert [row.commitment for row in view(runner, runner.now().today).paused] == [made]


def test_a_schedule_that_is_impossible_cannot_be_made() -> None:
    for count, unit in ((400, Unit.WEEK), (0, Unit.DAY), (367, Unit.DAY)):
        with pytest.raises(RuleError) as refused:
            every(count, unit, MONDAY)
        assert refused.value.code is Code.SCHEDULE_IMPOSSIBLE


def test_the_31st_is_asked_for_on_the_last_day_of_a_shorter_month(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner, on_month_day(31))
    for day in (on("05-31"), on("06-30"), date(2027, 2, 28)):
        clock.go_to(day)
        assert [row.item.day for row in view(runner, day).rows] == [day]
        runner.do("Answer", answers.write, made.id, day, Value.KEPT)
    assert record(runner).counts == Counts(kept=3, unanswered=7)
