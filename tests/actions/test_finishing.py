"""Finishing a plan: dated, readable, loosening nothing, and taken back at any time."""

from datetime import date, timedelta

import pytest

from tests.builders import promise
from tests.moved_clock import MovedClock
from trustplanner.actions import finishing, plans
from trustplanner.actions.runner import Runner
from trustplanner.actions.undo import UndoStack
from trustplanner.domain.commitments import Stance, terms_on
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.journal import EndKind, PlanEnd, standing_end
from trustplanner.domain.path import LONGEST_ANSWER
from trustplanner.domain.plans import Plan, SafetyAnswer, SafetyQuestion
from trustplanner.domain.schedules import daily
from trustplanner.storage.queries.commitments import terms_of
from trustplanner.storage.queries.journal import plan_ends


def finish(runner: Runner, kind: EndKind = EndKind.PARTED, words: str = "", on: date | None = None) -> PlanEnd:
    return runner.do("Finish", finishing.finish_plan, kind, words, on or runner.now().today).result


def take_back(runner: Runner) -> PlanEnd:
    return runner.do("Take back", finishing.take_finish_back).result


def refused(runner: Runner, *arguments: object) -> Code:
    with pytest.raises(RuleError) as error:
        runner.do("Finish", finishing.finish_plan, *arguments)  # type: ignore[arg-type]  # each test gives its own
    return error.value.code


def standing(runner: Runner) -> PlanEnd | None:
    return standing_end(runner.vault.read(plan_ends))


@pytest.mark.parametrize("kind", EndKind)
def test_a_plan_is_finished_in_each_way(runner: Runner, plan: Plan, kind: EndKind) -> None:
    made = finish(runner, kind, " We said it on the bench. ")
    assert standing(runner) == made
    assert (made.kind, made.words, made.ended_on) == (kind, "We said it on the bench.", runner.now().today)


def test_it_is_taken_back_and_finished_again_and_both_stay_readable(
    runner: Runner, plan: Plan, clock: MovedClock
) -> None:
    finish(runner, EndKind.CLOSED)
    clock.forward(days=2)
    back = take_back(runner)
    assert back.taken_back_at == runner.now().at
    assert standing(runner) is None
    again = finish(runner, EndKind.TOGETHER)
    assert runner.vault.read(plan_ends) == (back, again)
    assert standing(runner) == again


def test_taking_it_back_is_undone_and_done_again(runner: Runner, plan: Plan) -> None:
    made, stack = finish(runner), UndoStack()
    stack.push(runner.do("Take back", finishing.take_finish_back).change)
    stack.undo(runner)
    assert standing(runner) == made
    stack.redo(runner)
    assert standing(runner) is None


def test_what_was_promised_is_loosened_by_nothing(runner: Runner, plan: Plan) -> None:
    promised = promise(runner, daily())
    finish(runner)
    terms = terms_on(runner.vault.read(terms_of, promised.id), runner.now().today)
    assert terms is not None
    assert terms.stance is Stance.ACTIVE


def test_what_cannot_be_is_refused(runner: Runner, plan: Plan) -> None:
    today = runner.now().today
    assert refused(runner, EndKind.PARTED, "", today + timedelta(days=1)) is Code.FUTURE_DAY
    assert refused(runner, EndKind.PARTED, "", plan.first_day - timedelta(days=1)) is Code.DATE_IMPOSSIBLE
    assert refused(runner, EndKind.PARTED, "x" * (LONGEST_ANSWER + 1), today) is Code.ANSWER_TOO_LONG
    finish(runner)
    assert refused(runner, EndKind.CLOSED, "", today) is Code.PLAN_FINISHED
    take_back(runner)
    with pytest.raises(RuleError) as error:
        take_back(runner)
    assert error.value.code is Code.NOT_FOUND


def test_there_is_nothing_to_finish_without_a_plan(runner: Runner) -> None:
    assert refused(runner, EndKind.CLOSED, "", runner.now().today) is Code.NOT_FOUND


def test_while_something_is_hidden_no_plan_is_finished_together(runner: Runner, plan: Plan) -> None:
    given = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO) | {SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES}
    runner.do("Safety", plans.answer_safety, given, keep_answers=False)
    assert refused(runner, EndKind.TOGETHER, "", runner.now().today) is Code.NOT_TOGETHER
    assert finish(runner, EndKind.CLOSED).kind is EndKind.CLOSED
