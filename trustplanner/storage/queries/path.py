"""What is written on the path."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection, bindparam, or_, select

from trustplanner.domain.path import PathAnswer, PathLine
from trustplanner.storage import plan_tables
from trustplanner.storage.plan_tables import path_answers as table
from trustplanner.storage.queries.rows import Rows

_EVERY = Rows(PathAnswer, order_by=(table.c.prompt, table.c.on))
_ON = Rows(PathAnswer, or_(table.c.on.is_(None), table.c.on.in_(bindparam("days", expanding=True))))
_OF_PLAN = Rows(PathAnswer, table.c.prompt == bindparam("prompt"), table.c.on.is_(None))
_OF_DAY = Rows(PathAnswer, table.c.prompt == bindparam("prompt"), table.c.on == bindparam("day", type_=table.c.on.type))
_LINE_ORDER = (plan_tables.path_lines.c.prompt, plan_tables.path_lines.c.position)
_LINES = Rows(PathLine, order_by=_LINE_ORDER)
_LINES_OF = Rows(PathLine, plan_tables.path_lines.c.prompt == bindparam("prompt"), order_by=_LINE_ORDER)


def path_answers(connection: Connection) -> tuple[PathAnswer, ...]:
    """Everything written for any prompt."""
    return _EVERY.all(connection)


def path_answers_on(connection: Connection, days: Collection[date]) -> tuple[PathAnswer, ...]:
    """What is written for the plan itself, and on these days."""
    return _ON.all(connection, days=list(days))


def days_written(connection: Connection, prompt: str) -> tuple[date, ...]:
    """The days, Mondays or session days on which a recurring prompt has words or a choice, in order."""
    column = table.c
    has_something = or_(column.words != "", column.choice != "")
    statement = select(column.on).where(column.prompt == prompt, column.on.is_not(None), has_something)
    return tuple(connection.execute(statement.order_by(column.on)).scalars())


def path_answer(connection: Connection, prompt: str, on: date | None) -> PathAnswer | None:
    """What is written for one prompt, on one day if it is a recurring one."""
    return _OF_PLAN.first(connection, prompt=prompt) if on is None else _OF_DAY.first(connection, prompt=prompt, day=on)


def path_lines(connection: Connection, prompt: str | None = None) -> tuple[PathLine, ...]:
    """The lines of one prompt, or of all, in their order."""
    return _LINES.all(connection) if prompt is None else _LINES_OF.all(connection, prompt=prompt)
