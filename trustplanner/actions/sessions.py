"""Sessions and what is to be talked about in them."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from trustplanner.domain.days import require_possible
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.moments import Now
from trustplanner.domain.sessions import AgendaLine, Session
from trustplanner.storage.queries.sessions import agenda, left_by_session
from trustplanner.storage.queries.their_voice import readings
from trustplanner.storage.unit_of_work import UnitOfWork


def add_session(unit: UnitOfWork, now: Now, day: date, at_minute: int | None, with_whom: str) -> Session:
    """Set the date of a session, coming or past.

    Raises:
        RuleError: DATE_IMPOSSIBLE.
    """
    return unit.put(Session(str(uuid4()), require_possible(day), at_minute, with_whom.strip(), now.at))


def change_session(
    unit: UnitOfWork, now: Now, session_id: str, day: date, at_minute: int | None, with_whom: str
) -> Session:
    """Change date, time or with whom."""
    before = unit.require(Session, session_id)
    return unit.put(replace(before, day=require_possible(day), at_minute=at_minute, with_whom=with_whom.strip()))


def delete_session(unit: UnitOfWork, now: Now, session_id: str) -> None:
    """Delete a session with its agenda and what it left. Readings given in it stay: they are theirs."""
    for row in (*unit.read(agenda, session_id), *unit.read(left_by_session, session_id)):
        unit.delete(row)
    for reading in unit.read(readings):
        if reading.session_id == session_id:
            unit.put(replace(reading, session_id=None))
    unit.delete(unit.require(Session, session_id))


def add_agenda_line(unit: UnitOfWork, now: Now, session_id: str, words: str) -> AgendaLine:
    """Add one thing to talk about.

    Raises:
        RuleError: WORDS_MISSING, NOT_FOUND.
    """
    unit.require(Session, session_id)
    if not words.strip():
        raise RuleError(Code.WORDS_MISSING)
    position = max((line.position for line in unit.read(agenda, session_id)), default=-1) + 1
    return unit.put(AgendaLine(str(uuid4()), session_id, position, words.strip()))


def reword_agenda_line(unit: UnitOfWork, now: Now, line_id: str, words: str) -> AgendaLine:
    """Say one thing on the agenda in other words."""
    if not words.strip():
        raise RuleError(Code.WORDS_MISSING)
    return unit.put(replace(unit.require(AgendaLine, line_id), words=words.strip()))


def delete_agenda_line(unit: UnitOfWork, now: Now, line_id: str) -> None:
    """Take one thing off the agenda."""
    unit.delete(unit.require(AgendaLine, line_id))
