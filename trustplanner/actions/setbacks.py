"""After a setback: what is done in each of the five acts, by when, and when it was done. Each can stay empty."""

from dataclasses import replace
from datetime import date

from trustplanner.actions.events import add_event
from trustplanner.actions.limits import refuse_against_limits
from trustplanner.actions.tracking import refuse_tracking
from trustplanner.domain.days import require_possible, require_possible_if_any
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.events import Event, EventKind
from trustplanner.domain.moments import Now, Setting
from trustplanner.domain.setbacks import SetbackAct, SetbackStep, put_away_name, setback_step_id
from trustplanner.storage.unit_of_work import UnitOfWork

PROMISES = frozenset({SetbackAct.MEND, SetbackAct.CHANGE})  # what is written there binds, as a repair does
TOUCHES_THEM = PROMISES | {SetbackAct.TELL}


def write_act(unit: UnitOfWork, now: Now, event_id: str, act: SetbackAct, words: str) -> SetbackStep:
    """Write what is done in one act.

    Raises:
        RuleError: NOT_FOUND if the event is gone or no setback; TRACKS_THEM; AGAINST_A_LIMIT for other words.
    """
    before = _step(unit, now, event_id, act)
    if act in PROMISES:
        refuse_tracking(unit, words)
    if act in TOUCHES_THEM and words != before.words:
        refuse_against_limits(unit, words)
    return _put(unit, now, replace(before, words=words))


def begin_with_act(unit: UnitOfWork, now: Now, day: date, act: SetbackAct, words: str) -> Event:
    """Write a setback down with the first words about it; where a rule refuses them nothing is written.

    Raises:
        RuleError: as `add_event` and `write_act`.
    """
    event = add_event(unit, now, day, EventKind.SETBACK)
    write_act(unit, now, event.id, act, words)
    return event


def plan_act(
    unit: UnitOfWork, now: Now, event_id: str, act: SetbackAct, by_on: date | None, by_minute: int | None = None
) -> SetbackStep:
    """Say by when, or that no time is set.

    Raises:
        RuleError: NOT_FOUND, DATE_IMPOSSIBLE.
    """
    minute = None if by_on is None else by_minute
    before = _step(unit, now, event_id, act)
    return _put(unit, now, replace(before, by_on=require_possible_if_any(by_on), by_minute=minute))


def mark_act(
    unit: UnitOfWork, now: Now, event_id: str, act: SetbackAct, done_on: date | None, done_minute: int | None = None
) -> SetbackStep:
    """Say when it was done, or that it is not; both on the wall clock.

    Raises:
        RuleError: NOT_FOUND, DATE_IMPOSSIBLE, FUTURE_DAY.
    """
    if done_on is not None and require_possible(done_on) > now.local.date():
        raise RuleError(Code.FUTURE_DAY)
    minute = None if done_on is None else done_minute
    return _put(unit, now, replace(_step(unit, now, event_id, act), done_on=done_on, done_minute=minute))


def put_away(unit: UnitOfWork, now: Now, event_id: str) -> None:
    """Say no more of a setback on Today; what was written stays."""
    _require_setback(unit, event_id)
    unit.put(Setting(put_away_name(event_id), now.today.isoformat()))


def take_up_again(unit: UnitOfWork, now: Now, event_id: str) -> None:
    """Let Today say again what comes next after a setback."""
    _require_setback(unit, event_id)
    kept = unit.get(Setting, put_away_name(event_id))
    if kept is not None:
        unit.delete(kept)


def _require_setback(unit: UnitOfWork, event_id: str) -> None:
    if unit.require(Event, event_id).kind is not EventKind.SETBACK:
        raise RuleError(Code.NOT_FOUND)


def _step(unit: UnitOfWork, now: Now, event_id: str, act: SetbackAct) -> SetbackStep:
    _require_setback(unit, event_id)
    key = setback_step_id(event_id, act)
    return unit.get(SetbackStep, key) or SetbackStep(key, event_id, act, "", None, None, None, None, now.at)


def _put(unit: UnitOfWork, now: Now, step: SetbackStep) -> SetbackStep:
    """Write an act, or take the empty one away: nothing was said in it."""
    if step.words.strip() or step.by_on is not None or step.done_on is not None:
        return unit.put(replace(step, updated_at=now.at))
    kept = unit.get(SetbackStep, step.id)
    if kept is not None:
        unit.delete(kept)
    return step
