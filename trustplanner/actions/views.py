"""Their view of what was made easier or paused, as the person who runs the program heard it."""

from dataclasses import dataclass, replace
from datetime import date

from trustplanner.domain.commitments import Pause, Terms, View
from trustplanner.domain.days import require_possible_if_any
from trustplanner.domain.moments import Now
from trustplanner.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Heard:
    """Their view of a loosening as it was heard: which, on what day, in which words.

    Raises:
        RuleError: DATE_IMPOSSIBLE.
    """

    view: View = View.NOT_ASKED
    on: date | None = None
    words: str = ""

    def __post_init__(self) -> None:
        require_possible_if_any(self.on)


NOT_ASKED = Heard()


def note_their_view(unit: UnitOfWork, now: Now, seq: int, heard: Heard) -> Terms:
    """Add their view of a loosening later, as it was heard; it stands beside the mark and blocks nothing."""
    return unit.put(
        replace(unit.require(Terms, seq), their_view=heard.view, their_view_on=heard.on, their_words=heard.words)
    )


def note_their_view_of_pause(unit: UnitOfWork, now: Now, seq: int, heard: Heard) -> Pause:
    """The same for a pause."""
    return unit.put(
        replace(unit.require(Pause, seq), their_view=heard.view, their_view_on=heard.on, their_words=heard.words)
    )
