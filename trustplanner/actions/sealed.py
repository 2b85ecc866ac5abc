"""Sealed notes: they are sealed before they come here, and nothing below the screen ever knows their words."""

from dataclasses import replace

from trustplanner.actions.sessions import add_agenda_line
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.moments import Now
from trustplanner.domain.sealed import SealedNote
from trustplanner.domain.sessions import AgendaLine, Session
from trustplanner.storage.queries.sealed import sealed_note
from trustplanner.storage.queries.sessions import agenda
from trustplanner.storage.unit_of_work import UnitOfWork


def begin_note(unit: UnitOfWork, now: Now, note_id: str, wrapped: str, sealed: str) -> SealedNote:
    """Begin a note, with its wrapped key and its first, empty words.

    Raises:
        RuleError: CHANGED_SINCE, if there is one already: its words would be lost.
    """
    if unit.read(sealed_note, note_id) is not None:
        raise RuleError(Code.CHANGED_SINCE)
    return unit.put(SealedNote(note_id, wrapped, sealed, now.at, now.at))


def write_note(unit: UnitOfWork, now: Now, note_id: str, sealed: str) -> SealedNote:
    """Save a note as it is typed.

    Raises:
        RuleError: NOT_FOUND.
    """
    return unit.put(replace(unit.require(SealedNote, note_id), sealed=sealed, updated_at=now.at))


def remove_note(unit: UnitOfWork, now: Now, note_id: str) -> None:
    """Remove a whole note.

    Raises:
        RuleError: NOT_FOUND.
    """
    unit.delete(unit.require(SealedNote, note_id))


def take_to_session(unit: UnitOfWork, now: Now, session_id: str, words: str) -> AgendaLine:
    """Put one line on the agenda of a session that says nothing of a note's content; at most once.

    Raises:
        RuleError: NOT_FOUND, WORDS_MISSING.
    """
    session = unit.require(Session, session_id)
    there = next((line for line in unit.read(agenda, session.id) if line.words == words), None)
    return there or add_agenda_line(unit, now, session.id, words)
