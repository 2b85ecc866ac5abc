"""The words of the ways to finish a plan."""

from dataclasses import dataclass

from trustplanner.content.texts import Text
from trustplanner.domain.journal import EndKind


@dataclass(frozen=True, slots=True)
class WayWords:
    """One way: its name, and what it means in plain words."""

    label: str
    explained: Text


@dataclass(frozen=True, slots=True)
class FinishWords:
    """All of `finish.toml`; `ending` is said while something goes on or is hidden."""

    title: Text
    lead: Text
    ways: dict[EndKind, WayWords]
    own_label: str
    own_note: str
    day_label: str
    stays: str
    ending: Text
    finished: Text
    before_title: str
