"""Making commitments, letting them wait, beginning again, ending and deleting them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import uuid4

from trustplanner.actions.limits import refuse_against_limits
from trustplanner.actions.places import active_count
from trustplanner.actions.repeated_misses import refuse_while_hidden
from trustplanner.actions.terms import Wording, in_force_or_coming, new_terms, put_heard, withdraw_pending, wording_of
from trustplanner.actions.tracking import refuse_tracking
from trustplanner.actions.views import NOT_ASKED, Heard
from trustplanner.domain.commitments import (
    MOST_ACTIVE,
    AskedBy,
    Commitment,
    Direction,
    Reason,
    Stance,
    Terms,
    check_words,
    pending,
    settled,
    start_of_easing,
)
from trustplanner.domain.days import require_possible, require_possible_if_any
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.items import History, items
from trustplanner.domain.moments import Now, Setting
from trustplanner.domain.plans import CONTACT_TO_LOOK_AT
from trustplanner.domain.schedules import Shape
from trustplanner.storage.queries.commitments import belongings, every_commitment, history_of, terms_of
from trustplanner.storage.queries.conversations import agreements
from trustplanner.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands beside the promise and may change at any time without notice."""

    if_cue: str = ""
    then_action: str = ""
    sign: str = ""
    asked_by: AskedBy = AskedBy.NOBODY
    asked_on: date | None = None
    sureness: int | None = None
    smallest: str = ""
    review_on: date | None = None
    harm_id: str | None = None
    is_line: bool = False
    is_event: bool = False


def create(
    unit: UnitOfWork,
    now: Now,
    title: str,
    wording: Wording,
    surroundings: Surroundings,
    *,
    starts_on: date | None = None,
    waits: bool = False,
    instead_of: str | None = None,
) -> Commitment:
    """Write a new commitment. It is active from `starts_on` (today if None), or waits.

    With three active ones a fourth waits; `instead_of` names an older one that is let wait for it, with notice, so
    that four are shown meanwhile.

    Raises:
        RuleError: WORDS_MISSING, WORDS_TOO_LONG, TRACKS_THEM, AGAINST_A_LIMIT, HIDDEN_MISSES, DATE_IMPOSSIBLE if it
            starts in the past or is due once on a day before it starts.
    """
    check_words(title, wording.will)
    refuse_while_hidden(unit, now.today)
    beside = _promises_beside(surroundings)
    refuse_tracking(unit, f"{wording.will} {wording.so_that}", title, *beside)
    refuse_against_limits(unit, wording.will, wording.so_that, title, *beside)
    first_day = _first_day(now, wording, starts_on)
    if instead_of is not None:
        let_wait(unit, now, instead_of)
    waits = waits or active_count(unit, now.today) >= MOST_ACTIVE
    position = max((each.position for each in unit.read(every_commitment)), default=-1) + 1
    commitment = unit.put(
        Commitment(
            id=str(uuid4()),
            title=title.strip(),
            imported=False,
            position=position,
            created_at=now.at,
            **_fields(surroundings),
        )
    )
    unit.put(
        new_terms(
            now,
            commitment.id,
            wording,
            stance=Stance.WAITING if waits else Stance.ACTIVE,
            direction=Direction.FIRST,
            starts_on=now.today if waits else first_day,
        )
    )
    return commitment


def _first_day(now: Now, wording: Wording, starts_on: date | None) -> date:
    first_day = require_possible(starts_on or now.today)
    only_day = wording.schedule.anchor if wording.schedule.shape is Shape.ONCE else None
    if first_day < now.today or (only_day is not None and only_day < first_day):
        raise RuleError(Code.DATE_IMPOSSIBLE)
    return first_day


def describe(unit: UnitOfWork, now: Now, commitment_id: str, title: str, surroundings: Surroundings) -> Commitment:
    """Change the short name and what stands beside the promise; the promise itself is not touched.

    Raises:
        RuleError: NOT_FOUND, WORDS_MISSING, WORDS_TOO_LONG, TRACKS_THEM, AGAINST_A_LIMIT for other words,
            DATE_IMPOSSIBLE.
    """
    before = unit.require(Commitment, commitment_id)
    check_words(title, "-")
    beside = _promises_beside(surroundings)
    refuse_tracking(unit, title, *beside)
    said_before = {before.title, *_promises_beside(before)}
    refuse_against_limits(unit, *(each for each in (title.strip(), *beside) if each not in said_before))
    return unit.put(replace(before, title=title.strip(), **_fields(surroundings)))


def let_wait(
    unit: UnitOfWork, now: Now, commitment_id: str, reason: Reason = Reason.CHOICE, heard: Heard = NOT_ASKED
) -> Terms:
    """Let an active commitment wait: a loosening, with its notice unless there is a reason."""
    return _ease(unit, now, commitment_id, Stance.WAITING, reason, heard)


