"""What they asked for and what they do not want."""

from sqlalchemy import Connection

from trustplanner.domain.wishes import Wish
from trustplanner.storage import amends_tables
from trustplanner.storage.queries.rows import Rows

_WISHES = Rows(Wish, order_by=(amends_tables.wishes.c.position, amends_tables.wishes.c.created_at))


def wishes(connection: Connection) -> tuple[Wish, ...]:
    """All wishes in the order in which they were written down, lifted ones too."""
    return _WISHES.all(connection)
