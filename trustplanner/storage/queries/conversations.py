"""Talks with their notes and agreements, and what was written to practise."""

from datetime import date

from sqlalchemy import Connection, bindparam

from trustplanner.domain.conversations import Agreement, Practice, Talk, TalkLine
from trustplanner.storage import amends_tables, plan_tables
from trustplanner.storage.queries.rows import Rows

_TALK, _LINE = amends_tables.talks.c, amends_tables.talk_lines.c
_AGREEMENT, _PRACTICE = amends_tables.agreements.c, plan_tables.practices.c
_TALKS = Rows(Talk, order_by=(_TALK.created_at, _TALK.id))
_LINES = Rows(TalkLine, _LINE.talk_id == bindparam("talk"), order_by=(_LINE.position,))
_AGREEMENTS = Rows(Agreement, order_by=(_AGREEMENT.talk_id, _AGREEMENT.position))
_AGREEMENTS_OF = Rows(Agreement, _AGREEMENT.talk_id == bindparam("talk"), order_by=(_AGREEMENT.position,))
_PRACTICES = Rows(Practice, _PRACTICE.card == bindparam("card"), order_by=(_PRACTICE.on.desc(),))
_PRACTICE_ON = Rows(
    Practice, _PRACTICE.card == bindparam("card"), _PRACTICE.on == bindparam("day", type_=_PRACTICE.on.type)
)


def talks(connection: Connection) -> tuple[Talk, ...]:
    """Every talk, in the order in which they were begun to be planned."""
    return _TALKS.all(connection)


def talk_lines(connection: Connection, talk_id: str) -> tuple[TalkLine, ...]:
    """The note after one talk, line by line."""
    return _LINES.all(connection, talk=talk_id)


def agreements(connection: Connection, talk_id: str | None = None) -> tuple[Agreement, ...]:
    """What was agreed in one talk, or in all, in order."""
    return _AGREEMENTS.all(connection) if talk_id is None else _AGREEMENTS_OF.all(connection, talk=talk_id)


def practices(connection: Connection, card: str) -> tuple[Practice, ...]:
    """What was written for one card, the newest day first."""
    return _PRACTICES.all(connection, card=card)


def practice_on(connection: Connection, card: str, day: date) -> Practice | None:
    """What was written for one card on one day."""
    return _PRACTICE_ON.first(connection, card=card, day=day)
