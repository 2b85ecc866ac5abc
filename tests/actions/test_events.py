"""Dated events beside the record."""

from datetime import date

import pytest

from tests.builders import MONDAY, on
from tests.moved_clock import MovedClock
from trustplanner.actions import events
from trustplanner.actions.runner import Runner
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.events import EventKind
from trustplanner.storage.queries.events import events as all_events


def test_events_stand_in_order_of_their_days_whenever_they_were_written(runner: Runner) -> None:
    later = runner.do("Event", events.add_event, MONDAY, EventKind.APOLOGY).result
    earlier = runner.do("Event", events.add_event, on("03-01"), EventKind.DISCLOSURE, " I told her ").result
    assert runner.vault.read(all_events) == (earlier, later)
    assert earlier.words == "I told her"


def test_an_event_is_changed_and_deleted(runner: Runner) -> None:
    made = runner.do("Event", events.add_event, MONDAY, EventKind.APOLOGY).result
    changed = runner.do("Change", events.change_event, made.id, on("05-01"), EventKind.SETBACK, "again").result
    assert (changed.id, changed.day, changed.kind, changed.words) == (
        made.id,
        on("05-01"),
        EventKind.SETBACK,
        "again",
    )
    runner.do("Delete", events.delete_event, made.id)
    assert runner.vault.read(all_events) == ()


@pytest.mark.parametrize(("day", "code"), [(on("05-05"), Code.FUTURE_DAY), (date.min, Code.DATE_IMPOSSIBLE)])
def test_an_event_happened_on_a_day_that_has_come(runner: Runner, clock: MovedClock, day: date, code: Code) -> None:
    clock.go_to(on("05-05"), "02:00")  # Monday's promise day
    made = runner.do("Event", events.add_event, MONDAY, EventKind.SETBACK).result
    with pytest.raises(RuleError) as refused:
        runner.do("Event", events.add_event, day, EventKind.SETBACK)
    assert refused.value.code is code
    with pytest.raises(RuleError) as refused:
        runner.do("Event", events.change_event, made.id, day, EventKind.SETBACK, "")
    assert refused.value.code is code
