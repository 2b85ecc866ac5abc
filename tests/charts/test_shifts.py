"""A shift is named by the longest-run and crossings rules only, and only where silence does not decide."""

from datetime import date, timedelta

import pytest

from trustplanner.charts.shifts import Shift, fewest_crossings, find_shift
from trustplanner.domain.record import Counts, Week


def weeks(*counts: Counts) -> list[Week]:
    return [Week(date(2026, 1, 5) + timedelta(weeks=n), found, ()) for n, found in enumerate(counts)]


def kept(*numbers: int) -> list[Week]:
    return weeks(*(Counts(kept=number, missed=7 - number) for number in numbers))


@pytest.mark.parametrize(("points", "fewest"), [(10, 2), (12, 3), (16, 4), (20, 6), (26, 8), (30, 10)])
def test_crossings_are_compared_with_the_published_table(points: int, fewest: int) -> None:
    assert fewest_crossings(points) == fewest
    assert not Shift(points, 1, crossings=fewest).has_few_crossings
    assert Shift(points, 1, crossings=fewest - 1).has_few_crossings


@pytest.mark.parametrize(("points", "longest"), [(10, 6), (12, 7), (16, 7), (20, 7), (26, 8), (30, 8)])
def test_runs_are_compared_with_the_published_table(points: int, longest: int) -> None:
    assert not Shift(points, longest, crossings=points).has_long_run
    assert Shift(points, longest + 1, crossings=points).has_long_run


def test_under_ten_useful_weeks_nothing_is_named() -> None:
    assert find_shift(kept(1, 1, 1, 1, 7, 7, 7, 7)) is None
    assert find_shift(kept(*[5] * 30)) is None  # all on the median
    assert find_shift([]) is None


def test_a_lasting_change_is_named() -> None:
    found = find_shift(kept(*[2] * 8, *[6] * 8))
    assert found is not None
    assert found.has_long_run
    assert (found.weeks, found.longest_run, found.crossings) == (16, 8, 1)


def test_a_rise_of_five_weeks_alone_is_no_shift() -> None:
    assert find_shift(kept(6, 2, 5, 3, 1, 2, 3, 4, 5, 6, 3, 5, 2, 6)) is None


def test_silence_makes_no_shift() -> None:
    answered = [Counts(kept=5)] * 8
    silent = [Counts(kept=2, unanswered=5)] * 8
    assert find_shift(weeks(*answered, *silent)) is None


def test_a_shift_that_only_the_kinder_reading_of_silence_shows_is_not_named() -> None:
    answered = [Counts(kept=kept_days, missed=7 - kept_days) for kept_days in (2, 3) * 5]
    silent = [Counts(kept=kept_days, unanswered=7 - kept_days) for kept_days in (2, 3) * 5]
    assert find_shift(weeks(*answered, *silent)) is None
