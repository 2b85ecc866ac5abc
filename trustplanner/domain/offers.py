"""Openness offered unasked: bounded, dated, reviewed, reversible, refusable. Never demanded, never a proof."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class OfferAnswer(StrEnum):
    """What they made of an offer; none is needed."""

    NONE = "none"
    TAKEN = "taken"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing laid open by one's own choice, such as a statement on the table, until a day.

    `ends_on` bounds it, `review_on` is when it is looked at again, `taken_back_on` when it was ended before.
    """

    id: str
    words: str
    offered_on: date
    ends_on: date
    review_on: date | None
    answer: OfferAnswer
    taken_back_on: date | None
    note: str
    created_at: datetime
