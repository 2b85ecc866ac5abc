"""The words of the breach kinds, and the commitments they suggest."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from trustplanner.content.texts import Text
from trustplanner.domain.errors import RuleError
from trustplanner.domain.path import Weight
from trustplanner.domain.plans import Contact, Plan, Share
from trustplanner.domain.schedule_text import from_text
from trustplanner.domain.schedules import Schedule, Shape

_BLANK = re.compile(r"\[[^\[\]]+\]")
_SOME_DAY = date(2026, 1, 5)
_NEEDS_A_DAY = (f"{Shape.EVERY}:", Shape.ONCE)


class Group(StrEnum):
    """Who the hurt person is; the order in which kinds are shown."""

    PARTNER = "partner"
    FAMILY = "family"
    FRIEND = "friend"
    COLLEAGUE = "colleague"


class CrossQuestion(StrEnum):
    """The questions asked after the kind; each value is the field of `Plan` that keeps the answer."""

    PATTERN = "pattern"
    HIDDEN = "hidden"
    DANGER = "danger"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One commitment to offer, in the words of the commitment editor.

    `will` follows "I will", `so_that` follows "so that <name>". Square brackets mark what the person replaces, see
    `blanks`. `schedule` is in the notation of `domain.schedules`, without a date where the person chooses it; `time`
    is "18:00". `contact` says that it involves contacting or being with the hurt person, `event` that it is only due
    on days when the occasion arises, `line` that a miss would be a line crossed.
    """

    code: str
    short: str
    will: Text
    schedule: str
    contact: bool
    if_cue: Text
    then_will: Text
    how_known: Text
    so_that: Text | None = None
    time: str | None = None
    event: bool = False
    line: bool = False

    def __post_init__(self) -> None:
        try:
            schedule_from(self.schedule, _SOME_DAY)
        except RuleError:
            raise ValueError("schedule") from None
        try:
            minute_of(self)
        except ValueError:
            raise ValueError("time") from None
        if self.event and self.schedule != Shape.DAILY:
            raise ValueError("event")


@dataclass(frozen=True, slots=True)
class Kind:
    """One breach kind. `hurts` and `needs` are what people often say, `watch` what to watch out for.

    `weight` is what it mostly broke, before the cross-cutting questions. `stop` is set where the kind has a
    situation of its own in which something else comes first.
    """

    code: str
    group: Group
    order: int
    weight: Weight
    name: str
    about: str
    hurts: tuple[str, ...]
    needs: tuple[str, ...]
    watch: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]
    stop: Text | None = None

    def __post_init__(self) -> None:
        for name in ("hurts", "needs", "watch", "suggestions"):
            if not getattr(self, name):
                raise ValueError(name)
        codes = [suggestion.code for suggestion in self.suggestions]
        if len(set(codes)) < len(codes):
            raise ValueError("suggestions")


@dataclass(frozen=True, slots=True)
class CrossQuestionWords:
    """One cross-cutting question, what a yes means, and what it puts first among the suggestions, if anything."""

    question: str
    if_yes: Text
    first: str | None = None


@dataclass(frozen=True, slots=True)
class CrossQuestionsPage:
    """All of `cross_questions.toml`."""

    title: str
    lead: str
    questions: dict[CrossQuestion, CrossQuestionWords]


def suggestions(kind: Kind, contact: Contact, answered_yes: Collection[CrossQuestion] = ()) -> tuple[Suggestion, ...]:
    """What may be offered: without contact only what needs none; with limits, that comes first.

    Among these, what makes it safe comes first where somebody was in danger, and then, after a pattern, what is kept
    over time. Nothing is left out for it.
    """
    in_order = sorted(kind.suggestions, key=lambda suggestion: _rank(suggestion, answered_yes))
    without = tuple(suggestion for suggestion in in_order if not suggestion.contact)
    if contact is Contact.NONE:
        return without
    if contact is Contact.LIMITED:
        return without + tuple(suggestion for suggestion in in_order if suggestion.contact)
    return tuple(in_order)


def answered_yes(plan: Plan) -> frozenset[CrossQuestion]:
    """Which of the cross-cutting questions were answered with a yes."""
    return frozenset(question for question in CrossQuestion if getattr(plan, question.value) is Share.YES)


def makes_safe(suggestion: Suggestion) -> bool:
    """A line that must not be crossed, or one thing to put right that needs nobody else."""
    return suggestion.line or (suggestion.schedule == Shape.ONCE and not suggestion.contact)


def _rank(suggestion: Suggestion, yes: Collection[CrossQuestion]) -> tuple[bool, bool]:
    is_safety = CrossQuestion.DANGER in yes and makes_safe(suggestion)
    lasts = CrossQuestion.PATTERN in yes and suggestion.schedule != Shape.ONCE
    return not is_safety, not lasts


def schedule_from(notation: str, first_due: date) -> Schedule:
    """The schedule of a suggestion, counted from `first_due` where the person chooses the day.

    Raises:
        RuleError: SCHEDULE_IMPOSSIBLE or DATE_IMPOSSIBLE.
    """
    needs_day = notation.startswith(_NEEDS_A_DAY)
    return from_text(f"{notation}:{first_due.isoformat()}" if needs_day else notation)


def minute_of(suggestion: Suggestion) -> int | None:
    """The suggested time of day in minutes from midnight, None if it has none."""
    if suggestion.time is None:
        return None
    wanted = time.fromisoformat(suggestion.time)
    return wanted.hour * 60 + wanted.minute


def blanks(words: str) -> tuple[str, ...]:
    """What still stands in square brackets, in order: the person is to replace it with their own words."""
    return tuple(_BLANK.findall(words))
