"""What they say to a commitment: "please stop" ends it at once, without a question and without a penalty."""

from tests.actions.promised import asked, coming, rows, stance
from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from trustplanner.actions import answers, commitments
from trustplanner.actions.responses import hear_response
from trustplanner.actions.runner import Runner
from trustplanner.domain.answers import Value
from trustplanner.domain.commitments import Reason, Stance
from trustplanner.domain.items import Outcome
from trustplanner.domain.responses import Response
from trustplanner.storage.queries.responses import every_response

TUESDAY, WEDNESDAY = on("05-05"), on("05-06")


def test_please_stop_ends_it_at_once_and_today_is_not_asked_for(runner: Runner, clock: MovedClock) -> None:
    call = promise(runner)
    runner.do("Kept", answers.write, call.id, MONDAY, Value.MISSED)
    clock.go_to(TUESDAY)
    assert [item.outcome for item in asked(runner, call.id)] == [Outcome.MISSED, Outcome.OPEN]
    runner.do("Hear", hear_response, call.id, Response.PLEASE_STOP, TUESDAY, "Leave it, please")
    assert [item.outcome for item in asked(runner, call.id)] == [Outcome.MISSED], "its record stays"
    newest = rows(runner, call.id)[-1]
    assert (newest.stance, newest.reason, newest.starts_on) == (Stance.ENDED, Reason.THEIR_WISH, TUESDAY)


def test_please_stop_withdraws_a_change_that_waits_for_its_notice(runner: Runner, clock: MovedClock) -> None:
    call = promise(runner)
    clock.go_to(TUESDAY)
    runner.do("Wait", commitments.let_wait, call.id)
    runner.do("Hear", hear_response, call.id, Response.PLEASE_STOP)
    assert coming(runner, call.id) is None
    assert stance(runner, call.id) is Stance.ENDED


def test_please_stop_ends_what_was_to_end_only_later_waits_or_has_not_begun(runner: Runner, clock: MovedClock) -> None:
    ending, waiting = promise(runner), promise(runner, waits=True)
    later = promise(runner, starts_on=on("05-20"))
    clock.go_to(TUESDAY)
    runner.do("End", commitments.end, ending.id)
    for each in (ending, waiting, later):
        runner.do("Hear", hear_response, each.id, Response.PLEASE_STOP)
        assert stance(runner, each.id) is Stance.ENDED
        assert stance(runner, each.id, on("06-20")) is Stance.ENDED


def test_the_same_heard_once_more_changes_nothing_and_earlier_words_stay(runner: Runner) -> None:
    call = promise(runner)
    first = runner.do("Hear", hear_response, call.id, Response.MATTERS, MONDAY, "It helps")
    again = runner.do("Hear", hear_response, call.id, Response.MATTERS, MONDAY, " It helps ")
    assert again.change.is_empty
    assert again.result == first.result
    runner.do("Hear", hear_response, call.id, Response.NO_DIFFERENCE)
    heard = [row.response for row in runner.vault.read(every_response)]
    assert heard == [Response.MATTERS, Response.NO_DIFFERENCE]
    assert stance(runner, call.id) is Stance.ACTIVE, "no difference ends nothing by itself"


def test_please_stop_can_be_heard_of_what_has_ended_already(runner: Runner, clock: MovedClock) -> None:
    call = promise(runner)
    clock.go_to(TUESDAY)
    runner.do("End", commitments.end, call.id, Reason.DANGER)
    before = rows(runner, call.id)
    clock.go_to(WEDNESDAY)
    runner.do("Hear", hear_response, call.id, Response.PLEASE_STOP)
    assert rows(runner, call.id) == before
