"""What one day asks for: its rows, what is still open from the day before, what is paused, and what is coming."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from trustplanner.domain.answers import Answer, MissReview
from trustplanner.domain.commitments import (
    LONGEST_ILLNESS_WITHOUT_LOOK,
    Commitment,
    Direction,
    Pause,
    Reason,
    Stance,
    Terms,
    pending,
    terms_on,
)
from trustplanner.domain.days import FIRST_DAY_START, DayStart, is_open, oldest_open_day
from trustplanner.domain.harms import Repair, RepairState
from trustplanner.domain.items import History, Item, begins_with, items
from trustplanner.domain.record import Miss, misses
from trustplanner.domain.schedules import period_of

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
LONGEST_BEHIND = timedelta(weeks=4)


@dataclass(frozen=True, slots=True)
class DayRow:
    """One commitment's item on a day: what stands in the row and what may be done with it.

    `is_running` is a period of "N times a ..." that has not ended: it takes done-days instead of answers.
    `done_days` are those of its calendar period, `done_on_day` says whether the shown day is one of them, and
    `may_add_yesterday` whether the day before can still be marked from here. `miss` is set for a missed item.
    """

    commitment: Commitment
    terms: Terms
    item: Item
    is_running: bool
    done_on_day: bool
    done_days: tuple[date, ...]
    may_add_yesterday: bool
    miss: Miss | None

    @property
    def key(self) -> tuple[str, date]:
        """What tells this row from all others: its commitment and the day its item is due."""
        return self.commitment.id, self.item.day

    @property
    def is_answered(self) -> bool:
        """Whether nothing more is asked for in this row on the shown day."""
        return self.done_on_day or self.item.is_answered if self.is_running else self.item.is_answered


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
        return sum(self._is_due(row) for row in self.rows)

    @property
    def answered_count(self) -> int:
        """How many of them are answered."""
        return sum(self._is_due(row) and row.item.is_answered for row in self.rows)

    @property
    def open_from_before(self) -> int:
        """How many items of the day before still wait for an answer."""
        return sum(not row.item.is_answered for row in self.still_open)

    def _is_due(self, row: DayRow) -> bool:
        return row.item.day == self.day and not row.is_running


def day_view(histories: Iterable[History], day: date, today: date, day_start: DayStart = FIRST_DAY_START) -> DayView:
    """Everything a day asks for. `histories` need answers to items due from the day before `day` on."""
    return joined_view(day, today, (part_of_day(history, day, today, day_start) for history in histories))


class PartOfDay(NamedTuple):
    """What one commitment has on a day, as in `DayView`."""

    rows: tuple[DayRow, ...]
    still_open: tuple[DayRow, ...]
    paused: tuple[PausedRow, ...]


def part_of_day(history: History, day: date, today: date, day_start: DayStart) -> PartOfDay:
    """What one commitment asks for on a day."""
    yesterday = day - DAY
    rows: list[DayRow] = []
    still_open: list[DayRow] = []
    for item in items(history, today, since=yesterday):
        if _belongs_to(history, item, day, today):
            rows.append(_row(history, item, day, today, day_start))
        elif day == today and _is_left_open(item, today):
            still_open.append(_row(history, item, yesterday, today, day_start))
    return PartOfDay(tuple(rows), tuple(still_open), tuple(_paused((history,), day)))


def joined_view(day: date, today: date, parts: Iterable[PartOfDay]) -> DayView:
    """A day as it is shown, from what each commitment asks for on it, in the person's order."""
    known = list(parts)
    return DayView(
        day,
        today,
        tuple(row for part in known for row in part.rows),
        tuple(row for part in known for row in part.still_open),
        tuple(row for part in known for row in part.paused),
    )


def _belongs_to(history: History, item: Item, day: date, today: date) -> bool:
    """Whether an item is shown on a day.

    A running period is, until it is answered and on each of its done-days; once over it stands on its last day alone.
    A "once" whose date has not come is shown today until it is answered, and on the day of its answer. On a paused day
    neither is asked for.
    """
    if not item.first <= day <= item.day:
        return False
    is_asked_for = not item.is_answered and _pause_on(history, day) is None
    if item.times and today <= item.day:
        return is_asked_for or day in history.done_days
    if item.day == day:
        return True
    if item.times:
        return False
    return item.written_on == day or (day == today and is_asked_for)


def _is_left_open(item: Item, today: date) -> bool:
    """Whether an item of yesterday is still asked for, or was answered only today and may be changed here."""
    return item.day == today - DAY and (not item.is_answered or item.written_on == today)


def _row(history: History, item: Item, day: date, today: date, day_start: DayStart) -> DayRow:
    terms = item.terms or terms_on(history.terms, item.day) or history.terms[0]
    found = misses((item,), history.tellings, day_start)
    yesterday = today - DAY
    is_of_now = day == today or item.day == yesterday
    return DayRow(
        commitment=history.commitment,
        terms=terms,
        item=item,
        is_running=bool(item.times) and today <= item.day,
        done_on_day=bool(item.times) and day in history.done_days,
        done_days=_done_days(history, item, terms),
        may_add_yesterday=is_of_now
        and bool(item.times)
        and not item.is_answered
        and item.first <= yesterday <= item.day
        and yesterday not in history.done_days,
        miss=found[0] if found else None,
    )


