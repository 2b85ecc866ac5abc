"""Every table of the vault. Columns are the fields of the dataclass of the same noun; a test compares them."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, MetaData, Table, Text

from trustplanner.domain.answers import Adjust, Answer, DoneDay, How, MissReview, Telling, Value
from trustplanner.domain.change import Entity
from trustplanner.domain.commitments import (
    AskedBy,
    Commitment,
    Direction,
    Pause,
    Reason,
    Stance,
    Terms,
)
from trustplanner.domain.events import Event, EventKind
from trustplanner.domain.harms import Harm, Repair, RepairState
from trustplanner.domain.moments import Draft, Setting
from trustplanner.domain.path import PathAnswer, PathLine, Whose
from trustplanner.domain.plans import Contact, Plan, Pronoun, SafetyScreen, Share
from trustplanner.domain.sessions import AgendaLine, Session
from trustplanner.domain.views import TheirView, View
from trustplanner.storage.columns import Day, Moment, ScheduleText, between, flag, one_of

LAST_MINUTE = 24 * 60 - 1

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)


def _words(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _id() -> Column[str]:
    return Column("id", Text, primary_key=True, nullable=False)


def _sequence() -> Column[int]:
    return Column("seq", Integer, primary_key=True, autoincrement=True)


def _belongs_to(name: str, target: str, *, nullable: bool = False) -> Column[str]:
    return Column(name, Text, ForeignKey(target), nullable=nullable)


plans = Table(
    "plans",
    metadata,
    _id(),
    _words("own_name"),
    _words("their_name"),
    *one_of("pronoun", Pronoun),
    _words("counsellor"),
    Column("kind", Text),
    *one_of("pattern", Share, nullable=True),
    *one_of("hidden", Share, nullable=True),
    *one_of("danger", Share, nullable=True),
    *one_of("others", Share, nullable=True),
    *one_of("contact", Contact),
    Column("contact_until", Day),
    _words("contact_note"),
    Column("first_day", Day, nullable=False),
    Column("created_at", Moment, nullable=False),
    sqlite_strict=True,
)

safety_screens = Table(
    "safety_screens",
    metadata,
    _sequence(),
    Column("asked_on", Day, nullable=False),
    Column("written_at", Moment, nullable=False),
    *flag("stop"),
    *flag("indirect"),
    *flag("ending"),
    *flag("support"),
    _words("answers"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

path_answers = Table(
    "path_answers",
    metadata,
    _id(),
    _words("prompt"),
    Column("on", Day),
    _words("words"),
    _words("choice"),
    *flag("skipped"),
    Column("opened_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Index(None, "prompt", "on"),
    sqlite_strict=True,
)

path_lines = Table(
    "path_lines",
    metadata,
    _id(),
    _words("prompt"),
    Column("position", Integer, nullable=False),
    _words("words"),
    *one_of("whose", Whose),
    Column("heard_on", Day, nullable=False),
    Index(None, "prompt", "position"),
    sqlite_strict=True,
)

harms = Table(
    "harms",
    metadata,
    _id(),
    _words("words"),
    Column("position", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    sqlite_strict=True,
)

repairs = Table(
    "repairs",
    metadata,
    _id(),
    _belongs_to("harm_id", "harms.id"),
    _words("words"),
    Column("due_on", Day),
    *one_of("state", RepairState),
    Column("done_on", Day),
    Column("position", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Index(None, "harm_id"),
    sqlite_strict=True,
)

commitments = Table(
    "commitments",
    metadata,
    _id(),
    _words("title"),
    _words("if_cue"),
    _words("then_action"),
    _words("sign"),
    *one_of("asked_by", AskedBy),
    Column("asked_on", Day),
    *between("sureness", 0, 10, nullable=True),
    _words("smallest"),
    Column("review_on", Day),
    _belongs_to("harm_id", "harms.id", nullable=True),
    *flag("is_line"),
    *flag("is_event"),
    *flag("imported"),
    Column("position", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Index(None, "harm_id"),
    sqlite_strict=True,
)

terms = Table(
    "terms",
    metadata,
    _sequence(),
    _belongs_to("commitment_id", "commitments.id"),
    *one_of("stance", Stance),
    _words("will"),
    _words("so_that"),
    Column("schedule", ScheduleText, nullable=False),
    *between("at_minute", 0, LAST_MINUTE, nullable=True),
    Column("starts_on", Day, nullable=False),
    Column("written_at", Moment, nullable=False),
    Column("written_on", Day, nullable=False),
    *one_of("direction", Direction),
    *one_of("reason", Reason),
    Column("taken_back_at", Moment),
    Index(None, "commitment_id", "starts_on"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

pauses = Table(
    "pauses",
    metadata,
    _sequence(),
    _belongs_to("commitment_id", "commitments.id", nullable=True),
    Column("starts_on", Day, nullable=False),
    Column("ends_on", Day, nullable=False),
    *flag("looks_again"),
    *one_of("reason", Reason),
    _words("note"),
    Column("written_at", Moment, nullable=False),
    Column("written_on", Day, nullable=False),
    Column("taken_back_at", Moment),
    Index(None, "commitment_id"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

views = Table(
    "views",
    metadata,
    _sequence(),
    Column("terms_seq", Integer, ForeignKey("terms.seq")),
    Column("pause_seq", Integer, ForeignKey("pauses.seq")),
    *one_of("view", View),
    Column("heard_on", Day),
    _words("words"),
    Column("written_at", Moment, nullable=False),
    Column("written_on", Day, nullable=False),
    CheckConstraint("(terms_seq IS NULL) <> (pause_seq IS NULL)", name="about"),
    Index(None, "terms_seq", "pause_seq"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

answers = Table(
    "answers",
    metadata,
    _sequence(),
    _belongs_to("commitment_id", "commitments.id"),
    Column("day", Day, nullable=False),
    *one_of("value", Value),
    Column("written_at", Moment, nullable=False),
    Column("utc_offset", Integer, nullable=False),
    Column("written_on", Day, nullable=False),
    Column("clock_behind", Integer, nullable=False),
    *flag("imported"),
    # Covers every read of the record, so that it never touches the rows themselves.
    Index("ix_answers_record", "commitment_id", "day", "seq", "value", "written_on"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

done_days = Table(
    "done_days",
    metadata,
    _sequence(),
    _belongs_to("commitment_id", "commitments.id"),
    Column("day", Day, nullable=False),
    Column("written_at", Moment, nullable=False),
    Column("written_on", Day, nullable=False),
    Column("taken_back_at", Moment),
    Index(None, "commitment_id", "day"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

tellings = Table(
    "tellings",
    metadata,
    _sequence(),
    _belongs_to("commitment_id", "commitments.id"),
    Column("day", Day, nullable=False),
    *one_of("how", How),
    Column("told_on", Day),
    *between("told_minute", 0, LAST_MINUTE, nullable=True),
    Column("written_at", Moment, nullable=False),
    Column("written_on", Day, nullable=False),
    Index(None, "commitment_id", "day"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

miss_reviews = Table(
    "miss_reviews",
    metadata,
    _id(),
    _belongs_to("commitment_id", "commitments.id"),
    Column("day", Day, nullable=False),
    _words("facts"),
    _words("last_moment"),
    _words("likelier"),
    _words("cost"),
    _words("repair"),
    Column("repair_by", Day),
    Column("repair_done_on", Day),
    *one_of("adjust", Adjust, nullable=True),
    *between("sureness", 0, 10, nullable=True),
    Column("updated_at", Moment, nullable=False),
    sqlite_strict=True,
)

sessions = Table(
    "sessions",
    metadata,
    _id(),
    Column("day", Day, nullable=False),
    *between("at_minute", 0, LAST_MINUTE, nullable=True),
    _words("with_whom"),
    Column("created_at", Moment, nullable=False),
    Index(None, "day"),
    sqlite_strict=True,
)

agenda_lines = Table(
    "agenda_lines",
    metadata,
    _id(),
    _belongs_to("session_id", "sessions.id"),
    Column("position", Integer, nullable=False),
    _words("words"),
    Index(None, "session_id"),
    sqlite_strict=True,
)

events = Table(
    "events",
    metadata,
    _id(),
    Column("day", Day, nullable=False),
    *one_of("kind", EventKind),
    _words("words"),
    Column("created_at", Moment, nullable=False),
    Index(None, "day"),
    sqlite_strict=True,
)

settings = Table("settings", metadata, _id(), _words("value"), sqlite_strict=True)

drafts = Table(
    "drafts",
    metadata,
    _id(),
    _words("body"),
    Column("updated_at", Moment, nullable=False),
    sqlite_strict=True,
)

TABLES: dict[type[Entity], Table] = {
    Plan: plans,
    SafetyScreen: safety_screens,
    PathAnswer: path_answers,
    PathLine: path_lines,
    Harm: harms,
    Repair: repairs,
    Commitment: commitments,
    Terms: terms,
    Pause: pauses,
    TheirView: views,
    Answer: answers,
    DoneDay: done_days,
    Telling: tellings,
    MissReview: miss_reviews,
    Session: sessions,
    AgendaLine: agenda_lines,
    Event: events,
    Setting: settings,
    Draft: drafts,
}
