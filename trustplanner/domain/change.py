"""What an action changed: enough to refresh the screens and to undo it."""

from dataclasses import dataclass
from enum import StrEnum

from trustplanner.domain.answers import Answer, DoneDay, MissReview, Telling
from trustplanner.domain.commitments import Commitment, Pause, Terms
from trustplanner.domain.conversations import Agreement, Practice, Talk, TalkLine
from trustplanner.domain.events import Event
from trustplanner.domain.hard_days import HardDay
from trustplanner.domain.harms import Harm, Payment, Repair
from trustplanner.domain.journal import JournalEntry, PlanEnd
from trustplanner.domain.letters import HintLeft, Letter, LetterStep, LetterTag, LetterVersion
from trustplanner.domain.moments import Draft, Setting
from trustplanner.domain.offers import Offer
from trustplanner.domain.path import PathAnswer, PathLine
from trustplanner.domain.plans import Plan, SafetyScreen
from trustplanner.domain.responses import TheirResponse
from trustplanner.domain.sealed import SealedNote
from trustplanner.domain.session_notes import SessionDecision, SessionNote, SessionRating
from trustplanner.domain.sessions import AgendaLine, Session
from trustplanner.domain.setbacks import SetbackStep
from trustplanner.domain.sureness import SurenessAnswer
from trustplanner.domain.their_voice import Anchors, Reading, TheirConsent
from trustplanner.domain.views import TheirView
from trustplanner.domain.wishes import Wish

Entity = (
    Plan
    | SafetyScreen
    | PathAnswer
    | PathLine
    | Harm
    | Repair
    | Payment
    | Wish
    | Offer
    | Commitment
    | Terms
    | Pause
    | TheirView
    | SurenessAnswer
    | TheirResponse
    | Answer
    | DoneDay
    | Telling
    | MissReview
    | Session
    | AgendaLine
    | SessionNote
    | SessionDecision
    | SessionRating
    | TheirConsent
    | Anchors
    | Reading
    | Event
    | SetbackStep
    | HardDay
    | Letter
    | LetterVersion
    | LetterStep
    | LetterTag
    | HintLeft
    | Talk
    | TalkLine
    | Agreement
    | Practice
    | JournalEntry
    | PlanEnd
    | SealedNote
    | Setting
    | Draft
)


class Topic(StrEnum):
    """What a screen can be interested in."""

    PLAN = "plan"
    SAFETY = "safety"
    PATH = "path"
    HARMS = "harms"
    COMMITMENTS = "commitments"
    ANSWERS = "answers"
    SESSIONS = "sessions"
    THEIR_VOICE = "their_voice"
    EVENTS = "events"
    LETTERS = "letters"
    CONVERSATIONS = "conversations"
    JOURNAL = "journal"
    SEALED = "sealed"
    SETTINGS = "settings"
    DRAFTS = "drafts"


TOPICS: dict[type[Entity], Topic] = {
    Plan: Topic.PLAN,
    SafetyScreen: Topic.SAFETY,
    PathAnswer: Topic.PATH,
    PathLine: Topic.PATH,
    Harm: Topic.HARMS,
    Repair: Topic.HARMS,
    Payment: Topic.HARMS,
    Wish: Topic.HARMS,
    Offer: Topic.HARMS,
    Commitment: Topic.COMMITMENTS,
    Terms: Topic.COMMITMENTS,
    Pause: Topic.COMMITMENTS,
    TheirView: Topic.COMMITMENTS,
    SurenessAnswer: Topic.COMMITMENTS,
    TheirResponse: Topic.COMMITMENTS,
    Answer: Topic.ANSWERS,
    DoneDay: Topic.ANSWERS,
    Telling: Topic.ANSWERS,
    MissReview: Topic.ANSWERS,
    Session: Topic.SESSIONS,
    AgendaLine: Topic.SESSIONS,
    SessionNote: Topic.SESSIONS,
    SessionDecision: Topic.SESSIONS,
    SessionRating: Topic.SESSIONS,
    TheirConsent: Topic.THEIR_VOICE,
    Anchors: Topic.THEIR_VOICE,
    Reading: Topic.THEIR_VOICE,
    Event: Topic.EVENTS,
    SetbackStep: Topic.EVENTS,
    HardDay: Topic.EVENTS,
    Letter: Topic.LETTERS,
    LetterVersion: Topic.LETTERS,
    LetterStep: Topic.LETTERS,
    LetterTag: Topic.LETTERS,
    HintLeft: Topic.LETTERS,
    Talk: Topic.CONVERSATIONS,
    TalkLine: Topic.CONVERSATIONS,
    Agreement: Topic.CONVERSATIONS,
    Practice: Topic.CONVERSATIONS,
    JournalEntry: Topic.JOURNAL,
    PlanEnd: Topic.PLAN,
    SealedNote: Topic.SEALED,
    Setting: Topic.SETTINGS,
    Draft: Topic.DRAFTS,
}


@dataclass(frozen=True, slots=True)
class Edit:
    """One row before and after; None where it did not exist."""

    before: Entity | None
    after: Entity | None

    @property
    def entity_type(self) -> type[Entity]:
        """The kind of row that was edited."""
        row = self.after if self.after is not None else self.before
        assert row is not None  # noqa: S101  (an edit without both sides is never made)
        return type(row)


@dataclass(frozen=True, slots=True)
class Change:
    """All rows that one action edited, in order: one transaction, one refresh, one undo step.

    `label` is the short name of the action for the Edit menu.
    """

    label: str
    edits: tuple[Edit, ...]

    @property
    def topics(self) -> frozenset[Topic]:
        """What changed, for screens that decide whether to read again."""
        return frozenset(TOPICS[edit.entity_type] for edit in self.edits)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was edited."""
        return not self.edits

    def reversed(self) -> "Change":
        """The change that puts everything back."""
        return Change(self.label, tuple(Edit(edit.after, edit.before) for edit in reversed(self.edits)))
