"""Dated events."""

from sqlalchemy import Connection

from trustplanner.domain.events import Event
from trustplanner.storage import plan_tables
from trustplanner.storage.queries.rows import Rows

_EVENTS = Rows(Event, order_by=(plan_tables.events.c.day, plan_tables.events.c.created_at))


def events(connection: Connection) -> tuple[Event, ...]:
    """All events in order of their day."""
    return _EVENTS.all(connection)
