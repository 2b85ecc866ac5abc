"""Making commitments, letting them wait, beginning again, ending and deleting them."""

from datetime import date

import pytest

from tests.actions.promised import AGREES, DAY, WEEK, asked, change, coming, pause, refused, rows, stance, worded
from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from trustplanner.actions import answers, commitments, harms
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.runner import Runner
from trustplanner.actions.terms import change_terms
from trustplanner.actions.views import Heard, noted
from trustplanner.domain.answers import How, Value
from trustplanner.domain.commitments import AskedBy, Direction, Reason, Stance, terms_on
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.plans import Plan
from trustplanner.domain.schedules import Schedule, Unit, daily, once, times_a
from trustplanner.domain.views import View
from trustplanner.storage.queries.commitments import (
    every_commitment,
    every_pause,
)
from trustplanner.storage.queries.views import views_about

# Making


def test_a_new_commitment_is_asked_for_from_today_on(runner: Runner) -> None:
    made = promise(runner)
    (first,) = rows(runner, made.id)
    assert (first.starts_on, first.written_on, first.direction, first.stance) == (
        MONDAY,
        MONDAY,
        Direction.FIRST,
        Stance.ACTIVE,
    )
    assert [item.day for item in asked(runner, made.id)] == [MONDAY]


def test_a_commitment_keeps_what_stands_beside_the_promise(runner: Runner) -> None:
    harm = runner.do("Harm", harms.add_harm, "She lay awake").result
    beside = Surroundings(
        if_cue="it gets past six",
        then_action="I ring before I do anything else",
        sign="my name on her screen",
        asked_by=AskedBy.THEY,
        asked_on=on("05-02"),
        sureness=8,
        smallest="a message",
        review_on=on("06-01"),
        harm_id=harm.id,
        is_line=True,
    )
    made = promise(runner, surroundings=beside)
    assert all(getattr(made, name) == getattr(beside, name) for name in Surroundings.__dataclass_fields__)
    assert runner.vault.read(every_commitment) == (made,)


def test_commitments_stand_in_the_order_they_were_made(runner: Runner) -> None:
    made = [promise(runner, title=title).id for title in ("one", "two", "three", "four")]
    found = runner.vault.read(every_commitment)
    assert ([each.id for each in found], [each.position for each in found]) == (made, [0, 1, 2, 3])


def test_words_are_kept_without_the_space_around_them(runner: Runner) -> None:
    made = promise(runner, title="  Call \n")
    assert made.title == "Call"
    changed = change(runner, made.id, worded(will="  I will ring \n"))
    assert changed is not None
    assert changed.will == "I will ring"


def test_a_commitment_may_begin_later(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner, starts_on=on("05-11"))
    assert asked(runner, made.id) == []
    clock.go_to(on("05-11"))
    assert [item.day for item in asked(runner, made.id)] == [on("05-11")]


@pytest.mark.parametrize(
    ("schedule", "starts_on"),
    [(daily(), on("05-03")), (once(on("05-03")), None), (once(on("05-10")), on("05-11")), (daily(), date.max)],
)
def test_a_commitment_does_not_begin_in_the_past_nor_after_its_only_day(
    runner: Runner, schedule: Schedule, starts_on: date | None
) -> None:
    code = refused(runner, commitments.create, "Call", worded(schedule), Surroundings(), starts_on=starts_on)
    assert code is Code.DATE_IMPOSSIBLE


def test_once_may_be_promised_for_today(runner: Runner) -> None:
    made = promise(runner, once(MONDAY))
    assert [item.day for item in asked(runner, made.id)] == [MONDAY]


def test_a_commitment_that_tracks_them_is_refused(runner: Runner, plan: Plan) -> None:
    wording = worded(will="I will check her phone every evening")
    assert refused(runner, commitments.create, "Check", wording, Surroundings()) is Code.TRACKS_THEM
    made = promise(runner)
    assert refused(runner, change_terms, made.id, wording) is Code.TRACKS_THEM


