"""What a session looks at: all that happened since the last one, counted as the record counts it. Pure functions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from trustplanner.domain.commitments import Commitment, Direction, Pause, Stance, Terms, terms_on
from trustplanner.domain.days import FIRST_DAY_START, DayStart
from trustplanner.domain.items import History, Item, Outcome, items
from trustplanner.domain.record import Counts, Miss, count, misses
from trustplanner.domain.schedules import Shape
from trustplanner.domain.sessions import Session, last_session_day, next_session
from trustplanner.domain.views import TheirView, views_of


@dataclass(frozen=True, slots=True)
class TermsSince:
    """Terms that were written or began to count since then; `before` are those that they took the place of."""

    commitment: Commitment
    terms: Terms
    before: Terms | None
    views: tuple[TheirView, ...]


@dataclass(frozen=True, slots=True)
class PauseSince:
    """A pause of which a day lies in this time, or that was written in it; of all commitments if `commitment` is None.

    `views` are what was heard about it, the last one counts.
    """

    commitment: Commitment | None
    pause: Pause
    views: tuple[TheirView, ...]


@dataclass(frozen=True, slots=True)
class CommitmentSince:
    """One commitment since then: its closed or answered items in order, its counts, its misses oldest first.

    `is_asked_for` says whether it still asks for anything today.
    """

    commitment: Commitment
    stance: Stance
    counts: Counts
    items: tuple[Item, ...]
    misses: tuple[Miss, ...]
    is_asked_for: bool


@dataclass(frozen=True, slots=True)
class SinceLast:
    """All that a session looks at, between `first` and `today`, both included.

    `last_session` is the boundary, None if there was none: then `first` is the day on which everything began.
    """

    first: date
    today: date
    last_session: date | None
    commitments: tuple[CommitmentSince, ...]
    changes: tuple[TermsSince, ...]
    pauses: tuple[PauseSince, ...]

    @property
    def totals(self) -> Counts:
        """Counts are added up, shares never are."""
        return sum((each.counts for each in self.commitments), Counts())


def session_of_view(sessions: Sequence[Session], today: date) -> Session | None:
    """The session that the view belongs to: today's, or the next one."""
    return next_session(sessions, today)


def beginning(histories: Iterable[History], today: date) -> date:
    """The first day of anything promised or answered; today where nothing has begun."""
    days = [terms.starts_on for each in histories for terms in each.terms if terms.taken_back_at is None]
    days += [date.fromordinal(row.day) for each in histories for row in each.answers[:1]]
    return min((day for day in days if day <= today), default=today)


def since_last(
    histories: Sequence[History], sessions: Iterable[Session], today: date, day_start: DayStart = FIRST_DAY_START
) -> SinceLast:
    """Everything since the last session before today, or since the beginning.

    `histories` need no answers of days before it. What has ended since is in it, and so is what had an item; what
    waits or ended before is not.
    """
    last = last_session_day((session.day for session in sessions), today)
    first = beginning(histories, today) if last is None else last
    found = [_commitment_since(each, first, today, day_start) for each in histories]
    return SinceLast(
        first=first,
        today=today,
        last_session=last,
        commitments=tuple(each for each in found if each.items or each.is_asked_for),
        changes=tuple(change for each in histories for change in _changes(each, first, today)),
        pauses=tuple(_pauses(histories, first, today)),
    )


def is_asked_for(terms: Terms, today: date) -> bool:
    """Whether terms in force still ask for anything: a "once" whose day has passed does not."""
    is_over = terms.schedule.shape is Shape.ONCE and (terms.schedule.anchor or today) < today
    return terms.stance is Stance.ACTIVE and not is_over


def _commitment_since(history: History, first: date, today: date, day_start: DayStart) -> CommitmentSince:
    every = sorted(items(history, today, since=first), key=lambda item: item.stands_on(today))
    shown = [item for item in every if first <= item.stands_on(today) <= today and item.outcome is not Outcome.OPEN]
    in_force = terms_on(history.terms, today)
    return CommitmentSince(
        commitment=history.commitment,
        stance=Stance.WAITING if in_force is None else in_force.stance,
        counts=count(shown),
        items=tuple(shown),
        misses=tuple(misses(shown, history.tellings, day_start)),
        is_asked_for=in_force is not None and is_asked_for(in_force, today),
    )


def _changes(history: History, first: date, today: date) -> Iterable[TermsSince]:
    """What the commitment first waited with changed nothing; what was taken back does not count."""
    before: Terms | None = None
    for terms in history.terms:
        if terms.taken_back_at is not None:
            continue
        is_in_time = terms.written_on >= first or first <= terms.starts_on <= today
        is_idle_beginning = terms.direction is Direction.FIRST and terms.stance is Stance.WAITING
        if is_in_time and not is_idle_beginning:
            yield TermsSince(history.commitment, terms, before, views_of(history.views, terms))
        before = terms


def _pauses(histories: Iterable[History], first: date, today: date) -> Iterable[PauseSince]:
    seen: set[int | None] = set()
    for history in histories:
        for pause in history.pauses:
            is_in_time = pause.written_on >= first or (pause.ends_on >= first and pause.starts_on <= today)
            if pause.taken_back_at is not None or pause.seq in seen or not is_in_time:
                continue
            seen.add(pause.seq)
            commitment = history.commitment if pause.commitment_id is not None else None
            yield PauseSince(commitment, pause, views_of(history.views, pause))
