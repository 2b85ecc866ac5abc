"""The listening cards: six levels of hearing somebody, and sentences to practise with, alone."""

from dataclasses import dataclass
from enum import StrEnum


class LevelCode(StrEnum):
    """The six levels, in their order; each leaves room for those before it."""

    STAY = "stay"
    REFLECT = "reflect"
    UNSAID = "unsaid"
    HISTORY = "history"
    ANYONE = "anyone"
    REAL = "real"


@dataclass(frozen=True, slots=True)
class Card:
    """Something that may be said, and two answers to it. Nobody in the examples exists."""

    code: str
    said: str
    strong: str
    weak: str
    because: str


@dataclass(frozen=True, slots=True)
class Level:
    """One level: what one does, why, and its cards."""

    code: LevelCode
    title: str
    doing: str
    why: str
    cards: tuple[Card, ...]

    def __post_init__(self) -> None:
        """Refuse a level to which nothing can be practised."""
        if not self.cards:
            raise ValueError("cards")


@dataclass(frozen=True, slots=True)
class ListeningWords:
    """All of `listening.toml`."""

    title: str
    lead: str
    said_label: str
    invented: str
    answer_label: str
    shown_after: str
    strong_title: str
    weak_title: str
    because_title: str
    earlier_title: str
    levels: dict[LevelCode, Level]

    def cards(self) -> tuple[tuple[Level, Card], ...]:
        """Every card with its level, in order."""
        return tuple((self.levels[code], card) for code in LevelCode for card in self.levels[code].cards)
