"""The next days on which a promise would be due, as the editor says them while it is written."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from trustplanner.domain.commitments import Direction, Pause, Reason, Stance, Terms
from trustplanner.domain.items import begins_with
from trustplanner.domain.moments import Now
from trustplanner.domain.schedules import Schedule, next_dates

SHOWN: Final = 5
_DAY: Final = timedelta(days=1)
_LOOKED_AT: Final = 400  # due days; a pause may cover many of them


def coming_days(schedule: Schedule, first: date, paused: Sequence[tuple[date, date]]) -> list[date]:
    """The first five due days from `first` on that no pause covers; for "N times" the last days of periods.

    `paused` are stretches with both ends, sorted and apart.
    """
    found = next_dates(schedule, first - _DAY, SHOWN if not paused else _LOOKED_AT)
    return [day for day in found if not any(start <= day <= end for start, end in paused)][:SHOWN]


def first_counted(schedule: Schedule, starts_on: date, commitment_id: str, pauses: Iterable[Pause], now: Now) -> date:
    """The first day that counts if a schedule starts on a day: of "N times", the first period that counts."""
    terms = Terms(
        seq=None,
        commitment_id=commitment_id,
        stance=Stance.ACTIVE,
        will="",
        so_that="",
        schedule=schedule,
        at_minute=None,
        starts_on=starts_on,
        written_at=now.at,
        written_on=now.today,
        direction=Direction.FIRST,
        reason=Reason.CHOICE,
        taken_back_at=None,
    )
    return begins_with(terms, pauses)
