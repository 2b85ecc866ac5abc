"""What the recovery chart shows: the one view behind picture, paragraph, cards and table.

Everything here is counted by `domain/record.py`; this file only cuts it into bars, runs and marks. Pure functions.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from trustplanner.charts.bars import ONE_DAY, Bar, Period, bars_between, month_of, next_start, period_for
from trustplanner.charts.runs import Barriers, runs_of
from trustplanner.charts.voice import VoiceInRange, voice_between
from trustplanner.domain.answers import How
from trustplanner.domain.commitments import Direction, Stance
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.events import EventKind
from trustplanner.domain.items import Outcome
from trustplanner.domain.known_range import QuietPoint, RangePoint, Window
from trustplanner.domain.record import WEEK, CommitmentRecord, Counts, Miss, Record, TermsChange, Week, monday_of
from trustplanner.domain.schedules import LONGEST_MONTH
from trustplanner.domain.their_voice import TheirVoice
from trustplanner.domain.views import View

MOST_CELLS: Final = 8  # a bar with more due is drawn in segments


class MarkKind(StrEnum):
    """What stands on the line of events."""

    DISCLOSURE = "disclosure"
    APOLOGY = "apology"
    SESSION = "session"
    SETBACK = "setback"
    HARD_DAY = "hard_day"  # one that both had named
    TERMS_CHANGED = "terms_changed"


class Change(StrEnum):
    """What became of the terms."""

    STRICTER = "stricter"
    EASIER = "easier"
    WORDING = "wording"
    WAITING = "waiting"
    ENDED = "ended"
    ACTIVE = "active"  # taken up again


GUIDES: Final = frozenset({MarkKind.SETBACK, MarkKind.TERMS_CHANGED})


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing on the line of events.

    `change` says what became of the terms, and `their_view`, for what was made easier, what they said to that; both
    are only for changed terms.
    """

    kind: MarkKind
    day: date
    change: Change | None = None
    their_view: View | None = None


@dataclass(frozen=True, slots=True)
class ChartView:
    """One commitment between two days, and what stands beside it for all.

    `place` of `places` tells commitments apart where a title cannot be drawn. `since` is the first day that counts
    for this commitment. `band` and `quiet` are runs of points; between two runs no line is drawn. `bars` cover the
    range without a gap, oldest first; `most_due` is the height of the highest. `voice` is what they gave, if they did.
    """

    title: str
    place: int
    places: int
    first: date
    last: date
    today: date
    since: date
    counts: Counts
    window: Counts | None
    window_kind: Window
    window_terms_changed: tuple[date, ...]
    period: Period
    bars: tuple[Bar, ...]
    most_due: int
    weeks: tuple[Week, ...]
    band: tuple[tuple[RangePoint, ...], ...]
    quiet: tuple[tuple[QuietPoint, ...], ...]
    misses: tuple[Miss, ...]
    pauses: tuple[tuple[date, date], ...]
    marks: tuple[Mark, ...]
    grid: tuple[date, ...]
    voice: VoiceInRange | None = None

    @property
    def is_in_cells(self) -> bool:
        """Whether every item has its own cell; else bars are drawn in segments."""
        return self.most_due <= MOST_CELLS

    @property
    def starts_on(self) -> date:
        """The first day on the time axis: the beginning of the first bar."""
        return self.bars[0].starts_on

    @property
    def ends_on(self) -> date:
        """The last day on the time axis: the end of the last bar."""
        return self.bars[-1].ends_on

    @property
    def is_grid_of_weeks(self) -> bool:
        """Whether the grid stands at Mondays instead of months or years."""
        return (self.last - self.first).days < MOST_WEEKS_BY_DATE * WEEK.days

    @property
    def is_grid_of_years(self) -> bool:
        """Whether the grid stands at years instead of months."""
        return len(self.grid) > 1 and (self.grid[-1] - self.grid[-2]).days > LONGEST_MONTH

    @property
    def told_first(self) -> int:
        """How many misses were told before being asked."""
        return sum(miss.how is How.TOLD_FIRST for miss in self.misses)

    def day_of(self, miss: Miss) -> date:
        """The day at which a miss stands: its due day, or today if it was answered before that."""
        return min(miss.day, self.today)

    def bar_of(self, day: date) -> int:
        """The place in `bars` of the bar that a day of the time axis belongs to."""
        return max(0, bisect_right(self.bars, day, key=lambda bar: bar.starts_on) - 1)

    def marks_within(self, first: date, last: date) -> list[Mark]:
        """What happened between two days, both included."""
        return [mark for mark in self.marks if first <= mark.day <= last]

    def pauses_within(self, first: date, last: date) -> list[tuple[date, date]]:
        """The paused stretches that touch these days, at their full length inside the range."""
        return [span for span in self.pauses if span[0] <= last and span[1] >= first]


