"""The three places of active commitments: what takes one, and how many are taken."""

from datetime import date, timedelta

from trustplanner.domain.commitments import MOST_ACTIVE, Stance, Terms, pending, terms_on
from trustplanner.domain.days import oldest_open_day
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.items import History, item_on
from trustplanner.domain.schedules import Shape
from trustplanner.storage.queries.commitments import histories, history_of
from trustplanner.storage.unit_of_work import UnitOfWork


def takes_a_place(history: History, today: date) -> bool:
    """Whether a commitment is one of the three: active, and not a "once" that is answered or past."""
    terms = pending(history.terms, today) or terms_on(history.terms, today)
    if terms is None or terms.stance is not Stance.ACTIVE:
        return False
    if terms.schedule.shape is not Shape.ONCE or terms.schedule.anchor is None:
        return True
    item = item_on(history, terms.schedule.anchor, today)
    is_past = terms.schedule.anchor < oldest_open_day(today)
    return not is_past and (item is None or not item.is_answered)


def active_count(unit: UnitOfWork, today: date) -> int:
    """How many commitments will be active once every notice has run out; a "once" that is over takes no place."""
    return sum(takes_a_place(history, today) for history in unit.read(histories, today - timedelta(days=31)))


def require_place(unit: UnitOfWork, commitment_id: str, old: Terms, today: date) -> None:
    """Refuse to keep a commitment active whose place may be another's: it was to wait or to end, or is over.

    Raises:
        RuleError: THREE_ACTIVE.
    """
    history = unit.read(history_of, commitment_id)
    if history is None or old.stance is not Stance.ACTIVE or takes_a_place(history, today):
        return
    if active_count(unit, today) >= MOST_ACTIVE:
        raise RuleError(Code.THREE_ACTIVE, most=MOST_ACTIVE)
