"""Everything Today shows, read from the vault in one go. No widget here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from trustplanner.domain.answers import Answer, MissReview
from trustplanner.domain.change import Edit
from trustplanner.domain.commitments import Commitment, Pause, Stance, Terms, pending, terms_on
from trustplanner.domain.days import FIRST_DAY_START, DayStart
from trustplanner.domain.follow_through import (
    FollowThrough,
    follow_through,
    reaches_further,
    recent_misses,
    window_begins,
)
from trustplanner.domain.items import History, with_appended
from trustplanner.domain.journal import PlanEnd, standing_end
from trustplanner.domain.plans import Contact, no_contact_ran_out, questions_are_due
from trustplanner.domain.record import Miss
from trustplanner.domain.sessions import Session, next_session
from trustplanner.domain.setbacks import NextAct, setbacks_in_hand
from trustplanner.domain.settings import day_start_of
from trustplanner.domain.today import (
    DAY,
    Amend,
    DayRow,
    DayView,
    PartOfDay,
    amends_in_hand,
    coming_commitments,
    coming_pauses,
    commitments_to_review,
    joined_view,
    minutes_behind,
    part_of_day,
    pauses_to_look_at,
    pending_loosenings,
)
from trustplanner.storage.queries.answers import last_answer, newest_answer
from trustplanner.storage.queries.commitments import (
    answered_again,
    every_pause,
    histories,
    history_of,
    miss_review,
    repairs_after_misses,
)
from trustplanner.storage.queries.events import events, last_setback_at
from trustplanner.storage.queries.harms import repairs
from trustplanner.storage.queries.journal import plan_ends
from trustplanner.storage.queries.plans import settings
from trustplanner.storage.queries.sessions import agenda, sessions
from trustplanner.storage.queries.setbacks import every_setback_step
from trustplanner.ui.kit.contact_change import is_to_look_through
from trustplanner.ui.kit.workspace import Workspace

RowKey = tuple[str, date]
Touched = Mapping[str, Sequence[Edit]]
"""What was edited after an answer, by the commitment it belongs to."""


@dataclass(frozen=True, slots=True)
class RowState:
    """One row, with the answer that counts and the steps written after a miss."""

    row: DayRow
    answer: Answer | None
    review: MissReview | None


@dataclass(frozen=True, slots=True)
class DayState:
    """The main column: the day with its rows."""

    view: DayView
    day_start: DayStart
    rows: tuple[RowState, ...]
    still_open: tuple[RowState, ...]
    has_commitments: bool


@dataclass(frozen=True, slots=True)
class Notices:
    """What is said around the rows. `minutes_behind` is how far the clock stands behind the newest entry.

    `finished` is how the plan was finished, if it is.
    """

    finished: PlanEnd | None
    contact: Contact
    has_no_contact_run_out: bool
    is_to_look_through: bool
    are_questions_due: bool
    is_ending_first: bool
    minutes_behind: int
    pauses_to_look_at: tuple[Pause, ...]
    loosenings: tuple[tuple[Commitment, Terms], ...]
    coming_pauses: tuple[Pause, ...]
    coming_commitments: tuple[tuple[Commitment, date], ...]
    to_review: tuple[Commitment, ...]
    setbacks: tuple[NextAct, ...]
    has_active: bool
    titles: dict[str, str]


@dataclass(frozen=True, slots=True)
class RailState:
    """The right column: four blocks. `untold` is the oldest miss of which nobody has said how it came out."""

    is_ending_first: bool
    shares: tuple[FollowThrough, ...]
    misses: tuple[Miss, ...]
    untold: RowKey | None
    amends: tuple[Amend, ...]
    session: Session | None
    agenda_count: int


class DayReader:
    """Reads the main column, and remembers it: after an answer only what belongs to its commitment is read again.

    `known` are the commitments with as much of their past as Today needs, in the person's order.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._histories: dict[str, History] = {}
        self._further: dict[str, History] = {}
        self._states: dict[RowKey, RowState] = {}
        self._parts: dict[str, tuple[tuple[Any, ...], PartOfDay]] = {}
        self._since = date.max
        self.day_start = FIRST_DAY_START

    @property
    def known(self) -> list[History]:
        """Every commitment."""
        return list(self._histories.values())

    @property
    def since(self) -> date:
        """From which due day on the answers of `known` are there."""
        return self._since

    def read(self, day: date, only: Touched | None = None) -> DayState:
        """The main column of a day; with `only` no more than that is read again and the rest is as before."""
        today = self._workspace.today
        since = min(window_begins(today), day - DAY)
        if only is None or since != self._since or not only.keys() <= self._histories.keys():
            self._since = since
            self._read_all()
        else:
            for commitment_id, edits in only.items():
                self._follow(commitment_id, edits)
        view = joined_view(day, today, [self._part(history, day, today) for history in self._histories.values()])
        self._states = shown = self._row_states((*view.rows, *view.still_open))
        return DayState(
            view=view,
            day_start=self.day_start,
            rows=tuple(shown[row.key] for row in view.rows),
            still_open=tuple(shown[row.key] for row in view.still_open),
            has_commitments=bool(self._histories),
        )

    def for_share(self, history: History, today: date) -> History:
        """The same commitment with all its answers, where its window counts items instead of days."""
        terms = terms_on(history.terms, today)
        if terms is None or terms.stance is not Stance.ACTIVE or not reaches_further(terms):
            return history
        commitment_id = history.commitment.id
        if commitment_id not in self._further:
            found = self._workspace.read(history_of, commitment_id)
            self._further[commitment_id] = found or history
        return self._further[commitment_id]

    def _read_all(self) -> None:
        found = self._workspace.read(histories, self._since)
        self._histories = {history.commitment.id: history for history in found}
        self._further = {}
        self._states = {}
        self.day_start = day_start_of(self._workspace.read(settings))

    def _follow(self, commitment_id: str, edits: Sequence[Edit]) -> None:
        """Bring one commitment up to date: answers that were only written are known already, the rest is read again."""
        history = self._histories[commitment_id]
        self._further.pop(commitment_id, None)
        appended = [edit.after for edit in edits if edit.before is None and isinstance(edit.after, Answer)]
        if len(appended) == len(edits):
            self._histories[commitment_id] = with_appended(history, appended, self._since)
            for answer in appended:
                key = (commitment_id, answer.day)
                if key in self._states:
                    self._states[key] = replace(self._states[key], answer=answer)
            return
        changed = {edit.entity_type for edit in edits}
        self._histories[commitment_id] = self._workspace.read(answered_again, history, self._since, changed)
        self._states = {key: state for key, state in self._states.items() if key[0] != commitment_id}

    def _part(self, history: History, day: date, today: date) -> PartOfDay:
        """What a commitment has on the day; worked out again only if something of it differs."""
        seen = (history, day, today, self.day_start)
        before = self._parts.get(history.commitment.id)
        if before is not None and before[0][0] is history and before[0][1:] == seen[1:]:
            return before[1]
        part = part_of_day(*seen)
        self._parts[history.commitment.id] = seen, part
        return part

    def _row_states(self, rows: Sequence[DayRow]) -> dict[RowKey, RowState]:
        states = {row.key: self._as_before(row) for row in rows}
        unknown = [row for row in rows if states[row.key] is None]
        found = self._workspace.read(_read_states, unknown) if unknown else {}
        return {key: state or found[key] for key, state in states.items()}

    def _as_before(self, row: DayRow) -> RowState | None:
        """The row's state with what is known of it; None if something has to be read."""
        before = self._states.get(row.key)
        if before is None or (row.miss is not None and before.row.miss is None):
            return None
        answer = before.answer if row.item.is_answered else None
        return RowState(row, answer, before.review if row.miss is not None else None)


