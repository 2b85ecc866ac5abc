"""Their views of terms and pauses, all in order of writing: the last one about a thing counts."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, or_, select

from trustplanner.domain.commitments import Pause, Terms
from trustplanner.domain.views import TheirView
from trustplanner.storage.queries.rows import Rows
from trustplanner.storage.record_tables import pauses, terms, views

_IN_ORDER = (views.c.seq,)


def _terms_of_it() -> Select[Any]:
    return select(terms.c.seq).where(terms.c.commitment_id == bindparam("of"))


def _pauses_of_it(*others: ColumnElement[bool]) -> Select[Any]:
    return select(pauses.c.seq).where(or_(pauses.c.commitment_id == bindparam("of"), *others))


_EVERY = Rows(TheirView, order_by=_IN_ORDER)
_OF_TERMS = Rows(TheirView, views.c.terms_seq == bindparam("about"), order_by=_IN_ORDER)
_OF_PAUSE = Rows(TheirView, views.c.pause_seq == bindparam("about"), order_by=_IN_ORDER)
_FOR = Rows(
    TheirView,
    or_(
        views.c.terms_seq.in_(_terms_of_it()),
        views.c.pause_seq.in_(_pauses_of_it(pauses.c.commitment_id.is_(None))),
    ),
    order_by=_IN_ORDER,
)
_OWN = Rows(
    TheirView,
    or_(views.c.terms_seq.in_(_terms_of_it()), views.c.pause_seq.in_(_pauses_of_it())),
    order_by=_IN_ORDER,
)


def every_view(connection: Connection) -> tuple[TheirView, ...]:
    """All of them."""
    return _EVERY.all(connection)


def views_about(connection: Connection, about: Terms | Pause) -> tuple[TheirView, ...]:
    """Those of one change of terms, or of one pause."""
    rows = _OF_TERMS if isinstance(about, Terms) else _OF_PAUSE
    return rows.all(connection, about=about.seq)


def views_for(connection: Connection, commitment_id: str) -> tuple[TheirView, ...]:
    """Those of a commitment's terms, of its pauses, and of the pauses of all commitments."""
    return _FOR.all(connection, of=commitment_id)


def own_views(connection: Connection, commitment_id: str) -> tuple[TheirView, ...]:
    """The same without the pauses of all commitments."""
    return _OWN.all(connection, of=commitment_id)
