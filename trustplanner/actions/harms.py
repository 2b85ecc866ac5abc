"""Naming harms and planning repairs."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

from trustplanner.actions.limits import refuse_against_limits
from trustplanner.actions.tracking import refuse_tracking
from trustplanner.domain.commitments import Commitment
from trustplanner.domain.days import require_possible_if_any
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.harms import LARGEST_AMOUNT, Harm, Repair, RepairState, RepairWay
from trustplanner.domain.moments import Now
from trustplanner.domain.plans import Share
from trustplanner.domain.restitution import restitution_of
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.storage.queries.harms import harms, payments, repairs
from trustplanner.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class RepairDetails:
    """What stands beside the words of a repair. `amount` is in the smallest units of `currency`, see `Repair`."""

    way: RepairWay | None = None
    wants_contact: Share | None = None
    could_injure: Share | None = None
    advised_by: str = ""
    amount: int | None = None
    currency: str = ""


NO_DETAILS = RepairDetails()


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
    """Delete a harm with its repairs and their payments; commitments that answered it stay and answer none.

    Undo restores all of it.
    """
    harm = unit.require(Harm, harm_id)
    for commitment in unit.read(every_commitment):
        if commitment.harm_id == harm_id:
            unit.put(replace(unit.require(Commitment, commitment.id), harm_id=None))
    for repair in unit.read(repairs):
        if repair.harm_id == harm_id:
            delete_repair(unit, now, repair.id)
    unit.delete(harm)


def add_repair(
    unit: UnitOfWork,
    now: Now,
    harm_id: str,
    words: str,
    due_on: date | None = None,
    details: RepairDetails = NO_DETAILS,
) -> Repair:
    """Plan one repair for a harm.

    Raises:
        RuleError: WORDS_MISSING, TRACKS_THEM, AGAINST_A_LIMIT, NOT_FOUND, DATE_IMPOSSIBLE, AMOUNT_IMPOSSIBLE.
    """
    unit.require(Harm, harm_id)
    refuse_tracking(unit, words)
    refuse_against_limits(unit, words)
    day = require_possible_if_any(due_on)
    position = max((each.position for each in unit.read(repairs)), default=-1) + 1
    repair = unit.put(
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
    return unit.put(_with_details(unit, repair, details))


def change_repair(
    unit: UnitOfWork,
    now: Now,
    repair_id: str,
    words: str,
    due_on: date | None,
    details: RepairDetails | None = None,
) -> Repair:
    """Say a repair in other words, give it another day, or change what stands beside it; without `details` that stays.

    Raises:
        RuleError: WORDS_MISSING, TRACKS_THEM, AGAINST_A_LIMIT for other words, NOT_FOUND, DATE_IMPOSSIBLE,
            AMOUNT_IMPOSSIBLE, AMOUNT_IS_PAID_ON where payments would no longer fit the amount.
    """
    before = unit.require(Repair, repair_id)
    refuse_tracking(unit, words)
    if words.strip() != before.words:
        refuse_against_limits(unit, words)
    changed = replace(before, words=_required(words), due_on=require_possible_if_any(due_on))
    return unit.put(changed if details is None else _with_details(unit, changed, details))


def set_repair_state(unit: UnitOfWork, now: Now, repair_id: str, state: RepairState) -> Repair:
    """Say that a repair is done, let go, or open again; done is dated today."""
    done_on = now.today if state is RepairState.DONE else None
    return unit.put(replace(unit.require(Repair, repair_id), state=state, done_on=done_on))


def delete_repair(unit: UnitOfWork, now: Now, repair_id: str) -> None:
    """Delete a repair with its payments. Undo restores all of it."""
    repair = unit.require(Repair, repair_id)
    for payment in unit.read(payments):
        if payment.repair_id == repair_id:
            unit.delete(payment)
    unit.delete(repair)


def _with_details(unit: UnitOfWork, repair: Repair, details: RepairDetails) -> Repair:
    amount = details.amount
    if amount is not None and not 0 < amount <= LARGEST_AMOUNT:
        raise RuleError(Code.AMOUNT_IMPOSSIBLE)
    currency = details.currency if amount is not None else ""
    before = restitution_of(repair, unit.read(payments))
    if before is not None and before.payments:
        fits = currency == repair.currency and (amount or 0) >= before.paid.amount + before.planned
        if not fits:
            raise RuleError(Code.AMOUNT_IS_PAID_ON)
    return replace(
        repair,
        way=details.way,
        wants_contact=details.wants_contact,
        could_injure=details.could_injure,
        advised_by=details.advised_by.strip(),
        amount=amount,
        currency=currency,
    )


def _required(words: str) -> str:
    if not words.strip():
        raise RuleError(Code.WORDS_MISSING)
    return words.strip()
