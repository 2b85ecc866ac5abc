from datetime import date

import pytest

from tests.builders import MONDAY, on
from trustplanner.domain.schedules import (
    Schedule,
    Unit,
    daily,
    every,
    on_month_day,
    on_weekdays,
    once,
    times_a,
)
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.schedule_words import coming_dates, schedule_words

DATES = DateWords()


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        (daily(), "Every day"),
        (on_weekdays(range(7)), "Every day"),
        (on_weekdays(range(5)), "Monday to Friday"),
        (on_weekdays([4]), "Every Friday"),
        (on_weekdays([0, 1]), "Monday and Tuesday"),
        (on_weekdays([0, 2, 4]), "Monday, Wednesday and Friday"),
        (every(1, Unit.DAY, MONDAY), "Every day, from 4 May"),
        (every(3, Unit.DAY, MONDAY), "Every 3 days, from 4 May"),
        (every(1, Unit.WEEK, MONDAY), "Every Monday, from 4 May"),
        (every(2, Unit.WEEK, on("2027-05-01")), "Every 2 weeks on Saturday, from 1 May 2027"),
        (times_a(Unit.WEEK, 1), "Once a week, on any day"),
        (times_a(Unit.WEEK, 3), "3 times a week"),
        (times_a(Unit.MONTH, 1), "Once a month, on any day"),
        (times_a(Unit.MONTH, 2), "2 times a month"),
        (on_month_day(1), "Every month on the 1st"),
        (on_month_day(11), "Every month on the 11th"),
        (on_month_day(22), "Every month on the 22nd"),
        (on_month_day(28), "Every month on the 28th"),
        (on_month_day(31), "Every month on the 31st, or on its last day"),
        (once(on("06-01")), "Once, by Monday 1 June"),
    ],
)
def test_every_schedule_can_be_said(schedule: Schedule, words: str) -> None:
    assert schedule_words(schedule, None, DATES, MONDAY) == words
    assert schedule_words(schedule, 18 * 60 + 5, DATES, MONDAY) == f"{words} at 18:05"


def coming(*days: date) -> str:
    return coming_dates(days, DATES, MONDAY).replace("\N{NO-BREAK SPACE}", " ")


def test_coming_days_name_the_month_where_it_begins_and_changes() -> None:
    assert coming(on("05-30"), on("05-31"), on("06-01"), on("06-02")) == "Sat 30 May   Sun 31   Mon 1 Jun   Tue 2"


def test_coming_days_of_another_year_say_it() -> None:
    assert coming(on("12-31"), on("2027-01-01"), on("2027-01-02")) == "Thu 31 Dec   Fri 1 Jan 2027   Sat 2"


def test_without_a_coming_day_nothing_is_said() -> None:
    assert coming() == ""
