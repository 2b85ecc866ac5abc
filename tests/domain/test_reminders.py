"""Reminders: once in a window on the wall clock, only while something is unanswered, however the clock is set."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import MONDAY, a_history, a_pause, some_terms
from tests.builders import row as answered
from trustplanner.domain.answers import Value
from trustplanner.domain.days import DayStart
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.reminders import (
    REMEMBERED,
    Occurrence,
    Reminders,
    Says,
    Slot,
    Window,
    due_reminder,
    gives_away,
    missed_reminders,
    occurrences_of,
    reminders_of,
    require_possible_times,
    standing_reminder,
    unanswered_days,
)
from trustplanner.domain.schedules import Unit, daily, once, times_a
from trustplanner.domain.today import day_view

DAY = timedelta(days=1)
TUESDAY, WEDNESDAY = MONDAY + DAY, MONDAY + 2 * DAY
THREE = DayStart(3 * 60)
EVENING = Reminders(is_on=True)
BOTH = replace(EVENING, morning=Window(8 * 60, 10 * 60, is_on=True))
NIGHT = replace(EVENING, evening=Window(22 * 60, 60, is_on=True))
OPEN = frozenset({MONDAY, TUESDAY})


def at(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock))


def due(chosen: Reminders, local: datetime, unanswered: frozenset[date] = OPEN, *before: Occurrence) -> str:
    found = due_reminder(chosen, local, unanswered, before, THREE)
    return "" if found is None else found.to_text()


@pytest.mark.parametrize(
    ("clock", "text"),
    [("18:59", ""), ("19:00", "2026-05-05 evening"), ("21:59", "2026-05-05 evening"), ("22:00", ""), ("02:00", "")],
)
def test_only_inside_the_window(clock: str, text: str) -> None:
    assert due(EVENING, at(TUESDAY, clock)) == text


def test_off_at_first_and_once_in_a_window() -> None:
    assert due(Reminders(), at(TUESDAY, "20:00")) == ""
    assert due(EVENING, at(TUESDAY, "20:00"), OPEN, Occurrence(TUESDAY, Slot.EVENING)) == ""
    assert due(EVENING, at(TUESDAY, "20:00"), OPEN, Occurrence(MONDAY, Slot.EVENING)) == "2026-05-05 evening"


def test_an_evening_asks_for_today_and_yesterday_a_morning_for_yesterday_alone() -> None:
    assert due(BOTH, at(TUESDAY, "20:00"), frozenset({TUESDAY})) == "2026-05-05 evening"
    assert due(BOTH, at(TUESDAY, "20:00"), frozenset({MONDAY})) == "2026-05-05 evening"
    assert due(BOTH, at(TUESDAY, "09:00"), frozenset({MONDAY})) == "2026-05-05 morning"
    assert due(BOTH, at(TUESDAY, "09:00"), frozenset({TUESDAY})) == ""
    assert due(BOTH, at(TUESDAY, "20:00"), frozenset()) == ""


def test_only_on_the_chosen_weekdays() -> None:
    chosen = replace(EVENING, weekdays=frozenset({0}))
    assert due(chosen, at(MONDAY, "20:00")) == "2026-05-04 evening"
    assert due(chosen, at(TUESDAY, "20:00")) == ""


def test_a_window_over_midnight_belongs_to_the_evening_on_which_it_began() -> None:
    assert due(NIGHT, at(TUESDAY, "23:00")) == "2026-05-05 evening"
    assert due(NIGHT, at(WEDNESDAY, "00:59")) == "2026-05-05 evening"
    assert due(NIGHT, at(WEDNESDAY, "01:00")) == ""
    only_monday = replace(NIGHT, weekdays=frozenset({0}))
    assert due(only_monday, at(TUESDAY, "00:30")) == "2026-05-04 evening"
    assert due(only_monday, at(TUESDAY, "22:30")) == ""


def test_after_midnight_a_day_that_has_just_begun_is_not_asked_for() -> None:
    found = due_reminder(NIGHT, at(WEDNESDAY, "00:30"), {WEDNESDAY}, (), DayStart(0))
    assert found is None


def test_an_hour_that_comes_twice_reminds_once_and_one_that_is_left_out_not_at_all() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    chosen = replace(EVENING, evening=Window(2 * 60, 2 * 60 + 45, is_on=True))
    for change, expected in ((datetime(2026, 10, 25, tzinfo=UTC), 1), (datetime(2026, 3, 29, tzinfo=UTC), 0)):
        reminded: list[Occurrence] = []
        for minutes in range(-120, 240):
            local = (change + timedelta(minutes=minutes)).astimezone(berlin).replace(tzinfo=None)
            days = {local.date() - DAY, local.date()}
            found = due_reminder(chosen, local, days, reminded, THREE)
            reminded += [found] if found else []
        assert len(reminded) == expected


@pytest.mark.parametrize(("hours", "expected"), [(-9, 1), (9, 1), (13, 1), (-23, 1)])
def test_a_journey_through_zones_reminds_once_for_each_evening(hours: int, expected: int) -> None:
    """At 20:30 one is reminded; then the wall clock jumps, and the same evening comes again or has gone."""
    first = at(TUESDAY, "20:30")
    found = due_reminder(EVENING, first, OPEN, (), THREE)
    assert found is not None
    landed = first + timedelta(hours=hours)
    evenings = {found}
    for minutes in range(0, 30 * 60, 5):
        local = landed + timedelta(minutes=minutes)
        again = due_reminder(EVENING, local, {local.date()}, evenings, THREE)
        if again is not None:
            assert again.day != TUESDAY
            evenings.add(again)
    assert sum(each.day == TUESDAY for each in evenings) == expected


moments = st.datetimes(at(date(2026, 1, 1), "00:00"), at(date(2027, 1, 1), "00:00"))
minutes = st.integers(0, 24 * 60 - 1)
steps = st.lists(st.integers(-24 * 60, 36 * 60), min_size=1, max_size=60)
lengths = st.integers(15, 12 * 60)
weekdays = st.frozensets(st.integers(0, 6))


@given(moments, minutes, lengths, weekdays, steps)
def test_however_the_clock_jumps_a_window_is_reminded_of_once_and_only_inside_it(
    start: datetime, begins: int, length: int, days: frozenset[int], jumps: list[int]
) -> None:
    chosen = Reminders(is_on=True, evening=Window(begins, (begins + length) % 1440, is_on=True), weekdays=days)
    reminded: list[Occurrence] = []
    local = latest = start
    for jump in jumps:
        local = max(local + timedelta(minutes=jump), latest - DAY)  # set back by a day at most
        latest = max(latest, local)
        open_days = {local.date() - 2 * DAY, local.date() - DAY, local.date()}
        found = due_reminder(chosen, local, open_days, reminded[-REMEMBERED:], THREE)
        if found is None:
            continue
        assert found not in reminded
        begin = chosen.evening.begin_on(found.day)
        assert begin <= local < begin + timedelta(minutes=length)
        assert found.day.weekday() in days
        reminded.append(found)


@given(moments, minutes, lengths)
def test_a_clock_that_runs_through_a_week_reminds_on_each_evening(start: datetime, begins: int, length: int) -> None:
    chosen = Reminders(is_on=True, evening=Window(begins, (begins + length) % 1440, is_on=True))
    reminded: list[Occurrence] = []
    for quarter in range(7 * 24 * 4):
        local = start + timedelta(minutes=15 * quarter)
        days = {local.date() - 2 * DAY, local.date() - DAY, local.date()}
        found = due_reminder(chosen, local, days, reminded[-REMEMBERED:], THREE)
        reminded += [found] if found else []
    assert 6 <= len(reminded) <= 8
    assert len(set(reminded)) == len(reminded)


# --- while it was locked


def missed(local: datetime, unanswered: frozenset[date] = OPEN, *before: Occurrence) -> list[str]:
    return [each.to_text() for each in missed_reminders(BOTH, local, unanswered, before, THREE)]


def test_a_window_that_went_by_is_told_afterwards_once() -> None:
    assert missed(at(TUESDAY, "23:00")) == ["2026-05-05 morning", "2026-05-05 evening"]
    assert missed(at(TUESDAY, "23:00"), OPEN, Occurrence(TUESDAY, Slot.EVENING)) == ["2026-05-05 morning"]
    assert missed(at(TUESDAY, "21:00")) == ["2026-05-04 evening", "2026-05-05 morning"], "this evening is not over"
    assert missed(at(WEDNESDAY + DAY, "23:00")) == []
    assert missed(at(TUESDAY, "23:00"), frozenset()) == []


def test_a_reminder_stands_until_it_is_closed_or_nothing_is_open() -> None:
    evening = Occurrence(TUESDAY, Slot.EVENING)
    assert standing_reminder(EVENING, OPEN, [evening], [], THREE) == evening
    assert standing_reminder(EVENING, OPEN, [evening], [evening], THREE) is None
    assert standing_reminder(EVENING, frozenset(), [evening], [], THREE) is None
    assert standing_reminder(EVENING, frozenset({WEDNESDAY}), [evening], [], THREE) is None
    assert standing_reminder(Reminders(), OPEN, [evening], [], THREE) is None
    assert standing_reminder(EVENING, OPEN, [], [], THREE) is None


# --- what is unanswered


def test_what_is_due_today_or_yesterday_and_unanswered_counts() -> None:
    some = a_history(some_terms(daily()), [answered(MONDAY, Value.MISSED)])
    assert unanswered_days(day_view([some], TUESDAY, TUESDAY), ()) == {TUESDAY}
    none = a_history(some_terms(daily()), [answered(MONDAY, Value.KEPT), answered(TUESDAY, Value.NOT_APPLICABLE)])
    assert unanswered_days(day_view([none], TUESDAY, TUESDAY), ()) == frozenset()


def test_a_running_week_and_a_date_to_come_ask_for_nothing_yet() -> None:
    week = a_history(some_terms(times_a(Unit.WEEK, 3)))
    later = a_history(some_terms(once(WEDNESDAY)))
    assert unanswered_days(day_view([week, later], TUESDAY, TUESDAY), ()) == frozenset()


def test_in_a_pause_of_everything_nothing_is_asked_for() -> None:
    view = day_view([a_history(some_terms(daily()))], TUESDAY, TUESDAY)
    assert unanswered_days(view, [replace(a_pause(TUESDAY, TUESDAY), commitment_id="call")]) == {MONDAY, TUESDAY}
    assert unanswered_days(view, [replace(a_pause(TUESDAY, TUESDAY), commitment_id=None)]) == frozenset()


# --- what is chosen


@pytest.mark.parametrize(
    ("morning", "evening"),
    [
        (Window(480, 600, is_on=True), Window(599, 700, is_on=True)),
        (Window(480, 490, is_on=False), Window(1140, 1320, is_on=True)),
        (Window(480, 480, is_on=False), Window(1140, 1320, is_on=True)),
        (Window(480, 600, is_on=True), Window(1320, 500, is_on=True)),
        (Window(480, 600, is_on=False), Window(0, 13 * 60, is_on=True)),
    ],
)
def test_windows_that_cannot_be_kept_are_refused(morning: Window, evening: Window) -> None:
    with pytest.raises(RuleError) as refused:
        require_possible_times(Reminders(True, morning, evening))
    assert refused.value.code is Code.REMINDER_TIMES_IMPOSSIBLE


def test_windows_that_touch_are_two() -> None:
    require_possible_times(Reminders(True, Window(480, 600, is_on=True), Window(600, 700, is_on=True)))


def test_what_is_chosen_comes_back_and_what_cannot_be_read_is_off() -> None:
    chosen = replace(NIGHT, says=Says.OWN, own_words="שעת תה", has_icon=True, weekdays=frozenset({1, 6}))
    assert reminders_of(chosen.to_text()) == chosen
    for broken in ("", "{", "[]", "{}", '{"is_on": true}', chosen.to_text().replace("own", "loud"), "7"):
        assert reminders_of(broken) == Reminders()
    kept = (Occurrence(MONDAY, Slot.EVENING), Occurrence(TUESDAY, Slot.MORNING))
    assert occurrences_of(f"{kept[0].to_text()},x,2026-13-01 evening,{kept[1].to_text()}") == kept


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        ("A moment for today", False),
        ("Call ANA tonight", True),
        ("Anaconda", False),
        ("It is time to call when late", True),
        ("Call somebody", False),
        ("Tea at eight", False),
    ],
)
def test_words_that_hold_a_name_or_a_promise_give_something_away(words: str, is_so: bool) -> None:
    assert gives_away(words, ["Ana Lucía", "Sam", ""], ["Call when late", "…"]) is is_so
