"""The six shapes by hand: which days are due, the notation, periods, spans and comparisons."""

from datetime import date

import pytest

from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.schedule_text import from_text
from trustplanner.domain.schedules import (
    Period,
    Schedule,
    Shape,
    Unit,
    compile_due,
    daily,
    due_days,
    every,
    is_due,
    is_judged_by_day_at_least_weekly,
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

SATURDAY = date(2026, 5, 2)
TODAY = date(2026, 5, 6)  # a Wednesday

SHAPES = [
    "daily",
    "weekdays:0,1,4",
    "every:3:day:2026-05-02",
    "every:2:week:2026-05-02",
    "times:3:week",
    "times:10:month",
    "monthday:31",
    "once:2026-06-01",
]


def days_of(*texts: str) -> list[date]:
    return [date.fromisoformat(text) for text in texts]


# The six shapes


@pytest.mark.parametrize(
    ("text", "first", "last", "due"),
    [
        ("daily", "2028-02-28", "2028-03-01", ["2028-02-28", "2028-02-29", "2028-03-01"]),
        ("weekdays:0,4,6", "2026-05-02", "2026-05-10", ["2026-05-03", "2026-05-04", "2026-05-08", "2026-05-10"]),
        ("every:3:day:2026-05-02", "2026-04-20", "2026-05-09", ["2026-05-02", "2026-05-05", "2026-05-08"]),
        ("every:3:day:2026-05-02", "2026-05-06", "2026-05-12", ["2026-05-08", "2026-05-11"]),
        ("every:2:week:2026-05-02", "2026-04-01", "2026-05-31", ["2026-05-02", "2026-05-16", "2026-05-30"]),
        ("times:3:week", "2026-05-02", "2026-05-17", ["2026-05-03", "2026-05-10", "2026-05-17"]),
        ("times:3:month", "2026-01-31", "2026-03-30", ["2026-01-31", "2026-02-28"]),
        ("monthday:15", "2026-05-15", "2026-07-14", ["2026-05-15", "2026-06-15"]),
        ("monthday:31", "2026-01-31", "2026-04-30", ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]),
        ("monthday:30", "2028-01-30", "2028-03-30", ["2028-01-30", "2028-02-29", "2028-03-30"]),
        ("monthday:29", "2100-01-29", "2100-03-29", ["2100-01-29", "2100-02-28", "2100-03-29"]),
        ("monthday:29", "2000-02-01", "2000-02-29", ["2000-02-29"]),
        ("monthday:29", "1900-02-01", "1900-03-01", ["1900-02-28"]),
        ("monthday:1", "2025-12-31", "2026-01-02", ["2026-01-01"]),
        ("once:2026-06-01", "2026-05-01", "2026-07-01", ["2026-06-01"]),
        ("once:2026-06-01", "2026-06-02", "2026-07-01", []),
        ("daily", "2026-05-02", "2026-05-01", []),
        ("monthday:31", "2026-06-30", "2026-05-01", []),
    ],
)
def test_each_shape_is_due_on_its_days_and_no_others(text: str, first: str, last: str, due: list[str]) -> None:
    schedule = from_text(text)
    start, end = days_of(first, last)
    assert due_days(schedule, start, end) == days_of(*due)
    between = [date.fromordinal(day) for day in range(start.toordinal(), end.toordinal() + 1)]
    assert [day for day in between if is_due(schedule, day)] == days_of(*due)


@pytest.mark.parametrize("text", SHAPES)
def test_in_year_ten_the_same_days_are_due_as_in_a_short_window(text: str) -> None:
    schedule = from_text(text)
    due = compile_due(schedule)
    ten_years = due_days(schedule, SATURDAY, date(2036, 5, 2))
    assert [day for day in ten_years if day >= date(2036, 4, 1)] == due_days(
        schedule, date(2036, 4, 1), date(2036, 5, 2)
    )
    assert all(due(day.toordinal()) for day in ten_years)


# What cannot be


