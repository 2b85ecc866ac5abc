"""Everything in a vault as one JSON file, and back. `docs/json_format.md` describes the format.

Drafts are left out: they are what a window had not saved yet. So are settings of a screen.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any

from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.moments import Now
from trustplanner.exchange.json_kinds import MOMENT
from trustplanner.exchange.json_reading import Archive
from trustplanner.exchange.json_schema import FORMAT, LISTS, PLAN, SETTINGS, SHAPES, VERSION, Shape
from trustplanner.exchange.readers import Reader
from trustplanner.storage.queries.plans import settings
from trustplanner.storage.queries.rows import entities
from trustplanner.storage.unit_of_work import UnitOfWork

Rows = defaultdict[tuple[str, str | None], list[Any]]


# Out


def export_archive(vault: Reader, exported_at: datetime) -> bytes:
    """The whole vault as the bytes of a file: the same for the same entries, but for `exported_at`.

    One row stands on each line: small enough, and readable in any editor.
    """
    rows = _rows(vault)
    plan = rows[PLAN.section, None]
    top = {
        "format": _line(FORMAT),
        "version": _line(VERSION),
        "exported_at": _line(MOMENT.write(exported_at)),
        "plan": _object(PLAN, plan[0], rows, " ") if plan else _line(None),
        **{name: _list(shape, None, rows, " ") for name, shape in LISTS.items()},
        "settings": _line(settings_in_words(vault)),
    }
    return f"{_braced(top, '')}\n".encode()


def _rows(vault: Reader) -> Rows:
    """All rows by the list they stand in and the object that holds it, in the order of the file."""
    found: Rows = defaultdict(list)
    for shape in SHAPES:
        for row in ordered_rows(vault, shape):
            found[shape.section, getattr(row, shape.parent) if shape.parent else None].append(row)
    return found


def ordered_rows(vault: Reader, shape: Shape) -> list[Any]:
    """All rows of one kind in the order in which they leave."""
    return sorted(vault.read(entities, shape.entity_type), key=partial(_order, shape))


def _order(shape: Shape, row: Any) -> list[tuple[bool, Any]]:
    values = (getattr(row, attribute) for attribute in shape.order)
    return [(value is not None, value) for value in values]


def _list(shape: Shape, parent: str | None, rows: Rows, indent: str) -> str:
    found = rows.get((shape.section, parent))
    if not found:
        return "[]"
    inner = f"{indent} "
    lines = ",\n".join(f"{inner}{_object(shape, row, rows, inner)}" for row in found)
    return f"[\n{lines}\n{indent}]"


def _object(shape: Shape, row: Any, rows: Rows, indent: str) -> str:
    own = {each.name: each.kind.write(getattr(row, each.attribute)) for each in shape.fields}
    if not shape.parts:
        return _line(own)
    parts = {name: _list(part, row.id, rows, f"{indent} ") for name, part in shape.parts.items()}
    return _braced({name: _line(value) for name, value in own.items()} | parts, indent)


def _braced(fields: dict[str, str], indent: str) -> str:
    lines = ",\n".join(f"{indent} {_line(name)}: {value}" for name, value in fields.items())
    return f"{{\n{lines}\n{indent}}}"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def settings_in_words(vault: Reader) -> dict[str, Any]:
    """Every setting of the plan as the file says it; None for one that was never changed."""
    values: Mapping[str, str] = vault.read(settings)
    known = {each.name: values.get(each.name, "") for each in SETTINGS}
    return {
        each.name: each.kind.write(each.from_vault(known[each.name])) if known[each.name] else None for each in SETTINGS
    }


# In


def take_in(unit: UnitOfWork, now: Now, archive: Archive) -> bool:  # noqa: ARG001  (every action is given the moment)
    """Write everything a file holds into a new vault; False if the vault holds all of it already.

    Settings that the file does not give stay as they are.

    Raises:
        RuleError: IMPORT_CONFLICT if the vault holds anything else; nothing is changed then.
    """
    if not needs_writing(unit, archive):
        return False
    for entity in (*archive.rows, *archive.settings):
        unit.put(entity)
    return True


def needs_writing(vault: Reader, archive: Archive) -> bool:
    """Whether a vault is new and a file can be written into it; False if it holds everything in the file already.

    Raises:
        RuleError: IMPORT_CONFLICT if the vault holds anything else.
    """
    wanted: dict[type[Any], set[Any]] = {}
    for entity in (*archive.rows, *archive.settings):
        wanted.setdefault(type(entity), set()).add(entity)
    if all(found <= set(vault.read(entities, entity_type)) for entity_type, found in wanted.items()):
        return False
    if any(vault.read(entities, shape.entity_type) for shape in SHAPES):
        raise RuleError(Code.IMPORT_CONFLICT)
    return True
