"""Undo: a slip is gone, later a row says again what held before; what cannot be put back is refused."""

import errno
from datetime import date
from typing import Any

import pytest

from tests.actions.conftest import Snapshot
from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from trustplanner.actions import answers, commitments, harms, plans
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.runner import Runner
from trustplanner.actions.terms import Wording
from trustplanner.actions.undo import DEEPEST, UndoStack
from trustplanner.domain.answers import How, Value
from trustplanner.domain.change import Change
from trustplanner.domain.errors import Code, RuleError, UnreadableError
from trustplanner.domain.items import Item, Outcome, item_on
from trustplanner.domain.schedules import Unit, daily, times_a
from trustplanner.storage.queries.answers import answers_for
from trustplanner.storage.queries.commitments import history_of
from trustplanner.storage.vault import Vault

KEPT, MISSED, TAKEN_BACK = Value.KEPT, Value.MISSED, Value.TAKEN_BACK


@pytest.fixture
def stack() -> UndoStack:
    return UndoStack()


def answer(runner: Runner, stack: UndoStack, commitment_id: str, day: date, value: Value) -> None:
    stack.push(runner.do("Answer", answers.write, commitment_id, day, value).change)


def values(vault: Vault, commitment_id: str, day: date) -> list[Value]:
    return [row.value for row in vault.read(answers_for, commitment_id, day)]


def item(runner: Runner, commitment_id: str, day: date) -> Item:
    history = runner.vault.read(history_of, commitment_id)
    assert history is not None
    found = item_on(history, day, runner.now().today)
    assert found is not None
    return found


# Answers


def test_a_slip_undone_while_its_toast_stands_is_gone(runner: Runner, stack: UndoStack, vault: Vault) -> None:
    commitment = promise(runner)
    answer(runner, stack, commitment.id, MONDAY, MISSED)
    stack.undo(runner, is_slip=True)
    assert values(vault, commitment.id, MONDAY) == []


def test_a_slip_on_a_closed_day_is_gone_too(runner: Runner, stack: UndoStack, vault: Vault, clock: MovedClock) -> None:
    commitment = promise(runner)
    runner.do("Answer", answers.write, commitment.id, MONDAY, MISSED)
    clock.forward(days=9)
    answer(runner, stack, commitment.id, MONDAY, KEPT)
    stack.undo(runner, is_slip=True)
    found = item(runner, commitment.id, MONDAY)
    assert values(vault, commitment.id, MONDAY) == [MISSED]
    assert (found.outcome, found.late_by, found.earlier) == (Outcome.MISSED, 0, ())


def test_an_undo_later_on_an_open_day_leaves_no_earlier_answer_to_read(
    runner: Runner, stack: UndoStack, vault: Vault
) -> None:
    commitment = promise(runner)
    answer(runner, stack, commitment.id, MONDAY, MISSED)
    stack.undo(runner)
    found = item(runner, commitment.id, MONDAY)
    assert values(vault, commitment.id, MONDAY) == [MISSED, TAKEN_BACK]
    assert (found.outcome, found.earlier) == (Outcome.OPEN, ())


def test_an_undo_later_on_a_closed_day_appends_a_row_and_all_stay_readable(
    runner: Runner, stack: UndoStack, clock: MovedClock
) -> None:
    commitment = promise(runner)
    clock.forward(days=9)
    answer(runner, stack, commitment.id, MONDAY, KEPT)
    clock.forward(days=1)
    stack.undo(runner)
    found = item(runner, commitment.id, MONDAY)
    assert found.outcome is Outcome.UNANSWERED
    assert [(row.value, date.fromordinal(row.written_on)) for row in found.earlier] == [
        (KEPT, on("05-13")),
        (TAKEN_BACK, on("05-14")),
    ]


def test_an_undone_change_of_an_answer_says_again_what_held_before(
    runner: Runner, stack: UndoStack, vault: Vault, clock: MovedClock
) -> None:
    commitment = promise(runner)
    answer(runner, stack, commitment.id, MONDAY, MISSED)
    clock.forward(days=9)
    answer(runner, stack, commitment.id, MONDAY, KEPT)
    stack.undo(runner)
    assert values(vault, commitment.id, MONDAY) == [MISSED, KEPT, MISSED]
    assert item(runner, commitment.id, MONDAY).outcome is Outcome.MISSED


def test_undo_and_redo_and_undo_again_each_leave_their_row(runner: Runner, stack: UndoStack, vault: Vault) -> None:
    commitment = promise(runner)
    answer(runner, stack, commitment.id, MONDAY, KEPT)
    for step in (stack.undo, stack.redo, stack.undo, stack.redo):
        step(runner)
    assert values(vault, commitment.id, MONDAY) == [KEPT, TAKEN_BACK, KEPT, TAKEN_BACK, KEPT]
    assert item(runner, commitment.id, MONDAY).outcome is Outcome.KEPT


def test_an_answer_given_again_meanwhile_is_not_undone(runner: Runner, stack: UndoStack, vault: Vault) -> None:
    commitment = promise(runner)
    answer(runner, stack, commitment.id, MONDAY, KEPT)
    runner.do("Elsewhere", answers.write, commitment.id, MONDAY, MISSED)
    with pytest.raises(RuleError) as refused:
        stack.undo(runner)
    assert refused.value.code is Code.CHANGED_SINCE
    assert values(vault, commitment.id, MONDAY) == [KEPT, MISSED]
    assert (stack.next_undo, stack.next_redo) == (None, None), "the step is gone"


