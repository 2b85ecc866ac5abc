"""Tables of the session: what it leaves, four short ratings, and their voice."""

from sqlalchemy import Column, Index, Integer, Table

from trustplanner.domain.session_notes import Around, Decision, Fits
from trustplanner.domain.their_voice import HIGHEST_READING
from trustplanner.storage.columns import Day, Moment, between, one_of
from trustplanner.storage.table_parts import belongs_to, metadata, own_id, sequence, words

session_notes = Table(
    "session_notes",
    metadata,
    own_id(),
    belongs_to("session_id", "sessions.id"),
    *one_of("fits", Fits, nullable=True),
    words("fits_words"),
    words("walked"),
    words("walked_words"),
    words("questions"),
    Column("updated_at", Moment, nullable=False),
    Index(None, "session_id"),
    sqlite_strict=True,
)

session_decisions = Table(
    "session_decisions",
    metadata,
    own_id(),
    belongs_to("session_id", "sessions.id"),
    belongs_to("commitment_id", "commitments.id"),
    *one_of("decision", Decision),
    Column("updated_at", Moment, nullable=False),
    Index(None, "session_id", "commitment_id"),
    sqlite_strict=True,
)

session_ratings = Table(
    "session_ratings",
    metadata,
    own_id(),
    belongs_to("session_id", "sessions.id"),
    *one_of("around", Around),
    words("question"),
    Column("wording", Integer, nullable=False),
    *between("value", 0, 10),
    Column("updated_at", Moment, nullable=False),
    Index(None, "session_id"),
    sqlite_strict=True,
)

consents = Table(
    "consents",
    metadata,
    sequence(),
    Column("given_on", Day, nullable=False),
    Column("wording", Integer, nullable=False),
    Column("written_at", Moment, nullable=False),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

anchors = Table(
    "anchors",
    metadata,
    sequence(),
    words("three"),
    words("seven"),
    Column("written_on", Day, nullable=False),
    Column("written_at", Moment, nullable=False),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

readings = Table(
    "readings",
    metadata,
    sequence(),
    Column("day", Day, nullable=False),
    *between("value", 0, HIGHEST_READING, nullable=True),
    words("words"),
    belongs_to("session_id", "sessions.id", nullable=True),
    Column("written_on", Day, nullable=False),
    Column("written_at", Moment, nullable=False),
    Index(None, "day", "session_id"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)
