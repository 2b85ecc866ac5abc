"""Dated events."""

from sqlalchemy import Connection

from trustplanner.domain.events import Event
from trustplanner.storage import tables
from trustplanner.storage.queries.rows import Rows

_EVENTS = Rows(Event, order_by=(tables.events.c.day, tables.events.c.created_at))


def events(connection: Connection) -> tuple[Event, ...]:
    """All events in order of their day."""
    return _EVENTS.all(connection)
