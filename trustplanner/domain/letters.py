"""Letters: what is written, how its sentences are tagged, and where a letter is. The program never sends one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

LONGEST_LETTER: Final = 200_000  # characters
LONGEST_LETTER_TITLE: Final = 120
LETTER_PROMPT: Final = "amends_letter"  # of the path, where a letter may have begun
LISTENING_PROMPT: Final = "hurt_told_you"  # where the other's words are written down


class LetterState(StrEnum):
    """Where a letter is, in the holding tray. Whether it is accepted or not wanted, they decide."""

    DRAFT = "draft"
    READ = "read"  # with a counsellor, or with somebody trusted
    OFFERED = "offered"
    ACCEPTED = "accepted"
    NOT_WANTED = "not_wanted"


class SentenceKind(StrEnum):
    """What a sentence does, as its writer tags it; keys 1 to 8 in this order."""

    HAPPENED = "happened"
    EFFECT = "effect"
    MY_PART = "my_part"
    DONE = "done"
    WILL_DO = "will_do"
    ABOUT_ME = "about_me"
    ABOUT_THEM = "about_them"
    REQUEST = "request"


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter with its present words.

    `written_ahead_on` is the day on which the person chose to write before the other's words were written down; None
    if they were, or if it did not come up. `if_no` is the plan for the day on which no answer comes, or a no.
    """

    id: str
    title: str
    words: str
    if_no: str
    written_ahead_on: date | None
    position: int
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class LetterVersion:
    """The words of a letter as they were; append-only."""

    seq: int | None
    letter_id: str
    words: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class LetterStep:
    """A letter came to a state on a day; append-only but for being taken back. The newest that stands is the state."""

    seq: int | None
    letter_id: str
    state: LetterState
    on: date
    note: str
    written_at: datetime
    taken_back_at: datetime | None


@dataclass(frozen=True, slots=True)
class LetterTag:
    """The kind that the writer gave to a sentence, found again by its words."""

    id: str
    letter_id: str
    sentence: str
    kind: SentenceKind


@dataclass(frozen=True, slots=True)
class HintLeft:
    """A hint that the writer has left aside for good, for one sentence."""

    id: str
    letter_id: str
    rule: str
    sentence: str


def standing(steps: Iterable[LetterStep]) -> tuple[LetterStep, ...]:
    """The steps that were not taken back, in the order in which they were written."""
    return tuple(step for step in steps if step.taken_back_at is None)


def state_of_letter(steps: Iterable[LetterStep]) -> LetterState:
    """Where a letter is; a draft until something else is said."""
    found = standing(steps)
    return found[-1].state if found else LetterState.DRAFT
