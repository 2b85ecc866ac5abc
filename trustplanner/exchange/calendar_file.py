"""The schedules as a calendar (iCalendar, RFC 5545), and the same in plain lines before anything is written.

The calendar may be seen by others: titles name nobody and nothing, every entry is private, none has an alarm, and not
even the name of this program stands in it. Times float, so that they are those of the wall clock wherever one is.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from icalendar import Calendar, Event, vRecur

from trustplanner.charts.sentences import Sentences
from trustplanner.content.calendar import CalendarWords
from trustplanner.domain.schedules import DAYS_A_WEEK, SHORTEST_MONTH, Schedule, Shape, Unit
from trustplanner.exchange.calendar_entries import CalendarEntry

_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MAKER: Final = "-//calendar//EN"
_DAY: Final = timedelta(days=1)


# The file


def calendar_file(entries: Sequence[CalendarEntry], words: CalendarWords, written_at: datetime) -> bytes:
    """The bytes of a calendar: the same for the same entries, but for `written_at`."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _MAKER)
    for entry in entries:
        calendar.add_component(_event(entry, words, written_at))
    return bytes(calendar.to_ical())


def _event(entry: CalendarEntry, words: CalendarWords, written_at: datetime) -> Event:
    event = Event()
    event.add("uid", entry.id)
    event.add("dtstamp", written_at.replace(microsecond=0))
    event.add("dtstart", _moment(entry, entry.first))
    event.add("summary", _title(entry.schedule, words))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    if entry.schedule.shape is not Shape.ONCE:
        rule = _rule(entry.schedule)
        event.add("rrule", vRecur(rule if entry.last is None else rule | {"UNTIL": _moment(entry, entry.last)}))
    if entry.left_out:
        is_day = {} if entry.at_minute is not None else {"VALUE": "DATE"}
        event.add("exdate", [_moment(entry, day) for day in entry.left_out], parameters=is_day)
    return event


def _moment(entry: CalendarEntry, day: date) -> date | datetime:
    """A day, or a time of it without a zone."""
    if entry.at_minute is None:
        return day
    return datetime.combine(day, time(*divmod(entry.at_minute, 60)))


def _title(schedule: Schedule, words: CalendarWords) -> str:
    if schedule.shape is not Shape.TIMES:
        return words.title_day
    return words.title_week if schedule.unit is Unit.WEEK else words.title_month


def _rule(schedule: Schedule) -> dict[str, Any]:
    match schedule.shape:
        case Shape.WEEKDAYS:
            return {"FREQ": "WEEKLY", "BYDAY": [_WEEKDAYS[day] for day in schedule.weekdays]}
        case Shape.EVERY:
            return {"FREQ": "WEEKLY" if schedule.unit is Unit.WEEK else "DAILY", "INTERVAL": schedule.every}
        case Shape.TIMES if schedule.unit is Unit.WEEK:
            return {"FREQ": "WEEKLY", "BYDAY": _WEEKDAYS[-1]}
        case Shape.TIMES:
            return {"FREQ": "MONTHLY", "BYMONTHDAY": -1}
        case Shape.MONTH_DAY if schedule.month_day > SHORTEST_MONTH:
            days = list(range(SHORTEST_MONTH, schedule.month_day + 1))  # the last of them that the month has
            return {"FREQ": "MONTHLY", "BYMONTHDAY": days, "BYSETPOS": -1}
        case Shape.MONTH_DAY:
            return {"FREQ": "MONTHLY", "BYMONTHDAY": schedule.month_day}
        case _:
            return {"FREQ": "DAILY"}


# The same in words


def calendar_lines(entries: Sequence[CalendarEntry], words: CalendarWords, dates: Sentences) -> Iterator[str]:
    """What the calendar will show, and nothing else: each entry with its title, its days and its time."""
    if not entries:
        yield words.nothing
        return
    for entry in entries:
        yield f"{_title(entry.schedule, words)}: {', '.join(_when(entry, words, dates))}."
        if entry.left_out:
            spans = [dates.span(first, last) for first, last in _neighbours(entry)]
            yield f"  {words.left_out.said(words=dates.joined(spans))}"
    yield words.discreet


def _when(entry: CalendarEntry, words: CalendarWords, dates: Sentences) -> Iterator[str]:
    yield _repeats(entry, words, dates)
    begins = words.on if entry.schedule.shape is Shape.ONCE else words.from_on
    yield begins.said(date=dates.weekday(entry.first))
    if entry.last is not None and entry.schedule.shape is not Shape.ONCE:
        yield words.until.said(date=dates.weekday(entry.last))
    if entry.at_minute is None:
        yield words.all_day
    else:
        hours, minutes = divmod(entry.at_minute, 60)
        yield words.at_time.said(time=f"{hours:02}:{minutes:02}")


def _repeats(entry: CalendarEntry, words: CalendarWords, dates: Sentences) -> str:
    schedule = entry.schedule
    match schedule.shape:
        case Shape.DAILY:
            return words.every_day
        case Shape.WEEKDAYS:
            return words.every_weekday.said(words=dates.joined([_weekday(day, dates) for day in schedule.weekdays]))
        case Shape.TIMES if schedule.unit is Unit.WEEK:
            return words.every_weekday.said(words=_weekday(DAYS_A_WEEK - 1, dates))
        case Shape.TIMES:
            return words.every_month_end
        case Shape.EVERY:
            days = schedule.every * (DAYS_A_WEEK if schedule.unit is Unit.WEEK else 1)
            return words.every_day if days == 1 else words.every_days.said(n=days)
        case Shape.MONTH_DAY if schedule.month_day > SHORTEST_MONTH:
            return words.every_month_day_or_last.said(n=schedule.month_day)
        case Shape.MONTH_DAY:
            return words.every_month_day.said(n=schedule.month_day)
        case Shape.ONCE:
            return words.once


def _weekday(day: int, dates: Sentences) -> str:
    return dates.lists["dates.weekdays"][day]


def _neighbours(entry: CalendarEntry) -> Iterator[tuple[date, date]]:
    """The days left out, in stretches of neighbours."""
    first = last = entry.left_out[0]
    for day in entry.left_out[1:]:
        if day != last + _DAY:
            yield first, last
            first = day
        last = day
    yield first, last
