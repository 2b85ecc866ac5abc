"""What is given back: its amount, its payments, and how far it is."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from trustplanner.actions import harms, payments
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.harms import RepairDetails
from trustplanner.actions.runner import Runner
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.harms import LARGEST_AMOUNT, Harm, Payment, Repair, RepairWay
from trustplanner.domain.plans import Plan, Share
from trustplanner.domain.restitution import Restitution, restitution_of
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.storage.queries.harms import harms as every_harm
from trustplanner.storage.queries.harms import payments as every_payment
from trustplanner.storage.queries.harms import repairs

OWED = RepairDetails(amount=500_00, currency="EUR")


@pytest.fixture
def harm(runner: Runner, plan: Plan) -> Harm:
    return runner.do("Harm", harms.add_harm, "The 500 her sister lent us").result


@pytest.fixture
def repair(runner: Runner, harm: Harm) -> Repair:
    return runner.do("Repair", harms.add_repair, harm.id, "Pay it back", None, OWED).result


def refused(runner: Runner, action: Callable[..., Any], *arguments: Any) -> Code:
    with pytest.raises(RuleError) as error:
        runner.do("Action", action, *arguments)
    return error.value.code


def pay(runner: Runner, repair: Repair, amount: int, *days: Any) -> Payment:
    return runner.do("Payment", payments.plan_payment, repair.id, amount, *days).result


def how_far(runner: Runner, repair: Repair) -> Restitution:
    [now] = [each for each in runner.vault.read(repairs) if each.id == repair.id]
    found = restitution_of(now, runner.vault.read(every_payment))
    assert found is not None
    return found


def test_what_was_paid_and_what_comes_next_is_known(runner: Runner, repair: Repair, clock: MovedClock) -> None:
    pay(runner, repair, 150_00, None, on("05-02"))
    later, next_one = pay(runner, repair, 200_00, on("06-29")), pay(runner, repair, 150_00, on("05-29"))
    found = how_far(runner, repair)
    assert (found.paid.amount, found.planned, found.left, found.coming) == (150_00, 350_00, 0, next_one)
    assert not found.is_paid
    clock.go_to(on("05-29"))
    runner.do("Paid", payments.mark_paid, next_one.id, on("05-29"))
    assert how_far(runner, repair).coming == later
    runner.do("Paid", payments.mark_paid, later.id, on("05-29"))
    assert how_far(runner, repair).is_paid
    runner.do("Not paid", payments.mark_paid, later.id, None)
    assert how_far(runner, repair).coming == later


def test_payments_are_never_more_than_the_whole(runner: Runner, repair: Repair) -> None:
    part = pay(runner, repair, 300_00)
    assert refused(runner, payments.plan_payment, repair.id, 200_01) is Code.PAID_TOO_MUCH
    assert refused(runner, payments.change_payment, part.id, 500_01, None) is Code.PAID_TOO_MUCH
    assert refused(runner, payments.plan_payment, repair.id, 0) is Code.AMOUNT_IMPOSSIBLE
    assert runner.do("Change", payments.change_payment, part.id, 500_00, on("06-01")).result.due_on == on("06-01")


def test_a_payment_needs_an_amount_and_a_day_that_can_be(runner: Runner, repair: Repair, harm: Harm) -> None:
    plain = runner.do("Repair", harms.add_repair, harm.id, "Say it to her").result
    assert refused(runner, payments.plan_payment, plain.id, 1) is Code.AMOUNT_MISSING
    assert refused(runner, payments.plan_payment, repair.id, 1, None, on("05-05")) is Code.FUTURE_DAY
    assert refused(runner, payments.plan_payment, repair.id, 1, on("1969-01-01")) is Code.DATE_IMPOSSIBLE
    part = pay(runner, repair, 1)
    assert refused(runner, payments.mark_paid, part.id, on("05-05")) is Code.FUTURE_DAY
    for action, given in ((payments.mark_paid, (None,)), (payments.delete_payment, ())):
        assert refused(runner, action, "gone", *given) is Code.NOT_FOUND


@pytest.mark.parametrize("details", [RepairDetails(), RepairDetails(amount=149_99, currency="EUR")])
def test_the_amount_stays_as_large_as_its_payments(runner: Runner, repair: Repair, details: RepairDetails) -> None:
    pay(runner, repair, 150_00, None, MONDAY)
    change = (repair.id, repair.words, None)
    assert refused(runner, harms.change_repair, *change, details) is Code.AMOUNT_IS_PAID_ON
    in_other_money = RepairDetails(amount=500_00, currency="USD")
    assert refused(runner, harms.change_repair, *change, in_other_money) is Code.AMOUNT_IS_PAID_ON
    enough = RepairDetails(amount=150_00, currency="EUR")
    assert runner.do("Change", harms.change_repair, *change, enough).result.amount == 150_00


@pytest.mark.parametrize("amount", [0, -1, LARGEST_AMOUNT + 1])
def test_nothing_and_too_much_is_no_amount(runner: Runner, harm: Harm, amount: int) -> None:
    details = RepairDetails(amount=amount, currency="EUR")
    assert refused(runner, harms.add_repair, harm.id, "Pay", None, details) is Code.AMOUNT_IMPOSSIBLE


def test_what_stands_beside_a_repair_is_kept_and_other_words_leave_it(runner: Runner, harm: Harm) -> None:
    details = RepairDetails(RepairWay.INDIRECT, Share.NO, Share.YES, " Ruth ", 80, "JPY")
    made = runner.do("Repair", harms.add_repair, harm.id, "Pay it back", None, details).result
    changed = runner.do("Change", harms.change_repair, made.id, "Pay all of it back", on("06-01")).result
    assert (changed.way, changed.wants_contact, changed.could_injure, changed.advised_by) == (
        RepairWay.INDIRECT, Share.NO, Share.YES, "Ruth",
    )  # fmt: skip
    assert (changed.amount, changed.currency) == (80, "JPY")
    cleared = runner.do("Change", harms.change_repair, made.id, "Pay", None, RepairDetails(currency="JPY")).result
    assert (cleared.way, cleared.amount, cleared.currency) == (None, None, "")


def test_a_deleted_harm_comes_back_with_repairs_payments_and_what_answered_it(
    runner: Runner, harm: Harm, repair: Repair
) -> None:
    parts = (pay(runner, repair, 150_00, None, MONDAY), pay(runner, repair, 350_00, on("06-01")))
    answering = promise(runner, surroundings=Surroundings(harm_id=harm.id))
    deleted = runner.do("Delete", harms.delete_harm, harm.id)
    assert runner.vault.read(every_payment) == ()
    assert runner.vault.read(repairs) == ()
    runner.undo(deleted.change, is_slip=False)
    assert runner.vault.read(every_harm) == (harm,)
    assert runner.vault.read(repairs) == (repair,)
    assert set(runner.vault.read(every_payment)) == set(parts)
    assert runner.vault.read(every_commitment) == (answering,)
