"""When a commitment is missed again and again: take it to a session, leave it for now, and promise nothing new yet."""

from datetime import date

from trustplanner.actions.sessions import add_agenda_line
from trustplanner.domain.commitments import Commitment
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.moments import Now, Setting
from trustplanner.domain.repeated_misses import is_closed_to_new, left_alone_name
from trustplanner.domain.sessions import AgendaLine
from trustplanner.storage.queries.commitments import histories_with_hidden
from trustplanner.storage.queries.sessions import sessions
from trustplanner.storage.unit_of_work import UnitOfWork


def leave_for_now(unit: UnitOfWork, now: Now, commitment_id: str, newest: date) -> None:
    """Say nothing more of repeated misses until there is one after `newest`."""
    unit.require(Commitment, commitment_id)
    unit.put(Setting(left_alone_name(commitment_id), newest.isoformat()))


def take_repeats_to_session(
    unit: UnitOfWork, now: Now, commitment_id: str, newest: date, session_id: str, words: str
) -> AgendaLine:
    """Put a commitment that is missed again and again on an agenda; then it is left until the next miss.

    Raises:
        RuleError: NOT_FOUND, WORDS_MISSING.
    """
    line = add_agenda_line(unit, now, session_id, words)
    leave_for_now(unit, now, commitment_id, newest)
    return line


def refuse_while_hidden(unit: UnitOfWork, today: date) -> None:
    """Refuse a new commitment while two misses of one did not come from the person first.

    Raises:
        RuleError: HIDDEN_MISSES.
    """
    session_days = [session.day for session in unit.read(sessions)]
    if is_closed_to_new(unit.read(histories_with_hidden), session_days, today):
        raise RuleError(Code.HIDDEN_MISSES)
