"""Rows of one table as entities, by statements that are built once: building one takes longer than running it."""

from collections.abc import Sequence
from itertools import starmap
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import ColumnElement, Connection, Select, Table, select

from trustplanner.domain.change import Entity
from trustplanner.storage.tables import TABLES

E = TypeVar("E", bound=Entity)


class Rows(Generic[E]):
    """The rows of one table that fulfil all conditions, in an order; conditions name their values with `bindparam`.

    The columns of a table stand in the order of the entity's fields, which a test compares.
    """

    def __init__(
        self,
        entity_type: type[E],
        *where: ColumnElement[bool],
        order_by: Sequence[ColumnElement[Any]] = (),
        most: int | None = None,
    ) -> None:
        self._entity_type = entity_type
        table: Table[Any] = TABLES[cast("type[Any]", entity_type)]
        self._statement: Select[Any] = select(table).where(*where).order_by(*order_by).limit(most)

    def all(self, connection: Connection, **values: object) -> tuple[E, ...]:
        """Every such row."""
        return tuple(starmap(self._entity_type, connection.execute(self._statement, values)))

    def first(self, connection: Connection, **values: object) -> E | None:
        """The first such row, or None."""
        row = connection.execute(self._statement, values).first()
        return None if row is None else self._entity_type(*row)


_WHOLE_TABLES: dict[type[Any], Rows[Any]] = {entity_type: Rows(entity_type) for entity_type in TABLES}


def entities(connection: Connection, entity_type: type[E]) -> tuple[E, ...]:
    """Every row of one table, in no promised order."""
    return cast("tuple[E, ...]", _WHOLE_TABLES[entity_type].all(connection))
