"""Harms and repairs."""

from sqlalchemy import Connection

from trustplanner.domain.harms import Harm, Payment, Repair
from trustplanner.storage import amends_tables
from trustplanner.storage.queries.rows import Rows

_HARMS = Rows(Harm, order_by=(amends_tables.harms.c.position, amends_tables.harms.c.created_at))
_REPAIRS = Rows(Repair, order_by=(amends_tables.repairs.c.position, amends_tables.repairs.c.created_at))

_PAYMENTS = Rows(Payment, order_by=(amends_tables.payments.c.created_at,))


def harms(connection: Connection) -> tuple[Harm, ...]:
    """All harms in the order the person gave them."""
    return _HARMS.all(connection)


def repairs(connection: Connection) -> tuple[Repair, ...]:
    """All repairs in the order the person gave them."""
    return _REPAIRS.all(connection)


def payments(connection: Connection) -> tuple[Payment, ...]:
    """All payments in the order in which they were written down."""
    return _PAYMENTS.all(connection)
