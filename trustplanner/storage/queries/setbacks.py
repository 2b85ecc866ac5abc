"""The acts after a setback."""

from sqlalchemy import Connection, bindparam

from trustplanner.domain.setbacks import SetbackAct, SetbackStep
from trustplanner.storage.plan_tables import setback_steps as table
from trustplanner.storage.queries.rows import Rows

_OF_ONE = Rows(SetbackStep, table.c.event_id == bindparam("of"))
_ALL = Rows(SetbackStep)
_ORDER = {act: place for place, act in enumerate(SetbackAct)}


def setback_steps(connection: Connection, event_id: str) -> tuple[SetbackStep, ...]:
    """What is written after one setback, in the order of the acts."""
    return tuple(sorted(_OF_ONE.all(connection, of=event_id), key=lambda step: _ORDER[step.act]))


def every_setback_step(connection: Connection) -> tuple[SetbackStep, ...]:
    """What is written after any setback."""
    return _ALL.all(connection)
