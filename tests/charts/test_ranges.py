"""The ranges of the chart as days."""

from datetime import date

import pytest

from trustplanner.charts.ranges import Range, beginning, first_day, months_before

LAST = date(2026, 5, 15)
BEGINS = date(2020, 1, 1)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (Range.TWO_WEEKS, date(2026, 5, 2)),
        (Range.SIX_WEEKS, date(2026, 4, 4)),
        (Range.THREE_MONTHS, date(2026, 2, 16)),
        (Range.ONE_YEAR, date(2025, 5, 16)),
        (Range.ALL, BEGINS),
        (Range.SESSION, date(2026, 5, 5)),
    ],
)
def test_each_range_begins_on_its_day(chosen: Range, expected: date) -> None:
    assert first_day(chosen, BEGINS, LAST, date(2026, 5, 5)) == expected


def test_two_weeks_are_fourteen_days() -> None:
    assert (LAST - first_day(Range.TWO_WEEKS, BEGINS, LAST, None)).days + 1 == 14


@pytest.mark.parametrize("chosen", Range)
def test_no_range_begins_before_the_record_or_after_its_end(chosen: Range) -> None:
    assert first_day(chosen, LAST, LAST, None) == LAST
    assert first_day(chosen, date(2026, 5, 10), LAST, date(2026, 5, 1)) == date(2026, 5, 10)
    assert first_day(chosen, date(2027, 1, 1), LAST, date(2027, 2, 1)) == LAST


def test_since_last_session_is_all_without_a_session() -> None:
    assert first_day(Range.SESSION, BEGINS, LAST, None) == BEGINS


def test_a_month_that_lacks_the_day_ends_earlier() -> None:
    assert months_before(date(2026, 5, 31), 3) == date(2026, 2, 28)
    assert months_before(date(2024, 3, 31), 1) == date(2024, 2, 29)
    assert months_before(date(2026, 1, 15), 12) == date(2025, 1, 15)


def test_all_begins_with_the_oldest_commitment_or_an_event_shortly_before() -> None:
    start = date(2026, 1, 26)
    assert beginning([start, LAST], [date(2026, 1, 14)], LAST) == date(2026, 1, 14)
    assert beginning([start], [date(2025, 6, 1)], LAST) == start
    assert beginning([], [date(2026, 2, 1)], LAST) == date(2026, 2, 1)
    assert beginning([], [], LAST) == LAST
    assert beginning([date(2027, 1, 1)], [], LAST) == LAST
