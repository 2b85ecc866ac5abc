"""The plan, the private switches and the settings that belong to it."""

from sqlalchemy import Connection

from trustplanner.domain.moments import Draft, Setting
from trustplanner.domain.plans import Plan, SafetyScreen
from trustplanner.storage import tables
from trustplanner.storage.queries.rows import entities


def the_plan(connection: Connection) -> Plan | None:
    """The one plan of this vault; None before the first run is through."""
    found = entities(connection, Plan)
    return found[0] if found else None


def safety_screens(connection: Connection) -> tuple[SafetyScreen, ...]:
    """Every round of the private questions, in order."""
    return tuple(entities(connection, SafetyScreen, order_by=(tables.safety_screens.c.seq,)))


def last_safety_screen(connection: Connection) -> SafetyScreen | None:
    """The newest round of the private questions."""
    found = safety_screens(connection)
    return found[-1] if found else None


def settings(connection: Connection) -> dict[str, str]:
    """Every setting that was ever changed, by its name."""
    return {row.id: row.value for row in entities(connection, Setting)}


def draft(connection: Connection, name: str) -> Draft | None:
    """What was typed but not saved under this name."""
    found = entities(connection, Draft, tables.drafts.c.id == name)
    return found[0] if found else None
