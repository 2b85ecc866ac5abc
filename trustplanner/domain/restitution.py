"""How far something that is to be given back is: what was paid, what is planned, what comes next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from trustplanner.domain.harms import Payment, Repair
from trustplanner.domain.money import Money


@dataclass(frozen=True, slots=True)
class Restitution:
    """`paid` and `whole` in smallest units; `coming` is the next payment that is not made, the earliest due first."""

    whole: Money
    paid: Money
    planned: int
    coming: Payment | None
    payments: tuple[Payment, ...]

    @property
    def left(self) -> int:
        """What no payment, made or planned, covers yet."""
        return self.whole.amount - self.paid.amount - self.planned

    @property
    def is_paid(self) -> bool:
        """Whether all of it is given back."""
        return self.paid.amount >= self.whole.amount


def restitution_of(repair: Repair, payments: Iterable[Payment]) -> Restitution | None:
    """How far one repair is; None where nothing is to be given back."""
    if repair.amount is None:
        return None
    own = sorted((each for each in payments if each.repair_id == repair.id), key=_order)
    made = sum(each.amount for each in own if each.paid_on is not None)
    open_ones = [each for each in own if each.paid_on is None]
    return Restitution(
        whole=Money(repair.amount, repair.currency),
        paid=Money(made, repair.currency),
        planned=sum(each.amount for each in open_ones),
        coming=next(iter(open_ones), None),
        payments=tuple(own),
    )


def _order(payment: Payment) -> tuple[date, str]:
    """By the day it was made or is due; what has no day stands last."""
    return payment.paid_on or payment.due_on or date.max, payment.created_at.isoformat()