def end(
    unit: UnitOfWork, now: Now, commitment_id: str, reason: Reason = Reason.CHOICE, heard: Heard = NOT_ASKED
) -> Terms:
    """End a commitment: a loosening, with its notice unless there is a reason. Its record stays."""
    return _ease(unit, now, commitment_id, Stance.ENDED, reason, heard)


def let_wait_for_contact(unit: UnitOfWork, now: Now, commitment_ids: Iterable[str]) -> None:
    """Let wait at once what needs contact that is not welcome any more; what was to end ends at once.

    Without any the commitments were looked through, and none needs it.
    """
    for commitment_id in commitment_ids:
        to_come = settled(unit.read(terms_of, commitment_id), now.today)
        stance = Stance.ENDED if to_come.stance is Stance.ENDED else Stance.WAITING
        _ease(unit, now, commitment_id, stance, Reason.THEIR_WISH, NOT_ASKED)
    unit.put(Setting(CONTACT_TO_LOOK_AT, ""))


def activate(unit: UnitOfWork, now: Now, commitment_id: str) -> Terms:
    """Begin with a waiting commitment at once.

    Raises:
        RuleError: THREE_ACTIVE; ALREADY_STARTED if it is active; ALREADY_ENDED; HIDDEN_MISSES, but not for one that
            has not begun to wait.
    """
    rows = unit.read(terms_of, commitment_id)
    old = settled(rows, now.today)
    if old.stance is Stance.ACTIVE:
        raise RuleError(Code.ALREADY_STARTED)
    if old.stance is Stance.ENDED:
        raise RuleError(Code.ALREADY_ENDED)
    if active_count(unit, now.today) >= MOST_ACTIVE:
        raise RuleError(Code.THREE_ACTIVE, most=MOST_ACTIVE)
    if pending(rows, now.today) is not None:
        withdraw_pending(unit, rows, now)
        return in_force_or_coming(rows, now.today)
    refuse_while_hidden(unit, now.today)
    return unit.put(
        new_terms(
            now,
            commitment_id,
            wording_of(old),
            stance=Stance.ACTIVE,
            direction=Direction.STRICTER,
            starts_on=now.today,
        )
    )


def delete(unit: UnitOfWork, now: Now, commitment_id: str) -> None:
    """Delete a commitment that never asked for anything. One that did is ended instead: misses stay.

    What it was agreed from stays, and has become none.

    Raises:
        RuleError: ALREADY_STARTED.
    """
    history = unit.read(history_of, commitment_id)
    if history is None:
        raise RuleError(Code.NOT_FOUND)
    if has_asked(history, now.today):
        raise RuleError(Code.ALREADY_STARTED)
    for row in unit.read(belongings, commitment_id):
        unit.delete(row)
    for agreement in unit.read(agreements):
        if agreement.commitment_id == commitment_id:
            unit.put(replace(agreement, commitment_id=None))
    unit.delete(history.commitment)


def has_asked(history: History, today: date) -> bool:
    """Whether a commitment has ever asked for anything, so that it can be ended and no longer deleted."""
    if history.answers or history.done_days:
        return True
    return any(item.first < today or item.is_answered for item in items(history, today))


def _ease(unit: UnitOfWork, now: Now, commitment_id: str, stance: Stance, reason: Reason, heard: Heard) -> Terms:
    rows = unit.read(terms_of, commitment_id)
    old, to_come = in_force_or_coming(rows, now.today), settled(rows, now.today)
    has_notice = old.stance is Stance.ACTIVE and old.starts_on <= now.today
    starts_on = start_of_easing(reason, now.today) if has_notice else now.today
    is_sooner = to_come.stance is stance and starts_on < to_come.starts_on
    if to_come.stance in (Stance.ENDED, stance) and not is_sooner:
        raise RuleError(Code.ALREADY_ENDED)
    withdraw_pending(unit, rows, now)
    eased = new_terms(
        now,
        commitment_id,
        wording_of(old),
        stance=stance,
        direction=Direction.EASIER,
        starts_on=starts_on,
        reason=reason,
    )
    return put_heard(unit, eased, heard, now)


def _promises_beside(surroundings: Surroundings | Commitment) -> tuple[str, ...]:
    """What stands beside the promise and binds as it does; the cue of a plan may name the urge to look."""
    return surroundings.then_action, surroundings.sign, surroundings.smallest


def _fields(surroundings: Surroundings) -> dict[str, Any]:
    for day in (surroundings.asked_on, surroundings.review_on):
        require_possible_if_any(day)
    return {name: getattr(surroundings, name) for name in Surroundings.__dataclass_fields__}
