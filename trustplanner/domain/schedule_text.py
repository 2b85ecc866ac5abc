"""The text notation of schedules, for the vault and for JSON."""

from datetime import date

from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.schedules import Schedule, Shape, Unit, daily, every, on_month_day, on_weekdays, once, times_a


def to_text(schedule: Schedule) -> str:
    """The canonical text: `daily`, `weekdays:0,4`, `every:2:week:2026-05-02`, `times:3:week`, `monthday:31`,
    `once:2026-06-01`.
    """
    parts: list[object]
    match schedule.shape:
        case Shape.DAILY:
            parts = []
        case Shape.WEEKDAYS:
            parts = [",".join(map(str, schedule.weekdays))]
        case Shape.EVERY:
            parts = [schedule.every, schedule.unit, schedule.anchor]
        case Shape.TIMES:
            parts = [schedule.times, schedule.unit]
        case Shape.MONTH_DAY:
            parts = [schedule.month_day]
        case Shape.ONCE:
            parts = [schedule.anchor]
    return ":".join([schedule.shape.value, *map(str, parts)])


def from_text(text: str) -> Schedule:
    """The reverse of `to_text`; any other spelling is refused.

    Raises:
        RuleError: SCHEDULE_IMPOSSIBLE, or DATE_IMPOSSIBLE for a date that does not exist or is out of range.
    """
    try:
        schedule = _parsed(text)
    except ValueError:
        raise RuleError(Code.SCHEDULE_IMPOSSIBLE) from None
    if to_text(schedule) != text:  # int() and fromisoformat() read more than we write
        raise RuleError(Code.SCHEDULE_IMPOSSIBLE)
    return schedule


def _parsed(text: str) -> Schedule:
    match text.split(":"):
        case [Shape.DAILY]:
            return daily()
        case [Shape.WEEKDAYS, days]:
            return on_weekdays(map(int, days.split(",")))
        case [Shape.EVERY, count, unit, first_due]:
            return every(int(count), Unit(unit), _parsed_date(first_due))
        case [Shape.TIMES, count, unit]:
            return times_a(Unit(unit), int(count))
        case [Shape.MONTH_DAY, day]:
            return on_month_day(int(day))
        case [Shape.ONCE, on]:
            return once(_parsed_date(on))
        case _:
            raise RuleError(Code.SCHEDULE_IMPOSSIBLE)


def _parsed_date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RuleError(Code.DATE_IMPOSSIBLE) from None
