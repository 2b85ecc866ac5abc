"""The six shapes of a schedule: which days are due, in integer arithmetic.

Days are proleptic ordinals (`date.toordinal()`; day 1 is a Monday), so that no figure takes longer as the
years go by. The shapes and their fine print come from the rules of the record: "N times a week or month" is
one item per period, judged once, on the period's last day; a day that a shorter month lacks falls on that
month's last day.

No function fails at the ends of the calendar: a week that would reach beyond them is cut.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice
from typing import Final, cast

from trustplanner.domain.days import require_possible
from trustplanner.domain.errors import Code, RuleError

DAYS_A_WEEK: Final = 7
SUNDAY: Final = 6
LONGEST_MONTH: Final = 31
SHORTEST_MONTH: Final = 28
TIGHTENING_WINDOW: Final = 366  # days
_LAST_ORDINAL: Final = date.max.toordinal()


class Shape(StrEnum):
    """The six shapes. The value opens the text notation."""

    DAILY = "daily"
    WEEKDAYS = "weekdays"
    EVERY = "every"
    TIMES = "times"
    MONTH_DAY = "monthday"
    ONCE = "once"


class Unit(StrEnum):
    """What "every N" and "N times a" count in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


_FIELDS: Final = {
    Shape.DAILY: set[str](),
    Shape.WEEKDAYS: {"weekdays"},
    Shape.EVERY: {"every", "unit", "anchor"},
    Shape.TIMES: {"times", "unit"},
    Shape.MONTH_DAY: {"month_day"},
    Shape.ONCE: {"anchor"},
}
_OPTIONAL: Final = ("weekdays", "every", "unit", "times", "month_day", "anchor")
MOST_EVERY: Final = {Unit.DAY: 366, Unit.WEEK: 52}
MOST_TIMES: Final = {Unit.WEEK: DAYS_A_WEEK, Unit.MONTH: SHORTEST_MONTH}


@dataclass(frozen=True, slots=True)
class Schedule:
    """When something is due. Exactly the fields of its shape are set.

    WEEKDAYS: `weekdays`, Monday is 0, sorted, each once. EVERY: `every` days (1 to 366) or weeks (1 to 52),
    `anchor` the first due day. TIMES: `times` a week (1 to 7) or a calendar month (1 to 28). MONTH_DAY:
    `month_day` 1 to 31, "or the last day" of a shorter month. ONCE: `anchor` is the date.

    Raises:
        RuleError: SCHEDULE_IMPOSSIBLE, or DATE_IMPOSSIBLE for a date before 1970 or after 2199.
    """

    shape: Shape
    weekdays: tuple[int, ...] = ()
    every: int = 0
    unit: Unit | None = None
    times: int = 0
    month_day: int = 0
    anchor: date | None = None

    def __post_init__(self) -> None:
        given = {name for name in _OPTIONAL if getattr(self, name)}
        if given != _FIELDS[self.shape] or not self._is_in_range():
            raise RuleError(Code.SCHEDULE_IMPOSSIBLE)
        if self.anchor is not None:
            require_possible(self.anchor)

    def _is_in_range(self) -> bool:
        match self.shape:
            case Shape.WEEKDAYS:
                days = self.weekdays
                return list(days) == sorted(set(days)) and days[0] >= 0 and days[-1] <= SUNDAY
            case Shape.EVERY:
                return self.unit in MOST_EVERY and 1 <= self.every <= MOST_EVERY[self.unit]
            case Shape.TIMES:
                return self.unit in MOST_TIMES and 1 <= self.times <= MOST_TIMES[self.unit]
            case Shape.MONTH_DAY:
                return 1 <= self.month_day <= LONGEST_MONTH
            case _:
                return True


def daily() -> Schedule:
    """Every day."""
    return Schedule(Shape.DAILY)


def on_weekdays(days: Iterable[int]) -> Schedule:
    """On the chosen weekdays (Monday is 0), in any order."""
    return Schedule(Shape.WEEKDAYS, weekdays=tuple(sorted(set(days))))


def every(count: int, unit: Unit, first_due: date) -> Schedule:
    """Every `count` days or weeks, counted from `first_due`."""
    return Schedule(Shape.EVERY, every=count, unit=unit, anchor=first_due)


