"""Their view of what was made easier or paused, as the person who runs the program heard it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from trustplanner.domain.commitments import Pause, Terms
from trustplanner.domain.days import require_possible_if_any
from trustplanner.domain.moments import Now
from trustplanner.domain.views import TheirView, View
from trustplanner.storage.queries.views import views_about
from trustplanner.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Heard:
    """Their view as it was heard: which, on what day, in which words.

    Raises:
        RuleError: DATE_IMPOSSIBLE.
    """

    view: View = View.NOT_ASKED
    on: date | None = None
    words: str = ""

    def __post_init__(self) -> None:
        require_possible_if_any(self.on)


NOT_ASKED = Heard()


def note_their_view(unit: UnitOfWork, now: Now, seq: int, heard: Heard) -> TheirView | None:
    """Add their view of a loosening later, as it was heard; it stands beside the mark and blocks nothing."""
    return write_view(unit, unit.require(Terms, seq), heard, now)


def note_their_view_of_pause(unit: UnitOfWork, now: Now, seq: int, heard: Heard) -> TheirView | None:
    """The same for a pause."""
    return write_view(unit, unit.require(Pause, seq), heard, now)


def write_view(unit: UnitOfWork, about: Terms | Pause, heard: Heard, now: Now) -> TheirView | None:
    """Append what was heard, unless it says again what counts already; returns what counts, None for nothing."""
    known = unit.read(views_about, about)
    if heard == noted(known):
        return known[-1] if known else None
    return append_view(unit, about, heard, now)


def append_view(unit: UnitOfWork, about: Terms | Pause, heard: Heard, now: Now) -> TheirView:
    """Append what was heard, also where the same was heard before, of something else."""
    return unit.put(
        TheirView(
            seq=None,
            terms_seq=about.seq if isinstance(about, Terms) else None,
            pause_seq=about.seq if isinstance(about, Pause) else None,
            view=heard.view,
            heard_on=heard.on,
            words=heard.words,
            written_at=now.at,
            written_on=now.today,
        )
    )


def noted(rows: Sequence[TheirView]) -> Heard:
    """What counts of the rows about a thing: the newest; without any they were not asked."""
    return Heard(rows[-1].view, rows[-1].heard_on, rows[-1].words) if rows else NOT_ASKED
