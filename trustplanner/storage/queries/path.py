"""What is written on the path."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection, or_, select

from trustplanner.domain.path import PathAnswer, PathLine
from trustplanner.storage import tables
from trustplanner.storage.queries.rows import entities


def path_answers(connection: Connection) -> tuple[PathAnswer, ...]:
    """Everything written for any prompt."""
    return entities(connection, PathAnswer, order_by=(tables.path_answers.c.prompt, tables.path_answers.c.on))


def path_answers_on(connection: Connection, days: Collection[date]) -> tuple[PathAnswer, ...]:
    """What is written for the plan itself, and on these days."""
    column = tables.path_answers.c
    return entities(connection, PathAnswer, or_(column.on.is_(None), column.on.in_(days)))


def days_written(connection: Connection, prompt: str) -> tuple[date, ...]:
    """The days, Mondays or session days on which a recurring prompt has words or a choice, in order."""
    column = tables.path_answers.c
    has_something = or_(column.words != "", column.choice != "")
    statement = select(column.on).where(column.prompt == prompt, column.on.is_not(None), has_something)
    return tuple(connection.execute(statement.order_by(column.on)).scalars())


def path_answer(connection: Connection, prompt: str, on: date | None) -> PathAnswer | None:
    """What is written for one prompt, on one day if it is a recurring one."""
    column = tables.path_answers.c
    is_then = column.on.is_(None) if on is None else column.on == on
    found = entities(connection, PathAnswer, column.prompt == prompt, is_then)
    return found[0] if found else None


def path_lines(connection: Connection, prompt: str | None = None) -> tuple[PathLine, ...]:
    """The lines of one prompt, or of all, in their order."""
    column = tables.path_lines.c
    where = () if prompt is None else (column.prompt == prompt,)
    return entities(connection, PathLine, *where, order_by=(column.prompt, column.position))