def times_a(unit: Unit, count: int) -> Schedule:
    """`count` times a calendar week or month."""
    return Schedule(Shape.TIMES, times=count, unit=unit)


def on_month_day(day: int) -> Schedule:
    """On a day of the month, or the last day of a shorter one."""
    return Schedule(Shape.MONTH_DAY, month_day=day)


def once(on: date) -> Schedule:
    """Once, by a date."""
    return Schedule(Shape.ONCE, anchor=on)


# Which days are due


def is_due(schedule: Schedule, day: date) -> bool:
    """Whether an item is due on `day`: "N times" on the last day of each period, "once" on its date."""
    return compile_due(schedule)(day.toordinal())


def compile_due(schedule: Schedule) -> Callable[[int], bool]:
    """`is_due` for the ordinal of a day, made once and asked often (about 0.1 microseconds, in any year)."""
    match schedule.shape:
        case Shape.DAILY:
            return lambda _ordinal: True
        case Shape.WEEKDAYS:
            return _due_on_weekdays(schedule.weekdays)
        case Shape.EVERY:
            return _due_every(_anchor(schedule), _step(schedule))
        case Shape.MONTH_DAY:
            return _due_on_month_day(schedule.month_day)
        case Shape.ONCE:
            on = _anchor(schedule)
            return lambda ordinal: ordinal == on
        case Shape.TIMES:
            return compile_due(_last_days(schedule))


def _due_on_weekdays(weekdays: tuple[int, ...]) -> Callable[[int], bool]:
    is_wanted = tuple((remainder - 1) % DAYS_A_WEEK in weekdays for remainder in range(DAYS_A_WEEK))
    return lambda ordinal: is_wanted[ordinal % DAYS_A_WEEK]


def _due_every(first: int, step: int) -> Callable[[int], bool]:
    return lambda ordinal: ordinal >= first and (ordinal - first) % step == 0


def _due_on_month_day(wanted: int) -> Callable[[int], bool]:
    to_date = date.fromordinal

    def is_due_on(ordinal: int) -> bool:
        day = to_date(ordinal)
        if day.day == wanted:
            return True
        return SHORTEST_MONTH <= day.day < wanted and day.day == _month_length(day.year, day.month)

    return is_due_on


def due_days(schedule: Schedule, first: date, last: date) -> list[date]:
    """The due days from `first` to `last`, both included; the work grows with the result, not the span."""
    due = _due_ordinals(schedule, first.toordinal(), last.toordinal())
    return [date.fromordinal(ordinal) for ordinal in due]


def next_dates(schedule: Schedule, after: date, count: int = 5) -> list[date]:
    """The next due days later than `after`, at most `count`.

    "N times" gives the last days of periods: of the one that holds the day after `after`, then of those that
    follow. "Once" gives one date or none.
    """
    coming = _due_ordinals(schedule, after.toordinal() + 1, _LAST_ORDINAL)
    return [date.fromordinal(ordinal) for ordinal in islice(coming, count)]


def _due_ordinals(schedule: Schedule, first: int, last: int) -> Iterable[int]:
    match schedule.shape:
        case Shape.DAILY:
            return range(first, last + 1)
        case Shape.WEEKDAYS:
            return _weekdays_between(schedule.weekdays, first, last)
        case Shape.EVERY:
            anchor, step = _anchor(schedule), _step(schedule)
            return range(max(anchor, first + (anchor - first) % step), last + 1, step)
        case Shape.MONTH_DAY:
            return _month_days_between(schedule.month_day, first, last)
        case Shape.ONCE:
            anchor = _anchor(schedule)
            return range(anchor, anchor + 1) if first <= anchor <= last else range(0)
        case Shape.TIMES:
            return _due_ordinals(_last_days(schedule), first, last)


_SUNDAYS: Final = on_weekdays([SUNDAY])
_MONTH_ENDS: Final = on_month_day(LONGEST_MONTH)


def _last_days(schedule: Schedule) -> Schedule:
    """The shape judged by day that is due on the last days of the periods of "N times"."""
    return _SUNDAYS if schedule.unit is Unit.WEEK else _MONTH_ENDS


def _weekdays_between(weekdays: tuple[int, ...], first: int, last: int) -> Iterator[int]:
    for monday in range(_monday_of(first), last + 1, DAYS_A_WEEK):
        for weekday in weekdays:
            if first <= monday + weekday <= last:
                yield monday + weekday


