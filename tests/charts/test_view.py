"""The view cuts the record into bars, runs and marks and adds nothing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.charts.drawn_artists import view_of
from tests.charts.sample_records import (
    TODAY,
    answers,
    drawn_record,
    heard,
    history,
    long_record,
    named_records,
    record_of,
    session,
    telling,
    terms,
)
from trustplanner.charts.bars import Period
from trustplanner.charts.view import Change, MarkKind, build_view
from trustplanner.domain.answers import How
from trustplanner.domain.commitments import Direction, Stance
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.known_range import Window
from trustplanner.domain.record import Counts, build_record
from trustplanner.domain.schedules import daily, on_month_day, once
from trustplanner.domain.views import View

RECORDS = named_records()


@pytest.mark.parametrize("name", RECORDS)
def test_bars_add_up_to_the_record_and_cover_the_range_without_a_gap(name: str) -> None:
    record = RECORDS[name]()
    view = view_of(record)
    assert sum((bar.counts for bar in view.bars), Counts()) == record.commitments[0].counts
    assert all(sum(block.count for block in bar.blocks) == bar.counts.due for bar in view.bars)
    assert view.bars[0].first == record.first
    assert view.bars[-1].last == record.last
    for bar, after in zip(view.bars, view.bars[1:], strict=False):
        assert after.starts_on == bar.ends_on + timedelta(days=1)


def test_weekly_bars_are_the_weeks_of_the_record() -> None:
    record = drawn_record()
    drawn = [(bar.starts_on, bar.counts, bar.items) for bar in view_of(record).bars if bar.items]
    assert drawn == [(week.monday, week.counts, week.items) for week in record.commitments[0].weeks]


def test_half_a_year_is_weeks_and_a_year_is_months() -> None:
    assert view_of(drawn_record()).period is Period.WEEK
    assert view_of(drawn_record(first=date(2025, 11, 10))).period is Period.WEEK
    assert view_of(drawn_record(first=date(2025, 11, 9))).period is Period.MONTH
    year = view_of(long_record(1))
    assert year.period is Period.MONTH
    assert len(year.bars) == 13
    assert (year.bars[0].first, year.bars[0].starts_on) == (date(2025, 5, 16), date(2025, 5, 1))


def test_the_view_of_the_story_counts_what_the_design_shows() -> None:
    view = view_of(drawn_record())
    assert (view.counts.due, view.counts.kept, view.counts.partly) == (72, 54, 3)
    assert (view.counts.missed, view.counts.unanswered, view.told_first) == (8, 7, 4)
    assert view.since == date(2026, 1, 26)


def test_the_quiet_line_is_parted_by_unanswered_days_and_the_band_only_by_pauses() -> None:
    view = view_of(record_of("k" * 20 + "." + "k" * 5))
    assert [len(run) for run in view.quiet] == [7, 5]
    assert [len(run) for run in view.band] == [22]


def test_lines_are_parted_where_the_commitment_waited() -> None:
    first = date(2026, 1, 5)
    given = (
        terms(first, daily()),
        terms(first + timedelta(days=20), daily(), seq=2, stance=Stance.WAITING, direction=Direction.EASIER),
        terms(first + timedelta(days=30), daily(), seq=3, direction=Direction.STRICTER),
    )
    rows = [*answers(first, "k" * 20), *answers(first + timedelta(days=30), "k" * 10)]
    view = view_of(build_record([history(rows, terms_=given)], first + timedelta(days=39)))
    assert len(view.quiet) == len(view.band) == 2
    changes = [(mark.change, mark.day) for mark in view.marks]
    assert changes == [
        (Change.WAITING, first + timedelta(days=20)),
        (Change.ACTIVE, first + timedelta(days=30)),
    ]


def test_their_disagreement_stands_at_the_mark() -> None:
    first = date(2026, 1, 5)
    eased = terms(first + timedelta(days=9), daily(), seq=2, direction=Direction.EASIER)
    views = [heard(View.DISAGREES, eased)]
    known = history([], terms_=(terms(first, daily()), eased), views=views)
    view = view_of(build_record([known], first + timedelta(days=20)))
    [mark] = view.marks
    assert (mark.kind, mark.change, mark.their_view) == (MarkKind.TERMS_CHANGED, Change.EASIER, View.DISAGREES)


def test_two_sessions_on_a_day_are_one_mark() -> None:
    day = date(2026, 5, 5)
    both = [session(day), replace(session(day), id="second")]
    view = view_of(build_record([history([])], TODAY, sessions=both))
    assert [mark.kind for mark in view.marks] == [MarkKind.SESSION]


def test_the_window_is_named_after_the_shape() -> None:
    assert view_of(drawn_record()).window_kind is Window.DAYS
    monthly = history([], schedule=on_month_day(1), starts_on=date(2025, 1, 1))
    assert view_of(build_record([monthly], TODAY)).window_kind is Window.ITEMS
    assert view_of(build_record([history([], schedule=once(date(2026, 2, 2)))], TODAY)).window_kind is Window.NONE


def test_a_miss_answered_before_its_day_stands_on_today() -> None:
    due = date(2026, 5, 20)
    made = history(
        answers(due, "m"), schedule=once(due), starts_on=date(2026, 5, 1), tellings=[telling(due, How.TOLD_FIRST)]
    )
    view = view_of(build_record([made], TODAY))
    [miss] = view.misses
    assert view.day_of(miss) == TODAY
    assert view.bars[view.bar_of(TODAY)].counts.missed == 1


def test_a_commitment_that_is_not_in_the_record_is_refused() -> None:
    with pytest.raises(RuleError) as refused:
        build_view(drawn_record(), "nobody")
    assert refused.value.code is Code.NOT_FOUND


def test_the_grid_stands_at_weeks_then_months_then_years() -> None:
    weeks = view_of(drawn_record(first=TODAY - timedelta(days=20)))
    assert weeks.is_grid_of_weeks
    assert weeks.grid == tuple(date(2026, 4, 20) + timedelta(weeks=n) for n in range(4))
    months = view_of(drawn_record())
    assert not months.is_grid_of_years
    assert months.grid == tuple(date(2026, month, 1) for month in range(1, 6))
    years = view_of(long_record(3))
    assert years.is_grid_of_years
    assert [day.year for day in years.grid] == [2023, 2024, 2025, 2026]