@pytest.mark.parametrize(
    "wrong",
    [
        {"shape": Shape.DAILY, "times": 1},
        {"shape": Shape.WEEKDAYS},
        {"shape": Shape.WEEKDAYS, "weekdays": (7,)},
        {"shape": Shape.WEEKDAYS, "weekdays": (-1, 3)},
        {"shape": Shape.WEEKDAYS, "weekdays": (3, 1)},
        {"shape": Shape.WEEKDAYS, "weekdays": (1, 1)},
        {"shape": Shape.EVERY, "every": 2, "unit": Unit.WEEK},
        {"shape": Shape.EVERY, "every": 0, "unit": Unit.DAY, "anchor": SATURDAY},
        {"shape": Shape.EVERY, "every": -2, "unit": Unit.DAY, "anchor": SATURDAY},
        {"shape": Shape.EVERY, "every": 2, "unit": Unit.MONTH, "anchor": SATURDAY},
        {"shape": Shape.EVERY, "every": 367, "unit": Unit.DAY, "anchor": SATURDAY},
        {"shape": Shape.EVERY, "every": 53, "unit": Unit.WEEK, "anchor": SATURDAY},
        {"shape": Shape.TIMES, "times": 8, "unit": Unit.WEEK},
        {"shape": Shape.TIMES, "times": 29, "unit": Unit.MONTH},
        {"shape": Shape.TIMES, "times": 2, "unit": Unit.DAY},
        {"shape": Shape.TIMES, "times": -1, "unit": Unit.WEEK},
        {"shape": Shape.TIMES, "unit": Unit.WEEK},
        {"shape": Shape.TIMES, "times": 2},
        {"shape": Shape.MONTH_DAY},
        {"shape": Shape.MONTH_DAY, "month_day": 32},
        {"shape": Shape.MONTH_DAY, "month_day": -1},
        {"shape": Shape.MONTH_DAY, "month_day": 3, "anchor": SATURDAY},
        {"shape": Shape.ONCE},
    ],
)
def test_an_impossible_schedule_cannot_be_made(wrong: dict[str, object]) -> None:
    with pytest.raises(RuleError) as refused:
        Schedule(**wrong)  # type: ignore[arg-type]  # the table mixes the fields of all shapes
    assert refused.value.code is Code.SCHEDULE_IMPOSSIBLE


@pytest.mark.parametrize("day", [date.min, date(1969, 12, 31), date(2200, 1, 1), date.max])
def test_a_schedule_cannot_hold_a_date_that_no_plan_can_hold(day: date) -> None:
    for make in (once, lambda day: every(2, Unit.WEEK, day)):
        with pytest.raises(RuleError) as refused:
            make(day)
        assert refused.value.code is Code.DATE_IMPOSSIBLE


def test_the_ends_of_each_range_are_possible() -> None:
    assert on_weekdays([6, 0, 6]).weekdays == (0, 6)
    assert on_weekdays(range(7)).weekdays == (0, 1, 2, 3, 4, 5, 6)
    assert every(366, Unit.DAY, date(1970, 1, 1)).every == 366
    assert every(52, Unit.WEEK, date(2199, 12, 31)).every == 52
    assert times_a(Unit.WEEK, 7).times == 7
    assert times_a(Unit.MONTH, 28).times == 28
    assert on_month_day(31).month_day == 31


# The next five dates


@pytest.mark.parametrize(
    ("text", "coming"),
    [
        ("daily", ["2026-05-07", "2026-05-08", "2026-05-09", "2026-05-10", "2026-05-11"]),
        ("weekdays:2,3", ["2026-05-07", "2026-05-13", "2026-05-14", "2026-05-20", "2026-05-21"]),
        ("every:4:day:2026-05-02", ["2026-05-10", "2026-05-14", "2026-05-18", "2026-05-22", "2026-05-26"]),
        ("every:52:week:2026-05-02", ["2027-05-01", "2028-04-29", "2029-04-28", "2030-04-27", "2031-04-26"]),
        ("times:3:week", ["2026-05-10", "2026-05-17", "2026-05-24", "2026-05-31", "2026-06-07"]),
        ("times:9:month", ["2026-05-31", "2026-06-30", "2026-07-31", "2026-08-31", "2026-09-30"]),
        ("monthday:6", ["2026-06-06", "2026-07-06", "2026-08-06", "2026-09-06", "2026-10-06"]),
        ("once:2026-06-01", ["2026-06-01"]),
        ("once:2026-05-06", []),
    ],
)
def test_the_next_five_dates_are_later_than_the_day_they_are_asked_after(text: str, coming: list[str]) -> None:
    assert next_dates(from_text(text), TODAY) == days_of(*coming)


