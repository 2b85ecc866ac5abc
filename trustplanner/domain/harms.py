"""The harms a person names and the repairs they plan: the beginning of the amends ledger."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from trustplanner.domain.plans import Share

LARGEST_AMOUNT: Final = 10**12  # smallest units


class RepairState(StrEnum):
    """How far a repair is."""

    OPEN = "open"
    DONE = "done"
    LET_GO = "let_go"


class RepairWay(StrEnum):
    """How something is put right: with them, by another way, or by how one lives."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    LIVED = "lived"


@dataclass(frozen=True, slots=True)
class Harm:
    """One thing that the breach cost, in the person's own words."""

    id: str
    words: str
    position: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing to put right, for one harm; `due_on` is the day it was promised for, if one was.

    `wants_contact` and `could_injure` are None while it is not known. `amount` is what is to be given back, in the
    smallest units of `currency` (an ISO 4217 code), or None with an empty currency.
    """

    id: str
    harm_id: str
    words: str
    due_on: date | None
    state: RepairState
    done_on: date | None
    way: RepairWay | None
    wants_contact: Share | None
    could_injure: Share | None
    advised_by: str
    amount: int | None
    currency: str
    position: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Payment:
    """One part of what is given back, in the smallest units of the repair's currency; `paid_on` once it was paid."""

    id: str
    repair_id: str
    amount: int
    due_on: date | None
    paid_on: date | None
    created_at: datetime
