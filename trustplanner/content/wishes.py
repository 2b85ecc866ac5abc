"""The words around what they asked for, what they do not want, and openness of one's own choice."""

from dataclasses import dataclass
from typing import Annotated

from trustplanner.content.reading import Holds
from trustplanner.content.texts import Text
from trustplanner.domain.offers import OfferAnswer


@dataclass(frozen=True, slots=True)
class OffersWords:
    """What stands around the log of openness. `closed` is said while something goes on or is hidden."""

    title: Text
    lead: Text
    closed: Text
    none: str
    new: str
    words_label: str
    rules: str
    answer_title: str
    answers: dict[OfferAnswer, str]


@dataclass(frozen=True, slots=True)
class WishesWords:
    """All of `wishes.toml`. `refused` quotes the limit that a plan touches as `words`."""

    page_title: str
    lead: str
    asked_title: Text
    asked_none: str
    limits_title: Text
    limits_none: str
    said: Text
    guess_note: str
    topic_label: str
    topic_note: str
    topic_none: str
    until_said: Text
    until_passed: Annotated[Text, Holds("date")]
    lift: Text
    withdraw: Text
    no_longer_guess: str
    words_label: str
    refused: Annotated[Text, Holds("words")]
    offers: OffersWords
