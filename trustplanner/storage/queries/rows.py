"""Whole tables and filtered rows as entities: what most queries are made of."""

from collections.abc import Sequence
from typing import Any, TypeVar, cast

from sqlalchemy import ColumnElement, Connection, Select, Table, select

from trustplanner.domain.change import Entity
from trustplanner.storage.tables import TABLES
from trustplanner.storage.unit_of_work import entity_of

E = TypeVar("E", bound=Entity)


def entities(
    connection: Connection,
    entity_type: type[E],
    *where: ColumnElement[bool],
    order_by: Sequence[ColumnElement[Any]] = (),
) -> tuple[E, ...]:
    """The rows of one table that fulfil all conditions, in the order asked for."""
    table: Table[Any] = TABLES[cast("type[Any]", entity_type)]
    statement: Select[Any] = select(table).where(*where).order_by(*order_by)
    return tuple(entity_of(entity_type, row) for row in connection.execute(statement).mappings())
