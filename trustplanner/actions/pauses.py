"""Pausing one commitment or all, making an illness longer, ending a pause."""

from dataclasses import replace
from datetime import date, timedelta

from trustplanner.actions.views import NOT_ASKED, Heard, append_view, write_view
from trustplanner.domain.commitments import NOTICE, Commitment, Pause, Reason, check_pause
from trustplanner.domain.days import oldest_open_day
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.moments import Now
from trustplanner.domain.pauses import is_theirs_to_end
from trustplanner.domain.views import View
from trustplanner.storage.unit_of_work import UnitOfWork


def pause(
    unit: UnitOfWork,
    now: Now,
    commitment_id: str | None,
    starts_on: date,
    ends_on: date,
    *,
    reason: Reason,
    note: str = "",
    looks_again: bool = False,
    heard: Heard = NOT_ASKED,
) -> Pause:
    """Pause one commitment, or all with None, for a range of days; answered items inside stay in the sum.

    Raises:
        RuleError: PAUSE_TOO_EARLY, PAUSE_TOO_LONG, DATE_IMPOSSIBLE, NOT_FOUND.
    """
    if commitment_id is not None:
        unit.require(Commitment, commitment_id)
    check_pause(starts_on, ends_on, reason=reason, looks_again=looks_again, today=now.today)
    written = unit.put(
        Pause(
            None,
            commitment_id,
            starts_on,
            ends_on,
            looks_again,
            reason,
            note,
            now.at,
            now.today,
            None,
        )
    )
    write_view(unit, written, heard, now)
    return written


def resume(unit: UnitOfWork, now: Now, seq: int, heard: Heard = NOT_ASKED) -> Pause:
    """End a pause: from today on it asks for things again; the days before stay paused.

    One that has not begun is taken back. One that is their wish needs what was `heard` of its end, which is kept
    beside it.

    Raises:
        RuleError: ALREADY_ENDED; PAUSE_IS_THEIRS unless they said so; FUTURE_DAY if it is heard in the future.
    """
    before = unit.require(Pause, seq)
    if before.taken_back_at is not None or before.ends_on < now.today:
        raise RuleError(Code.ALREADY_ENDED)
    if is_theirs_to_end(before):
        _require_said(heard, now.today)
        append_view(unit, before, heard, now)  # they may have agreed to the pause in the same words
    if before.starts_on >= now.today:
        return unit.put(replace(before, taken_back_at=now.at))
    return unit.put(replace(before, ends_on=now.today - timedelta(days=1), looks_again=False))


def _require_said(heard: Heard, today: date) -> None:
    if heard.view is not View.AGREES or heard.on is None:
        raise RuleError(Code.PAUSE_IS_THEIRS)
    if heard.on > today:
        raise RuleError(Code.FUTURE_DAY)


def lengthen_pause(unit: UnitOfWork, now: Now, seq: int, ends_on: date) -> Pause:
    """Make an illness longer when the program looks again; each step is 14 days at most.

    Raises:
        RuleError: PAUSE_TOO_LONG, ALREADY_ENDED, PAUSE_TOO_EARLY for a pause without such a reason.
    """
    before = unit.require(Pause, seq)
    if before.taken_back_at is not None or before.ends_on < oldest_open_day(now.today):
        raise RuleError(Code.ALREADY_ENDED)
    if before.reason is Reason.CHOICE:
        raise RuleError(Code.PAUSE_TOO_EARLY, days=NOTICE.days)
    check_pause(
        max(before.ends_on, oldest_open_day(now.today)),
        ends_on,
        reason=before.reason,
        looks_again=before.looks_again,
        today=now.today,
    )
    return unit.put(replace(before, ends_on=ends_on))
