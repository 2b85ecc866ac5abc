"""The steps written after misses, as the record of one commitment shows them."""

from datetime import date

from sqlalchemy import Connection, bindparam

from trustplanner.domain.answers import MissReview
from trustplanner.storage.queries.rows import Rows
from trustplanner.storage.record_tables import miss_reviews

_OF = Rows(MissReview, miss_reviews.c.commitment_id == bindparam("of"))


def reviews_of(connection: Connection, commitment_id: str) -> dict[date, MissReview]:
    """Those of one commitment, by the day that was missed."""
    return {review.day: review for review in _OF.all(connection, of=commitment_id)}
