"""Habits of Loop Habit Tracker as this program reads them, from either of its exports.

Loop says for a day: done; done automatically, because a habit of "2 in 7 days" had been done often enough; skipped; not
done; or nothing. The older tables write 0 both for "not done" and for nothing.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from trustplanner.domain.days import EARLIEST_DAY, LATEST_DAY
from trustplanner.domain.errors import Code, RuleError
from trustplanner.exchange.json_kinds import FaultError

# Twenty years of forty habits; a file with more is none that a person filled.
MOST_ENTRIES: Final = 300_000
MOST_HABITS: Final = 1_000
LARGEST_FREQUENCY: Final = 10_000  # of days; Loop itself takes at most a few hundred


class Mark(StrEnum):
    """What Loop holds for one day of a habit."""

    DONE = "done"
    AUTOMATIC = "automatic"
    SKIPPED = "skipped"
    NOT_DONE = "not done"
    UNCHECKED = "unchecked"  # not done, or nothing: the older tables do not say


@dataclass(frozen=True, slots=True)
class Habit:
    """One habit: `times` in `days` days, and its marks, each day once, in order. `amounts` counts something."""

    name: str
    times: int
    days: int
    amounts: bool
    marks: dict[date, Mark]


def possible_day(day: date | None) -> date:
    """A day that a plan can hold.

    Raises:
        FaultError: if it cannot, or is none.
    """
    if day is None or not EARLIEST_DAY <= day <= LATEST_DAY:
        raise FaultError("a date such as 2026-05-02")
    return day


def frequency(times: object, days: object) -> tuple[int, int]:
    """How often a habit is done, in whole numbers.

    Raises:
        FaultError: if one of them is none.
    """
    found = (times, days)
    for number in found:
        if type(number) is not int or not 1 <= number <= LARGEST_FREQUENCY:
            raise FaultError("a whole number of times and of days")
    return found  # type: ignore[return-value]  # the loop above has looked at both


def refused(fault: FaultError, place: str) -> RuleError:
    """The error for a fault at a place, said without what is written there."""
    return RuleError(Code.IMPORT_INVALID, place=place, expected=fault.expected)
