"""Changing what a commitment promises, with notice or at once, and taking such a change back before it starts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from trustplanner.actions.limits import refuse_against_limits
from trustplanner.actions.places import require_place
from trustplanner.actions.tracking import refuse_tracking
from trustplanner.actions.views import NOT_ASKED, Heard, write_view
from trustplanner.domain.commitments import (
    Direction,
    Reason,
    Stance,
    Terms,
    check_words,
    directions_of_change,
    is_tightening,
    pending,
    settled,
    start_of_change,
    terms_on,
)
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.items import is_open_today
from trustplanner.domain.moments import Now
from trustplanner.domain.schedules import Schedule
from trustplanner.storage.queries.commitments import history_of, terms_of
from trustplanner.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Wording:
    """What is promised, before it is dated: the words, the schedule, the time of day in minutes from midnight."""

    will: str
    so_that: str
    schedule: Schedule
    at_minute: int | None = None


def change_terms(
    unit: UnitOfWork,
    now: Now,
    commitment_id: str,
    wording: Wording,
    *,
    said_to_be: Direction | None = None,
    reason: Reason = Reason.CHOICE,
    heard: Heard = NOT_ASKED,
) -> Terms | None:
    """Promise something else from a later day on, or at once if it is stricter.

    What is tightening beyond doubt is not asked about; otherwise `said_to_be` is the person's own word for it and no
    answer means easier. A change that is still pending is replaced. Returns None if nothing differs from what is in
    force.

    Raises:
        RuleError: NOT_FOUND, WORDS_MISSING, WORDS_TOO_LONG, TRACKS_THEM, ALREADY_ENDED; AGAINST_A_LIMIT for other
            words; THREE_ACTIVE if it was to wait or to end, or is a "once" that is over, and its place was given to
            another.
    """
    check_words("-", wording.will)
    refuse_tracking(unit, f"{wording.will} {wording.so_that}")
    rows = unit.read(terms_of, commitment_id)
    old = in_force_or_coming(rows, now.today)
    if old.stance is Stance.ENDED:
        raise RuleError(Code.ALREADY_ENDED)
    said_before = {old.will, old.so_that}
    said = (wording.will.strip(), wording.so_that.strip())
    refuse_against_limits(unit, *(each for each in said if each not in said_before))
    require_place(unit, commitment_id, old, now.today)
    withdraw_pending(unit, rows, now)
    if wording_of(old) == _trimmed(wording):
        return None
    if old.stance is Stance.WAITING or old.starts_on > now.today:
        direction = said_to_be or direction_of(old, wording, None, now.today)  # it asks for nothing yet
        starts_on = max(now.today, old.starts_on)
    else:
        direction = direction_of(old, wording, said_to_be, now.today)
        starts_on = _start_of_change(unit, now, old, wording.schedule, direction, reason)
    changed = new_terms(
        now,
        commitment_id,
        wording,
        stance=old.stance,
        direction=direction,
        starts_on=starts_on,
        reason=reason,
    )
    return put_heard(unit, changed, heard, now)


def direction_of(old: Terms, wording: Wording, said_to_be: Direction | None, today: date) -> Direction:
    """Stricter if that is beyond doubt, else what the person said it is; no answer, or a wrong one, means easier."""
    same_words = (old.will, old.so_that) == (wording.will.strip(), wording.so_that.strip())
    if is_tightening(old, wording.schedule, wording.at_minute, same_words=same_words, today=today):
        return Direction.STRICTER
    if said_to_be in directions_of_change(old, wording.schedule, wording.at_minute):
        return said_to_be
    return Direction.EASIER


def take_back_pending(unit: UnitOfWork, now: Now, commitment_id: str) -> Terms:
    """Take a loosening back before it starts, so that the old terms go on; of several, as a file may hold, all.

    Raises:
        RuleError: ALREADY_STARTED if nothing is pending, which first terms never are; THREE_ACTIVE if its place was
            given to another.
    """
    rows = unit.read(terms_of, commitment_id)
    found = pending(rows, now.today)
    if found is None or found.direction is Direction.FIRST:
        raise RuleError(Code.ALREADY_STARTED)
    require_place(unit, commitment_id, in_force_or_coming(rows, now.today), now.today)
    withdraw_pending(unit, rows, now)
    return replace(found, taken_back_at=now.at)


def in_force_or_coming(rows: tuple[Terms, ...], today: date) -> Terms:
    """The terms in force today, or those a new commitment will begin with."""
    return terms_on(rows, today) or settled(rows, today)


def withdraw_pending(unit: UnitOfWork, rows: Iterable[Terms], now: Now) -> None:
    """Take back every change that has not begun; first terms are none."""
    for row in rows:
        if row.taken_back_at is None and row.starts_on > now.today and row.direction is not Direction.FIRST:
            unit.put(replace(row, taken_back_at=now.at))


def wording_of(terms: Terms) -> Wording:
    """What terms promise, without their dates."""
    return Wording(terms.will, terms.so_that, terms.schedule, terms.at_minute)


def new_terms(
    now: Now,
    commitment_id: str,
    wording: Wording,
    *,
    stance: Stance,
    direction: Direction,
    starts_on: date,
    reason: Reason = Reason.CHOICE,
) -> Terms:
    """Terms as they are written at this moment, not yet in the vault."""
    return Terms(
        seq=None,
        commitment_id=commitment_id,
        stance=stance,
        will=wording.will.strip(),
        so_that=wording.so_that.strip(),
        schedule=wording.schedule,
        at_minute=wording.at_minute,
        starts_on=starts_on,
        written_at=now.at,
        written_on=now.today,
        direction=direction,
        reason=reason,
        taken_back_at=None,
    )


def put_heard(unit: UnitOfWork, terms: Terms, heard: Heard, now: Now) -> Terms:
    """Write terms, and what was heard about them; returns the terms as they were written."""
    written = unit.put(terms)
    write_view(unit, written, heard, now)
    return written


def _start_of_change(
    unit: UnitOfWork, now: Now, old: Terms, schedule: Schedule, direction: Direction, reason: Reason
) -> date:
    history = unit.read(history_of, old.commitment_id)
    is_open = history is not None and is_open_today(history, now.today)
    return start_of_change(old, schedule, direction, reason, now.today, is_open_today=is_open)


def _trimmed(wording: Wording) -> Wording:
    return replace(wording, will=wording.will.strip(), so_that=wording.so_that.strip())