@pytest.mark.parametrize(
    ("title", "beside"),
    [
        ("Check her phone", Surroundings()),
        ("Quiet", Surroundings(then_action="check her phone while she sleeps")),
        ("Quiet", Surroundings(smallest="read her messages")),
        ("Quiet", Surroundings(sign="She shows me her phone every night")),
    ],
)
def test_nothing_that_binds_beside_the_promise_tracks_them_either(
    runner: Runner, plan: Plan, title: str, beside: Surroundings
) -> None:
    assert refused(runner, commitments.create, title, worded(), beside) is Code.TRACKS_THEM
    made = promise(runner)
    assert refused(runner, commitments.describe, made.id, title, beside) is Code.TRACKS_THEM


def test_the_urge_to_look_may_be_named(runner: Runner, plan: Plan) -> None:
    beside = Surroundings(if_cue="I want to check her phone", then_action="I go for a walk")
    made = promise(runner, surroundings=beside)
    assert made.if_cue == "I want to check her phone"


@pytest.mark.parametrize("day", [date.min, date.max])
def test_days_beside_the_promise_are_days_a_plan_can_hold(runner: Runner, day: date) -> None:
    made = promise(runner)
    for beside in (Surroundings(asked_on=day), Surroundings(review_on=day)):
        assert refused(runner, commitments.describe, made.id, "Call", beside) is Code.DATE_IMPOSSIBLE
    with pytest.raises(RuleError) as error:
        Heard(View.AGREES, day)
    assert error.value.code is Code.DATE_IMPOSSIBLE


def test_describing_changes_what_stands_beside_and_leaves_the_terms(runner: Runner) -> None:
    made = promise(runner)
    before = rows(runner, made.id)
    changed = runner.do("Describe", commitments.describe, made.id, "Ring", Surroundings(sign="a ring")).result
    assert (changed.id, changed.title, changed.sign, changed.position) == (made.id, "Ring", "a ring", 0)
    assert rows(runner, made.id) == before


# Waiting and ending


def test_letting_wait_and_ending_take_their_notice(runner: Runner, clock: MovedClock) -> None:
    waits, ends = promise(runner), promise(runner)
    for action, made in [(commitments.let_wait, waits), (commitments.end, ends)]:
        eased = runner.do("Ease", action, made.id, Reason.CHOICE, AGREES).result
        assert (eased.starts_on, eased.direction) == (MONDAY + WEEK, Direction.EASIER)
        assert noted(runner.vault.read(views_about, eased)) == AGREES
    clock.go_to(MONDAY + 6 * DAY)
    assert (stance(runner, waits.id), stance(runner, ends.id)) == (Stance.ACTIVE, Stance.ACTIVE)
    clock.go_to(MONDAY + WEEK)
    assert (stance(runner, waits.id), stance(runner, ends.id)) == (Stance.WAITING, Stance.ENDED)


