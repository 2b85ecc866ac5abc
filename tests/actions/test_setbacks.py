"""What is written after a setback: five acts, each with words, by when, and when it was done."""

from datetime import datetime

from tests.actions.promised import refused
from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from trustplanner.actions import answers, events, setbacks, wishes
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.runner import Runner
from trustplanner.actions.wishes import WishWords
from trustplanner.domain.answers import Value
from trustplanner.domain.errors import Code
from trustplanner.domain.events import Event, EventKind
from trustplanner.domain.plans import Plan
from trustplanner.domain.setbacks import SetbackAct, setbacks_in_hand
from trustplanner.domain.wishes import WishKind
from trustplanner.storage.queries.events import events as every_event
from trustplanner.storage.queries.events import last_setback_at
from trustplanner.storage.queries.plans import settings
from trustplanner.storage.queries.setbacks import every_setback_step, setback_steps

TWENTY = 20 * 60


def a_setback(runner: Runner) -> Event:
    return runner.do("Event", events.add_event, MONDAY, EventKind.SETBACK).result


def in_hand(runner: Runner) -> list[tuple[str, SetbackAct, int | None]]:
    steps, values = runner.vault.read(every_setback_step), runner.vault.read(settings)
    found = setbacks_in_hand(runner.vault.read(every_event), steps, values)
    return [(each.event.id, each.act, each.by_minute) for each in found]


def test_nothing_is_in_hand_until_something_is_written(runner: Runner) -> None:
    event = a_setback(runner)
    assert in_hand(runner) == []
    runner.do("Act", setbacks.plan_act, event.id, SetbackAct.TELL, MONDAY, TWENTY)
    assert in_hand(runner) == [(event.id, SetbackAct.STOP, None)]
    runner.do("Act", setbacks.mark_act, event.id, SetbackAct.STOP, MONDAY, TWENTY)
    assert in_hand(runner) == [(event.id, SetbackAct.TELL, TWENTY)]


def test_it_is_in_hand_until_all_five_are_done_or_it_is_put_away(runner: Runner) -> None:
    event = a_setback(runner)
    runner.do("Act", setbacks.write_act, event.id, SetbackAct.OWN, "I chose to hide it")
    runner.do("Away", setbacks.put_away, event.id)
    assert in_hand(runner) == []
    runner.do("Again", setbacks.take_up_again, event.id)
    for act in SetbackAct:
        assert in_hand(runner) == [(event.id, act, None)]
        runner.do("Act", setbacks.mark_act, event.id, act, MONDAY)
    assert in_hand(runner) == []


def test_an_act_of_which_nothing_is_said_any_more_leaves_nothing(runner: Runner) -> None:
    event = a_setback(runner)
    runner.do("Act", setbacks.write_act, event.id, SetbackAct.STOP, "I block the site")
    runner.do("Act", setbacks.plan_act, event.id, SetbackAct.STOP, MONDAY, TWENTY)
    runner.do("Act", setbacks.write_act, event.id, SetbackAct.STOP, "")
    assert [step.by_minute for step in runner.vault.read(setback_steps, event.id)] == [TWENTY]
    runner.do("Act", setbacks.plan_act, event.id, SetbackAct.STOP, None)
    assert runner.vault.read(setback_steps, event.id) == ()
    runner.do("Change", events.change_event, event.id, MONDAY, EventKind.DISCLOSURE, "")


def test_what_binds_keeps_to_limits_and_watches_nobody(runner: Runner, plan: Plan) -> None:
    event = a_setback(runner)
    runner.do("Limit", wishes.add_wish, WishKind.NOT_WANTED, WishWords("Leave my mother out of it", "mother"))
    words = "I will ring your mother"
    assert refused(runner, setbacks.write_act, event.id, SetbackAct.TELL, words) is Code.AGAINST_A_LIMIT
    watching = "I will check her phone every evening"
    assert refused(runner, setbacks.write_act, event.id, SetbackAct.CHANGE, watching) is Code.TRACKS_THEM
    runner.do("Act", setbacks.write_act, event.id, SetbackAct.OWN, "I read her phone")


def test_a_setback_that_is_deleted_takes_all_of_it_along(runner: Runner) -> None:
    event = a_setback(runner)
    runner.do("Act", setbacks.write_act, event.id, SetbackAct.STOP, "I go out")
    runner.do("Away", setbacks.put_away, event.id)
    runner.do("Delete", events.delete_event, event.id)
    assert runner.vault.read(settings) == {}
    assert runner.vault.read(every_setback_step) == ()


def test_a_crossed_line_counts_as_a_setback_until_it_is_answered_otherwise(runner: Runner, clock: MovedClock) -> None:
    line = promise(runner, surroundings=Surroundings(is_line=True))
    other = promise(runner, title="Another")
    runner.do("Miss", answers.write, other.id, MONDAY, Value.MISSED)
    assert runner.vault.read(last_setback_at) is None
    runner.do("Miss", answers.write, line.id, MONDAY, Value.MISSED)
    assert isinstance(runner.vault.read(last_setback_at), datetime)
    clock.go_to(on("05-05"))
    runner.do("Kept", answers.write, line.id, MONDAY, Value.KEPT)
    assert runner.vault.read(last_setback_at) is None
