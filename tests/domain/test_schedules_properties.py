"""The six shapes against `dateutil.rrule`, over decades, leap years, month ends and clock changes."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil import rrule
from hypothesis import given, settings
from hypothesis import strategies as st

from trustplanner.domain.days import FIRST_DAY_START, promise_day
from trustplanner.domain.schedule_text import from_text, to_text
from trustplanner.domain.schedules import (
    Schedule,
    Shape,
    Unit,
    compile_due,
    daily,
    due_days,
    every,
    is_due,
    item_span,
    keeps_every_due_day,
    next_dates,
    on_month_day,
    on_weekdays,
    once,
    period_of,
    periods_between,
    times_a,
)

DAY = timedelta(days=1)
ALL_MONTH_ENDS = (date(1895, 1, 1), date(2105, 1, 1))  # with 1900, 2000 and 2100

anchors = st.dates(date(1970, 1, 1), date(2199, 12, 31))
by_day = st.one_of(
    st.builds(daily),
    st.builds(on_weekdays, st.sets(st.integers(0, 6), min_size=1)),
    st.builds(every, st.integers(1, 366), st.just(Unit.DAY), anchors),
    st.builds(every, st.integers(1, 52), st.just(Unit.WEEK), anchors),
    st.builds(on_month_day, st.integers(1, 31)),
)
by_period = st.one_of(
    st.builds(times_a, st.just(Unit.WEEK), st.integers(1, 7)),
    st.builds(times_a, st.just(Unit.MONTH), st.integers(1, 28)),
)
schedules = st.one_of(by_day, by_period, st.builds(once, anchors))
first_days = st.dates(date(1890, 1, 1), date(2199, 12, 31))
spans = st.integers(0, 30 * 366)  # decades


def rule(schedule: Schedule, first: date, last: date) -> rrule.rrule:
    """The same schedule as a recurrence rule, from `first` (or its anchor) to `last`."""
    begin = datetime.combine(schedule.anchor or first, time())
    until = datetime.combine(last, time())
    weekly = schedule.unit is Unit.WEEK
    match schedule.shape:
        case Shape.DAILY:
            return rrule.rrule(rrule.DAILY, dtstart=begin, until=until)
        case Shape.WEEKDAYS:
            return rrule.rrule(rrule.WEEKLY, byweekday=schedule.weekdays, dtstart=begin, until=until)
        case Shape.EVERY:
            unit = rrule.WEEKLY if weekly else rrule.DAILY
            return rrule.rrule(unit, interval=schedule.every, dtstart=begin, until=until)
        case Shape.TIMES if weekly:
            return rrule.rrule(rrule.WEEKLY, byweekday=rrule.SU, dtstart=begin, until=until)
        case Shape.TIMES:
            return rrule.rrule(rrule.MONTHLY, bymonthday=-1, dtstart=begin, until=until)
        case Shape.MONTH_DAY:
            # Plain BYMONTHDAY=31 leaves out the shorter months; the last of 28 to 31 that exists does not.
            days = range(min(28, schedule.month_day), schedule.month_day + 1)
            return rrule.rrule(rrule.MONTHLY, bymonthday=days, bysetpos=-1, dtstart=begin, until=until)
        case Shape.ONCE:
            return rrule.rrule(rrule.DAILY, count=1, dtstart=begin)


def expected(schedule: Schedule, first: date, last: date) -> list[date]:
    return [found.date() for found in rule(schedule, first, last) if first <= found.date() <= last]


@settings(deadline=None, max_examples=150)
@given(schedules, first_days, spans)
def test_due_days_agree_with_the_recurrence_rule_over_decades(schedule: Schedule, first: date, length: int) -> None:
    last = first + length * DAY
    assert due_days(schedule, first, last) == expected(schedule, first, last)


@pytest.mark.parametrize("wanted", range(1, 32))
def test_every_day_of_the_month_agrees_with_the_rule_over_two_centuries(wanted: int) -> None:
    assert due_days(on_month_day(wanted), *ALL_MONTH_ENDS) == expected(on_month_day(wanted), *ALL_MONTH_ENDS)


@pytest.mark.parametrize("unit", [Unit.WEEK, Unit.MONTH])
def test_the_last_days_of_periods_agree_with_the_rule_over_two_centuries(unit: Unit) -> None:
    assert due_days(times_a(unit, 3), *ALL_MONTH_ENDS) == expected(times_a(unit, 3), *ALL_MONTH_ENDS)


@settings(deadline=None)
@given(schedules, first_days, st.integers(0, 800))
def test_asking_day_by_day_gives_the_listed_due_days(schedule: Schedule, first: date, length: int) -> None:
    last = first + length * DAY
    between = [first + offset * DAY for offset in range(length + 1)]
    due = compile_due(schedule)
    assert [day for day in between if due(day.toordinal())] == due_days(schedule, first, last)
    assert is_due(schedule, last) == due(last.toordinal())


@settings(deadline=None)
@given(schedules, first_days, st.integers(0, 8))
def test_the_next_dates_are_the_first_due_days_of_the_future(schedule: Schedule, after: date, count: int) -> None:
    coming = next_dates(schedule, after, count)
    assert len(coming) <= (1 if schedule.shape is Shape.ONCE else count)
    horizon = coming[-1] if len(coming) == count and coming else date(2300, 1, 1)
    assert coming == due_days(schedule, after + DAY, horizon)[:count]


@settings(deadline=None)
@given(schedules)
def test_the_notation_is_read_back_as_it_was_written(schedule: Schedule) -> None:
    assert from_text(to_text(schedule)) == schedule


@settings(deadline=None)
@given(by_period, first_days, st.integers(0, 400))
def test_periods_cover_every_day_once_and_end_on_their_due_day(schedule: Schedule, first: date, length: int) -> None:
    last = first + length * DAY
    periods = periods_between(schedule, first, last)
    covered = [day for period in periods for day in range(period.first.toordinal(), period.last.toordinal() + 1)]
    assert covered == list(range(periods[0].first.toordinal(), periods[-1].last.toordinal() + 1))
    assert periods[0].first <= first <= periods[0].last
    assert periods[-1].first <= last <= periods[-1].last
    assert due_days(schedule, periods[0].first, periods[-1].last) == [period.last for period in periods]
    for period in periods:
        assert period_of(schedule, period.first) == period_of(schedule, period.last) == period
        assert item_span(schedule, period.last, first) == period


@settings(deadline=None, max_examples=200)
@given(by_day, by_day, first_days)
def test_a_schedule_kept_beyond_doubt_has_all_due_days_of_the_old_one(
    old: Schedule, new: Schedule, first: date
) -> None:
    last = first + 365 * DAY
    before, after = set(expected(old, first, last)), set(expected(new, first, last))
    assert keeps_every_due_day(old, new, first) == (old == new or (bool(before) and before <= after))


@pytest.mark.parametrize(
    ("zone", "change"),
    [
        ("Europe/Berlin", "2026-03-29"),
        ("Europe/Berlin", "2026-10-25"),
        ("America/Sao_Paulo", "2018-02-18"),
        ("Australia/Lord_Howe", "2026-04-05"),
        ("Pacific/Apia", "2011-12-30"),
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "daily",
        "weekdays:0,5,6",
        "every:2:day:2010-01-01",
        "times:3:week",
        "times:3:month",
        "monthday:31",
        "once:2026-10-25",
    ],
)
def test_lived_through_a_clock_change_each_due_day_comes_once_and_in_order(text: str, zone: str, change: str) -> None:
    schedule = from_text(text)
    middle = datetime.fromisoformat(change).replace(tzinfo=UTC)
    quarters = [middle + timedelta(minutes=15) * step for step in range(-96 * 9, 96 * 9)]
    walls = [moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None) for moment in quarters]
    lived = list(dict.fromkeys(promise_day(wall, FIRST_DAY_START) for wall in walls))
    due = compile_due(schedule)
    assert [day for day in lived if due(day.toordinal())] == expected(schedule, lived[0], lived[-1])
