"""Sessions and their agenda."""

from typing import Any

from sqlalchemy import Connection, bindparam

from trustplanner.domain.session_notes import SessionDecision, SessionNote, SessionRating
from trustplanner.domain.sessions import AgendaLine, Session
from trustplanner.storage import session_tables
from trustplanner.storage.plan_tables import agenda_lines
from trustplanner.storage.plan_tables import sessions as table
from trustplanner.storage.queries.rows import Rows

_SESSIONS = Rows(Session, order_by=(table.c.day, table.c.at_minute))
LeftBySession = SessionNote | SessionDecision | SessionRating

_NOTE = Rows(SessionNote, session_tables.session_notes.c.session_id == bindparam("session"))
_ALL_NOTES = Rows(SessionNote, order_by=(session_tables.session_notes.c.id,))
_DECISIONS = Rows(SessionDecision, session_tables.session_decisions.c.session_id == bindparam("session"))
_RATINGS = Rows(SessionRating, session_tables.session_ratings.c.session_id == bindparam("session"))
_ALL_RATINGS = Rows(SessionRating, order_by=(session_tables.session_ratings.c.id,))
_LEFT: tuple[Rows[Any], ...] = (_NOTE, _DECISIONS, _RATINGS)
_AGENDA = Rows(AgendaLine, agenda_lines.c.session_id == bindparam("session"), order_by=(agenda_lines.c.position,))


def left_by_session(
    connection: Connection, session_id: str
) -> tuple[SessionNote | SessionDecision | SessionRating, ...]:
    """What one session left: its note, what was decided, the ratings."""
    return tuple(row for rows in _LEFT for row in rows.all(connection, session=session_id))


def session_note(connection: Connection, session_id: str) -> SessionNote | None:
    """The note of one session, or None."""
    return _NOTE.first(connection, session=session_id)


def session_notes(connection: Connection) -> tuple[SessionNote, ...]:
    """The notes of all sessions."""
    return _ALL_NOTES.all(connection)


def session_decisions(connection: Connection, session_id: str) -> tuple[SessionDecision, ...]:
    """What was decided in one session."""
    return _DECISIONS.all(connection, session=session_id)


def session_ratings(connection: Connection) -> tuple[SessionRating, ...]:
    """The ratings around every session."""
    return _ALL_RATINGS.all(connection)


def sessions(connection: Connection) -> tuple[Session, ...]:
    """All sessions in order of time."""
    return _SESSIONS.all(connection)


def agenda(connection: Connection, session_id: str) -> tuple[AgendaLine, ...]:
    """The agenda of one session, in order."""
    return _AGENDA.all(connection, session=session_id)
