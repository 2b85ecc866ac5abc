"""What became of each weekday over the last weeks: counts alone, in the order of the week, without a conclusion."""

from datetime import date, timedelta
from typing import Final, NamedTuple

from trustplanner.domain.commitments import terms_on
from trustplanner.domain.items import History, Item, items
from trustplanner.domain.known_range import RATE_FROM_DUE
from trustplanner.domain.record import Counts, count
from trustplanner.domain.schedules import DAYS_A_WEEK, Schedule, Shape, Unit

PATTERN_WEEKS: Final = 12


class WeekdayCounts(NamedTuple):
    """One weekday, Monday is 0."""

    weekday: int
    counts: Counts

    @property
    def is_enough(self) -> bool:
        """Whether it was due often enough for a bar."""
        return self.counts.due >= RATE_FROM_DUE


def has_weekdays(schedule: Schedule) -> bool:
    """Whether single days are judged, and more than one weekday can be among them."""
    match schedule.shape:
        case Shape.DAILY | Shape.WEEKDAYS:
            return True
        case Shape.EVERY:
            return schedule.unit is Unit.DAY
        case _:
            return False


def weekday_pattern(history: History, today: date) -> tuple[WeekdayCounts, ...]:
    """Monday to Sunday over the last twelve weeks; nothing for the other shapes.

    Days of such a shape are counted, also where other terms were in force in between.
    """
    terms = terms_on(history.terms, today)
    if terms is None or not has_weekdays(terms.schedule):
        return ()
    since = today - timedelta(days=PATTERN_WEEKS * DAYS_A_WEEK - 1)
    found = [item for item in items(history, today, since=since) if item.day <= today and _is_judged_by_day(item)]
    return tuple(
        WeekdayCounts(weekday, count(item for item in found if item.day.weekday() == weekday))
        for weekday in range(DAYS_A_WEEK)
    )


def _is_judged_by_day(item: Item) -> bool:
    return item.terms is not None and has_weekdays(item.terms.schedule)
