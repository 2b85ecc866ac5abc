"""Everything in a vault goes out as tables, and no cell is taken for a formula."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.full_vault import PASSPHRASE, make_full_vault
from trustplanner.actions import harms
from trustplanner.actions.runner import Runner
from trustplanner.exchange.csv_tables import ABOUT, SETTINGS_TABLE, columns_of, export_tables, guarded, unguarded
from trustplanner.exchange.json_archive import export_archive
from trustplanner.exchange.json_kinds import CODES, PARTS, SAFETY_ANSWERS
from trustplanner.exchange.json_schema import LISTS, PLAN, SHAPES, Field, Shape
from trustplanner.storage.vault import Vault

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
PAGE = (Path(__file__).parents[2] / "docs" / "csv_tables.md").read_text(encoding="utf-8")
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "'", "''")


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    with Vault.open(make_full_vault(tmp_path_factory.mktemp("full")), PASSPHRASE, writable=False) as vault:
        yield vault


def tables(content: bytes) -> dict[str, list[dict[str, str]]]:
    """Every table as a spreadsheet would read it, without guards taken away."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        read = {name: archive.read(name).decode() for name in archive.namelist()}
    return {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
        for name, text in read.items()
    }


def as_in_json(field: Field, found: str) -> Any:
    """A cell as the JSON has it: what is empty is null, unless the field takes an empty text."""
    kind = field.kind
    if kind in (PARTS, CODES, SAFETY_ANSWERS):
        return json.loads(found)
    if not found and kind.name.endswith("or null"):
        return None
    if re.match(r"whole number|sequence|position|true or false", kind.name):
        return json.loads(found)
    return unguarded(found)


def rows_in_json(shape: Shape, above: list[dict[str, Any]], parent: str | None = None) -> Iterator[tuple[Shape, Any]]:
    for row in above:
        own = {field.name: row[field.name] for field in shape.fields}
        yield shape, own if shape.parent is None else {shape.parent: parent, **own}
        for name, part in shape.parts.items():
            yield from rows_in_json(part, row[name], row["id"])


def test_the_tables_hold_what_the_json_holds_and_nothing_else(full: Vault) -> None:
    found = tables(export_tables(full, NOON))
    raw = json.loads(export_archive(full, NOON))
    wanted: dict[str, list[dict[str, Any]]] = {shape.section: [] for shape in SHAPES}
    for shape, row in rows_in_json(PLAN, [raw["plan"]]):
        wanted[shape.section].append(row)
    for name, top in LISTS.items():
        for shape, row in rows_in_json(top, raw[name]):
            wanted[shape.section].append(row)
    assert found.keys() == wanted.keys() | {"about", "settings"}
    for shape in SHAPES:
        kinds = {field.name: field for field in shape.fields}
        read = [
            {name: as_in_json(kinds[name], value) if name in kinds else value for name, value in row.items()}
            for row in found[shape.section]
        ]
        assert read, shape.section
        assert sorted(read, key=repr) == sorted(wanted[shape.section], key=repr)
    assert found["about"] == [{"format": "trustplanner", "version": "1", "exported_at": "2026-05-04T12:00:00.000Z"}]
    assert {row["name"]: row["value"] for row in found["settings"]} == {
        name: str(value) for name, value in raw["settings"].items()
    }


def test_the_same_vault_gives_the_same_bytes_readable_only_by_their_owner(full: Vault) -> None:
    content = export_tables(full, NOON)
    assert export_tables(full, NOON) == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for entry in archive.infolist():
            assert entry.external_attr >> 16 == 0o600
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)


@pytest.mark.parametrize("words", FORMULAS)
def test_no_words_are_taken_for_a_formula_and_all_come_back(runner: Runner, vault: Vault, words: str) -> None:
    runner.do("Harm", harms.add_harm, f"{words}.")
    runner.do("Harm", harms.add_harm, "the 1st, “so” she said, a = b")
    found = [row["words"] for row in tables(export_tables(vault, NOON))["harms"]]
    assert found[0][0] == "'"
    kept = [row["words"] for row in json.loads(export_archive(vault, NOON))["harms"]]
    assert [unguarded(each) for each in found] == kept
    assert found[1] == kept[1]


@given(st.text())
def test_every_text_is_guarded_reversibly(words: str) -> None:
    assert unguarded(guarded(words)) == words
    assert not guarded(words).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_new_vault_gives_every_table_with_its_columns_only(vault: Vault) -> None:
    content = export_tables(vault, NOON)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for shape in SHAPES:
            assert archive.read(f"{shape.section}.csv").decode() == ",".join(columns_of(shape)) + "\r\n"


def test_every_table_and_column_is_documented() -> None:
    documented = dict(re.findall(r"^\| `(\w+)\.csv` \| (.+) \|$", PAGE, re.MULTILINE))
    known = {shape.section: columns_of(shape) for shape in SHAPES} | dict((ABOUT, SETTINGS_TABLE))
    assert {name: tuple(re.findall(r"`(\w+)`", columns)) for name, columns in documented.items()} == known
