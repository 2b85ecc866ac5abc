"""What one day asks for: its rows, and what is still open from the day before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from trustplanner.domain.commitments import Commitment, Direction, Pause, Reason, Stance, Terms, pending, terms_on
from trustplanner.domain.days import FIRST_DAY_START, DayStart, is_open
from trustplanner.domain.items import History, Item, Outcome, items
from trustplanner.domain.record import Miss, misses
from trustplanner.domain.schedules import Shape

LONGEST_PERIOD = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class DayRow:
    """One commitment's item on a day: what stands in the row and what may be done with it.

    `is_running` is a period of "N times a ..." that has not ended: it takes done-days instead of answers.
    `done_on_day` says whether the shown day is one of them. `miss` is set for a missed item.
    """

    commitment: Commitment
    terms: Terms
    item: Item
    is_running: bool
    done_on_day: bool
    miss: Miss | None

    @property
    def is_answered(self) -> bool:
        """Whether nothing more is asked for in this row today."""
        return self.item.is_answered or (self.is_running and self.done_on_day)


@dataclass(frozen=True, slots=True)
class PausedRow:
    """A commitment that asks for nothing on the day, because it is paused."""

    commitment: Commitment
    pause: Pause


@dataclass(frozen=True, slots=True)
class DayView:
    """A day as it is shown: its own rows, what is open from the day before, and what is paused.

    For a day before today `still_open` is empty: the day itself is what is looked at.
    """

    day: date
    today: date
    rows: tuple[DayRow, ...]
    still_open: tuple[DayRow, ...]
    paused: tuple[PausedRow, ...]

    @property
    def is_closed(self) -> bool:
        """Whether an answer given now to this day's items is late."""
        return not is_open(self.day, self.today)

    @property
    def due_count(self) -> int:
        """How many items are due on the day itself; running periods are not."""
        return sum(row.item.day == self.day for row in self.rows)

    @property
    def answered_count(self) -> int:
        """How many of them are answered."""
        return sum(row.item.day == self.day and row.item.is_answered for row in self.rows)

    @property
    def open_from_before(self) -> int:
        """How many items of the day before still wait for an answer."""
        return sum(not row.item.is_answered for row in self.still_open)


def day_view(histories: Iterable[History], day: date, today: date, day_start: DayStart = FIRST_DAY_START) -> DayView:
    """Everything a day asks for. `histories` need answers from a month before `day` on."""
    known = list(histories)
    yesterday = day - timedelta(days=1)
    rows: list[DayRow] = []
    still_open: list[DayRow] = []
    for history in known:
        near = items(history, today, since=yesterday)
        rows += (_row(history, item, day, today, day_start) for item in near if _belongs_to(item, day))
        if day == today:
            still_open += (
                _row(history, item, yesterday, today, day_start)
                for item in near
                if _is_left_open(item, yesterday, today)
            )
    return DayView(day, today, tuple(rows), tuple(still_open), tuple(_paused(known, day)))


def _belongs_to(item: Item, day: date) -> bool:
    """Whether an item is shown on a day: due then, or running then and not finished before."""
    if item.day == day:
        return True
    if not item.first <= day < item.day:
        return False
    return not item.is_answered or item.written_on == day


def _is_left_open(item: Item, yesterday: date, today: date) -> bool:
    """Whether an item of yesterday is still asked for, or was answered only today and may be changed here."""
    return item.day == yesterday and (not item.is_answered or item.written_on == today)


def _row(history: History, item: Item, day: date, today: date, day_start: DayStart) -> DayRow:
    terms = item.terms or terms_on(history.terms, item.day) or history.terms[0]
    found = misses((item,), history.tellings, day_start)
    return DayRow(
        commitment=history.commitment,
        terms=terms,
        item=item,
        is_running=bool(item.times) and today <= item.day,
        done_on_day=day in history.done_days,
        miss=found[0] if found else None,
    )


def _paused(histories: Iterable[History], day: date) -> Iterable[PausedRow]:
    for history in histories:
        terms = terms_on(history.terms, day)
        if terms is None or terms.stance is not Stance.ACTIVE:
            continue
        for pause in history.pauses:
            if pause.taken_back_at is None and pause.starts_on <= day <= pause.ends_on:
                yield PausedRow(history.commitment, pause)
                break


def pauses_to_look_at(pauses: Iterable[Pause], today: date) -> list[Pause]:
    """Illness pauses that end today or ended yesterday unless they are made longer."""
    return [
        pause
        for pause in pauses
        if pause.taken_back_at is None
        and pause.looks_again
        and pause.reason is not Reason.CHOICE
        and today - timedelta(days=1) <= pause.ends_on <= today
    ]


def pending_changes(histories: Sequence[History], today: date) -> list[tuple[Commitment, Terms]]:
    """Loosenings that are written but not yet in force."""
    found = ((history.commitment, pending(history.terms, today)) for history in histories)
    return [
        (commitment, terms)
        for commitment, terms in found
        if terms is not None and terms.direction is not Direction.FIRST
    ]


def once_state(history: History, today: date) -> Outcome | None:
    """The state of a "once", which has no share; None for other shapes or before it is asked for."""
    terms = terms_on(history.terms, today)
    if terms is None or terms.schedule.shape is not Shape.ONCE:
        return None
    found = [item for item in items(history, today) if item.day == terms.schedule.anchor]
    return found[0].outcome if found else None
