"""The schema: columns are the fields, codes are checked, tables are strict, and every row comes back as it went in."""

import re
import sqlite3
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Connection, Integer, Text
from sqlalchemy.exc import IntegrityError

from tests.storage.examples import DAY, ENTITY_TYPES, MOMENT, NEVER_EMPTY, NUMBER, an_example, meant_type, with_parents
from trustplanner.domain.change import TOPICS
from trustplanner.domain.commitments import Pause, Terms
from trustplanner.domain.days import EARLIEST_DAY, LATEST_DAY
from trustplanner.domain.moments import Draft
from trustplanner.domain.schedules import Schedule, Unit, daily, every, on_month_day, once, times_a
from trustplanner.domain.views import TheirView
from trustplanner.storage.columns import Day, Flag, Moment, ScheduleText, Word
from trustplanner.storage.tables import TABLES, metadata
from trustplanner.storage.unit_of_work import values_of
from trustplanner.storage.vault import Vault

TEXTS = {
    "empty": "",
    "emoji": "\N{PENSIVE FACE}\N{FAMILY}\N{ZERO WIDTH JOINER}\N{HEAVY BLACK HEART}",
    "right to left": "\N{RIGHT-TO-LEFT OVERRIDE}\u0633\u0644\u0627\u0645 \u05e9\u05dc\u05d5\u05dd",
    "ten thousand characters": "\u00e4" * 10_000,
    "a character of zero": "before\x00after",
    "lines and quotes": "one\r\ntwo\n\tthree ' \" ; -- % ? :name \\",
    "combining": "e\u0301 \ufeff \u2028 \x1f",
}
TIMES = [
    (EARLIEST_DAY, datetime(1970, 1, 1, tzinfo=UTC)),
    (LATEST_DAY, datetime(2199, 12, 31, 23, 59, 59, 999000, tzinfo=UTC)),
    (date.min, datetime(1, 1, 2, tzinfo=UTC)),
    (date.max, datetime(9999, 12, 30, tzinfo=UTC)),
    (date(2028, 2, 29), MOMENT),
]
COLUMNS = [(kind, column) for kind, table in TABLES.items() for column in table.columns]


def column_name(case: Any) -> str:
    return f"{case[0].__name__}.{case[1].name}"


def statement(change: str, *values: Any) -> Callable[[Connection], list[Any]]:
    """Raw SQL, past our own code."""

    def run(connection: Connection) -> list[Any]:
        result = connection.exec_driver_sql(change, values)
        return list(result) if result.returns_rows else []

    return run


def write_with_parents(vault: Vault, entity: Any) -> Any:
    with vault.transaction() as unit:
        written = {type(row): unit.put(row) for row in with_parents(entity)}
    return written[type(entity)]


def read_back(vault: Vault, entity: Any) -> Any:
    with vault.transaction() as unit:
        return unit.get(type(entity), entity.seq if hasattr(entity, "seq") else entity.id)


# Columns and fields


@pytest.mark.parametrize("kind", ENTITY_TYPES, ids=lambda kind: kind.__name__)
def test_columns_are_the_fields_in_their_order(kind: type[Any]) -> None:
    assert [column.name for column in TABLES[kind].columns] == [field.name for field in fields(kind)]


@pytest.mark.parametrize("case", COLUMNS, ids=column_name)
def test_a_column_lies_in_the_file_as_its_field_means(case: tuple[type[Any], Column[Any]]) -> None:
    kind, column = case
    meant, may_be_none = meant_type(kind, column.name)
    if issubclass(meant, StrEnum):
        assert isinstance(column.type, Word)
        assert column.type.codes is meant
    else:
        expected = {str: Text, bool: Flag, int: Integer, datetime: Moment, date: Day, Schedule: ScheduleText}[meant]
        assert type(column.type) is expected
    assert column.nullable is (may_be_none and not column.primary_key)


def test_every_table_belongs_to_an_entity_and_every_entity_has_a_topic() -> None:
    assert set(TABLES.values()) == set(metadata.tables.values())
    assert TABLES.keys() == TOPICS.keys()


