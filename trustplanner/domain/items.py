"""From terms, pauses and answers to items: what was due, and what became of it.

An item is one thing that was asked for: a day of a schedule judged by day, a whole period of "N times a week or
month", or a "once". Everything that the record shows is counted from items.
"""

from bisect import bisect_left, bisect_right, insort_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from trustplanner.domain.answers import Answer, AnswerRow, Telling, Value, current, readable
from trustplanner.domain.commitments import (
    Commitment,
    Pause,
    Segment,
    Stance,
    Terms,
    paused_spans,
    segments,
)
from trustplanner.domain.days import days_late, is_open
from trustplanner.domain.schedules import Period, Shape, due_days, is_due, period_of, periods_between
from trustplanner.domain.views import TheirView


class Outcome(StrEnum):
    """What became of an item. OPEN may still be answered in time and is in no sum; UNANSWERED has closed."""

    KEPT = "kept"
    PARTLY = "partly"
    MISSED = "missed"
    NOT_APPLICABLE = "not_applicable"
    UNANSWERED = "unanswered"
    OPEN = "open"


OUTCOME_OF = {
    Value.KEPT: Outcome.KEPT,
    Value.PARTLY: Outcome.PARTLY,
    Value.MISSED: Outcome.MISSED,
    Value.NOT_APPLICABLE: Outcome.NOT_APPLICABLE,
}
IN_SUM = frozenset({Outcome.KEPT, Outcome.PARTLY, Outcome.MISSED, Outcome.UNANSWERED})
FURTHEST_BEGINNING = timedelta(days=2 * 366)


