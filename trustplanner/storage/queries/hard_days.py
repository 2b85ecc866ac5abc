"""Hard days and places."""

from sqlalchemy import Connection

from trustplanner.domain.hard_days import HardDay
from trustplanner.storage.plan_tables import hard_days as table
from trustplanner.storage.queries.rows import Rows

_ALL = Rows(HardDay, order_by=(table.c.day, table.c.created_at, table.c.id))


def hard_days(connection: Connection) -> tuple[HardDay, ...]:
    """All of them, places without a date first, then by their first date; released ones too."""
    return _ALL.all(connection)
