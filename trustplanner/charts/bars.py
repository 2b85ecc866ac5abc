"""Bars: the items of a stretch of days, counted week by week or month by month."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from trustplanner.domain.items import Item, Outcome
from trustplanner.domain.record import WEEK, Counts, count, monday_of

ONE_DAY: Final = timedelta(days=1)
MOST_WEEKS: Final = 27  # more weekly bars would be too narrow to read: then one bar a month
BLOCK_ORDER: Final = (Outcome.KEPT, Outcome.PARTLY, Outcome.MISSED, Outcome.UNANSWERED)


class Period(StrEnum):
    """What one bar stands for."""

    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Block:
    """Part of a bar: so many items of one outcome, all written late or none."""

    outcome: Outcome
    is_late: bool
    count: int


@dataclass(frozen=True, slots=True)
class Bar:
    """One week or month. `starts_on` to `ends_on` is all of it, `first` to `last` what lies inside the range.

    `blocks` are stacked from the axis up; their counts add up to `counts.due`. A bar without items stands for a
    stretch in which nothing was due.
    """

    starts_on: date
    ends_on: date
    first: date
    last: date
    counts: Counts
    blocks: tuple[Block, ...]
    items: tuple[Item, ...]

    @property
    def middle(self) -> float:
        """Its middle on the time axis, as an ordinal with a fraction."""
        return (self.starts_on.toordinal() + self.ends_on.toordinal() + 1) / 2

    def holds(self, day: date) -> bool:
        """Whether a day of the range belongs to this bar."""
        return self.first <= day <= self.last


def period_for(first: date, last: date) -> Period:
    """Weeks, as long as their bars are wide enough."""
    weeks = (monday_of(last) - monday_of(first)).days // WEEK.days + 1
    return Period.WEEK if weeks <= MOST_WEEKS else Period.MONTH


def bars_between(items: Iterable[Item], period: Period, first: date, last: date, today: date) -> Iterator[Bar]:
    """The bars from `first` to `last`, both included, without a gap; open items are in none."""
    grouped: dict[date, list[Item]] = {}
    for item in items:
        if item.outcome is not Outcome.OPEN:
            grouped.setdefault(begin_of(period, item.stands_on(today)), []).append(item)
    start = begin_of(period, first)
    while start <= last:
        after = next_start(period, start)
        found = tuple(grouped.get(start, ()))
        counts = count(found)
        yield Bar(
            starts_on=start,
            ends_on=after - ONE_DAY,
            first=max(start, first),
            last=min(after - ONE_DAY, last),
            counts=counts,
            blocks=tuple(_blocks(found)),
            items=found,
        )
        start = after


def _blocks(items: Iterable[Item]) -> Iterator[Block]:
    tally = {(outcome, is_late): 0 for outcome in BLOCK_ORDER for is_late in (False, True)}
    for item in items:
        if item.is_in_sum:
            tally[item.outcome, item.late_by > 0] += 1
    return (Block(outcome, is_late, found) for (outcome, is_late), found in tally.items() if found)


def begin_of(period: Period, day: date) -> date:
    """The first day of the week or month in which a day lies."""
    return monday_of(day) if period is Period.WEEK else month_of(day)


def month_of(day: date) -> date:
    """The first day of a day's month."""
    return day.replace(day=1)


def next_start(period: Period, start: date) -> date:
    """The first day of the following week or month."""
    if period is Period.WEEK:
        return start + WEEK
    return date(start.year + start.month // 12, start.month % 12 + 1, 1)
