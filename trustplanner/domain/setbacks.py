"""The five acts after a setback, each with a time: stop, tell, own, mend, change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from trustplanner.domain.events import Event


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


def put_away_name(event_id: str) -> str:
    """The setting that says Today is silent about a setback."""
    return f"put_away/{event_id}"


class NextAct(NamedTuple):
    """The act that comes next after a setback, and by when it is planned."""

    event: Event
    act: SetbackAct
    by_on: date | None
    by_minute: int | None


def setbacks_in_hand(events: Iterable[Event], steps: Iterable[SetbackStep], values: Mapping[str, str]) -> list[NextAct]:
    """What comes next after each setback of which something is written, until all five are done or it is put away."""
    written: dict[str, dict[SetbackAct, SetbackStep]] = {}
    for step in steps:
        written.setdefault(step.event_id, {})[step.act] = step
    found: list[NextAct] = []
    for event in events:
        acts = written.get(event.id, {})
        act = next_act(acts.values())
        if not acts or act is None or values.get(put_away_name(event.id)):
            continue
        planned = acts.get(act)
        by = (planned.by_on, planned.by_minute) if planned else (None, None)
        found.append(NextAct(event, act, *by))
    return found
