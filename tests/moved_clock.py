"""A clock that stands still until a test moves it."""

from datetime import date, datetime, time, timedelta, timezone

from trustplanner.actions.runner import now_at
from trustplanner.domain.days import FIRST_DAY_START, DayStart
from trustplanner.domain.moments import Now

SUMMER_TIME = 120  # minutes ahead of UTC


class MovedClock:
    """A wall clock with its distance from UTC in minutes; calling it gives the aware local time."""

    def __init__(self, local: datetime, utc_offset: int = SUMMER_TIME) -> None:
        self.local = local
        self.utc_offset = utc_offset

    def __call__(self) -> datetime:
        return self.local.replace(tzinfo=timezone(timedelta(minutes=self.utc_offset)))

    def go_to(self, day: date, at: str = "20:00") -> None:
        """Move to a wall-clock time of a calendar day, forward or back."""
        self.local = datetime.combine(day, time.fromisoformat(at))

    def forward(self, *, days: int = 0, minutes: int = 0, seconds: float = 0) -> None:
        """Move by a span, negative to set the clock back."""
        self.local += timedelta(days=days, minutes=minutes, seconds=seconds)

    def moment(self, day_start: DayStart = FIRST_DAY_START) -> Now:
        """What an action is given at this moment."""
        return now_at(self(), day_start)