def _read_states(connection: Any, rows: Iterable[DayRow]) -> dict[RowKey, RowState]:
    return {row.key: _row_state(connection, row) for row in rows}


def _row_state(connection: Any, row: DayRow) -> RowState:
    answer = last_answer(connection, *row.key) if row.item.is_answered else None
    review = miss_review(connection, *row.key) if row.miss is not None else None
    return RowState(row, answer, review)


def read_notices(workspace: Workspace, known: Sequence[History]) -> Notices:
    """What is said around the rows of today."""
    today, plan, safety = workspace.today, workspace.plan, workspace.safety
    contact = workspace.voice.contact
    pauses = _counting(workspace.read(every_pause), known, today)
    return Notices(
        finished=standing_end(workspace.read(plan_ends)),
        contact=contact,
        has_no_contact_run_out=no_contact_ran_out(plan, safety, today),
        is_to_look_through=is_to_look_through(workspace),
        are_questions_due=questions_are_due(safety, workspace.read(last_setback_at, workspace.runner.now().at), today),
        is_ending_first=safety is not None and safety.ending,
        minutes_behind=minutes_behind(workspace.read(newest_answer), workspace.runner.now().at),
        pauses_to_look_at=tuple(pauses_to_look_at(pauses, today)),
        loosenings=tuple(pending_loosenings(known, today)),
        coming_pauses=tuple(coming_pauses(pauses, today)),
        coming_commitments=tuple(coming_commitments(known, today)),
        to_review=tuple(commitments_to_review(known, today)),
        setbacks=_setbacks_in_hand(workspace),
        has_active=any(_is_active(history, today) for history in known),
        titles={history.commitment.id: history.commitment.title for history in known},
    )


def _setbacks_in_hand(workspace: Workspace) -> tuple[NextAct, ...]:
    """What comes next after each setback; nothing is read where nothing was written after any."""
    steps = workspace.read(every_setback_step)
    if not steps:
        return ()
    return tuple(setbacks_in_hand(workspace.read(events), steps, workspace.read(settings)))


def is_finished(workspace: Workspace) -> bool:
    """Whether the plan is finished now."""
    return standing_end(workspace.read(plan_ends)) is not None


def _counting(pauses: Iterable[Pause], known: Sequence[History], today: date) -> list[Pause]:
    """The pauses of commitments that ask for something, and those of all."""
    active = {history.commitment.id for history in known if _is_active(history, today)}
    return [pause for pause in pauses if pause.commitment_id is None or pause.commitment_id in active]


def _is_active(history: History, today: date) -> bool:
    """Whether a commitment asks for something, or will from its first day on."""
    terms = terms_on(history.terms, today) or pending(history.terms, today)
    return terms is not None and terms.stance is Stance.ACTIVE


def read_rail(workspace: Workspace, reader: DayReader) -> RailState:
    """The right column as it is today."""
    today, known = workspace.today, reader.known
    session, safety = next_session(workspace.read(sessions), today), workspace.safety
    is_ending_first = safety is not None and safety.ending
    shares = (follow_through(reader.for_share(history, today), today) for history in known if not is_ending_first)
    found = recent_misses(known, today, reader.day_start)
    lines = {history.commitment.id for history in known if history.commitment.is_line}
    untold = (miss for miss in found if miss.how is None and miss.commitment_id not in lines)
    return RailState(
        is_ending_first=is_ending_first,
        shares=tuple(share for share in shares if share is not None),
        misses=tuple(found),
        untold=next(((miss.commitment_id, miss.day) for miss in untold), None),
        amends=tuple(amends_in_hand(workspace.read(repairs), workspace.read(repairs_after_misses), today)),
        session=session,
        agenda_count=0 if session is None else len(workspace.read(agenda, session.id)),
    )
