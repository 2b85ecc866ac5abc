"""One action, one transaction, one change, at one moment of the clock that is passed in."""

from datetime import UTC, date, datetime

import pytest

from tests.actions.conftest import Snapshot
from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from trustplanner.actions import answers, events, harms, plans
from trustplanner.actions.runner import Runner, now_at
from trustplanner.domain.answers import Value
from trustplanner.domain.change import Topic
from trustplanner.domain.days import DayStart
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.events import EventKind
from trustplanner.domain.moments import Draft, Now, Setting
from trustplanner.storage.queries.harms import harms as all_harms
from trustplanner.storage.unit_of_work import UnitOfWork
from trustplanner.storage.vault import Vault


class MistakeError(Exception):
    """Something went wrong in the middle of an action."""


def write_then_fail(unit: UnitOfWork, now: Now) -> None:
    unit.put(Draft("letter", "half a sent", now.at))
    raise MistakeError


# The moment


def test_a_moment_is_utc_to_the_millisecond_with_the_offset_and_the_promise_day(clock: MovedClock) -> None:
    clock.local = datetime(2026, 5, 5, 2, 59, 59, 987654)  # noqa: DTZ001  (a wall clock)
    now = clock.moment()
    assert now.at == datetime(2026, 5, 5, 0, 59, 59, 987000, tzinfo=UTC)
    assert (now.utc_offset, now.today) == (120, MONDAY)
    assert now.local == clock.local.replace(microsecond=987000)


@pytest.mark.parametrize("offset", [-720, -210, 0, 345, 840])
def test_the_promise_day_follows_the_wall_clock_in_any_zone(offset: int) -> None:
    clock = MovedClock(datetime(2026, 5, 5, 3, 0), offset)  # noqa: DTZ001  (a wall clock)
    now = now_at(clock(), DayStart(180))
    assert (now.today, now.utc_offset) == (on("05-05"), offset)
    assert now.local == clock.local


def test_a_moment_comes_back_from_the_vault_as_it_was(runner: Runner, clock: MovedClock, vault: Vault) -> None:
    clock.forward(seconds=0.987654)
    harm = runner.do("Harm", harms.add_harm, "She lay awake").result
    assert vault.read(all_harms) == (harm,)


# One action, one transaction


def test_what_an_action_returns_and_changes_comes_back(runner: Runner) -> None:
    done = runner.do("Harm", harms.add_harm, "She lay awake")
    assert done.result.words == "She lay awake"
    assert (done.change.label, done.change.topics) == ("Harm", frozenset({Topic.HARMS}))
    assert [edit.after for edit in done.change.edits] == [done.result]
    assert done.now == runner.now()


def test_an_action_that_fails_in_the_middle_changes_nothing(runner: Runner, snapshot: Snapshot) -> None:
    before = snapshot()
    with pytest.raises(MistakeError):
        runner.do("Write", write_then_fail)
    assert snapshot() == before


def test_an_action_is_given_the_moment_at_which_it_is_done(runner: Runner, clock: MovedClock) -> None:
    clock.go_to(on("05-09"), "14:30")
    done = runner.do("Setback", events.add_event, on("05-09"), EventKind.SETBACK)
    assert done.result.created_at == datetime(2026, 5, 9, 12, 30, tzinfo=UTC)


# The day start


def night_of(runner: Runner, clock: MovedClock, at: str) -> date:
    clock.go_to(on("05-20"), at)
    return runner.now().today


def test_a_day_starts_at_three_in_the_morning_at_first(runner: Runner, clock: MovedClock) -> None:
    assert night_of(runner, clock, "02:59") == on("05-19")
    assert night_of(runner, clock, "03:00") == on("05-20")


def test_a_changed_day_start_counts_from_then_on(runner: Runner, clock: MovedClock) -> None:
    runner.do("Day start", plans.set_day_start, 0)
    assert night_of(runner, clock, "00:00") == on("05-20")


def test_an_undone_day_start_counts_no_more(runner: Runner, clock: MovedClock) -> None:
    change = runner.do("Day start", plans.set_day_start, 0).change
    runner.undo(change, is_slip=True)
    assert night_of(runner, clock, "00:00") == on("05-19")


def test_a_runner_made_later_knows_the_day_start(runner: Runner, vault: Vault, clock: MovedClock) -> None:
    runner.do("Day start", plans.set_day_start, 6 * 60)
    assert night_of(Runner(vault, clock), clock, "05:59") == on("05-19")


def test_a_changed_day_start_does_not_repeat_the_running_day(runner: Runner, clock: MovedClock) -> None:
    """At 04:00 it is the 5th; from 06:00 on a day now starts, but the 5th goes on."""
    clock.go_to(on("05-05"), "04:00")
    assert runner.now().today == on("05-05")
    runner.do("Day start", plans.set_day_start, 6 * 60)
    assert runner.now().today == on("05-05")
    clock.go_to(on("05-06"), "05:00")
    assert runner.now().today == on("05-05")


# Many actions together


def test_actions_done_together_are_one_transaction(runner: Runner, snapshot: Snapshot) -> None:
    before = snapshot()

    def fail_together() -> None:
        with runner.together() as together:
            together.do(harms.add_harm, "She lay awake")
            together.do(write_then_fail)

    with pytest.raises(MistakeError):
        fail_together()
    assert snapshot() == before


def test_actions_done_together_each_have_their_own_moment(runner: Runner, clock: MovedClock, vault: Vault) -> None:
    story = MovedClock(clock.local)
    with runner.together(story) as together:
        first = together.do(harms.add_harm, "one")
        story.forward(days=3)
        second = together.do(harms.add_harm, "two")
    assert (second.created_at - first.created_at).days == 3
    assert vault.read(all_harms) == (first, second)


def test_a_day_start_changed_among_them_counts_for_the_next_and_afterwards(runner: Runner, clock: MovedClock) -> None:
    clock.go_to(on("05-05"), "01:00")
    commitment = promise(runner)
    with runner.together() as together:
        assert together.do(answers.write, commitment.id, MONDAY, Value.KEPT).written_on == MONDAY
        together.do(plans.set_day_start, 0)
        assert together.do(answers.write, commitment.id, on("05-05"), Value.KEPT).written_on == on("05-05")
    assert runner.now().today == on("05-05")


def test_a_known_error_says_its_code_and_nothing_a_person_wrote(runner: Runner) -> None:
    with pytest.raises(RuleError) as refused:
        runner.do("Harm", harms.reword_harm, "no such harm", "what I hid from Ana")
    assert refused.value.code is Code.NOT_FOUND
    assert "Ana" not in repr(refused.value)


def test_a_setting_of_a_screen_is_kept_with_the_plan(runner: Runner) -> None:
    done = runner.do("Look", plans.set_setting, "look", "dark")
    assert [edit.after for edit in done.change.edits] == [Setting("look", "dark")]
