"""Answers are append-only rows: what may be written when, which row counts, and what stays readable.

On an open day the newest row is the answer and earlier ones are not shown. On a closed day every change appends a
row and all stay readable.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from trustplanner.domain.days import DayStart, is_open


class Value(StrEnum):
    """What an answer says. TAKEN_BACK leaves the item unanswered again."""

    KEPT = "kept"
    PARTLY = "partly"
    MISSED = "missed"
    NOT_APPLICABLE = "not_applicable"
    TAKEN_BACK = "taken_back"


class How(StrEnum):
    """How a miss came out."""

    TOLD_FIRST = "told_first"
    WHEN_ASKED = "when_asked"
    FOUND_OUT = "found_out"
    NOT_YET = "not_yet"
    NOT_WELCOME = "not_welcome"


@dataclass(frozen=True, slots=True)
class Answer:
    """One written answer for the item of `commitment_id` that is due on `day`.

    `day` is fixed when the row is written; for "N times a week or month" it is the period's last day. `written_on`
    is the promise day of writing, `utc_offset` the wall clock's distance from UTC in minutes. `clock_behind` is how
    many minutes the clock stood behind the latest entry made before, 0 if it had not been set back.
    """

    seq: int | None
    commitment_id: str
    day: date
    value: Value
    written_at: datetime
    utc_offset: int
    written_on: date
    clock_behind: int
    imported: bool


@dataclass(frozen=True, slots=True)
class DoneDay:
    """One day on which something promised "N times a week or month" was done; `imported` as for answers."""

    seq: int | None
    commitment_id: str
    day: date
    written_at: datetime
    written_on: date
    taken_back_at: datetime | None
    imported: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """How a miss came out, as typed; a later change is a new row with its own date.

    `told_on` and `told_minute` (minutes from midnight) say when it was told or found out, None if not said.
    """

    seq: int | None
    commitment_id: str
    day: date
    how: How
    told_on: date | None
    told_minute: int | None
    written_at: datetime
    written_on: date


class Adjust(StrEnum):
    """What is done with a commitment after a miss."""

    KEEP = "keep"
    SHRINK = "shrink"
    MOVE = "move"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class MissReview:
    """The private steps after a miss: what happened, what made it likelier, the repair, what is adjusted.

    `id` is `<commitment>/<day>`. `likelier` holds codes separated by spaces, `sureness` is 0 to 10 or None.
    """

    id: str
    commitment_id: str
    day: date
    facts: str
    last_moment: str
    likelier: str
    cost: str
    repair: str
    repair_by: date | None
    repair_done_on: date | None
    adjust: Adjust | None
    sureness: int | None
    updated_at: datetime


def miss_review_id(commitment_id: str, day: date) -> str:
    """The key under which the steps after one miss are kept."""
    return f"{commitment_id}/{day.isoformat()}"


class AnswerRow(NamedTuple):
    """An answer as the record reads it: days as ordinals, in order of day and sequence."""

    day: int
    value: Value
    written_on: int


def current(rows: Sequence[AnswerRow]) -> AnswerRow | None:
    """The row that counts among all rows of one item: the newest, unless that took the answer back."""
    if not rows or rows[-1].value is Value.TAKEN_BACK:
        return None
    return rows[-1]


def readable(rows: Sequence[AnswerRow]) -> list[AnswerRow]:
    """The rows of one item that stay readable, oldest first.

    Of the rows written while the day was open only the newest, and that only if it was not taken back; every row
    written after the day had closed. A day once closed does not open again for a clock that was set back.
    """
    closed_at = next((at for at, row in enumerate(rows) if not was_open_at_writing(row)), len(rows))
    newest_while_open = rows[max(closed_at - 1, 0) : closed_at]
    return [row for row in newest_while_open if row.value is not Value.TAKEN_BACK] + list(rows[closed_at:])


def was_open_at_writing(row: AnswerRow) -> bool:
    """Whether the row was written before its day closed."""
    return is_open(date.fromordinal(row.day), date.fromordinal(row.written_on))


class TellingTime(NamedTuple):
    """The time from when something was due to when it was told.

    `minutes` is None where only whole days can be said. A negative figure reads "told before it was due".
    """

    days: int
    minutes: int | None


MINUTES_A_DAY = 24 * 60


def time_to_telling(due_on: date, at_minute: int | None, telling: Telling, day_start: DayStart) -> TellingTime | None:
    """How long a miss went untold; None while it is not told or the day was not said.

    It runs from the time of day in the terms, on the wall clock: a time before the day start belongs to the night that
    ends the promise day. Without one, or without a typed time, only whole days are said.
    """
    if telling.told_on is None or telling.how in (How.NOT_YET, How.NOT_WELCOME):
        return None
    days = (telling.told_on - due_on).days
    if at_minute is not None and at_minute < day_start.minutes:
        days -= 1
    if at_minute is None or telling.told_minute is None:
        return TellingTime(days, None)
    return TellingTime(days, days * MINUTES_A_DAY + telling.told_minute - at_minute)
