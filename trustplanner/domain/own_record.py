"""The figures of one commitment without its chart: the same counts as the record's, from items made once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from trustplanner.domain.days import FIRST_DAY_START, DayStart
from trustplanner.domain.items import History, Item
from trustplanner.domain.known_range import window
from trustplanner.domain.record import Counts, Miss, count, misses


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """Since `first`, the day on which it began: all counts, those of the window (None for a "once"), every miss."""

    first: date
    counts: Counts
    window: Counts | None
    misses: tuple[Miss, ...]


def in_standing_order(every: Sequence[Item], today: date) -> list[Item]:
    """Items in the order in which they stand in windows and sums."""
    return sorted(every, key=lambda item: item.stands_on(today))


def own_record(
    history: History, every: Sequence[Item], today: date, day_start: DayStart = FIRST_DAY_START
) -> OwnRecord:
    """The figures of a history, whose items are `every`, in the order in which they stand."""
    begun = [terms.starts_on for terms in history.terms if terms.taken_back_at is None]
    begun += [date.fromordinal(row.day) for row in history.answers[:1]]
    first = min((day for day in begun if day <= today), default=today)
    shown = [item for item in every if first <= item.stands_on(today) <= today]
    found = window(every, history.terms, today, today)
    return OwnRecord(
        first=first,
        counts=count(shown),
        window=None if found is None else count(found),
        misses=tuple(misses(shown, history.tellings, day_start)),
    )
