"""Reminders: off until they are chosen, on the wall clock, and only while something is unanswered.

Only the wall clock's own reading counts, never a zone. A window is known by the date on which it begins, and is
reminded of once: an hour that a clock change or a journey brings twice reminds once, one that is left out not at all.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from trustplanner.domain.commitments import Pause
from trustplanner.domain.days import DayStart, promise_day
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.today import DayView

REMINDERS: Final = "reminders"  # the settings that keep what is chosen, what was reminded of, and what was closed
REMINDED: Final = "reminded"
REMINDER_LEFT: Final = "reminder_left"
SHORTEST_WINDOW, LONGEST_WINDOW = 15, 12 * 60  # minutes
LONGEST_WORDS: Final = 60
REMEMBERED: Final = 4  # windows: two days of them, however the clock is set
_A_DAY: Final = timedelta(days=1)
_MINUTES_A_DAY: Final = 24 * 60
_EVERY_DAY: Final = frozenset(range(7))


class Slot(StrEnum):
    """The two windows a day can have."""

    MORNING = "morning"
    EVENING = "evening"


class Says(StrEnum):
    """What a message outside the window says: one of the listed words, the bare name of a planner, or own words."""

    MOMENT = "moment"
    NOTE = "note"
    LOOK = "look"
    PLANNER = "planner"
    OWN = "own"


class Outside(StrEnum):
    """Where a message outside the window can be shown."""

    TRAY = "tray"
    PORTAL = "portal"
    NEEDS_ICON = "needs_icon"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Window:
    """Minutes after midnight; one that ends before it begins goes over midnight. The end is no part of it."""

    begins: int
    ends: int
    is_on: bool

    @property
    def length(self) -> int:
        """Minutes."""
        return (self.ends - self.begins) % _MINUTES_A_DAY

    def begin_on(self, day: date) -> datetime:
        """When the window of a date begins."""
        return datetime.combine(day, time(*divmod(self.begins, 60)))


@dataclass(frozen=True, slots=True)
class Reminders:
    """What a person has chosen. `weekdays` are those on which a window begins, Monday is 0."""

    is_on: bool = False
    morning: Window = Window(8 * 60, 10 * 60, is_on=False)
    evening: Window = Window(19 * 60, 22 * 60, is_on=True)
    weekdays: frozenset[int] = _EVERY_DAY
    says: Says = Says.MOMENT
    own_words: str = ""
    has_icon: bool = False

    def window(self, slot: Slot) -> Window:
        """One of the two."""
        return self.morning if slot is Slot.MORNING else self.evening

    def to_text(self) -> str:
        """For a setting."""
        windows = {slot.value: [each.begins, each.ends, each.is_on] for slot in Slot if (each := self.window(slot))}
        rest = {"says": self.says.value, "own_words": self.own_words, "has_icon": self.has_icon}
        return json.dumps({"is_on": self.is_on, **windows, "weekdays": sorted(self.weekdays), **rest})


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A window of one date."""

    day: date
    slot: Slot

    def to_text(self) -> str:
        """For a setting."""
        return f"{self.day.isoformat()} {self.slot.value}"


def reminders_of(text: str) -> Reminders:
    """What was chosen; nothing, if it was kept by another version."""
    try:
        found = json.loads(text) if text else {}
        if not found:
            return Reminders()
        return require_possible_times(
            Reminders(
                is_on=bool(found["is_on"]),
                morning=Window(*found["morning"]),
                evening=Window(*found["evening"]),
                weekdays=frozenset(found["weekdays"]) & _EVERY_DAY,
                says=Says(found["says"]),
                own_words=str(found["own_words"])[:LONGEST_WORDS],
                has_icon=bool(found["has_icon"]),
            )
        )
    except (ValueError, KeyError, TypeError, RuleError):
        return Reminders()


def occurrences_of(text: str) -> tuple[Occurrence, ...]:
    """Windows from a setting, oldest first; what cannot be read is left out."""
    found = []
    for part in filter(None, text.split(",")):
        with suppress(ValueError):
            day, _, slot = part.partition(" ")
            found.append(Occurrence(date.fromisoformat(day), Slot(slot)))
    return tuple(found)


