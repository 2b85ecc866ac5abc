"""The words around a commitment: the questions in the margin, the refusal, loosening and pausing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from trustplanner.content.reading import Holds
from trustplanner.content.texts import Sentence, Text
from trustplanner.domain.commitments import Direction, Reason
from trustplanner.domain.views import View


class Quality(StrEnum):
    """What a question in the margin is about: mostly a field of the editor.

    ALONE and START are further questions about "I will"; WHEN stands beside the schedule.
    """

    WILL = "will"
    ALONE = "alone"
    START = "start"
    SO_THAT = "so_that"
    WHEN = "when"
    IF_THEN = "if_then"
    HOW_KNOWN = "how_known"
    ASKED_BY = "asked_by"
    SURENESS = "sureness"
    SMALLEST = "smallest"
    REVIEW_ON = "review_on"
    IS_LINE = "is_line"
    IS_EVENT = "is_event"


@dataclass(frozen=True, slots=True)
class QualityWords:
    """One question in the margin, a calm line below it, and the same promise said weakly and strongly."""

    question: Text
    follow_up: Text
    weak: Text
    strong: Text


@dataclass(frozen=True, slots=True)
class QualityPage:
    """All of `commitment_quality.toml`."""

    questions: dict[Quality, QualityWords]
    brackets_left: str
    contact_limited: str
    three_active: str


@dataclass(frozen=True, slots=True)
class TrackingRefusal:
    """Why a commitment that would track the other person is refused, and what such a check cannot see."""

    title: str
    reason: Text
    needs_answer: Text
    again_title: str
    instead: Text
    own_device: Text
    limit: str


@dataclass(frozen=True, slots=True)
class OptionWords:
    """One option, and what it does."""

    label: Text
    explained: str


@dataclass(frozen=True, slots=True)
class ReasonsWords:
    """Why something is made easier."""

    title: str
    options: dict[Reason, OptionWords]


@dataclass(frozen=True, slots=True)
class ViewLabel:
    """One answer to what they think of it: to choose it, and as it stands behind their name."""

    label: str
    stands: str


@dataclass(frozen=True, slots=True)
class ViewWords:
    """Their view of a loosening, as it was heard."""

    title: Text
    note: Text
    as_heard: str
    options: dict[View, ViewLabel]


@dataclass(frozen=True, slots=True)
class Directions:
    """The three answers to "stricter, easier, or only the wording?"."""

    stricter: OptionWords
    easier: OptionWords
    wording: OptionWords

    def of(self, direction: Direction) -> OptionWords:
        """The words for a direction; the first terms have none."""
        words = getattr(self, direction.value)
        assert isinstance(words, OptionWords)  # noqa: S101  (a field of this class)
        return words


@dataclass(frozen=True, slots=True)
class ContactChange:
    """Looking through what was promised once contact is limited or not welcome."""

    title: str
    notice: Text
    lead: Text
    note: str


@dataclass(frozen=True, slots=True)
class LooseningPage:
    """All of `loosening.toml`. `notice` is said with `written` and `starts`, two dates in words."""

    question: str
    question_of_schedule: str
    no_answer: str
    directions: Directions
    notice: Annotated[Sentence, Holds("written", "starts")]
    reasons: ReasonsWords
    view: ViewWords
    contact: ContactChange


@dataclass(frozen=True, slots=True)
class BeginAgainWords:
    """Ending a pause that is theirs; `..._before` belongs to one to come."""

    question: Text
    question_before: Text
    lead: Text


@dataclass(frozen=True, slots=True)
class PausesPage:
    """All of `pauses.toml`."""

    title: str
    lead: str
    starts: str
    answered: str
    look_again_label: str
    places_lead: str
    places_none: str
    places_nothing: str
    places_use: str
    coming_note: str
    loosenings_lead: str
    loosenings_none: str
    past_note: str
    begin_again: BeginAgainWords
    reasons: dict[Reason, OptionWords]
