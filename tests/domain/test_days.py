"""The promise day, its change, and what is open or late."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trustplanner.domain.days import (
    EARLIEST_DAY,
    FIRST_DAY_START,
    LATEST_DAY,
    DayStart,
    changed_day_start,
    days_late,
    is_open,
    oldest_open_day,
    promise_day,
    require_possible,
)
from trustplanner.domain.errors import Code, RuleError

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)

starts = st.integers(0, 360)
days = st.dates(date(1999, 1, 1), date(2104, 12, 31))
wall_clocks = st.datetimes(datetime.fromisoformat("1999-01-01"), datetime.fromisoformat("2104-12-31"))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


# Which day it is


@pytest.mark.parametrize(
    ("local", "minutes", "day"),
    [
        ("2026-05-02 02:59:59.999999", 180, "2026-05-01"),
        ("2026-05-02 03:00", 180, "2026-05-02"),
        ("2026-05-02 23:59", 180, "2026-05-02"),
        ("2026-05-02 00:00", 0, "2026-05-02"),
        ("2026-05-01 23:59:59", 0, "2026-05-01"),
        ("2026-05-02 05:59", 360, "2026-05-01"),
        ("2026-05-02 06:00", 360, "2026-05-02"),
        ("2026-01-01 01:30", 180, "2025-12-31"),
        ("2028-03-01 02:00", 180, "2028-02-29"),
        ("2100-03-01 02:00", 180, "2100-02-28"),
    ],
)
def test_a_promise_day_begins_at_its_start_on_the_wall_clock(local: str, minutes: int, day: str) -> None:
    assert promise_day(at(local), DayStart(minutes)) == date.fromisoformat(day)


def test_the_day_starts_at_three_at_first() -> None:
    assert DayStart(180, None) == FIRST_DAY_START


def test_a_zone_in_the_clock_is_not_looked_at() -> None:
    wall = at("2026-05-02 02:00")
    for hours in (-12, 0, 14):
        zoned = wall.replace(tzinfo=timezone(timedelta(hours=hours)))
        assert promise_day(zoned, FIRST_DAY_START) == date(2026, 5, 1)


@pytest.mark.parametrize("minutes", [-1, 361, 1440])
def test_a_day_start_outside_midnight_to_six_is_refused(minutes: int) -> None:
    with pytest.raises(RuleError) as refused:
        DayStart(minutes)
    assert refused.value.code is Code.DAY_START_IMPOSSIBLE


@settings(deadline=None)
@given(wall_clocks, starts)
def test_every_moment_of_the_wall_clock_belongs_to_exactly_one_promise_day(local: datetime, minutes: int) -> None:
    def begin(day: date) -> datetime:
        return datetime.combine(day, time()) + minutes * MINUTE

    around = [local.date() + offset * DAY for offset in range(-2, 3)]
    assert [day for day in around if begin(day) <= local < begin(day + DAY)] == [promise_day(local, DayStart(minutes))]


@settings(deadline=None)
@given(wall_clocks, st.timedeltas(timedelta(0), timedelta(days=3)), starts, st.none() | st.integers(-3, 3))
def test_the_promise_day_never_goes_back_while_the_wall_clock_goes_forward(
    local: datetime, ahead: timedelta, minutes: int, floor: int | None
) -> None:
    start = DayStart(minutes, None if floor is None else local.date() + floor * DAY)
    assert promise_day(local, start) <= promise_day(local + ahead, start)


# A change of the day start


def test_a_later_start_lengthens_the_running_day_once() -> None:
    noticed = at("2026-05-02 01:00")
    changed = changed_day_start(DayStart(0), 360, noticed)
    assert changed == DayStart(360, date(2026, 5, 2))
    assert promise_day(noticed, changed) == date(2026, 5, 2)  # without the floor this would be 1 May again
    assert promise_day(at("2026-05-03 05:59"), changed) == date(2026, 5, 2)  # 30 hours
    assert promise_day(at("2026-05-03 06:00"), changed) == date(2026, 5, 3)
    assert promise_day(at("2026-05-04 05:59"), changed) == date(2026, 5, 3)  # 24 hours again


def test_an_earlier_start_shortens_the_running_day_once() -> None:
    noticed = at("2026-05-02 05:00")
    changed = changed_day_start(DayStart(360), 0, noticed)
    assert promise_day(noticed, DayStart(360)) == date(2026, 5, 1)
    assert promise_day(noticed, changed) == date(2026, 5, 2)
    assert promise_day(at("2026-05-02 23:59"), changed) == date(2026, 5, 2)
    assert promise_day(at("2026-05-03 00:00"), changed) == date(2026, 5, 3)


def test_a_change_by_day_changes_nothing_before_the_night() -> None:
    noon = at("2026-05-02 12:00")
    changed = changed_day_start(FIRST_DAY_START, 300, noon)
    assert promise_day(noon, changed) == date(2026, 5, 2)
    assert promise_day(at("2026-05-03 04:59"), changed) == date(2026, 5, 2)
    assert promise_day(at("2026-05-03 05:00"), changed) == date(2026, 5, 3)


def test_the_floor_does_not_hold_a_clock_that_is_set_far_back() -> None:
    changed = changed_day_start(DayStart(0), 360, at("2026-05-02 01:00"))
    assert promise_day(at("2026-05-01 05:59"), changed) == date(2026, 4, 30)
    assert promise_day(at("2019-01-01 12:00"), changed) == date(2019, 1, 1)


def test_the_floor_holds_when_the_clock_is_put_back_an_hour_in_the_night_of_a_change() -> None:
    changed = changed_day_start(DayStart(120), 150, at("2026-10-25 02:40"))
    assert promise_day(at("2026-10-25 02:00"), changed) == date(2026, 10, 25)


@settings(deadline=None)
@given(
    wall_clocks,
    starts,
    st.lists(st.tuples(st.timedeltas(timedelta(0), timedelta(hours=30)), st.none() | starts), max_size=12),
)
def test_no_chain_of_changes_makes_the_promise_day_go_back_or_run_ahead(
    local: datetime, first_start: int, steps: list[tuple[timedelta, int | None]]
) -> None:
    start = DayStart(first_start)
    before = promise_day(local, start)
    for ahead, minutes in steps:
        local += ahead
        now = promise_day(local, start)
        assert now >= before
        if minutes is not None:
            start = changed_day_start(start, minutes, local)
            assert promise_day(local, start) >= now
        before = promise_day(local, start)
        assert before in (local.date() - DAY, local.date())


@settings(deadline=None)
@given(wall_clocks, starts, starts, st.timedeltas(DAY, timedelta(days=400)))
def test_a_day_after_a_change_only_the_new_start_counts(local: datetime, old: int, new: int, ahead: timedelta) -> None:
    changed = changed_day_start(DayStart(old), new, local)
    assert promise_day(local + ahead, changed) == promise_day(local + ahead, DayStart(new))


# Clock changes and travel

ZONES = (
    "Africa/Cairo",  # at midnight, several years without
    "America/Caracas",  # half an hour, 2007 and 2016
    "America/New_York",
    "America/Sao_Paulo",  # at midnight
    "America/St_Johns",  # until 2011 one minute after midnight
    "Antarctica/Troll",  # two hours
    "Asia/Pyongyang",  # half an hour at midnight, 2015
    "Asia/Tehran",  # at midnight
    "Australia/Lord_Howe",  # half an hour
    "Europe/Berlin",
    "Pacific/Apia",  # 30 December 2011 does not exist
    "Pacific/Chatham",  # from 03:45 to 02:45
)


def wall_clock(utc: datetime, zone: ZoneInfo) -> datetime:
    return utc.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)


@cache
def clock_changes(key: str) -> list[datetime]:
    """The UTC minutes from 2005 to 2018 at which the wall clock jumps."""
    zone = ZoneInfo(key)

    def distance(utc: datetime) -> timedelta:
        return wall_clock(utc, zone) - utc

    found = []
    utc = at("2005-01-01")
    while utc < at("2018-12-31"):
        low, high = utc, utc + 2 * DAY
        if distance(low) != distance(high):
            while high - low > MINUTE:
                middle = low + (high - low) // MINUTE // 2 * MINUTE
                low, high = (middle, high) if distance(middle) == distance(low) else (low, middle)
            found.append(high)
        utc += 2 * DAY
    return found


def walk(key: str, around: datetime, start: DayStart, reach: timedelta) -> list[tuple[datetime, date]]:
    """Each UTC minute around a moment as the wall clock's reading and the promise day."""
    zone = ZoneInfo(key)
    minutes = range(-(reach // MINUTE), reach // MINUTE)
    walls = [wall_clock(around + minute * MINUTE, zone) for minute in minutes]
    return [(wall, promise_day(wall, start)) for wall in walls]


@pytest.mark.parametrize("key", ZONES)
def test_around_clock_changes_the_promise_day_does_only_what_the_wall_clock_does(key: str) -> None:
    assert clock_changes(key)
    for change in clock_changes(key):
        for minutes in (0, 60, 150, 180, 360):
            steps = walk(key, change, DayStart(minutes), timedelta(hours=2))
            for (wall, day), (next_wall, next_day) in pairwise(steps):
                assert next_day == (next_wall - minutes * MINUTE).date()
                start_passed_last = datetime.combine(day, time()) + minutes * MINUTE
                if next_wall < start_passed_last <= wall:  # put back across the day start: that day comes again
                    assert next_day == day - DAY
                elif next_wall - wall < DAY:
                    assert next_day in (day, day + DAY)
                else:  # a date that the zone left out
                    assert next_day > day


@pytest.mark.parametrize("key", [key for key in ZONES if key != "Pacific/Chatham"])
def test_with_the_day_start_of_the_beginning_no_clock_change_brings_a_day_back(key: str) -> None:
    for change in clock_changes(key):
        walked = [day for _, day in walk(key, change, FIRST_DAY_START, timedelta(hours=4))]
        assert walked == sorted(walked)
        assert all(following - day <= DAY for day, following in pairwise(walked))


def test_on_the_chatham_islands_one_hour_a_year_goes_back_to_the_day_before() -> None:
    steps = walk("Pacific/Chatham", at("2017-04-01 14:00"), FIRST_DAY_START, timedelta(hours=2))
    inside = [day for _, day in steps]
    assert [day.day for day in dict.fromkeys(inside)] == [1, 2]
    returned = inside.index(date(2017, 4, 2)) + 45  # 03:00 to 03:45, then the clock is put back to 02:45
    assert inside[returned - 1 : returned + 16] == [
        date(2017, 4, 2),
        *[date(2017, 4, 1)] * 15,
        date(2017, 4, 2),
    ]


@pytest.mark.parametrize(
    ("noon", "day", "hours"),
    [
        ("2026-03-28 11:00", "2026-03-28", 23),
        ("2026-10-24 10:00", "2026-10-24", 25),
        ("2026-10-25 11:00", "2026-10-25", 24),
    ],
)
def test_a_promise_day_has_as_many_hours_as_the_wall_clock_gives_it(noon: str, day: str, hours: int) -> None:
    walked = [found for _, found in walk("Europe/Berlin", at(noon), FIRST_DAY_START, timedelta(hours=36))]
    assert walked.count(date.fromisoformat(day)) == hours * 60


def test_a_flight_west_makes_a_promise_day_longer_and_a_flight_east_shorter() -> None:
    berlin, new_york = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
    noon = at("2026-06-10 12:00")
    minutes = [noon + minute * MINUTE for minute in range(-1500, 1500)]

    def hours(of: date, before: ZoneInfo, after: ZoneInfo) -> float:
        walls = [wall_clock(utc, before if utc < noon else after) for utc in minutes]
        return sum(promise_day(wall, FIRST_DAY_START) == of for wall in walls) / 60

    assert hours(date(2026, 6, 10), berlin, new_york) == 30
    assert hours(date(2026, 6, 10), new_york, berlin) == 18


def test_a_flight_east_over_the_date_line_lives_a_promise_day_again() -> None:
    departure = at("2026-06-10 08:00")  # UTC
    before = promise_day(wall_clock(departure, ZoneInfo("Pacific/Auckland")), FIRST_DAY_START)
    after = promise_day(wall_clock(departure + 9 * 60 * MINUTE, ZoneInfo("Pacific/Honolulu")), FIRST_DAY_START)
    assert (before, after) == (date(2026, 6, 10), date(2026, 6, 10))
    assert promise_day(wall_clock(departure + 2 * MINUTE, ZoneInfo("Pacific/Honolulu")), FIRST_DAY_START) == date(
        2026, 6, 9
    )


# Open, closed, late


def test_a_day_is_open_until_the_end_of_the_following_day() -> None:
    day = date(2026, 2, 28)
    assert is_open(day, day)
    assert is_open(day, date(2026, 3, 1))
    assert not is_open(day, date(2026, 3, 2))
    assert is_open(day, date(2026, 2, 20))


def test_an_entry_is_late_from_the_second_day_on_by_whole_days() -> None:
    day = date(2028, 2, 28)
    written = [date(2028, 2, 27), day, date(2028, 2, 29), date(2028, 3, 1), date(2028, 3, 10)]
    assert [days_late(day, on) for on in written] == [0, 0, 0, 2, 11]


@settings(deadline=None)
@given(days, st.integers(-40, 400))
def test_an_entry_is_late_exactly_when_its_day_was_closed(day: date, later: int) -> None:
    written_on = day + later * DAY
    assert (days_late(day, written_on) > 0) == (not is_open(day, written_on))
    assert days_late(day, written_on) in (0, later)


@settings(deadline=None)
@given(days)
def test_the_oldest_open_day_is_open_and_the_one_before_is_not(today: date) -> None:
    oldest = oldest_open_day(today)
    assert is_open(oldest, today)
    assert not is_open(oldest - DAY, today)


# The ends of the calendar


@pytest.mark.parametrize("day", [date.min, date(1969, 12, 31), date(2200, 1, 1), date.max])
def test_a_day_that_no_plan_can_hold_is_refused(day: date) -> None:
    with pytest.raises(RuleError) as refused:
        require_possible(day)
    assert refused.value.code is Code.DATE_IMPOSSIBLE


@pytest.mark.parametrize("day", [EARLIEST_DAY, date(2026, 5, 2), LATEST_DAY])
def test_a_possible_day_passes_unchanged(day: date) -> None:
    assert require_possible(day) == day


def test_an_impossible_clock_fails_nowhere() -> None:
    first, last = at("0001-01-01 00:00"), at("9999-12-31 23:59:59.999999")
    assert promise_day(first, FIRST_DAY_START) == date.min
    assert promise_day(last, FIRST_DAY_START) == date.max
    assert promise_day(first, DayStart(0, date.max)) == date.min
    assert changed_day_start(FIRST_DAY_START, 360, first).floor == date.min
    assert is_open(date.max, date.max)
    assert is_open(date.min, date.min)
    assert not is_open(date.min, date.max)
    assert days_late(date.max, date.min) == 0
    assert days_late(date.min, date.max) == (date.max - date.min).days
    assert oldest_open_day(date.min) == date.min
