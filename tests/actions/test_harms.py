"""Naming harms, planning repairs, and what depends on them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from trustplanner.actions import harms
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.runner import Runner
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.harms import Harm, RepairState
from trustplanner.domain.plans import Plan
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.storage.queries.harms import harms as all_harms
from trustplanner.storage.queries.harms import repairs


@pytest.fixture
def harm(runner: Runner) -> Harm:
    return runner.do("Harm", harms.add_harm, " She lay awake ").result


def refused(runner: Runner, action: Callable[..., Any], *arguments: Any) -> Code:
    with pytest.raises(RuleError) as error:
        runner.do("Action", action, *arguments)
    return error.value.code


def test_harms_stand_in_the_order_they_were_named(runner: Runner, harm: Harm) -> None:
    others = [runner.do("Harm", harms.add_harm, words).result for words in ("two", "three")]
    assert runner.vault.read(all_harms) == (harm, *others)
    assert harm.words == "She lay awake"
    assert runner.do("Reword", harms.reword_harm, harm.id, "She lay awake for weeks").result.position == 0


def test_a_repair_is_planned_changed_done_and_opened_again(runner: Runner, harm: Harm, clock: MovedClock) -> None:
    made = runner.do("Repair", harms.add_repair, harm.id, "Pay it back", on("06-01")).result
    assert (made.state, made.done_on, made.due_on) == (RepairState.OPEN, None, on("06-01"))
    runner.do("Change", harms.change_repair, made.id, "Pay it all back", None)
    clock.forward(days=3)
    done = runner.do("Done", harms.set_repair_state, made.id, RepairState.DONE).result
    assert (done.words, done.due_on, done.done_on) == ("Pay it all back", None, on("05-07"))
    for state in (RepairState.LET_GO, RepairState.OPEN):
        assert runner.do("State", harms.set_repair_state, made.id, state).result.done_on is None
    runner.do("Delete", harms.delete_repair, made.id)
    assert runner.vault.read(repairs) == ()


def test_a_deleted_harm_takes_its_repairs_and_its_commitments_answer_none(runner: Runner, harm: Harm) -> None:
    other = runner.do("Harm", harms.add_harm, "The trip").result
    gone = [runner.do("Repair", harms.add_repair, harm.id, words).result for words in ("one", "two")]
    kept = runner.do("Repair", harms.add_repair, other.id, "three").result
    answering = promise(runner, surroundings=Surroundings(harm_id=harm.id))
    elsewhere = promise(runner, surroundings=Surroundings(harm_id=other.id))
    deleted = runner.do("Delete", harms.delete_harm, harm.id)
    assert (runner.vault.read(all_harms), runner.vault.read(repairs)) == ((other,), (kept,))
    assert [each.harm_id for each in runner.vault.read(every_commitment)] == [None, other.id]
    runner.undo(deleted.change, is_slip=False)
    assert runner.vault.read(all_harms) == (harm, other)
    assert runner.vault.read(repairs) == (*gone, kept)
    assert runner.vault.read(every_commitment) == (answering, elsewhere)


def test_harms_and_repairs_need_words(runner: Runner, harm: Harm) -> None:
    made = runner.do("Repair", harms.add_repair, harm.id, "Pay it back").result
    assert refused(runner, harms.add_harm, "") is Code.WORDS_MISSING
    assert refused(runner, harms.reword_harm, harm.id, "\n") is Code.WORDS_MISSING
    assert refused(runner, harms.add_repair, harm.id, " ") is Code.WORDS_MISSING
    assert refused(runner, harms.change_repair, made.id, "", None) is Code.WORDS_MISSING


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_repair_is_promised_for_a_day_a_plan_can_hold(runner: Runner, harm: Harm, day: date) -> None:
    made = runner.do("Repair", harms.add_repair, harm.id, "Pay it back", MONDAY).result
    assert refused(runner, harms.add_repair, harm.id, "Pay it back", day) is Code.DATE_IMPOSSIBLE
    assert refused(runner, harms.change_repair, made.id, "Pay it back", day) is Code.DATE_IMPOSSIBLE


def test_what_is_gone_cannot_be_changed(runner: Runner) -> None:
    for action, given in [
        (harms.delete_harm, ()),
        (harms.add_repair, ("Pay",)),
        (harms.delete_repair, ()),
        (harms.set_repair_state, (RepairState.DONE,)),
    ]:
        assert refused(runner, action, "gone", *given) is Code.NOT_FOUND  # type: ignore[arg-type]  # mypy joins the actions to "function"


def test_a_repair_that_tracks_them_is_refused(runner: Runner, plan: Plan, harm: Harm) -> None:
    assert refused(runner, harms.add_repair, harm.id, "Check her phone every night") is Code.TRACKS_THEM
    made = runner.do("Repair", harms.add_repair, harm.id, "Give her phone back").result
    assert refused(runner, harms.change_repair, made.id, "Read her messages", None) is Code.TRACKS_THEM
    assert runner.do("Harm", harms.add_harm, "I checked her phone every night").result.words