# What the file refuses


def test_every_table_is_strict(vault: Vault) -> None:
    made = vault.read(statement("SELECT name, sql FROM sqlite_schema WHERE type = 'table'"))
    strict = {name for name, sql in made if re.search(r"\)\s*STRICT\s*$", sql)}
    assert strict == set(metadata.tables)


def is_refused(vault: Vault, entity: Any, column: str, value: Any) -> bool:
    table = TABLES[type(entity)]
    (key,) = table.primary_key
    where = getattr(entity, key.name)
    try:
        with vault.transaction() as unit:
            change = f'UPDATE "{table.name}" SET "{column}" = ? WHERE "{key.name}" = ?'  # noqa: S608  (our own names)
            unit.read(statement(change, value, where))
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize("kind", ENTITY_TYPES, ids=lambda kind: kind.__name__)
def test_no_column_takes_a_value_of_another_type(vault: Vault, kind: type[Any]) -> None:
    entity = write_with_parents(vault, an_example(kind))
    for column in TABLES[kind].columns:
        is_number = isinstance(column.type, Integer | Day | Moment | Flag)
        assert is_refused(vault, entity, column.name, "words" if is_number else b"bytes"), column.name


@pytest.mark.parametrize("kind", ENTITY_TYPES, ids=lambda kind: kind.__name__)
def test_only_fields_that_may_be_none_may_be_empty(vault: Vault, kind: type[Any]) -> None:
    entity = write_with_parents(vault, an_example(kind))
    for column in TABLES[kind].columns:
        may_be_empty = column.nullable and column.name not in NEVER_EMPTY
        assert is_refused(vault, entity, column.name, None) is not may_be_empty, column.name


@pytest.mark.parametrize("kind", ENTITY_TYPES, ids=lambda kind: kind.__name__)
def test_every_code_is_taken_and_no_other_word_is(vault: Vault, kind: type[Any]) -> None:
    entity = write_with_parents(vault, an_example(kind))
    for column in TABLES[kind].columns:
        if isinstance(column.type, Word):
            for code in column.type.codes:
                entity = write_with_parents(vault, replace(entity, **{column.name: code}))
                assert getattr(read_back(vault, entity), column.name) is code
            for word in ("", "no such code", str(code).upper()):
                assert is_refused(vault, entity, column.name, word), column.name
        if isinstance(column.type, Flag):
            assert is_refused(vault, entity, column.name, 2), column.name


@pytest.mark.parametrize(
    ("field", "lowest", "highest"),
    [("sureness", 0, 10), ("at_minute", 0, 1439), ("told_minute", 0, 1439)],
)
def test_numbers_stay_within_their_bounds(vault: Vault, field: str, lowest: int, highest: int) -> None:
    for kind in (kind for kind in ENTITY_TYPES if field in TABLES[kind].columns):
        entity = write_with_parents(vault, an_example(kind))
        for value, refused in [(lowest, False), (highest, False), (lowest - 1, True), (highest + 1, True)]:
            assert is_refused(vault, entity, field, value) is refused, kind


@pytest.mark.parametrize("case", [case for case in COLUMNS if case[1].foreign_keys], ids=column_name)
def test_a_reference_to_nothing_is_refused(vault: Vault, case: tuple[type[Any], Column[Any]]) -> None:
    kind, column = case
    assert is_refused(vault, write_with_parents(vault, an_example(kind)), column.name, "nobody")


def test_what_others_refer_to_cannot_be_deleted(vault: Vault) -> None:
    write_with_parents(vault, an_example(Terms))
    with pytest.raises(IntegrityError), vault.transaction() as unit:
        unit.read(statement("DELETE FROM commitments"))


