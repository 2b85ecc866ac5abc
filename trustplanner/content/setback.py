"""The words of the page after a setback."""

from dataclasses import dataclass

from trustplanner.content.texts import Text
from trustplanner.domain.setbacks import SetbackAct


@dataclass(frozen=True, slots=True)
class ActWords:
    """One act: its short name, its question, what helps to answer it, and one line that is enough."""

    tab: str
    title: Text
    lead: Text
    example: Text


@dataclass(frozen=True, slots=True)
class SetbackWords:
    """All of `setback.toml`."""

    title: str
    lead: Text
    day_label: str
    day_note: str
    new_note: str
    questions: str
    questions_link: str
    by_label: str
    done_label: str
    in_hand: str
    put_away: str
    is_put_away: str
    take_up: str
    all_done: str
    acts: dict[SetbackAct, ActWords]
