"""One reading of the vault for the record of one commitment."""

from dataclasses import dataclass
from datetime import date

from trustplanner.domain.answers import MissReview
from trustplanner.domain.commitments import Commitment, Direction, Terms, pending, settled, terms_on
from trustplanner.domain.counted import HowCounted, how_counted
from trustplanner.domain.items import History, items
from trustplanner.domain.own_record import OwnRecord, in_standing_order, own_record
from trustplanner.domain.record_calendar import RecordCalendar
from trustplanner.domain.settings import day_start_of
from trustplanner.domain.terms_history import HistoryEntry, terms_history
from trustplanner.domain.weekday_pattern import WeekdayCounts, weekday_pattern
from trustplanner.storage.queries.commitments import history_of
from trustplanner.storage.queries.miss_reviews import reviews_of
from trustplanner.storage.queries.plans import settings
from trustplanner.storage.queries.responses import every_response, sureness_of
from trustplanner.ui.kit.workspace import Workspace


@dataclass(frozen=True, slots=True)
class RecordReading:
    """Everything the page shows. `terms` are those in force, or the first ones to come; `coming` those to follow."""

    history: History
    terms: Terms
    coming: Terms | None
    record: OwnRecord
    calendar: RecordCalendar
    counted: HowCounted | None
    weekdays: tuple[WeekdayCounts, ...]
    reviews: dict[date, MissReview]
    entries: list[HistoryEntry]

    @property
    def commitment(self) -> Commitment:
        """Whose record it is."""
        return self.history.commitment


def read_record(workspace: Workspace, commitment_id: str) -> RecordReading | None:
    """Read all of it; None if there is no such commitment."""
    history = workspace.read(history_of, commitment_id)
    if history is None:
        return None
    today = workspace.today
    every = in_standing_order(items(history, today), today)  # once: ten years have thousands of them
    sureness = workspace.read(sureness_of, commitment_id)
    responses = [row for row in workspace.read(every_response) if row.commitment_id == commitment_id]
    coming = pending(history.terms, today)
    if coming is not None and coming.direction is Direction.FIRST:
        coming = None
    return RecordReading(
        history=history,
        coming=coming,
        terms=terms_on(history.terms, today) or settled(history.terms, today),
        record=own_record(history, every, today, day_start_of(workspace.read(settings))),
        calendar=RecordCalendar(history, every, today),
        counted=how_counted(history, every, today),
        weekdays=weekday_pattern(history, today),
        reviews=workspace.read(reviews_of, commitment_id),
        entries=terms_history(history, sureness, responses),
    )
