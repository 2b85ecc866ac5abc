"""Reads what Loop Habit Tracker exports, from whichever of its two kinds of file."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from trustplanner.exchange.given_files import content_of
from trustplanner.exchange.json_kinds import FaultError
from trustplanner.exchange.loop_habits import (
    MOST_ENTRIES,
    MOST_HABITS,
    Habit,
    Mark,
    frequency,
    possible_day,
    refused,
)
from trustplanner.exchange.loop_tables import read_tables
from trustplanner.storage.loop_backup import LoopHabit, LoopRepetition, read_backup

LARGEST_FILE: Final = 20 * 2**20
TABLES_END: Final = ".zip"
BACKUP_ENDS: Final = ".db"
_FIRST_DAY: Final = date(1970, 1, 1)
_MILLISECONDS_A_DAY: Final = 24 * 60 * 60 * 1000
_LAST_DAY: Final = 100_000  # after the first; beyond that no date is
_AMOUNTS: Final = 1
_MARKS: Final = {
    None: Mark.DONE,  # in the oldest files a row is a day on which it was done
    2: Mark.DONE,
    1: Mark.AUTOMATIC,
    3: Mark.SKIPPED,
    0: Mark.NOT_DONE,
    -1: None,
}


def read_habits_file(path: Path) -> tuple[Habit, ...]:
    """Read a file; its ending says which kind it is.

    Raises:
        UnreadableError: as `content_of`.
        DamagedError, RuleError: as `read_tables` and `read_backup`.
    """
    content = content_of(path, LARGEST_FILE)
    if path.suffix.lower() == TABLES_END:
        return read_tables(content, str(path))
    return read_database(content, str(path))


def read_database(content: bytes, path: str) -> tuple[Habit, ...]:
    """Read the bytes of a backup at `path`.

    Raises:
        DamagedError, UnreadableError: as `read_backup`.
        RuleError: IMPORT_INVALID, with the `place` of the first fault and what was `expected` there.
    """
    habits, rows = read_backup(content, path, MOST_HABITS, MOST_ENTRIES)
    by_habit: dict[Any, list[LoopRepetition]] = {}
    for row in rows:
        by_habit.setdefault(row.habit, []).append(row)
    return tuple(_habit(habit, by_habit.get(habit.id, []), number) for number, habit in enumerate(habits, 1))


def _habit(habit: LoopHabit, rows: list[LoopRepetition], number: int) -> Habit:
    place = f"habit {number}"
    try:
        times, days = frequency(habit.freq_num, habit.freq_den)
        name = habit.name if isinstance(habit.name, str) else ""
    except FaultError as fault:
        raise refused(fault, place) from None
    amounts = habit.type == _AMOUNTS
    return Habit(name, times, days, amounts, {} if amounts else _read_marks(rows, place))


def _read_marks(rows: list[LoopRepetition], place: str) -> dict[date, Mark]:
    found: dict[date, Mark] = {}
    for number, row in enumerate(rows, 1):
        try:
            day, mark = _day(row.timestamp), _mark(row.value)
        except FaultError as fault:
            raise refused(fault, f"entry {number} of {place}") from None
        if mark is not None:
            found.setdefault(day, mark)
    return dict(sorted(found.items()))


def _day(timestamp: Any) -> date:
    """The day of a moment at midnight UTC."""
    if type(timestamp) is not int or not 0 <= timestamp // _MILLISECONDS_A_DAY <= _LAST_DAY:
        return possible_day(None)
    return possible_day(_FIRST_DAY + timedelta(days=timestamp // _MILLISECONDS_A_DAY))


def _mark(value: Any) -> Mark | None:
    if value not in _MARKS:
        raise FaultError("a number from -1 to 3")
    return _MARKS[value]
