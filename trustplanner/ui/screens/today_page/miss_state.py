"""One miss as its steps need it, read from the vault in one go."""

from dataclasses import dataclass
from datetime import date

from trustplanner.domain.answers import MissReview
from trustplanner.domain.commitments import Commitment
from trustplanner.domain.follow_through import items_back, recent_items
from trustplanner.domain.items import History, item_on
from trustplanner.domain.miss_steps import LOOKED_AT, Repeats, repeats
from trustplanner.domain.record import Counts, Miss, count, misses
from trustplanner.domain.settings import day_start_of
from trustplanner.storage.queries.commitments import history_of, miss_review
from trustplanner.storage.queries.plans import settings
from trustplanner.ui.kit.workspace import Workspace


@dataclass(frozen=True, slots=True)
class MissState:
    """The miss, what is written about it, and how many there were in the weeks up to it."""

    commitment: Commitment
    miss: Miss
    review: MissReview | None
    counts: Counts
    repeats: Repeats


def read_miss(workspace: Workspace, commitment_id: str, day: date) -> MissState | None:
    """The miss of an item; None if the item does not stand as missed."""
    history = workspace.read(history_of, commitment_id)
    if history is None:
        return None
    today = workspace.today
    item = item_on(history, day, today)
    day_start = day_start_of(workspace.read(settings))
    found = [] if item is None else misses((item,), history.tellings, day_start)
    if not found:
        return None
    recent = recent_items(history, today, last=min(day, today))
    return MissState(
        commitment=history.commitment,
        miss=found[0],
        review=workspace.read(miss_review, commitment_id, day),
        counts=count(recent),
        repeats=_repeats(history, found[0], today),
    )


def _repeats(history: History, miss: Miss, today: date) -> Repeats:
    every = items_back(history, today, min(miss.day, today), LOOKED_AT)
    return repeats(every, misses(every, history.tellings), miss)
