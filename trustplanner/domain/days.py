"""The promise day: which day it is, until when a day is open, and how late an entry is.

A promise day begins at one setting, 00:00 to 06:00 on the wall clock. Only the wall clock's own reading
counts, never a zone: where clocks change or the person travels, a promise day is shorter or longer, and
entries keep the day under which they were written. Everything after `promise_day` is arithmetic on dates.

No function here fails at the ends of the calendar: the day before its first day is its first day.
"""

from dataclasses import dataclass
from datetime import date, datetime

from trustplanner.domain.errors import Code, RuleError

EARLIEST_DAY = date(1970, 1, 1)
LATEST_DAY = date(2199, 12, 31)
LATEST_START = 6 * 60  # minutes after midnight


@dataclass(frozen=True, slots=True)
class DayStart:
    """When a promise day begins: `minutes` after midnight, 0 to 360.

    `floor` is the day that was running when the setting was last changed, None if it never was; see
    `changed_day_start`.

    Raises:
        RuleError: DAY_START_IMPOSSIBLE.
    """

    minutes: int
    floor: date | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.minutes <= LATEST_START:
            raise RuleError(Code.DAY_START_IMPOSSIBLE)


FIRST_DAY_START = DayStart(3 * 60)


def require_possible(day: date) -> date:
    """`day` itself, if a plan can hold it: 1970 to 2199.

    Raises:
        RuleError: DATE_IMPOSSIBLE.
    """
    if not EARLIEST_DAY <= day <= LATEST_DAY:
        raise RuleError(Code.DATE_IMPOSSIBLE)
    return day


def require_possible_if_any(day: date | None) -> date | None:
    """The same where a day may be left out.

    Raises:
        RuleError: DATE_IMPOSSIBLE.
    """
    return None if day is None else require_possible(day)


def promise_day(local: datetime, start: DayStart) -> date:
    """The promise day at the wall clock's reading `local` (a zone in it is not looked at).

    It never goes back while the wall clock goes forward. If the wall clock is set back across the day start,
    the day goes back with it until the clock passes the start again.
    """
    has_begun = local.hour * 60 + local.minute >= start.minutes
    day = local.date() if has_begun else _day_before(local.date())
    if start.floor is not None and day == _day_before(start.floor):
        return start.floor
    return day


def changed_day_start(old: DayStart, minutes: int, local: datetime) -> DayStart:
    """The day start after a change made at `local`.

    The change lengthens or shortens the running day once. An earlier start may end it on the spot. After a
    later start the clock may say the day before; the floor then holds the running day until the new start is
    reached. It lifts that one day and no other: a clock that is set far back says an older day, as it should.

    Raises:
        RuleError: DAY_START_IMPOSSIBLE.
    """
    return DayStart(minutes, promise_day(local, old))


def is_open(last_day: date, today: date) -> bool:
    """Whether an item whose last day is `last_day` is not closed yet.

    It is open until the end of the promise day that follows its last day.
    """
    return today.toordinal() <= last_day.toordinal() + 1


def days_late(last_day: date, written_on: date) -> int:
    """How many days after its last day an item was written: 0 up to the following day, else at least 2."""
    behind = written_on.toordinal() - last_day.toordinal()
    return behind if behind > 1 else 0


def oldest_open_day(today: date) -> date:
    """The oldest day that is not closed yet: the day before."""
    return _day_before(today)


def _day_before(day: date) -> date:
    return date.fromordinal(max(day.toordinal() - 1, date.min.toordinal()))
