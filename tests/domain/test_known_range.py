"""What a share looks back over, the range over time and the quiet line, against the rules worked by hand."""

from datetime import date, timedelta

import pytest

from tests.builders import MONDAY, NOON, a_history, a_pause, on, row, some_terms
from tests.domain.lettered_days import KEPT, MISSED, NOT_APPLICABLE, daily_record, record_of, written
from trustplanner.domain.commitments import Stance
from trustplanner.domain.items import items
from trustplanner.domain.known_range import (
    QUIET_LINE_FROM_DUE,
    WINDOW_DAYS,
    WINDOW_ITEMS,
    quiet_line,
    range_points,
    window,
)
from trustplanner.domain.record import Counts, build_record
from trustplanner.domain.schedules import Unit, daily, every, on_month_day, on_weekdays, once, times_a

DAY = timedelta(days=1)
SUNDAY = on("05-10")


# Windows


def test_the_window_of_daily_and_weekly_shapes_is_the_last_28_days() -> None:
    for schedule in (daily(), on_weekdays([0, 3]), every(7, Unit.DAY, MONDAY), every(1, Unit.WEEK, MONDAY)):
        history = a_history(some_terms(schedule))
        today = MONDAY + 100 * DAY
        found = window(items(history, today), history.terms, today, today)
        assert found is not None
        assert {item.day for item in found} == {
            item.day for item in items(history, today) if item.day > today - WINDOW_DAYS * DAY and item.is_in_sum
        }


def test_the_28_days_include_the_last_one() -> None:
    """Kept on the oldest day of the window and on the one before it."""
    answers = written("KK" + "M" * 27)
    history = a_history(some_terms(), answers)
    last = MONDAY + 28 * DAY
    found = record_of(history, last).window
    assert found == Counts(kept=1, missed=27)


def test_the_window_of_rarer_shapes_is_the_last_12_items() -> None:
    for schedule in (every(8, Unit.DAY, MONDAY), times_a(Unit.WEEK, 2), times_a(Unit.MONTH, 4), on_month_day(1)):
        history = a_history(some_terms(schedule))
        today = on("2029-01-01")
        found = window(items(history, today), history.terms, today, today)
        assert found is not None
        assert len(found) == WINDOW_ITEMS


