"""Refusing words that would watch somebody, wherever something is promised."""

from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.tracking import tracks_them
from trustplanner.storage.queries.plans import the_plan
from trustplanner.storage.unit_of_work import UnitOfWork


def refuse_tracking(unit: UnitOfWork, *sentences: str) -> None:
    """Refuse sentences of which one tracks somebody; each is read by itself.

    Raises:
        RuleError: TRACKS_THEM.
    """
    plan = unit.read(the_plan)
    name = plan.their_name if plan else ""
    if any(tracks_them(sentence, name) for sentence in sentences):
        raise RuleError(Code.TRACKS_THEM)
