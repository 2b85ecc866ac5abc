"""Openness of one's own choice: bounded, answered or not, taken back at any time."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.builders import MONDAY, on
from tests.moved_clock import MovedClock
from trustplanner.actions import offers, wishes
from trustplanner.actions.offers import OfferTerms, last_possible_day
from trustplanner.actions.runner import Runner
from trustplanner.actions.wishes import WishWords
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.offers import Offer, OfferAnswer
from trustplanner.domain.plans import Plan
from trustplanner.domain.wishes import WishKind
from trustplanner.storage.queries.offers import offers as every_offer

STATEMENTS = "The statements lie on the table"


def refused(runner: Runner, action: Callable[..., Any], *arguments: Any) -> Code:
    with pytest.raises(RuleError) as error:
        runner.do("Action", action, *arguments)
    return error.value.code


@pytest.fixture
def offer(runner: Runner, plan: Plan) -> Offer:
    return runner.do(
        "Offer", offers.make_offer, OfferTerms(f" {STATEMENTS} ", on("06-30"), on("05-31"), "Sundays")
    ).result


def test_an_offer_is_dated_bounded_and_needs_no_answer(runner: Runner, offer: Offer) -> None:
    assert (offer.words, offer.offered_on, offer.ends_on, offer.review_on) == (
        STATEMENTS, MONDAY, on("06-30"), on("05-31"),
    )  # fmt: skip
    assert (offer.answer, offer.note, offer.taken_back_on) == (OfferAnswer.NONE, "Sundays", None)
    for answer in (OfferAnswer.TAKEN, OfferAnswer.DECLINED, OfferAnswer.NONE):
        assert runner.do("Answer", offers.note_answer, offer.id, answer).result.answer is answer


def test_three_months_are_the_most(runner: Runner, plan: Plan) -> None:
    assert last_possible_day(MONDAY) == on("08-04")
    assert last_possible_day(date(2025, 11, 30)) == date(2026, 2, 28)
    assert refused(runner, offers.make_offer, OfferTerms(STATEMENTS, on("08-05"))) is Code.OFFER_TOO_LONG
    made = runner.do("Offer", offers.make_offer, OfferTerms(STATEMENTS, on("08-04"))).result
    longer = OfferTerms(STATEMENTS, on("08-05"))
    assert refused(runner, offers.change_offer, made.id, longer) is Code.OFFER_TOO_LONG


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        (OfferTerms(" ", on("06-01")), Code.WORDS_MISSING),
        (OfferTerms(STATEMENTS, on("05-03")), Code.DATE_IMPOSSIBLE),
        (OfferTerms(STATEMENTS, on("06-01"), on("06-02")), Code.DATE_IMPOSSIBLE),
        (OfferTerms(STATEMENTS, on("06-01"), on("05-03")), Code.DATE_IMPOSSIBLE),
        (OfferTerms("My phone lies open on the table", on("06-01")), Code.OPENS_TOO_MUCH),
        (OfferTerms("I check her phone", on("06-01")), Code.TRACKS_THEM),
        (OfferTerms("A note about her mother on the door", on("06-01")), Code.AGAINST_A_LIMIT),
    ],
)
def test_what_cannot_be_laid_open_is_refused(runner: Runner, plan: Plan, terms: OfferTerms, code: Code) -> None:
    runner.do("Limit", wishes.add_wish, WishKind.NOT_WANTED, WishWords("Leave my mother out", "mother"))
    assert refused(runner, offers.make_offer, terms) is code
    assert runner.vault.read(every_offer) == ()


def test_an_offer_is_taken_back_at_any_time_and_only_once(runner: Runner, offer: Offer, clock: MovedClock) -> None:
    clock.forward(days=3)
    assert runner.do("Back", offers.take_back, offer.id).result.taken_back_on == on("05-07")
    assert refused(runner, offers.take_back, offer.id) is Code.ALREADY_ENDED
    other = runner.do("Offer", offers.make_offer, OfferTerms("The plan of the week", on("05-08"))).result
    assert runner.vault.read(every_offer)[0] == other, "the newest first"
    clock.forward(days=2)
    assert refused(runner, offers.take_back, other.id) is Code.ALREADY_ENDED
    runner.do("Delete", offers.delete_offer, other.id)
    assert len(runner.vault.read(every_offer)) == 1
