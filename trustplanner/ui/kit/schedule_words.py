"""When something is due, in words: "Monday to Friday at 18:00", "3 times a week", "Once, by Monday 1 June"."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from trustplanner.domain.schedules import DAYS_A_WEEK, SHORTEST_MONTH, Schedule, Shape, Unit
from trustplanner.ui.kit.dates import DateWords, clock_time

_SHORTEST_SPAN = 3  # "Monday and Tuesday", but "Monday to Wednesday"
_BETWEEN_DATES = "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE} "


def schedule_words(schedule: Schedule, at_minute: int | None, dates: DateWords, today: date) -> str:
    """A schedule with its time of day, if there is one; no full stop."""
    days = _days(schedule, dates, today)
    if at_minute is None:
        return days
    words = QCoreApplication.translate("Schedule", "{days} at {time}")
    return words.format(days=days, time=clock_time(at_minute))


def coming_dates(days: Sequence[date], dates: DateWords, today: date) -> str:
    """`Mon 18 May   Tue 19   Wed 20`: the month where it begins or changes, the year where it is not this one."""
    said: list[str] = []
    before: date | None = None
    for day in days:
        is_same_month = before is not None and (day.year, day.month) == (before.year, before.month)
        words = dates.weekday_and_day(day) if is_same_month else dates.with_weekday(day)
        with_year = not is_same_month and day.year != today.year
        said.append((f"{words} {day.year}" if with_year else words).replace(" ", "\N{NO-BREAK SPACE}"))
        before = day
    return _BETWEEN_DATES.join(said)


def _days(schedule: Schedule, dates: DateWords, today: date) -> str:
    match schedule.shape:
        case Shape.DAILY:
            return QCoreApplication.translate("Schedule", "Every day")
        case Shape.WEEKDAYS:
            return _weekdays(schedule.weekdays, dates)
        case Shape.EVERY:
            return _every(schedule, dates, today)
        case Shape.TIMES:
            return _times(schedule)
        case Shape.MONTH_DAY:
            return _month_day(schedule.month_day)
        case Shape.ONCE:
            words = QCoreApplication.translate("Schedule", "Once, by {day}")
            return words.format(day=dates.long(schedule.anchor or today, today))


def _weekdays(days: tuple[int, ...], dates: DateWords) -> str:
    if len(days) == DAYS_A_WEEK:
        return QCoreApplication.translate("Schedule", "Every day")
    names = [dates.weekday(day) for day in days]
    if len(days) >= _SHORTEST_SPAN and days[-1] - days[0] == len(days) - 1:
        words = QCoreApplication.translate("Schedule", "{first} to {last}")
        return words.format(first=names[0], last=names[-1])
    if len(names) == 1:
        return QCoreApplication.translate("Schedule", "Every {day}").format(day=names[0])
    words = QCoreApplication.translate("Schedule", "{days} and {last}")
    return words.format(days=", ".join(names[:-1]), last=names[-1])


def _every(schedule: Schedule, dates: DateWords, today: date) -> str:
    anchor = schedule.anchor or today
    day = dates.short(anchor, today)
    if schedule.unit is Unit.WEEK:
        weekday = dates.weekday(anchor.weekday())
        if schedule.every == 1:
            words = QCoreApplication.translate("Schedule", "Every {weekday}, from {day}")
        else:
            words = QCoreApplication.translate("Schedule", "Every {n} weeks on {weekday}, from {day}")
        return words.format(n=schedule.every, weekday=weekday, day=day)
    if schedule.every == 1:
        words = QCoreApplication.translate("Schedule", "Every day, from {day}")
    else:
        words = QCoreApplication.translate("Schedule", "Every {n} days, from {day}")
    return words.format(n=schedule.every, day=day)


def _times(schedule: Schedule) -> str:
    is_weekly = schedule.unit is Unit.WEEK
    if schedule.times == 1:
        if is_weekly:
            return QCoreApplication.translate("Schedule", "Once a week, on any day")
        return QCoreApplication.translate("Schedule", "Once a month, on any day")
    if is_weekly:
        words = QCoreApplication.translate("Schedule", "{n} times a week")
    else:
        words = QCoreApplication.translate("Schedule", "{n} times a month")
    return words.format(n=schedule.times)


def _month_day(day: int) -> str:
    if day > SHORTEST_MONTH:
        words = QCoreApplication.translate("Schedule", "Every month on the {nth}, or on its last day")
    else:
        words = QCoreApplication.translate("Schedule", "Every month on the {nth}")
    return words.format(nth=_nth(day))


def _nth(number: int) -> str:
    """`1st` to `31st`."""
    if number % 10 == 1 and number != 11:
        words = QCoreApplication.translate("Schedule", "{n}st")
    elif number % 10 == 2 and number != 12:
        words = QCoreApplication.translate("Schedule", "{n}nd")
    elif number % 10 == 3 and number != 13:
        words = QCoreApplication.translate("Schedule", "{n}rd")
    else:
        words = QCoreApplication.translate("Schedule", "{n}th")
    return words.format(n=number)
