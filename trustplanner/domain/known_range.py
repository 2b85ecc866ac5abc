"""Over what a share looks back, the known range at each day, and the quiet line. Pure functions over items."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import accumulate, groupby, zip_longest
from operator import itemgetter
from typing import NamedTuple

from trustplanner.domain.commitments import Terms, segments, terms_on
from trustplanner.domain.items import IN_SUM, Item, Outcome
from trustplanner.domain.schedules import Shape, is_judged_by_day_at_least_weekly

WINDOW_DAYS = 28
BEFORE_LAST_DAY = timedelta(days=WINDOW_DAYS - 1)
WINDOW_ITEMS = 12
RATE_FROM_DUE = 5
QUIET_LINE_FROM_DUE = 14
HALF_LIFE_DAYS = 14
HALVES = {Outcome.KEPT: 2, Outcome.PARTLY: 1, Outcome.MISSED: 0, Outcome.UNANSWERED: 0}
"""The credit of an item in the sum, in halves: kept 1, partly 0.5, missed 0."""


class Window(StrEnum):
    """Over what the known range of a commitment is taken."""

    DAYS = "days"  # the last 28 days
    ITEMS = "items"  # the last 12 items
    NONE = "none"  # a "once" has only its state


class RangePoint(NamedTuple):
    """The known range over the window that ends on `day`; `due` is never 0."""

    day: date
    due: int
    low: float
    high: float


class QuietPoint(NamedTuple):
    """The quiet line on an answered day, 0 to 1."""

    day: date
    value: float


def window_kind(terms: Sequence[Terms], last: date) -> Window:
    """Over what the terms in force on `last` look back; before the first terms it is what those will look back over."""
    in_force = terms_on(terms, last) or next((segment.terms for segment in segments(terms)), None)
    return Window.DAYS if in_force is None else _window_of(in_force)


def window(every: Sequence[Item], terms: Sequence[Terms], last: date, today: date) -> list[Item] | None:
    """The items of the share shown for a commitment: 28 days for shapes due at least weekly by day, the last 12
    counted items for the others, None for a "once", which has only its state.

    Not-applicable items inside are returned too, because they are said in words; they take no place among the 12.
    """
    kind = window_kind(terms, last)
    if kind is Window.NONE:
        return None
    until = [item for item in every if item.stands_on(today) <= last and item.outcome is not Outcome.OPEN]
    if kind is Window.DAYS:
        since = last - BEFORE_LAST_DAY
        return [item for item in until if item.stands_on(today) >= since]
    counted = [item for item in until if item.is_in_sum]
    if len(counted) <= WINDOW_ITEMS:
        return until
    return until[until.index(counted[-WINDOW_ITEMS]) :]


def range_points(every: Sequence[Item], terms: Sequence[Terms], last: date, today: date) -> list[RangePoint]:
    """The known range at each day on which an item in the sum stands, from 5 due on.

    The band is drawn between these points and broken over pauses.
    """
    points: list[RangePoint] = []
    sums = _RunningSums(every, last, today)
    in_force = _Windows(terms)
    for day, end in sums.ends():
        kind = in_force.on(day)
        if kind is Window.NONE:
            continue
        start = sums.first_since(day - BEFORE_LAST_DAY) if kind is Window.DAYS else max(0, end - WINDOW_ITEMS)
        if end - start >= RATE_FROM_DUE:
            points.append(sums.between(start, end, day))
    return points


class _Windows:
    """Which window the terms of a day look back over; NONE before the first terms."""

    def __init__(self, terms: Sequence[Terms]) -> None:
        spans = segments(terms)
        self._firsts = [span.first for span in spans]
        self._kinds = [_window_of(span.terms) for span in spans]

    def on(self, day: date) -> Window:
        at = bisect_right(self._firsts, day) - 1
        return self._kinds[at] if at >= 0 else Window.NONE


def _window_of(terms: Terms) -> Window:
    if terms.schedule.shape is Shape.ONCE:
        return Window.NONE
    return Window.DAYS if is_judged_by_day_at_least_weekly(terms.schedule) else Window.ITEMS


class _RunningSums:
    """Prefix sums of credit and of unanswered items, so that each window is one subtraction.

    Credit is counted in halves, so that it stays a whole number.
    """

    def __init__(self, every: Iterable[Item], last: date, today: date) -> None:
        counted = [
            (day, item.outcome) for item in every if item.outcome in IN_SUM and (day := item.stands_on(today)) <= last
        ]
        self._days = [day for day, _ in counted]
        self._halves = list(accumulate((HALVES[outcome] for _, outcome in counted), initial=0))
        unanswered = (outcome is Outcome.UNANSWERED for _, outcome in counted)
        self._unanswered = list(accumulate(unanswered, initial=0))

    def ends(self) -> Iterator[tuple[date, int]]:
        """Each day on which an item stands, with how many items stand until its end."""
        days = self._days
        for at, (day, following) in enumerate(zip_longest(days, days[1:]), 1):
            if day != following:
                yield day, at

    def first_since(self, day: date) -> int:
        """How many items stand before `day`."""
        return bisect_left(self._days, day)

    def between(self, start: int, end: int, day: date) -> RangePoint:
        """The range over the items from `start` to before `end`."""
        due = end - start
        halves = self._halves[end] - self._halves[start]
        unanswered = self._unanswered[end] - self._unanswered[start]
        return RangePoint(day, due, halves / (2 * due), (halves + 2 * unanswered) / (2 * due))


def quiet_line(every: Iterable[Item], today: date) -> list[QuietPoint]:
    """The sum of w x credit over the sum of w for all answered items so far, w = 0.5 ** (age in days / 14).

    A point stands only on a day with an answer that counts, from 14 due items on; nothing is drawn between points
    that a pause parts. Rescaling both sums at each step keeps them small over any number of years.
    """
    points: list[QuietPoint] = []
    halves = weight = 0.0
    due = 0
    before: date | None = None
    counted = ((item.stands_on(today), item.outcome) for item in every if item.outcome in IN_SUM)
    for day, group in groupby(counted, key=itemgetter(0)):
        if before is not None:
            fade = 0.5 ** ((day - before).days / HALF_LIFE_DAYS)
            halves, weight = halves * fade, weight * fade
        before = day
        is_answered = False
        for _, outcome in group:
            due += 1
            halves += HALVES[outcome]
            if outcome is not Outcome.UNANSWERED:
                weight += 1
                is_answered = True
        if is_answered and due >= QUIET_LINE_FROM_DUE:
            points.append(QuietPoint(day, halves / (2 * weight)))
    return points
