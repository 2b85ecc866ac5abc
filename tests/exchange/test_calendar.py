"""A calendar shows the days that are asked for, no other, and nothing that anyone could read out of it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tests.builders import a_history, a_pause, on, some_terms
from tests.domain.histories import Scene, scenes
from tests.domain.test_schedules_properties import schedules
from tests.full_vault import DAYS, FIRST_DAY, PASSPHRASE, Clock, make_full_vault
from trustplanner.actions import commitments, pauses, plans
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.runner import Runner
from trustplanner.actions.terms import Wording, change_terms
from trustplanner.charts.sentences import recovery_sentences
from trustplanner.content.catalogue import shipped_catalogue
from trustplanner.domain.commitments import Reason, Stance
from trustplanner.domain.days import EARLIEST_DAY, FIRST_DAY_START
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.items import History, items
from trustplanner.domain.plans import SafetyAnswer, SafetyQuestion
from trustplanner.domain.schedules import (
    Schedule,
    Shape,
    Unit,
    daily,
    due_days,
    every,
    on_month_day,
    on_weekdays,
    once,
    times_a,
)
from trustplanner.exchange.calendar_entries import calendar_entries, entries_of
from trustplanner.exchange.calendar_file import calendar_file, calendar_lines
from trustplanner.storage.vault import Vault

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
MONDAY = on("05-04")
THREE_YEARS = timedelta(days=3 * 366)
WORDS = shipped_catalogue().calendar()
TITLES = {WORDS.title_day, WORDS.title_week, WORDS.title_month}


def written(history: History, today: date) -> str:
    return calendar_file(list(entries_of(history, today, FIRST_DAY_START)), WORDS, NOON).decode()


def blocks(text: str) -> list[list[str]]:
    """The lines of each entry, long ones put together again."""
    lines = re.sub(r"\r\n[ \t]", "", text).split("\r\n")
    starts = [number for number, line in enumerate(lines) if line == "BEGIN:VEVENT"]
    return [lines[start + 1 : lines.index("END:VEVENT", start)] for start in starts]


def expanded(text: str, last: date) -> list[datetime]:
    """Every moment up to `last` that another library reads out of the calendar."""
    found: list[datetime] = []
    for block in blocks(text):
        rule = [line.replace(";VALUE=DATE", "") for line in block if line.startswith(("DTSTART", "RRULE", "EXDATE"))]
        if not any(line.startswith("RRULE") for line in rule):
            rule.append("RRULE:FREQ=DAILY;COUNT=1")
        found += rrulestr("\n".join(rule), forceset=True).between(
            datetime.combine(EARLIEST_DAY, time.min), datetime.combine(last, time.max), inc=True
        )
    return sorted(found)


def asked_for(history: History, first: date, last: date) -> list[date]:
    """What the record itself will ask for on the days from `first` to `last`."""
    pure = replace(history, answers=(), done_days=())
    return [item.day for item in items(pure, last, since=first) if item.day <= last]


@settings(deadline=None, max_examples=50)
@given(scenes())
def test_another_library_reads_exactly_the_days_that_are_asked_for_over_three_years(scene: Scene) -> None:
    last = scene.today + THREE_YEARS
    found = [moment.date() for moment in expanded(written(scene.history, scene.today), last)]
    assert found == asked_for(scene.history, scene.today, last)


@settings(deadline=None, max_examples=60)
@given(schedules, st.integers(-400, 400))
def test_each_of_the_six_shapes_comes_on_its_days_over_three_years(schedule: Schedule, ahead: int) -> None:
    today = (schedule.anchor or MONDAY) - timedelta(days=ahead)
    history = a_history([some_terms(schedule, today)])
    last = today + THREE_YEARS
    found = [moment.date() for moment in expanded(written(history, today), last)]
    assert found == asked_for(history, today, last)
    too_short_now = 1 if schedule.shape is Shape.TIMES else 0  # a week or month of which too little is left
    assert len(due_days(schedule, today, last)) - len(found) in (0, too_short_now)


@pytest.mark.parametrize(
    ("schedule", "rule"),
    [
        (daily(), "FREQ=DAILY"),
        (on_weekdays([0, 4]), "FREQ=WEEKLY;BYDAY=MO,FR"),
        (every(2, Unit.WEEK, MONDAY), "FREQ=WEEKLY;INTERVAL=2"),
        (every(3, Unit.DAY, MONDAY), "FREQ=DAILY;INTERVAL=3"),
        (times_a(Unit.WEEK, 3), "FREQ=WEEKLY;BYDAY=SU"),
        (times_a(Unit.MONTH, 3), "FREQ=MONTHLY;BYMONTHDAY=-1"),
        (on_month_day(12), "FREQ=MONTHLY;BYMONTHDAY=12"),
        (on_month_day(31), "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"),
    ],
)
def test_every_shape_is_one_rule_that_any_calendar_knows(schedule: Schedule, rule: str) -> None:
    (block,) = blocks(written(a_history([some_terms(schedule, on("05-01"))]), on("05-01")))
    assert f"RRULE:{rule}" in block


def test_a_promised_time_floats_and_a_review_takes_the_whole_day() -> None:
    at_six = written(a_history([some_terms(daily(), at_minute=18 * 60)]), MONDAY)
    assert "DTSTART:20260504T180000\r\n" in at_six
    assert "TZID" not in at_six
    assert "DTSTART;VALUE=DATE:20260510" in written(
        a_history([some_terms(times_a(Unit.WEEK, 3), at_minute=600)]), MONDAY
    )


def test_a_time_in_the_night_that_ends_the_day_takes_the_whole_day() -> None:
    assert "DTSTART;VALUE=DATE:20260504" in written(a_history([some_terms(daily(), at_minute=60)]), MONDAY)


def test_paused_days_are_left_out_at_their_time() -> None:
    paused = a_history([some_terms(daily(), at_minute=18 * 60)], pauses=[a_pause(on("05-06"), on("05-07"))])
    (block,) = blocks(written(paused, MONDAY))
    assert "EXDATE:20260506T180000,20260507T180000" in block
    whole = replace(paused, terms=(some_terms(daily()),))
    assert any(re.fullmatch(r"EXDATE;VALUE=DATE:20260506,20260507", line) for line in blocks(written(whole, MONDAY))[0])


def test_a_loosening_counts_from_the_day_its_notice_is_over() -> None:
    history = a_history([some_terms(daily()), some_terms(on_weekdays([0]), on("05-11"), seq=2)])
    daily_block, weekly_block = blocks(written(history, MONDAY))
    assert "RRULE:FREQ=DAILY;UNTIL=20260510" in daily_block
    assert "DTSTART;VALUE=DATE:20260511" in weekly_block
    assert "RRULE:FREQ=WEEKLY;BYDAY=MO" in weekly_block


@pytest.mark.parametrize("stance", [Stance.WAITING, Stance.ENDED])
def test_what_waits_or_has_ended_is_not_there(stance: Stance) -> None:
    assert blocks(written(a_history([some_terms(daily(), stance=stance)]), MONDAY)) == []
    ends = a_history([some_terms(daily()), some_terms(daily(), on("05-11"), seq=2, stance=stance)])
    assert [moment.date() for moment in expanded(written(ends, MONDAY), on("12-31"))] == due_days(
        daily(), MONDAY, on("05-10")
    )


def test_an_entry_keeps_its_id_from_export_to_export() -> None:
    history = a_history([some_terms(daily())])
    ids = [
        next(line for line in blocks(written(history, today))[0] if "UID" in line) for today in (MONDAY, on("06-30"))
    ]
    assert ids[0] == ids[1]


# On a vault


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    path = make_full_vault(tmp_path_factory.mktemp("full"))
    with Vault.open(path, PASSPHRASE, writable=False) as vault:
        yield vault


def test_no_word_of_the_plan_stands_in_a_calendar_and_every_entry_is_private(full: Vault) -> None:
    content = calendar_file(calendar_entries(full, FIRST_DAY + timedelta(DAYS)), WORDS, NOON)
    calendar = Calendar.from_ical(content)
    assert {str(event["SUMMARY"]) for event in calendar.walk("VEVENT")} <= TITLES
    assert len(calendar.walk("VEVENT")) >= 2
    names = {
        "UID", "DTSTAMP", "DTSTART", "SUMMARY", "CLASS", "TRANSP", "RRULE", "EXDATE",
    }  # fmt: skip
    for event in calendar.walk("VEVENT"):
        assert set(event.keys()) <= names
        assert str(event["CLASS"]) == "PRIVATE"
        assert event.subcomponents == []
    plain = content.decode().lower()
    for word in ("trust", "planner", "ana", "sam", "home", "sport", "letter", "amends"):
        assert word not in plain


@pytest.fixture
def lived(vault: Vault) -> tuple[Runner, str]:
    living = Runner(vault, Clock(FIRST_DAY))
    wording = Wording("be home by six", "", daily(), 18 * 60)
    home = living.do("", commitments.create, "Home", wording, Surroundings()).result
    return living, home.id


def lines(runner: Runner) -> list[str]:
    today = runner.now().today
    return list(calendar_lines(calendar_entries(runner.vault, today), WORDS, recovery_sentences(today)))


def test_the_preview_says_what_the_calendar_will_show(lived: tuple[Runner, str]) -> None:
    runner, home = lived
    runner.do("", pauses.pause, home, on("03-05"), on("03-06"), reason=Reason.ILLNESS)
    runner.do("", change_terms, home, Wording("be home by seven", "", on_weekdays([0, 4]), 19 * 60))
    for schedule in (times_a(Unit.WEEK, 2), once(on("04-01"))):
        runner.do("", commitments.create, "Next", Wording("call", "", schedule), Surroundings())
    assert lines(runner) == [
        "Note for today: Every day, from Monday 2 March, until Sunday 8 March, at 18:00.",
        "  Left out: 5 to 6 March.",
        "Note for today: Every Monday and Friday, from Monday 9 March, at 19:00.",
        "Weekly review: Every Sunday, from Sunday 8 March, all day.",
        "Note for today: Once, on Wednesday 1 April, all day.",
        "Every entry is private and has no alarm. No name and nothing of what you promised stands in it.",
    ]


@pytest.mark.parametrize(
    ("schedule", "said"),
    [
        (every(2, Unit.WEEK, FIRST_DAY), "Every 14 days, from Monday 2 March, all day."),
        (every(1, Unit.DAY, FIRST_DAY), "Every day, from Monday 2 March, all day."),
        (on_month_day(12), "Every month on day 12, from Thursday 12 March, all day."),
        (on_month_day(31), "Every month on day 31, or on its last day, from Tuesday 31 March, all day."),
        (times_a(Unit.MONTH, 2), "On the last day of every month, from Tuesday 31 March, all day."),
    ],
)
def test_every_shape_has_its_line(vault: Vault, schedule: Schedule, said: str) -> None:
    runner = Runner(vault, Clock(FIRST_DAY))
    runner.do("", commitments.create, "Next", Wording("call", "", schedule), Surroundings())
    assert lines(runner)[0].partition(": ")[2] == said


def test_without_a_day_to_come_the_preview_says_so(vault: Vault) -> None:
    assert lines(Runner(vault, Clock(FIRST_DAY))) == [WORDS.nothing]


def test_where_commitments_are_closed_there_is_no_calendar(lived: tuple[Runner, str]) -> None:
    runner, _ = lived
    runner.do("", plans.answer_safety, {SafetyQuestion.FEAR: SafetyAnswer.YES}, keep_answers=False)
    with pytest.raises(RuleError) as refused:
        lines(runner)
    assert refused.value.code is Code.STOPPED


def test_no_file_of_the_project_is_needed_to_read_a_calendar(tmp_path: Path) -> None:
    """Every line ends as the standard says, and none is longer than it allows."""
    history = a_history([some_terms(daily())], pauses=[a_pause(on("05-06"), on("06-30"))])
    content = calendar_file(list(entries_of(history, MONDAY, FIRST_DAY_START)), WORDS, NOON)
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
