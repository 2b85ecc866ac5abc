"""Finishing the plan, and taking that back. Nothing that was promised is loosened by it."""

from dataclasses import replace
from datetime import date

from trustplanner.domain.days import require_possible
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.journal import EndKind, PlanEnd, standing_end
from trustplanner.domain.moments import Now
from trustplanner.domain.path import LONGEST_ANSWER
from trustplanner.storage.queries.journal import plan_ends
from trustplanner.storage.queries.plans import last_safety_screen, the_plan
from trustplanner.storage.unit_of_work import UnitOfWork


def finish_plan(unit: UnitOfWork, now: Now, kind: EndKind, words: str, ended_on: date) -> PlanEnd:
    """Write down that the plan is finished, and how.

    Raises:
        RuleError: PLAN_FINISHED; NOT_TOGETHER while something goes on or is hidden; FUTURE_DAY; DATE_IMPOSSIBLE, also
            before the plan's first day; ANSWER_TOO_LONG; NOT_FOUND without a plan.
    """
    plan, safety = unit.read(the_plan), unit.read(last_safety_screen)
    if plan is None:
        raise RuleError(Code.NOT_FOUND)
    if standing_end(unit.read(plan_ends)) is not None:
        raise RuleError(Code.PLAN_FINISHED)
    if kind is EndKind.TOGETHER and safety is not None and safety.ending:
        raise RuleError(Code.NOT_TOGETHER)
    if require_possible(ended_on) > now.today:
        raise RuleError(Code.FUTURE_DAY)
    if ended_on < plan.first_day:
        raise RuleError(Code.DATE_IMPOSSIBLE)
    if len(words) > LONGEST_ANSWER:
        raise RuleError(Code.ANSWER_TOO_LONG, most=LONGEST_ANSWER)
    return unit.put(PlanEnd(None, kind, words.strip(), ended_on, now.at, None))


def take_finish_back(unit: UnitOfWork, now: Now) -> PlanEnd:
    """Go on with the plan; that it was finished stays readable.

    Raises:
        RuleError: NOT_FOUND while it is not finished.
    """
    found = standing_end(unit.read(plan_ends))
    if found is None:
        raise RuleError(Code.NOT_FOUND)
    return unit.put(replace(found, taken_back_at=now.at))
