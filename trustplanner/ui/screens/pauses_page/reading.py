"""One reading of the vault for Pauses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from trustplanner.domain.commitments import Commitment, Direction, Pause, Stance, Terms, pending, terms_on
from trustplanner.domain.items import History
from trustplanner.domain.pauses import PauseEntry, PauseTime, pause_time, paused_by_another
from trustplanner.domain.views import TheirView, views_of
from trustplanner.storage.queries.commitments import every_pause, histories
from trustplanner.storage.queries.views import every_view
from trustplanner.ui.kit.workspace import Workspace


@dataclass(frozen=True, slots=True)
class StaysPaused:
    """A commitment that another pause keeps asleep, and until when."""

    title: str
    until: date


@dataclass(frozen=True, slots=True)
class ListedPause:
    """A pause in the list. `title` is that of its commitment, empty for all; `stay_paused` is what ending it leaves."""

    entry: PauseEntry
    title: str
    time: PauseTime
    stay_paused: tuple[StaysPaused, ...]

    @property
    def pause(self) -> Pause:
        """The pause itself."""
        return self.entry.pause


@dataclass(frozen=True, slots=True)
class Loosening:
    """What is to become easier, wait or end, with what they said to it."""

    commitment: Commitment
    terms: Terms
    views: tuple[TheirView, ...]


@dataclass(frozen=True, slots=True)
class PausesReading:
    """Everything the page shows; `can_pause` are the commitments that ask for something, in the person's order."""

    pauses: tuple[ListedPause, ...]
    loosenings: tuple[Loosening, ...]
    can_pause: tuple[Commitment, ...]

    def at(self, time: PauseTime) -> list[ListedPause]:
        """Those of one time: what is to come by its beginning, what is over the newest first."""
        found = [each for each in self.pauses if each.time is time]
        return sorted(found, key=lambda each: each.pause.starts_on, reverse=time is PauseTime.PAST)


def read_pauses(workspace: Workspace) -> PausesReading:
    """Read all of it; answers are not needed."""
    today = workspace.today
    known = workspace.read(histories, today)
    every, views = workspace.read(every_pause), workspace.read(every_view)
    active = [history for history in known if _is_active(history, today)]
    return PausesReading(
        tuple(_listed(pause, every, views, known, active, today) for pause in every),
        tuple(found for history in known if (found := _loosening(history, today)) is not None),
        tuple(history.commitment for history in active),
    )


def _is_active(history: History, today: date) -> bool:
    terms = terms_on(history.terms, today)
    return terms is not None and terms.stance is Stance.ACTIVE


def _listed(
    pause: Pause,
    every: Sequence[Pause],
    views: Sequence[TheirView],
    known: Iterable[History],
    active: Iterable[History],
    today: date,
) -> ListedPause:
    titles = {history.commitment.id: history.commitment.title for history in known}
    time = pause_time(pause, today)
    covered = [each.commitment for each in active if pause.commitment_id in (None, each.commitment.id)]
    asleep = (
        StaysPaused(commitment.title, until)
        for commitment in covered
        if time is PauseTime.RUNNING and (until := paused_by_another(every, pause, commitment.id, today)) is not None
    )
    title = titles.get(pause.commitment_id or "", "")
    return ListedPause(PauseEntry(pause, views_of(views, pause)), title, time, tuple(asleep))


def _loosening(history: History, today: date) -> Loosening | None:
    coming = pending(history.terms, today)
    if coming is None or coming.direction is not Direction.EASIER:
        return None
    return Loosening(history.commitment, coming, views_of(history.views, coming))
