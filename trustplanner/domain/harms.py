"""The harms a person names and the repairs they plan: the beginning of the amends ledger."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class RepairState(StrEnum):
    """How far a repair is."""

    OPEN = "open"
    DONE = "done"
    LET_GO = "let_go"


@dataclass(frozen=True, slots=True)
class Harm:
    """One thing that the breach cost, in the person's own words."""

    id: str
    words: str
    position: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing to put right, for one harm; `due_on` is the day it was promised for, if one was."""

    id: str
    harm_id: str
    words: str
    due_on: date | None
    state: RepairState
    done_on: date | None
    position: int
    created_at: datetime
