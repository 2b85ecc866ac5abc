"""When things happen in the demo: steps on a wall clock, counted back from today, and none that has not come yet."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import ParamSpec, Protocol, TypeVar

from trustplanner.actions.runner import Action
from trustplanner.content.demo_time import when
from trustplanner.domain.moments import Now
from trustplanner.domain.record import WEEK, monday_of

P = ParamSpec("P")
R = TypeVar("R")


class Teller(Protocol):
    """Whoever lets a person of the story do something: `Together`, or a test."""

    def do(self, action: Action[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run one action at the moment of the step."""
        ...


Act = Callable[[Teller], object]


@dataclass(frozen=True, slots=True)
class Step:
    """What is done in one sitting; `moment` is the wall clock, without a zone."""

    moment: datetime
    act: Act


class Diary:
    """The steps of a story up to now.

    `ids` and `numbers` are those of rows that earlier steps made, by the names that the story gives them. Days are
    promise days, and nobody in the story is up between midnight and the start of the day.
    """

    def __init__(self, now: Now) -> None:
        self.today = now.today
        self.ids: dict[str, str] = {}
        self.numbers: dict[str, int] = {}
        self._now = now.local
        self._monday = monday_of(now.today)
        self._steps: list[Step] = []

    def day(self, text: str) -> date:
        """The day of "43 tue" or of "43 tue 19:10"."""
        told = when(text)
        return self.day_of(told.weeks_ago, told.weekday)

    def day_of(self, weeks_ago: int, weekday: int) -> date:
        """A weekday, Monday being 0, so many weeks before the current one."""
        return self._monday - weeks_ago * WEEK + timedelta(days=weekday)

    def day_if_told(self, text: str) -> date | None:
        """The same as `day`, None for what is not told."""
        return self.day(text) if text else None

    def moment(self, text: str) -> datetime:
        """The moment of "43 tue 19:10"."""
        return moment_on(self.day(text), when(text).minute or 0)

    def at(self, text: str, act: Act) -> None:
        """Do something at "43 tue 19:10"; nothing if that is not told."""
        if text:
            self.on(self.moment(text), act)

    def on(self, moment: datetime, act: Act) -> None:
        """Do something at a moment of the wall clock, if that has come."""
        if moment <= self._now:
            self._steps.append(Step(moment, act))

    def steps(self) -> list[Step]:
        """Everything that was done, in the order of time; what shares a minute stays in the order it was told."""
        return sorted(self._steps, key=lambda step: step.moment)


def moment_on(day: date, minute: int) -> datetime:
    """The wall clock so many minutes after the midnight that begins `day`."""
    return datetime.combine(day, time()) + timedelta(minutes=minute)
