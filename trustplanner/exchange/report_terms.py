"""What a commitment asks for, in the words of the report, and until when it did."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time

from trustplanner.charts.sentences import Sentences
from trustplanner.content.report import ReportAsks
from trustplanner.domain.commitments import Stance, Terms, segments
from trustplanner.domain.schedules import DAYS_A_WEEK, SHORTEST_MONTH, Schedule, Shape, Unit

_SHORTEST_SPAN = 3  # "Monday and Tuesday", but "Monday to Wednesday"


def asks_for(terms: Terms, words: ReportAsks, said: Sentences) -> str:
    """`Monday to Friday at 18:00`, `every day`."""
    days = _days(terms.schedule, words, said)
    if terms.at_minute is None:
        return days
    at = time(*divmod(terms.at_minute, 60)).isoformat("minutes")
    return words.at.said(words=days, time=at)


def capital(words: str) -> str:
    """The same at the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def asked_instead(before: Terms, after: Terms, words: ReportAsks, said: Sentences) -> tuple[str, str]:
    """What two terms ask for, without a time that both have."""
    if before.at_minute == after.at_minute and before.schedule != after.schedule:
        before, after = replace(before, at_minute=None), replace(after, at_minute=None)
    return asks_for(before, words, said), asks_for(after, words, said)


def last_asked(terms: Iterable[Terms], day: date) -> Terms | None:
    """The terms in force on a day, or, where it waits or has ended, the newest that asked for something."""
    begun = [each.terms for each in segments(terms) if each.first <= day]
    return next((each for each in reversed(begun) if each.stance is Stance.ACTIVE), None)


def over_since(terms: Iterable[Terms], day: date) -> date | None:
    """The day on which it ended, or the date of what was promised once, if that has passed; None while it goes on."""
    begun = [each for each in segments(terms) if each.first <= day]
    if not begun:
        return None
    if begun[-1].terms.stance is Stance.ENDED:
        return begun[-1].first
    schedule = begun[-1].terms.schedule
    is_past = schedule.shape is Shape.ONCE and schedule.anchor is not None and schedule.anchor < day
    return schedule.anchor if is_past else None


def _days(schedule: Schedule, words: ReportAsks, said: Sentences) -> str:
    match schedule.shape:
        case Shape.DAILY:
            return words.daily
        case Shape.WEEKDAYS:
            return _weekdays(schedule.weekdays, words, said)
        case Shape.EVERY:
            return _every(schedule, words, said)
        case Shape.TIMES:
            return _times(schedule, words)
        case Shape.MONTH_DAY:
            is_in_each = schedule.month_day <= SHORTEST_MONTH
            return (words.month_day if is_in_each else words.month_day_or_last).said(n=schedule.month_day)
        case Shape.ONCE:
            return words.once.plain if schedule.anchor is None else words.once.said(date=said.day(schedule.anchor))


def _weekdays(days: tuple[int, ...], words: ReportAsks, said: Sentences) -> str:
    if len(days) == DAYS_A_WEEK:
        return words.daily
    names = [said.lists["dates.weekdays"][day] for day in days]
    if len(days) >= _SHORTEST_SPAN and days[-1] - days[0] == len(days) - 1:
        return words.span.said(first=names[0], last=names[-1])
    return words.weekly.said(day=names[0]) if len(names) == 1 else said.joined(names)


def _every(schedule: Schedule, words: ReportAsks, said: Sentences) -> str:
    if schedule.unit is Unit.WEEK and schedule.anchor is not None:
        day = said.lists["dates.weekdays"][schedule.anchor.weekday()]
        return words.weekly.said(day=day) if schedule.every == 1 else words.weeks.said(n=schedule.every, day=day)
    return words.daily if schedule.every == 1 else words.days.said(n=schedule.every)


def _times(schedule: Schedule, words: ReportAsks) -> str:
    is_weekly = schedule.unit is Unit.WEEK
    if schedule.times == 1:
        return words.once_a_week if is_weekly else words.once_a_month
    return (words.times_a_week if is_weekly else words.times_a_month).said(n=schedule.times)
