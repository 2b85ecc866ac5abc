"""Naming harms and planning repairs."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from trustplanner.actions.tracking import refuse_tracking
from trustplanner.domain.commitments import Commitment
from trustplanner.domain.days import require_possible_if_any
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.harms import Harm, Repair, RepairState
from trustplanner.domain.moments import Now
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.storage.queries.harms import harms, repairs
from trustplanner.storage.unit_of_work import UnitOfWork


def add_harm(unit: UnitOfWork, now: Now, words: str) -> Harm:
    """Name one harm.

    Raises:
        RuleError: WORDS_MISSING.
    """
    position = max((each.position for each in unit.read(harms)), default=-1) + 1
    return unit.put(Harm(str(uuid4()), _required(words), position, now.at))


def reword_harm(unit: UnitOfWork, now: Now, harm_id: str, words: str) -> Harm:
    """Say a harm in other words."""
    return unit.put(replace(unit.require(Harm, harm_id), words=_required(words)))


def delete_harm(unit: UnitOfWork, now: Now, harm_id: str) -> None:
    """Delete a harm with its repairs; commitments that answered it stay and answer none. Undo restores all of it."""
    harm = unit.require(Harm, harm_id)
    for commitment in unit.read(every_commitment):
        if commitment.harm_id == harm_id:
            unit.put(replace(unit.require(Commitment, commitment.id), harm_id=None))
    for repair in unit.read(repairs):
        if repair.harm_id == harm_id:
            unit.delete(repair)
    unit.delete(harm)


def add_repair(unit: UnitOfWork, now: Now, harm_id: str, words: str, due_on: date | None = None) -> Repair:
    """Plan one repair for a harm.

    Raises:
        RuleError: WORDS_MISSING, TRACKS_THEM, NOT_FOUND, DATE_IMPOSSIBLE.
    """
    unit.require(Harm, harm_id)
    refuse_tracking(unit, words)
    day = require_possible_if_any(due_on)
    position = max((each.position for each in unit.read(repairs)), default=-1) + 1
    return unit.put(
        Repair(
            id=str(uuid4()),
            harm_id=harm_id,
            words=_required(words),
            due_on=day,
            state=RepairState.OPEN,
            done_on=None,
            way=None,
            wants_contact=None,
            could_injure=None,
            advised_by="",
            amount=None,
            currency="",
            position=position,
            created_at=now.at,
        )
    )


def change_repair(unit: UnitOfWork, now: Now, repair_id: str, words: str, due_on: date | None) -> Repair:
    """Say a repair in other words or give it another day.

    Raises:
        RuleError: WORDS_MISSING, TRACKS_THEM, NOT_FOUND, DATE_IMPOSSIBLE.
    """
    before = unit.require(Repair, repair_id)
    refuse_tracking(unit, words)
    return unit.put(replace(before, words=_required(words), due_on=require_possible_if_any(due_on)))


def set_repair_state(unit: UnitOfWork, now: Now, repair_id: str, state: RepairState) -> Repair:
    """Say that a repair is done, let go, or open again; done is dated today."""
    done_on = now.today if state is RepairState.DONE else None
    return unit.put(replace(unit.require(Repair, repair_id), state=state, done_on=done_on))


def delete_repair(unit: UnitOfWork, now: Now, repair_id: str) -> None:
    """Delete a repair."""
    unit.delete(unit.require(Repair, repair_id))


def _required(words: str) -> str:
    if not words.strip():
        raise RuleError(Code.WORDS_MISSING)
    return words.strip()
