"""Sessions and their agenda."""

from sqlalchemy import Connection, bindparam

from trustplanner.domain.sessions import AgendaLine, Session
from trustplanner.storage.plan_tables import agenda_lines
from trustplanner.storage.plan_tables import sessions as table
from trustplanner.storage.queries.rows import Rows

_SESSIONS = Rows(Session, order_by=(table.c.day, table.c.at_minute))
_AGENDA = Rows(AgendaLine, agenda_lines.c.session_id == bindparam("session"), order_by=(agenda_lines.c.position,))


def sessions(connection: Connection) -> tuple[Session, ...]:
    """All sessions in order of time."""
    return _SESSIONS.all(connection)


def agenda(connection: Connection, session_id: str) -> tuple[AgendaLine, ...]:
    """The agenda of one session, in order."""
    return _AGENDA.all(connection, session=session_id)
