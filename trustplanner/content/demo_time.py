"""How the demo's story says when: every moment of it is counted back from today.

A moment is written "43 tue 19:10": the Tuesday 43 weeks before the current week (-2: two weeks ahead), at ten past
seven on the wall clock. A day is written "43 tue". What is not told is an empty text.
"""

from collections.abc import Callable
from datetime import time
from typing import Final, NamedTuple

from trustplanner.domain.errors import RuleError
from trustplanner.domain.schedule_text import from_text
from trustplanner.domain.schedules import Shape

_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class When(NamedTuple):
    """A day of the story, Monday being weekday 0, and the minute from midnight, None if no time is told."""

    weeks_ago: int
    weekday: int
    minute: int | None


def when(text: str) -> When:
    """Read "43 tue 19:10" or "43 tue".

    Raises:
        ValueError: it is neither.
    """
    weeks_ago, weekday, *at = text.split()
    if len(at) > 1:
        raise ValueError(text)
    return When(int(weeks_ago), _WEEKDAYS.index(weekday), minute_of(at[0]) if at else None)


def minute_of(text: str) -> int:
    """Read "19:10" as minutes from midnight.

    Raises:
        ValueError: it is no time of day.
    """
    at = time.fromisoformat(text)
    return at.hour * 60 + at.minute


def check_moments(told: object, *names: str) -> None:
    """Refuse the first of these fields that is told and is not a moment with a time."""
    _check(told, names, lambda text: when(text).minute is not None)


def check_days(told: object, *names: str) -> None:
    """Refuse the first of these fields that is told and is not a day without a time."""
    _check(told, names, lambda text: when(text).minute is None)


def check_times(told: object, *names: str) -> None:
    """Refuse the first of these fields that is told and is not a time of day."""
    _check(told, names, lambda text: minute_of(text) >= 0)


def check_schedule(schedule: str, *, is_once: bool) -> None:
    """In the notation of `domain.schedules`, but for "once", whose day is told beside it."""
    if is_once and schedule == Shape.ONCE:
        return
    try:
        from_text(schedule)
    except RuleError:
        raise ValueError("schedule") from None


def _check(told: object, names: tuple[str, ...], is_right: Callable[[str], bool]) -> None:
    """Refuse the first of these fields that is told and cannot be read."""
    for name in names:
        text = getattr(told, name)
        try:
            is_fine = not text or is_right(text)
        except ValueError:
            is_fine = False
        if not is_fine:
            raise ValueError(name)
