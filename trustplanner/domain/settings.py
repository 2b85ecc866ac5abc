"""The settings that lie in the vault, and how they are read."""

from collections.abc import Mapping
from datetime import date

from trustplanner.domain.days import FIRST_DAY_START, DayStart

DAY_START = "day_start"  # minutes after midnight
DAY_START_FLOOR = "day_start_floor"  # the day that ran when it was changed
LOCK_MINUTES = "lock_minutes"
LOCK_MINUTES_AT_FIRST = 3


def day_start_of(values: Mapping[str, str]) -> DayStart:
    """When a promise day begins, 03:00 if it was never changed."""
    floor = values.get(DAY_START_FLOOR, "")
    minutes = int(values.get(DAY_START, FIRST_DAY_START.minutes))
    return DayStart(minutes, date.fromisoformat(floor) if floor else None)


def lock_minutes_of(values: Mapping[str, str]) -> int:
    """After how many idle minutes the program locks."""
    return int(values.get(LOCK_MINUTES, LOCK_MINUTES_AT_FIRST))
