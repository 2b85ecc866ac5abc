"""Answering: the daily action, and what follows a miss."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from trustplanner.actions.limits import refuse_against_limits
from trustplanner.actions.tracking import refuse_tracking
from trustplanner.domain.answers import (
    Adjust,
    Answer,
    DoneDay,
    How,
    MissReview,
    Telling,
    Value,
    miss_review_id,
)
from trustplanner.domain.days import require_possible, require_possible_if_any
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.items import OUTCOME_OF, History, Item, Outcome, item_on, running_item
from trustplanner.domain.moments import Now
from trustplanner.storage.queries.answers import answers_for, done_day, last_answer, latest_answer_moment, newest_clock
from trustplanner.storage.queries.commitments import asked_of, with_items
from trustplanner.storage.unit_of_work import UnitOfWork

MINUTE = timedelta(minutes=1)


def write(unit: UnitOfWork, now: Now, commitment_id: str, day: date, value: Value) -> Answer:
    """Answer the item that is due on `day`; changing an answer is writing a new one.

    The same answer once more changes nothing: an entry keeps when it was first written. One that a clock which ran
    ahead put after today is written again.

    Raises:
        RuleError: NOT_FOUND; FUTURE_DAY; NOT_DUE if nothing was asked for on that day; PERIOD_RUNS for a period
            of "N times a week or month" that still runs.
    """
    item = _item_to_answer(unit, now, commitment_id, day)
    if value is Value.TAKEN_BACK:
        raise RuleError(Code.NOT_DUE)
    if item.times and now.today <= day:
        raise RuleError(Code.PERIOD_RUNS)
    if item.outcome is OUTCOME_OF[value] and item.written_on is not None and item.written_on <= now.today:
        before = unit.read(last_answer, commitment_id, day)
        if before is not None and before.value is value and before.written_on <= now.today:
            return before
    return _append(unit, now, commitment_id, day, value)


def clear(unit: UnitOfWork, now: Now, commitment_id: str, day: date) -> Answer:
    """Take an answer back, so that the item is unanswered again; the row that says so stays.

    Raises:
        RuleError: NOT_DUE if there is no answer to take back.
    """
    item = _item_to_answer(unit, now, commitment_id, day)
    if not item.is_answered:
        raise RuleError(Code.NOT_DUE)
    return _append(unit, now, commitment_id, day, Value.TAKEN_BACK)


def take_back_row(unit: UnitOfWork, now: Now, answer: Answer) -> Answer:
    """Undo one row later: a new row says again what held before it.

    Raises:
        RuleError: CHANGED_SINCE if the item was answered again since.
    """
    rows = unit.read(answers_for, answer.commitment_id, answer.day)
    if not rows or rows[-1].seq != answer.seq:
        raise RuleError(Code.CHANGED_SINCE)
    before = rows[-2].value if len(rows) > 1 else Value.TAKEN_BACK
    return _append(unit, now, answer.commitment_id, answer.day, before)


def mark_done(unit: UnitOfWork, now: Now, commitment_id: str, day: date) -> DoneDay:
    """Add one done-day to a period; the N-th makes its item kept, unless it has an answer already.

    Raises:
        RuleError: FUTURE_DAY; NOT_DUE if no period runs on that day or it is marked already.
    """
    if day > now.today:
        raise RuleError(Code.FUTURE_DAY)
    history = _require_history(unit, commitment_id, day - timedelta(days=31))
    item = running_item(history, day)
    if item is None or not item.times or day in history.done_days:
        raise RuleError(Code.NOT_DUE)
    done = unit.put(DoneDay(None, commitment_id, day, now.at, now.today, None))
    if item.done + 1 >= item.times and not item.is_answered:
        _append(unit, now, commitment_id, item.day, Value.KEPT)
    return done


def take_back_done(unit: UnitOfWork, now: Now, commitment_id: str, day: date) -> None:
    """Take one done-day back; an item it had made kept is unanswered again while its period runs.

    Raises:
        RuleError: NOT_DUE if that day is not marked.
    """
    marked = unit.read(done_day, commitment_id, day)
    if marked is None:
        raise RuleError(Code.NOT_DUE)
    history = _require_history(unit, commitment_id, day - timedelta(days=31))
    item = running_item(history, day)
    unit.put(replace(marked, taken_back_at=now.at))
    if item is None or item.outcome is not Outcome.KEPT or now.today > item.day:
        return
    if item.done - 1 < item.times:
        _append(unit, now, commitment_id, item.day, Value.TAKEN_BACK)


def tell(
    unit: UnitOfWork,
    now: Now,
    commitment_id: str,
    day: date,
    how: How,
    told_on: date | None = None,
    told_minute: int | None = None,
    *,
    completes: int | None = None,
) -> Telling:
    """Say how a miss came out; saying it again adds a row with its own date.

    `completes` is the row of the same sitting that only now gets its day or time: it is changed instead.

    Raises:
        RuleError: NOT_MISSED if the item does not stand as missed; FUTURE_DAY if it is told in the future; NOT_FOUND if
            the row to complete is gone or belongs to another miss.
    """
    item = _item_to_answer(unit, now, commitment_id, day)
    if item.outcome is not Outcome.MISSED:
        raise RuleError(Code.NOT_MISSED)
    if told_on is not None and require_possible(told_on) > now.local.date():
        raise RuleError(Code.FUTURE_DAY)
    if completes is not None:
        row = unit.require(Telling, completes)
        if (row.commitment_id, row.day) != (commitment_id, day):
            raise RuleError(Code.NOT_FOUND)
    is_told = how not in (How.NOT_YET, How.NOT_WELCOME)
    return unit.put(
        Telling(
            completes,
            commitment_id,
            day,
            how,
            told_on if is_told else None,
            told_minute if is_told and told_on is not None else None,
            now.at,
            now.today,
        )
    )


def review_miss(
    unit: UnitOfWork,
    now: Now,
    commitment_id: str,
    day: date,
    *,
    facts: str | None = None,
    last_moment: str | None = None,
    likelier: frozenset[str] | None = None,
    cost: str | None = None,
    repair: str | None = None,
    adjust: Adjust | None = None,
    sureness: int | None = None,
) -> MissReview:
    """Write some of the steps after a miss; what is None stays as it was.

    Raises:
        RuleError: NOT_FOUND, NOT_DUE, NOT_MISSED; TRACKS_THEM if the repair watches somebody; AGAINST_A_LIMIT if other
            words for it touch a limit.
    """
    refuse_tracking(unit, repair or "")
    given = {
        "facts": facts,
        "last_moment": last_moment,
        "likelier": None if likelier is None else " ".join(sorted(likelier)),
        "cost": cost,
        "repair": repair,
        "adjust": adjust,
        "sureness": sureness,
    }
    changed = {name: value for name, value in given.items() if value is not None}
    before = _review(unit, now, commitment_id, day)
    if repair is not None and repair != before.repair:
        refuse_against_limits(unit, repair)
    return unit.put(replace(before, **changed, updated_at=now.at))  # type: ignore[arg-type]  # each name has its type above


def plan_repair(unit: UnitOfWork, now: Now, commitment_id: str, day: date, by: date | None) -> MissReview:
    """Set or clear the day by which the repair of a miss is promised.

    Raises:
        RuleError: DATE_IMPOSSIBLE.
    """
    before = _review(unit, now, commitment_id, day)
    return unit.put(replace(before, repair_by=require_possible_if_any(by), updated_at=now.at))


def mark_repaired(unit: UnitOfWork, now: Now, commitment_id: str, day: date, done_on: date | None) -> MissReview:
    """Say on which day the repair of a miss was done, or that it was not. The miss stays a miss."""
    if done_on is not None and require_possible(done_on) > now.today:
        raise RuleError(Code.FUTURE_DAY)
    return unit.put(replace(_review(unit, now, commitment_id, day), repair_done_on=done_on, updated_at=now.at))


def _review(unit: UnitOfWork, now: Now, commitment_id: str, day: date) -> MissReview:
    found = unit.get(MissReview, miss_review_id(commitment_id, day))
    if found is not None:
        return found
    empty = MissReview(
        miss_review_id(commitment_id, day),
        commitment_id,
        day,
        "",
        "",
        "",
        "",
        "",
        None,
        None,
        None,
        None,
        now.at,
    )
    item = _item_to_answer(unit, now, commitment_id, day)
    if item.outcome is not Outcome.MISSED:
        raise RuleError(Code.NOT_MISSED)
    return empty


def _require_history(unit: UnitOfWork, commitment_id: str, since: date) -> History:
    asked = unit.read_standing(asked_of, commitment_id)
    if asked is None:
        raise RuleError(Code.NOT_FOUND)
    return unit.read(with_items, asked, since)


def _item_to_answer(unit: UnitOfWork, now: Now, commitment_id: str, day: date) -> Item:
    history = _require_history(unit, commitment_id, day)
    item = item_on(history, day, now.today)
    if item is not None:
        return item
    raise RuleError(Code.FUTURE_DAY if day > now.today else Code.NOT_DUE)


def _append(unit: UnitOfWork, now: Now, commitment_id: str, day: date, value: Value) -> Answer:
    return unit.put(
        Answer(
            None,
            commitment_id,
            day,
            value,
            now.at,
            now.utc_offset,
            now.today,
            _clock_behind(unit, now.at),
            False,
        )
    )


def _clock_behind(unit: UnitOfWork, at: datetime) -> int:
    """How many minutes the clock stands behind the latest moment an answer was written at, 0 if it does not."""
    newest = unit.read(newest_clock)
    if newest is None:
        return 0
    written_at, was_behind = newest
    # Only after a clock that was set back is the newest row not the latest one.
    latest = unit.read(latest_answer_moment) if was_behind else written_at
    return max(0, (latest - at) // MINUTE)
