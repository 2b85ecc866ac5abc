"""Both exports of Loop Habit Tracker are read as they are meant, and a bad one is named for what it is."""

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.loop_files import (
    DAYS,
    HABITS,
    NEW_HABITS,
    NEW_MARKS,
    OLD_HABITS,
    OLD_MARKS,
    OLDEST_SCHEMA,
    backup,
    tables,
)
from trustplanner.domain.errors import Code, KnownError
from trustplanner.exchange import loop_tables
from trustplanner.exchange.loop_habits import Mark
from trustplanner.exchange.loop_reading import LARGEST_FILE, read_database, read_habits_file
from trustplanner.exchange.loop_tables import read_tables


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


def test_the_newer_tables_are_read_by_the_number_of_their_folder() -> None:
    meditate, run, water, home = read_tables(tables(), "loop.zip")
    assert (meditate.name, meditate.times, meditate.days) == ("Meditate", 1, 1)
    assert meditate.marks == {
        day("03-06"): Mark.DONE,
        day("03-07"): Mark.DONE,
        day("03-08"): Mark.NOT_DONE,
        day("03-10"): Mark.SKIPPED,
        day("03-22"): Mark.DONE,
    }
    assert (run.name, run.times, run.days) == ("Бег, и ещё", 2, 7)
    assert run.marks[day("03-11")] is Mark.AUTOMATIC
    assert (water.amounts, water.marks) == (True, {})
    assert (home.times, home.days, len(home.marks)) == (1, 3, 3)


def test_the_older_tables_have_no_header_and_numbers() -> None:
    meditate, early = read_tables(tables(OLD_HABITS, OLD_MARKS), "loop.zip")
    assert meditate.marks == {day("03-05"): Mark.DONE, day("03-06"): Mark.UNCHECKED, day("03-07"): Mark.DONE}
    assert (early.times, early.days, early.marks[day("03-06")]) == (2, 3, Mark.AUTOMATIC)


def test_a_zip_that_was_packed_again_is_read_too() -> None:
    inside = tables(folder="Loop Habits CSV 2026-03-23/")
    assert read_tables(inside, "loop.zip") == read_tables(tables(), "loop.zip")


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm() -> None:
    habits = f"\ufeff{NEW_HABITS}".replace("\n", "\r\n")
    marks = {name: table.replace("\n", "\r\n") for name, table in NEW_MARKS.items()}
    assert read_tables(tables(habits, marks), "loop.zip") == read_tables(tables(), "loop.zip")


def test_the_database_is_read_in_its_order(tmp_path: Path) -> None:
    meditate, run, water = read_database(backup(tmp_path), "loop.db")
    assert (meditate.name, run.name, water.name, water.amounts) == ("Meditate", "Run", "Water", True)
    assert meditate.marks == {day("03-06"): Mark.DONE, day("03-07"): Mark.NOT_DONE, day("03-08"): Mark.SKIPPED}
    assert run.marks == {day("03-09"): Mark.DONE, day("03-12"): Mark.DONE}


def test_in_the_oldest_database_a_row_is_a_day_on_which_it_was_done(tmp_path: Path) -> None:
    habits = [{name: value for name, value in habit.items() if name != "type"} for habit in HABITS]
    days = [{"habit": 3, "timestamp": row["timestamp"]} for row in DAYS[:2]]
    meditate = read_database(backup(tmp_path, OLDEST_SCHEMA, habits, days), "loop.db")[0]
    assert meditate.marks == {day("03-06"): Mark.DONE, day("03-07"): Mark.DONE}


def test_a_database_that_was_copied_while_it_was_in_use_is_read(tmp_path: Path) -> None:
    content = backup(tmp_path, tail="pragma journal_mode = wal;")
    assert content[18:20] == b"\2\2"
    assert len(read_database(content, "loop.db")) == 3


# Bad files


def refusal(act: Callable[[], object]) -> KnownError:
    with pytest.raises(KnownError) as refused:
        act()
    return refused.value


def with_marks(table: str | bytes) -> bytes:
    return tables(marks={"001 Meditate": table})


