"""What the demo tells of wishes, limits and openness."""

from dataclasses import dataclass

from trustplanner.content.demo_time import check_days, check_moments
from trustplanner.domain.offers import OfferAnswer
from trustplanner.domain.wishes import WishKind


@dataclass(frozen=True, slots=True)
class WishTold:
    """What she asked for or does not want; `until` is a day that she named, `lifted` when she said it holds no more."""

    when: str
    kind: WishKind
    words: str
    about: str = ""
    until: str = ""
    is_guess: bool = False
    lifted: str = ""

    def __post_init__(self) -> None:
        check_moments(self, "when", "lifted")
        check_days(self, "until")


@dataclass(frozen=True, slots=True)
class OfferTold:
    """Something that was laid open; `answered` is when it was noted what became of it."""

    when: str
    words: str
    ends: str
    review: str = ""
    note: str = ""
    answer: OfferAnswer = OfferAnswer.NONE
    answered: str = ""
    taken_back: str = ""

    def __post_init__(self) -> None:
        check_moments(self, "when", "answered", "taken_back")
        check_days(self, "ends", "review")
