"""Reads the JSON format: from bytes to the rows of a vault, or to the one place where the file is at fault.

Everything is checked before anything is written, and nothing that is not understood is passed over.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from trustplanner.domain.change import Entity
from trustplanner.domain.errors import Code, DamagedError, KnownError, RuleError, UnreadableError
from trustplanner.domain.moments import Setting
from trustplanner.exchange.given_files import content_of
from trustplanner.exchange.json_kinds import (
    MOMENT,
    FaultError,
    Outside,
    Table,
    entry_step,
    field_step,
    whole,
)
from trustplanner.exchange.json_rules import Row, check_rules
from trustplanner.exchange.json_schema import FORMAT, LISTS, PLAN, SETTINGS, TOP_FIELDS, VERSION, Shape

# Ten years of 20 commitments are about 15 MB with 0.7 million values; the second bound is on what a file that was made
# to be absurd can cost in memory and time.
LARGEST_FILE: Final = 40 * 2**20
MOST_VALUES: Final = 1_500_000
_LONGEST_NUMBER: Final = 17  # digits and a sign
_MARKS_BETWEEN_VALUES: Final = (b",", b"[", b"{")
_WORDS: Final = ("true", "false", "null")
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Archive:
    """What a file holds: rows in an order in which they may be written, and settings by their name."""

    rows: tuple[Entity, ...]
    settings: tuple[Setting, ...]


def read_archive_file(path: Path) -> Archive:
    """Read a file.

    Raises:
        UnreadableError: FILE_MISSING, FILE_IS_FOLDER, FILE_NOT_REGULAR, FILE_TOO_LARGE and the like.
        DamagedError, RuleError: as `read_archive`.
    """
    return read_archive(content_of(path, LARGEST_FILE), str(path))


def read_archive(content: bytes, path: str) -> Archive:
    """Read the bytes of a file at `path`.

    Raises:
        DamagedError: FILE_EMPTY, NOT_UTF8, IMPORT_CUT_OFF, FILE_FOREIGN, FILE_NEWER.
        UnreadableError: FILE_TOO_LARGE, if it holds more values than any vault could.
        RuleError: IMPORT_INVALID, with the `place` of the first fault and what was `expected` there.
    """
    raw = _parsed(content, path)
    _require_ours(raw, path)
    try:
        rows, settings = _read_top(raw)
        check_rules(rows)
    except FaultError as fault:
        raise _invalid(fault.place, fault.expected) from None
    return Archive(tuple(row.entity for row in rows), settings)


def _invalid(place: str, expected: str) -> RuleError:
    return RuleError(Code.IMPORT_INVALID, place=place, expected=expected)


# From bytes to JSON


def _parsed(content: bytes, path: str) -> Any:
    if not content.strip():
        raise DamagedError(Code.FILE_EMPTY, path=path)
    if content.startswith(_BYTE_ORDER_MARK):
        raise _invalid("line 1, column 1", "no byte order mark")
    if sum(map(content.count, _MARKS_BETWEEN_VALUES)) > MOST_VALUES:
        raise UnreadableError(Code.FILE_TOO_LARGE, path=path)
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        is_cut = error.reason == "unexpected end of data" and content.lstrip().startswith(b"{")
        raise DamagedError(Code.IMPORT_CUT_OFF if is_cut else Code.NOT_UTF8, path=path) from None
    del content
    try:
        return json.loads(text, object_pairs_hook=Table, parse_constant=_outside, parse_int=_whole_number)
    except json.JSONDecodeError as error:
        raise _not_json(error, path) from None
    except RecursionError:
        raise _invalid("line 1, column 1", "no list or object so deep inside others") from None


def _not_json(error: json.JSONDecodeError, path: str) -> KnownError:
    """A file that ends too early was cut; one that is wrong before its end was never right."""
    if error.doc.lstrip().startswith("{") and _is_cut(error):
        return DamagedError(Code.IMPORT_CUT_OFF, path=path)
    if error.pos == 0:
        return DamagedError(Code.FILE_FOREIGN, path=path)
    return _invalid(f"line {error.lineno}, column {error.colno}", "JSON")


def _is_cut(error: json.JSONDecodeError) -> bool:
    """Whether the end of the file was reached in the middle of something: a word, a text, or between two values."""
    rest = error.doc[error.pos :].rstrip()
    return any(word.startswith(rest) for word in _WORDS) or error.msg.startswith("Unterminated string")


def _outside(_word: str) -> Outside:
    return Outside()


def _whole_number(digits: str) -> int | Outside:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else Outside()


def _require_ours(raw: Any, path: str) -> None:
    """The file says what it is, and in a version this program knows."""
    if not isinstance(raw, Table) or raw.get("format") != FORMAT:
        raise DamagedError(Code.FILE_FOREIGN, path=path)
    version = raw.get("version")
    if type(version) is int and version > VERSION:
        raise DamagedError(Code.FILE_NEWER, path=path)


# From JSON to rows


class _Parent(NamedTuple):
    """The object that rows stand inside."""

    attribute: str
    id: str


def _read_top(raw: Table) -> tuple[list[Row], tuple[Setting, ...]]:
    _require_fields(raw, TOP_FIELDS)
    _at(field_step("version"), whole(VERSION, VERSION).read, raw["version"])
    _at(field_step("exported_at"), MOMENT.read, raw["exported_at"])
    rows: list[Row] = []
    if raw["plan"] is not None:
        rows.extend(_read_object(PLAN, raw["plan"], "plan", None))
    for name, shape in LISTS.items():
        rows.extend(_read_list(shape, raw[name], name, None))
    return rows, tuple(_read_settings(raw["settings"]))


def _read_list(shape: Shape, raw: Any, place: str, parent: str | None) -> Iterator[Row]:
    if type(raw) is not list:
        raise FaultError("list", place)
    for index, entry in enumerate(raw):
        yield from _read_object(shape, entry, place + entry_step(index), parent)


def _read_object(shape: Shape, raw: Any, place: str, parent: str | None) -> Iterator[Row]:
    """The row of one object, then the rows of what stands inside it."""
    try:
        values = _read_fields(shape, raw)
    except FaultError as fault:
        raise fault.inside(place) from None
    if parent is not None and shape.parent is not None:
        values[shape.parent] = parent
        if shape.made_id is not None:
            values["id"] = shape.made_id(parent, values)
    entity = shape.entity_type(**values)
    yield Row(place, shape, entity)
    for name, part in shape.parts.items():
        yield from _read_list(part, raw[name], place + field_step(name), entity.id)


def _read_fields(shape: Shape, raw: Any) -> dict[str, Any]:
    table = _require_fields(raw, shape.names)
    values: dict[str, Any] = {}
    for each in shape.fields:
        try:
            values[each.attribute] = each.kind.read(table[each.name])
        except FaultError as fault:
            raise fault.inside(field_step(each.name)) from None
    return values


def _read_settings(raw: Any) -> Iterator[Setting]:
    try:
        table = _require_fields(raw, tuple(each.name for each in SETTINGS))
        for each in SETTINGS:
            if table[each.name] is not None:
                value = _at(field_step(each.name), each.kind.read, table[each.name])
                yield Setting(each.name, each.to_vault(value))
    except FaultError as fault:
        raise fault.inside("settings") from None


def _require_fields(raw: Any, names: tuple[str, ...]) -> Table:
    """Exactly these fields, each once."""
    if not isinstance(raw, Table):
        raise FaultError("object")
    if raw.repeated is not None:
        raise FaultError("each field once", field_step(raw.repeated))
    for name in names:
        if name not in raw:
            raise FaultError("a field of this name", field_step(name))
    if len(raw) != len(names):
        unknown = next(name for name in raw if name not in names)
        raise FaultError("no field of this name", field_step(unknown))
    return raw


def _at(step: str, read: Any, raw: Any) -> Any:
    try:
        return read(raw)
    except FaultError as fault:
        raise fault.inside(step) from None
