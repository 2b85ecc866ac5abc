"""What they asked for and what they do not want, as it was said or guessed. A limit is theirs to lift."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class WishKind(StrEnum):
    """Which of the two columns a wish stands in."""

    ASKED = "asked"
    NOT_WANTED = "not_wanted"


@dataclass(frozen=True, slots=True)
class Wish:
    """One wish. `about` names the topic of a limit in a few words; a plan that touches it is refused.

    `until` is the day until which a limit was said to hold; None says "until they say otherwise". A day that has
    passed ends nothing by itself: `lifted_on` is the day on which they lifted it. `is_guess` marks what was not said.
    """

    id: str
    kind: WishKind
    words: str
    about: str
    until: date | None
    is_guess: bool
    heard_on: date
    lifted_on: date | None
    position: int
    created_at: datetime
