"""What holds for every history: random schedules, terms, pauses and answers, looked at on any day."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

from hypothesis import assume, event, given
from hypothesis import strategies as st

from tests.builders import row
from tests.domain.histories import DAY, Scene, answered, plain_items, plain_quiet_value, plain_range, scenes
from trustplanner.domain.answers import Value, readable
from trustplanner.domain.commitments import paused_spans, terms_on
from trustplanner.domain.days import is_open
from trustplanner.domain.items import Item, Outcome, items
from trustplanner.domain.known_range import (
    QUIET_LINE_FROM_DUE,
    RATE_FROM_DUE,
    WINDOW_DAYS,
    WINDOW_ITEMS,
    quiet_line,
    range_points,
    window,
)
from trustplanner.domain.record import CommitmentRecord, Counts, build_record, count, monday_of, weeks
from trustplanner.domain.schedules import Shape, is_judged_by_day_at_least_weekly


def record_of(scene: Scene) -> CommitmentRecord:
    (found,) = build_record([scene.history], scene.today).commitments
    return found


def shares(found: CommitmentRecord) -> list[tuple[float | None, float | None]]:
    counts = [found.counts, found.window or Counts(), *(week.counts for week in found.weeks)]
    return [(each.low, each.high) for each in counts] + [(point.low, point.high) for point in found.range_points]


def is_in_range(inner: tuple[float | None, float | None], outer: tuple[float | None, float | None]) -> bool:
    if inner[0] is None or inner[1] is None:
        return True
    assert outer[0] is not None
    assert outer[1] is not None
    return outer[0] <= inner[0] + 1e-12 and inner[1] <= outer[1] + 1e-12


# Items


@given(scenes())
def test_items_are_what_every_single_day_asks_for(scene: Scene) -> None:
    found = {item.day: item for item in items(*scene)}
    plain = plain_items(*scene)
    assert [item.day for item in plain] == sorted(found)
    for expected in plain:
        item = found[expected.day]
        assert item.outcome is expected.outcome
        if expected.terms is not None:
            assert (item.first, item.terms) == (expected.first, expected.terms)


@given(scenes(), st.integers(-3, 160))
def test_items_since_a_day_are_the_later_ones_of_all(scene: Scene, days: int) -> None:
    whole = items(*scene)
    starts = [terms.starts_on for terms in scene.history.terms]
    for since in (starts[0] + timedelta(days=days), *starts, *(start - DAY for start in starts)):
        assert items(*scene, since=since) == [item for item in whole if item.day >= since]


@given(scenes(), st.integers(1, 100))
def test_a_closed_day_never_changes_by_itself(scene: Scene, days: int) -> None:
    def closed(today: date) -> list[Item]:
        return [item for item in items(scene.history, today) if not is_open(item.day, scene.today)]

    assert closed(scene.today + timedelta(days=days)) == closed(scene.today)


@given(scenes())
def test_no_answer_that_stays_readable_is_lost(scene: Scene) -> None:
    rows = {day: list(found) for day, found in groupby(scene.history.answers, key=lambda each: each.day)}
    shown = {item.day.toordinal(): item for item in items(*scene)}
    for day, written in rows.items():
        stays = readable(written)
        if stays:
            item = shown[day]
            assert set(item.earlier) <= set(stays)
            assert set(stays) - set(item.earlier) <= {written[-1]}


# Shares


@given(scenes())
def test_shares_lie_within_0_and_1_and_low_is_never_above_high(scene: Scene) -> None:
    found = record_of(scene)
    for low, high in shares(found):
        if low is not None and high is not None:
            assert 0 <= low <= high <= 1
    assert all(-1e-12 <= point.value <= 1 + 1e-12 for point in found.quiet_points)
    assert all(point.due >= RATE_FROM_DUE for point in found.range_points)


@given(scenes())
def test_not_applicable_days_change_no_share(scene: Scene) -> None:
    """With all of them taken out, every figure is the same."""
    every = items(*scene)
    without = [item for item in every if item.outcome is not Outcome.NOT_APPLICABLE]
    today, terms = scene.today, scene.history.terms
    assume(len(without) < len(every))
    assert replace(count(every), not_applicable=0, late=0) == replace(count(without), late=0)
    shown, plain = window(every, terms, today, today), window(without, terms, today, today)
    assert shown is None or plain is None or count(shown).due == count(plain).due
    assert (
        shown is None or plain is None or (count(shown).low, count(shown).high) == (count(plain).low, count(plain).high)
    )
    assert range_points(every, terms, today, today) == range_points(without, terms, today, today)
    assert quiet_line(every, today) == quiet_line(without, today)


@given(scenes())
def test_answering_an_open_item_with_not_applicable_changes_no_share(scene: Scene) -> None:
    for item in items(*scene):
        if item.outcome is Outcome.OPEN and not item.times and item.day <= scene.today:
            changed = answered(scene.history, row(item.day, Value.NOT_APPLICABLE, scene.today))
            assert shares_with_due(record_of(Scene(changed, scene.today))) == shares_with_due(record_of(scene))


def shares_with_due(found: CommitmentRecord) -> list[tuple[int, float | None, float | None]]:
    counts = [found.counts, found.window or Counts()]
    return [(each.due, each.low, each.high) for each in counts] + [
        (point.due, point.low, point.high) for point in found.range_points
    ]


def changeable(scene: Scene) -> list[Item]:
    """Items that may be answered with anything: a period only once it is over."""
    return [item for item in items(*scene) if item.day < scene.today or (not item.times and item.day <= scene.today)]


@given(scenes(), st.data())
def test_nothing_changed_to_missed_ever_raises_a_figure(scene: Scene, data: st.DataObject) -> None:
    """Nothing, kept, partly or not applicable: no share, no window and no later point rises."""
    found = changeable(scene)
    assume(found)
    item = data.draw(st.sampled_from(found))
    event(str(item.outcome))
    before = record_of(scene)
    after = record_of(Scene(answered(scene.history, row(item.day, Value.MISSED, scene.today)), scene.today))
    for old, new in [(before.counts, after.counts), (before.window or Counts(), after.window or Counts())]:
        assert new.due >= old.due
        assert not_above(new.low, old.low)
        assert not_above(new.high, old.high)
    later = {point.day: point for point in after.range_points}
    for point in before.range_points:
        assert not_above(later[point.day].low, point.low)
        assert not_above(later[point.day].high, point.high)
    lines = {point.day: point.value for point in after.quiet_points}
    for quiet in before.quiet_points:
        assert not_above(lines[quiet.day], quiet.value)


def not_above(new: float | None, old: float | None) -> bool:
    return new is None or new <= (1 if old is None else old) + 1e-12


@given(scenes(), st.data())
def test_answering_a_closed_unanswered_item_gives_a_range_inside_the_old_one(scene: Scene, data: st.DataObject) -> None:
    silent = [item for item in items(*scene) if item.outcome is Outcome.UNANSWERED]
    assume(silent)
    item = data.draw(st.sampled_from(silent))
    value = data.draw(st.sampled_from([Value.KEPT, Value.PARTLY, Value.MISSED, Value.NOT_APPLICABLE]))
    before = record_of(scene)
    after = record_of(Scene(answered(scene.history, row(item.day, value, scene.today)), scene.today))
    assert is_in_range((after.counts.low, after.counts.high), (before.counts.low, before.counts.high))
    if before.window is not None and after.window is not None:
        assert is_in_range((after.window.low, after.window.high), (before.window.low, before.window.high))
    old = {point.day: (point.low, point.high) for point in before.range_points}
    assert all(is_in_range((new.low, new.high), old[new.day]) for new in after.range_points)


# The fast figures against the plain definition


def in_sum(every: Iterable[Item]) -> list[Item]:
    return [item for item in every if item.is_in_sum]


@given(scenes())
def test_range_points_are_the_plain_range_over_each_window(scene: Scene) -> None:
    every, today = in_sum(items(*scene)), scene.today
    expected = []
    for day in sorted({item.stands_on(today) for item in every if item.stands_on(today) <= today}):
        terms = terms_on(scene.history.terms, day)
        until = [item for item in every if item.stands_on(today) <= day]
        if terms is None or terms.schedule.shape is Shape.ONCE:
            continue
        if is_judged_by_day_at_least_weekly(terms.schedule):
            inside = [item for item in until if item.stands_on(today) > day - WINDOW_DAYS * DAY]
        else:
            inside = until[-WINDOW_ITEMS:]
        if len(inside) >= RATE_FROM_DUE:
            expected.append((day, *plain_range(inside)))
    found = record_of(scene).range_points
    assert [(point.day, point.due, point.low, point.high) for point in found] == expected


@given(scenes())
def test_the_window_is_the_range_point_of_its_last_day(scene: Scene) -> None:
    found = record_of(scene)
    if found.window is not None and found.range_points and found.range_points[-1].day == scene.today:
        point = found.range_points[-1]
        assert (point.due, point.low, point.high) == (found.window.due, found.window.low, found.window.high)


@given(scenes())
def test_the_quiet_line_is_its_plain_definition(scene: Scene) -> None:
    every, today = items(*scene), scene.today
    expected: list[tuple[date, float]] = []
    for day in sorted({item.stands_on(today) for item in every if item.is_in_sum and item.is_answered}):
        due = sum(item.is_in_sum and item.stands_on(today) <= day for item in every)
        if due >= QUIET_LINE_FROM_DUE:
            expected.append((day, plain_quiet_value(every, day, today)))
    found = quiet_line(every, today)
    assert [point.day for point in found] == [day for day, _ in expected]
    assert all(abs(point.value - value) < 1e-9 for point, (_, value) in zip(found, expected, strict=True))


@given(scenes())
def test_the_weeks_add_up_to_the_counts(scene: Scene) -> None:
    found = record_of(scene)
    assert sum((week.counts for week in found.weeks), Counts()) == found.counts
    for week in found.weeks:
        assert week.counts == count(week.items)
        assert {monday_of(item.stands_on(scene.today)) for item in week.items} == {week.monday}


@given(scenes(), st.integers(0, 150), st.integers(0, 150))
def test_records_of_neighbouring_stretches_add_up(scene: Scene, first: int, length: int) -> None:
    start = scene.history.terms[0].starts_on + timedelta(days=first)
    middle = start + timedelta(days=length // 2)
    end = start + timedelta(days=length)

    def counts(begin: date, until: date) -> Counts:
        return build_record([scene.history], scene.today, begin, until).totals

    assert counts(start, middle) + counts(middle + DAY, end) == counts(start, end)


@given(scenes())
def test_paused_days_without_an_answer_are_no_items(scene: Scene) -> None:
    spans = paused_spans(scene.history.pauses, scene.history.commitment.id)
    for item in items(*scene):
        if item.first == item.day and any(start <= item.day <= end for start, end in spans) and not item.times:
            assert item.is_answered or item.earlier


def days_of(found: Sequence[Item]) -> list[date]:
    return [item.day for item in found]


@given(scenes())
def test_items_stand_in_order_each_day_once(scene: Scene) -> None:
    found = items(*scene)
    assert days_of(found) == sorted(set(days_of(found)))
    assert all(item.first <= item.day for item in found)
    assert weeks(found, scene.today) == sorted(weeks(found, scene.today), key=lambda week: week.monday)
