"""One row of every kind, filled from its field types, with the text, day and moment that a test asks for."""

from dataclasses import fields
from datetime import UTC, date, datetime
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from trustplanner.domain.change import Entity
from trustplanner.domain.commitments import Commitment, Terms
from trustplanner.domain.conversations import Talk
from trustplanner.domain.events import Event
from trustplanner.domain.harms import Harm, Repair
from trustplanner.domain.letters import Letter
from trustplanner.domain.schedules import Schedule, on_weekdays
from trustplanner.domain.sessions import Session
from trustplanner.storage.tables import TABLES

MOMENT = datetime(2026, 5, 2, 19, 30, 0, 123000, tzinfo=UTC)
DAY = date(2026, 5, 2)
PARENTS: dict[str, type[Any]] = {
    "harm_id": Harm,
    "repair_id": Repair,
    "commitment_id": Commitment,
    "session_id": Session,
    "letter_id": Letter,
    "talk_id": Talk,
    "event_id": Event,
}
ROOTS = (Harm, Session, Letter, Talk, Event)
# A view is about terms or about a pause: here it is about terms, of the number that every example has.
NUMBER = 7
LEFT_EMPTY = {"pause_seq"}
NEVER_EMPTY = {"terms_seq"}
# Parents before their children.
ENTITY_TYPES: list[type[Any]] = sorted(TABLES, key=lambda kind: (kind not in ROOTS, kind not in (Commitment, Repair)))


def meant_type(entity_type: type[Any], name: str) -> tuple[type[Any], bool]:
    """The type of a field without its None, and whether None is allowed."""
    hint = get_type_hints(entity_type)[name]
    if get_origin(hint) in (Union, UnionType):
        (plain,) = (each for each in get_args(hint) if each is not NoneType)
        return plain, True
    return hint, False


def an_example(
    entity_type: type[Any], text: str = "words", day: date = DAY, moment: datetime = MOMENT, **given: Any
) -> Any:
    """A row with every field set; its references point to what `write_parents` writes."""

    def value(name: str) -> Any:
        if name in given:
            return given[name]
        if name == "seq" or name in LEFT_EMPTY:
            return None
        if name == "id":
            return f"the {entity_type.__name__}"
        if name in PARENTS:
            return f"the {PARENTS[name].__name__}"
        kind, _ = meant_type(entity_type, name)
        if issubclass(kind, StrEnum):
            return list(kind)[-1]
        return {str: text, bool: True, int: NUMBER, datetime: moment, date: day, Schedule: on_weekdays([0, 6])}[kind]

    return entity_type(**{field.name: value(field.name) for field in fields(entity_type)})


def with_parents(entity: Entity) -> list[Entity]:
    """The row after everything that its references, and those of its parents, point to."""
    parents = (*map(an_example, (*ROOTS, Repair, Commitment)), an_example(Terms, seq=NUMBER))
    before: dict[type[Any], Any] = {type(row): row for row in parents}
    return [*{**before, type(entity): entity}.values()]
