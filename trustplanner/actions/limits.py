"""Refusing a plan that touches what they do not want, wherever something is planned."""

from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.limits import touched_limit
from trustplanner.storage.queries.wishes import wishes
from trustplanner.storage.unit_of_work import UnitOfWork


def refuse_against_limits(unit: UnitOfWork, *sentences: str) -> None:
    """Refuse sentences of which one touches the topic of a limit in force; each is read by itself.

    Raises:
        RuleError: AGAINST_A_LIMIT, with the id of the limit as `wish`.
    """
    limit = touched_limit(unit.read(wishes), *sentences)
    if limit is not None:
        raise RuleError(Code.AGAINST_A_LIMIT, wish=limit.id)
