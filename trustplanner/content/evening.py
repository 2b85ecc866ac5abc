"""The words of the walk through an evening and a morning."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WalkWords:
    """What stands above one of the two, and above what comes."""

    title: str
    lead: str
    coming_title: str
    coming_none: str


@dataclass(frozen=True, slots=True)
class WalkEnd:
    """The last page: what was recorded, what is open, what comes."""

    recorded: str
    nothing: str
    blank: str
    morning: str
    open_title: str
    open_note: str
    steps_later: str
    plan_title: str
    hard_title: str


@dataclass(frozen=True, slots=True)
class EveningWords:
    """All of `evening.toml`."""

    left_open: str
    running_note: str
    tell_note: str
    question_note: str
    scale_note: str
    evening: WalkWords
    morning: WalkWords
    end: WalkEnd
