"""The words of the report for a session."""

from dataclasses import dataclass
from typing import Annotated

from trustplanner.content.reading import Holds
from trustplanner.content.texts import Sentence
from trustplanner.domain.answers import Adjust, How
from trustplanner.domain.views import View


@dataclass(frozen=True, slots=True)
class ReportColumns:
    """The headings of the table of commitments, from left to right."""

    commitment: str
    kept: str
    partly: str
    missed: str
    unanswered: str
    not_applicable: str
    late: str
    window: str


@dataclass(frozen=True, slots=True)
class ReportAsks:
    """What each shape of a schedule asks for, said in a line with a capital or after a colon."""

    daily: str
    once: Annotated[Sentence, Holds("date")]
    weekly: Annotated[Sentence, Holds("day")]
    span: Annotated[Sentence, Holds("first", "last")]
    days: Annotated[Sentence, Holds("n")]
    weeks: Annotated[Sentence, Holds("n", "day")]
    once_a_week: str
    once_a_month: str
    times_a_week: Annotated[Sentence, Holds("n")]
    times_a_month: Annotated[Sentence, Holds("n")]
    month_day: Annotated[Sentence, Holds("n")]
    month_day_or_last: Annotated[Sentence, Holds("n")]
    at: Annotated[Sentence, Holds("words", "time")]


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
    misses_title: str
    misses_none: str
    changes_title: str
    changes_none: str
    charts_title: str
    agenda_title: str
    agenda_none: str
    questions_title: str
    stands_title: str
    contact_limited: str
    contact_none: str
    due_none: str
    all_answered: str
    miss_open: str
    title: Annotated[Sentence, Holds("span")]
    page: Annotated[Sentence, Holds("page", "pages")]
    written: Annotated[Sentence, Holds("date")]
    since_session: Annotated[Sentence, Holds("date")]
    since_day: Annotated[Sentence, Holds("date")]
    due: Annotated[Sentence, Holds("n")]
    unknown: Annotated[Sentence, Holds("n")]
    late: Annotated[Sentence, Holds("n")]
    last_items: Annotated[Sentence, Holds("n", "words")]
    misses: Annotated[Sentence, Holds("how", "n", "words")]
    repaired: Annotated[Sentence, Holds("date")]
    anchors: Annotated[Sentence, Holds("date", "words")]
    until: Annotated[Sentence, Holds("date")]
    letter_read: Annotated[Sentence, Holds("date")]
    letter_offered: Annotated[Sentence, Holds("date")]
    letter_accepted: Annotated[Sentence, Holds("date")]
    letter_not_wanted: Annotated[Sentence, Holds("date")]
    stricter: Annotated[Sentence, Holds("words", "date")]
    easier: Annotated[Sentence, Holds("words", "date")]
    from_to: Annotated[Sentence, Holds("before", "after")]
    wording: Annotated[Sentence, Holds("words", "date")]
    waits: Annotated[Sentence, Holds("words", "date")]
    ended: Annotated[Sentence, Holds("words", "date")]
    began: Annotated[Sentence, Holds("words", "date")]
    paused: Annotated[Sentence, Holds("words", "span")]
    over: Annotated[Sentence, Holds("date")]
    once_over: Annotated[Sentence, Holds("date")]
    words_only: Annotated[Sentence, Holds("words")]
    how_it_came_out: dict[How, str]
    adjusted: dict[Adjust, str]
    views: dict[View, str]
    columns: ReportColumns
    asks: ReportAsks
