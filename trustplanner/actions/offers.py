"""Openness offered by one's own choice: bounded, dated, looked at again, answered or not, taken back at any time."""

import calendar
from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

from trustplanner.actions.limits import refuse_against_limits
from trustplanner.actions.tracking import refuse_tracking
from trustplanner.domain.days import require_possible, require_possible_if_any
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.moments import Now
from trustplanner.domain.offers import Offer, OfferAnswer
from trustplanner.domain.openness import opens_too_much
from trustplanner.storage.unit_of_work import UnitOfWork

LONGEST_OFFER = 3  # months
MONTHS = 12


@dataclass(frozen=True, slots=True)
class OfferTerms:
    """What is laid open, until when, and when it is looked at again."""

    words: str
    ends_on: date
    review_on: date | None = None
    note: str = ""


def make_offer(unit: UnitOfWork, now: Now, terms: OfferTerms) -> Offer:
    """Write down what is laid open from today.

    Raises:
        RuleError: WORDS_MISSING; TRACKS_THEM, OPENS_TOO_MUCH, AGAINST_A_LIMIT; OFFER_TOO_LONG; DATE_IMPOSSIBLE if it
            ends before it begins, or is looked at again after it has ended.
    """
    offer = Offer(str(uuid4()), "", now.today, now.today, None, OfferAnswer.NONE, None, "", now.at)
    return unit.put(_with_terms(unit, offer, terms))


def change_offer(unit: UnitOfWork, now: Now, offer_id: str, terms: OfferTerms) -> Offer:
    """Say an offer in other words, or give it other days.

    Raises:
        RuleError: as `make_offer`; NOT_FOUND.
    """
    return unit.put(_with_terms(unit, unit.require(Offer, offer_id), terms))


def note_answer(unit: UnitOfWork, now: Now, offer_id: str, answer: OfferAnswer) -> Offer:
    """Write down what became of it; none is needed.

    Raises:
        RuleError: NOT_FOUND.
    """
    return unit.put(replace(unit.require(Offer, offer_id), answer=answer))


def take_back(unit: UnitOfWork, now: Now, offer_id: str) -> Offer:
    """End an offer today, before its day.

    Raises:
        RuleError: NOT_FOUND; ALREADY_ENDED.
    """
    offer = unit.require(Offer, offer_id)
    if has_ended(offer, now.today):
        raise RuleError(Code.ALREADY_ENDED)
    return unit.put(replace(offer, taken_back_on=now.today))


def delete_offer(unit: UnitOfWork, now: Now, offer_id: str) -> None:
    """Take an offer out of the log.

    Raises:
        RuleError: NOT_FOUND.
    """
    unit.delete(unit.require(Offer, offer_id))


def has_ended(offer: Offer, today: date) -> bool:
    """Whether nothing is open any more."""
    return offer.taken_back_on is not None or offer.ends_on < today


def is_to_look_at(offer: Offer, today: date) -> bool:
    """Whether the day has come on which an offer that still stands is looked at again."""
    return offer.review_on is not None and offer.review_on <= today and not has_ended(offer, today)


def last_possible_day(offered_on: date) -> date:
    """Three months later, or the last day of that month."""
    month = offered_on.month - 1 + LONGEST_OFFER
    year, month = offered_on.year + month // MONTHS, month % MONTHS + 1
    return date(year, month, min(offered_on.day, calendar.monthrange(year, month)[1]))


def _with_terms(unit: UnitOfWork, offer: Offer, terms: OfferTerms) -> Offer:
    words = terms.words.strip()
    if not words:
        raise RuleError(Code.WORDS_MISSING)
    refuse_tracking(unit, words)
    if opens_too_much(words):
        raise RuleError(Code.OPENS_TOO_MUCH)
    refuse_against_limits(unit, words)
    ends_on, review_on = require_possible(terms.ends_on), require_possible_if_any(terms.review_on)
    if ends_on > last_possible_day(offer.offered_on):
        raise RuleError(Code.OFFER_TOO_LONG)
    if ends_on < offer.offered_on or (review_on is not None and not offer.offered_on <= review_on <= ends_on):
        raise RuleError(Code.DATE_IMPOSSIBLE)
    return replace(offer, words=words, ends_on=ends_on, review_on=review_on, note=terms.note.strip())
