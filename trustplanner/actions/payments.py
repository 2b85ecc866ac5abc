"""Planning what is given back, and writing down what was paid."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from trustplanner.domain.days import require_possible, require_possible_if_any
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.harms import Payment, Repair
from trustplanner.domain.moments import Now
from trustplanner.domain.restitution import restitution_of
from trustplanner.storage.queries.harms import payments
from trustplanner.storage.unit_of_work import UnitOfWork


def plan_payment(
    unit: UnitOfWork, now: Now, repair_id: str, amount: int, due_on: date | None = None, paid_on: date | None = None
) -> Payment:
    """Plan one payment in the smallest units of the repair's currency, or write down one that was made.

    Raises:
        RuleError: NOT_FOUND; AMOUNT_MISSING if the repair gives nothing back; AMOUNT_IMPOSSIBLE; PAID_TOO_MUCH if all
            payments together would be more than the whole; DATE_IMPOSSIBLE; FUTURE_DAY if it was paid in the future.
    """
    repair = unit.require(Repair, repair_id)
    payment = Payment(str(uuid4()), repair_id, 0, None, None, now.at)
    return unit.put(_checked(unit, now, repair, replace(payment, amount=amount, due_on=due_on, paid_on=paid_on)))


def change_payment(unit: UnitOfWork, now: Now, payment_id: str, amount: int, due_on: date | None) -> Payment:
    """Give a payment another amount or another day.

    Raises:
        RuleError: as `plan_payment`.
    """
    before = unit.require(Payment, payment_id)
    repair = unit.require(Repair, before.repair_id)
    return unit.put(_checked(unit, now, repair, replace(before, amount=amount, due_on=due_on)))


def mark_paid(unit: UnitOfWork, now: Now, payment_id: str, paid_on: date | None) -> Payment:
    """Say on which day a payment was made, or that it was not.

    Raises:
        RuleError: NOT_FOUND, FUTURE_DAY, DATE_IMPOSSIBLE.
    """
    before = unit.require(Payment, payment_id)
    if paid_on is not None and require_possible(paid_on) > now.today:
        raise RuleError(Code.FUTURE_DAY)
    return unit.put(replace(before, paid_on=paid_on))


def delete_payment(unit: UnitOfWork, now: Now, payment_id: str) -> None:
    """Take a payment out.

    Raises:
        RuleError: NOT_FOUND.
    """
    unit.delete(unit.require(Payment, payment_id))


def _checked(unit: UnitOfWork, now: Now, repair: Repair, payment: Payment) -> Payment:
    others = [each for each in unit.read(payments) if each.id != payment.id]
    restitution = restitution_of(repair, others)
    if restitution is None:
        raise RuleError(Code.AMOUNT_MISSING)
    if payment.amount <= 0:
        raise RuleError(Code.AMOUNT_IMPOSSIBLE)
    if payment.amount > restitution.left:
        raise RuleError(Code.PAID_TOO_MUCH)
    require_possible_if_any(payment.due_on)
    if payment.paid_on is not None and require_possible(payment.paid_on) > now.today:
        raise RuleError(Code.FUTURE_DAY)
    return payment
