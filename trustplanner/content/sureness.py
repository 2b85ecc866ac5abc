"""The words around how sure a person is of a commitment, and around its smallest version."""

from dataclasses import dataclass
from typing import Annotated

from trustplanner.content.reading import Holds
from trustplanner.content.texts import Sentence
from trustplanner.domain.sureness import WorstDay


@dataclass(frozen=True, slots=True)
class SurenessWords:
    """All of `sureness.toml`."""

    title: str
    sureness_label: str
    worst_title: str
    smallest_label: str
    smallest_note: str
    unsure: str
    smallest_ask: str
    look_again_label: str
    keep: str
    smaller: str
    other_ways: str
    saved: Annotated[Sentence, Holds("date")]
    hard_link: str
    hard_back: str
    hard_line: Annotated[Sentence, Holds("words")]
    smallest_beside: Annotated[Sentence, Holds("words")]
    worst_days: dict[WorstDay, str]
