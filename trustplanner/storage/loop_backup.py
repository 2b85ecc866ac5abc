"""Reads the backup of Loop Habit Tracker, which is its SQLite database, into plain values.

The file is somebody else's and may have been made to do harm: it is read into memory and looked at there, whole,
without triggers, views or functions, and only for a bounded time.
"""

import sqlite3
from typing import Any, Final, NamedTuple

from trustplanner.domain.errors import Code, DamagedError, UnreadableError

SQLITE_BEGINS: Final = b"SQLite format 3\0"
_PAGE_SIZE: Final = slice(16, 18)
_VERSIONS: Final = slice(18, 20)
_PAGES: Final = slice(28, 32)
_HEADER: Final = 100
_STEPS_AT_ONCE: Final = 100_000
_MOST_TURNS: Final = 2_000  # of so many steps: seconds, where an honest file takes a fraction of one
_NEEDED: Final = {"Habits": {"id", "name", "freq_num", "freq_den"}, "Repetitions": {"habit", "timestamp"}}


class LoopHabit(NamedTuple):
    """One row of its table of habits, as it lies there; `type` is None in older files."""

    id: Any
    name: Any
    freq_num: Any
    freq_den: Any
    type: Any


class LoopRepetition(NamedTuple):
    """One day of a habit; `timestamp` in milliseconds, `value` None in older files, where a row means done."""

    habit: Any
    timestamp: Any
    value: Any


def read_backup(
    content: bytes, path: str, most_habits: int, most_rows: int
) -> tuple[list[LoopHabit], list[LoopRepetition]]:
    """All habits in their order, and all their days.

    Raises:
        DamagedError: FILE_EMPTY, FILE_FOREIGN, IMPORT_CUT_OFF, IMPORT_DAMAGED.
        UnreadableError: FILE_TOO_LARGE.
    """
    _require_whole(content, path)
    connection = sqlite3.connect(":memory:")
    try:
        habits, days = _read(connection, content, path, most_habits, most_rows)
    except (sqlite3.Error, UnicodeDecodeError, OverflowError, MemoryError):
        raise DamagedError(Code.IMPORT_DAMAGED, path=path) from None
    finally:
        connection.close()
    if len(habits) > most_habits or len(days) > most_rows:
        raise UnreadableError(Code.FILE_TOO_LARGE, path=path)
    return habits, days


def _require_whole(content: bytes, path: str) -> None:
    if not content:
        raise DamagedError(Code.FILE_EMPTY, path=path)
    if not content.startswith(SQLITE_BEGINS[: len(content)]):
        raise DamagedError(Code.FILE_FOREIGN, path=path)
    size = int.from_bytes(content[_PAGE_SIZE], "big")
    size = 65536 if size == 1 else size
    if len(content) < _HEADER or len(content) < size * int.from_bytes(content[_PAGES], "big"):
        raise DamagedError(Code.IMPORT_CUT_OFF, path=path)


def _read(
    connection: sqlite3.Connection, content: bytes, path: str, most_habits: int, most_rows: int
) -> tuple[list[LoopHabit], list[LoopRepetition]]:
    # Without a file there is no write-ahead log beside it, so the mark that asks for one is taken off.
    connection.deserialize(content[: _VERSIONS.start] + b"\1\1" + content[_VERSIONS.stop :])
    turns = iter(range(_MOST_TURNS))
    connection.set_progress_handler(lambda: next(turns, None) is None, _STEPS_AT_ONCE)
    for guard in ("trusted_schema=OFF", "cell_size_check=ON", "query_only=ON"):
        connection.execute(f"PRAGMA {guard}")
    columns = {table: _columns(connection, table) for table in _NEEDED}
    if any(not needed <= columns[table] for table, needed in _NEEDED.items()):
        raise DamagedError(Code.FILE_FOREIGN, path=path)
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise DamagedError(Code.IMPORT_DAMAGED, path=path)
    kind = "type" if "type" in columns["Habits"] else "NULL"
    order = "position, id" if "position" in columns["Habits"] else "id"
    value = "value" if "value" in columns["Repetitions"] else "NULL"
    habits = connection.execute(
        f"SELECT id, name, freq_num, freq_den, {kind} FROM Habits ORDER BY {order} LIMIT ?",  # noqa: S608  (words from above)
        (most_habits + 1,),
    )
    days = connection.execute(
        f"SELECT habit, timestamp, {value} FROM Repetitions ORDER BY habit, timestamp LIMIT ?",  # noqa: S608  (the same)
        (most_rows + 1,),
    )
    return [LoopHabit(*row) for row in habits], [LoopRepetition(*row) for row in days]


def _columns(connection: sqlite3.Connection, table: str) -> set[str]:
    """The columns of a real table, none of a view; its name may be written in any letters."""
    is_table = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND lower(name) = lower(?)"
    if connection.execute(is_table, (table,)).fetchone() is None:
        return set()
    return {str(row[1]).lower() for row in connection.execute(f"PRAGMA table_xinfo({table})") if row[6] == 0}
