"""The words around habits that come over from another program."""

from dataclasses import dataclass
from typing import Annotated

from trustplanner.content.reading import Holds
from trustplanner.content.texts import Sentence
from trustplanner.domain.habits_taken import LeftOut


@dataclass(frozen=True, slots=True)
class HabitsWords:
    """All of `habits.toml`; what stands in `left_out` follows "because"."""

    title: str
    lead: str
    waiting: str
    reading: str
    foreign: str
    empty: str
    too_large: str
    choose_lead: str
    undo: str
    nameless: Annotated[Sentence, Holds("n")]
    none_chosen: str
    archive: str
    habit: str
    habits: Annotated[Sentence, Holds("n")]
    entry: str
    entries: Annotated[Sentence, Holds("n")]
    name: str
    names: Annotated[Sentence, Holds("n")]
    read: Annotated[Sentence, Holds("habits", "entries")]
    used: Annotated[Sentence, Holds("habits", "entries")]
    left_out_line: Annotated[Sentence, Holds("what", "why")]
    rounded: Annotated[Sentence, Holds("habits")]
    shortened: Annotated[Sentence, Holds("names")]
    they_wait: str
    span: Annotated[Sentence, Holds("entries", "first", "last")]
    span_day: Annotated[Sentence, Holds("entries", "first")]
    unusable: Annotated[Sentence, Holds("why")]
    left_out: dict[LeftOut, str]

    def of_habits(self, count: int) -> str:
        """`1 habit`, `4 habits`."""
        return self.habit if count == 1 else self.habits.said(n=count)

    def of_entries(self, count: int) -> str:
        """`1 entry`, `9 entries`."""
        return self.entry if count == 1 else self.entries.said(n=count)

    def of_names(self, count: int) -> str:
        """`1 name`, `2 names`."""
        return self.name if count == 1 else self.names.said(n=count)
