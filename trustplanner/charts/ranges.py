"""The ranges a person may choose for the chart, as days of the record."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

EVENTS_BEFORE = timedelta(weeks=6)  # an older disclosure would push the record into a corner of the chart
_DAYS: Final = {"2w": 14, "6w": 42}
_MONTHS: Final = {"3m": 3, "1y": 12}


class Range(StrEnum):
    """What the range buttons and `--range` say."""

    TWO_WEEKS = "2w"
    SIX_WEEKS = "6w"
    THREE_MONTHS = "3m"
    ONE_YEAR = "1y"
    ALL = "all"
    SESSION = "session"


def beginning(starts: Iterable[date], events: Iterable[date], last: date) -> date:
    """The first day of "all": that of the oldest commitment, or of an event up to six weeks before it.

    Without a commitment the oldest event; without anything `last`.
    """
    started = min((day for day in starts if day <= last), default=None)
    happened = [day for day in events if day <= last]
    if started is None:
        return min(happened, default=last)
    return min([started, *(day for day in happened if started - day <= EVENTS_BEFORE)])


def first_day(chosen: Range, begins: date, last: date, last_session: date | None) -> date:
    """The first day of a range that ends with `last`, never before `begins` and never after `last`.

    "Since last session" counts from that session's day; without one it is the same as "all".
    """
    if chosen is Range.SESSION and last_session is not None:
        first = last_session
    elif chosen in _DAYS:
        first = last - timedelta(days=_DAYS[chosen] - 1)
    elif chosen in _MONTHS:
        first = months_before(last, _MONTHS[chosen]) + timedelta(days=1)
    else:
        first = begins
    return min(max(first, begins), last)


def months_before(day: date, months: int) -> date:
    """The same day of the month so many months earlier, or the last day of a shorter month."""
    month = day.year * 12 + day.month - 1 - months
    year, month = month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
