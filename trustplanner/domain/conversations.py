"""Conversations: an invited talk planned, the note afterwards, what was agreed, and practice beforehand."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from trustplanner.domain.commitments import AskedBy
from trustplanner.domain.path import Whose

SHORTEST_TALK: Final = 5  # minutes
LONGEST_TALK: Final = 240


class TalkState(StrEnum):
    """What became of an invitation. A no needs no reason, and none is asked for."""

    PLANNED = "planned"
    HELD = "held"
    DECLINED = "declined"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Talk:
    """One talk that the other person is invited to. `minutes` is the limit that both keep to."""

    id: str
    state: TalkState
    day: date | None
    at_minute: int | None
    minutes: int | None
    invitation: str
    stop_signs: str
    tempted: str
    not_known: str
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class TalkLine:
    """One line of the note afterwards: theirs, or guessed."""

    id: str
    talk_id: str
    position: int
    words: str
    whose: Whose
    heard_on: date


@dataclass(frozen=True, slots=True)
class Agreement:
    """Something agreed in a talk; `commitment_id` once it has become a commitment."""

    id: str
    talk_id: str
    position: int
    words: str
    asked_by: AskedBy
    commitment_id: str | None


@dataclass(frozen=True, slots=True)
class Practice:
    """What was written to practise with one listening card, on one day."""

    id: str
    card: str
    on: date
    words: str
    updated_at: datetime
