"""Other days of the same record: by whole bars, never beyond its ends, and always the way back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.charts.drawn_artists import view_of
from tests.charts.sample_records import TODAY, drawn_record, history
from trustplanner.charts.stretch import FEWEST_DAYS, Stretch, moved, zoomed
from trustplanner.charts.view import ChartView
from trustplanner.domain.record import build_record

WHOLE = Stretch(date(2016, 5, 17), TODAY)


def view_over(stretch: Stretch) -> ChartView:
    return view_of(build_record([history([], starts_on=WHOLE.first)], TODAY, stretch.first, stretch.last))


def test_a_week_later_and_a_week_earlier_shows_the_same_weeks_again() -> None:
    view = view_over(Stretch(date(2026, 3, 2), date(2026, 4, 12)))
    earlier = moved(view, -1, WHOLE)
    assert earlier == Stretch(date(2026, 2, 23), date(2026, 4, 5))
    assert moved(view_over(earlier), 1, WHOLE) == Stretch(view.first, view.last)


def test_a_year_moves_by_months() -> None:
    view = view_over(Stretch(date(2025, 3, 1), date(2026, 2, 28)))
    assert moved(view, -13, WHOLE) == Stretch(date(2024, 2, 1), date(2025, 1, 31))


def test_at_the_ends_it_stops_with_as_many_bars() -> None:
    view = view_over(Stretch(date(2026, 3, 2), date(2026, 4, 12)))
    assert moved(view, 99, WHOLE) == Stretch(date(2026, 4, 6), TODAY)
    assert moved(view, -9999, WHOLE) == Stretch(WHOLE.first, date(2016, 6, 26))
    assert moved(view_over(WHOLE), 1, WHOLE) == WHOLE


def test_half_as_many_days_stand_around_the_day_that_is_looked_at() -> None:
    view = view_over(Stretch(date(2026, 1, 5), date(2026, 5, 10)))
    found = zoomed(view, 0.5, date(2026, 2, 4), WHOLE)
    assert found.first < date(2026, 2, 4) < found.last
    assert found.first.weekday() == 0
    assert found.last.weekday() == 6
    assert 63 <= found.days <= 77


def test_no_fewer_than_two_weeks_and_no_more_than_all() -> None:
    stretch = Stretch(date(2026, 3, 2), date(2026, 4, 12))
    for _ in range(9):
        stretch = zoomed(view_over(stretch), 0.5, date(2026, 3, 20), WHOLE)
    assert FEWEST_DAYS <= stretch.days <= FEWEST_DAYS + 7
    for _ in range(12):
        stretch = zoomed(view_over(stretch), 2.0, date(2026, 3, 20), WHOLE)
    assert stretch == WHOLE


def test_a_record_of_a_few_days_has_nothing_to_move_to() -> None:
    few = Stretch(TODAY - timedelta(days=3), TODAY)
    view = replace(view_of(drawn_record(first=few.first)))
    for factor in (0.5, 2.0):
        assert zoomed(view, factor, TODAY, few) == few
    assert moved(view, -1, few) == few


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 3000), st.integers(1, 900), st.integers(-50, 50), st.sampled_from([0.3, 0.5, 0.8, 1.25, 2, 9]))
def test_it_never_leaves_the_record(back: int, days: int, by: int, factor: float) -> None:
    last = TODAY - timedelta(days=back)
    view = view_over(Stretch(max(WHOLE.first, last - timedelta(days=days)), last))
    around = view.first + (view.last - view.first) / 2
    for found in (moved(view, by, WHOLE), zoomed(view, factor, around, WHOLE)):
        assert WHOLE.first <= found.first <= found.last <= WHOLE.last
    assert pytest.approx(len(view_over(moved(view, by, WHOLE)).bars), abs=1) == len(view.bars)
