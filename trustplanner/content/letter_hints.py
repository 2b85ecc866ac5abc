"""The words of the hints for letters: a question, why it is asked, and an idea for other words. Never a grade."""

from dataclasses import dataclass
from enum import StrEnum


class Slip(StrEnum):
    """What a wording in a letter of apology may do without being meant to."""

    CONDITIONAL = "conditional"
    CANCELLING_BUT = "cancelling_but"
    YOUR_FEELINGS = "your_feelings"
    NOBODY_DID_IT = "nobody_did_it"
    VAGUE = "vague"
    MINIMISING = "minimising"
    INTENT_SHIELD = "intent_shield"
    OUTSIDE_CAUSE = "outside_cause"
    BLAME_SHIFT = "blame_shift"
    HURRYING_FORGIVENESS = "hurrying_forgiveness"
    OWN_GUILT = "own_guilt"
    GRAND_PROMISE = "grand_promise"
    KEEPING_SCORE = "keeping_score"
    TALKING_ABOUT_APOLOGISING = "talking_about_apologising"
    COERCION = "coercion"


@dataclass(frozen=True, slots=True)
class HintWords:
    """What is said about one slip; without an `idea` the support page is opened instead."""

    question: str
    reason: str
    idea: str | None = None


@dataclass(frozen=True, slots=True)
class LetterHints:
    """All of `letter_hints.toml`; `limits` is said whether or not there is a hint."""

    limits: str
    support: str
    slips: dict[Slip, HintWords]

    def __post_init__(self) -> None:
        for slip, words in self.slips.items():
            if (words.idea is None) is not (slip is Slip.COERCION):
                raise ValueError(f"slips.{slip}.idea")