def build_view(record: Record, commitment_id: str, theirs: TheirVoice | None = None, their_name: str = "") -> ChartView:
    """The view of one commitment of a record; `theirs` is what they gave, which is counted in none of it.

    Raises:
        RuleError: NOT_FOUND if the record does not hold that commitment.
    """
    ids = [found.commitment_id for found in record.commitments]
    if commitment_id not in ids:
        raise RuleError(Code.NOT_FOUND)
    place = ids.index(commitment_id)
    shown = record.commitments[place]
    first = min(record.first, record.last)
    period = period_for(first, record.last)
    bars = tuple(bars_between(shown.items, period, first, record.last, record.today))
    return ChartView(
        title=shown.title,
        place=place + 1,
        places=len(ids),
        first=first,
        last=record.last,
        today=record.today,
        since=_since(shown, first),
        counts=shown.counts,
        window=shown.window,
        window_kind=shown.window_kind,
        window_terms_changed=shown.terms_changed_in_window,
        period=period,
        bars=bars,
        most_due=max(bar.counts.due for bar in bars),
        weeks=shown.weeks,
        band=runs_of(shown.range_points, Barriers(_silent_spans(shown, record.last))),
        quiet=runs_of(shown.quiet_points, Barriers([*_silent_spans(shown, record.last), *_unanswered(shown)])),
        misses=shown.misses,
        pauses=shown.pauses,
        marks=_marks(record, shown),
        grid=tuple(_grid(period, first, record.last)),
        voice=None if theirs is None else voice_between(theirs, their_name, first, record.last),
    )


def _since(shown: CommitmentRecord, first: date) -> date:
    if not shown.items:
        return first
    oldest = shown.items[0]
    return max(first, oldest.terms.starts_on if oldest.terms else oldest.first)


def _silent_spans(shown: CommitmentRecord, last: date) -> list[tuple[date, date]]:
    """Pauses, and stretches in which the commitment waited or had ended."""
    spans = list(shown.pauses)
    changes = shown.changes
    for at, change in enumerate(changes):
        if change.terms.stance is Stance.ACTIVE:
            continue
        until = changes[at + 1].day - ONE_DAY if at + 1 < len(changes) else last
        if change.day <= until:
            spans.append((change.day, until))
    return spans


def _unanswered(shown: CommitmentRecord) -> Iterator[tuple[date, date]]:
    """Each unanswered day: the quiet line knows nothing about it."""
    return ((item.day, item.day) for item in shown.items if item.outcome is Outcome.UNANSWERED)


# Events and the grid of time

_KIND_OF: Final = {
    EventKind.DISCLOSURE: MarkKind.DISCLOSURE,
    EventKind.APOLOGY: MarkKind.APOLOGY,
    EventKind.SETBACK: MarkKind.SETBACK,
}


def _marks(record: Record, shown: CommitmentRecord) -> tuple[Mark, ...]:
    """Events and sessions of all, and the changed terms of this commitment; two sessions on a day are one mark."""
    marks = [Mark(_KIND_OF[event.kind], event.day) for event in record.events]
    marks += [Mark(MarkKind.SESSION, day) for day in sorted({session.day for session in record.sessions})]
    marks += [Mark(MarkKind.HARD_DAY, day) for day in record.agreed_days]
    before: Stance | None = None
    for change in shown.changes:
        their_view = change.their_view if change.terms.direction is Direction.EASIER else None
        marks.append(Mark(MarkKind.TERMS_CHANGED, change.day, _change(change, before), their_view))
        before = change.terms.stance
    return tuple(sorted(marks, key=lambda mark: mark.day))


def _change(change: TermsChange, before: Stance | None) -> Change:
    if change.terms.stance is not Stance.ACTIVE:
        return Change(change.terms.stance)
    if before is not None and before is not Stance.ACTIVE:
        return Change.ACTIVE
    return Change(change.terms.direction)


MOST_WEEKS_BY_DATE: Final = 7
MOST_MONTHS_BY_NAME: Final = 18


def _grid(period: Period, first: date, last: date) -> Sequence[date]:
    """The days at which a line of time stands: Mondays in short ranges, firsts of months, else of years."""
    if (last - first).days < MOST_WEEKS_BY_DATE * WEEK.days:
        monday = monday_of(first)
        return [monday + WEEK * n for n in range((monday_of(last) - monday).days // WEEK.days + 1)]
    begins = first if period is Period.MONTH else monday_of(first)
    months = [month_of(begins)]
    while (after := next_start(Period.MONTH, months[-1])) <= last:
        months.append(after)
    if len(months) > MOST_MONTHS_BY_NAME:
        return [months[0], *(month for month in months[1:] if month.month == 1)]
    return months
