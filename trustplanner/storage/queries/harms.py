"""Harms and repairs."""

from sqlalchemy import Connection

from trustplanner.domain.harms import Harm, Repair
from trustplanner.storage import tables
from trustplanner.storage.queries.rows import Rows

_HARMS = Rows(Harm, order_by=(tables.harms.c.position, tables.harms.c.created_at))
_REPAIRS = Rows(Repair, order_by=(tables.repairs.c.position, tables.repairs.c.created_at))


def harms(connection: Connection) -> tuple[Harm, ...]:
    """All harms in the order the person gave them."""
    return _HARMS.all(connection)


def repairs(connection: Connection) -> tuple[Repair, ...]:
    """All repairs in the order the person gave them."""
    return _REPAIRS.all(connection)