def _done_days(history: History, item: Item, terms: Terms) -> tuple[date, ...]:
    period = period_of(terms.schedule, item.day) if item.times else None
    if period is None:
        return ()
    return tuple(day for day in history.done_days if period.first <= day <= period.last)


def _paused(histories: Iterable[History], day: date) -> Iterable[PausedRow]:
    for history in histories:
        terms = terms_on(history.terms, day)
        pause = _pause_on(history, day)
        if pause is not None and terms is not None and terms.stance is Stance.ACTIVE:
            yield PausedRow(history.commitment, pause)


def _pause_on(history: History, day: date) -> Pause | None:
    """The pause that a day lies in; of several the one that ends last."""
    covering = [
        pause for pause in history.pauses if pause.taken_back_at is None and pause.starts_on <= day <= pause.ends_on
    ]
    return max(covering, key=lambda pause: pause.ends_on, default=None)


# What is coming


def pauses_to_look_at(pauses: Iterable[Pause], today: date) -> list[Pause]:
    """Pauses without a known end that end today or ended yesterday, unless they are made longer."""
    return [
        pause
        for pause in pauses
        if pause.taken_back_at is None
        and pause.looks_again
        and pause.reason is not Reason.CHOICE
        and oldest_open_day(today) <= pause.ends_on <= today
    ]


def latest_longer(pause: Pause, today: date) -> date:
    """The last day to which a pause can be made longer in one step."""
    return max(pause.ends_on, oldest_open_day(today)) + LONGEST_ILLNESS_WITHOUT_LOOK


def pending_loosenings(histories: Iterable[History], today: date) -> list[tuple[Commitment, Terms]]:
    """Terms that make something easier, written but not yet in force; they can be taken back until they start."""
    found = ((history.commitment, pending(history.terms, today)) for history in histories)
    return [
        (commitment, terms) for commitment, terms in found if terms is not None and terms.direction is Direction.EASIER
    ]


def coming_pauses(pauses: Iterable[Pause], today: date) -> list[Pause]:
    """Pauses that have not begun; those for one's own convenience wait for their notice."""
    return [pause for pause in pauses if pause.taken_back_at is None and pause.starts_on > today]


def coming_commitments(histories: Iterable[History], today: date) -> list[tuple[Commitment, date]]:
    """New commitments that ask for nothing yet, with the first day of what they will ask for."""
    found: list[tuple[Commitment, date]] = []
    for history in histories:
        terms = terms_on(history.terms, today) or pending(history.terms, today)
        if terms is None or terms.stance is not Stance.ACTIVE or terms.direction is not Direction.FIRST:
            continue
        first = begins_with(terms, history.pauses)
        if first > today:
            found.append((history.commitment, first))
    return found


def commitments_to_review(histories: Iterable[History], today: date) -> list[Commitment]:
    """Active commitments whose day of review has come."""
    return [
        history.commitment
        for history in histories
        if history.commitment.review_on is not None
        and history.commitment.review_on <= today
        and (terms := terms_on(history.terms, today)) is not None
        and terms.stance is Stance.ACTIVE
    ]


def minutes_behind(newest: Answer | None, at: datetime) -> int:
    """How many minutes a clock that says `at` stands behind the latest entry; 0 if it does not.

    The newest row is the latest one unless the clock was already behind when it was written, which it says itself.
    What is further back than four weeks was a clock that had run ahead: once something was written since, each entry
    says so for itself, and it is not said every day for years.
    """
    if newest is None or (newest.clock_behind * MINUTE > LONGEST_BEHIND and newest.written_at <= at):
        return 0
    latest = newest.written_at + newest.clock_behind * MINUTE
    return max(0, (latest - at) // MINUTE)


# Amends in hand


@dataclass(frozen=True, slots=True)
class Amend:
    """One repair that is still to be done: one of the ledger, or the one promised after a miss.

    `miss` names the commitment and the day of that miss.
    """

    id: str
    words: str
    due_on: date | None
    is_overdue: bool
    miss: tuple[str, date] | None


def amends_in_hand(repairs: Iterable[Repair], reviews: Iterable[MissReview], today: date) -> list[Amend]:
    """Everything still to be repaired, what is promised for the earliest day first, without a day last."""
    found = [
        Amend(repair.id, repair.words, repair.due_on, _is_over(repair.due_on, today), None)
        for repair in repairs
        if repair.state is RepairState.OPEN
    ]
    found += [
        Amend(
            review.id,
            review.repair.strip(),
            review.repair_by,
            _is_over(review.repair_by, today),
            (review.commitment_id, review.day),
        )
        for review in reviews
        if review.repair.strip() and review.repair_done_on is None
    ]
    return sorted(found, key=lambda amend: amend.due_on or date.max)


def _is_over(due_on: date | None, today: date) -> bool:
    return due_on is not None and due_on < today
