"""One reading of the vault for Amends: harms with their repairs, and commitments by how they stand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from trustplanner.actions.commitments import has_asked
from trustplanner.actions.places import takes_a_place
from trustplanner.content.kinds import Suggestion, answered_yes, suggestions
from trustplanner.domain.commitments import Commitment, Direction, Stance, Terms, pending, settled, terms_on
from trustplanner.domain.follow_through import FollowThrough, follow_through, items_back
from trustplanner.domain.harms import Harm, Payment, Repair
from trustplanner.domain.items import History
from trustplanner.domain.limits import touched_limit
from trustplanner.domain.miss_steps import LOOKED_AT
from trustplanner.domain.pauses import PauseEntry, PauseTime, pause_time
from trustplanner.domain.repeated_misses import OftenMissed, left_alone_on, often_missed
from trustplanner.domain.responses import TheirResponse
from trustplanner.domain.restitution import Restitution, restitution_of
from trustplanner.domain.schedules import Shape
from trustplanner.domain.views import TheirView, views_of
from trustplanner.storage.queries.commitments import every_pause, histories
from trustplanner.storage.queries.harms import harms, payments, repairs
from trustplanner.storage.queries.plans import settings
from trustplanner.storage.queries.responses import every_response
from trustplanner.storage.queries.views import every_view
from trustplanner.storage.queries.wishes import wishes
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.amends_page.gaps import Gaps


@dataclass(frozen=True, slots=True)
class RepairEntry:
    """A repair, what it gives back with its payments in order, and what is to be looked at in quiet words."""

    repair: Repair
    restitution: Restitution | None
    gaps: tuple[str, ...]

    @property
    def payments(self) -> tuple[Payment, ...]:
        """Every payment, the earliest first."""
        return () if self.restitution is None else self.restitution.payments


@dataclass(frozen=True, slots=True)
class Answering:
    """A commitment that answers a harm: its short name, and its last days if it is active."""

    title: str
    days: FollowThrough | None


@dataclass(frozen=True, slots=True)
class HarmEntry:
    """A harm, what is to repair it, and the commitments that answer it with their days."""

    harm: Harm
    repairs: tuple[RepairEntry, ...]
    answered_by: tuple[Answering, ...]


@dataclass(frozen=True, slots=True)
class CommitmentEntry:
    """A commitment as it stands: the terms in force (or the first ones to come), those that are to follow, its pauses.

    `pauses` are its own that are not over yet. `is_over` marks a "once" that is answered or past: it takes no place.
    `views` are what they said to the loosening that can still be talked about, `responses` what they said to the
    commitment itself, both oldest first. `often` stands where it is missed again and again.
    """

    commitment: Commitment
    terms: Terms
    coming: Terms | None
    views: tuple[TheirView, ...]
    pauses: tuple[PauseEntry, ...]
    gaps: tuple[str, ...]
    is_deletable: bool
    is_over: bool
    responses: tuple[TheirResponse, ...] = ()
    often: OftenMissed | None = None

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
        PauseEntry(pause, views_of(views, pause))
        for pause in workspace.read(every_pause)
        if pause_time(pause, today) is not PauseTime.PAST
    ]
    responses, values = workspace.read(every_response), workspace.read(settings)
    gaps = Gaps(workspace.catalogue.amends().gaps, workspace.voice, workspace.read(wishes))
    reading = _Reading(workspace.read(repairs), workspace.read(payments), known, gaps, today)
    return Ledger(
        harms=tuple(_harm_entry(harm, reading) for harm in workspace.read(harms)),
        commitments=tuple(
            _with_what_is_beside(_commitment_entry(history, pauses, gaps, today), history, responses, values, today)
            for history in known
        ),
        pauses=tuple(each for each in pauses if each.pause.commitment_id is None),
        places_used=sum(takes_a_place(history, today) for history in known),
    )


def offered(workspace: Workspace, ledger: Ledger) -> tuple[Suggestion, ...]:
    """What the breach kind suggests, is not taken yet and touches no limit; none where no kind is chosen."""
    code = workspace.plan.kind
    kind = workspace.catalogue.kind(code) if code is not None else None
    if kind is None:
        return ()
    taken = {entry.commitment.title for entry in ledger.commitments if entry.stance is not Stance.ENDED}
    limits, voice = workspace.read(wishes), workspace.voice
    return tuple(
        each
        for each in suggestions(kind, voice.contact, answered_yes(workspace.plan))
        if each.short not in taken and touched_limit(limits, each.short, each.will.said_to(voice)) is None
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the entries of harms are made from."""

    repairs: tuple[Repair, ...]
    payments: tuple[Payment, ...]
    known: Sequence[History]
    gaps: Gaps
    today: date


def _harm_entry(harm: Harm, reading: _Reading) -> HarmEntry:
    today = reading.today
    answering = [
        Answering(history.commitment.title, follow_through(history, today))
        for history in reading.known
        if history.commitment.harm_id == harm.id and _in_force(history, today).stance is not Stance.ENDED
    ]
    own = (repair for repair in reading.repairs if repair.harm_id == harm.id)
    return HarmEntry(
        harm, tuple(_repair_entry(repair, reading, is_answered=bool(answering)) for repair in own), tuple(answering)
    )


def _repair_entry(repair: Repair, reading: _Reading, *, is_answered: bool) -> RepairEntry:
    restitution = restitution_of(repair, reading.payments)
    has_payments = restitution is not None and bool(restitution.payments)
    follows = is_answered or repair.due_on is not None or has_payments
    return RepairEntry(repair, restitution, reading.gaps.of_repair(repair, has_follow_through=follows))


def _commitment_entry(history: History, pauses: Iterable[PauseEntry], gaps: Gaps, today: date) -> CommitmentEntry:
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
        gaps.of_commitment(history.commitment, coming or in_force) if in_force.stance is not Stance.ENDED else (),
        is_deletable=not has_asked(history, today),
        is_over=_is_over(history, today),
    )


def _with_what_is_beside(
    entry: CommitmentEntry,
    history: History,
    responses: Iterable[TheirResponse],
    values: Mapping[str, str],
    today: date,
) -> CommitmentEntry:
    """The same with what they said to it, and with repeated misses where it still asks for something."""
    key = entry.commitment.id
    often = None
    if entry.stance is Stance.ACTIVE:
        every = items_back(history, today, today, LOOKED_AT)
        often = often_missed(every, history.terms, left_alone_on(values, key), today)
    heard = tuple(each for each in responses if each.commitment_id == key)
    return replace(entry, responses=heard, often=often)


def _loosening(in_force: Terms, coming: Terms | None) -> Terms | None:
    terms = coming or in_force
    return terms if terms.direction is Direction.EASIER else None


def _is_over(history: History, today: date) -> bool:
    terms = _in_force(history, today)
    is_active_once = terms.stance is Stance.ACTIVE and terms.schedule.shape is Shape.ONCE
    return is_active_once and pending(history.terms, today) is None and not takes_a_place(history, today)


def _in_force(history: History, today: date) -> Terms:
    return terms_on(history.terms, today) or settled(history.terms, today)