@pytest.mark.parametrize("is_slip", [True, False])
def test_the_nth_done_day_undone_takes_its_kept_with_it(
    runner: Runner, stack: UndoStack, clock: MovedClock, is_slip: bool
) -> None:
    commitment = promise(runner, times_a(Unit.WEEK, 2))
    runner.do("Done", answers.mark_done, commitment.id, MONDAY)
    clock.forward(days=1)
    stack.push(runner.do("Done", answers.mark_done, commitment.id, on("05-05")).change)
    assert item(runner, commitment.id, on("05-10")).outcome is Outcome.KEPT
    stack.undo(runner, is_slip=is_slip)
    found = item(runner, commitment.id, on("05-10"))
    assert (found.outcome, found.done) == (Outcome.OPEN, 1)
    stack.redo(runner)
    found = item(runner, commitment.id, on("05-10"))
    assert (found.outcome, found.done) == (Outcome.KEPT, 2)


def test_a_telling_undone_is_gone_and_its_miss_stays(runner: Runner, stack: UndoStack) -> None:
    commitment = promise(runner)
    answer(runner, stack, commitment.id, MONDAY, MISSED)
    stack.push(runner.do("Tell", answers.tell, commitment.id, MONDAY, How.TOLD_FIRST, MONDAY).change)
    stack.undo(runner)
    history = runner.vault.read(history_of, commitment.id)
    assert history is not None
    assert history.tellings == ()
    assert item(runner, commitment.id, MONDAY).outcome is Outcome.MISSED


# What cannot be put back


def test_a_commitment_that_was_answered_since_is_not_undone_away(
    runner: Runner, stack: UndoStack, snapshot: Snapshot
) -> None:
    """The answer was taken back by a row of its own, and rows are never removed later."""
    done = runner.do("New", commitments.create, "Call", Wording("I will call", "", daily()), Surroundings())
    stack.push(done.change)
    answer(runner, stack, done.result.id, MONDAY, KEPT)
    stack.undo(runner)
    before = snapshot()
    with pytest.raises(RuleError) as refused:
        stack.undo(runner)
    assert refused.value.code is Code.CHANGED_SINCE
    assert snapshot() == before


def test_a_harm_that_others_refer_to_since_is_not_undone_away(runner: Runner, stack: UndoStack) -> None:
    done = runner.do("Harm", harms.add_harm, "She lay awake")
    stack.push(done.change)
    runner.do("Repair", harms.add_repair, done.result.id, "Pay it back")
    with pytest.raises(RuleError) as refused:
        stack.undo(runner)
    assert refused.value.code is Code.CHANGED_SINCE


# The stack


def push_harm(runner: Runner, stack: UndoStack, words: str) -> Change:
    change = runner.do(words, harms.add_harm, words).change
    stack.push(change)
    return change


def test_steps_are_undone_newest_first_and_done_again_oldest_first(runner: Runner, stack: UndoStack) -> None:
    for words in ("one", "two", "three"):
        push_harm(runner, stack, words)
    undone = [stack.undo(runner) for _ in range(3)]
    redone = [stack.redo(runner) for _ in range(3)]
    assert [done.change.label for done in undone if done] == ["three", "two", "one"]
    assert [done.change.label for done in redone if done] == ["one", "two", "three"]


def test_an_empty_stack_does_nothing(runner: Runner, stack: UndoStack) -> None:
    assert stack.undo(runner) is None
    assert stack.redo(runner) is None


def test_something_new_ends_what_could_be_done_again(runner: Runner, stack: UndoStack) -> None:
    push_harm(runner, stack, "one")
    stack.undo(runner)
    push_harm(runner, stack, "two")
    assert stack.next_redo is None
    assert stack.next_undo is not None
    assert stack.next_undo.label == "two"


def test_a_change_of_nothing_is_no_step(runner: Runner, stack: UndoStack) -> None:
    runner.do("Look", plans.set_setting, "look", "dark")
    stack.push(runner.do("Look", plans.set_setting, "look", "dark").change)
    assert stack.next_undo is None


def test_the_stack_is_not_deeper_than_it_says(runner: Runner, stack: UndoStack) -> None:
    for number in range(DEEPEST + 5):
        stack.push(runner.do(str(number), plans.set_setting, "look", str(number)).change)
    labels = []
    while (done := stack.undo(runner)) is not None:
        labels.append(done.change.label)
    assert labels == [str(number) for number in range(DEEPEST + 4, 4, -1)]


def test_a_step_stays_when_the_disk_says_no(runner: Runner, stack: UndoStack, monkeypatch: pytest.MonkeyPatch) -> None:
    push_harm(runner, stack, "one")

    def full(*_: Any) -> None:
        raise UnreadableError(Code.DISK_FULL, number=errno.ENOSPC)

    with monkeypatch.context() as patch:
        patch.setattr(Vault, "transaction", full)
        with pytest.raises(UnreadableError):
            stack.undo(runner)
    assert stack.next_undo is not None
    done = stack.undo(runner)
    assert done is not None
    assert done.change.label == "one"
