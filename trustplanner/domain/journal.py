"""The private journal, kept apart from every draft and report, and the ways in which a plan is finished."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One entry of the journal."""

    id: str
    day: date
    words: str
    updated_at: datetime


class EndKind(StrEnum):
    """How a plan is finished. None of them is worth more than another."""

    TOGETHER = "together"
    PARTED = "parted"
    WITHOUT_CONTACT = "without_contact"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class PlanEnd:
    """A plan was finished on a day; append-only but for being taken back."""

    seq: int | None
    kind: EndKind
    words: str
    ended_on: date
    written_at: datetime
    taken_back_at: datetime | None


def standing_end(ends: Iterable[PlanEnd]) -> PlanEnd | None:
    """How the plan is finished now; None while it goes on, also after a finish was taken back."""
    return next((end for end in reversed(list(ends)) if end.taken_back_at is None), None)
