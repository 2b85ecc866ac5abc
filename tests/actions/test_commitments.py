"""Making commitments, changing their terms, letting them wait, ending and pausing them."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from trustplanner.actions import answers, commitments, harms
from trustplanner.actions.commitments import Heard, Surroundings, Wording
from trustplanner.actions.runner import Runner
from trustplanner.domain.answers import How, Value
from trustplanner.domain.commitments import (
    AskedBy,
    Direction,
    Pause,
    Reason,
    Stance,
    Terms,
    View,
    pending,
    settled,
    terms_on,
)
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.items import Item, items
from trustplanner.domain.plans import Plan
from trustplanner.domain.record import Record, build_record
from trustplanner.domain.schedules import Schedule, Unit, daily, every, on_weekdays, once, times_a
from trustplanner.storage.queries.commitments import (
    every_commitment,
    every_pause,
    histories,
    history_of,
    terms_of,
)

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
SUNDAYS = on_weekdays([6])
AGREES = Heard(View.AGREES, MONDAY, "That is fine")


def worded(schedule: Schedule | None = None, at_minute: int | None = None, will: str = "") -> Wording:
    """The wording of `promise`, with something else in it."""
    return Wording(will or "I will call when I am late", "you need not wonder", schedule or daily(), at_minute)


def refused(runner: Runner, action: Callable[..., Any], *arguments: Any, **given: Any) -> Code:
    with pytest.raises(RuleError) as error:
        runner.do("Action", action, *arguments, **given)
    return error.value.code


def rows(runner: Runner, commitment_id: str) -> tuple[Terms, ...]:
    return runner.vault.read(terms_of, commitment_id)


def stance(runner: Runner, commitment_id: str, day: date | None = None) -> Stance | None:
    found = terms_on(rows(runner, commitment_id), day or runner.now().today)
    return None if found is None else found.stance


def coming(runner: Runner, commitment_id: str) -> Terms | None:
    return pending(rows(runner, commitment_id), runner.now().today)


def asked(runner: Runner, commitment_id: str) -> list[Item]:
    found = runner.vault.read(history_of, commitment_id)
    assert found is not None
    return items(found, runner.now().today)


def record(runner: Runner) -> Record:
    return build_record(runner.vault.read(histories), runner.now().today)


def change(runner: Runner, commitment_id: str, wording: Wording, **given: Any) -> Terms | None:
    return runner.do("Change", commitments.change_terms, commitment_id, wording, **given).result


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
    assert refused(runner, commitments.change_terms, made.id, wording) is Code.TRACKS_THEM


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


# Three active


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
    assert refused(runner, commitments.take_back_pending, older[0].id) is Code.THREE_ACTIVE
    assert refused(runner, commitments.change_terms, older[0].id, worded(SUNDAYS)) is Code.THREE_ACTIVE
    assert refused(runner, commitments.change_terms, older[0].id, worded()) is Code.THREE_ACTIVE
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
        (commitments.change_terms, (worded(SUNDAYS),)),
    ]:
        assert refused(runner, action, made.id, *given) is Code.ALREADY_ENDED  # type: ignore[arg-type]  # mypy joins the actions to "function"


def test_an_ended_commitment_stays_in_the_record_with_its_misses(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    runner.do("Answer", answers.write, made.id, MONDAY, Value.MISSED)
    runner.do("End", commitments.end, made.id)
    clock.go_to(on("12-31"))
    (found,) = record(runner).commitments
    assert (found.stance, found.counts.missed, found.counts.due, len(found.misses)) == (Stance.ENDED, 1, 7, 1)


# Changing terms


def test_tightening_counts_today_and_is_not_asked_about(runner: Runner) -> None:
    made = promise(runner, SUNDAYS)
    changed = change(runner, made.id, worded(daily()), said_to_be=Direction.EASIER)
    assert changed is not None
    assert (changed.direction, changed.starts_on) == (Direction.STRICTER, MONDAY)


def test_no_answer_means_easier_and_waits_seven_days(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    changed = change(runner, made.id, worded(SUNDAYS), heard=AGREES)
    assert changed is not None
    assert (changed.direction, changed.starts_on) == (Direction.EASIER, MONDAY + WEEK)
    assert (changed.their_view, changed.their_view_on, changed.their_words) == (View.AGREES, MONDAY, "That is fine")
    clock.go_to(MONDAY + 6 * DAY)
    assert len(asked(runner, made.id)) == 7, "the old terms count meanwhile"
    clock.go_to(MONDAY + 9 * DAY)
    assert len(asked(runner, made.id)) == 7, "the new terms ask for Sundays"


@pytest.mark.parametrize("said", [Direction.WORDING, Direction.STRICTER])
def test_what_the_person_calls_stricter_or_only_the_wording_counts_today(runner: Runner, said: Direction) -> None:
    made = promise(runner)
    changed = change(runner, made.id, worded(will="I will ring when I am late"), said_to_be=said)
    assert changed is not None
    assert (changed.direction, changed.starts_on) == (said, MONDAY)


@pytest.mark.parametrize("wording", [worded(SUNDAYS), worded(daily(), at_minute=20 * 60)])
def test_another_schedule_or_time_is_never_only_the_wording(runner: Runner, wording: Wording) -> None:
    made = promise(runner, at_minute=18 * 60)
    changed = change(runner, made.id, wording, said_to_be=Direction.WORDING)
    assert changed is not None
    assert (changed.direction, changed.starts_on) == (Direction.EASIER, MONDAY + WEEK)


@pytest.mark.parametrize("schedule", [SUNDAYS, times_a(Unit.WEEK, 6), once(on("05-20"))])
def test_no_change_takes_todays_unanswered_item_away(runner: Runner, clock: MovedClock, schedule: Schedule) -> None:
    made = promise(runner)
    changed = change(runner, made.id, worded(schedule), said_to_be=Direction.STRICTER)
    assert changed is not None
    assert changed.starts_on > MONDAY
    assert [item.day for item in asked(runner, made.id)] == [MONDAY]
    clock.go_to(MONDAY + 2 * DAY)
    assert MONDAY in [item.day for item in asked(runner, made.id)], "it stays due when its day has closed"


def test_after_todays_answer_what_is_called_stricter_counts_today(runner: Runner) -> None:
    made = promise(runner)
    runner.do("Answer", answers.write, made.id, MONDAY, Value.MISSED)
    changed = change(runner, made.id, worded(SUNDAYS), said_to_be=Direction.STRICTER)
    assert changed is not None
    assert changed.starts_on == MONDAY
    assert [item.day for item in asked(runner, made.id)] == [MONDAY], "the miss stays"


@pytest.mark.parametrize("reason", [Reason.ILLNESS, Reason.DANGER, Reason.THEIR_WISH])
def test_their_wish_illness_and_danger_ease_at_once(runner: Runner, reason: Reason) -> None:
    made = promise(runner)
    changed = change(runner, made.id, worded(SUNDAYS), reason=reason)
    assert changed is not None
    assert (changed.starts_on, changed.reason) == (MONDAY, reason)


def test_a_time_moved_past_midnight_is_not_stricter(runner: Runner) -> None:
    """From eleven in the evening to one at night is two hours later."""
    made = promise(runner, at_minute=23 * 60)
    changed = change(runner, made.id, worded(at_minute=60))
    assert changed is not None
    assert (changed.direction, changed.starts_on) == (Direction.EASIER, MONDAY + WEEK)


def test_a_change_of_nothing_writes_nothing(runner: Runner) -> None:
    made = promise(runner)
    done = runner.do("Change", commitments.change_terms, made.id, worded(will="I will call when I am late  "))
    assert done.result is None
    assert done.change.is_empty


def test_a_pending_change_is_replaced_by_the_next_one(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    first = change(runner, made.id, worded(SUNDAYS))
    clock.forward(days=3)
    second = change(runner, made.id, worded(on_weekdays([5, 6])))
    assert first is not None
    assert second is not None
    assert second.starts_on == MONDAY + 10 * DAY, "its notice begins anew"
    taken_back = [row for row in rows(runner, made.id) if row.taken_back_at is not None]
    assert [row.seq for row in taken_back] == [first.seq]
    assert coming(runner, made.id) == second


def test_changing_back_to_what_is_in_force_only_takes_the_pending_change_back(
    runner: Runner, clock: MovedClock
) -> None:
    made = promise(runner)
    change(runner, made.id, worded(SUNDAYS))
    clock.forward(days=3)
    assert change(runner, made.id, worded()) is None
    assert coming(runner, made.id) is None
    clock.forward(days=30)
    assert record(runner).commitments[0].changes == ()


def test_tightening_while_an_easing_is_pending_ends_it(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner, on_weekdays([0, 4]))
    change(runner, made.id, worded(SUNDAYS))
    tightened = change(runner, made.id, worded(daily()))
    assert coming(runner, made.id) is None
    assert settled(rows(runner, made.id), MONDAY) == tightened


def test_tightening_and_easing_on_one_day_keeps_the_tighter_terms_meanwhile(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner, SUNDAYS)
    tightened = change(runner, made.id, worded(daily()))
    eased = change(runner, made.id, worded(SUNDAYS))
    assert tightened is not None
    assert eased is not None
    assert (eased.direction, eased.starts_on) == (Direction.EASIER, MONDAY + WEEK)
    assert rows(runner, made.id)[1] == tightened, "it was not taken back"
    clock.go_to(MONDAY + 6 * DAY)
    assert len(asked(runner, made.id)) == 7


def test_each_of_three_active_ones_may_change_its_terms(runner: Runner) -> None:
    made = [promise(runner) for _ in range(3)]
    for each in made:
        change(runner, each.id, worded(SUNDAYS))
        runner.do("Back", commitments.take_back_pending, each.id)
        assert stance(runner, each.id) is Stance.ACTIVE


def test_terms_of_n_times_change_with_the_next_week(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner, times_a(Unit.WEEK, 2))
    clock.go_to(on("05-06"))
    changed = change(runner, made.id, worded(times_a(Unit.WEEK, 3)))
    assert changed is not None
    assert (changed.direction, changed.starts_on) == (Direction.STRICTER, on("05-11"))
    clock.go_to(on("05-18"))
    assert [(item.day, item.times) for item in asked(runner, made.id)] == [
        (on("05-10"), 2),
        (on("05-17"), 3),
        (on("05-24"), 3),
    ]


def test_terms_that_have_not_begun_change_without_notice(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner, starts_on=on("05-11"))
    changed = change(runner, made.id, worded(SUNDAYS))
    assert changed is not None
    assert changed.starts_on == on("05-11")
    clock.go_to(on("05-20"))
    assert [item.day for item in asked(runner, made.id)] == [on("05-17")]
    assert record(runner).commitments[0].changes == (), "nothing that ever counted was changed"


def test_waiting_terms_change_at_once_and_go_on_waiting(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner, waits=True)
    clock.forward(days=2)
    changed = change(runner, made.id, worded(SUNDAYS))
    assert changed is not None
    assert (changed.stance, changed.starts_on) == (Stance.WAITING, on("05-06"))


# Waiting and ending


def test_letting_wait_and_ending_take_their_notice(runner: Runner, clock: MovedClock) -> None:
    waits, ends = promise(runner), promise(runner)
    for action, made in [(commitments.let_wait, waits), (commitments.end, ends)]:
        eased = runner.do("Ease", action, made.id, Reason.CHOICE, AGREES).result
        assert (eased.starts_on, eased.direction, eased.their_view) == (
            MONDAY + WEEK,
            Direction.EASIER,
            View.AGREES,
        )
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
        assert refused(runner, commitments.change_terms, single.id, worded(schedule)) is Code.THREE_ACTIVE
    runner.do("End", commitments.end, others[0].id, reason=Reason.THEIR_WISH)
    assert runner.do("Again", commitments.change_terms, single.id, worded(once(on("05-20")))).result is not None


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


# Taking back, their view


def test_a_loosening_can_be_taken_back_until_it_starts(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    change(runner, made.id, worded(SUNDAYS))
    clock.go_to(MONDAY + 6 * DAY)
    runner.do("Back", commitments.take_back_pending, made.id)
    clock.go_to(MONDAY + 20 * DAY)
    assert len(asked(runner, made.id)) == 21
    change(runner, made.id, worded(SUNDAYS))
    clock.forward(days=7)
    assert refused(runner, commitments.take_back_pending, made.id) is Code.ALREADY_STARTED


def test_first_terms_are_never_taken_back(runner: Runner) -> None:
    """A commitment without any terms would be nothing at all; one that never began is deleted instead."""
    made = promise(runner, starts_on=on("05-11"))
    assert refused(runner, commitments.take_back_pending, made.id) is Code.ALREADY_STARTED
    change(runner, made.id, worded(SUNDAYS))
    runner.do("Back", commitments.take_back_pending, made.id)
    assert refused(runner, commitments.take_back_pending, made.id) is Code.ALREADY_STARTED
    runner.do("Delete", commitments.delete, made.id)
    assert runner.vault.read(every_commitment) == ()


def test_their_view_may_be_added_later_and_blocks_nothing(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    eased = change(runner, made.id, worded(SUNDAYS))
    assert eased is not None
    assert eased.their_view is View.NOT_ASKED
    clock.forward(days=3)
    heard = Heard(View.DISAGREES, on("05-06"), "It feels like before")
    noted = runner.do("View", commitments.note_their_view, eased.seq or 0, heard).result
    assert (noted.their_view, noted.their_view_on, noted.their_words) == (View.DISAGREES, heard.on, heard.words)
    clock.forward(days=30)
    (mark,) = record(runner).commitments[0].changes
    assert (mark.day, mark.terms.their_view) == (MONDAY + WEEK, View.DISAGREES)


def test_their_view_of_a_pause_may_be_added_later(runner: Runner) -> None:
    made = pause(runner, None, on("05-11"), on("05-17"), reason=Reason.CHOICE)
    noted = runner.do("View", commitments.note_their_view_of_pause, made.seq or 0, AGREES).result
    assert (noted.their_view, noted.their_words, noted.starts_on) == (View.AGREES, "That is fine", on("05-11"))


# Pauses


def pause(runner: Runner, commitment_id: str | None, first: date, last: date, **given: Any) -> Pause:
    return runner.do("Pause", commitments.pause, commitment_id, first, last, **given).result


def test_a_pause_of_all_pauses_every_commitment(runner: Runner, clock: MovedClock) -> None:
    one, other = promise(runner), promise(runner)
    pause(runner, None, MONDAY, on("05-06"), reason=Reason.ILLNESS)
    clock.go_to(on("05-08"))
    for made in (one, other):
        assert [item.day for item in asked(runner, made.id)] == [on("05-07"), on("05-08")]


def test_a_pause_of_one_leaves_the_others(runner: Runner, clock: MovedClock) -> None:
    one, other = promise(runner), promise(runner)
    pause(runner, one.id, MONDAY, on("05-06"), reason=Reason.ILLNESS)
    clock.go_to(on("05-06"))
    assert (len(asked(runner, one.id)), len(asked(runner, other.id))) == (0, 3)


def test_a_pause_reaches_back_to_the_oldest_open_day_and_no_further(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    clock.go_to(on("05-06"))
    illness = {"reason": Reason.ILLNESS}
    assert refused(runner, commitments.pause, made.id, MONDAY, on("05-08"), **illness) is Code.PAUSE_TOO_EARLY
    pause(runner, made.id, on("05-05"), on("05-08"), **illness)
    assert [item.day for item in asked(runner, made.id)] == [MONDAY]


def test_a_pause_of_an_unknown_commitment_is_refused(runner: Runner) -> None:
    code = refused(runner, commitments.pause, "nobody", MONDAY, MONDAY, reason=Reason.ILLNESS)
    assert code is Code.NOT_FOUND


def test_resuming_asks_again_from_today_on(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    paused = pause(runner, made.id, MONDAY, on("05-20"), reason=Reason.ILLNESS)
    clock.go_to(on("05-09"))
    resumed = runner.do("Resume", commitments.resume, paused.seq or 0).result
    assert (resumed.ends_on, resumed.looks_again) == (on("05-08"), False)
    assert [item.day for item in asked(runner, made.id)] == [on("05-09")]
    clock.go_to(on("05-10"))
    assert refused(runner, commitments.resume, paused.seq or 0) is Code.ALREADY_ENDED


def test_resuming_on_the_day_after_the_first_leaves_that_day_paused(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    paused = pause(runner, made.id, MONDAY, on("05-20"), reason=Reason.ILLNESS)
    clock.go_to(on("05-05"))
    runner.do("Resume", commitments.resume, paused.seq or 0)
    assert [item.day for item in asked(runner, made.id)] == [on("05-05")]


def test_resuming_on_the_last_paused_day_asks_for_that_day(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    paused = pause(runner, made.id, MONDAY, on("05-06"), reason=Reason.ILLNESS)
    clock.go_to(on("05-06"))
    runner.do("Resume", commitments.resume, paused.seq or 0)
    assert [item.day for item in asked(runner, made.id)] == [on("05-06")]


def test_resuming_a_pause_that_has_not_begun_takes_it_back(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    for first in (MONDAY, on("05-11")):
        paused = pause(runner, made.id, first, on("05-20"), reason=Reason.ILLNESS)
        runner.do("Resume", commitments.resume, paused.seq or 0)
        assert refused(runner, commitments.resume, paused.seq or 0) is Code.ALREADY_ENDED
    assert [found.taken_back_at for found in runner.vault.read(every_pause)] == [runner.now().at] * 2
    clock.go_to(on("05-20"))
    assert len(asked(runner, made.id)) == 17


def test_resuming_one_of_two_overlapping_pauses_leaves_the_other(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    pause(runner, made.id, MONDAY, on("05-08"), reason=Reason.ILLNESS)
    of_all = pause(runner, None, on("05-06"), on("05-20"), reason=Reason.DANGER)
    clock.go_to(on("05-07"))
    runner.do("Resume", commitments.resume, of_all.seq or 0)
    clock.go_to(on("05-10"))
    assert [item.day for item in asked(runner, made.id)] == [on("05-09"), on("05-10")]


def test_an_illness_is_lengthened_by_fourteen_days_at_most_at_a_time(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    paused = pause(runner, made.id, MONDAY, on("05-18"), reason=Reason.ILLNESS, looks_again=True)
    clock.go_to(on("05-18"))
    seq = paused.seq or 0
    assert refused(runner, commitments.lengthen_pause, seq, on("06-02")) is Code.PAUSE_TOO_LONG
    runner.do("Longer", commitments.lengthen_pause, seq, on("06-01"))
    clock.go_to(on("06-02"))
    runner.do("Longer", commitments.lengthen_pause, seq, on("06-03"))
    clock.go_to(on("06-05"))
    assert [item.day for item in asked(runner, made.id)] == [on("06-04"), on("06-05")]
    assert refused(runner, commitments.lengthen_pause, seq, on("06-08")) is Code.ALREADY_ENDED


def test_lengthening_never_reaches_into_closed_days_nor_shortens(runner: Runner, clock: MovedClock) -> None:
    made = promise(runner)
    paused = pause(runner, made.id, MONDAY, on("05-06"), reason=Reason.ILLNESS, looks_again=True)
    seq = paused.seq or 0
    assert refused(runner, commitments.lengthen_pause, seq, on("05-05")) is Code.DATE_IMPOSSIBLE
    clock.go_to(on("05-08"))
    assert refused(runner, commitments.lengthen_pause, seq, on("05-09")) is Code.ALREADY_ENDED


def test_a_pause_by_choice_is_not_lengthened_without_its_notice(runner: Runner) -> None:
    paused = pause(runner, None, on("05-11"), on("05-17"), reason=Reason.CHOICE)
    assert refused(runner, commitments.lengthen_pause, paused.seq or 0, on("05-20")) is Code.PAUSE_TOO_EARLY
    assert runner.vault.read(every_pause) == (paused,)


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