GOOD = tables()
BOMB = "2026-03-07,2\n" * 4_000_000
BAD_TABLES: dict[str, tuple[bytes, Code, int]] = {
    "empty": (b"", Code.FILE_EMPTY, 4),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(500), Code.FILE_FOREIGN, 4),
    "cut off": (GOOD[:-30], Code.IMPORT_CUT_OFF, 4),
    "cut in the middle": (GOOD[: len(GOOD) // 2], Code.IMPORT_CUT_OFF, 4),
    "only the beginning": (b"PK", Code.IMPORT_CUT_OFF, 4),
    "another zip": (tables().replace(b"Habits.csv", b"Hobbys.csv"), Code.FILE_FOREIGN, 4),
    "another table of habits": (tables("Day,Word\n"), Code.FILE_FOREIGN, 4),
    "a table without a line": (tables(""), Code.FILE_FOREIGN, 4),
    "latin 1": (tables("Position,Name\n001,Caf\xe9\n".encode("latin-1")), Code.NOT_UTF8, 4),
    "utf 16": (with_marks("2026-03-07,2\n".encode("utf-16")), Code.NOT_UTF8, 4),
    "no such day": (with_marks("2026-02-30,2\n"), Code.IMPORT_INVALID, 2),
    "a day before all plans": (with_marks("0001-01-01,2\n"), Code.IMPORT_INVALID, 2),
    "a day after all plans": (with_marks("9999-12-31,2\n"), Code.IMPORT_INVALID, 2),
    "half a day": (with_marks("2026-03-07,2\n2026-03"), Code.IMPORT_INVALID, 2),
    "a day of a week": (with_marks("2026-W10-1,2\n"), Code.IMPORT_INVALID, 2),
    "no value": (with_marks("2026-03-07\n"), Code.IMPORT_INVALID, 2),
    "another value": (with_marks("2026-03-07,MAYBE\n"), Code.IMPORT_INVALID, 2),
    "an open quotation": (with_marks('Date,Value,Notes\n2026-03-07,NO,"sick\n'), Code.IMPORT_INVALID, 2),
    "a cell without an end": (with_marks(f"2026-03-07,2,{'a' * 200_000}\n"), Code.IMPORT_INVALID, 2),
    "cells are missing": (tables(NEW_HABITS + "005,Sleep\n"), Code.IMPORT_INVALID, 2),
    "never": (tables(OLD_HABITS.replace(",1,1,", ",0,1,"), OLD_MARKS), Code.IMPORT_INVALID, 2),
    "no frequency": (tables("Position,Name\n001,Run\n"), Code.IMPORT_INVALID, 2),
    "a bomb": (with_marks(BOMB), Code.FILE_TOO_LARGE, 5),
    "too many entries": (with_marks("\n" * 400_000), Code.FILE_TOO_LARGE, 5),
    "too many habits": (tables(OLD_HABITS + "1,Run,,,1,1,#\n" * 1_001, {}), Code.FILE_TOO_LARGE, 5),
}


@pytest.mark.parametrize("name", BAD_TABLES)
def test_bad_tables_are_named_for_what_they_are(name: str) -> None:
    content, code, status = BAD_TABLES[name]
    found = refusal(lambda: read_tables(content, "loop.zip"))
    assert (found.code, found.exit_status) == (code, status)


def test_a_fault_is_named_by_its_place_without_a_word_that_was_written() -> None:
    found = refusal(lambda: read_tables(with_marks("Date,Value\n2026-03-07,NO\n2026-02-30,NO\n"), "loop.zip"))
    assert found.details == {"place": "line 3 of habit 1", "expected": "a date such as 2026-05-02"}


def test_tables_that_are_locked_or_packed_otherwise_are_damaged_for_us() -> None:
    locked = bytearray(GOOD)
    at = locked.find(b"PK\1\2")
    while at >= 0:
        locked[at + 8] |= 1
        at = locked.find(b"PK\1\2", at + 1)
    assert refusal(lambda: read_tables(bytes(locked), "loop.zip")).code is Code.IMPORT_DAMAGED


def test_a_zip_of_countless_files_is_not_even_listed() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("Habits.csv", OLD_HABITS)
        for number in range(loop_tables.MOST_FILES):
            archive.writestr(str(number), "")
    assert refusal(lambda: read_tables(content.getvalue(), "loop.zip")).code is Code.FILE_TOO_LARGE


def test_a_byte_that_was_changed_inside_a_table_is_found() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("Habits.csv", OLD_HABITS)
        archive.writestr("001/Checkmarks.csv", OLD_MARKS["001 Meditate"])
    spoilt = content.getvalue().replace(b"2026-03-07,2\n2026", b"2026-03-17,2\n2026")
    assert refusal(lambda: read_tables(spoilt, "loop.zip")).code in (Code.IMPORT_CUT_OFF, Code.IMPORT_DAMAGED)


ENDLESS = (
    "drop table Repetitions; create view Repetitions as "
    "with recursive n(x) as (select 1 union all select x + 1 from n) "
    "select 3 as habit, x as timestamp, 2 as value from n;"
)


def spoilt(name: str, good: bytes) -> bytes:
    return {
        "empty": b"",
        "a picture": b"\x89PNG\r\n\x1a\n" + bytes(500),
        "cut off": good[:-100],
        "only the beginning": good[:50],
        "damaged": good[:4096] + bytes([1]) * 4096 + good[8192:],
    }[name]


def one_day(timestamp: object, value: int = 2) -> dict[str, object]:
    return {"days": ({"habit": 3, "timestamp": timestamp, "value": value},)}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("empty", Code.FILE_EMPTY),
        ("a picture", Code.FILE_FOREIGN),
        ("cut off", Code.IMPORT_CUT_OFF),
        ("only the beginning", Code.IMPORT_CUT_OFF),
        ("damaged", Code.IMPORT_DAMAGED),
    ],
)
def test_a_backup_that_came_to_harm_is_named_for_it(tmp_path: Path, name: str, code: Code) -> None:
    content = spoilt(name, backup(tmp_path))
    assert refusal(lambda: read_database(content, "loop.db")).code is code


