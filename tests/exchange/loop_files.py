"""Exports of Loop Habit Tracker as it writes them, made by hand in its two layouts and its database."""

import io
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

NEW_HABITS = (
    "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,"
    "Target Value,Archived?\n"
    "001,Meditate,YES_NO,Did you meditate this morning?,,1,1,#FF8F00,,,,false\n"
    '002,"Бег, и ещё",YES_NO,,,2,7,#00897B,,,,false\n'
    "003,Water,NUMERICAL,How many glasses?,,1,1,#00897B,glasses,AT_LEAST,8.0,false\n"
    "004,Call home,YES_NO,,,1,3,#00897B,,,,true\n"
)
NEW_MARKS = {
    "001 Meditate": (
        "Date,Value,Notes\n2026-03-22,YES_MANUAL,\n2026-03-10,SKIP,\n2026-03-09,UNKNOWN,\n"
        '2026-03-08,NO,"Sick, ""really"""\n2026-03-07,YES_MANUAL,\n2026-03-06,YES_MANUAL,\n'
    ),
    "002": (
        "Date,Value,Notes\n2026-03-12,YES_MANUAL,\n2026-03-11,YES_AUTO,\n2026-03-10,NO,\n2026-03-09,YES_MANUAL,\n"
        "2026-03-03,YES_MANUAL,\n"
    ),
    "003 Water": "Date,Value,Notes\n2026-03-07,8000,\n2026-03-06,NO,\n",
    "004 Call home": "Date,Value,Notes\n2026-03-09,YES_MANUAL,\n2026-03-08,YES_AUTO,\n2026-03-06,YES_MANUAL,\n",
}
OLD_HABITS = (
    "Position,Name,Question,Description,NumRepetitions,Interval,Color\n"
    "001,Meditate,Did you meditate this morning?,,1,1,#FF8F00\n"
    "002,Wake up early,,,2,3,#AFB42B\n"
)
OLD_MARKS = {
    "001 Meditate": "2026-03-07,2\n2026-03-06,0\n2026-03-05,2\n",
    "002 Wake up early": "2026-03-07,2\n2026-03-06,1\n2026-03-05,2\n2026-03-04,2\n2026-03-03,2\n2026-03-02,2\n",
}


def tables(
    habits: str | bytes = NEW_HABITS, marks: Mapping[str, str | bytes] = NEW_MARKS, *, folder: str = ""
) -> bytes:
    """The zip of an export; `marks` by the folder of each habit."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{folder}Habits.csv", habits)
        for name, table in marks.items():
            archive.writestr(f"{folder}{name}/Scores.csv", "2026-03-07,0.0519\n")
            archive.writestr(f"{folder}{name}/Checkmarks.csv", table)
        archive.writestr(f"{folder}Checkmarks.csv", "Date,Meditate,\n2026-03-07,2,\n")
    return content.getvalue()


def at_midnight(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) * 1000


def on(text: str) -> int:
    return at_midnight(date.fromisoformat(f"2026-{text}"))


NEW_SCHEMA = """
create table Habits (id integer primary key autoincrement, archived integer, color integer, description text,
    freq_den integer, freq_num integer, highlight integer, name text, position integer, reminder_hour integer,
    reminder_min integer, reminder_days integer not null default 127, type integer not null default 0,
    target_type integer not null default 0, target_value real not null default 0, unit text not null default "",
    question text, uuid text);
create table Repetitions (id integer primary key autoincrement, habit integer not null references habits(id),
    timestamp integer not null, value integer not null, notes text);
create unique index idx_repetitions_habit_timestamp on Repetitions(habit, timestamp);
pragma user_version = 25;
"""
OLDEST_SCHEMA = """
create table Habits (id integer primary key autoincrement, archived integer, color integer, description text,
    freq_den integer, freq_num integer, skip_days integer, skip_days_list integer, highlight integer, name text,
    position integer, reminder_hour integer, reminder_min integer);
create table Checkmarks (id integer primary key autoincrement, habit integer references habits(id),
    timestamp integer, value integer);
create table Repetitions (id integer primary key autoincrement, habit integer references habits(id),
    timestamp integer);
pragma user_version = 9;
"""
Row = Mapping[str, Any]
HABITS: Sequence[Row] = (
    {"id": 7, "name": "Run", "freq_num": 2, "freq_den": 7, "position": 1, "type": 0},
    {"id": 3, "name": "Meditate", "freq_num": 1, "freq_den": 1, "position": 0, "type": 0},
    {"id": 9, "name": "Water", "freq_num": 1, "freq_den": 1, "position": 2, "type": 1},
)
DAYS: Sequence[Row] = (
    {"habit": 3, "timestamp": on("03-06"), "value": 2},
    {"habit": 3, "timestamp": on("03-07"), "value": 0},
    {"habit": 3, "timestamp": on("03-08"), "value": 3},
    {"habit": 3, "timestamp": on("03-09"), "value": -1},
    {"habit": 7, "timestamp": on("03-09"), "value": 2},
    {"habit": 7, "timestamp": on("03-12"), "value": 2},
    {"habit": 9, "timestamp": on("03-12"), "value": 8000},
)


def backup(
    folder: Path, schema: str = NEW_SCHEMA, habits: Sequence[Row] = HABITS, days: Sequence[Row] = DAYS, tail: str = ""
) -> bytes:
    """The database of a backup."""
    file = folder / "making.db"
    file.unlink(missing_ok=True)
    connection = sqlite3.connect(file)
    connection.executescript(schema)
    for table, rows in (("Habits", habits), ("Repetitions", days)):
        for row in rows:
            names, marks = ", ".join(row), ", ".join("?" * len(row))
            connection.execute(f"insert into {table} ({names}) values ({marks})", tuple(row.values()))  # noqa: S608  (our words)
    connection.executescript(tail)
    connection.commit()
    connection.close()
    return file.read_bytes()
