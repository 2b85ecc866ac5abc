"""Openness that was offered."""

from sqlalchemy import Connection

from trustplanner.domain.offers import Offer
from trustplanner.storage import amends_tables
from trustplanner.storage.queries.rows import Rows

_OFFERS = Rows(Offer, order_by=(amends_tables.offers.c.offered_on.desc(), amends_tables.offers.c.created_at.desc()))


def offers(connection: Connection) -> tuple[Offer, ...]:
    """All offers, the newest first."""
    return _OFFERS.all(connection)