@pytest.mark.parametrize(
    ("made", "code"),
    [
        ({"schema": "create table People (name text);", "habits": (), "days": ()}, Code.FILE_FOREIGN),
        ({"days": (), "tail": ENDLESS}, Code.FILE_FOREIGN),
        (one_day("yesterday"), Code.IMPORT_INVALID),
        (one_day(2**62), Code.IMPORT_INVALID),
        (one_day(-1), Code.IMPORT_INVALID),
        (one_day(0, 44), Code.IMPORT_INVALID),
        ({"habits": ({"id": 3, "name": "Run", "freq_num": None, "freq_den": 7},)}, Code.IMPORT_INVALID),
    ],
    ids=["another database", "an endless view", "words for a day", "far away", "long ago", "a value", "a frequency"],
)
def test_a_backup_with_something_else_in_it_is_refused(tmp_path: Path, made: dict[str, Any], code: Code) -> None:
    content = backup(tmp_path, **made)
    assert refusal(lambda: read_database(content, "loop.db")).code is code


def test_a_file_is_read_up_to_a_bound_only(tmp_path: Path) -> None:
    file = tmp_path / "loop.zip"
    with file.open("wb") as opened:
        opened.truncate(LARGEST_FILE + 1)
    assert refusal(lambda: read_habits_file(file)).code is Code.FILE_TOO_LARGE


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_is_changed_in_a_file_it_is_read_or_refused(tmp_path: Path, data: st.DataObject) -> None:
    is_zip = data.draw(st.booleans())
    content = bytearray(GOOD if is_zip else backup(tmp_path))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    del content[data.draw(st.integers(1, len(content))) :]
    with suppress(KnownError):
        (read_tables if is_zip else read_database)(bytes(content), "loop")


@settings(deadline=None, max_examples=200)
@given(st.text(), st.text())
def test_whatever_is_written_in_tables_they_are_read_or_refused(habits: str, marks: str) -> None:
    with suppress(KnownError):
        texts = {"Habits.csv": NEW_HABITS + habits, "001/Checkmarks.csv": marks}
        list(loop_tables._habits(texts, "loop.zip"))