@dataclass(frozen=True, slots=True)
class History:
    """All that the record needs of one commitment.

    `terms`, `pauses`, `tellings` and `views` are in order of sequence, `pauses` include those of all commitments;
    `answers` are all rows in order of day and sequence; `done_days` are the days not taken back, sorted.
    """

    commitment: Commitment
    terms: tuple[Terms, ...]
    pauses: tuple[Pause, ...] = ()
    answers: tuple[AnswerRow, ...] = ()
    done_days: tuple[date, ...] = ()
    tellings: tuple[Telling, ...] = ()
    views: tuple[TheirView, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was due, with what became of it.

    `first` and `day` are the same for shapes judged by day; otherwise the item runs from `first` to `day`. `late_by`
    is 0 for an answer in time, else the days after `day`. `done` of `times` done-days are known for "N times a ..."
    (both 0 for other shapes), `done` over the whole calendar period. `earlier` are readable rows before the one that
    counts. `terms` are those that asked for it; None only for an answer that no terms of its day asked for any more.
    """

    commitment_id: str
    first: date
    day: date
    outcome: Outcome
    written_on: date | None
    late_by: int
    times: int
    done: int
    earlier: tuple[AnswerRow, ...]
    terms: Terms | None

    @property
    def is_answered(self) -> bool:
        """Whether an answer of any kind counts for it."""
        return self.outcome not in (Outcome.OPEN, Outcome.UNANSWERED)

    @property
    def is_in_sum(self) -> bool:
        """Whether it counts in `due`: not open, not applicable items never do."""
        return self.outcome in IN_SUM

    def stands_on(self, today: date) -> date:
        """The day on which it stands in windows and weeks: its due day; until that has come, the day of its answer.

        An answer written ahead of a clock that was set back stands on today.
        """
        if self.day <= today or self.written_on is None:
            return self.day
        return min(max(self.first, self.written_on), today)


@dataclass(frozen=True, slots=True)
class _Due:
    """A due day with the span of its item, before its answer is known."""

    first: date
    day: date
    times: int
    terms: Terms


def items(history: History, today: date, since: date | None = None) -> list[Item]:
    """Every item of a commitment that has begun by `today`, in order of its due day.

    What was answered stays an item when a pause or other terms reach its day afterwards, and so does what stays
    readable of a closed day. Where terms that counted at once let a period and a day be due on the same day, it is
    the item of the later terms. With `since`, items whose due day is earlier are left out; what lies before is not
    enumerated at all. An answer that a clock that was set back puts into the future waits there.
    """
    spans = segments(history.terms)
    rows = _rows_by_day(history.answers, since)
    due = {found.day: found for found in _due(history, spans, today, since)}
    no_longer_due = {day for day in rows if day not in due and readable(rows[day])}
    found = (
        _item(history, day, due.get(day) or _asked_before(spans, day), rows.get(day, ()), today)
        for day in sorted(due.keys() | no_longer_due)
    )
    return [item for item in found if item.first <= today or _was_written_by(item, today)]


def _was_written_by(item: Item, today: date) -> bool:
    return item.written_on is not None and item.written_on <= today


def with_appended(history: History, answers: Iterable[Answer], since: date) -> History:
    """The same commitment after these answers were written, each later than all others; `history` begins at `since`."""
    rows = list(history.answers)
    for answer in answers:
        if answer.day >= since:
            row = AnswerRow(answer.day.toordinal(), answer.value, answer.written_on.toordinal())
            insort_right(rows, row, key=lambda each: each.day)
    return replace(history, answers=tuple(rows))


def item_on(history: History, day: date, today: date) -> Item | None:
    """The item whose due day is `day`, if there is one that has begun."""
    return next((item for item in items(history, today, since=day) if item.day == day), None)


def is_open_today(history: History, today: date) -> bool:
    """Whether something is due today and not answered yet."""
    return any(item.day == today and not item.is_answered for item in items(history, today, since=today))


def running_item(history: History, today: date) -> Item | None:
    """The item that runs over `today`: today's, the running period, or a "once" whose day has not come."""
    return next((item for item in items(history, today, since=today) if item.first <= today <= item.day), None)


def _rows_by_day(answers: Iterable[AnswerRow], since: date | None) -> dict[date, tuple[AnswerRow, ...]]:
    earliest = 0 if since is None else since.toordinal()
    wanted = (row for row in answers if row.day >= earliest)
    return {date.fromordinal(day): tuple(rows) for day, rows in groupby(wanted, key=lambda row: row.day)}


def _item(history: History, day: date, due: _Due | None, rows: Sequence[AnswerRow], today: date) -> Item:
    counting = current(rows)
    if counting is None:
        outcome = Outcome.OPEN if is_open(day, today) else Outcome.UNANSWERED
    else:
        outcome = OUTCOME_OF[counting.value]
    written_on = None if counting is None else date.fromordinal(counting.written_on)
    first = due.first if due else day
    return Item(
        commitment_id=history.commitment.id,
        first=first,
        day=day,
        outcome=outcome,
        written_on=written_on,
        late_by=0 if written_on is None else days_late(day, written_on),
        times=due.times if due else 0,
        done=_done_in_period(history, due) if due and due.times else 0,
        earlier=tuple(row for row in readable(rows) if row is not counting) if len(rows) > 1 else (),
        terms=due.terms if due else None,
    )


def _done_in_period(history: History, due: _Due) -> int:
    period = period_of(due.terms.schedule, due.day)
    first = due.first if period is None else period.first
    return bisect_right(history.done_days, due.day) - bisect_left(history.done_days, first)


def _due(history: History, spans: Iterable[Segment], today: date, since: date | None) -> Iterator[_Due]:
    pauses = _Pauses(paused_spans(history.pauses, history.commitment.id))
    for segment in spans:
        if segment.terms.stance is not Stance.ACTIVE or segment.first > today:
            continue
        if since is not None and _is_over(segment, since):
            continue
        match segment.terms.schedule.shape:
            case Shape.TIMES:
                yield from _due_periods(segment, pauses, today, since)
            case Shape.ONCE:
                yield from _due_once(segment, pauses, since)
            case _:
                yield from _due_by_day(segment, pauses, today, since)


def _asked_before(spans: Iterable[Segment], day: date) -> _Due | None:
    """What asked for the item of an answered day that is not due any more, or None if the terms of that day do not.

    Of several terms that share a period it is those that hold most of it.
    """
    asked = [
        (in_force, segment)
        for segment in spans
        if segment.terms.stance is Stance.ACTIVE
        and is_due(segment.terms.schedule, day)
        and (in_force := _in_force(segment, period_of(segment.terms.schedule, day) or Period(day, day))) is not None
    ]
    if not asked:
        return None
    in_force, segment = max(asked, key=lambda pair: (pair[0].day_count, pair[0].first))
    first = segment.first if segment.terms.schedule.shape is Shape.ONCE else in_force.first
    return _Due(first, day, segment.terms.schedule.times, segment.terms)


def _in_force(segment: Segment, period: Period) -> Period | None:
    """The days of `period` on which the segment's terms are in force; None if there is none."""
    first = max(period.first, segment.first)
    last = period.last if segment.last is None else min(period.last, segment.last)
    return Period(first, last) if first <= last else None


def _is_over(segment: Segment, since: date) -> bool:
    """Whether nothing the segment asks for can be due from `since` on.

    A period may outlast its terms, so that its due day lies up to a month after the segment's last day.
    """
    if segment.last is None:
        return False
    outlasts = timedelta(days=31) if segment.terms.schedule.shape is Shape.TIMES else timedelta(0)
    return segment.last + outlasts < since


def _due_by_day(segment: Segment, pauses: "_Pauses", today: date, since: date | None) -> Iterator[_Due]:
    first = segment.first if since is None else max(segment.first, since)
    last = today if segment.last is None else min(segment.last, today)
    for day in due_days(segment.terms.schedule, first, last):
        if day not in pauses:
            yield _Due(day, day, 0, segment.terms)


def _due_once(segment: Segment, pauses: "_Pauses", since: date | None) -> Iterator[_Due]:
    day = segment.terms.schedule.anchor
    if day is None or day < segment.first or (segment.last is not None and day > segment.last):
        return
    if (since is None or day >= since) and day not in pauses:
        yield _Due(segment.first, day, 0, segment.terms)


def _due_periods(segment: Segment, pauses: "_Pauses", today: date, since: date | None) -> Iterator[_Due]:
    """Periods that count: terms in force and unpaused on at least half of the days, and on at least N of them."""
    schedule = segment.terms.schedule
    first = segment.first if since is None else max(segment.first, since - timedelta(days=31))
    last = today if segment.last is None else min(segment.last, today)
    if first > last:
        return
    for period in periods_between(schedule, first, last):
        in_force = _in_force(segment, period)
        if in_force is None or (since is not None and period.last < since):
            continue
        free = in_force.day_count - pauses.days_within(in_force)
        if 2 * free >= period.day_count and free >= schedule.times:
            yield _Due(in_force.first, period.last, schedule.times, segment.terms)


class _Pauses:
    """Paused stretches, merged and sorted, asked by day."""

    def __init__(self, spans: list[tuple[date, date]]) -> None:
        self._spans = spans
        self._starts = [first for first, _ in spans]

    def __contains__(self, day: date) -> bool:
        at = bisect_right(self._starts, day) - 1
        return at >= 0 and day <= self._spans[at][1]

    def days_within(self, period: Period) -> int:
        """How many days of `period` are paused."""
        overlaps = ((max(first, period.first), min(last, period.last)) for first, last in self._spans)
        return sum(max(0, (last - first).days + 1) for first, last in overlaps)


def begins_with(terms: Terms, pauses: Iterable[Pause] = ()) -> date:
    """The first day of the first item that these terms ask for; the editor says it for "N times a week or month".

    For a schedule that asks for nothing within two years it is the day on which the terms start.
    """
    segment = Segment(terms.starts_on, None, terms)
    paused = _Pauses(paused_spans(pauses, terms.commitment_id))
    until = terms.starts_on + FURTHEST_BEGINNING
    match terms.schedule.shape:
        case Shape.TIMES:
            found = _due_periods(segment, paused, until, None)
        case Shape.ONCE:
            found = _due_once(segment, paused, None)
        case _:
            found = _due_by_day(segment, paused, until, None)
    return next((due.first for due in found), terms.starts_on)
