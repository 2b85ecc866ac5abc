"""Dated events that stand beside the record: they explain, they count for nothing."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class EventKind(StrEnum):
    """What happened on a day."""

    DISCLOSURE = "disclosure"
    APOLOGY = "apology"
    SETBACK = "setback"


@dataclass(frozen=True, slots=True)
class Event:
    """One event; `words` is a private note that no chart shows."""

    id: str
    day: date
    kind: EventKind
    words: str
    created_at: datetime
