"""The guided path: stages, prompts, what is written, and what comes next."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from trustplanner.domain.plans import Plan, Share
from trustplanner.domain.record import monday_of
from trustplanner.domain.sessions import last_session_day


class StageCode(StrEnum):
    """The five stages, in their order."""

    READY = "ready"
    ACKNOWLEDGE = "acknowledge"
    RESPONSIBILITY = "responsibility"
    AMENDS = "amends"
    DAY_TO_DAY = "day_to_day"


class Weight(StrEnum):
    """What a breach mostly broke, and so which stage deserves most room."""

    COMPETENCE = "competence"  # "can I rely on you?"
    INTEGRITY = "integrity"  # "what is real?"
    CARE = "care"  # "do I matter to you?"


def weight_of(plan: Plan, weight_of_kind: Weight | None) -> Weight | None:
    """The weight of a plan: hiding or lying makes any breach one of integrity; else what its kind says."""
    return Weight.INTEGRITY if plan.hidden is Share.YES else weight_of_kind


# Where on the path a yes to one of the cross-cutting questions, by its field of `Plan`, has to be kept in mind.
STAGE_OF_ANSWER: Final = {
    "hidden": StageCode.RESPONSIBILITY,
    "others": StageCode.ACKNOWLEDGE,
    "danger": StageCode.AMENDS,
    "pattern": StageCode.DAY_TO_DAY,
}


class PromptForm(StrEnum):
    """What the writing room of a prompt looks like."""

    TEXT = "text"
    VALUE = "value"  # one value is chosen, then text
    LINES = "lines"  # lines marked "they said" or "I guess"
    SENTENCE = "sentence"  # the one-sentence form: act, when, effect
    IF_THEN = "if_then"  # a plan for the hard moment
    COMMITMENTS = "commitments"  # text, and the way to the commitment editor
    SCALE = "scale"  # 0 to 10, private
    LETTER = "letter"  # the way to the page of the letter


class Rhythm(StrEnum):
    """How often a prompt is answered anew."""

    ONCE = "once"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SESSION = "session"


class Whose(StrEnum):
    """Whose words a line is."""

    SAID = "said"
    GUESS = "guess"


@dataclass(frozen=True, slots=True)
class PathAnswer:
    """What is written for one prompt; None is the `on` of a prompt of the plan.

    `on` is else the day, Monday, first of the month or session day. `choice` holds a chosen value or a number
    of a scale as text; `words` the writing itself, of forms with several parts as lines separated by "\\x1f" (see
    `parts`). `skipped` is true until something is written.
    """

    id: str
    prompt: str
    on: date | None
    words: str
    choice: str
    skipped: bool
    opened_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class PathLine:
    """One line of "what have they told you", theirs or guessed; `heard_on` is the day it was written down."""

    id: str
    prompt: str
    position: int
    words: str
    whose: Whose
    heard_on: date


PART_MARK = "\x1f"

# About 9,000 words. Beyond that a field is slow as one paragraph: 7 ms a key at this length, 120 ms at a million.
LONGEST_ANSWER = 50_000  # characters


def parts(words: str, count: int) -> tuple[str, ...]:
    """The `count` parts of a writing room with several fields; missing ones are empty."""
    found = words.split(PART_MARK)
    return tuple([*found, *[""] * count][:count])


def joined(written: tuple[str, ...]) -> str:
    """The reverse of `parts`."""
    return PART_MARK.join(part.replace(PART_MARK, " ") for part in written)


def in_one_sentence(labels: Sequence[str], written: Sequence[str]) -> str:
    """The parts of a writing room as one sees them together: "I told Priya, on 9 March, and it cost you a friend."

    Parts without words are left out; a label with a capital begins a sentence of its own.
    """
    whole = ""
    for label, words in zip(labels, written, strict=True):
        said = " ".join(words.split()).rstrip(" .,;")
        if not said:
            continue
        if whole:
            whole += ". " if label[:1].isupper() else ", "
        whole += f"{label} {said}"
    return f"{whole}." if whole else ""


class PromptState(StrEnum):
    """How far one prompt is; the dot in the contents shows it."""

    NOT_OPENED = "not_opened"
    OPENED = "opened"
    SKIPPED = "skipped"
    WRITTEN = "written"


ENOUGH_WORDS = 4  # an example is shown only after an answer of at least this many words


def has_enough_words(words: str) -> bool:
    """Whether an answer is long enough that an example cannot become its template."""
    return len(words.replace(PART_MARK, " ").split()) >= ENOUGH_WORDS


def state_of(answer: PathAnswer | None, line_count: int = 0) -> PromptState:
    """The state of a prompt from what is written for it."""
    if line_count or (answer is not None and (answer.words.replace(PART_MARK, "").strip() or answer.choice)):
        return PromptState.WRITTEN
    if answer is None:
        return PromptState.NOT_OPENED
    return PromptState.SKIPPED if answer.skipped else PromptState.OPENED


# What is asked again and again


def day_key(rhythm: Rhythm, today: date, session_key: date) -> date | None:
    """The day under which words written now are kept: `PathAnswer.on`."""
    return {
        Rhythm.ONCE: None,
        Rhythm.DAY: today,
        Rhythm.WEEK: monday_of(today),
        Rhythm.MONTH: today.replace(day=1),
        Rhythm.SESSION: session_key,
    }[rhythm]


def coming_session_key(session_days: Collection[date], written_days: Iterable[date], today: date) -> date:
    """The day under which the words for the coming session are kept.

    It is the session's own day, or today while no date is set. Words that wait since the last session under a day
    that is none go with the coming one: its date was moved, or was set after they were written.
    """
    coming = min((day for day in session_days if day >= today), default=today)
    held = last_session_day(session_days, today)
    waiting = [day for day in written_days if held is None or day > held]
    if coming in waiting:
        return coming
    return max((day for day in waiting if day not in session_days), default=coming)


# How far it is


@dataclass(frozen=True, slots=True)
class Progress:
    """How far several prompts are, counted."""

    total: int
    written: int
    skipped: int
    opened: int

    @property
    def is_untouched(self) -> bool:
        """Whether none was looked at."""
        return self.written + self.skipped + self.opened == 0

    @property
    def is_through(self) -> bool:
        """Whether each is written or skipped."""
        return self.written + self.skipped == self.total


def progress(states: Iterable[PromptState]) -> Progress:
    """The states counted."""
    found = list(states)
    written, skipped, opened = (
        found.count(state) for state in (PromptState.WRITTEN, PromptState.SKIPPED, PromptState.OPENED)
    )
    return Progress(len(found), written, skipped, opened)


def next_open(prompts: Sequence[str], states: Mapping[str, PromptState], here: str | None = None) -> str | None:
    """The next prompt after `here`, going round, that is neither written nor skipped; None if there is none."""
    after = prompts.index(here) + 1 if here in prompts else 0
    for prompt in [*prompts[after:], *prompts[:after]]:
        if prompt != here and states[prompt] in (PromptState.NOT_OPENED, PromptState.OPENED):
            return prompt
    return None
