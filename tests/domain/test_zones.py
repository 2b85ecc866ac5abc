"""The promise day in the zones with the strangest clocks, and for a person who travels; all zones are a benchmark."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from benchmarks.r17_zones import Tally, compare
from trustplanner.actions.runner import now_at
from trustplanner.domain.days import FIRST_DAY_START, DayStart, changed_day_start, days_late, is_open

STRANGE = (
    "Africa/Cairo",  # at midnight, several years without
    "Africa/Casablanca",  # back for every Ramadan
    "Africa/Juba",  # an hour once, 2021
    "Africa/Khartoum",
    "Africa/Windhoek",  # its winter is the other time
    "America/Asuncion",  # at midnight, until 2024
    "America/Caracas",  # half an hour, 2007 and 2016
    "America/Ciudad_Juarez",  # another zone overnight, 2022
    "America/Goose_Bay",  # one minute after midnight
    "America/Grand_Turk",
    "America/Havana",  # at midnight
    "America/Metlakatla",
    "America/New_York",
    "America/Nuuk",  # in the evening before, 2023
    "America/Sao_Paulo",  # at midnight
    "America/Scoresbysund",
    "America/St_Johns",  # until 2011 one minute after midnight
    "Antarctica/Casey",  # eleven changes, up to three hours
    "Antarctica/Troll",  # two hours
    "Antarctica/Vostok",
    "Asia/Amman",  # at midnight, on Thursdays
    "Asia/Beirut",  # at midnight
    "Asia/Dhaka",  # an hour before midnight, 2009
    "Asia/Gaza",  # for every Ramadan
    "Asia/Kathmandu",  # three quarters of an hour, unchanged
    "Asia/Pyongyang",  # half an hour at midnight, 2015, and back 2018
    "Asia/Tehran",  # at midnight
    "Atlantic/Azores",
    "Australia/Eucla",
    "Australia/Lord_Howe",  # half an hour
    "Europe/Chisinau",
    "Europe/Istanbul",
    "Europe/Volgograd",
    "Pacific/Apia",  # 30 December 2011 does not exist
    "Pacific/Bougainville",
    "Pacific/Chatham",  # from 03:45 to 02:45
    "Pacific/Easter",
    "Pacific/Fakaofo",  # the same 30 December does not exist
    "Pacific/Kiritimati",  # the furthest ahead
    "Pacific/Norfolk",
)
STRANGE_YEARS = (2007, 2018)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def today_in(zone: str, utc: datetime, start: DayStart = FIRST_DAY_START) -> date:
    return now_at(utc.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)), start).today


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_the_strangest_clocks_are_told_apart_to_the_second() -> None:
    found = Tally()
    for zone in STRANGE:
        found = found.plus(compare(zone, starts=(0, 180), years=STRANGE_YEARS))
    assert found.wrong == 0
    assert found.zones == len(STRANGE)
    assert found.changes > 400
    assert found.cases > 40_000


@pytest.mark.parametrize("zone", ["Pacific/Apia", "Pacific/Fakaofo"])
def test_the_date_that_samoa_left_out_is_the_night_before_the_next_one(zone: str) -> None:
    hours = [utc("2011-12-29 12:00") + number * HOUR / 2 for number in range(120)]
    at_midnight = [today_in(zone, hour, DayStart(0)) for hour in hours]
    assert date(2011, 12, 30) not in at_midnight
    assert at_midnight == sorted(at_midnight)
    at_three = [today_in(zone, hour) for hour in hours]
    assert at_three.count(date(2011, 12, 30)) == 2 * 3  # midnight to three on the 31st
    assert at_three == sorted(at_three)
    assert is_open(date(2011, 12, 30), date(2011, 12, 31))  # what was due on it can be answered in time either way


def hours_of(day: date, journey: list[tuple[datetime, str]]) -> float:
    """How many hours are that promise day for somebody who is in each zone from a moment on."""
    quarters = [utc("2026-06-08 00:00") + number * HOUR / 4 for number in range(4 * 24 * 6)]

    def zone_at(moment: datetime) -> str:
        return [zone for since, zone in journey if since <= moment][-1]

    return sum(today_in(zone_at(quarter), quarter) == day for quarter in quarters) / 4


def test_a_promise_day_may_have_four_hours_or_forty_four() -> None:
    before = utc("2026-06-01 00:00")
    ahead = [(before, "Pacific/Honolulu"), (utc("2026-06-10 17:00"), "Pacific/Kiritimati")]  # 07:00, a day later
    assert hours_of(date(2026, 6, 10), ahead) == 4
    back = [(before, "Pacific/Kiritimati"), (utc("2026-06-11 09:00"), "Pacific/Honolulu")]  # 23:00, a day earlier
    assert hours_of(date(2026, 6, 11), back) == 20 + 24
    assert hours_of(date(2026, 6, 10), back) == 24 + 4  # the evening of the day before comes again


def test_what_is_open_and_what_is_late_goes_by_dates_wherever_they_were_read() -> None:
    evening = utc("2026-06-10 07:00")
    auckland, honolulu = today_in("Pacific/Auckland", evening), today_in("Pacific/Honolulu", evening)
    assert (auckland, honolulu) == (date(2026, 6, 10), date(2026, 6, 9))
    due = date(2026, 6, 8)
    assert not is_open(due, auckland)
    assert is_open(due, honolulu)  # over there the day after it is not over
    assert (days_late(due, auckland), days_late(due, honolulu)) == (2, 0)


@pytest.mark.parametrize("minute", [0, 30, 89, 150, 179, 180, 181, 359, 360, 720, 1439])
def test_another_day_start_lengthens_or_shortens_the_running_day_once(minute: int) -> None:
    changed_at = utc("2026-06-10") + timedelta(minutes=minute)
    for before in (0, 180, 360):
        for after in (0, 90, 180, 360):
            old = DayStart(before)
            running = now_at(changed_at.replace(tzinfo=UTC), old).today
            new = changed_day_start(old, after, changed_at)
            hours = [changed_at + number * HOUR for number in range(24 * 4)]
            walked = [now_at(hour.replace(tzinfo=UTC), new).today for hour in hours]
            assert walked == sorted(walked)
            assert walked[0] in (running, running + DAY)  # an earlier start may end it on the spot
            days = list(dict.fromkeys([running, *walked]))
            assert all(following - day == DAY for day, following in pairwise(days))
            assert {walked.count(day) for day in days[2:-1]} == {24}  # from the second day on they are whole
