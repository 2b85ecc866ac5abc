"""How a share is counted: the lines end in the record's own figures, whatever the history."""

from dataclasses import replace
from datetime import date

from hypothesis import event, given

from tests.builders import MONDAY, a_history, a_pause, on, row, some_terms
from tests.domain.histories import DAY, Scene, scenes
from trustplanner.domain.answers import Value
from trustplanner.domain.counted import HowCounted, Part, how_counted
from trustplanner.domain.items import History, Outcome, items
from trustplanner.domain.known_range import Window
from trustplanner.domain.own_record import in_standing_order, own_record
from trustplanner.domain.record import Counts, build_record
from trustplanner.domain.schedules import Unit, daily, on_month_day, once, times_a


def counted(history: History, today: date) -> HowCounted | None:
    return how_counted(history, in_standing_order(items(history, today), today), today)


def rebuilt(found: HowCounted) -> Counts:
    """The figures added up from what stands in the lines, without looking at any sum in them."""
    outcomes = [line.outcome for line in found.lines]
    return Counts(
        kept=outcomes.count(Outcome.KEPT),
        partly=outcomes.count(Outcome.PARTLY),
        missed=outcomes.count(Outcome.MISSED),
        unanswered=outcomes.count(Outcome.UNANSWERED),
        not_applicable=outcomes.count(Outcome.NOT_APPLICABLE),
        late=sum(line.late_by > 0 for line in found.lines),
    )


@given(scenes())
def test_the_lines_end_in_the_figures_of_the_record(scene: Scene) -> None:
    history, today = scene
    (expected,) = build_record([history], today).commitments
    found = counted(history, today)
    event("a once" if found is None else found.kind)
    assert (found is None) == (expected.window is None)
    if found is None or expected.window is None:
        return
    assert found.counts == expected.window
    assert rebuilt(found) == expected.window
    assert sum(line.halves for line in found.lines) == 2 * expected.window.kept + expected.window.partly


@given(scenes())
def test_the_own_record_has_the_figures_of_the_record(scene: Scene) -> None:
    history, today = scene
    record = build_record([history], today)
    (expected,) = record.commitments
    found = own_record(history, in_standing_order(items(history, today), today), today)
    assert (found.first, found.counts, found.window) == (record.first, expected.counts, expected.window)
    assert found.misses == expected.misses


@given(scenes())
def test_every_line_adds_what_it_says_and_nothing_else(scene: Scene) -> None:
    found = counted(*scene)
    if found is None:
        return
    before = Counts()
    for line in found.lines:
        is_in_sum = line.part is Part.IN_SUM
        assert line.sum_so_far.due - before.due == is_in_sum
        assert line.sum_so_far.not_applicable - before.not_applicable == (line.part is Part.NOT_APPLICABLE)
        assert (line.outcome is None) == (line.part is Part.PAUSED)
        before = line.sum_so_far


@given(scenes())
def test_a_paused_line_is_what_would_have_been_asked_without_the_pause(scene: Scene) -> None:
    history, today = scene
    found, without = counted(history, today), counted(replace(history, pauses=()), today)
    if found is None or without is None:
        return
    paused = {line.day for line in found.lines if line.part is Part.PAUSED}
    asked = {line.day for line in found.lines} - paused
    assert paused.isdisjoint(asked)
    if found.kind is Window.DAYS:
        assert paused | asked == {line.day for line in without.lines}


def the_lines(history: History, today: str) -> list[tuple[str, Part]]:
    found = counted(history, on(today))
    assert found is not None
    return [(f"{line.day:%m-%d}", line.part) for line in found.lines]


def test_what_left_the_sum_stands_among_the_lines_with_its_reason() -> None:
    answers = [row(MONDAY, Value.KEPT), row(MONDAY + DAY, Value.NOT_APPLICABLE)]
    history = a_history(some_terms(daily()), answers, [a_pause(on("05-06"), on("05-06"))])
    assert the_lines(history, "05-08") == [
        ("05-04", Part.IN_SUM),
        ("05-05", Part.NOT_APPLICABLE),
        ("05-06", Part.PAUSED),
        ("05-07", Part.OPEN),
        ("05-08", Part.OPEN),
    ]


def test_the_last_twelve_begin_with_the_first_of_them() -> None:
    terms = some_terms(on_month_day(1), on("2025-01-01"))
    answers = [row(on(f"2025-{month:02}-01"), Value.KEPT) for month in range(1, 13)]
    history = a_history(terms, [*answers, row(on("03-01"), Value.MISSED)])
    found = counted(history, on("05-20"))
    assert found is not None
    assert (found.kind, found.first) == (Window.ITEMS, on("2025-06-01"))
    assert found.counts.due == 12


def test_a_running_period_is_still_open() -> None:
    history = a_history(some_terms(times_a(Unit.WEEK, 2)), [row(on("05-10"), Value.KEPT)])
    assert the_lines(history, "05-12") == [("05-10", Part.IN_SUM), ("05-17", Part.OPEN)]


def test_a_once_has_nothing_to_count() -> None:
    assert counted(a_history(some_terms(once(on("05-20")))), on("05-12")) is None