@pytest.mark.parametrize(("terms_seq", "pause_seq"), [(None, None), (NUMBER, NUMBER)])
def test_a_view_is_about_terms_or_about_a_pause(vault: Vault, terms_seq: int | None, pause_seq: int | None) -> None:
    write_with_parents(vault, an_example(Pause, seq=NUMBER))
    about_a_pause = an_example(TheirView, terms_seq=None, pause_seq=NUMBER)
    assert read_back(vault, write_with_parents(vault, about_a_pause)) is not None
    with pytest.raises(IntegrityError):
        write_with_parents(vault, replace(about_a_pause, terms_seq=terms_seq, pause_seq=pause_seq))


def test_an_error_of_the_file_names_no_words(vault: Vault) -> None:
    secret = "what I hid from Ana"
    entity = an_example(Terms, text=secret, commitment_id="nobody")
    with pytest.raises(IntegrityError) as refused, vault.transaction() as unit:
        unit.put(entity)
    assert secret not in str(refused.value)
    assert "hidden due to hide_parameters" in str(refused.value)


# Every row comes back as it went in


@pytest.mark.parametrize("kind", ENTITY_TYPES, ids=lambda kind: kind.__name__)
def test_any_text_comes_back_as_it_was(vault: Vault, kind: type[Any]) -> None:
    for name, text in TEXTS.items():
        written = write_with_parents(vault, an_example(kind, text))
        assert read_back(vault, written) == written, name


@pytest.mark.parametrize("kind", ENTITY_TYPES, ids=lambda kind: kind.__name__)
def test_days_and_moments_come_back_as_they_were(vault: Vault, kind: type[Any]) -> None:
    for day, moment in TIMES:
        written = write_with_parents(vault, an_example(kind, day=day, moment=moment))
        assert read_back(vault, written) == written, day


@pytest.mark.parametrize("kind", ENTITY_TYPES, ids=lambda kind: kind.__name__)
def test_what_may_be_none_comes_back_as_none(vault: Vault, kind: type[Any]) -> None:
    empty = [each.name for each in fields(kind) if meant_type(kind, each.name)[1] and each.name not in NEVER_EMPTY]
    nothing: dict[str, Any] = dict.fromkeys(empty)
    written = write_with_parents(vault, an_example(kind, **nothing))
    assert read_back(vault, written) == written
    assert all(getattr(written, name) is None for name in nothing if name != "seq")


@pytest.mark.parametrize(
    "schedule",
    [
        daily(),
        every(366, Unit.DAY, EARLIEST_DAY),
        every(52, Unit.WEEK, LATEST_DAY),
        times_a(Unit.WEEK, 7),
        times_a(Unit.MONTH, 28),
        on_month_day(31),
        once(LATEST_DAY),
    ],
    ids=str,
)
def test_schedules_come_back_as_they_were(vault: Vault, schedule: Schedule) -> None:
    written = write_with_parents(vault, an_example(Terms, schedule=schedule))
    assert read_back(vault, written) == written


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_whatever_is_typed_comes_back(vault: Vault, text: str) -> None:
    written = write_with_parents(vault, an_example(Draft, text))
    assert read_back(vault, written).body == text


def test_a_moment_is_kept_to_the_millisecond(vault: Vault) -> None:
    written = write_with_parents(vault, an_example(Draft, moment=MOMENT + timedelta(microseconds=999)))
    assert read_back(vault, written).updated_at == MOMENT


def test_days_lie_in_the_file_as_numbers_that_sql_can_count_with(vault: Vault) -> None:
    write_with_parents(vault, an_example(Terms, day=DAY))
    (row,) = vault.read(statement("SELECT starts_on, (starts_on - 1) / 7, written_at FROM terms"))
    assert row == (DAY.toordinal(), (DAY.toordinal() - 1) // 7, int(MOMENT.timestamp() * 1000))


def test_the_file_cannot_be_read_without_its_key(vault: Vault) -> None:
    write_with_parents(vault, an_example(Draft, "a marker in plain words"))
    assert b"marker" not in vault.path.read_bytes()
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(vault.path).execute("SELECT * FROM drafts")


def test_values_are_the_fields_as_they_are() -> None:
    entity = an_example(Terms)
    assert values_of(entity) == {field.name: getattr(entity, field.name) for field in fields(entity)}
