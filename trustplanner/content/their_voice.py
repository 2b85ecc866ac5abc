"""The words of the page that is handed over: it speaks to the person who was hurt."""

from dataclasses import dataclass
from typing import Annotated

from trustplanner.content.reading import Holds
from trustplanner.content.texts import Sentence, Text


@dataclass(frozen=True, slots=True)
class ConsentWords:
    """What is agreed to; both answers weigh the same."""

    title: Text
    agree: str
    decline: str
    equal: str
    paragraphs: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class ReadingWords:
    """The one question, and what becomes of its answer; `given` without a number says "not today"."""

    title: str
    only_you: Text
    question: Text
    ends: str
    words_label: str
    give: str
    give_anew: str
    not_today: str
    choose_first: str
    given: Annotated[Sentence, Holds("n")]
    saved: str
    too_soon: Annotated[Sentence, Holds("date", "next")]


@dataclass(frozen=True, slots=True)
class AnchorWords:
    """Their own words for a 3 and a 7."""

    title: str
    note: str
    changing: str
    three: str
    seven: str
    keep: str
    kept: str


@dataclass(frozen=True, slots=True)
class GivenWords:
    """The list of what they gave."""

    title: str
    not_today: str
    show_all: str


@dataclass(frozen=True, slots=True)
class OwnPassphraseWords:
    """Locking it, what is said before, and the locked page."""

    title: str
    begin_link: str
    locks: Text
    forgotten: str
    copies: str
    field: str
    again: str
    begin: str
    leave: str
    is_locked: str
    closed_title: str
    closed: str
    open: str
    wrong: str
    broken: str


@dataclass(frozen=True, slots=True)
class HeardWords:
    """For whoever keeps the plan: they were heard to take it back, in whatever way that was."""

    open_link: Text
    title: Text
    lead: Text
    means: Text
    only: Text
    confirm: str
    keep: str
    gone: Text


@dataclass(frozen=True, slots=True)
class WithdrawalWords:
    """Taking all of it back, and the backups that still hold it."""

    link: str
    question: str
    means: str
    confirm: str
    keep: str
    gone_title: str
    gone: str
    no_copies: str
    copies: Annotated[Sentence, Holds("n")]
    closed_copies: Annotated[Sentence, Holds("n")]
    remake: str
    remaking: str
    leave: str
    remade: Annotated[Sentence, Holds("n")]
    left: Annotated[Sentence, Holds("n")]


@dataclass(frozen=True, slots=True)
class TheirVoiceWords:
    """All of `their_voice.toml`; `wording` is the version of `consent`."""

    wording: int
    hand_back: str
    let_be_seen: str
    back_note: str
    help: str
    consent: ConsentWords
    reading: ReadingWords
    anchors: AnchorWords
    given: GivenWords
    own_passphrase: OwnPassphraseWords
    heard: HeardWords
    withdrawal: WithdrawalWords
