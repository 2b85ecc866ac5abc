"""Everything that stands in a person's words, to be looked through in memory: no index of it lies on the disk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, cast

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, exists, func, literal, null, or_, select

from trustplanner.domain.answers import MissReview
from trustplanner.domain.change import Entity
from trustplanner.domain.commitments import Commitment, Pause, Terms
from trustplanner.domain.conversations import Agreement, Practice, Talk, TalkLine
from trustplanner.domain.events import Event
from trustplanner.domain.hard_days import HardDay
from trustplanner.domain.harms import Harm, Repair
from trustplanner.domain.journal import JournalEntry, PlanEnd
from trustplanner.domain.letters import HintLeft, Letter, LetterStep, LetterTag, LetterVersion
from trustplanner.domain.moments import Draft, Setting
from trustplanner.domain.offers import Offer
from trustplanner.domain.path import PART_MARK, PathAnswer, PathLine
from trustplanner.domain.plans import Plan, SafetyScreen
from trustplanner.domain.responses import TheirResponse
from trustplanner.domain.search import Chapter, Written, find
from trustplanner.domain.session_notes import SessionNote, SessionRating
from trustplanner.domain.sessions import AgendaLine, Session
from trustplanner.domain.setbacks import SetbackStep
from trustplanner.domain.their_voice import Anchors, Reading
from trustplanner.domain.views import TheirView
from trustplanner.domain.wishes import Wish
from trustplanner.storage.amends_tables import letter_versions, letters
from trustplanner.storage.columns import Day
from trustplanner.storage.record_tables import pauses, terms, views
from trustplanner.storage.tables import TABLES


@dataclass(frozen=True, slots=True)
class Source:
    """The columns of one table that hold words; `about` says what a row belongs to, if it is not its own key."""

    entity_type: type[Entity]
    chapter: Chapter
    texts: tuple[str, ...]
    about: str = ""
    day: str = ""


SOURCES: Final = (
    Source(PathAnswer, Chapter.PATH, ("words",), "prompt", "on"),
    Source(PathLine, Chapter.PATH, ("words",), "prompt", "heard_on"),
    Source(Harm, Chapter.AMENDS, ("words",)),
    Source(Repair, Chapter.AMENDS, ("words", "advised_by"), "harm_id", "due_on"),
    Source(Wish, Chapter.WISHES, ("words", "about"), "kind", "heard_on"),
    Source(Offer, Chapter.WISHES, ("words", "note"), day="offered_on"),
    Source(Commitment, Chapter.COMMITMENTS, ("title", "if_cue", "then_action", "sign", "smallest")),
    Source(Terms, Chapter.COMMITMENTS, ("will", "so_that"), "commitment_id", "written_on"),
    Source(Pause, Chapter.COMMITMENTS, ("note",), "commitment_id", "starts_on"),
    Source(TheirView, Chapter.COMMITMENTS, ("words",), day="heard_on"),
    Source(TheirResponse, Chapter.COMMITMENTS, ("words",), "commitment_id", "heard_on"),
    Source(MissReview, Chapter.DAYS, ("facts", "last_moment", "cost", "repair"), "commitment_id", "day"),
    Source(Talk, Chapter.CONVERSATIONS, ("invitation", "stop_signs", "tempted", "not_known"), day="day"),
    Source(TalkLine, Chapter.CONVERSATIONS, ("words",), "talk_id", "heard_on"),
    Source(Agreement, Chapter.CONVERSATIONS, ("words",), "talk_id"),
    Source(Practice, Chapter.CONVERSATIONS, ("words",), "card", "on"),
    Source(Letter, Chapter.LETTERS, ("title", "words", "if_no")),
    Source(LetterVersion, Chapter.LETTERS, ("words",), "letter_id"),
    Source(LetterStep, Chapter.LETTERS, ("note",), "letter_id", "on"),
    Source(Session, Chapter.DATES, ("with_whom",), day="day"),
    Source(AgendaLine, Chapter.DATES, ("words",), "session_id"),
    Source(SessionNote, Chapter.DATES, ("walked_words", "questions"), "session_id"),
    Source(Event, Chapter.DATES, ("words",), day="day"),
    Source(SetbackStep, Chapter.DATES, ("words",), "event_id", "by_on"),
    Source(HardDay, Chapter.DATES, ("place", "words"), day="day"),
    Source(Plan, Chapter.PLAN, ("contact_note",)),
    Source(PlanEnd, Chapter.PLAN, ("words",), day="ended_on"),
    Source(JournalEntry, Chapter.JOURNAL, ("words",), day="day"),
)

NOT_SEARCHED: Final[dict[type[Any], frozenset[str]]] = {
    Plan: frozenset({"own_name", "their_name", "counsellor"}),  # they would be found everywhere and say nothing
    SafetyScreen: frozenset({"answers"}),  # codes; and nobody comes upon them by a search
    PathAnswer: frozenset({"prompt", "choice"}),
    PathLine: frozenset({"prompt"}),
    Repair: frozenset({"currency"}),
    MissReview: frozenset({"likelier"}),
    SessionNote: frozenset({"fits_words", "walked"}),  # theirs; and a key
    SessionRating: frozenset({"question"}),
    Anchors: frozenset({"three", "seven"}),  # theirs: nobody comes upon them by a search
    Reading: frozenset({"words"}),
    Practice: frozenset({"card"}),
    LetterTag: frozenset({"sentence"}),  # a copy of what stands in the letter
    HintLeft: frozenset({"rule", "sentence"}),
    Setting: frozenset({"value"}),
    Draft: frozenset({"body"}),  # what is being typed stands where it is typed
}
"""Columns of words that are codes, copies or names."""


def written(connection: Connection, chapters: frozenset[Chapter]) -> Iterator[Written]:
    """Everything that stands in these chapters, one table after the other, the newest of each first."""
    for source in SOURCES:
        if source.chapter in chapters:
            kind = source.entity_type.__name__
            for key, about, day, *texts in connection.execute(_statement(source)).all():
                yield Written(kind, source.chapter, str(key), about or "", day, tuple(map(_read, texts)))


def look_for(connection: Connection, terms: Sequence[str], chapters: frozenset[Chapter]) -> tuple[Written, ...]:
    """What holds every one of these terms in these chapters."""
    return find(written(connection, chapters), terms)


def _read(text: str) -> str:
    """Words of a room with several fields, one after the other."""
    return " · ".join(part for part in text.split(PART_MARK) if part.strip()) if PART_MARK in text else text


@cache
def _statement(source: Source) -> Select[Any]:
    table: Table[Any] = TABLES[source.entity_type]
    (key,) = table.primary_key
    texts = [table.c[name] for name in source.texts]
    day: ColumnElement[Any] = table.c[source.day] if source.day else literal(None, Day())
    has_words = or_(*(text != "" for text in texts))
    statement = select(key, _about(source, table).label("about"), day.label("day"), *texts).where(has_words)
    if source.entity_type is LetterVersion:
        statement = statement.where(_is_no_longer_so())
    return statement.order_by(table.c[source.day].desc()) if source.day else statement.order_by(key.desc())


def _about(source: Source, table: Table[Any]) -> ColumnElement[Any]:
    """What a row belongs to; a view belongs to the commitment whose terms or pause it is about."""
    if source.entity_type is TheirView:
        of_terms = select(terms.c.commitment_id).where(terms.c.seq == views.c.terms_seq).scalar_subquery()
        of_pause = select(pauses.c.commitment_id).where(pauses.c.seq == views.c.pause_seq).scalar_subquery()
        return func.coalesce(of_terms, of_pause)
    return cast("ColumnElement[Any]", table.c[source.about]) if source.about else null()


def _is_no_longer_so() -> ColumnElement[bool]:
    """An earlier version of a letter; the present one is found as the letter."""
    is_present = and_(letters.c.id == letter_versions.c.letter_id, letters.c.words == letter_versions.c.words)
    return ~exists().where(is_present)
