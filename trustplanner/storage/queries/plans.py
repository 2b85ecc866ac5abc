"""The plan, the private switches and the settings that belong to it."""

from sqlalchemy import Connection, bindparam

from trustplanner.domain.moments import Draft, Setting
from trustplanner.domain.plans import Plan, SafetyScreen
from trustplanner.storage import plan_tables
from trustplanner.storage.queries.rows import Rows

_PLAN = Rows(Plan)
_SCREENS = Rows(SafetyScreen, order_by=(plan_tables.safety_screens.c.seq,))
_LAST_SCREEN = Rows(SafetyScreen, order_by=(plan_tables.safety_screens.c.seq.desc(),), most=1)
_SETTINGS = Rows(Setting)
_DRAFT = Rows(Draft, plan_tables.drafts.c.id == bindparam("name"))


def the_plan(connection: Connection) -> Plan | None:
    """The one plan of this vault; None before the first run is through."""
    return _PLAN.first(connection)


def safety_screens(connection: Connection) -> tuple[SafetyScreen, ...]:
    """Every round of the private questions, in order."""
    return _SCREENS.all(connection)


def last_safety_screen(connection: Connection) -> SafetyScreen | None:
    """The newest round of the private questions."""
    return _LAST_SCREEN.first(connection)


def settings(connection: Connection) -> dict[str, str]:
    """Every setting that was ever changed, by its name."""
    return {row.id: row.value for row in _SETTINGS.all(connection)}


def draft(connection: Connection, name: str) -> Draft | None:
    """What was typed but not saved under this name."""
    return _DRAFT.first(connection, name=name)
