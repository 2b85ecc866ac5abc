"""Tables of making amends: harms, repairs, wishes and offers, letters, talks."""

from sqlalchemy import Column, Index, Integer, Table

from trustplanner.domain.commitments import AskedBy
from trustplanner.domain.conversations import LONGEST_TALK, SHORTEST_TALK, TalkState
from trustplanner.domain.harms import LARGEST_AMOUNT, RepairState, RepairWay
from trustplanner.domain.letters import LetterState, SentenceKind
from trustplanner.domain.offers import OfferAnswer
from trustplanner.domain.path import Whose
from trustplanner.domain.plans import Share
from trustplanner.domain.wishes import WishKind
from trustplanner.storage.columns import Day, Moment, between, flag, one_of
from trustplanner.storage.table_parts import LAST_MINUTE, belongs_to, metadata, own_id, sequence, words

harms = Table(
    "harms",
    metadata,
    own_id(),
    words("words"),
    Column("position", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    sqlite_strict=True,
)

repairs = Table(
    "repairs",
    metadata,
    own_id(),
    belongs_to("harm_id", "harms.id"),
    words("words"),
    Column("due_on", Day),
    *one_of("state", RepairState),
    Column("done_on", Day),
    *one_of("way", RepairWay, nullable=True),
    *one_of("wants_contact", Share, nullable=True),
    *one_of("could_injure", Share, nullable=True),
    words("advised_by"),
    *between("amount", 1, LARGEST_AMOUNT, nullable=True),
    words("currency"),
    Column("position", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Index(None, "harm_id"),
    sqlite_strict=True,
)

payments = Table(
    "payments",
    metadata,
    own_id(),
    belongs_to("repair_id", "repairs.id"),
    *between("amount", 1, LARGEST_AMOUNT),
    Column("due_on", Day),
    Column("paid_on", Day),
    Column("created_at", Moment, nullable=False),
    Index(None, "repair_id"),
    sqlite_strict=True,
)

wishes = Table(
    "wishes",
    metadata,
    own_id(),
    *one_of("kind", WishKind),
    words("words"),
    words("about"),
    Column("until", Day),
    *flag("is_guess"),
    Column("heard_on", Day, nullable=False),
    Column("lifted_on", Day),
    Column("position", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    sqlite_strict=True,
)

offers = Table(
    "offers",
    metadata,
    own_id(),
    words("words"),
    Column("offered_on", Day, nullable=False),
    Column("ends_on", Day, nullable=False),
    Column("review_on", Day),
    *one_of("answer", OfferAnswer),
    Column("taken_back_on", Day),
    words("note"),
    Column("created_at", Moment, nullable=False),
    sqlite_strict=True,
)

letters = Table(
    "letters",
    metadata,
    own_id(),
    words("title"),
    words("words"),
    words("if_no"),
    Column("written_ahead_on", Day),
    Column("position", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    sqlite_strict=True,
)

letter_versions = Table(
    "letter_versions",
    metadata,
    sequence(),
    belongs_to("letter_id", "letters.id"),
    words("words"),
    Column("written_at", Moment, nullable=False),
    Index(None, "letter_id"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

letter_steps = Table(
    "letter_steps",
    metadata,
    sequence(),
    belongs_to("letter_id", "letters.id"),
    *one_of("state", LetterState),
    Column("on", Day, nullable=False),
    words("note"),
    Column("written_at", Moment, nullable=False),
    Column("taken_back_at", Moment),
    Index(None, "letter_id"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

letter_tags = Table(
    "letter_tags",
    metadata,
    own_id(),
    belongs_to("letter_id", "letters.id"),
    words("sentence"),
    *one_of("kind", SentenceKind),
    Index(None, "letter_id"),
    sqlite_strict=True,
)

hints_left = Table(
    "hints_left",
    metadata,
    own_id(),
    belongs_to("letter_id", "letters.id"),
    words("rule"),
    words("sentence"),
    Index(None, "letter_id"),
    sqlite_strict=True,
)

talks = Table(
    "talks",
    metadata,
    own_id(),
    *one_of("state", TalkState),
    Column("day", Day),
    *between("at_minute", 0, LAST_MINUTE, nullable=True),
    *between("minutes", SHORTEST_TALK, LONGEST_TALK, nullable=True),
    words("invitation"),
    words("stop_signs"),
    words("tempted"),
    words("not_known"),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    sqlite_strict=True,
)

talk_lines = Table(
    "talk_lines",
    metadata,
    own_id(),
    belongs_to("talk_id", "talks.id"),
    Column("position", Integer, nullable=False),
    words("words"),
    *one_of("whose", Whose),
    Column("heard_on", Day, nullable=False),
    Index(None, "talk_id"),
    sqlite_strict=True,
)

agreements = Table(
    "agreements",
    metadata,
    own_id(),
    belongs_to("talk_id", "talks.id"),
    Column("position", Integer, nullable=False),
    words("words"),
    *one_of("asked_by", AskedBy),
    belongs_to("commitment_id", "commitments.id", nullable=True),
    Index(None, "talk_id"),
    sqlite_strict=True,
)
