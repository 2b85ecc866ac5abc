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
from trustplanner.storage.queries.commitments import every_pause, histories
from trustplanner.storage.queries.harms import harms, repairs
from trustplanner.ui.kit.workspace import Workspace


@dataclass(frozen=True, slots=True)
class HarmEntry:
    """A harm, what is to repair it, and the short names of the commitments that answer it."""

    harm: Harm
    repairs: tuple[Repair, ...]
    answered_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CommitmentEntry:
    """A commitment as it stands: the terms in force (or the first ones to come), those that are to follow, its pauses.

    `pauses` are its own that are not over yet. `is_over` marks a "once" that is answered or past: it takes no place.
    """

    commitment: Commitment
    terms: Terms
    coming: Terms | None
    pauses: tuple[Pause, ...]
    is_deletable: bool
    is_over: bool

    @property
    def stance(self) -> Stance:
        """Under which heading it stands."""
        return Stance.ENDED if self.is_over else self.terms.stance


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything that Amends shows. `pauses` are those of all commitments that are not over yet."""

    harms: tuple[HarmEntry, ...]
    commitments: tuple[CommitmentEntry, ...]
    pauses: tuple[Pause, ...]
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
    pauses = [pause for pause in workspace.read(every_pause) if _is_not_over(pause, today)]
    every_repair = workspace.read(repairs)
    return Ledger(
        harms=tuple(_harm_entry(harm, every_repair, known, today) for harm in workspace.read(harms)),
        commitments=tuple(_commitment_entry(history, pauses, today) for history in known),
        pauses=tuple(pause for pause in pauses if pause.commitment_id is None),
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


def _commitment_entry(history: History, pauses: Iterable[Pause], today: date) -> CommitmentEntry:
    coming = pending(history.terms, today)
    return CommitmentEntry(
        history.commitment,
        _in_force(history, today),
        None if coming is None or coming.direction is Direction.FIRST else coming,
        tuple(pause for pause in pauses if pause.commitment_id == history.commitment.id),
        is_deletable=not has_asked(history, today),
        is_over=_is_over(history, today),
    )


def _is_over(history: History, today: date) -> bool:
    terms = _in_force(history, today)
    is_active_once = terms.stance is Stance.ACTIVE and terms.schedule.shape is Shape.ONCE
    return is_active_once and pending(history.terms, today) is None and not takes_a_place(history, today)


def _in_force(history: History, today: date) -> Terms:
    return terms_on(history.terms, today) or settled(history.terms, today)


def _is_not_over(pause: Pause, today: date) -> bool:
    return pause.taken_back_at is None and pause.ends_on >= today
