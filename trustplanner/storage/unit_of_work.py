"""One transaction's reads and writes, and the record of what they changed.

Actions get a unit, put and delete entities, and never commit. Statements are built once for each table.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from sqlalchemy import (
    Connection,
    Delete,
    Insert,
    Select,
    Table,
    Update,
    bindparam,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from trustplanner.domain.change import Change, Edit, Entity
from trustplanner.domain.commitments import Commitment, Pause, Terms
from trustplanner.domain.errors import Code, RuleError
from trustplanner.storage.tables import TABLES

E = TypeVar("E", bound=Entity)
P = ParamSpec("P")
R = TypeVar("R")
Key = str | int


@dataclass(frozen=True, slots=True)
class _Statements:
    """The four statements of one table, compiled once by SQLAlchemy's cache."""

    key: str
    get: Select[Any]
    insert: Insert
    update: Update
    delete: Delete


def _prepared(table: Table[Any]) -> _Statements:
    (key,) = (column.name for column in table.primary_key)
    is_this_row = table.c[key] == bindparam("row_key")
    return _Statements(
        key=key,
        get=select(table).where(is_this_row),
        insert=insert(table),
        update=update(table).where(is_this_row),
        delete=delete(table).where(is_this_row),
    )


_ASKS: frozenset[type[Any]] = frozenset({Commitment, Terms, Pause})
_PREPARED: dict[type[Any], _Statements] = {entity_type: _prepared(table) for entity_type, table in TABLES.items()}
_FIELD_NAMES: dict[type[Any], tuple[str, ...]] = {
    entity_type: tuple(field.name for field in fields(entity_type)) for entity_type in TABLES
}


def values_of(entity: Entity) -> dict[str, Any]:
    """The entity's fields by name, not copied deeply."""
    return {name: getattr(entity, name) for name in _FIELD_NAMES[type(entity)]}


def key_of(entity: Entity) -> Key | None:
    """The primary key; None for a sequenced row that is not written yet."""
    return cast("Key | None", getattr(entity, _PREPARED[type(entity)].key))


def _without_lone_surrogates(entity: E) -> E:
    """Half characters, which a broken input method or paste can leave, cannot be stored: a mark stands for them."""
    spoiled = {
        name: value.encode("utf-8", "replace").decode()
        for name, value in values_of(entity).items()
        if isinstance(value, str) and not value.isascii() and not _is_storable(value)
    }
    return cast("E", replace(cast("Any", entity), **spoiled)) if spoiled else entity


def _is_storable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


class UnitOfWork:
    """The rows one transaction reads and writes.

    `remembered` is what `read_standing` found in transactions before; a vault keeps it.
    """

    def __init__(self, connection: Connection, remembered: dict[Any, Any] | None = None) -> None:
        self._connection = connection
        self._remembered = {} if remembered is None else remembered
        self._before: dict[tuple[type[Entity], Key], Entity | None] = {}
        self._after: dict[tuple[type[Entity], Key], Entity | None] = {}
        self._changed_types: set[type[Entity]] = set()

    def read(self, query: Callable[Concatenate[Connection, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run one of the queries inside this transaction."""
        return query(self._connection, *args, **kwargs)

    def read_standing(self, query: Callable[[Connection, str], R], key: str) -> R:
        """Like `read`, for what is asked of a commitment: found once, it is remembered until such a row is written."""
        if self.has_changed_what_is_asked:
            return query(self._connection, key)
        if (query, key) not in self._remembered:
            self._remembered[query, key] = query(self._connection, key)
        return cast("R", self._remembered[query, key])

    @property
    def has_changed_what_is_asked(self) -> bool:
        """Whether a commitment, its terms or a pause was written or deleted so far."""
        return not self._changed_types.isdisjoint(_ASKS)

    def get(self, entity_type: type[E], key: Key) -> E | None:
        """The row with this key, or None."""
        row = self._connection.execute(_PREPARED[entity_type].get, {"row_key": key}).first()
        return None if row is None else entity_type(*row)

    def require(self, entity_type: type[E], key: Key) -> E:
        """The row with this key.

        Raises:
            RuleError: NOT_FOUND.
        """
        found = self.get(entity_type, key)
        if found is None:
            raise RuleError(Code.NOT_FOUND)
        return found

    def put(self, entity: E) -> E:
        """Insert or update a row; returns it as it was written, with its sequence number if it had none."""
        entity = _without_lone_surrogates(entity)
        key = key_of(entity)
        if key is None:
            return self._append(entity)
        before = self.get(type(entity), key)
        if before == entity:
            return entity
        statements = _PREPARED[type(entity)]
        if before is None:
            self._connection.execute(statements.insert, values_of(entity))
        else:
            self._connection.execute(statements.update, {"row_key": key} | values_of(entity))
        self._note(type(entity), key, before, entity)
        return entity

    def delete(self, entity: Entity) -> None:
        """Delete a row; one that is not there is a mistake of the caller and refused.

        Raises:
            RuleError: NOT_FOUND.
        """
        key = key_of(entity)
        before = None if key is None else self.get(type(entity), key)
        if key is None or before is None:
            raise RuleError(Code.NOT_FOUND)
        self._connection.execute(_PREPARED[type(entity)].delete, {"row_key": key})
        self._note(type(entity), key, before, None)

    def apply(self, change: Change) -> None:
        """Write the after side of a change, if every row still is as its before side says.

        Raises:
            RuleError: CHANGED_SINCE, before anything is written, or when a row that goes is one that others refer to.
        """
        for edit in change.edits:
            row = edit.before if edit.before is not None else edit.after
            key = None if row is None else key_of(row)
            if key is None or self.get(edit.entity_type, key) != edit.before:
                raise RuleError(Code.CHANGED_SINCE)
        try:
            for edit in change.edits:
                if edit.after is not None:
                    self.put(edit.after)
                elif edit.before is not None:
                    self.delete(edit.before)
        except IntegrityError as error:
            raise RuleError(Code.CHANGED_SINCE) from error

    def has_changed(self, entity_type: type[Entity]) -> bool:
        """Whether a row of this kind was written or deleted so far."""
        return entity_type in self._changed_types

    def change(self, label: str) -> Change:
        """What this unit has changed so far, rows that ended as they began left out."""
        edits = (Edit(before, self._after[row]) for row, before in self._before.items())
        return Change(label, tuple(edit for edit in edits if edit.before != edit.after))

    def _append(self, entity: E) -> E:
        values = values_of(entity)
        del values["seq"]
        result = self._connection.execute(_PREPARED[type(entity)].insert, values)
        (seq,) = cast("tuple[int]", result.inserted_primary_key)
        written = cast("E", replace(cast("Any", entity), seq=seq))
        self._note(type(entity), seq, None, written)
        return written

    def _note(self, entity_type: type[Any], key: Key, before: Entity | None, after: Entity | None) -> None:
        self._before.setdefault((entity_type, key), before)
        self._after[entity_type, key] = after
        self._changed_types.add(entity_type)
