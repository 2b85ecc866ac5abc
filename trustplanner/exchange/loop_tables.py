"""Reads the CSV export of Loop Habit Tracker: a zip with one table of habits and a folder of tables for each of them.

The folders are called by the number of the habit and what is left of its name without letters beyond ASCII, so only the
number is looked at. The older tables of marks have no header and numbers, the newer ones have a header and words.
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from trustplanner.domain.errors import Code, DamagedError, UnreadableError
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

LARGEST_CONTENT: Final = 40 * 2**20  # of all tables that are read, unpacked
MOST_FILES: Final = 10_000  # in the zip; Loop writes two for each habit
ZIP_BEGINS: Final = b"PK"
_LISTED: Final = b"PK\1\2"  # before the name of every file in a zip
_HABITS: Final = "Habits.csv"
_MARKS: Final = re.compile(r"(\d{3,6})(?: [^/]*)?/Checkmarks\.csv")
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIMES: Final = ("FrequencyNumerator", "NumRepetitions")
_DAYS: Final = ("FrequencyDenominator", "Interval")
_WORDS: Final = {
    "YES_MANUAL": Mark.DONE,
    "YES_AUTO": Mark.AUTOMATIC,
    "SKIP": Mark.SKIPPED,
    "NO": Mark.NOT_DONE,
    "UNKNOWN": None,
    "2": Mark.DONE,
    "1": Mark.AUTOMATIC,
    "3": Mark.SKIPPED,
    "0": Mark.UNCHECKED,
    "-1": None,
}


def read_tables(content: bytes, path: str) -> tuple[Habit, ...]:
    """Read the bytes of a zip at `path`.

    Raises:
        DamagedError: FILE_EMPTY, FILE_FOREIGN, IMPORT_CUT_OFF, IMPORT_DAMAGED, NOT_UTF8.
        UnreadableError: FILE_TOO_LARGE, if it holds more than any person writes.
        RuleError: IMPORT_INVALID, with the `place` of the first fault and what was `expected` there.
    """
    if not content:
        raise DamagedError(Code.FILE_EMPTY, path=path)
    if content.count(_LISTED) > MOST_FILES:
        raise UnreadableError(Code.FILE_TOO_LARGE, path=path)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            tables = _tables(archive, path)
    except zipfile.BadZipFile:
        is_zip = content.startswith(ZIP_BEGINS)
        raise DamagedError(Code.IMPORT_CUT_OFF if is_zip else Code.FILE_FOREIGN, path=path) from None
    except (zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError):
        raise DamagedError(Code.IMPORT_DAMAGED, path=path) from None
    texts = {name: _decoded(table, path) for name, table in tables.items()}
    return tuple(_habits(texts, path))


def _tables(archive: zipfile.ZipFile, path: str) -> dict[str, bytes]:
    """The tables that are looked at, by their names without the folder that all of them may lie in."""
    names = archive.namelist()
    tops = [name for name in names if name == _HABITS or name.endswith(f"/{_HABITS}")]
    if not tops:
        raise DamagedError(Code.FILE_FOREIGN, path=path)
    folder = min(tops, key=len).removesuffix(_HABITS)
    inside = {name.removeprefix(folder): name for name in names if name.startswith(folder)}
    wanted = {short: name for short, name in inside.items() if short == _HABITS or _MARKS.fullmatch(short)}
    if sum(archive.getinfo(name).file_size for name in wanted.values()) > LARGEST_CONTENT:
        raise UnreadableError(Code.FILE_TOO_LARGE, path=path)
    return {short: archive.read(name) for short, name in wanted.items()}


def _decoded(table: bytes, path: str) -> str:
    try:
        return table.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DamagedError(Code.NOT_UTF8, path=path) from None


def _habits(texts: dict[str, str], path: str) -> Iterator[Habit]:
    marks = {int(found[1]): texts[name] for name in texts if (found := _MARKS.fullmatch(name))}
    entries = 0
    for number, row in enumerate(_rows_of_habits(texts[_HABITS], path), 1):
        place = f"habit {number}"
        position = row.get("Position", "")
        table = marks.get(int(position) if position.isascii() and position.isdigit() else number, "")
        entries += table.count("\n")
        if number > MOST_HABITS or entries > MOST_ENTRIES:
            raise UnreadableError(Code.FILE_TOO_LARGE, path=path)
        amounts = row.get("Type", "") == "NUMERICAL"
        try:
            times, days = frequency(_number(row, _TIMES), _number(row, _DAYS))
        except FaultError as fault:
            raise refused(fault, place) from None
        yield Habit(row["Name"], times, days, amounts, {} if amounts else _read_marks(table, place))


def _rows_of_habits(text: str, path: str) -> Iterator[dict[str, str]]:
    rows = _rows(text, _HABITS)
    header = next(rows, (0, []))[1]
    if "Name" not in header:
        raise DamagedError(Code.FILE_FOREIGN, path=path)
    for number, row in rows:
        if len(row) != len(header):
            raise refused(FaultError("as many cells as in the first line"), f"line {number} of {_HABITS}")
        yield dict(zip(header, row, strict=True))


def _number(row: dict[str, str], names: tuple[str, ...]) -> Any:
    found = next((row[name] for name in names if name in row), "")
    return int(found) if re.fullmatch(r"[0-9]{1,9}", found) else None


def _read_marks(text: str, place: str) -> dict[date, Mark]:
    """The marks of one habit by day, oldest first. A day that is there twice has the mark that stands first."""
    found: dict[date, Mark] = {}
    for number, row in _rows(text, place):
        if number == 1 and row[0] == "Date":
            continue
        try:
            day, mark = _read_mark(row)
        except FaultError as fault:
            raise refused(fault, f"line {number} of {place}") from None
        if mark is not None:
            found.setdefault(day, mark)
    return dict(sorted(found.items()))


def _read_mark(row: list[str]) -> tuple[date, Mark | None]:
    try:
        day = date.fromisoformat(row[0]) if _DATE.fullmatch(row[0]) else None
    except ValueError:
        day = None
    possible = possible_day(day)
    value = row[1] if len(row) > 1 else ""
    if value not in _WORDS:
        raise FaultError("one of YES_MANUAL, YES_AUTO, NO, SKIP, UNKNOWN, or a number from -1 to 3")
    return possible, _WORDS[value]


def _rows(text: str, place: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table with the lines they end on; empty ones are passed over."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for row in reader:
            if row:
                yield reader.line_num, row
    except csv.Error:
        raise refused(FaultError("a row of a CSV table"), f"line {reader.line_num} of {place}") from None
