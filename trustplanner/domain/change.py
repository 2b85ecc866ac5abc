"""What an action changed: enough to refresh the screens and to undo it."""

from dataclasses import dataclass
from enum import StrEnum

from trustplanner.domain.answers import Answer, DoneDay, MissReview, Telling
from trustplanner.domain.commitments import Commitment, Pause, Terms
from trustplanner.domain.events import Event
from trustplanner.domain.harms import Harm, Repair
from trustplanner.domain.moments import Draft, Setting
from trustplanner.domain.path import PathAnswer, PathLine
from trustplanner.domain.plans import Plan, SafetyScreen
from trustplanner.domain.sessions import AgendaLine, Session
from trustplanner.domain.views import TheirView

Entity = (
    Plan
    | SafetyScreen
    | PathAnswer
    | PathLine
    | Harm
    | Repair
    | Commitment
    | Terms
    | Pause
    | TheirView
    | Answer
    | DoneDay
    | Telling
    | MissReview
    | Session
    | AgendaLine
    | Event
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
    EVENTS = "events"
    SETTINGS = "settings"
    DRAFTS = "drafts"


TOPICS: dict[type[Entity], Topic] = {
    Plan: Topic.PLAN,
    SafetyScreen: Topic.SAFETY,
    PathAnswer: Topic.PATH,
    PathLine: Topic.PATH,
    Harm: Topic.HARMS,
    Repair: Topic.HARMS,
    Commitment: Topic.COMMITMENTS,
    Terms: Topic.COMMITMENTS,
    Pause: Topic.COMMITMENTS,
    TheirView: Topic.COMMITMENTS,
    Answer: Topic.ANSWERS,
    DoneDay: Topic.ANSWERS,
    Telling: Topic.ANSWERS,
    MissReview: Topic.ANSWERS,
    Session: Topic.SESSIONS,
    AgendaLine: Topic.SESSIONS,
    Event: Topic.EVENTS,
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
