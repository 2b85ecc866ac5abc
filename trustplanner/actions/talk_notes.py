"""The note after a talk: what they said or what is guessed, and what was agreed."""

from dataclasses import replace
from uuid import uuid4

from trustplanner.actions.conversations import require_room
from trustplanner.domain.commitments import AskedBy, Commitment
from trustplanner.domain.conversations import Agreement, Talk, TalkLine
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.moments import Now
from trustplanner.domain.path import Whose
from trustplanner.storage.queries.conversations import agreements, talk_lines
from trustplanner.storage.unit_of_work import UnitOfWork


def add_talk_line(unit: UnitOfWork, now: Now, talk_id: str, words: str, whose: Whose) -> TalkLine:
    """Write down one thing: said by them, or guessed. It was heard on the day of the talk.

    Raises:
        RuleError: WORDS_MISSING, ANSWER_TOO_LONG, NOT_FOUND.
    """
    talk = unit.require(Talk, talk_id)
    position = max((line.position for line in unit.read(talk_lines, talk_id)), default=-1) + 1
    heard_on = now.today if talk.day is None else min(talk.day, now.today)
    return unit.put(TalkLine(str(uuid4()), talk_id, position, _required(words), whose, heard_on))


def change_talk_line(unit: UnitOfWork, now: Now, line_id: str, words: str, whose: Whose) -> TalkLine:
    """Say a line in other words, or mark it as said or guessed.

    Raises:
        RuleError: WORDS_MISSING, ANSWER_TOO_LONG, NOT_FOUND.
    """
    before = unit.require(TalkLine, line_id)
    return unit.put(replace(before, words=_required(words, before.words), whose=whose))


def delete_talk_line(unit: UnitOfWork, now: Now, line_id: str) -> None:
    """Delete a line."""
    unit.delete(unit.require(TalkLine, line_id))


def add_agreement(unit: UnitOfWork, now: Now, talk_id: str, words: str, asked_by: AskedBy) -> Agreement:
    """Write down something that was agreed. It binds nobody until it is written as a commitment.

    Raises:
        RuleError: WORDS_MISSING, ANSWER_TOO_LONG, NOT_FOUND.
    """
    unit.require(Talk, talk_id)
    position = max((each.position for each in unit.read(agreements, talk_id)), default=-1) + 1
    return unit.put(Agreement(str(uuid4()), talk_id, position, _required(words), asked_by, None))


def change_agreement(unit: UnitOfWork, now: Now, agreement_id: str, words: str, asked_by: AskedBy) -> Agreement:
    """Say an agreement in other words, or who asked for it.

    Raises:
        RuleError: WORDS_MISSING, ANSWER_TOO_LONG, NOT_FOUND.
    """
    before = unit.require(Agreement, agreement_id)
    return unit.put(replace(before, words=_required(words, before.words), asked_by=asked_by))


def delete_agreement(unit: UnitOfWork, now: Now, agreement_id: str) -> None:
    """Delete an agreement; a commitment that came of it stays."""
    unit.delete(unit.require(Agreement, agreement_id))


def note_commitment(unit: UnitOfWork, now: Now, agreement_id: str, commitment_id: str) -> Agreement:
    """Remember which commitment an agreement has become.

    Raises:
        RuleError: NOT_FOUND.
    """
    unit.require(Commitment, commitment_id)
    return unit.put(replace(unit.require(Agreement, agreement_id), commitment_id=commitment_id))


def _required(words: str, before: str = "") -> str:
    if not words.strip():
        raise RuleError(Code.WORDS_MISSING)
    require_room(words, before)
    return words.strip()
