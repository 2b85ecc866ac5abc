"""What no reminder may say."""

from typing import NamedTuple

from sqlalchemy import Connection

from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.storage.queries.plans import the_plan


class Guarded(NamedTuple):
    """The names of the plan, and the short names of everything that was ever promised."""

    names: tuple[str, ...]
    titles: tuple[str, ...]


def guarded_words(connection: Connection) -> Guarded:
    """What would give something away to whoever sees the screen."""
    plan = the_plan(connection)
    names = () if plan is None else (plan.own_name, plan.their_name, plan.counsellor)
    return Guarded(names, tuple(each.title for each in every_commitment(connection)))
