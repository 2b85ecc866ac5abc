"""Single answers, as the screens that show one item need them."""

from datetime import date, datetime

from sqlalchemy import Connection, func, select

from trustplanner.domain.answers import Answer, DoneDay
from trustplanner.storage import tables
from trustplanner.storage.columns import EPOCH
from trustplanner.storage.queries.rows import entities
from trustplanner.storage.unit_of_work import entity_of

_WRITTEN_HERE = tables.answers.c.imported.is_(False)
_NEWEST = select(tables.answers).where(_WRITTEN_HERE).order_by(tables.answers.c.seq.desc()).limit(1)
_LATEST = select(func.max(tables.answers.c.written_at)).where(_WRITTEN_HERE)


def newest_answer(connection: Connection) -> Answer | None:
    """The row written last in the whole vault, whatever its clock said; imported rows have no clock."""
    row = connection.execute(_NEWEST).mappings().first()
    return None if row is None else entity_of(Answer, row)


def latest_answer_moment(connection: Connection) -> datetime:
    """The latest moment any row was written at, on its own clock; 1970 if there is none. It reads every answer."""
    return connection.execute(_LATEST).scalar() or EPOCH


def answers_for(connection: Connection, commitment_id: str, day: date) -> tuple[Answer, ...]:
    """All rows of one item, in order of writing."""
    column = tables.answers.c
    return entities(
        connection, Answer, column.commitment_id == commitment_id, column.day == day, order_by=(column.seq,)
    )


def done_day(connection: Connection, commitment_id: str, day: date) -> DoneDay | None:
    """The done-day of this day that was not taken back, if there is one."""
    column = tables.done_days.c
    found = entities(
        connection,
        DoneDay,
        column.commitment_id == commitment_id,
        column.day == day,
        column.taken_back_at.is_(None),
    )
    return found[0] if found else None
