"""The record: from items to counts, known range, quiet line, told first and weeks. Pure functions.

One `Record` is the single view behind the chart, its paragraph, its table and `record --json`. Nothing here adds
different commitments into one share; only counts are added up.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from trustplanner.domain.answers import How, Telling, TellingTime, time_to_telling
from trustplanner.domain.commitments import (
    Stance,
    Terms,
    active_spans,
    overlaps,
    paused_spans,
    segments,
    terms_on,
)
from trustplanner.domain.days import FIRST_DAY_START, DayStart
from trustplanner.domain.events import Event
from trustplanner.domain.hard_days import HardDay, agreed_days
from trustplanner.domain.items import History, Item, Outcome, items
from trustplanner.domain.known_range import (
    QuietPoint,
    RangePoint,
    Window,
    quiet_line,
    range_points,
    window,
    window_kind,
)
from trustplanner.domain.sessions import Session
from trustplanner.domain.views import TheirView, View, view_of

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Counts:
    """Items counted by what became of them; `late` counts answers of any kind written after their day had closed."""

    kept: int = 0
    partly: int = 0
    missed: int = 0
    unanswered: int = 0
    not_applicable: int = 0
    late: int = 0

    @property
    def due(self) -> int:
        """What was asked for: not-applicable and open items are not in it."""
        return self.kept + self.partly + self.missed + self.unanswered

    @property
    def answered(self) -> int:
        """How many of the due items were answered."""
        return self.kept + self.partly + self.missed

    @property
    def low(self) -> float | None:
        """The known range's lower end, 0 to 1: credit / due, credit being 1 for kept and 0.5 for partly."""
        return (2 * self.kept + self.partly) / (2 * self.due) if self.due else None

    @property
    def high(self) -> float | None:
        """The known range's upper end, 0 to 1: as if every unanswered item had been kept."""
        return (2 * (self.kept + self.unanswered) + self.partly) / (2 * self.due) if self.due else None

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.kept + other.kept,
            self.partly + other.partly,
            self.missed + other.missed,
            self.unanswered + other.unanswered,
            self.not_applicable + other.not_applicable,
            self.late + other.late,
        )


def count(found: Iterable[Item]) -> Counts:
    """Count items; open ones are in no sum."""
    outcomes: list[Outcome] = []
    late = 0
    for item in found:
        outcomes.append(item.outcome)
        late += item.late_by > 0
    return Counts(
        kept=outcomes.count(Outcome.KEPT),
        partly=outcomes.count(Outcome.PARTLY),
        missed=outcomes.count(Outcome.MISSED),
        unanswered=outcomes.count(Outcome.UNANSWERED),
        not_applicable=outcomes.count(Outcome.NOT_APPLICABLE),
        late=late,
    )


@dataclass(frozen=True, slots=True)
class Week:
    """One bar: the week from `monday` to Sunday, its items in the order they were due."""

    monday: date
    counts: Counts
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Miss:
    """One miss and how it came out; `how` is None while nothing was said. `changes` are all tellings, oldest first."""

    commitment_id: str
    day: date
    how: How | None
    time: TellingTime | None
    changes: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class TermsChange:
    """A day on which other terms begin to count; what kind of change it was stands in `terms`.

    `their_view` is the one that counts.
    """

    day: date
    terms: Terms
    their_view: View = View.NOT_ASKED


