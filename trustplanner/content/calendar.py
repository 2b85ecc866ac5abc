"""What a calendar outside the program shows, and what is said of it before it is written."""

from dataclasses import dataclass
from typing import Annotated

from trustplanner.content.reading import Holds
from trustplanner.content.texts import Sentence


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """All of `calendar.toml`. The titles leave the program; the rest is the preview."""

    title_day: str
    title_week: str
    title_month: str
    every_day: str
    every_weekday: Annotated[Sentence, Holds("words")]
    every_days: Annotated[Sentence, Holds("n")]
    every_month_day: Annotated[Sentence, Holds("n")]
    every_month_day_or_last: Annotated[Sentence, Holds("n")]
    every_month_end: str
    once: str
    at_time: Annotated[Sentence, Holds("time")]
    all_day: str
    on: Annotated[Sentence, Holds("date")]
    from_on: Annotated[Sentence, Holds("date")]
    until: Annotated[Sentence, Holds("date")]
    left_out: Annotated[Sentence, Holds("words")]
    nothing: str
    discreet: str
