"""The five acts after a setback, each with a time: stop, tell, own, mend, change."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class SetbackAct(StrEnum):
    """The acts, in their order."""

    STOP = "stop"
    TELL = "tell"
    OWN = "own"
    MEND = "mend"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class SetbackStep:
    """What is done about one setback, an event of that kind, in one of the five acts.

    `id` is `<event>/<act>`. `by_on` and `by_minute` say by when it is planned, `done_on` and `done_minute` when it was
    done; minutes count from midnight on the wall clock and stand only where the day does.
    """

    id: str
    event_id: str
    act: SetbackAct
    words: str
    by_on: date | None
    by_minute: int | None
    done_on: date | None
    done_minute: int | None
    updated_at: datetime


def setback_step_id(event_id: str, act: SetbackAct) -> str:
    """The key under which one act after a setback is kept."""
    return f"{event_id}/{act.value}"


def next_act(steps: Iterable[SetbackStep]) -> SetbackAct | None:
    """The first act that is not done; None when all five are."""
    done = {step.act for step in steps if step.done_on is not None}
    return next((act for act in SetbackAct if act not in done), None)