@dataclass(frozen=True, slots=True)
class CommitmentRecord:
    """The figures of one commitment between the record's first and last day.

    `window` is the share of the last 28 days or 12 items up to the record's last day, None for a "once".
    `pauses` are paused stretches, both ends included.
    """

    commitment_id: str
    title: str
    stance: Stance
    counts: Counts
    window: Counts | None
    window_kind: Window
    terms_changed_in_window: tuple[date, ...]
    items: tuple[Item, ...]
    weeks: tuple[Week, ...]
    range_points: tuple[RangePoint, ...]
    quiet_points: tuple[QuietPoint, ...]
    misses: tuple[Miss, ...]
    pauses: tuple[tuple[date, date], ...]
    changes: tuple[TermsChange, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """Everything the recovery chart shows: per commitment, and what belongs to all.

    `agreed_days` are the hard days that both had named.
    """

    first: date
    last: date
    today: date
    commitments: tuple[CommitmentRecord, ...]
    events: tuple[Event, ...] = ()
    sessions: tuple[Session, ...] = ()
    totals: Counts = field(default_factory=Counts)
    agreed_days: tuple[date, ...] = ()


def build_record(
    histories: Iterable[History],
    today: date,
    first: date | None = None,
    last: date | None = None,
    events: Iterable[Event] = (),
    sessions: Iterable[Session] = (),
    day_start: DayStart = FIRST_DAY_START,
    hard_days: Iterable[HardDay] = (),
) -> Record:
    """The record between `first` and `last`, both included; by default from the first day until now.

    `last` limits the window only: open and closed are judged on `today`. Without it an item answered before its
    due day counts already. `day_start` says to which night a promised time past midnight belongs.
    """
    known = list(histories)
    end = today if last is None else last
    start = first if first is not None else min([day for day in _beginnings(known) if day <= end], default=end)
    records = tuple(_commitment_record(history, start, end, today, day_start) for history in known)
    return Record(
        first=start,
        last=end,
        today=today,
        commitments=records,
        events=tuple(sorted((e for e in events if start <= e.day <= end), key=lambda event: event.day)),
        sessions=tuple(sorted((s for s in sessions if start <= s.day <= end), key=lambda session: session.day)),
        totals=sum((record.counts for record in records), Counts()),
        agreed_days=agreed_days(hard_days, start, end),
    )


def _beginnings(histories: Iterable[History]) -> Iterator[date]:
    """The days on which anything began: terms, and answers that another program had before them."""
    for history in histories:
        yield from (terms.starts_on for terms in history.terms if terms.taken_back_at is None)
        yield from (date.fromordinal(row.day) for row in history.answers[:1])


def _commitment_record(history: History, first: date, last: date, today: date, day_start: DayStart) -> CommitmentRecord:
    every = sorted(items(history, today), key=lambda item: item.stands_on(today))
    stands = [item.stands_on(today) for item in every]
    shown = every[bisect_left(stands, first) : bisect_right(stands, last)]
    window_items = window(every, history.terms, last, today)
    paused = overlaps(paused_spans(history.pauses, history.commitment.id), active_spans(history.terms))
    changes = terms_changes(history.terms, today, history.views)
    return CommitmentRecord(
        commitment_id=history.commitment.id,
        title=history.commitment.title,
        stance=_stance(history.terms, today),
        counts=count(shown),
        window=None if window_items is None else count(window_items),
        window_kind=window_kind(history.terms, last),
        terms_changed_in_window=_changed_within(window_items, changes, last),
        items=tuple(shown),
        weeks=tuple(weeks(shown, today)),
        range_points=tuple(point for point in range_points(every, history.terms, last, today) if point.day >= first),
        quiet_points=tuple(point for point in quiet_line(every, today) if first <= point.day <= last),
        misses=tuple(misses(shown, history.tellings, day_start)),
        pauses=tuple(overlaps(paused, [(first, last)])),
        changes=tuple(change for change in changes if first <= change.day <= last),
    )


def _stance(terms: Sequence[Terms], today: date) -> Stance:
    found = terms_on(terms, today)
    return Stance.WAITING if found is None else found.stance


def _changed_within(found: Sequence[Item] | None, changes: Iterable[TermsChange], last: date) -> tuple[date, ...]:
    if not found:
        return ()
    return tuple(change.day for change in changes if found[0].day < change.day <= last)


def monday_of(day: date) -> date:
    """The Monday of the week in which `day` lies."""
    return day - timedelta(days=day.weekday())


def weeks(found: Iterable[Item], today: date) -> list[Week]:
    """Weekly bars: an item stands in the week of its due day or of its period's last day. Empty weeks are left out."""
    grouped: dict[int, list[Item]] = {}
    for item in found:
        if item.outcome is not Outcome.OPEN:
            day = item.stands_on(today)
            grouped.setdefault(day.toordinal() - day.weekday(), []).append(item)
    return [
        Week(date.fromordinal(monday), count(grouped[monday]), tuple(grouped[monday])) for monday in sorted(grouped)
    ]


def misses(found: Iterable[Item], tellings: Iterable[Telling], day_start: DayStart = FIRST_DAY_START) -> list[Miss]:
    """Every miss among the items, with how it came out. A miss changed to something else hides its telling."""
    told: dict[date, list[Telling]] = {}
    for telling in tellings:
        told.setdefault(telling.day, []).append(telling)
    result: list[Miss] = []
    for item in found:
        if item.outcome is not Outcome.MISSED:
            continue
        changes = tuple(sorted(told.get(item.day, ()), key=lambda row: row.seq or 0))
        newest = changes[-1] if changes else None
        at_minute = item.terms.at_minute if item.terms else None
        time = None if newest is None else time_to_telling(item.day, at_minute, newest, day_start)
        result.append(Miss(item.commitment_id, item.day, newest.how if newest else None, time, changes))
    return result


def terms_changes(terms: Iterable[Terms], today: date, views: Sequence[TheirView] = ()) -> list[TermsChange]:
    """Each day on which other terms than the first began to count; what was replaced before its day is no change."""
    return [
        TermsChange(segment.first, segment.terms, view_of(views, segment.terms))
        for segment in segments(terms)[1:]
        if segment.first <= today
    ]


def by_how(found: Iterable[Miss]) -> dict[How | None, int]:
    """Misses counted by how they came out; None is "nothing said yet"."""
    tally: dict[How | None, int] = dict.fromkeys(How, 0)
    tally[None] = 0
    for miss in found:
        tally[miss.how] += 1
    return tally
