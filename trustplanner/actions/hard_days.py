"""Writing down which days and places are hard, before they come: yours, theirs, or agreed by both."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

from trustplanner.domain.days import require_possible, require_possible_if_any
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.hard_days import LONGEST_WORDS, HardDay, HardFor, is_theirs_too
from trustplanner.domain.moments import Now
from trustplanner.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class HardDayWords:
    """What is written down of one. `heard_on` belongs to one that they named, today if it is left out."""

    whose: HardFor
    words: str = ""
    day: date | None = None
    is_yearly: bool = False
    place: str = ""
    heard_on: date | None = None


def add_hard_day(unit: UnitOfWork, now: Now, written: HardDayWords) -> HardDay:
    """Write a hard day or place down.

    Raises:
        RuleError: WHEN_OR_WHERE_MISSING; WORDS_TOO_LONG; DATE_IMPOSSIBLE; FUTURE_DAY if it is heard in the future.
    """
    empty = HardDay(str(uuid4()), written.whose, None, False, "", "", None, None, now.at)
    return unit.put(_as_written(empty, written, now))


def change_hard_day(unit: UnitOfWork, now: Now, hard_day_id: str, written: HardDayWords) -> HardDay:
    """Say it as it really is. One that they named stays theirs.

    Raises:
        RuleError: as `add_hard_day`; NOT_FOUND; HARD_DAY_STAYS if it would become one's own.
    """
    before = unit.require(HardDay, hard_day_id)
    if is_theirs_too(before) and written.whose is not before.whose:
        raise RuleError(Code.HARD_DAY_STAYS)
    return unit.put(_as_written(before, written, now))


def release(unit: UnitOfWork, now: Now, hard_day_id: str, on: date | None = None) -> HardDay:
    """Write down that they released it, as you heard it, today unless another day is named.

    Raises:
        RuleError: NOT_FOUND; FUTURE_DAY; DATE_IMPOSSIBLE, also before it was heard.
    """
    hard = unit.require(HardDay, hard_day_id)
    day = _not_to_come(on or now.today, now)
    if hard.heard_on is not None and day < hard.heard_on:
        raise RuleError(Code.DATE_IMPOSSIBLE)
    return unit.put(replace(hard, released_on=day))


def keep_again(unit: UnitOfWork, now: Now, hard_day_id: str) -> HardDay:
    """Take a release back: it is a hard day still.

    Raises:
        RuleError: NOT_FOUND.
    """
    return unit.put(replace(unit.require(HardDay, hard_day_id), released_on=None))


def delete_hard_day(unit: UnitOfWork, now: Now, hard_day_id: str) -> None:
    """Delete one of one's own.

    Raises:
        RuleError: NOT_FOUND; HARD_DAY_STAYS if they named it.
    """
    hard = unit.require(HardDay, hard_day_id)
    if is_theirs_too(hard):
        raise RuleError(Code.HARD_DAY_STAYS)
    unit.delete(hard)


def _as_written(hard: HardDay, written: HardDayWords, now: Now) -> HardDay:
    words, place = written.words.strip(), written.place.strip()
    day = require_possible_if_any(written.day)
    if day is None and not place:
        raise RuleError(Code.WHEN_OR_WHERE_MISSING)
    if max(len(words), len(place)) > LONGEST_WORDS:
        raise RuleError(Code.WORDS_TOO_LONG, most=LONGEST_WORDS)
    is_named = written.whose is not HardFor.ME
    heard_on = _not_to_come(written.heard_on or hard.heard_on or now.today, now) if is_named else None
    return replace(
        hard,
        whose=written.whose,
        day=day,
        is_yearly=written.is_yearly and day is not None,
        place=place,
        words=words,
        heard_on=heard_on,
    )


def _not_to_come(day: date, now: Now) -> date:
    if require_possible(day) > now.today:
        raise RuleError(Code.FUTURE_DAY)
    return day
