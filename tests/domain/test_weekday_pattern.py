"""The weekday pattern: counts over twelve weeks, for shapes judged by single days."""

import pytest

from tests.builders import a_history, a_pause, on, row, some_terms
from tests.domain.histories import DAY
from trustplanner.domain.answers import Value
from trustplanner.domain.record import Counts
from trustplanner.domain.schedules import Schedule, Unit, daily, every, on_month_day, on_weekdays, once, times_a
from trustplanner.domain.weekday_pattern import weekday_pattern

TODAY = on("05-31")  # a Sunday
FIRST = on("03-09")  # the Monday twelve weeks before


def test_each_weekday_has_its_own_counts_over_twelve_weeks() -> None:
    days = [FIRST + at * DAY for at in range(-7, 84)]
    answers = [row(day, Value.MISSED if day.weekday() == 3 else Value.KEPT) for day in days]
    found = weekday_pattern(a_history(some_terms(daily(), days[0]), answers), TODAY)
    assert [each.weekday for each in found] == list(range(7))
    assert found[3].counts == Counts(missed=12)
    assert found[0].counts == Counts(kept=12)


def test_under_five_due_there_is_too_little_to_say() -> None:
    answers = [row(FIRST + 7 * at * DAY, Value.KEPT) for at in range(5)]
    pauses = [a_pause(FIRST + 29 * DAY, TODAY)]
    found = weekday_pattern(a_history(some_terms(on_weekdays([0, 1]), FIRST), answers, pauses), TODAY)
    assert [each.is_enough for each in found] == [True, False, False, False, False, False, False]
    assert found[1].counts == Counts(unanswered=4)
    assert found[2].counts == Counts()


@pytest.mark.parametrize(
    "schedule",
    [times_a(Unit.WEEK, 2), times_a(Unit.MONTH, 3), on_month_day(3), once(on("06-01")), every(2, Unit.WEEK, FIRST)],
)
def test_other_shapes_have_no_weekdays(schedule: Schedule) -> None:
    assert weekday_pattern(a_history(some_terms(schedule, FIRST)), TODAY) == ()


def test_a_shape_of_days_has_them() -> None:
    assert len(weekday_pattern(a_history(some_terms(every(3, Unit.DAY, FIRST), FIRST)), TODAY)) == 7


def test_periods_of_earlier_terms_are_no_days() -> None:
    terms = [some_terms(times_a(Unit.WEEK, 1), FIRST), some_terms(daily(), on("05-25"), seq=2)]
    answers = [row(FIRST + 6 * DAY, Value.MISSED)]
    found = weekday_pattern(a_history(terms, answers), TODAY)
    assert sum((each.counts for each in found), Counts()).missed == 0
