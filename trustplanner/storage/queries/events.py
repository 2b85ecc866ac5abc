"""Dated events, and when the last setback was written down."""

from datetime import UTC, datetime

from sqlalchemy import Column, ColumnElement, Connection, bindparam, func, select

from trustplanner.domain.answers import Value
from trustplanner.domain.events import Event, EventKind
from trustplanner.storage import plan_tables
from trustplanner.storage.queries.rows import Rows
from trustplanner.storage.record_tables import answers, commitments

_EVENTS = Rows(Event, order_by=(plan_tables.events.c.day, plan_tables.events.c.created_at))
_ALWAYS = datetime.max.replace(tzinfo=UTC)


def _until(column: Column[datetime]) -> ColumnElement[bool]:
    return column <= bindparam("until", type_=column.type)


_LAST_SETBACK = select(func.max(plan_tables.events.c.created_at)).where(
    plan_tables.events.c.kind == EventKind.SETBACK, _until(plan_tables.events.c.created_at)
)
_LINES = select(commitments.c.id).where(commitments.c.is_line.is_(True))
_NEWEST = (
    select(func.max(answers.c.seq))
    .where(answers.c.commitment_id.in_(_LINES))
    .group_by(answers.c.commitment_id, answers.c.day)
)
_LAST_CROSSED = select(func.max(answers.c.written_at)).where(
    answers.c.seq.in_(_NEWEST),
    answers.c.value == Value.MISSED,
    answers.c.imported.is_(False),
    _until(answers.c.written_at),
)


def events(connection: Connection) -> tuple[Event, ...]:
    """All events in order of their day."""
    return _EVENTS.all(connection)


def last_setback_at(connection: Connection, until: datetime = _ALWAYS) -> datetime | None:
    """When a setback was written down last: an event of that kind, or a line that must not be crossed, missed.

    One that a clock that ran ahead puts after `until` waits there, and hides none that came before.
    """
    given = {"until": until}
    moments = (connection.execute(statement, given).scalar() for statement in (_LAST_SETBACK, _LAST_CROSSED))
    return max((moment for moment in moments if moment is not None), default=None)
