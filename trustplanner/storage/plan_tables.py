"""Tables of the plan: whom it is about, the path, sessions and events, the journal, settings and drafts."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, Table, Text

from trustplanner.domain.events import EventKind
from trustplanner.domain.hard_days import HardFor
from trustplanner.domain.journal import EndKind
from trustplanner.domain.path import Whose
from trustplanner.domain.plans import Contact, Pronoun, Share
from trustplanner.domain.setbacks import SetbackAct
from trustplanner.storage.columns import Day, Moment, between, flag, one_of
from trustplanner.storage.table_parts import LAST_MINUTE, belongs_to, metadata, own_id, sequence, words

plans = Table(
    "plans",
    metadata,
    own_id(),
    words("own_name"),
    words("their_name"),
    *one_of("pronoun", Pronoun),
    words("counsellor"),
    Column("kind", Text),
    *one_of("pattern", Share, nullable=True),
    *one_of("hidden", Share, nullable=True),
    *one_of("danger", Share, nullable=True),
    *one_of("others", Share, nullable=True),
    *one_of("contact", Contact),
    Column("contact_until", Day),
    words("contact_note"),
    Column("first_day", Day, nullable=False),
    Column("created_at", Moment, nullable=False),
    sqlite_strict=True,
)

safety_screens = Table(
    "safety_screens",
    metadata,
    sequence(),
    Column("asked_on", Day, nullable=False),
    Column("written_at", Moment, nullable=False),
    *flag("stop"),
    *flag("indirect"),
    *flag("ending"),
    *flag("support"),
    words("answers"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

path_answers = Table(
    "path_answers",
    metadata,
    own_id(),
    words("prompt"),
    Column("on", Day),
    words("words"),
    words("choice"),
    *flag("skipped"),
    Column("opened_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Index(None, "prompt", "on"),
    sqlite_strict=True,
)

path_lines = Table(
    "path_lines",
    metadata,
    own_id(),
    words("prompt"),
    Column("position", Integer, nullable=False),
    words("words"),
    *one_of("whose", Whose),
    Column("heard_on", Day, nullable=False),
    Index(None, "prompt", "position"),
    sqlite_strict=True,
)

sessions = Table(
    "sessions",
    metadata,
    own_id(),
    Column("day", Day, nullable=False),
    *between("at_minute", 0, LAST_MINUTE, nullable=True),
    words("with_whom"),
    Column("created_at", Moment, nullable=False),
    Index(None, "day"),
    sqlite_strict=True,
)

agenda_lines = Table(
    "agenda_lines",
    metadata,
    own_id(),
    belongs_to("session_id", "sessions.id"),
    Column("position", Integer, nullable=False),
    words("words"),
    Index(None, "session_id"),
    sqlite_strict=True,
)

events = Table(
    "events",
    metadata,
    own_id(),
    Column("day", Day, nullable=False),
    *one_of("kind", EventKind),
    words("words"),
    Column("created_at", Moment, nullable=False),
    Index(None, "day"),
    sqlite_strict=True,
)

setback_steps = Table(
    "setback_steps",
    metadata,
    own_id(),
    belongs_to("event_id", "events.id"),
    *one_of("act", SetbackAct),
    words("words"),
    Column("by_on", Day),
    *between("by_minute", 0, LAST_MINUTE, nullable=True),
    Column("done_on", Day),
    *between("done_minute", 0, LAST_MINUTE, nullable=True),
    Column("updated_at", Moment, nullable=False),
    Index(None, "event_id"),
    sqlite_strict=True,
)

hard_days = Table(
    "hard_days",
    metadata,
    own_id(),
    *one_of("whose", HardFor),
    Column("day", Day),
    *flag("is_yearly"),
    words("place"),
    words("words"),
    Column("heard_on", Day),
    Column("released_on", Day),
    Column("created_at", Moment, nullable=False),
    CheckConstraint("day IS NOT NULL OR place <> ''", name="when_or_where"),
    sqlite_strict=True,
)

practices = Table(
    "practices",
    metadata,
    own_id(),
    words("card"),
    Column("on", Day, nullable=False),
    words("words"),
    Column("updated_at", Moment, nullable=False),
    Index(None, "card", "on"),
    sqlite_strict=True,
)

journal_entries = Table(
    "journal_entries",
    metadata,
    own_id(),
    Column("day", Day, nullable=False),
    words("words"),
    Column("updated_at", Moment, nullable=False),
    Index(None, "day"),
    sqlite_strict=True,
)

plan_ends = Table(
    "plan_ends",
    metadata,
    sequence(),
    *one_of("kind", EndKind),
    words("words"),
    Column("ended_on", Day, nullable=False),
    Column("written_at", Moment, nullable=False),
    Column("taken_back_at", Moment),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

sealed_notes = Table(
    "sealed_notes",
    metadata,
    own_id(),
    words("wrapped"),
    words("sealed"),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    sqlite_strict=True,
)

settings = Table("settings", metadata, own_id(), words("value"), sqlite_strict=True)

drafts = Table(
    "drafts",
    metadata,
    own_id(),
    words("body"),
    Column("updated_at", Moment, nullable=False),
    sqlite_strict=True,
)