def require_possible_times(chosen: Reminders) -> Reminders:
    """The same, if its windows can be kept.

    Raises:
        RuleError: REMINDER_TIMES_IMPOSSIBLE: a window is too short or too long, or the two touch the same minutes.
    """
    on = [window for slot in Slot if (window := chosen.window(slot)).is_on]
    for window in (chosen.morning, chosen.evening):
        if not 0 <= window.begins < _MINUTES_A_DAY or not SHORTEST_WINDOW <= window.length <= LONGEST_WINDOW:
            raise RuleError(Code.REMINDER_TIMES_IMPOSSIBLE)
    if len(on) > 1:
        first, second = on
        apart = (second.begins - first.begins) % _MINUTES_A_DAY
        if apart < first.length or _MINUTES_A_DAY - apart < second.length:
            raise RuleError(Code.REMINDER_TIMES_IMPOSSIBLE)
    return chosen


# When to remind


def due_reminder(
    chosen: Reminders,
    local: datetime,
    unanswered: Collection[date],
    reminded: Collection[Occurrence],
    day_start: DayStart,
) -> Occurrence | None:
    """The window to remind of now: one that the wall clock's reading `local` lies in, not reminded of before.

    `unanswered` are the open promise days with something unanswered. An evening asks for its own day and the one
    before, a morning only for the day before.
    """
    for found in _around(chosen, local):
        begin = chosen.window(found.slot).begin_on(found.day)
        is_inside = begin <= local < begin + timedelta(minutes=chosen.window(found.slot).length)
        if is_inside and found not in reminded and asks_for(chosen, found, day_start) & frozenset(unanswered):
            return found
    return None


def missed_reminders(
    chosen: Reminders,
    local: datetime,
    unanswered: Collection[date],
    reminded: Collection[Occurrence],
    day_start: DayStart,
) -> list[Occurrence]:
    """The windows of the last day that went by without a reminder, because the vault was locked; oldest first."""
    found = []
    for each in _around(chosen, local):
        window = chosen.window(each.slot)
        end = window.begin_on(each.day) + timedelta(minutes=window.length)
        is_over = local - _A_DAY < end <= local
        if is_over and each not in reminded and asks_for(chosen, each, day_start) & frozenset(unanswered):
            found.append((end, each))
    return [each for _, each in sorted(found, key=lambda pair: pair[0])]


def standing_reminder(
    chosen: Reminders,
    unanswered: Collection[date],
    reminded: Collection[Occurrence],
    left: Collection[Occurrence],
    day_start: DayStart,
) -> Occurrence | None:
    """The newest reminder, while what it asks for is unanswered and it was not closed."""
    newest = list(reminded)[-1:]
    for found in newest:
        if chosen.is_on and found not in left and asks_for(chosen, found, day_start) & frozenset(unanswered):
            return found
    return None


def asks_for(chosen: Reminders, found: Occurrence, day_start: DayStart) -> frozenset[date]:
    """The promise days that a window asks for."""
    day = promise_day(chosen.window(found.slot).begin_on(found.day), day_start)
    before = date.fromordinal(max(day.toordinal() - 1, 1))
    return frozenset({before} if found.slot is Slot.MORNING else {before, day})


def _around(chosen: Reminders, local: datetime) -> Iterator[Occurrence]:
    """The windows of the days around a moment that are switched on."""
    if not chosen.is_on:
        return
    today = local.date().toordinal()
    for ordinal in range(max(1, today - 2), today + 1):
        day = date.fromordinal(ordinal)
        if day.weekday() in chosen.weekdays:
            yield from (Occurrence(day, slot) for slot in Slot if chosen.window(slot).is_on)


# Whether something is unanswered


def unanswered_days(view: DayView, pauses: Iterable[Pause]) -> frozenset[date]:
    """Today and yesterday, as far as something due on them is unanswered; none in a pause of everything."""
    is_paused = any(
        pause.commitment_id is None and pause.taken_back_at is None and pause.starts_on <= view.today <= pause.ends_on
        for pause in pauses
    )
    if is_paused:
        return frozenset()
    rows = (*view.rows, *view.still_open)
    waiting = (row.item for row in rows if not row.item.is_answered and not row.is_running)
    return frozenset(item.day for item in waiting if item.day <= view.today)


# What is said


def gives_away(words: str, names: Iterable[str], titles: Iterable[str]) -> bool:
    """Whether words that anybody may see hold a part of a name, or all words of a commitment's short name."""
    said = _words_of(words)
    parts = {part for name in names for part in _words_of(name) if len(part) > 1}
    return bool(parts & said) or any((title := _words_of(each)) and title <= said for each in titles)


def _words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))
