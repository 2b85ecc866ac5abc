"""Everything in a vault as CSV tables in a zip, for spreadsheets. `docs/csv_tables.md` describes them.

What leaves is what leaves in the JSON: the same kinds of rows, with the same fields, in the same order.
"""

import csv
import io
import json
import zipfile
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from trustplanner.exchange.json_archive import ordered_rows, settings_in_words
from trustplanner.exchange.json_kinds import MOMENT
from trustplanner.exchange.json_schema import FORMAT, SHAPES, VERSION, Shape
from trustplanner.exchange.readers import Reader

GUARD: Final = "'"
# What makes a spreadsheet calculate. The wide forms do so in some languages; the guard itself has to come back.
GUARDED: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", GUARD)
ABOUT: Final = ("about", ("format", "version", "exported_at"))
SETTINGS_TABLE: Final = ("settings", ("name", "value"))
_OLDEST: Final = (1980, 1, 1, 0, 0, 0)  # a zip holds no earlier moment; the real one stands in the table "about"
_PRIVATE: Final = 0o600 << 16


def columns_of(shape: Shape) -> tuple[str, ...]:
    """The columns of one table: what its rows stand inside, if anything, then the fields of the JSON but the lists."""
    own = tuple(each.name for each in shape.fields)
    return own if shape.parent is None else (shape.parent, *own)


def export_tables(vault: Reader, exported_at: datetime) -> bytes:
    """The whole vault as the bytes of a zip: the same for the same entries, but for `exported_at`."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, *ABOUT, [(FORMAT, VERSION, MOMENT.write(exported_at))])
        for shape in SHAPES:
            _add(archive, shape.section, columns_of(shape), (_row(shape, row) for row in ordered_rows(vault, shape)))
        _add(archive, *SETTINGS_TABLE, settings_in_words(vault).items())
    return content.getvalue()


def _add(archive: zipfile.ZipFile, name: str, columns: Iterable[str], rows: Iterable[Iterable[Any]]) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)
    entry = zipfile.ZipInfo(f"{name}.csv", _OLDEST)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = _PRIVATE
    archive.writestr(entry, text.getvalue().encode())


def _row(shape: Shape, row: Any) -> list[Any]:
    own = [each.kind.write(getattr(row, each.attribute)) for each in shape.fields]
    return own if shape.parent is None else [getattr(row, shape.parent), *own]


def cell(value: Any) -> str:
    """One value of the JSON as a cell: nothing for null, a list or an object as JSON, a text guarded.

    Numbers are not guarded: a minus before figures calculates nothing.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return guarded(value)
    return json.dumps(value, ensure_ascii=False)


def guarded(words: str) -> str:
    """Words that no spreadsheet takes for a formula: with an apostrophe before what one might."""
    return GUARD + words if words.startswith(GUARDED) else words


def unguarded(words: str) -> str:
    """The words as they were: without the apostrophe that guarded them."""
    return words.removeprefix(GUARD)
