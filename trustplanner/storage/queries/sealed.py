"""Sealed notes, as they lie in the vault."""

from sqlalchemy import Connection, bindparam

from trustplanner.domain.sealed import SealedNote
from trustplanner.storage import plan_tables
from trustplanner.storage.queries.rows import Rows

_NOTE = Rows(SealedNote, plan_tables.sealed_notes.c.id == bindparam("key"))


def sealed_note(connection: Connection, note_id: str) -> SealedNote | None:
    """One sealed note, or None if there is none of this id."""
    return _NOTE.first(connection, key=note_id)
