"""A commitment that is missed again and again: what is said of it, and when nothing new is promised."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from trustplanner.domain.commitments import Direction, Terms
from trustplanner.domain.follow_through import items_back
from trustplanner.domain.items import History, Item, Outcome
from trustplanner.domain.miss_steps import HIDDEN, LOOKED_AT, NOT_FIRST, OFTEN, last_due
from trustplanner.domain.record import Miss, misses


class OftenMissed(NamedTuple):
    """A commitment that may be the wrong size: so many of its last items due were missed, the newest on `newest`."""

    missed: int
    due: int
    newest: date


def often_missed(
    every: Sequence[Item], terms: Iterable[Terms], left_on: date | None, today: date
) -> OftenMissed | None:
    """What is said of a commitment of which three of the last ten due were missed; None where nothing is to be said.

    It stands until the counts change. Once it was promised otherwise since, or left for now (`left_on` is the miss
    after which it was), nothing is said until the next miss.
    """
    last = last_due(every, today)
    missed = [item.day for item in last if item.outcome is Outcome.MISSED]
    if len(missed) < OFTEN or (left_on is not None and missed[-1] <= left_on):
        return None
    changed = (row for row in terms if row.taken_back_at is None and row.direction is not Direction.FIRST)
    if any(row.written_on >= missed[-1] for row in changed):
        return None
    return OftenMissed(len(missed), len(last), missed[-1])


def hidden_misses(
    every: Sequence[Item], found: Sequence[Miss], session_days: Iterable[date], today: date
) -> list[Miss]:
    """Misses among the last ten due that did not come from you first, and that no session has come after.

    A session counts from its day on, if that is later than the day on which it was written how the miss came out.
    """
    missed = {item.day for item in last_due(every, today) if item.outcome is Outcome.MISSED}
    held = max((day for day in session_days if day <= today), default=date.min)
    hidden = (miss for miss in found if miss.day in missed and miss.how in NOT_FIRST)
    return [miss for miss in hidden if held <= miss.changes[-1].written_on]


def is_closed_to_new(suspects: Iterable[History], session_days: Sequence[date], today: date) -> bool:
    """Whether two misses of one commitment are hidden still, so that nothing new is promised before a session.

    `suspects` have all their past, each with two tellings at least that say it did not come from the person first.
    """
    for history in suspects:
        every = items_back(history, today, today, LOOKED_AT)
        if len(hidden_misses(every, misses(every, history.tellings), session_days, today)) >= HIDDEN:
            return True
    return False


def left_alone_name(commitment_id: str) -> str:
    """The setting that says after which miss a commitment was left for now."""
    return f"left_alone/{commitment_id}"


def left_alone_on(values: Mapping[str, str], commitment_id: str) -> date | None:
    """The day of the miss after which it was left for now; None if it never was."""
    kept = values.get(left_alone_name(commitment_id), "")
    return date.fromisoformat(kept) if kept else None