def test_ending_with_a_reason_counts_today_and_yesterday_stays_open(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    clock.forward(days=1)
    runner.do("End", commitments.end, made.id, Reason.DANGER)
    assert [item.day for item in asked(runner, made.id)] == [MONDAY]
    runner.do("Answer", answers.write, made.id, MONDAY, Value.MISSED)


def test_a_waiting_commitment_ends_without_notice(runner: Runner) -> None:
    made = promise(runner, waits=True)
    assert runner.do("End", commitments.end, made.id).result.starts_on == MONDAY


def test_ending_replaces_a_pending_waiting(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    runner.do("Wait", commitments.let_wait, made.id)
    clock.forward(days=2)
    ended = runner.do("End", commitments.end, made.id).result
    assert (ended.starts_on, coming(runner, made.id)) == (on("05-13"), ended)


def test_a_commitment_that_has_not_begun_may_wait_and_begin_again(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner, starts_on=on("05-11"))
    runner.do("Wait", commitments.let_wait, made.id)
    clock.go_to(on("05-12"))
    assert stance(runner, made.id) is Stance.WAITING
    assert asked(runner, made.id) == []
    runner.do("Begin", commitments.activate, made.id)
    assert [item.day for item in asked(runner, made.id)] == [on("05-12")]


def test_a_once_that_is_over_cannot_begin_again_while_three_are_active(runner: Runner, clock: MovedClock) -> None:
    single = promise(runner, once(on("05-06")))
    clock.go_to(on("05-06"))
    runner.do("Answer", answers.write, single.id, on("05-06"), Value.KEPT)
    others = [promise(runner) for _ in range(3)]
    assert [stance(runner, each.id) for each in others] == [Stance.ACTIVE] * 3
    for schedule in (daily(), once(on("05-20"))):
        assert refused(runner, change_terms, single.id, worded(schedule)) is Code.THREE_ACTIVE
    runner.do("End", commitments.end, others[0].id, reason=Reason.THEIR_WISH)
    assert runner.do("Again", change_terms, single.id, worded(once(on("05-20")))).result is not None


def test_a_commitment_let_wait_before_it_began_takes_no_place(runner: Runner) -> None:
    future = promise(runner, starts_on=on("05-11"))
    runner.do("Wait", commitments.let_wait, future.id)
    made = [promise(runner) for _ in range(3)]
    assert [stance(runner, each.id) for each in made] == [Stance.ACTIVE] * 3
    assert refused(runner, commitments.activate, future.id) is Code.THREE_ACTIVE


def test_what_needs_contact_waits_at_once_and_what_was_to_end_ends(runner: Runner, clock: MovedClock) -> None:
    meets, ends, pays, waits = (promise(runner, title=title) for title in ("Meet", "Ring", "Pay", "Write"))
    assert stance(runner, waits.id) is Stance.WAITING, "a fourth"
    runner.do("End", commitments.end, ends.id)
    runner.do("Wait", commitments.let_wait, meets.id)
    clock.forward(days=1)
    runner.do("Contact", commitments.let_wait_for_contact, [meets.id, ends.id])
    today = MONDAY + DAY
    found = {each.id: terms_on(rows(runner, each.id), today) for each in (meets, ends, pays)}
    assert [(terms.stance, terms.reason) for terms in found.values() if terms is not None] == [
        (Stance.WAITING, Reason.THEIR_WISH),
        (Stance.ENDED, Reason.THEIR_WISH),
        (Stance.ACTIVE, Reason.CHOICE),
    ]
    assert [coming(runner, each.id) for each in (meets, ends)] == [None, None]


# Deleting


def test_a_commitment_that_never_asked_for_anything_can_be_deleted(runner: Runner) -> None:
    kept = promise(runner)
    for given in ({}, {"waits": True}, {"starts_on": on("05-20")}):
        made = promise(runner, **given)
        runner.do("Delete", commitments.delete, made.id)
    assert runner.vault.read(every_commitment) == (kept,)


def test_a_commitment_with_a_day_behind_it_is_ended_and_not_deleted(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    clock.forward(days=1)
    assert refused(runner, commitments.delete, made.id) is Code.ALREADY_STARTED


def test_a_commitment_with_an_answer_is_not_deleted(runner: Runner) -> None:
    made = promise(runner)
    runner.do("Answer", answers.write, made.id, MONDAY, Value.MISSED)
    assert refused(runner, commitments.delete, made.id) is Code.ALREADY_STARTED
    runner.do("Clear", answers.clear, made.id, MONDAY)
    assert refused(runner, commitments.delete, made.id) is Code.ALREADY_STARTED, "its row stays"


def test_slips_leave_nothing_that_keeps_a_commitment_from_being_deleted(runner: Runner) -> None:
    """A done-day that was taken back and a miss undone as a slip after it was told."""
    weekly, call = promise(runner, times_a(Unit.WEEK, 3)), promise(runner)
    runner.do("Done", answers.mark_done, weekly.id, MONDAY)
    runner.do("Back", answers.take_back_done, weekly.id, MONDAY)
    missed = runner.do("Miss", answers.write, call.id, MONDAY, Value.MISSED)
    runner.do("Tell", answers.tell, call.id, MONDAY, How.NOT_YET)
    runner.do("Steps", answers.review_miss, call.id, MONDAY, facts="I forgot")
    runner.undo(missed.change, is_slip=True)
    pause(runner, call.id, on("05-12"), on("05-13"), reason=Reason.CHOICE)
    for made in (weekly, call):
        runner.do("Delete", commitments.delete, made.id)
    assert runner.vault.read(every_commitment) == ()
    assert runner.vault.read(every_pause) == ()


def test_a_pause_of_all_stays_when_a_commitment_is_deleted(runner: Runner) -> None:
    made = promise(runner)
    of_all = pause(runner, None, on("05-11"), on("05-17"), reason=Reason.CHOICE)
    runner.do("Delete", commitments.delete, made.id)
    assert runner.vault.read(every_pause) == (of_all,)
