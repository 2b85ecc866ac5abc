"""The steps of the first run: where it stands, what comes next, and what the private questions put first.

The step is kept with the plan, so that the first run goes on where it was broken off. A vault that was never in a
first run, such as an imported one or the demo, has none.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from trustplanner.domain.plans import Plan, SafetyScreen

STEP: Final = "first_run"  # the setting that keeps the step
OVER: Final = "over"
PUT_FIRST_ON: Final = "put_first_on"  # the setting that keeps the day on which it was last put first


class FirstRunStep(StrEnum):
    """One page of the first run. SUPPORT and ENDING come only if the private questions switched them."""

    NAMES = "names"
    KIND = "kind"
    CROSS = "cross"
    SAFETY = "safety"
    SUPPORT = "support"
    ENDING = "ending"
    CONTACT = "contact"


NUMBERED: Final = (
    FirstRunStep.NAMES,
    FirstRunStep.KIND,
    FirstRunStep.CROSS,
    FirstRunStep.SAFETY,
    FirstRunStep.CONTACT,
)
_NEED_NO_SWITCHES: Final = frozenset(NUMBERED[:4])


def step_of_first_run(plan: Plan | None, last: SafetyScreen | None, values: Mapping[str, str]) -> FirstRunStep | None:
    """Where the first run stands; None when it is over. `values` are the vault's settings."""
    kept = values.get(STEP, "")
    if plan is None:
        return FirstRunStep.NAMES
    step = FirstRunStep(kept) if kept in list(FirstRunStep) else None
    if last is None:
        return step if step in _NEED_NO_SWITCHES else FirstRunStep.NAMES
    if step in (FirstRunStep.SUPPORT, FirstRunStep.ENDING, FirstRunStep.CONTACT):
        return step if step in steps_for(last) else step_after(step, last)
    return step


def steps_for(last: SafetyScreen | None) -> tuple[FirstRunStep, ...]:
    """Every step of this first run, in order."""
    is_switched = {
        FirstRunStep.SUPPORT: last is not None and last.support,
        FirstRunStep.ENDING: last is not None and last.ending,
    }
    return tuple(step for step in FirstRunStep if is_switched.get(step, True))


def step_after(step: FirstRunStep, last: SafetyScreen | None) -> FirstRunStep | None:
    """The step that follows; None when the first run is over then."""
    order = list(FirstRunStep)
    return next((each for each in steps_for(last) if order.index(each) > order.index(step)), None)


def step_before(step: FirstRunStep, last: SafetyScreen | None) -> FirstRunStep | None:
    """The step to go back to; None before the first."""
    order = list(FirstRunStep)
    return next((each for each in reversed(steps_for(last)) if order.index(each) < order.index(step)), None)


def is_something_put_first(last: SafetyScreen | None, values: Mapping[str, str], today: date) -> bool:
    """Whether support or the ending track comes before the planner now: once on each day while it is switched on."""
    if last is None or not (last.support or last.ending):
        return False
    return values.get(PUT_FIRST_ON) != today.isoformat()
