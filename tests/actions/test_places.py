"""The three places: what takes one, what leaves it, what waits for one."""

from tests.actions.promised import DAY, SUNDAYS, WEEK, asked, record, refused, stance, worded
from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from trustplanner.actions import answers, commitments
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.runner import Runner
from trustplanner.actions.terms import change_terms, take_back_pending
from trustplanner.domain.answers import Value
from trustplanner.domain.commitments import (
    Reason,
    Stance,
)
from trustplanner.domain.errors import Code
from trustplanner.domain.schedules import Unit, every, once, times_a


def test_a_fourth_commitment_waits(runner: Runner, clock: MovedClock) -> None:
    made = [promise(runner) for _ in range(4)]
    assert [stance(runner, each.id) for each in made] == [Stance.ACTIVE] * 3 + [Stance.WAITING]
    clock.forward(days=30)
    assert asked(runner, made[3].id) == []
    assert refused(runner, commitments.activate, made[3].id) is Code.THREE_ACTIVE


def test_the_three_count_whatever_their_shape(runner: Runner) -> None:
    for schedule in (times_a(Unit.MONTH, 1), once(on("08-01")), every(2, Unit.WEEK, on("04-01"))):
        promise(runner, schedule)
    assert stance(runner, promise(runner).id) is Stance.WAITING


def test_letting_an_older_one_wait_instead_shows_four_during_its_notice(runner: Runner, clock: MovedClock) -> None:
    older = [promise(runner) for _ in range(3)]
    fourth = promise(runner, instead_of=older[0].id)

    def active() -> list[bool]:
        return [stance(runner, each.id) is Stance.ACTIVE for each in (*older, fourth)]

    assert active() == [True, True, True, True]
    clock.go_to(MONDAY + 6 * DAY)
    assert active() == [True, True, True, True], "day 6 of the notice"
    assert refused(runner, commitments.create, "x", worded(), Surroundings(), instead_of=older[0].id) is (
        Code.ALREADY_ENDED
    )
    clock.go_to(MONDAY + WEEK)
    assert active() == [False, True, True, True], "day 7 of the notice"
    assert len(asked(runner, older[0].id)) == 7


def test_a_fifth_waits_while_four_are_shown(runner: Runner) -> None:
    older = [promise(runner) for _ in range(3)]
    promise(runner, instead_of=older[0].id)
    assert stance(runner, promise(runner).id) is Stance.WAITING


def test_a_place_that_was_given_away_cannot_be_taken_back(runner: Runner) -> None:
    older = [promise(runner) for _ in range(3)]
    promise(runner, instead_of=older[0].id)
    assert refused(runner, take_back_pending, older[0].id) is Code.THREE_ACTIVE
    assert refused(runner, change_terms, older[0].id, worded(SUNDAYS)) is Code.THREE_ACTIVE
    assert refused(runner, change_terms, older[0].id, worded()) is Code.THREE_ACTIVE
    assert refused(runner, commitments.activate, older[0].id) is Code.THREE_ACTIVE


def test_an_ended_or_waiting_one_leaves_its_place_when_its_notice_is_written(runner: Runner) -> None:
    made = [promise(runner) for _ in range(3)]
    runner.do("End", commitments.end, made[0].id)
    assert stance(runner, promise(runner).id) is Stance.ACTIVE


def test_once_takes_no_place_when_it_is_answered_or_past(runner: Runner, clock: MovedClock) -> None:
    once_only = promise(runner, once(on("05-06")))
    promise(runner)
    promise(runner)
    clock.go_to(on("05-07"))
    assert stance(runner, promise(runner).id) is Stance.WAITING, "it is still open"
    runner.do("Answer", answers.write, once_only.id, on("05-06"), Value.KEPT)
    assert stance(runner, promise(runner).id) is Stance.ACTIVE


def test_once_takes_no_place_after_it_closed_unanswered(runner: Runner, clock: MovedClock) -> None:
    promise(runner, once(on("05-06")))
    promise(runner)
    promise(runner)
    clock.go_to(on("05-08"))
    assert stance(runner, promise(runner).id) is Stance.ACTIVE


def test_a_waiting_commitment_begins_at_once_when_there_is_a_place(runner: Runner, clock: MovedClock) -> None:
    waits = promise(runner, waits=True)
    clock.go_to(on("05-09"))
    begun = runner.do("Begin", commitments.activate, waits.id).result
    assert (begun.stance, begun.starts_on, begun.will) == (Stance.ACTIVE, on("05-09"), "I will call when I am late")
    assert [item.day for item in asked(runner, waits.id)] == [on("05-09")]


def test_beginning_again_during_the_notice_takes_the_waiting_back(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    runner.do("Wait", commitments.let_wait, made.id)
    clock.go_to(on("05-08"))
    runner.do("Begin", commitments.activate, made.id)
    clock.go_to(on("05-20"))
    assert len(asked(runner, made.id)) == 17
    assert record(runner).commitments[0].changes == ()


def test_active_waiting_and_active_again_asks_only_while_active(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    runner.do("Wait", commitments.let_wait, made.id)
    clock.go_to(on("05-15"))
    runner.do("Begin", commitments.activate, made.id)
    clock.go_to(on("05-16"))
    assert [item.day for item in asked(runner, made.id)] == [MONDAY + at * DAY for at in (*range(7), 11, 12)]


def test_an_ended_commitment_cannot_begin_wait_or_change_again(runner: Runner) -> None:
    made = promise(runner)
    runner.do("End", commitments.end, made.id, Reason.THEIR_WISH)
    for action, given in [
        (commitments.activate, ()),
        (commitments.let_wait, ()),
        (commitments.end, ()),
        (change_terms, (worded(SUNDAYS),)),
    ]:
        assert refused(runner, action, made.id, *given) is Code.ALREADY_ENDED  # type: ignore[arg-type]  # mypy joins the actions to "function"


def test_an_ended_commitment_stays_in_the_record_with_its_misses(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    runner.do("Answer", answers.write, made.id, MONDAY, Value.MISSED)
    runner.do("End", commitments.end, made.id)
    clock.go_to(on("12-31"))
    (found,) = record(runner).commitments
    assert (found.stance, found.counts.missed, found.counts.due, len(found.misses)) == (Stance.ENDED, 1, 7, 1)
