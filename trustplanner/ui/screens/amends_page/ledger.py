"""One reading of the vault for Amends: harms with their repairs, and commitments by how they stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from trustplanner.actions.commitments import has_asked
from trustplanner.actions.places import takes_a_place
from trustplanner.content.kinds import Suggestion, suggestions
from trustplanner.domain.commitments import Commitment, Direction, Pause, Stance, Terms, pending, settled, terms_on
from trustplanner.domain.harms import Harm, Repair
from trustplanner.domain.items import History
from trustplanner.domain.schedules import Shape
from trustplanner.domain.views import TheirView, views_of
from trustplanner.storage.queries.commitments import every_pause, histories
from trustplanner.storage.queries.harms import harms, repairs
from trustplanner.storage.queries.views import every_view
from trustplanner.ui.kit.workspace import Workspace


@dataclass(frozen=True, slots=True)
class HarmEntry:
    """A harm, what is to repair it, and the short names of the commitments that answer it."""

    harm: Harm
    repairs: tuple[Repair, ...]
    answered_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PauseEntry:
    """A pause, and what they said to it, oldest first."""

    pause: Pause
    views: tuple[TheirView, ...]


@dataclass(frozen=True, slots=True)
class CommitmentEntry:
    """A commitment as it stands: the terms in force (or the first ones to come), those that are to follow, its pauses.

    `pauses` are its own that are not over yet. `is_over` marks a "once" that is answered or past: it takes no place.
    `views` are what they said to the loosening that can still be talked about, oldest first.
    """

    commitment: Commitment
    terms: Terms
    coming: Terms | None
    views: tuple[TheirView, ...]
    pauses: tuple[PauseEntry, ...]
    is_deletable: bool
    is_over: bool

    @property
    def stance(self) -> Stance:
        """Under which heading it stands."""
        return Stance.ENDED if self.is_over else self.terms.stance

    @property
    def loosening(self) -> Terms | None:
        """The terms of which their view can be noted: the easing that is to come, else the one in force."""
        return _loosening(self.terms, self.coming)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything that Amends shows. `pauses` are those of all commitments that are not over yet."""

    harms: tuple[HarmEntry, ...]
    commitments: tuple[CommitmentEntry, ...]
    pauses: tuple[PauseEntry, ...]
    places_used: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written down yet."""
        return not self.harms and not self.commitments

    def standing(self, stance: Stance) -> list[CommitmentEntry]:
        """The commitments under one heading."""
        return [entry for entry in self.commitments if entry.stance is stance]


def read_ledger(workspace: Workspace) -> Ledger:
    """Read all of it."""
    today = workspace.today
    known = workspace.read(histories)
    views = workspace.read(every_view)
    pauses = [
        PauseEntry(pause, views_of(views, pause)) for pause in workspace.read(every_pause) if _is_not_over(pause, today)
    ]
    every_repair = workspace.read(repairs)
    return Ledger(
        harms=tuple(_harm_entry(harm, every_repair, known, today) for harm in workspace.read(harms)),
        commitments=tuple(_commitment_entry(history, pauses, today) for history in known),
        pauses=tuple(each for each in pauses if each.pause.commitment_id is None),
        places_used=sum(takes_a_place(history, today) for history in known),
    )


def offered(workspace: Workspace, ledger: Ledger) -> tuple[Suggestion, ...]:
    """What the breach kind suggests and is not taken yet; none where no kind is chosen."""
    code = workspace.plan.kind
    kind = workspace.catalogue.kind(code) if code is not None else None
    if kind is None:
        return ()
    taken = {entry.commitment.title for entry in ledger.commitments if entry.stance is not Stance.ENDED}
    return tuple(each for each in suggestions(kind, workspace.voice.contact) if each.short not in taken)


def _harm_entry(harm: Harm, every_repair: Iterable[Repair], known: Iterable[History], today: date) -> HarmEntry:
    answering = (history.commitment for history in known if _in_force(history, today).stance is not Stance.ENDED)
    return HarmEntry(
        harm,
        tuple(repair for repair in every_repair if repair.harm_id == harm.id),
        tuple(commitment.title for commitment in answering if commitment.harm_id == harm.id),
    )


def _commitment_entry(history: History, pauses: Iterable[PauseEntry], today: date) -> CommitmentEntry:
    in_force, coming = _in_force(history, today), pending(history.terms, today)
    if coming is not None and coming.direction is Direction.FIRST:
        coming = None
    loosening = _loosening(in_force, coming)
    return CommitmentEntry(
        history.commitment,
        in_force,
        coming,
        () if loosening is None else views_of(history.views, loosening),
        tuple(each for each in pauses if each.pause.commitment_id == history.commitment.id),
        is_deletable=not has_asked(history, today),
        is_over=_is_over(history, today),
    )


def _loosening(in_force: Terms, coming: Terms | None) -> Terms | None:
    terms = coming or in_force
    return terms if terms.direction is Direction.EASIER else None


def _is_over(history: History, today: date) -> bool:
    terms = _in_force(history, today)
    is_active_once = terms.stance is Stance.ACTIVE and terms.schedule.shape is Shape.ONCE
    return is_active_once and pending(history.terms, today) is None and not takes_a_place(history, today)


def _in_force(history: History, today: date) -> Terms:
    return terms_on(history.terms, today) or settled(history.terms, today)


def _is_not_over(pause: Pause, today: date) -> bool:
    return pause.taken_back_at is None and pause.ends_on >= today