def test_asked_after_the_day_before_the_next_dates_begin_with_today() -> None:
    yesterday = date(2026, 5, 5)
    assert next_dates(on_weekdays([2]), yesterday, count=1) == [TODAY]
    assert next_dates(once(TODAY), yesterday) == [TODAY]


def test_a_first_due_day_far_ahead_is_the_first_of_the_next_dates() -> None:
    assert next_dates(every(1, Unit.WEEK, date(2030, 1, 1)), TODAY, count=2) == days_of("2030-01-01", "2030-01-08")


# Periods and spans


@pytest.mark.parametrize(
    ("unit", "day", "first", "last", "length"),
    [
        (Unit.WEEK, "2026-05-04", "2026-05-04", "2026-05-10", 7),
        (Unit.WEEK, "2026-05-10", "2026-05-04", "2026-05-10", 7),
        (Unit.WEEK, "2026-01-01", "2025-12-29", "2026-01-04", 7),
        (Unit.MONTH, "2026-05-10", "2026-05-01", "2026-05-31", 31),
        (Unit.MONTH, "2028-02-29", "2028-02-01", "2028-02-29", 29),
        (Unit.MONTH, "2100-02-01", "2100-02-01", "2100-02-28", 28),
        (Unit.MONTH, "2026-12-31", "2026-12-01", "2026-12-31", 31),
    ],
)
def test_a_period_is_a_week_from_monday_to_sunday_or_a_calendar_month(
    unit: Unit, day: str, first: str, last: str, length: int
) -> None:
    period = period_of(times_a(unit, 3), date.fromisoformat(day))
    assert period == Period(date.fromisoformat(first), date.fromisoformat(last))
    assert period.day_count == length


@pytest.mark.parametrize("text", ["daily", "weekdays:6", "every:1:week:2026-05-02", "monthday:31", "once:2026-06-01"])
def test_only_n_times_has_periods(text: str) -> None:
    assert period_of(from_text(text), TODAY) is None
    assert periods_between(from_text(text), SATURDAY, TODAY) == []


def test_the_periods_between_two_days_are_whole_and_touch_both() -> None:
    weekly = times_a(Unit.WEEK, 3)
    assert periods_between(weekly, SATURDAY, date(2026, 5, 11)) == [
        Period(date(2026, 4, 27), date(2026, 5, 3)),
        Period(date(2026, 5, 4), date(2026, 5, 10)),
        Period(date(2026, 5, 11), date(2026, 5, 17)),
    ]
    assert periods_between(times_a(Unit.MONTH, 3), date(2026, 12, 31), date(2027, 1, 1)) == [
        Period(date(2026, 12, 1), date(2026, 12, 31)),
        Period(date(2027, 1, 1), date(2027, 1, 31)),
    ]
    assert periods_between(weekly, date(2026, 5, 11), SATURDAY) == []


@pytest.mark.parametrize(
    ("text", "due_day", "first"),
    [
        ("daily", "2026-05-06", "2026-05-06"),
        ("every:2:week:2026-05-02", "2026-05-16", "2026-05-16"),
        ("monthday:31", "2026-06-30", "2026-06-30"),
        ("times:3:week", "2026-05-10", "2026-05-04"),
        ("times:3:month", "2026-05-31", "2026-05-01"),
        ("once:2026-06-01", "2026-06-01", "2026-05-02"),
    ],
)
def test_an_item_runs_over_its_day_its_period_or_from_the_start_to_its_date(
    text: str, due_day: str, first: str
) -> None:
    due = date.fromisoformat(due_day)
    assert item_span(from_text(text), due, starts_on=SATURDAY) == Period(date.fromisoformat(first), due)


def test_a_once_whose_terms_start_after_its_date_has_that_one_day() -> None:
    assert item_span(once(SATURDAY), SATURDAY, starts_on=TODAY) == Period(SATURDAY, SATURDAY)


# Windows


@pytest.mark.parametrize(
    "text",
    [
        "daily",
        "weekdays:6",
        "weekdays:0,1,2",
        "every:1:day:2026-05-02",
        "every:7:day:2026-05-02",
        "every:1:week:2026-05-02",
    ],
)
def test_shapes_due_at_least_weekly_by_day_look_back_28_days(text: str) -> None:
    assert is_judged_by_day_at_least_weekly(from_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "every:8:day:2026-05-02",
        "every:2:week:2026-05-02",
        "times:7:week",
        "times:28:month",
        "monthday:1",
        "once:2026-06-01",
    ],
)
def test_the_other_shapes_look_back_12_items_or_have_only_a_state(text: str) -> None:
    assert not is_judged_by_day_at_least_weekly(from_text(text))


