"""One commitment day by day: what each day of a calendar shows. Only the days that are looked at are worked out."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from trustplanner.domain.commitments import active_spans, overlaps, paused_spans, segments
from trustplanner.domain.items import History, Item


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day: the `item` that is due on it, and the `period` of "N times a ..." that runs over it.

    Of a period that ends on the day both are the same. `is_done` marks a done-day inside a period. `is_asked` says
    that the commitment was active on the day; nothing is known of the others.
    """

    day: date
    item: Item | None
    period: Item | None
    is_done: bool
    is_paused: bool
    is_asked: bool


class RecordCalendar:
    """The days of one commitment. `found` are all its items, as `items` gives them on `today`."""

    def __init__(self, history: History, found: Iterable[Item], today: date) -> None:
        self.today = today
        every = sorted(found, key=lambda item: item.day)
        self._items = {item.day: item for item in every}
        self._periods = [item for item in every if item.times]
        self._ends = [item.day for item in self._periods]
        self._done = frozenset(history.done_days)
        self._active = active_spans(history.terms)
        self._paused = overlaps(paused_spans(history.pauses, history.commitment.id), self._active)
        begun = [span.first for span in segments(history.terms)] + [item.day for item in every[:1]]
        self.first_day = min(begun, default=today)
        self.last_day = max([today, *self._items])

    @property
    def has_periods(self) -> bool:
        """Whether anything was ever promised "N times a week or month"."""
        return bool(self._periods)

    def day(self, day: date) -> CalendarDay:
        """What one day shows."""
        period = self._period_of(day)
        return CalendarDay(
            day=day,
            item=self._items.get(day),
            period=period,
            is_done=period is not None and day in self._done,
            is_paused=_is_within(day, self._paused),
            is_asked=_is_within(day, self._active),
        )

    def days(self, first: date, last: date) -> list[CalendarDay]:
        """The days from `first` to `last`, both included."""
        return [self.day(first + timedelta(days=ahead)) for ahead in range((last - first).days + 1)]

    def _period_of(self, day: date) -> Item | None:
        at = bisect_left(self._ends, day)
        found = self._periods[at] if at < len(self._periods) else None
        return found if found is not None and found.first <= day else None


def _is_within(day: date, spans: list[tuple[date, date]]) -> bool:
    return any(first <= day <= last for first, last in spans)
