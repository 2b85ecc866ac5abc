"""Dated events beside the record."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from trustplanner.domain.days import require_possible
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.events import Event, EventKind
from trustplanner.domain.moments import Now, Setting
from trustplanner.domain.setbacks import put_away_name
from trustplanner.storage.queries.setbacks import setback_steps
from trustplanner.storage.unit_of_work import UnitOfWork


def add_event(unit: UnitOfWork, now: Now, day: date, kind: EventKind, words: str = "") -> Event:
    """Write down what happened on a day that has come.

    Raises:
        RuleError: FUTURE_DAY, DATE_IMPOSSIBLE.
    """
    return unit.put(Event(str(uuid4()), _past(now, day), kind, words.strip(), now.at))


def change_event(unit: UnitOfWork, now: Now, event_id: str, day: date, kind: EventKind, words: str) -> Event:
    """Change an event; one that has acts after a setback stays a setback.

    Raises:
        RuleError: NOT_FOUND, FUTURE_DAY, DATE_IMPOSSIBLE, HAS_SETBACK_STEPS.
    """
    before = unit.require(Event, event_id)
    if kind is not EventKind.SETBACK and unit.read(setback_steps, event_id):
        raise RuleError(Code.HAS_SETBACK_STEPS)
    return unit.put(replace(before, day=_past(now, day), kind=kind, words=words.strip()))


def delete_event(unit: UnitOfWork, now: Now, event_id: str) -> None:
    """Delete an event, with the acts written after a setback."""
    event = unit.require(Event, event_id)
    for step in unit.read(setback_steps, event_id):
        unit.delete(step)
    is_put_away = unit.get(Setting, put_away_name(event_id))
    if is_put_away is not None:
        unit.delete(is_put_away)
    unit.delete(event)


def _past(now: Now, day: date) -> date:
    if require_possible(day) > now.today:
        raise RuleError(Code.FUTURE_DAY)
    return day
