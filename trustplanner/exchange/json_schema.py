"""The objects of the JSON format: one for each entity of the domain, field by field, in the order they are written.

Fields and their types come from the dataclasses. What stands here is where the format differs from them: other names,
bounds, rows that stand inside what they belong to. `docs/json_format.md` explains every field, and a test compares.
A change that older programs or files would trip over makes a new version of the format.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from enum import StrEnum
from types import UnionType
from typing import Any, Final, get_args, get_origin, get_type_hints

from trustplanner.actions.plans import LONGEST_LOCK, LONGEST_NAME, SHORTEST_LOCK
from trustplanner.domain.answers import Answer, DoneDay, MissReview, Telling, miss_review_id
from trustplanner.domain.commitments import LONGEST_SENTENCE, LONGEST_TITLE, Commitment, Pause, Terms
from trustplanner.domain.conversations import LONGEST_TALK, SHORTEST_TALK, Agreement, Practice, Talk, TalkLine
from trustplanner.domain.days import LATEST_START
from trustplanner.domain.events import Event
from trustplanner.domain.hard_days import HardDay
from trustplanner.domain.harms import LARGEST_AMOUNT, Harm, Payment, Repair
from trustplanner.domain.journal import JournalEntry, PlanEnd
from trustplanner.domain.letters import (
    LONGEST_LETTER,
    LONGEST_LETTER_TITLE,
    HintLeft,
    Letter,
    LetterStep,
    LetterTag,
    LetterVersion,
)
from trustplanner.domain.offers import Offer
from trustplanner.domain.path import PathAnswer, PathLine
from trustplanner.domain.plans import Plan, SafetyScreen
from trustplanner.domain.responses import TheirResponse
from trustplanner.domain.schedules import Schedule
from trustplanner.domain.sealed import SealedNote
from trustplanner.domain.session_notes import (
    SessionDecision,
    SessionNote,
    SessionRating,
    decision_id,
    rating_id,
)
from trustplanner.domain.sessions import AgendaLine, Session
from trustplanner.domain.setbacks import SetbackStep, setback_step_id
from trustplanner.domain.settings import DAY_START, DAY_START_FLOOR, LOCK_MINUTES
from trustplanner.domain.sureness import SurenessAnswer
from trustplanner.domain.their_voice import HIGHEST_READING, Anchors, Reading, TheirConsent
from trustplanner.domain.views import TheirView
from trustplanner.domain.wishes import Wish
from trustplanner.exchange import json_kinds as kinds
from trustplanner.exchange.json_kinds import Kind, text

FORMAT: Final = "trustplanner"
VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an object: its name in the file, the attribute it holds, its type."""

    name: str
    attribute: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Shape:
    """One object of the format.

    `section` is the list it stands in and names it in the documentation. `parts` are lists of objects inside it, by
    field name. `parent` is the attribute that says which object it stands inside; it is not written. `order` are the
    attributes it is sorted by, the last of them without equals. `made_id` makes the id of those whose id is not
    written, from the parent's.
    """

    section: str
    entity_type: type[Any]
    fields: tuple[Field, ...]
    order: tuple[str, ...]
    parts: Mapping[str, "Shape"] = field(default_factory=dict)
    parent: str | None = None
    made_id: Callable[[str, Mapping[str, Any]], str] | None = None

    @property
    def key(self) -> str:
        """The attribute that tells one from all others of its kind."""
        return "seq" if self.order == ("seq",) else "id"

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its fields in the file, lists included."""
        return (*(each.name for each in self.fields), *self.parts)

    def named(self, attribute: str) -> str:
        """The name in the file of an attribute."""
        return next(each.name for each in self.fields if each.attribute == attribute)

    def all_within(self) -> Iterator["Shape"]:
        """This shape and those of its parts."""
        yield self
        for part in self.parts.values():
            yield from part.all_within()


_NAMES: Final = {
    "at_minute": "time",
    "told_minute": "told_time",
    "by_minute": "by_time",
    "done_minute": "done_time",
    "utc_offset": "utc_offset_minutes",
    "clock_behind": "clock_behind_minutes",
}
_KINDS: Final = {
    "id": kinds.ID,
    "seq": kinds.SEQUENCE,
    "terms_seq": kinds.SEQUENCE,
    "pause_seq": kinds.SEQUENCE,
    "position": kinds.POSITION,
    "commitment_id": kinds.ID,
    "harm_id": kinds.ID,
    "prompt": kinds.CODE,
    "at_minute": kinds.TIME,
    "told_minute": kinds.TIME,
    "by_minute": kinds.TIME,
    "done_minute": kinds.TIME,
    "sureness": kinds.SURENESS,
    "utc_offset": kinds.UTC_OFFSET,
    "clock_behind": kinds.CLOCK_BEHIND,
    "likelier": kinds.CODES,
}
_BY_TYPE: Final[dict[type[Any], Kind]] = {
    str: kinds.TEXT,
    bool: kinds.FLAG,
    date: kinds.DATE,
    datetime: kinds.MOMENT,
    Schedule: kinds.SCHEDULE,
}
_REQUIRED: Final = text(is_required=True)
_NAME: Final = text(LONGEST_NAME, is_required=True)


def _shape(
    section: str,
    entity_type: type[Any],
    order: tuple[str, ...],
    *,
    parent: str | None = None,
    made_id: Callable[[str, Mapping[str, Any]], str] | None = None,
    parts: Mapping[str, Shape] | None = None,
    **special: Kind,
) -> Shape:
    hints = get_type_hints(entity_type)
    written = tuple(
        Field(_NAMES.get(each.name, each.name), each.name, _kind_of(hints[each.name], {**_KINDS, **special}, each.name))
        for each in fields(entity_type)
        if each.name != parent and not (made_id and each.name == "id")
    )
    return Shape(section, entity_type, written, order, parts or {}, parent, made_id)


def _kind_of(hint: Any, special: Mapping[str, Kind], attribute: str) -> Kind:
    if get_origin(hint) is UnionType and attribute != "seq":  # only rows that are not written yet have no sequence
        wanted, _none = get_args(hint)
        return kinds.optional(_kind_of(wanted, special, attribute))
    if attribute in special:
        return special[attribute]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return kinds.word(hint)
    return _BY_TYPE[hint]


def _miss_review_id(commitment_id: str, values: Mapping[str, Any]) -> str:
    return miss_review_id(commitment_id, values["day"])


def _setback_step_id(event_id: str, values: Mapping[str, Any]) -> str:
    return setback_step_id(event_id, values["act"])


def _note_id(session_id: str, _values: Mapping[str, Any]) -> str:
    return session_id


def _decision_id(session_id: str, values: Mapping[str, Any]) -> str:
    return decision_id(session_id, values["commitment_id"])


def _rating_id(session_id: str, values: Mapping[str, Any]) -> str:
    return rating_id(session_id, values["around"], values["question"])


PLAN: Final = _shape(
    "plan",
    Plan,
    ("id",),
    own_name=_NAME,
    their_name=_NAME,
    counsellor=text(LONGEST_NAME),
    kind=kinds.CODE,
)
SAFETY_SCREEN: Final = _shape("safety_screens", SafetyScreen, ("seq",), answers=kinds.SAFETY_ANSWERS)
PATH_ANSWER: Final = _shape("path_answers", PathAnswer, ("prompt", "on", "id"), words=kinds.PARTS)
PATH_LINE: Final = _shape("path_lines", PathLine, ("prompt", "position", "id"), words=_REQUIRED)
PAYMENT: Final = _shape(
    "payments", Payment, ("created_at", "id"), parent="repair_id", amount=kinds.whole(1, LARGEST_AMOUNT)
)
REPAIR: Final = _shape(
    "repairs",
    Repair,
    ("position", "id"),
    parent="harm_id",
    parts={"payments": PAYMENT},
    words=_REQUIRED,
    amount=kinds.whole(1, LARGEST_AMOUNT),
    currency=kinds.CURRENCY,
)
HARM: Final = _shape("harms", Harm, ("position", "id"), words=_REQUIRED, parts={"repairs": REPAIR})
TERMS: Final = _shape("terms", Terms, ("seq",), parent="commitment_id", will=text(LONGEST_SENTENCE, is_required=True))
ANSWER: Final = _shape("answers", Answer, ("seq",), parent="commitment_id")
DONE_DAY: Final = _shape("done_days", DoneDay, ("seq",), parent="commitment_id")
TELLING: Final = _shape("tellings", Telling, ("seq",), parent="commitment_id")
MISS_REVIEW: Final = _shape("miss_reviews", MissReview, ("day", "id"), parent="commitment_id", made_id=_miss_review_id)
SURENESS: Final = _shape("sureness_answers", SurenessAnswer, ("seq",), parent="commitment_id")
RESPONSE: Final = _shape("responses", TheirResponse, ("seq",), parent="commitment_id")
COMMITMENT: Final = _shape(
    "commitments",
    Commitment,
    ("position", "id"),
    title=text(LONGEST_TITLE, is_required=True),
    parts={
        "terms": TERMS,
        "answers": ANSWER,
        "done_days": DONE_DAY,
        "tellings": TELLING,
        "miss_reviews": MISS_REVIEW,
        "sureness_answers": SURENESS,
        "responses": RESPONSE,
    },
)
PAUSE: Final = _shape("pauses", Pause, ("seq",))
VIEW: Final = _shape("views", TheirView, ("seq",))
AGENDA_LINE: Final = _shape("agenda", AgendaLine, ("position", "id"), parent="session_id", words=_REQUIRED)
SESSION_NOTE: Final = _shape("session_notes", SessionNote, ("updated_at", "id"), parent="session_id", made_id=_note_id)
DECISION: Final = _shape(
    "session_decisions", SessionDecision, ("commitment_id", "id"), parent="session_id", made_id=_decision_id
)
RATING: Final = _shape(
    "session_ratings",
    SessionRating,
    ("around", "question", "id"),
    parent="session_id",
    made_id=_rating_id,
    question=kinds.CODE,
    wording=kinds.POSITION,
    value=kinds.whole(0, 10),
)
SESSION: Final = _shape(
    "sessions",
    Session,
    ("day", "id"),
    parts={
        "agenda": AGENDA_LINE,
        "session_notes": SESSION_NOTE,
        "session_decisions": DECISION,
        "session_ratings": RATING,
    },
)
CONSENT: Final = _shape("consents", TheirConsent, ("seq",), wording=kinds.POSITION)
ANCHORS: Final = _shape("anchors", Anchors, ("seq",))
READING: Final = _shape("readings", Reading, ("seq",), value=kinds.whole(0, HIGHEST_READING), session_id=kinds.ID)
SETBACK_STEP: Final = _shape("setback_steps", SetbackStep, ("act", "id"), parent="event_id", made_id=_setback_step_id)
EVENT: Final = _shape("events", Event, ("day", "id"), parts={"setback_steps": SETBACK_STEP})
HARD_DAY: Final = _shape("hard_days", HardDay, ("created_at", "id"))
WISH: Final = _shape("wishes", Wish, ("position", "id"), words=_REQUIRED)
OFFER: Final = _shape("offers", Offer, ("offered_on", "id"), words=_REQUIRED)
LETTER_WORDS: Final = text(LONGEST_LETTER)
VERSION_OF_LETTER: Final = _shape("versions", LetterVersion, ("seq",), parent="letter_id", words=LETTER_WORDS)
STEP: Final = _shape("steps", LetterStep, ("seq",), parent="letter_id")
TAG: Final = _shape("tags", LetterTag, ("id",), parent="letter_id", sentence=_REQUIRED)
HINT_LEFT: Final = _shape("hints_left", HintLeft, ("id",), parent="letter_id", rule=kinds.CODE, sentence=_REQUIRED)
LETTER: Final = _shape(
    "letters",
    Letter,
    ("position", "id"),
    parts={"versions": VERSION_OF_LETTER, "steps": STEP, "tags": TAG, "hints_left": HINT_LEFT},
    title=text(LONGEST_LETTER_TITLE),
    words=LETTER_WORDS,
)
TALK_LINE: Final = _shape("lines", TalkLine, ("position", "id"), parent="talk_id", words=_REQUIRED)
AGREEMENT: Final = _shape("agreements", Agreement, ("position", "id"), parent="talk_id", words=_REQUIRED)
TALK: Final = _shape(
    "talks",
    Talk,
    ("created_at", "id"),
    parts={"lines": TALK_LINE, "agreements": AGREEMENT},
    minutes=kinds.whole(SHORTEST_TALK, LONGEST_TALK),
)
PRACTICE: Final = _shape("practices", Practice, ("card", "on", "id"), card=kinds.CODE)
JOURNAL_ENTRY: Final = _shape("journal_entries", JournalEntry, ("day", "id"))
SEALED_NOTE: Final = _shape("sealed_notes", SealedNote, ("id",), wrapped=_REQUIRED, sealed=_REQUIRED)
PLAN_END: Final = _shape("plan_ends", PlanEnd, ("seq",))

# The lists at the top of the file, in the order they are written; `plan` stands before them, `settings` after.
LISTS: Final = {
    shape.section: shape
    for shape in (
        SAFETY_SCREEN,
        PATH_ANSWER,
        PATH_LINE,
        HARM,
        WISH,
        OFFER,
        COMMITMENT,
        PAUSE,
        VIEW,
        LETTER,
        TALK,
        PRACTICE,
        SESSION,
        CONSENT,
        ANCHORS,
        READING,
        EVENT,
        HARD_DAY,
        JOURNAL_ENTRY,
        PLAN_END,
        SEALED_NOTE,
    )
}
SHAPES: Final = tuple(shape for top in (PLAN, *LISTS.values()) for shape in top.all_within())

TOP_FIELDS: Final = ("format", "version", "exported_at", "plan", *LISTS, "settings")


@dataclass(frozen=True, slots=True)
class SettingField:
    """One setting: its name in the file and in the vault, its type, and how the vault's text is read and written."""

    name: str
    kind: Kind
    from_vault: Callable[[str], Any]
    to_vault: Callable[[Any], str]


# Settings of a screen or of this computer are no part of the plan and stay where they are.
SETTINGS: Final = (
    SettingField(DAY_START, kinds.time_until(LATEST_START), int, str),
    SettingField(DAY_START_FLOOR, kinds.DATE, date.fromisoformat, date.isoformat),
    SettingField(LOCK_MINUTES, kinds.whole(SHORTEST_LOCK, LONGEST_LOCK), int, str),
)
