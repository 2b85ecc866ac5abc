"""Several answers in one go: which items take them, and that it is one step."""

import pytest

from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from trustplanner.actions import answers, whole_days
from trustplanner.actions.runner import Runner
from trustplanner.actions.undo import UndoStack
from trustplanner.domain.answers import Value
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.items import Outcome, item_on
from trustplanner.domain.plans import Plan
from trustplanner.domain.schedules import Unit, daily, on_weekdays, once, times_a
from trustplanner.domain.whole_days import open_between
from trustplanner.storage.queries.answers import answers_for
from trustplanner.storage.queries.commitments import histories, history_of

TUESDAY, WEDNESDAY = on("05-05"), on("05-06")


def test_all_that_is_open_on_a_day_takes_one_answer_in_one_step(runner: Runner, plan: Plan, clock: MovedClock) -> None:
    first, second, third = (promise(runner, daily(), title) for title in ("Ring", "Read", "Walk"))
    week = promise(runner, times_a(Unit.WEEK, 3), "Phone on the table")
    runner.do("Answer", answers.write, second.id, MONDAY, Value.KEPT)
    stack = UndoStack()
    stack.push(runner.do("All", whole_days.write_all, MONDAY, Value.MISSED).change)
    found = {each.id: [row.value for row in runner.vault.read(answers_for, each.id, MONDAY)] for each in (first, third)}
    assert found == {first.id: [Value.MISSED], third.id: [Value.MISSED]}
    assert [row.value for row in runner.vault.read(answers_for, second.id, MONDAY)] == [Value.KEPT]
    assert runner.vault.read(answers_for, week.id, on("05-10")) == ()
    stack.undo(runner, is_slip=True)
    assert runner.vault.read(answers_for, first.id, MONDAY) == ()
    with pytest.raises(RuleError) as error:
        runner.do("All", whole_days.write_all, on("05-05"), Value.KEPT)
    assert error.value.code is Code.FUTURE_DAY


def test_an_answer_to_all_of_a_closed_day_is_late(runner: Runner, plan: Plan, clock: MovedClock) -> None:
    made = promise(runner, daily())
    clock.forward(days=4)
    runner.do("All", whole_days.write_all, MONDAY, Value.PARTLY)
    history = runner.vault.read(history_of, made.id)
    assert history is not None
    item = item_on(history, MONDAY, runner.now().today)
    assert item is not None
    assert (item.outcome, item.late_by) == (Outcome.PARTLY, 4)


def test_the_open_items_of_several_days_become_not_applicable_and_no_other(
    runner: Runner, plan: Plan, clock: MovedClock
) -> None:
    ring, read = promise(runner, daily(), "Ring"), promise(runner, on_weekdays([2]), "Read")
    runner.do("Answer", answers.write, ring.id, MONDAY, Value.MISSED)
    clock.forward(days=4)
    written = runner.do("Ill", whole_days.write_not_applicable, MONDAY, WEDNESDAY).result
    assert [(each.commitment_id, each.day) for each in written] == [
        (ring.id, TUESDAY), (ring.id, WEDNESDAY), (read.id, WEDNESDAY),
    ]  # fmt: skip
    assert {each.value for each in written} == {Value.NOT_APPLICABLE}
    with pytest.raises(RuleError) as error:
        runner.do("Ill", whole_days.write_not_applicable, MONDAY, WEDNESDAY)
    assert error.value.code is Code.NOT_DUE


def test_what_is_left_out_is_named(runner: Runner, plan: Plan) -> None:
    week = promise(runner, times_a(Unit.WEEK, 3), "Phone on the table")
    promise(runner, once(WEDNESDAY), "Cancel the card")
    found = open_between(runner.vault.read(histories), MONDAY, MONDAY, MONDAY)
    assert (found.items, found.running) == ((), (week,))