def _month_days_between(wanted: int, first: int, last: int) -> Iterator[int]:
    if first > last:
        return
    opening, closing = date.fromordinal(first), date.fromordinal(last)
    for month in range(opening.year * 12 + opening.month - 1, closing.year * 12 + closing.month):
        year, index = divmod(month, 12)
        ordinal = date(year, index + 1, min(wanted, _month_length(year, index + 1))).toordinal()
        if first <= ordinal <= last:
            yield ordinal


def _month_length(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def _monday_of(ordinal: int) -> int:
    return ordinal - (ordinal - 1) % DAYS_A_WEEK


def _anchor(schedule: Schedule) -> int:
    return cast("date", schedule.anchor).toordinal()  # a schedule of this shape cannot be made without one


def _step(schedule: Schedule) -> int:
    return schedule.every * (DAYS_A_WEEK if schedule.unit is Unit.WEEK else 1)


# Periods and items


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of whole days, both ends included."""

    first: date
    last: date

    @property
    def day_count(self) -> int:
        """How many days it has."""
        return self.last.toordinal() - self.first.toordinal() + 1


def period_of(schedule: Schedule, day: date) -> Period | None:
    """The week (Monday to Sunday) or calendar month of "N times" around `day`; None for the other shapes."""
    if schedule.shape is not Shape.TIMES:
        return None
    if schedule.unit is Unit.MONTH:
        return Period(day.replace(day=1), day.replace(day=_month_length(day.year, day.month)))
    monday = _monday_of(day.toordinal())
    return Period(date.fromordinal(monday), date.fromordinal(min(monday + SUNDAY, _LAST_ORDINAL)))


def periods_between(schedule: Schedule, first: date, last: date) -> list[Period]:
    """The whole periods of "N times" that share a day with `first` to `last`; none for the other shapes."""
    found: list[Period] = []
    period = period_of(schedule, first)
    while period is not None and period.first <= last:
        found.append(period)
        following = period.last.toordinal() + 1
        period = period_of(schedule, date.fromordinal(following)) if following <= _LAST_ORDINAL else None
    return found


def item_span(schedule: Schedule, due_day: date, starts_on: date) -> Period:
    """From when to when the item due on `due_day` can be done.

    One day for the shapes judged by day; the whole period for "N times"; for "once" from `starts_on`, the
    first day of its terms, to its date.
    """
    if schedule.shape is Shape.ONCE:
        return Period(min(starts_on, due_day), due_day)
    return period_of(schedule, due_day) or Period(due_day, due_day)


# Comparing schedules


def is_judged_by_day_at_least_weekly(schedule: Schedule) -> bool:
    """Whether figures look back 28 days; the other shapes look back 12 items, "once" has only its state."""
    match schedule.shape:
        case Shape.DAILY | Shape.WEEKDAYS:
            return True
        case Shape.EVERY:
            return _step(schedule) <= DAYS_A_WEEK
        case _:
            return False


def keeps_every_due_day(old: Schedule, new: Schedule, first_day: date, days: int = TIGHTENING_WINDOW) -> bool:
    """Whether every due day of `old`, in `days` days from `first_day` on, stays due under `new` beyond doubt.

    Equal schedules do. Two shapes judged by day are compared day by day. Two "N times" need the same unit and
    no smaller N. Everything else is False: the person is asked, it does not follow that the change is easier.

    - "N times" and "once" are items over several days; their due days cannot be weighed against single days;
    - another date for "once" takes its due day away, and so does an earlier one: it may lie in the past or
      miss the day that mattered, which only the person knows;
    - where `old` has no due day in the window there is nothing to compare, and what lies beyond may be eased.
    """
    if old == new:
        return True
    if old.shape is Shape.TIMES and new.shape is Shape.TIMES:
        return old.unit is new.unit and new.times >= old.times
    if not {old.shape, new.shape}.isdisjoint({Shape.TIMES, Shape.ONCE}):
        return False
    first = first_day.toordinal()
    due = list(_due_ordinals(old, first, min(first + days - 1, _LAST_ORDINAL)))
    return bool(due) and all(map(compile_due(new), due))
