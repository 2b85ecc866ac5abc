"""How the domain's values lie in the file: days as ordinals, moments as milliseconds, codes as their words.

A day is stored as its proleptic ordinal (1 January of year 1 is 1, a Monday), so that SQL can do arithmetic on days
and weeks: `(day - 1) / 7` numbers the weeks from Monday to Sunday.
"""

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Column, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

from trustplanner.domain.schedule_text import from_text, to_text
from trustplanner.domain.schedules import Schedule

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)


class Day(TypeDecorator[date]):
    """A date, as its ordinal."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> int | None:
        """To the file."""
        return None if value is None else value.toordinal()

    def process_result_value(self, value: int | None, dialect: Dialect) -> date | None:
        """From the file."""
        return None if value is None else date.fromordinal(value)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, as milliseconds since 1970."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """To the file."""
        return None if value is None else (value - EPOCH) // MILLISECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """From the file."""
        return None if value is None else EPOCH + value * MILLISECOND


class Flag(TypeDecorator[bool]):
    """True or false, as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        """To the file."""
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        """From the file."""
        return None if value is None else bool(value)


class Word(TypeDecorator[StrEnum]):
    """One of the domain's codes, as its word."""

    impl = Text
    cache_ok = True

    def __init__(self, codes: type[StrEnum]) -> None:
        super().__init__()
        self.codes = codes

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        """To the file."""
        return None if value is None else value.value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        """From the file."""
        return None if value is None else self.codes(value)


class ScheduleText(TypeDecorator[Schedule]):
    """A schedule, in its canonical notation."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Schedule | None, dialect: Dialect) -> str | None:
        """To the file."""
        return None if value is None else to_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Schedule | None:
        """From the file."""
        return None if value is None else from_text(value)


def one_of(name: str, codes: type[StrEnum], *, nullable: bool = False) -> list[Any]:
    """A column for one of the domain's codes, with the check that the file holds no other word."""
    words = ", ".join(f"'{code.value}'" for code in codes)
    return [Column(name, Word(codes), nullable=nullable), CheckConstraint(f"{name} IN ({words})", name=name)]


def flag(name: str) -> list[Any]:
    """A column for true or false, with its check."""
    return [Column(name, Flag, nullable=False), CheckConstraint(f"{name} IN (0, 1)", name=name)]


def between(name: str, low: int, high: int, *, nullable: bool = False) -> list[Any]:
    """A column for a whole number within bounds, both included, with its check."""
    check = CheckConstraint(f"{name} BETWEEN {low} AND {high}", name=name)
    return [Column(name, Integer, nullable=nullable), check]
