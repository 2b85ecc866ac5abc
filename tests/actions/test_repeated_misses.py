"""Missed and hidden twice closes new commitments until it came first after all, or a session has come after."""

from tests.actions.promised import refused, worded
from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from trustplanner.actions import answers, commitments, sessions
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.repeated_misses import leave_for_now, take_repeats_to_session
from trustplanner.actions.runner import Runner
from trustplanner.domain.answers import How, Value
from trustplanner.domain.commitments import Stance
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.repeated_misses import left_alone_on
from trustplanner.storage.queries.commitments import terms_of
from trustplanner.storage.queries.plans import settings
from trustplanner.storage.queries.sessions import agenda

TUESDAY, WEDNESDAY, THURSDAY = on("05-05"), on("05-06"), on("05-07")


def hidden_twice(runner: Runner, clock: MovedClock) -> str:
    """Missed on Monday and Tuesday, both found out; the clock stands on Wednesday."""
    call = promise(runner)
    for day in (MONDAY, TUESDAY):
        clock.go_to(day)
        runner.do("Miss", answers.write, call.id, day, Value.MISSED)
        runner.do("Tell", answers.tell, call.id, day, How.FOUND_OUT)
    clock.go_to(WEDNESDAY)
    return call.id


def promise_new(runner: Runner) -> Code | None:
    """What refuses a new commitment, if anything does."""
    try:
        runner.do("New", commitments.create, "New", worded(), Surroundings())
    except RuleError as error:
        return error.code
    return None


def test_nothing_new_is_promised_and_what_is_promised_goes_on(runner: Runner, clock: MovedClock) -> None:
    waiting = promise(runner, title="Waiting", waits=True)
    call = hidden_twice(runner, clock)
    assert promise_new(runner) is Code.HIDDEN_MISSES
    assert refused(runner, commitments.activate, waiting.id) is Code.HIDDEN_MISSES
    runner.do("Answer", answers.write, call, WEDNESDAY, Value.KEPT)
    runner.do("Wait", commitments.let_wait, call)
    runner.do("Begin", commitments.activate, call)  # its waiting had not begun
    assert runner.vault.read(terms_of, call)[-1].taken_back_at is not None


def test_one_miss_that_came_out_otherwise_opens_it(runner: Runner, clock: MovedClock) -> None:
    call = hidden_twice(runner, clock)
    runner.do("Tell", answers.tell, call, MONDAY, How.TOLD_FIRST)
    assert promise_new(runner) is None


def test_a_session_after_them_opens_it_from_its_day_on(runner: Runner, clock: MovedClock) -> None:
    hidden_twice(runner, clock)
    runner.do("Before", sessions.add_session, MONDAY, None, "Ruth")
    runner.do("Coming", sessions.add_session, THURSDAY, None, "Ruth")
    assert promise_new(runner) is Code.HIDDEN_MISSES
    clock.go_to(THURSDAY)
    assert promise_new(runner) is None


def test_what_is_written_of_a_miss_after_the_session_was_not_in_it(runner: Runner, clock: MovedClock) -> None:
    call = hidden_twice(runner, clock)
    runner.do("Session", sessions.add_session, WEDNESDAY, None, "Ruth")
    clock.go_to(THURSDAY)
    assert promise_new(runner) is None
    for day in (MONDAY, TUESDAY):
        runner.do("Tell", answers.tell, call, day, How.WHEN_ASKED)
    assert promise_new(runner) is Code.HIDDEN_MISSES


def test_two_hidden_misses_of_two_commitments_close_nothing(runner: Runner, clock: MovedClock) -> None:
    for title in ("One", "Two"):
        one = promise(runner, title=title)
        runner.do("Miss", answers.write, one.id, MONDAY, Value.MISSED)
        runner.do("Tell", answers.tell, one.id, MONDAY, How.FOUND_OUT)
    assert promise_new(runner) is None


def test_misses_further_back_than_the_last_ten_close_nothing(runner: Runner, clock: MovedClock) -> None:
    call = hidden_twice(runner, clock)
    for number in range(9):
        clock.go_to(on("05-06").replace(day=6 + number))
        runner.do("Kept", answers.write, call, runner.now().today, Value.KEPT)
    assert promise_new(runner) is None


def test_what_is_taken_to_a_session_is_left_until_the_next_miss(runner: Runner, clock: MovedClock) -> None:
    call = promise(runner)
    session = runner.do("Session", sessions.add_session, THURSDAY, None, "Ruth").result
    runner.do("Take", take_repeats_to_session, call.id, TUESDAY, session.id, "Call when late, 3 of 10 missed")
    assert [line.words for line in runner.vault.read(agenda, session.id)] == ["Call when late, 3 of 10 missed"]
    assert left_alone_on(runner.vault.read(settings), call.id) == TUESDAY
    runner.do("Leave", leave_for_now, call.id, WEDNESDAY)
    assert left_alone_on(runner.vault.read(settings), call.id) == WEDNESDAY


def test_a_waiting_one_stays_waiting(runner: Runner, clock: MovedClock) -> None:
    waiting = promise(runner, title="Waiting", waits=True)
    hidden_twice(runner, clock)
    refused(runner, commitments.activate, waiting.id)
    assert runner.vault.read(terms_of, waiting.id)[-1].stance is Stance.WAITING
