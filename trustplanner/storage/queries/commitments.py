"""Commitments with their terms, pauses, answers and tellings, as the record and the editor need them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, Text, bindparam, or_, select, type_coerce

from trustplanner.domain.answers import Answer, AnswerRow, DoneDay, MissReview, Telling, Value, miss_review_id
from trustplanner.domain.change import Entity
from trustplanner.domain.commitments import Commitment, Pause, Terms
from trustplanner.domain.items import History
from trustplanner.storage import tables
from trustplanner.storage.queries.rows import entities

# Read as they lie in the file: a record of ten years has tens of thousands of these rows.
_ROWS = select(
    tables.answers.c.commitment_id,
    type_coerce(tables.answers.c.day, Integer),
    type_coerce(tables.answers.c.value, Text),
    type_coerce(tables.answers.c.written_on, Integer),
).order_by(tables.answers.c.commitment_id, tables.answers.c.day, tables.answers.c.seq)
_VALUES = {value.value: value for value in Value}


def every_commitment(connection: Connection) -> tuple[Commitment, ...]:
    """All commitments in the order the person gave them."""
    return entities(connection, Commitment, order_by=(tables.commitments.c.position, tables.commitments.c.created_at))


def terms_of(connection: Connection, commitment_id: str) -> tuple[Terms, ...]:
    """All terms of one commitment, those taken back included, in order of writing."""
    is_its = tables.terms.c.commitment_id == commitment_id
    return entities(connection, Terms, is_its, order_by=(tables.terms.c.seq,))


def belongings(connection: Connection, commitment_id: str) -> tuple[Entity, ...]:
    """Every row that belongs to one commitment, those taken back included; pauses of all commitments are not among
    them.
    """
    return tuple(
        row
        for entity_type in (Terms, Pause, Answer, DoneDay, Telling, MissReview)
        for row in entities(connection, entity_type, tables.TABLES[entity_type].c.commitment_id == commitment_id)
    )


def every_pause(connection: Connection) -> tuple[Pause, ...]:
    """All pauses, those taken back included, in order of writing."""
    return entities(connection, Pause, order_by=(tables.pauses.c.seq,))


def answer_rows(
    connection: Connection, commitment_id: str | None = None, since: date | None = None
) -> dict[str, tuple[AnswerRow, ...]]:
    """The compact answer rows by commitment, in order of day and sequence."""
    statement: Select[Any] = _ROWS
    values: dict[str, Any] = {}
    if commitment_id is not None:
        statement = statement.where(tables.answers.c.commitment_id == bindparam("of"))
        values["of"] = commitment_id
    if since is not None:
        statement = statement.where(tables.answers.c.day >= bindparam("since", type_=tables.answers.c.day.type))
        values["since"] = since
    found: defaultdict[str, list[AnswerRow]] = defaultdict(list)
    for owner, day, value, written_on in connection.execute(statement, values):
        found[owner].append(AnswerRow(day, _VALUES[value], written_on))
    return {owner: tuple(rows) for owner, rows in found.items()}


def histories(connection: Connection, since: date | None = None) -> list[History]:
    """Every commitment with all that its record needs; with `since` only answers to items due from that day on."""
    terms = _by_commitment(entities(connection, Terms, order_by=(tables.terms.c.seq,)))
    done = _by_commitment(entities(connection, DoneDay, tables.done_days.c.taken_back_at.is_(None)))
    told = _by_commitment(entities(connection, Telling, *_since(tables.tellings.c.day, since)))
    pauses = every_pause(connection)
    answers = answer_rows(connection, since=since)
    return [
        History(
            commitment=commitment,
            terms=tuple(terms[commitment.id]),
            pauses=tuple(pause for pause in pauses if pause.commitment_id in (None, commitment.id)),
            answers=answers.get(commitment.id, ()),
            done_days=tuple(sorted(row.day for row in done[commitment.id])),
            tellings=tuple(sorted(told[commitment.id], key=lambda row: row.seq or 0)),
        )
        for commitment in every_commitment(connection)
    ]


def history_of(connection: Connection, commitment_id: str, since: date | None = None) -> History | None:
    """One commitment with all that its record needs, or None if there is no such commitment."""
    found = entities(connection, Commitment, tables.commitments.c.id == commitment_id)
    if not found:
        return None
    is_for_it = or_(tables.pauses.c.commitment_id == commitment_id, tables.pauses.c.commitment_id.is_(None))
    done = entities(
        connection,
        DoneDay,
        tables.done_days.c.commitment_id == commitment_id,
        tables.done_days.c.taken_back_at.is_(None),
        order_by=(tables.done_days.c.day,),
    )
    told = entities(
        connection,
        Telling,
        tables.tellings.c.commitment_id == commitment_id,
        *_since(tables.tellings.c.day, since),
        order_by=(tables.tellings.c.seq,),
    )
    return History(
        commitment=found[0],
        terms=terms_of(connection, commitment_id),
        pauses=entities(connection, Pause, is_for_it, order_by=(tables.pauses.c.seq,)),
        answers=answer_rows(connection, commitment_id, since).get(commitment_id, ()),
        done_days=tuple(row.day for row in done),
        tellings=told,
    )


def miss_review(connection: Connection, commitment_id: str, day: date) -> MissReview | None:
    """The steps written after one miss, or None."""
    found = entities(connection, MissReview, tables.miss_reviews.c.id == miss_review_id(commitment_id, day))
    return found[0] if found else None


def repairs_after_misses(connection: Connection) -> tuple[MissReview, ...]:
    """The steps after misses that promise a repair not yet done, by its day; none of answers changed since."""
    answer, review = tables.answers.c, tables.miss_reviews.c
    newest = (
        select(answer.value)
        .where(answer.commitment_id == review.commitment_id, answer.day == review.day)
        .order_by(answer.seq.desc())
        .limit(1)
        .correlate(tables.miss_reviews)
        .scalar_subquery()
    )
    is_promised = (review.repair != "", review.repair_done_on.is_(None), newest == Value.MISSED)
    return entities(connection, MissReview, *is_promised, order_by=(review.repair_by, review.day))


def _since(column: ColumnElement[date], since: date | None) -> tuple[ColumnElement[bool], ...]:
    return () if since is None else (column >= since,)


def _by_commitment(rows: Iterable[Any]) -> defaultdict[str, list[Any]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.commitment_id].append(row)
    return found
