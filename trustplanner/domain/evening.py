"""The walk through an evening or a morning: which thing comes when, and what the coming day asks for.

The walk has no memory of its own: it is read off the day, so that it goes on where it was after a lock.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Final, NamedTuple, Self

from trustplanner.domain.commitments import Commitment, Terms
from trustplanner.domain.days import DayStart
from trustplanner.domain.items import History, items
from trustplanner.domain.schedules import Shape
from trustplanner.domain.today import DayRow, DayView

_APART: Final = "/"
_A_DAY: Final = 24 * 60
_NOON: Final = time(12)


class WalkKind(StrEnum):
    """Which of the two it is."""

    EVENING = "evening"
    MORNING = "morning"


class StepKind(StrEnum):
    """What one step asks for."""

    ITEM = "item"  # an answer
    TELL = "tell"  # how a miss came out
    QUESTION = "question"  # one of the questions of the day
    END = "end"  # where things stand, and what comes


class WalkStep(NamedTuple):
    """One thing of the walk: `key` is a commitment or a question, `day` that of the item."""

    kind: StepKind
    key: str = ""
    day: date | None = None

    def to_text(self) -> str:
        """For coming back after a lock."""
        return _APART.join((self.kind, "" if self.day is None else self.day.isoformat(), self.key))

    @classmethod
    def from_text(cls, text: str) -> Self | None:
        """The reverse; None for anything else."""
        try:
            kind, day, key = text.split(_APART, 2)
            return cls(StepKind(kind), key, date.fromisoformat(day) if day else None)
        except ValueError:
            return None


LAST_STEP: Final = WalkStep(StepKind.END)


def kind_at(clock: time) -> WalkKind:
    """Before noon on the wall clock it is the morning."""
    return WalkKind.MORNING if clock < _NOON else WalkKind.EVENING


def evening_steps(view: DayView, questions: Iterable[str]) -> list[WalkStep]:
    """What today asks for, what yesterday left open, how each miss came out, the questions of the day, the end.

    A "once" whose date has not come is not asked for every evening; it stays on Today.
    """
    rows = [row for row in view.rows if row.is_running or row.item.day <= view.today]
    asked = [step for row in (*rows, *view.still_open) for step in _steps_of(row)]
    return [*asked, *(WalkStep(StepKind.QUESTION, code) for code in questions), LAST_STEP]


def morning_steps(view: DayView) -> list[WalkStep]:
    """Only what yesterday left open: nothing of today has happened yet."""
    return [*(step for row in view.still_open for step in _steps_of(row)), LAST_STEP]


def _steps_of(row: DayRow) -> list[WalkStep]:
    steps = [WalkStep(StepKind.ITEM, *row.key)]
    if row.miss is not None and not row.commitment.is_line:
        steps.append(WalkStep(StepKind.TELL, *row.key))
    return steps


def step_after(steps: Sequence[WalkStep], here: WalkStep | None, is_through: Callable[[WalkStep], bool]) -> WalkStep:
    """The next step that still asks for something; from the beginning where `here` is none of them."""
    further = steps[steps.index(here) + 1 :] if here in steps else steps
    return next((step for step in further if not is_through(step)), LAST_STEP)


def step_before(steps: Sequence[WalkStep], here: WalkStep) -> WalkStep | None:
    """The step before this one, whether it is through or not; None at the beginning."""
    place = steps.index(here) if here in steps else 0
    return steps[place - 1] if place else None


# What the coming day asks for


@dataclass(frozen=True, slots=True)
class Asked:
    """One commitment that asks for something on a day; `done` of `times` count for a week or month that runs then."""

    commitment: Commitment
    terms: Terms
    done: int
    times: int


def asked_on(histories: Iterable[History], day: date, day_start: DayStart) -> list[Asked]:
    """What a day asks for, today or one to come: by its time, then as the person ordered it."""
    found = [
        Asked(history.commitment, item.terms, item.done, item.times)
        for history in histories
        for item in items(history, day, since=day)
        if item.terms is not None and item.first <= day and not item.is_answered and _asks(item.terms, item.day, day)
    ]
    return sorted(found, key=lambda asked: _place_in_day(asked.terms.at_minute, day_start))


def _asks(terms: Terms, due_on: date, day: date) -> bool:
    return due_on == day or terms.schedule.shape is Shape.TIMES


def _place_in_day(minute: int | None, day_start: DayStart) -> int:
    """A time past midnight ends the day; without a time it comes last."""
    if minute is None:
        return 2 * _A_DAY
    return minute + _A_DAY if minute < day_start.minutes else minute
