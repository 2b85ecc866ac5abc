"""Days and places that are hard, known ahead: yours, theirs, or agreed by both. They explain and count for nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

HARD_TODAY: Final = "hard_today"
"""The setting that holds the day of which a person said that it is hard: of no use to anybody the day after."""


class HardFor(StrEnum):
    """Whose hard day it is. One of theirs is theirs to release; an agreed one both have named."""

    ME = "me"
    THEM = "them"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class HardDay:
    """One hard day or place: at least one of `day` and `place` is there.

    `is_yearly` means the same date in every year from `day` on. `heard_on` is the day on which they named theirs, and
    `released_on` the day from which it is none any more, at their word where it is theirs.
    """

    id: str
    whose: HardFor
    day: date | None
    is_yearly: bool
    place: str
    words: str
    heard_on: date | None
    released_on: date | None
    created_at: datetime


LONGEST_WORDS: Final = 500  # characters


def is_theirs_too(hard: HardDay) -> bool:
    """Whether they named it, alone or together with you: only their word ends it."""
    return hard.whose is not HardFor.ME


def is_hard(hard: HardDay, day: date) -> bool:
    """Whether it falls on `day` and was not released by then; 29 February comes on the 28th in other years."""
    if hard.day is None or day < hard.day or (hard.released_on is not None and day >= hard.released_on):
        return False
    return day in (hard.day, _in_year(hard.day, day.year) if hard.is_yearly else hard.day)


def is_said_hard(values: Mapping[str, str], day: date) -> bool:
    """Whether a person said of this very day that it is hard; `values` are the settings."""
    return values.get(HARD_TODAY, "") == day.isoformat()


def hard_days_on(hard_days: Iterable[HardDay], day: date) -> tuple[HardDay, ...]:
    """Those that fall on one day, in the order given."""
    return tuple(hard for hard in hard_days if is_hard(hard, day))


def agreed_days(hard_days: Iterable[HardDay], first: date, last: date) -> tuple[date, ...]:
    """The days between two, both included, that both had named as hard, each once."""
    found: set[date] = set()
    for hard in hard_days:
        if hard.day is None or hard.whose is not HardFor.AGREED:
            continue
        years = range(max(first.year, hard.day.year), last.year + 1) if hard.is_yearly else (hard.day.year,)
        days = (_in_year(hard.day, year) for year in years)
        found.update(day for day in days if first <= day <= last and is_hard(hard, day))
    return tuple(sorted(found))


def next_on(hard: HardDay, today: date) -> date | None:
    """The next day it falls on, today included; None for a place alone, one that is over and one released before it."""
    if hard.day is None:
        return None
    coming = hard.day
    if hard.is_yearly and coming < today:
        this_year = _in_year(hard.day, today.year)
        coming = this_year if this_year >= today else _in_year(hard.day, today.year + 1)
    return coming if coming >= today and is_hard(hard, coming) else None


def _in_year(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
