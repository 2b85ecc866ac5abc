"""The private journal, and the ways in which the plan was finished."""

from datetime import date

from sqlalchemy import Connection, bindparam, func, select

from trustplanner.domain.journal import JournalEntry, PlanEnd
from trustplanner.storage.plan_tables import journal_entries as entries_table
from trustplanner.storage.plan_tables import plan_ends as ends_table
from trustplanner.storage.queries.rows import Rows

_OF_DAY = Rows(JournalEntry, entries_table.c.day == bindparam("day", type_=entries_table.c.day.type))
_ENDS = Rows(PlanEnd, order_by=(ends_table.c.seq,))


def journal_entry(connection: Connection, day: date) -> JournalEntry | None:
    """What is written for a day."""
    return _OF_DAY.first(connection, day=day)


def journal_entries(connection: Connection, most: int) -> tuple[JournalEntry, ...]:
    """So many entries, the newest day first."""
    order = (entries_table.c.day.desc(), entries_table.c.id)
    return Rows(JournalEntry, order_by=order, most=most).all(connection)


def journal_count(connection: Connection) -> int:
    """How many days have an entry."""
    return connection.execute(select(func.count()).select_from(entries_table)).scalar_one()


def plan_ends(connection: Connection) -> tuple[PlanEnd, ...]:
    """Every time the plan was finished, in the order of writing, those that were taken back too."""
    return _ENDS.all(connection)
