"""What a session leaves: whether the record fits, the miss that was walked through, decisions, and short ratings."""

from dataclasses import replace
from datetime import date

from trustplanner.actions.commitments import end
from trustplanner.actions.views import NOT_ASKED, Heard
from trustplanner.domain.answers import miss_review_id
from trustplanner.domain.commitments import Commitment, Reason, Terms
from trustplanner.domain.days import require_possible
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.moments import Now
from trustplanner.domain.path import LONGEST_ANSWER
from trustplanner.domain.session_notes import (
    HIGHEST_RATING,
    Around,
    Decision,
    Fits,
    NotePart,
    SessionDecision,
    SessionNote,
    SessionRating,
    decision_id,
    is_empty,
    rating_id,
)
from trustplanner.domain.sessions import Session
from trustplanner.storage.unit_of_work import UnitOfWork


def say_fits(unit: UnitOfWork, now: Now, session_id: str, fits: Fits | None) -> SessionNote | None:
    """Write their answer to "does this match what you saw?"; None takes it out again.

    Raises:
        RuleError: NOT_FOUND.
    """
    return _put(unit, now, replace(_note(unit, now, session_id), fits=fits))


def write_session_note(unit: UnitOfWork, now: Now, session_id: str, part: NotePart, words: str) -> SessionNote | None:
    """Write one of the three texts of a session; empty words leave nothing behind.

    Raises:
        RuleError: NOT_FOUND, ANSWER_TOO_LONG.
    """
    if len(words) > LONGEST_ANSWER:
        raise RuleError(Code.ANSWER_TOO_LONG, most=LONGEST_ANSWER)
    written = words if words.strip() else ""
    before = _note(unit, now, session_id)
    match part:
        case NotePart.FITS:
            return _put(unit, now, replace(before, fits_words=written))
        case NotePart.WALKED:
            return _put(unit, now, replace(before, walked_words=written))
        case NotePart.QUESTIONS:
            return _put(unit, now, replace(before, questions=written))


def choose_walked(unit: UnitOfWork, now: Now, session_id: str, commitment_id: str, day: date) -> SessionNote | None:
    """Choose the miss that is walked through. What was written about another one stays.

    Raises:
        RuleError: NOT_FOUND, DATE_IMPOSSIBLE.
    """
    unit.require(Commitment, commitment_id)
    walked = miss_review_id(commitment_id, require_possible(day))
    return _put(unit, now, replace(_note(unit, now, session_id), walked=walked))


def decide(
    unit: UnitOfWork, now: Now, session_id: str, commitment_id: str, decision: Decision | None
) -> SessionDecision | None:
    """Write what was decided about one commitment; None takes it out again. The terms change elsewhere.

    Raises:
        RuleError: NOT_FOUND.
    """
    unit.require(Session, session_id)
    unit.require(Commitment, commitment_id)
    key = decision_id(session_id, commitment_id)
    if decision is None:
        unit.delete(unit.require(SessionDecision, key))
        return None
    before = unit.get(SessionDecision, key)
    if before is not None and before.decision is decision:
        return before
    return unit.put(SessionDecision(key, session_id, commitment_id, decision, now.at))


def end_in_session(
    unit: UnitOfWork,
    now: Now,
    session_id: str,
    commitment_id: str,
    reason: Reason = Reason.CHOICE,
    heard: Heard = NOT_ASKED,
) -> Terms:
    """End a commitment, with its notice, and write that it was decided in this session.

    Raises:
        RuleError: NOT_FOUND, and what `commitments.end` raises.
    """
    terms = end(unit, now, commitment_id, reason, heard)
    decide(unit, now, session_id, commitment_id, Decision.ENDED)
    return terms


def rate(
    unit: UnitOfWork, now: Now, session_id: str, around: Around, question: str, wording: int, value: int | None
) -> SessionRating | None:
    """Answer one short question before or after a session, 0 to 10; None takes the answer out again.

    Raises:
        RuleError: NOT_FOUND, READING_IMPOSSIBLE.
    """
    unit.require(Session, session_id)
    key = rating_id(session_id, around, question)
    if value is None:
        unit.delete(unit.require(SessionRating, key))
        return None
    if not 0 <= value <= HIGHEST_RATING:
        raise RuleError(Code.READING_IMPOSSIBLE, most=HIGHEST_RATING)
    before = unit.get(SessionRating, key)
    if before is not None and (before.value, before.wording) == (value, wording):
        return before
    return unit.put(SessionRating(key, session_id, around, question, wording, value, now.at))


def _note(unit: UnitOfWork, now: Now, session_id: str) -> SessionNote:
    unit.require(Session, session_id)
    empty = SessionNote(session_id, session_id, None, "", "", "", "", now.at)
    return unit.get(SessionNote, session_id) or empty


def _put(unit: UnitOfWork, now: Now, note: SessionNote) -> SessionNote | None:
    before = unit.get(SessionNote, note.id)
    if before == note:
        return note
    if is_empty(note):
        if before is not None:
            unit.delete(before)
        return None
    return unit.put(replace(note, updated_at=now.at))
