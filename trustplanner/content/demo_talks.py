"""Talks and practice in the story of the demo."""

from dataclasses import dataclass

from trustplanner.content.demo_time import check_days, check_moments, check_times
from trustplanner.domain.commitments import AskedBy
from trustplanner.domain.conversations import TalkState
from trustplanner.domain.path import Whose


@dataclass(frozen=True, slots=True)
class TalkLineTold:
    """One line of the note after a talk."""

    words: str
    whose: Whose


@dataclass(frozen=True, slots=True)
class AgreedTold:
    """Something agreed; `commitment` is the key of what it became, if it did."""

    words: str
    asked_by: AskedBy
    commitment: str = ""


@dataclass(frozen=True, slots=True)
class TalkTold:
    """One invitation, planned at `when`; `became` is what became of it at `became_at`, nothing while it is open."""

    when: str
    invitation: str
    minutes: int
    stop_signs: str = ""
    tempted: str = ""
    day: str = ""
    at: str = ""
    became: TalkState = TalkState.PLANNED
    became_at: str = ""
    lines: tuple[TalkLineTold, ...] = ()
    not_known: str = ""
    agreed: tuple[AgreedTold, ...] = ()

    def __post_init__(self) -> None:
        check_moments(self, "when", "became_at")
        check_days(self, "day")
        check_times(self, "at")


@dataclass(frozen=True, slots=True)
class PracticeTold:
    """What was written for one listening card."""

    when: str
    card: str
    words: str

    def __post_init__(self) -> None:
        check_moments(self, "when")