def test_not_applicable_items_take_no_place_among_the_12_but_are_told() -> None:
    first = on("2025-01-01")
    answers = [row(date(2025 + at // 12, at % 12 + 1, 1), NOT_APPLICABLE) for at in (3, 5, 16)]
    history = a_history(some_terms(on_month_day(1), first), answers)
    found = record_of(history, on("2026-06-15")).window
    assert found is not None
    assert (found.due, found.not_applicable) == (12, 2)


def test_with_fewer_than_12_items_the_window_is_all_of_them() -> None:
    history = a_history(some_terms(on_month_day(1), on("2026-01-01")), [row(on("2026-01-01"), NOT_APPLICABLE)])
    found = record_of(history, on("2026-06-15")).window
    assert found is not None
    assert (found.due, found.not_applicable) == (5, 1)


def test_once_has_only_its_state() -> None:
    found = record_of(a_history(some_terms(once(MONDAY)), written("K")), MONDAY + DAY)
    assert found.window is None
    assert found.range_points == ()
    assert found.counts == Counts(kept=1)


def test_the_window_goes_by_the_terms_in_force_on_its_last_day() -> None:
    rows = [some_terms(), some_terms(on_month_day(1), on("2026-07-01"), seq=2)]
    history = a_history(rows)
    by_days = record_of(history, on("2026-09-15"), last=on("2026-06-30")).window
    by_items = record_of(history, on("2026-09-15")).window
    assert by_days == Counts(unanswered=28)
    assert by_items == Counts(unanswered=12), "three firsts of the month and nine days before"


def test_a_window_that_ends_before_the_first_day_is_empty() -> None:
    history = a_history(some_terms(starts_on=on("2026-06-01")))
    assert record_of(history, on("2026-06-20"), first=MONDAY, last=SUNDAY).window == Counts()


def test_a_commitment_without_terms_in_force_has_an_empty_record() -> None:
    for terms in ([], [some_terms(taken_back_at=NOON)]):
        found = record_of(a_history(terms), SUNDAY)
        assert (found.counts, found.window, found.stance) == (Counts(), Counts(), Stance.WAITING)


def test_no_commitment_at_all_is_an_empty_record() -> None:
    record = build_record([], SUNDAY)
    assert (record.first, record.last, record.totals, record.commitments) == (SUNDAY, SUNDAY, Counts(), ())


# The range over time


def test_a_range_point_stands_on_each_day_with_something_due_from_five_due_on() -> None:
    points = daily_record("KKKMN.KK").range_points
    assert [(point.day - MONDAY).days for point in points] == [5, 6, 7]
    assert [(point.due, point.low, point.high) for point in points] == [
        (5, 3 / 5, 4 / 5),
        (6, 4 / 6, 5 / 6),
        (7, 5 / 7, 6 / 7),
    ]


def test_a_range_point_looks_back_28_days() -> None:
    found = daily_record("M" * 28 + "K" * 28)
    by_day = {(point.day - MONDAY).days: point for point in found.range_points}
    assert (by_day[27].low, by_day[28].low, by_day[41].low, by_day[55].low) == (0, 1 / 28, 0.5, 1)
    assert {point.due for day, point in by_day.items() if day >= 27} == {28}


def test_the_last_range_point_is_the_share_of_the_window() -> None:
    found = daily_record("KMPK.KKMNK" * 5, last=MONDAY + 49 * DAY)
    assert found.window is not None
    assert (found.range_points[-1].low, found.range_points[-1].high) == (found.window.low, found.window.high)


def test_range_points_before_the_first_shown_day_are_left_out_but_counted() -> None:
    whole, part = daily_record("K" * 20), daily_record("K" * 20, first=MONDAY + 10 * DAY)
    assert part.range_points == whole.range_points[-len(part.range_points) :]
    assert part.range_points[0].day == MONDAY + 10 * DAY
    assert part.range_points[0].due == 11


def test_rarer_shapes_have_their_points_over_12_items() -> None:
    history = a_history(some_terms(times_a(Unit.WEEK, 1)), [row(SUNDAY + 7 * at * DAY, KEPT) for at in range(20)])
    today = SUNDAY + 19 * 7 * DAY
    found = range_points(items(history, today), history.terms, today, today)
    assert [point.due for point in found] == [5, 6, 7, 8, 9, 10, 11] + [12] * 9


# The quiet line


def test_the_quiet_line_of_fourteen_kept_days_is_one() -> None:
    (only,) = daily_record("K" * 14).quiet_points
    assert only.day == MONDAY + 13 * DAY
    assert only.value == pytest.approx(1.0)


def test_the_quiet_line_by_hand() -> None:
    """Thirteen misses, one kept day later by a half-life, and one day after that a partly.

    At day 26 a miss of day d weighs 0.5 ** ((26 - d) / 14): a geometric sum of thirteen terms from 0.5 down.
    """
    found = daily_record("M" * 13 + "." * 13 + "KP").quiet_points
    step = 0.5 ** (1 / 14)
    misses_then = 0.5 * (1 - step**13) / (1 - step)
    assert [(point.day - MONDAY).days for point in found] == [26, 27]
    assert found[0].value == pytest.approx(1 / (1 + misses_then))
    assert found[0].value == pytest.approx(0.169125, abs=1e-6)
    assert found[1].value == pytest.approx((0.5 + step) / (1 + step + misses_then * step))


def test_a_days_weight_halves_every_14_days() -> None:
    """Thirteen silent days between a kept and a missed day: the kept one weighs half."""
    (point,) = daily_record("K" + "." * 13 + "M").quiet_points
    assert point.value == pytest.approx(0.5 / 1.5)


def test_no_point_stands_on_a_day_without_an_answer() -> None:
    found = daily_record("K" * 14 + "..N.K").quiet_points
    assert [(point.day - MONDAY).days for point in found] == [13, 18]


def test_no_point_follows_the_day_when_something_was_answered_ahead() -> None:
    ahead = some_terms(once(on("06-20")), on("06-01"), seq=2)
    history = a_history([some_terms(), ahead], [*written("K" * 28), row(on("06-20"), KEPT, on("06-02"))])
    for today in (on("06-03"), on("06-10")):
        assert record_of(history, today).quiet_points[-1].day == on("06-02")


def test_the_quiet_line_begins_with_fourteen_due_items_answered_or_not() -> None:
    assert daily_record("K" * 13).quiet_points == ()
    assert [(point.day - MONDAY).days for point in daily_record("." * 12 + "KK").quiet_points] == [13]
    assert QUIET_LINE_FROM_DUE == 14


def test_not_applicable_days_count_nothing_in_the_quiet_line() -> None:
    with_them, without = "KM" + "N" * 20 + "K" * 14, "KM" + "K" * 14
    paused = a_history(
        some_terms(),
        written("KM") + written("K" * 14, MONDAY + 22 * DAY),
        [a_pause(MONDAY + 2 * DAY, MONDAY + 21 * DAY)],
    )
    assert daily_record(with_them).quiet_points == record_of(paused, MONDAY + 37 * DAY).quiet_points
    assert len(daily_record(without).quiet_points) == len(daily_record(with_them).quiet_points)


def test_the_quiet_line_reaches_back_over_the_whole_commitment() -> None:
    """Unlike the window it keeps weighing old days, only less."""
    shown = daily_record("M" * 28 + "K" * 28, first=MONDAY + 50 * DAY)
    assert shown.range_points[-1].low == 1.0
    assert shown.quiet_points[-1].value < 1.0


def test_ten_years_of_days_do_not_lose_the_quiet_line() -> None:
    answers = [row(MONDAY + at * DAY, KEPT if at % 2 else MISSED) for at in range(3652)]
    last = quiet_line(items(a_history(some_terms(), answers), MONDAY + 3652 * DAY), MONDAY + 3652 * DAY)[-1]
    step = 0.5 ** (1 / 14)
    assert last.value == pytest.approx(1 / (1 + step))
