"""What stands beside the rows of a day, read a moment after them: repeated misses, a repair, the smallest version."""

from dataclasses import dataclass
from datetime import date

from trustplanner.domain.follow_through import items_back
from trustplanner.domain.hard_days import hard_days_on, is_said_hard
from trustplanner.domain.items import History, Outcome, items
from trustplanner.domain.miss_steps import LOOKED_AT
from trustplanner.domain.repeated_misses import OftenMissed, left_alone_on, often_missed
from trustplanner.storage.queries.commitments import history_of
from trustplanner.storage.queries.hard_days import hard_days
from trustplanner.storage.queries.plans import settings
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.today_page.day_state import DayReader, DayState, RowKey, RowState


@dataclass(frozen=True, slots=True)
class Beside:
    """`smallest` is said on a hard day, in one row with its rule; so are `may_be_hard` and `is_said_hard`."""

    often: OftenMissed | None = None
    repaired_on: date | None = None
    smallest: str = ""
    says_rule: bool = False
    may_be_hard: bool = False
    is_said_hard: bool = False


NOTHING = Beside()


class BesideReader:
    """Remembers what it has read of a commitment for as long as nothing of it changes."""

    def __init__(self, workspace: Workspace, reader: DayReader) -> None:
        self._workspace = workspace
        self._reader = reader
        self._often: dict[str, tuple[History, date, date | None, OftenMissed | None]] = {}

    def read(self, state: DayState) -> dict[RowKey, Beside]:
        """What stands beside each row; on a day before today only the repair of a miss."""
        today, values = self._workspace.today, self._workspace.read(settings)
        known = {history.commitment.id: history for history in self._reader.known}
        is_said = is_said_hard(values, today)
        is_known = bool(hard_days_on(self._workspace.read(hard_days), today))
        is_hard, is_offered = is_said or is_known, False
        found: dict[RowKey, Beside] = {}
        for each in (*state.rows, *state.still_open):
            repaired_on = _repaired_on(each)
            if state.view.day != today:
                found[each.row.key] = Beside(repaired_on=repaired_on)
                continue
            commitment = each.row.commitment
            smallest = commitment.smallest.strip() if _may_be_smaller(each, today) else ""
            is_first, is_offered = bool(smallest) and not is_offered, is_offered or bool(smallest)
            found[each.row.key] = Beside(
                often=self._often_missed(known[commitment.id], left_alone_on(values, commitment.id), today),
                repaired_on=repaired_on,
                smallest=smallest if is_hard else "",
                says_rule=is_first and is_hard,
                may_be_hard=is_first and not is_hard,
                is_said_hard=is_first and is_said and not is_known,
            )
        return found

    def _often_missed(self, history: History, left_on: date | None, today: date) -> OftenMissed | None:
        key = history.commitment.id
        before = self._often.get(key)
        if before is not None and before[0] is history and before[1:3] == (today, left_on):
            return before[3]
        found = self._worked_out(history, left_on, today)
        self._often[key] = history, today, left_on, found
        return found

    def _worked_out(self, history: History, left_on: date | None, today: date) -> OftenMissed | None:
        """From what Today knows already; more is read only of a commitment that is due less often."""
        since = self._reader.since
        every = items(history, today, since=since)
        begins = min((terms.starts_on for terms in history.terms), default=today)
        if begins < since and sum(item.is_in_sum for item in every) < LOOKED_AT:
            whole = self._workspace.read(history_of, history.commitment.id)
            every = every if whole is None else items_back(whole, today, today, LOOKED_AT)
        return often_missed(every, history.terms, left_on, today)


def _may_be_smaller(state: RowState, today: date) -> bool:
    """Whether the smallest version still has a place: today's item is open, or answered as partly."""
    item = state.row.item
    return item.day >= today and (item.outcome is Outcome.PARTLY or not state.row.is_answered)


def _repaired_on(state: RowState) -> date | None:
    return state.review.repair_done_on if state.row.miss is not None and state.review is not None else None
