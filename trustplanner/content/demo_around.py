"""What stands around the sessions in the story of the demo: four lines before and after, and a day agreed as hard."""

from dataclasses import dataclass

from trustplanner.content.demo_time import check_days, check_moments
from trustplanner.domain.session_notes import Around


@dataclass(frozen=True, slots=True)
class RatedTold:
    """Some of the four lines before or after the session of a day, by the codes of their questions."""

    when: str
    session: str
    around: Around
    values: dict[str, int]

    def __post_init__(self) -> None:
        check_moments(self, "when")
        check_days(self, "session")


@dataclass(frozen=True, slots=True)
class AgreedDayTold:
    """A day that both had named as hard before it came."""

    when: str
    day: str
    words: str

    def __post_init__(self) -> None:
        check_moments(self, "when")
        check_days(self, "day")
