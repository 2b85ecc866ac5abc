"""What they say to a commitment, as the person who runs the program heard it: rows that are only ever added."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Response(StrEnum):
    """What it is to them. Where nothing was noted nothing is known, and nothing is missing."""

    MATTERS = "matters"
    NO_DIFFERENCE = "no_difference"
    PLEASE_STOP = "please_stop"


@dataclass(frozen=True, slots=True)
class TheirResponse:
    """What was heard about one commitment: `words` as heard, `heard_on` the day they were heard, None if not said.

    The newest row counts and the earlier ones stay readable. "Please stop" has ended the commitment with the same act.
    """

    seq: int | None
    commitment_id: str
    response: Response
    heard_on: date | None
    words: str
    written_at: datetime
    written_on: date


def response_of(responses: Iterable[TheirResponse], commitment_id: str) -> TheirResponse | None:
    """The response that counts, of rows in order of sequence."""
    found = [row for row in responses if row.commitment_id == commitment_id]
    return found[-1] if found else None
