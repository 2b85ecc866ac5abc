"""Tables of the record: commitments with their terms, pauses and views, and what was answered."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table

from trustplanner.domain.answers import Adjust, How, Value
from trustplanner.domain.commitments import AskedBy, Direction, Reason, Stance
from trustplanner.domain.responses import Response
from trustplanner.domain.sureness import AskedIn, WorstDay
from trustplanner.domain.views import View
from trustplanner.storage.columns import Day, Moment, ScheduleText, between, flag, one_of
from trustplanner.storage.table_parts import LAST_MINUTE, belongs_to, metadata, own_id, sequence, words

commitments = Table(
    "commitments",
    metadata,
    own_id(),
    words("title"),
    words("if_cue"),
    words("then_action"),
    words("sign"),
    *one_of("asked_by", AskedBy),
    Column("asked_on", Day),
    *between("sureness", 0, 10, nullable=True),
    words("smallest"),
    Column("review_on", Day),
    belongs_to("harm_id", "harms.id", nullable=True),
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
    sequence(),
    belongs_to("commitment_id", "commitments.id"),
    *one_of("stance", Stance),
    words("will"),
    words("so_that"),
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
    sequence(),
    belongs_to("commitment_id", "commitments.id", nullable=True),
    Column("starts_on", Day, nullable=False),
    Column("ends_on", Day, nullable=False),
    *flag("looks_again"),
    *one_of("reason", Reason),
    words("note"),
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
    sequence(),
    Column("terms_seq", Integer, ForeignKey("terms.seq")),
    Column("pause_seq", Integer, ForeignKey("pauses.seq")),
    *one_of("view", View),
    Column("heard_on", Day),
    words("words"),
    Column("written_at", Moment, nullable=False),
    Column("written_on", Day, nullable=False),
    CheckConstraint("(terms_seq IS NULL) <> (pause_seq IS NULL)", name="about"),
    Index(None, "terms_seq", "pause_seq"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

sureness_answers = Table(
    "sureness_answers",
    metadata,
    sequence(),
    belongs_to("commitment_id", "commitments.id"),
    *between("sureness", 0, 10),
    *one_of("worst_day", WorstDay, nullable=True),
    *one_of("asked_in", AskedIn),
    Column("written_at", Moment, nullable=False),
    Column("written_on", Day, nullable=False),
    Index(None, "commitment_id"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

responses = Table(
    "responses",
    metadata,
    sequence(),
    belongs_to("commitment_id", "commitments.id"),
    *one_of("response", Response),
    Column("heard_on", Day),
    words("words"),
    Column("written_at", Moment, nullable=False),
    Column("written_on", Day, nullable=False),
    Index(None, "commitment_id"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

answers = Table(
    "answers",
    metadata,
    sequence(),
    belongs_to("commitment_id", "commitments.id"),
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
    sequence(),
    belongs_to("commitment_id", "commitments.id"),
    Column("day", Day, nullable=False),
    Column("written_at", Moment, nullable=False),
    Column("written_on", Day, nullable=False),
    Column("taken_back_at", Moment),
    *flag("imported"),
    Index(None, "commitment_id", "day"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

tellings = Table(
    "tellings",
    metadata,
    sequence(),
    belongs_to("commitment_id", "commitments.id"),
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
    own_id(),
    belongs_to("commitment_id", "commitments.id"),
    Column("day", Day, nullable=False),
    words("facts"),
    words("last_moment"),
    words("likelier"),
    words("cost"),
    words("repair"),
    Column("repair_by", Day),
    Column("repair_done_on", Day),
    *one_of("adjust", Adjust, nullable=True),
    *between("sureness", 0, 10, nullable=True),
    Column("updated_at", Moment, nullable=False),
    sqlite_strict=True,
)
