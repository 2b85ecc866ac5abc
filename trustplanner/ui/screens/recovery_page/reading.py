"""What the page shows, from the vault to the view. Reading is for the window's thread, counting for the worker."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from trustplanner.charts.ranges import Range, beginning, first_day
from trustplanner.charts.sentences import Sentences, recovery_sentences
from trustplanner.charts.stretch import Stretch
from trustplanner.charts.table import Table, build_table
from trustplanner.charts.view import ChartView, build_view
from trustplanner.charts.words import beside, counted
from trustplanner.domain.commitments import Commitment, Stance, Terms, terms_on
from trustplanner.domain.days import DayStart
from trustplanner.domain.events import Event
from trustplanner.domain.hard_days import HardDay
from trustplanner.domain.items import History, Outcome, items
from trustplanner.domain.record import build_record
from trustplanner.domain.sessions import Session, last_session_day
from trustplanner.domain.settings import day_start_of
from trustplanner.domain.their_voice import TheirVoice
from trustplanner.storage.queries.commitments import every_commitment, history_of
from trustplanner.storage.queries.events import events
from trustplanner.storage.queries.hard_days import hard_days
from trustplanner.storage.queries.plans import settings
from trustplanner.storage.queries.rows import entities
from trustplanner.storage.queries.sessions import sessions
from trustplanner.storage.queries.their_voice import voice_for_charts
from trustplanner.ui.kit.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Choice:
    """One commitment that can be chosen: its stance today and its place among all of them, counted from 1."""

    commitment: Commitment
    stance: Stance
    place: int


@dataclass(frozen=True, slots=True)
class Choices:
    """Every commitment, the active ones first, and the dates by which ranges are counted."""

    found: tuple[Choice, ...]
    begins: date
    last_session: date | None

    def active(self) -> list[Choice]:
        """Those that count today."""
        return [choice for choice in self.found if choice.stance is Stance.ACTIVE]

    def of(self, commitment_id: str) -> Choice | None:
        """The one with this id."""
        return next((choice for choice in self.found if choice.commitment.id == commitment_id), None)


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that a view is counted from, as plain values that another thread may hold."""

    history: History
    place: int
    places: int
    first: date
    last: date
    today: date
    events: tuple[Event, ...]
    sessions: tuple[Session, ...]
    hard_days: tuple[HardDay, ...]
    day_start: DayStart
    theirs: TheirVoice | None = None
    their_name: str = ""

    def over(self, stretch: Stretch | None) -> "Asked":
        """The same over other days; None leaves them."""
        return self if stretch is None else replace(self, first=stretch.first, last=stretch.last)


@dataclass(frozen=True, slots=True)
class Shown:
    """One view, and everything that is said about it. `has_anything` is False before anything was ever due.

    The paragraph about it has two parts: what was `counted`, and what stood `beside` it.
    """

    view: ChartView
    words: Sentences
    counted: str
    beside: str
    table: Table
    has_anything: bool

    @property
    def paragraph(self) -> str:
        """All that is said about the view."""
        return f"{self.counted} {self.beside}".rstrip()


def read_choices(workspace: Workspace) -> Choices:
    """The commitments and the first day of "all", which is the same whichever of them is shown."""
    today = workspace.today
    every = workspace.read(every_commitment)
    terms = workspace.read(entities, Terms)
    happened = [event.day for event in workspace.read(events)]
    met = [session.day for session in workspace.read(sessions)]
    found = [
        Choice(commitment, _stance([row for row in terms if row.commitment_id == commitment.id], today), place)
        for place, commitment in enumerate(every, start=1)
    ]
    found.sort(key=lambda choice: choice.stance is not Stance.ACTIVE)
    return Choices(
        tuple(found), beginning((row.starts_on for row in terms), happened, today), last_session_day(met, today)
    )


def _stance(terms: Sequence[Terms], today: date) -> Stance:
    in_force = terms_on(terms, today)
    return Stance.WAITING if in_force is None else in_force.stance


def read_asked(workspace: Workspace, choices: Choices, choice: Choice, chosen: Range) -> Asked | None:
    """What the view of one commitment over a range is counted from; None if it is no longer there."""
    history = workspace.read(history_of, choice.commitment.id)
    if history is None:
        return None
    today = workspace.today
    return Asked(
        history=history,
        place=choice.place,
        places=len(choices.found),
        first=first_day(chosen, choices.begins, today, choices.last_session),
        last=today,
        today=today,
        events=workspace.read(events),
        sessions=workspace.read(sessions),
        hard_days=workspace.read(hard_days),
        day_start=day_start_of(workspace.read(settings)),
        theirs=workspace.read(voice_for_charts),
        their_name=workspace.plan.their_name,
    )


def count(asked: Asked) -> Shown:
    """The view with its words and its table. Pure; ten years take a tenth of a second."""
    record = build_record(
        [asked.history],
        asked.today,
        asked.first,
        asked.last,
        asked.events,
        asked.sessions,
        asked.day_start,
        asked.hard_days,
    )
    view = build_view(record, asked.history.commitment.id, asked.theirs, asked.their_name)
    view = replace(view, place=asked.place, places=asked.places)  # among all, although only this one was counted
    words = recovery_sentences(asked.today)
    said, around = " ".join(counted(view, words)), " ".join(beside(view, words))
    return Shown(view, words, said, around, build_table(view, words), _has_anything(asked, view))


def _has_anything(asked: Asked, view: ChartView) -> bool:
    if view.counts.due or view.counts.not_applicable:
        return True
    return any(item.outcome is not Outcome.OPEN for item in items(asked.history, asked.today))
