"""A month looked back on: what each commitment asked for in it, and how its misses came out. Counts, nothing else."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from trustplanner.domain.answers import How
from trustplanner.domain.days import DayStart
from trustplanner.domain.items import History
from trustplanner.domain.record import Counts, build_record, by_how


@dataclass(frozen=True, slots=True)
class MonthOfOne:
    """One commitment in one month; `how` counts its misses by how they came out, None being "nothing said yet"."""

    commitment_id: str
    title: str
    counts: Counts
    how: dict[How | None, int]


def last_of_month(first: date) -> date:
    """The last day of the month that begins with `first`."""
    return first.replace(day=monthrange(first.year, first.month)[1])


def look_back(histories: Iterable[History], first: date, today: date, day_start: DayStart) -> tuple[MonthOfOne, ...]:
    """The commitments that asked for something in the month from `first` on, as far as it has gone, in their order.

    Commitments that have ended since are among them, so that no miss is left behind.
    """
    last = min(last_of_month(first), today)
    if last < first:
        return ()
    record = build_record(histories, today, first, last, day_start=day_start)
    return tuple(
        MonthOfOne(each.commitment_id, each.title, each.counts, by_how(each.misses))
        for each in record.commitments
        if each.counts.due or each.counts.not_applicable
    )
