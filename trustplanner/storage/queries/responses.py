"""How sure a person was of a commitment, and what they said to it."""

from sqlalchemy import Connection, bindparam

from trustplanner.domain.responses import TheirResponse
from trustplanner.domain.sureness import SurenessAnswer
from trustplanner.storage.queries.rows import Rows
from trustplanner.storage.record_tables import responses as responses_table
from trustplanner.storage.record_tables import sureness_answers as sureness_table

_RESPONSES = Rows(TheirResponse, order_by=(responses_table.c.seq,))
_SURENESS = Rows(SurenessAnswer, order_by=(sureness_table.c.seq,))
_SURENESS_OF = Rows(SurenessAnswer, sureness_table.c.commitment_id == bindparam("of"), order_by=(sureness_table.c.seq,))


def every_response(connection: Connection) -> tuple[TheirResponse, ...]:
    """What they said to every commitment, in order of writing."""
    return _RESPONSES.all(connection)


def every_sureness(connection: Connection) -> tuple[SurenessAnswer, ...]:
    """Every time it was asked how sure a person is, in order of writing."""
    return _SURENESS.all(connection)


def sureness_of(connection: Connection, commitment_id: str) -> tuple[SurenessAnswer, ...]:
    """Every time it was asked about one commitment, in order of writing."""
    return _SURENESS_OF.all(connection, of=commitment_id)
