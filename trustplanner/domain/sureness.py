"""How sure a person is of a commitment, asked again at each review: rows that are only ever added.

The newest answer stands in `Commitment.sureness` as well; the rows keep how it went.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

SURE_ENOUGH: Final = 8  # of 10: below it a promise is made smaller (Bodenheimer & Handley 2009)


class WorstDay(StrEnum):
    """What could be kept of a commitment on the worst day a person can think of."""

    WHOLE = "whole"
    SMALLEST = "smallest"
    NOTHING = "nothing"


class AskedIn(StrEnum):
    """Where it was asked."""

    EDITOR = "editor"
    MISS = "miss"
    WEEK = "week"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class SurenessAnswer:
    """One answer: `sureness` is 0 to 10; `worst_day` is None where it was not asked or left open."""

    seq: int | None
    commitment_id: str
    sureness: int
    worst_day: WorstDay | None
    asked_in: AskedIn
    written_at: datetime
    written_on: date
