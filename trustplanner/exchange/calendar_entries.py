"""Which days a calendar outside the program shows: what the commitments ask for from today on.

Waiting and ended commitments ask for nothing, a change that needs notice counts from its day, and paused days are left
out: all of that is read off the items, so that a calendar and Today never differ.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Final
from uuid import UUID, uuid5

from trustplanner.domain.commitments import Terms, paused_spans, segments
from trustplanner.domain.days import DayStart
from trustplanner.domain.items import History, items
from trustplanner.domain.schedules import Schedule, Shape, due_days
from trustplanner.domain.settings import day_start_of
from trustplanner.exchange.closed_by_safety import require_not_stopped
from trustplanner.exchange.readers import Reader
from trustplanner.storage.queries.commitments import histories
from trustplanner.storage.queries.plans import settings

_IDS: Final = UUID("0f1d3c86-3a3c-4a0c-8a0e-6d3f1b0c9a52")  # the same terms have the same entry in every export
# From here on every day is as the schedule alone says; the longest one comes at least once in that time.
_UNTIL_REGULAR: Final = timedelta(days=2 * 366)


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One entry that comes again: its first day, its last or None, and the days of its schedule on which it does not.

    `at_minute` is None for an entry that takes the whole day.
    """

    id: str
    schedule: Schedule
    at_minute: int | None
    first: date
    last: date | None
    left_out: tuple[date, ...]


def calendar_entries(vault: Reader, today: date) -> list[CalendarEntry]:
    """The entries of all commitments, in the person's order.

    Raises:
        RuleError: STOPPED: commitments are closed.
    """
    require_not_stopped(vault)
    day_start = day_start_of(vault.read(settings))
    return [entry for history in vault.read(histories) for entry in entries_of(history, today, day_start)]


def entries_of(history: History, today: date, day_start: DayStart) -> Iterator[CalendarEntry]:
    """One entry for each terms that ask for something from today on, in order of days."""
    asking = replace(history, answers=(), done_days=(), tellings=(), views=())
    spans = segments(asking.terms)
    horizon = max([today, *_days_of_change(asking)]) + _UNTIL_REGULAR
    found = items(asking, horizon, since=today)
    in_order = sorted((item.terms.seq or 0, item.day, item.terms) for item in found if item.terms is not None)
    for seq, group in groupby(in_order, key=lambda each: each[0]):
        days = [(day, terms) for _, day, terms in group]
        goes_on = spans[-1].last is None and spans[-1].terms.seq == seq
        yield _entry(days[0][1], [day for day, _ in days], horizon if goes_on else None, day_start)


def _days_of_change(history: History) -> Iterable[date]:
    yield from (terms.starts_on for terms in history.terms)
    yield from (last for _, last in paused_spans(history.pauses, history.commitment.id))


def _entry(terms: Terms, days: list[date], goes_on_after: date | None, day_start: DayStart) -> CalendarEntry:
    """`days` are all of its days, up to `goes_on_after` if it has no end."""
    schedule = terms.schedule
    is_endless = goes_on_after is not None and schedule.shape is not Shape.ONCE
    known_until = goes_on_after if goes_on_after is not None and is_endless else days[-1]
    shown = set(days)
    return CalendarEntry(
        id=str(uuid5(_IDS, f"{terms.commitment_id} {terms.seq}")),
        schedule=schedule,
        at_minute=_time_shown(terms, day_start),
        first=days[0],
        last=None if is_endless else days[-1],
        left_out=tuple(day for day in due_days(schedule, days[0], known_until) if day not in shown),
    )


def _time_shown(terms: Terms, day_start: DayStart) -> int | None:
    """The promised time, on the wall clock of wherever one is.

    A time before the day starts belongs to the night that ends the promise day, on another date of a calendar; so does
    a review of a week or a month to no hour. Both take the whole day.
    """
    if terms.at_minute is None or terms.at_minute < day_start.minutes or terms.schedule.shape is Shape.TIMES:
        return None
    return terms.at_minute
