"""Their voice: what they choose to give of their own, in a session. It is never counted in anything else.

Everything here is theirs: it is there only with their consent, and what they withdraw is gone, consent and all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

HIGHEST_READING: Final = 10
BETWEEN_READINGS: Final = timedelta(days=7)  # at most weekly
SEALED_VOICE: Final = "their_voice"  # the note that holds it under a passphrase of their own


@dataclass(frozen=True, slots=True)
class TheirConsent:
    """They agreed, on a day, to what their page says; `wording` is the version of that page."""

    seq: int | None
    given_on: date
    wording: int
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Anchors:
    """Their own words for what a 3 and a 7 look like. Other words begin a new segment; either may be empty."""

    seq: int | None
    three: str
    seven: str
    written_on: date
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Reading:
    """How much they could rely on what was said this past week, 0 to 10; None is "not today", stored as itself.

    `words` are theirs, about the week. `session_id` is the session it was given in, if it was one.
    """

    seq: int | None
    day: date
    value: int | None
    words: str
    session_id: str | None
    written_on: date
    written_at: datetime


def is_too_soon(readings: Iterable[Reading], day: date) -> bool:
    """Whether another reading on `day` would be more than one a week; the same day may be answered anew."""
    return any(timedelta(0) < abs(day - reading.day) < BETWEEN_READINGS for reading in readings)


def anchors_on(anchors: Sequence[Anchors], day: date) -> Anchors | None:
    """The words that hold on a day: the newest written by then, of rows in order of sequence."""
    return next((row for row in reversed(anchors) if row.written_on <= day), None)
