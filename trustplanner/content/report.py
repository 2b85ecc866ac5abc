"""The words of the report for a session."""

from dataclasses import dataclass
from typing import Annotated

from trustplanner.content.reading import Holds
from trustplanner.content.texts import Sentence
from trustplanner.domain.answers import How
from trustplanner.domain.views import View


@dataclass(frozen=True, slots=True)
class ReportWords:
    """All of `report.toml`: everything here leaves the program."""

    self_reported: str
    not_watched: str
    how_title: str
    how: str
    ask: str
    since_title: str
    since_none: str
    changes_title: str
    changes_none: str
    charts_title: str
    agenda_title: str
    agenda_none: str
    questions_title: str
    title: Annotated[Sentence, Holds("span")]
    written: Annotated[Sentence, Holds("date")]
    miss: Annotated[Sentence, Holds("date", "how")]
    miss_open: str
    repaired: Annotated[Sentence, Holds("date")]
    stricter: Annotated[Sentence, Holds("words", "date")]
    easier: Annotated[Sentence, Holds("words", "date")]
    wording: Annotated[Sentence, Holds("words", "date")]
    waits: Annotated[Sentence, Holds("words", "date")]
    ended: Annotated[Sentence, Holds("words", "date")]
    began: Annotated[Sentence, Holds("words", "date")]
    paused: Annotated[Sentence, Holds("words", "span")]
    late: Annotated[Sentence, Holds("n")]
    how_it_came_out: dict[How, str]
    views: dict[View, str]
