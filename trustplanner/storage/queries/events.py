"""Dated events."""

from sqlalchemy import Connection

from trustplanner.domain.events import Event
from trustplanner.storage import tables
from trustplanner.storage.queries.rows import entities


def events(connection: Connection) -> tuple[Event, ...]:
    """All events in order of their day."""
    return entities(connection, Event, order_by=(tables.events.c.day, tables.events.c.created_at))