# Tighter beyond doubt


@pytest.mark.parametrize("text", SHAPES)
def test_the_same_schedule_keeps_every_due_day(text: str) -> None:
    assert keeps_every_due_day(from_text(text), from_text(text), TODAY)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("weekdays:0", "weekdays:0,3"),
        ("weekdays:0,3", "daily"),
        ("weekdays:0,1,2,3,4,5,6", "daily"),
        ("daily", "weekdays:0,1,2,3,4,5,6"),
        ("every:2:week:2026-05-02", "every:1:week:2026-05-02"),
        ("every:2:week:2026-05-02", "weekdays:5"),
        ("every:14:day:2026-05-02", "every:2:week:2026-04-18"),
        ("every:6:day:2026-05-02", "every:3:day:2026-05-05"),
        ("every:1:day:2020-01-01", "daily"),
        ("monthday:15", "daily"),
        ("times:3:week", "times:4:week"),
        ("times:3:month", "times:28:month"),
    ],
)
def test_more_of_the_same_keeps_every_due_day(old: str, new: str) -> None:
    assert keeps_every_due_day(from_text(old), from_text(new), TODAY)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("daily", "weekdays:0,1,2,3,4,5"),
        ("weekdays:0,3", "weekdays:0,4,5,6"),
        ("every:2:week:2026-05-02", "every:2:week:2026-05-09"),
        ("every:2:day:2026-05-02", "every:3:day:2026-05-02"),
        ("daily", "every:1:day:2026-05-20"),  # the days until the first due day are lost
        ("monthday:29", "monthday:30"),
        ("monthday:15", "weekdays:0,1,2,3,4"),
        ("times:3:week", "times:2:week"),
        ("times:3:week", "times:12:month"),
        ("times:12:month", "times:3:week"),
    ],
)
def test_a_lost_due_day_or_a_smaller_n_does_not(old: str, new: str) -> None:
    assert not keeps_every_due_day(from_text(old), from_text(new), TODAY)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("times:7:week", "daily"),
        ("times:3:week", "daily"),
        ("weekdays:6", "times:7:week"),
        ("daily", "once:2026-06-01"),
        ("once:2026-06-01", "daily"),
        ("once:2026-06-01", "times:3:week"),
        ("once:2026-06-01", "once:2026-06-02"),
        ("once:2026-06-01", "once:2026-05-20"),
        ("once:2026-06-01", "once:2026-05-01"),
    ],
)
def test_where_it_cannot_be_told_the_person_is_asked(old: str, new: str) -> None:
    assert not keeps_every_due_day(from_text(old), from_text(new), TODAY)


def test_without_a_due_day_in_the_window_nothing_is_taken_for_stricter() -> None:
    far = every(1, Unit.WEEK, date(2040, 1, 7))
    assert not keeps_every_due_day(far, every(2, Unit.WEEK, date(2040, 1, 7)), TODAY)
    assert not keeps_every_due_day(far, daily(), TODAY)


def test_the_window_is_366_days_from_its_first_day() -> None:
    yearly = every(366, Unit.DAY, date(2027, 5, 6))  # day 366, counting today
    other = every(366, Unit.DAY, date(2027, 5, 7))
    assert keeps_every_due_day(yearly, daily(), TODAY)
    assert not keeps_every_due_day(yearly, other, TODAY)
    assert not keeps_every_due_day(other, daily(), TODAY)  # its due day lies behind the window
    assert keeps_every_due_day(other, daily(), TODAY, days=367)


# The ends of the calendar


@pytest.mark.parametrize("text", SHAPES)
@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_fail_nowhere(text: str, day: date) -> None:
    schedule = from_text(text)
    assert is_due(schedule, day) == (day in due_days(schedule, day, day))
    assert len(next_dates(schedule, date.max)) == 0
    assert all(coming > day for coming in next_dates(schedule, day))
    span = item_span(schedule, day, starts_on=day)
    assert span.first <= day <= span.last
    assert len(periods_between(schedule, day, day)) == (schedule.shape is Shape.TIMES)
    assert isinstance(keeps_every_due_day(schedule, on_weekdays([0]), day), bool)
