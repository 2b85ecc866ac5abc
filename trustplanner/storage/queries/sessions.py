"""Sessions and their agenda."""

from sqlalchemy import Connection

from trustplanner.domain.sessions import AgendaLine, Session
from trustplanner.storage import tables
from trustplanner.storage.queries.rows import entities


def sessions(connection: Connection) -> tuple[Session, ...]:
    """All sessions in order of time."""
    return entities(connection, Session, order_by=(tables.sessions.c.day, tables.sessions.c.at_minute))


def agenda(connection: Connection, session_id: str) -> tuple[AgendaLine, ...]:
    """The agenda of one session, in order."""
    column = tables.agenda_lines.c
    return entities(connection, AgendaLine, column.session_id == session_id, order_by=(column.position,))
