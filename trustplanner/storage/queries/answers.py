"""Single answers, as the screens that show one item need them."""

from datetime import date, datetime

from sqlalchemy import Connection, bindparam, select

from trustplanner.domain.answers import Answer, DoneDay
from trustplanner.storage import record_tables
from trustplanner.storage.columns import EPOCH
from trustplanner.storage.queries.rows import Rows

_WRITTEN_HERE = record_tables.answers.c.imported.is_(False)
_NEWEST = Rows(Answer, _WRITTEN_HERE, order_by=(record_tables.answers.c.seq.desc(),), most=1)
_NEWEST_CLOCK = (
    select(record_tables.answers.c.written_at, record_tables.answers.c.clock_behind)
    .where(_WRITTEN_HERE)
    .order_by(record_tables.answers.c.seq.desc())
    .limit(1)
)
_OF_ITEM = Rows(
    Answer,
    record_tables.answers.c.commitment_id == bindparam("of"),
    record_tables.answers.c.day == bindparam("day", type_=record_tables.answers.c.day.type),
    order_by=(record_tables.answers.c.seq,),
)
_LAST_OF_ITEM = Rows(
    Answer,
    record_tables.answers.c.commitment_id == bindparam("of"),
    record_tables.answers.c.day == bindparam("day", type_=record_tables.answers.c.day.type),
    order_by=(record_tables.answers.c.seq.desc(),),
    most=1,
)
_DONE_DAY = Rows(
    DoneDay,
    record_tables.done_days.c.commitment_id == bindparam("of"),
    record_tables.done_days.c.day == bindparam("day", type_=record_tables.done_days.c.day.type),
    record_tables.done_days.c.taken_back_at.is_(None),
)
_LATEST = (
    select(record_tables.answers.c.written_at)
    .where(_WRITTEN_HERE, record_tables.answers.c.clock_behind == 0)
    .order_by(record_tables.answers.c.seq.desc())
    .limit(1)
)


def newest_clock(connection: Connection) -> tuple[datetime, int] | None:
    """When the row written last says that it was written, and how many minutes its clock was behind."""
    row = connection.execute(_NEWEST_CLOCK).first()
    return None if row is None else (row[0], row[1])


def newest_answer(connection: Connection) -> Answer | None:
    """The row written last in the whole vault, whatever its clock said; imported rows have no clock."""
    return _NEWEST.first(connection)


def latest_answer_moment(connection: Connection) -> datetime:
    """The latest moment any row was written at, on its own clock, to the minute; 1970 if there is none.

    That is the newest row of which the clock was not behind: all that were written since were.
    """
    return connection.execute(_LATEST).scalar() or EPOCH


def answers_for(connection: Connection, commitment_id: str, day: date) -> tuple[Answer, ...]:
    """All rows of one item, in order of writing."""
    return _OF_ITEM.all(connection, of=commitment_id, day=day)


def last_answer(connection: Connection, commitment_id: str, day: date) -> Answer | None:
    """The row of one item that was written last, or None."""
    return _LAST_OF_ITEM.first(connection, of=commitment_id, day=day)


def done_day(connection: Connection, commitment_id: str, day: date) -> DoneDay | None:
    """The done-day of this day that was not taken back, if there is one."""
    return _DONE_DAY.first(connection, of=commitment_id, day=day)
