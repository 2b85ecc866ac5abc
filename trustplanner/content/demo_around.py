"""What stands around sessions, hard days and weeks in the story of the demo."""

from dataclasses import dataclass

from trustplanner.content.demo_time import check_days, check_moments
from trustplanner.domain.hard_days import HardFor
from trustplanner.domain.session_notes import Around
from trustplanner.domain.sureness import WorstDay


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
class HardDayTold:
    """A day that was named as hard before it came: by both, or by oneself."""

    when: str
    day: str
    whose: HardFor
    words: str

    def __post_init__(self) -> None:
        check_moments(self, "when")
        check_days(self, "day")


@dataclass(frozen=True, slots=True)
class SureTold:
    """How sure one was of a commitment when the week was looked back on."""

    when: str
    what: str
    sureness: int
    worst_day: WorstDay | None = None

    def __post_init__(self) -> None:
        check_moments(self, "when")
