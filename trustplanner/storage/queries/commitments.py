"""Commitments with their terms, pauses, views, answers and tellings, as the record and the editor need them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Table, Text, bindparam, or_, select, type_coerce

from trustplanner.domain.answers import Answer, AnswerRow, DoneDay, MissReview, Telling, Value, miss_review_id
from trustplanner.domain.change import Entity
from trustplanner.domain.commitments import Commitment, Pause, Terms
from trustplanner.domain.items import History
from trustplanner.domain.miss_steps import HIDDEN, NOT_FIRST
from trustplanner.domain.responses import TheirResponse
from trustplanner.domain.schedules import Shape
from trustplanner.domain.session_notes import SessionDecision
from trustplanner.domain.sureness import SurenessAnswer
from trustplanner.domain.views import TheirView
from trustplanner.storage import record_tables as tables
from trustplanner.storage.queries.rows import Rows
from trustplanner.storage.queries.views import every_view, own_views, views_for
from trustplanner.storage.tables import TABLES

# Read as they lie in the file: a record of ten years has tens of thousands of these rows.
_ROWS = select(
    tables.answers.c.commitment_id,
    type_coerce(tables.answers.c.day, Integer),
    type_coerce(tables.answers.c.value, Text),
    type_coerce(tables.answers.c.written_on, Integer),
).order_by(tables.answers.c.commitment_id, tables.answers.c.day, tables.answers.c.seq)
_VALUES = {value.value: value for value in Value}


def _since(column: ColumnElement[date]) -> ColumnElement[bool]:
    return column >= bindparam("since", type_=column.type)


def _is_of(table: Table[Any]) -> ColumnElement[bool]:
    return table.c.commitment_id == bindparam("of")  # type: ignore[no-any-return]  # a comparison of columns


# Named by their commitments, the index leads to each one's first day and nothing older is read.
_ROWS_SINCE = _ROWS.where(
    tables.answers.c.commitment_id.in_(select(tables.commitments.c.id)), _since(tables.answers.c.day)
)
_ROWS_OF = _ROWS.where(_is_of(tables.answers), _since(tables.answers.c.day))
_COMMITMENTS = Rows(Commitment, order_by=(tables.commitments.c.position, tables.commitments.c.created_at))
_COMMITMENT = Rows(Commitment, tables.commitments.c.id == bindparam("of"))
_TERMS = Rows(Terms, order_by=(tables.terms.c.seq,))
_TERMS_OF = Rows(Terms, _is_of(tables.terms), order_by=(tables.terms.c.seq,))
_PAUSES = Rows(Pause, order_by=(tables.pauses.c.seq,))
_PAUSES_FOR = Rows(
    Pause,
    or_(_is_of(tables.pauses), tables.pauses.c.commitment_id.is_(None)),
    order_by=(tables.pauses.c.seq,),
)
_DONE = Rows(DoneDay, tables.done_days.c.taken_back_at.is_(None), order_by=(tables.done_days.c.day,))
_DONE_OF = Rows(
    DoneDay,
    _is_of(tables.done_days),
    tables.done_days.c.taken_back_at.is_(None),
    order_by=(tables.done_days.c.day,),
)
_TOLD = Rows(Telling, _since(tables.tellings.c.day), order_by=(tables.tellings.c.seq,))
_TOLD_OF = Rows(
    Telling,
    _is_of(tables.tellings),
    _since(tables.tellings.c.day),
    order_by=(tables.tellings.c.seq,),
)
_REVIEW = Rows(MissReview, tables.miss_reviews.c.id == bindparam("key"))
_BELONGINGS: tuple[Rows[Any], ...] = tuple(
    Rows(entity_type, _is_of(TABLES[entity_type]))
    for entity_type in (
        Terms,
        Pause,
        Answer,
        DoneDay,
        Telling,
        MissReview,
        SurenessAnswer,
        TheirResponse,
        SessionDecision,
    )
)


def every_commitment(connection: Connection) -> tuple[Commitment, ...]:
    """All commitments in the order the person gave them."""
    return _COMMITMENTS.all(connection)


def terms_of(connection: Connection, commitment_id: str) -> tuple[Terms, ...]:
    """All terms of one commitment, those taken back included, in order of writing."""
    return _TERMS_OF.all(connection, of=commitment_id)


def belongings(connection: Connection, commitment_id: str) -> tuple[Entity, ...]:
    """Every row that belongs to one commitment, those taken back included, in an order in which they can be deleted.

    Pauses of all commitments are not among them.
    """
    rest = (row for rows in _BELONGINGS for row in rows.all(connection, of=commitment_id))
    return (*own_views(connection, commitment_id), *rest)


def every_pause(connection: Connection) -> tuple[Pause, ...]:
    """All pauses, those taken back included, in order of writing."""
    return _PAUSES.all(connection)


def answer_rows(
    connection: Connection, commitment_id: str | None = None, since: date | None = None
) -> dict[str, tuple[AnswerRow, ...]]:
    """The compact answer rows by commitment, in order of day and sequence."""
    values = {"since": since or date.min}
    if commitment_id is None:
        rows = connection.execute(_ROWS_SINCE, values)
    else:
        rows = connection.execute(_ROWS_OF, values | {"of": commitment_id})
    found: defaultdict[str, list[AnswerRow]] = defaultdict(list)
    for owner, day, value, written_on in rows:
        found[owner].append(AnswerRow(day, _VALUES[value], written_on))
    return {owner: tuple(rows) for owner, rows in found.items()}


def histories(connection: Connection, since: date | None = None) -> list[History]:
    """Every commitment with all that its record needs; with `since` only answers to items due from that day on."""
    terms = _by_commitment(_TERMS.all(connection))
    done = _by_commitment(_DONE.all(connection))
    told = _by_commitment(_TOLD.all(connection, since=since or date.min))
    pauses, views = every_pause(connection), every_view(connection)
    answers = answer_rows(connection, since=since)
    return [
        _with_views(
            History(
                commitment=commitment,
                terms=tuple(terms[commitment.id]),
                pauses=tuple(pause for pause in pauses if pause.commitment_id in (None, commitment.id)),
                answers=answers.get(commitment.id, ()),
                done_days=tuple(row.day for row in done[commitment.id]),
                tellings=tuple(told[commitment.id]),
            ),
            views,
        )
        for commitment in every_commitment(connection)
    ]


def history_of(connection: Connection, commitment_id: str, since: date | None = None) -> History | None:
    """One commitment with all that its record needs, or None if there is no such commitment."""
    commitment = _COMMITMENT.first(connection, of=commitment_id)
    if commitment is None:
        return None
    return History(
        commitment=commitment,
        terms=terms_of(connection, commitment_id),
        pauses=_PAUSES_FOR.all(connection, of=commitment_id),
        answers=answer_rows(connection, commitment_id, since).get(commitment_id, ()),
        done_days=tuple(row.day for row in _DONE_OF.all(connection, of=commitment_id)),
        tellings=_TOLD_OF.all(connection, of=commitment_id, since=since or date.min),
        views=views_for(connection, commitment_id),
    )


def asked_of(connection: Connection, commitment_id: str) -> History | None:
    """One commitment with what it asks for, and nothing of what became of it; None if there is no such commitment."""
    commitment = _COMMITMENT.first(connection, of=commitment_id)
    if commitment is None:
        return None
    return History(
        commitment=commitment,
        terms=terms_of(connection, commitment_id),
        pauses=_PAUSES_FOR.all(connection, of=commitment_id),
    )


def with_items(connection: Connection, asked: History, since: date) -> History:
    """The same commitment with what says which items it has from `since` on: neither tellings nor views."""
    commitment_id = asked.commitment.id
    has_periods = any(row.schedule.shape is Shape.TIMES for row in asked.terms)
    return replace(
        asked,
        answers=answer_rows(connection, commitment_id, since).get(commitment_id, ()),
        done_days=tuple(row.day for row in _DONE_OF.all(connection, of=commitment_id)) if has_periods else (),
    )


def answered_again(connection: Connection, history: History, since: date, changed: Collection[type[Any]]) -> History:
    """The same commitment after an answer: only rows of the types in `changed` are read again."""
    commitment_id = history.commitment.id
    if Answer in changed:
        history = replace(history, answers=answer_rows(connection, commitment_id, since).get(commitment_id, ()))
    if DoneDay in changed:
        history = replace(history, done_days=tuple(row.day for row in _DONE_OF.all(connection, of=commitment_id)))
    if Telling in changed:
        history = replace(history, tellings=_TOLD_OF.all(connection, of=commitment_id, since=since))
    return history


def histories_with_hidden(connection: Connection) -> list[History]:
    """Commitments of which at least two misses did not come from the person first, with all their past."""
    newest = {(row.commitment_id, row.day): row.how for row in _TOLD.all(connection, since=date.min)}
    hidden = Counter(commitment_id for (commitment_id, _), how in newest.items() if how in NOT_FIRST)
    found = (history_of(connection, commitment_id) for commitment_id, times in hidden.items() if times >= HIDDEN)
    return [history for history in found if history is not None]


def miss_review(connection: Connection, commitment_id: str, day: date) -> MissReview | None:
    """The steps written after one miss, or None."""
    return _REVIEW.first(connection, key=miss_review_id(commitment_id, day))


def _promised_repairs() -> Rows[MissReview]:
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
    return Rows(MissReview, *is_promised, order_by=(review.repair_by, review.day))


_PROMISED_REPAIRS = _promised_repairs()


def repairs_after_misses(connection: Connection) -> tuple[MissReview, ...]:
    """The steps after misses that promise a repair not yet done, by its day; none of answers changed since."""
    return _PROMISED_REPAIRS.all(connection)


def _with_views(history: History, views: Iterable[TheirView]) -> History:
    terms, pauses = {row.seq for row in history.terms}, {row.seq for row in history.pauses}
    found = (row for row in views if row.terms_seq in terms or row.pause_seq in pauses)
    return replace(history, views=tuple(found))


def _by_commitment(rows: Iterable[Any]) -> defaultdict[str, list[Any]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.commitment_id].append(row)
    return found
