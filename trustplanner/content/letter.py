"""The words of the letter workspace."""

from dataclasses import dataclass
from typing import Annotated

from trustplanner.content.reading import Holds
from trustplanner.content.texts import Sentence, Text
from trustplanner.domain.letters import LetterState, SentenceKind


@dataclass(frozen=True, slots=True)
class ListeningWords:
    """How much of theirs is written down; a guess is no word of theirs."""

    heard: Annotated[Text, Holds("n")]
    none_heard: Text
    guessed: Annotated[Sentence, Holds("n")]


@dataclass(frozen=True, slots=True)
class GateWords:
    """What stands before a letter while nothing of theirs is written down; nobody is kept from writing."""

    title: str
    why: Text
    to_lines: Text
    ahead: str
    ahead_since: Annotated[Text, Holds("date")]
    kept: str


@dataclass(frozen=True, slots=True)
class BeginningWords:
    """What stands where the first letter will stand."""

    title: str
    text: Text


@dataclass(frozen=True, slots=True)
class TrayWords:
    """Where a letter is. `decides` stands beside what is theirs to decide."""

    title: str
    decides: Text
    states: dict[LetterState, Text]


@dataclass(frozen=True, slots=True)
class StepWords:
    """What is asked when it is written down that a letter came to a state."""

    title: str
    note_label: str
    text: str


@dataclass(frozen=True, slots=True)
class PreparingWords:
    """The page before a letter is offered."""

    title: str
    lead: str
    paragraphs: tuple[Text, ...]
    instead_title: str
    instead: tuple[str, ...]
    plan_label: str
    plan_note: Text
    limits_question: Text
    limits_stay: Text
    offered_on: str


@dataclass(frozen=True, slots=True)
class HistoryWords:
    """Around the words as they were."""

    title: str
    lead: str
    none: str
    taken_back: str


@dataclass(frozen=True, slots=True)
class PaperWords:
    """What is said before a letter leaves the file."""

    title: str
    lead: str
    holds: str
    holds_not: str
    printer: str


@dataclass(frozen=True, slots=True)
class LetterWords:
    """All of `letter.toml`. `room` stands on the path, where the question of the letter is."""

    title: Text
    room: Text
    listening: ListeningWords
    untagged: str
    hint_title: str
    leaves_only: Text
    no_contact: str
    limited: Text
    kinds: dict[SentenceKind, Text]
    gate: GateWords
    beginning: BeginningWords
    tray: TrayWords
    read: StepWords
    accepted: StepWords
    not_wanted: StepWords
    preparing: PreparingWords
    history: HistoryWords
    paper: PaperWords
