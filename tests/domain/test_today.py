from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.builders import MONDAY, NOON, a_commitment, a_history, a_pause, some_terms
from tests.builders import on as day_on
from tests.builders import row as answered
from trustplanner.domain.answers import Answer, MissReview, Value, miss_review_id
from trustplanner.domain.commitments import Direction, Reason, Stance
from trustplanner.domain.harms import Repair, RepairState
from trustplanner.domain.items import History, Outcome
from trustplanner.domain.schedules import Unit, daily, on_month_day, on_weekdays, once, times_a
from trustplanner.domain.today import (
    DayView,
    amends_in_hand,
    coming_commitments,
    coming_pauses,
    commitments_to_review,
    day_view,
    latest_longer,
    minutes_behind,
    pauses_to_look_at,
    pending_loosenings,
)

DAY = timedelta(days=1)
TUESDAY, WEDNESDAY, THURSDAY = MONDAY + DAY, MONDAY + 2 * DAY, MONDAY + 3 * DAY
SUNDAY, NEXT_MONDAY, NEXT_TUESDAY = MONDAY + 6 * DAY, MONDAY + 7 * DAY, MONDAY + 8 * DAY
THREE_A_WEEK = times_a(Unit.WEEK, 3)


def seen(history: History, day: date, today: date | None = None) -> DayView:
    return day_view([history], day, today or day)


# --- rows of the day


def test_a_due_day_is_a_row_until_it_is_answered_and_after() -> None:
    open_one = seen(a_history(some_terms(daily())), TUESDAY)
    done = seen(a_history(some_terms(daily()), [answered(TUESDAY, Value.KEPT)]), TUESDAY)
    assert [row.item.outcome for row in open_one.rows] == [Outcome.OPEN]
    assert not open_one.rows[0].is_answered
    assert [row.item.outcome for row in done.rows] == [Outcome.KEPT]
    assert done.rows[0].is_answered


def test_what_is_due_and_answered_is_counted() -> None:
    histories = [
        a_history(some_terms(daily()), [answered(TUESDAY, Value.NOT_APPLICABLE)]),
        a_history(some_terms(daily())),
        a_history(some_terms(on_weekdays([3]))),
    ]
    view = day_view(histories, TUESDAY, TUESDAY)
    assert (view.due_count, view.answered_count) == (2, 1)


def test_nothing_due_gives_no_row() -> None:
    view = seen(a_history(some_terms(on_weekdays([3]))), TUESDAY)
    assert view.rows == view.still_open == ()
    assert view.due_count == 0


def test_yesterday_stays_below_today_until_it_is_answered() -> None:
    view = seen(a_history(some_terms(daily())), TUESDAY)
    assert [row.item.day for row in view.still_open] == [MONDAY]
    assert view.open_from_before == 1


def test_what_was_answered_today_for_yesterday_can_still_be_seen() -> None:
    view = seen(a_history(some_terms(daily()), [answered(MONDAY, Value.MISSED, TUESDAY)]), TUESDAY)
    assert [row.item.outcome for row in view.still_open] == [Outcome.MISSED]
    assert view.open_from_before == 0


def test_what_was_answered_yesterday_is_not_shown_again() -> None:
    assert seen(a_history(some_terms(daily()), [answered(MONDAY, Value.KEPT)]), TUESDAY).still_open == ()


def test_the_day_before_yesterday_is_closed_and_not_asked_for() -> None:
    view = seen(a_history(some_terms(daily())), WEDNESDAY)
    assert [row.item.day for row in (*view.rows, *view.still_open)] == [WEDNESDAY, TUESDAY]
    assert not view.is_closed


def test_another_day_shows_its_own_rows_only() -> None:
    view = seen(a_history(some_terms(daily()), [answered(MONDAY, Value.KEPT)]), MONDAY, THURSDAY)
    assert [row.item.day for row in view.rows] == [MONDAY]
    assert view.still_open == ()
    assert view.is_closed


@pytest.mark.parametrize(("today", "is_closed"), [(MONDAY, False), (TUESDAY, False), (WEDNESDAY, True)])
def test_a_day_closes_when_the_following_one_is_over(today: date, is_closed: bool) -> None:
    assert seen(a_history(some_terms(daily())), MONDAY, today).is_closed is is_closed


def test_a_missed_row_carries_its_miss() -> None:
    view = seen(a_history(some_terms(daily()), [answered(TUESDAY, Value.MISSED)]), TUESDAY)
    miss = view.rows[0].miss
    assert miss is not None
    assert (miss.day, miss.how) == (TUESDAY, None)
    assert view.still_open[0].miss is None


def test_a_changed_closed_day_keeps_the_earlier_answer() -> None:
    rows = [answered(MONDAY, Value.MISSED), answered(MONDAY, Value.KEPT, THURSDAY)]
    (row,) = seen(a_history(some_terms(daily()), rows), MONDAY, THURSDAY).rows
    assert row.item.outcome is Outcome.KEPT
    assert [earlier.value for earlier in row.item.earlier] == [Value.MISSED]


# --- N times a week or month


def test_a_running_week_takes_done_days_and_is_not_due() -> None:
    view = seen(a_history(some_terms(THREE_A_WEEK), done_days=[MONDAY]), TUESDAY)
    (row,) = view.rows
    assert row.is_running
    assert not row.done_on_day
    assert not row.is_answered
    assert (row.item.done, row.item.times, row.done_days) == (1, 3, (MONDAY,))
    assert view.due_count == 0


def test_a_done_day_settles_the_row_for_that_day() -> None:
    (row,) = seen(a_history(some_terms(THREE_A_WEEK), done_days=[TUESDAY]), TUESDAY).rows
    assert row.done_on_day
    assert row.is_answered


def test_yesterday_can_be_added_if_it_is_not_marked() -> None:
    unmarked = seen(a_history(some_terms(THREE_A_WEEK)), TUESDAY).rows[0]
    marked = seen(a_history(some_terms(THREE_A_WEEK), done_days=[MONDAY]), TUESDAY).rows[0]
    assert unmarked.may_add_yesterday
    assert not marked.may_add_yesterday


def test_yesterday_belongs_to_its_own_week_only() -> None:
    view = seen(a_history(some_terms(THREE_A_WEEK, MONDAY - 7 * DAY)), MONDAY)
    assert not view.rows[0].may_add_yesterday
    assert view.still_open[0].item.day == MONDAY - DAY
    assert view.still_open[0].may_add_yesterday


def test_on_another_day_only_that_day_is_marked() -> None:
    (row,) = seen(a_history(some_terms(THREE_A_WEEK), done_days=[MONDAY]), MONDAY, WEDNESDAY).rows
    assert row.done_on_day
    assert not row.may_add_yesterday


def test_the_nth_done_day_ends_the_asking() -> None:
    history = a_history(
        some_terms(THREE_A_WEEK),
        [answered(SUNDAY, Value.KEPT, WEDNESDAY)],
        done_days=[MONDAY, TUESDAY, WEDNESDAY],
    )
    assert [row.is_answered for row in seen(history, WEDNESDAY).rows] == [True]
    assert seen(history, THURSDAY).rows == ()
    assert seen(history, SUNDAY).rows == ()
    assert [row.done_on_day for row in seen(history, MONDAY, THURSDAY).rows] == [True]


def test_a_week_that_is_over_asks_for_an_answer_with_its_done_days_readable() -> None:
    history = a_history(some_terms(THREE_A_WEEK), done_days=[TUESDAY, THURSDAY])
    view = seen(history, NEXT_MONDAY)
    (row,) = view.still_open
    assert not row.is_running
    assert not row.is_answered
    assert row.done_days == (TUESDAY, THURSDAY)
    assert view.open_from_before == 1


def test_a_week_stops_asking_when_the_following_day_is_over() -> None:
    view = seen(a_history(some_terms(THREE_A_WEEK)), NEXT_TUESDAY)
    assert [row.item.day for row in (*view.rows, *view.still_open)] == [SUNDAY + 7 * DAY]


def test_a_closed_week_stands_on_its_last_day_alone() -> None:
    history = a_history(some_terms(THREE_A_WEEK), done_days=[TUESDAY])
    assert [row.is_running for row in seen(history, SUNDAY, NEXT_TUESDAY).rows] == [False]
    assert seen(history, TUESDAY, NEXT_TUESDAY).rows == ()


# --- once


def test_a_once_is_shown_until_it_is_answered() -> None:
    terms = some_terms(once(THURSDAY))
    assert [row.item.day for row in seen(a_history(terms), MONDAY).rows] == [THURSDAY]
    early = a_history(terms, [answered(THURSDAY, Value.KEPT, TUESDAY)])
    assert len(seen(early, TUESDAY).rows) == 1
    assert seen(early, WEDNESDAY).rows == ()
    assert len(seen(early, THURSDAY).rows) == 1


def test_a_once_is_due_on_its_own_day() -> None:
    history = a_history(some_terms(once(THURSDAY)))
    assert seen(history, MONDAY).due_count == 0
    assert seen(history, THURSDAY).due_count == 1
    assert [row.item.day for row in seen(history, THURSDAY + DAY).still_open] == [THURSDAY]


def test_a_once_does_not_stand_on_the_days_before_it_when_they_are_looked_at_later() -> None:
    assert seen(a_history(some_terms(once(THURSDAY))), MONDAY, TUESDAY).rows == ()


# --- pauses


def test_a_paused_commitment_is_named_with_its_longest_pause() -> None:
    pauses = [a_pause(MONDAY, WEDNESDAY), a_pause(TUESDAY, THURSDAY, seq=2, reason=Reason.THEIR_WISH)]
    view = seen(a_history(some_terms(daily()), pauses=pauses), TUESDAY)
    assert view.rows == ()
    assert [row.pause.ends_on for row in view.paused] == [THURSDAY]


def test_on_a_paused_day_neither_a_week_nor_a_once_is_asked_for() -> None:
    paused = [a_pause(MONDAY, TUESDAY)]
    week = a_history(some_terms(THREE_A_WEEK), pauses=paused, done_days=[MONDAY])
    single = a_history(some_terms(once(THURSDAY)), pauses=paused)
    for history in (week, single):
        assert seen(history, TUESDAY).rows == ()
        assert len(seen(history, WEDNESDAY).rows) == 1
    assert len(seen(week, MONDAY).rows) == 1, "what was done on it can still be seen"


def test_a_pause_taken_back_or_of_a_waiting_commitment_is_not_named() -> None:
    taken_back = a_pause(MONDAY, WEDNESDAY, taken_back_at=NOON)
    assert seen(a_history(some_terms(daily()), pauses=[taken_back]), TUESDAY).paused == ()
    waiting = some_terms(daily(), stance=Stance.WAITING)
    assert seen(a_history(waiting, pauses=[a_pause(MONDAY, WEDNESDAY)]), TUESDAY).paused == ()


@pytest.mark.parametrize(("today", "asks"), [(MONDAY, False), (TUESDAY, True), (WEDNESDAY, True), (THURSDAY, False)])
def test_an_illness_is_looked_at_on_its_last_day_and_the_day_after(today: date, asks: bool) -> None:
    pause = a_pause(MONDAY - DAY, TUESDAY, looks_again=True)
    assert (pauses_to_look_at([pause], today) == [pause]) is asks


def test_a_pause_with_a_known_end_is_not_looked_at() -> None:
    assert pauses_to_look_at([a_pause(MONDAY, TUESDAY)], TUESDAY) == []


def test_an_illness_is_made_longer_by_fourteen_days_at_most() -> None:
    pause = a_pause(MONDAY, TUESDAY, looks_again=True)
    assert latest_longer(pause, TUESDAY) == TUESDAY + 14 * DAY
    assert latest_longer(pause, WEDNESDAY) == TUESDAY + 14 * DAY


def test_pauses_that_have_not_begun_are_coming() -> None:
    soon = a_pause(THURSDAY, THURSDAY + DAY)
    taken_back = replace(soon, seq=2, taken_back_at=NOON)
    assert coming_pauses([a_pause(MONDAY, THURSDAY), soon, taken_back], TUESDAY) == [soon]


# --- what is coming


def test_only_a_loosening_that_has_not_begun_is_pending() -> None:
    easier = some_terms(on_weekdays([0]), NEXT_MONDAY, 2, direction=Direction.EASIER)
    history = a_history([some_terms(daily()), easier])
    assert [terms for _, terms in pending_loosenings([history], SUNDAY)] == [easier]
    assert pending_loosenings([history], NEXT_MONDAY) == []
    stricter = replace(easier, direction=Direction.STRICTER)
    assert pending_loosenings([a_history([some_terms(daily()), stricter])], SUNDAY) == []


def test_a_new_commitment_is_coming_until_its_first_day() -> None:
    history = a_history(some_terms(THREE_A_WEEK, THURSDAY + DAY))  # too late in the week to do it three times
    assert [first for _, first in coming_commitments([history], THURSDAY)] == [NEXT_MONDAY]
    assert [first for _, first in coming_commitments([history], SUNDAY)] == [NEXT_MONDAY]
    assert coming_commitments([history], NEXT_MONDAY) == []


def test_changed_or_waiting_terms_are_no_new_commitment() -> None:
    changed = [some_terms(daily()), some_terms(on_month_day(31), WEDNESDAY, 2)]
    waiting = some_terms(daily(), THURSDAY, stance=Stance.WAITING)
    assert coming_commitments([a_history(changed), a_history(waiting)], WEDNESDAY) == []


def test_a_review_is_due_from_its_day_on_while_the_commitment_is_active() -> None:
    history = a_history(some_terms(daily()), review_on=TUESDAY)
    assert commitments_to_review([history], MONDAY) == []
    assert commitments_to_review([history], WEDNESDAY) == [history.commitment]
    waiting = a_history(some_terms(daily(), stance=Stance.WAITING), review_on=TUESDAY)
    assert commitments_to_review([waiting, a_history(some_terms(daily()))], WEDNESDAY) == []


# --- the clock


def an_answer(clock_behind: int = 0) -> Answer:
    return Answer(1, "call", MONDAY, Value.KEPT, NOON, 120, MONDAY, clock_behind, imported=False)


def test_a_clock_that_goes_on_is_not_behind() -> None:
    assert minutes_behind(None, NOON) == 0
    assert minutes_behind(an_answer(), NOON) == 0
    assert minutes_behind(an_answer(), NOON + timedelta(hours=1)) == 0


def test_a_clock_that_was_set_back_is_behind_by_so_many_minutes() -> None:
    assert minutes_behind(an_answer(), NOON - timedelta(minutes=90, seconds=59)) == 90


def test_an_entry_made_meanwhile_does_not_make_the_clock_right() -> None:
    assert minutes_behind(an_answer(clock_behind=60), NOON + timedelta(minutes=10)) == 50


def test_a_clock_put_right_after_years_ahead_is_said_until_something_is_written() -> None:
    years = timedelta(days=3653)
    assert minutes_behind(an_answer(), NOON - years) == years // timedelta(minutes=1)
    behind = years // timedelta(minutes=1)
    assert minutes_behind(an_answer(clock_behind=behind), NOON) == 0
    assert minutes_behind(an_answer(clock_behind=behind), NOON + timedelta(days=1)) == 0
    assert minutes_behind(an_answer(clock_behind=behind), NOON - timedelta(hours=1)) == behind + 60
    assert minutes_behind(an_answer(clock_behind=20 * 24 * 60), NOON + timedelta(days=1)) == 19 * 24 * 60


# --- amends in hand


def a_repair(words: str, due_on: date | None, state: RepairState = RepairState.OPEN) -> Repair:
    return Repair(words, "harm", words, due_on, state, None, None, None, None, "", None, "", 0, NOON)


def a_review(day: date, repair: str, by: date | None = None, done_on: date | None = None) -> MissReview:
    review_id = miss_review_id("call", day)
    return MissReview(review_id, "call", day, "", "", "", "", repair, by, done_on, None, None, NOON)


def test_amends_come_by_their_day_and_without_one_last() -> None:
    repairs = [a_repair("some day", None), a_repair("later", day_on("06-01")), a_repair("past", MONDAY)]
    reviews = [a_review(MONDAY, " soon ", WEDNESDAY)]
    found = amends_in_hand(repairs, reviews, TUESDAY)
    assert [amend.words for amend in found] == ["past", "soon", "later", "some day"]
    assert [amend.is_overdue for amend in found] == [True, False, False, False]
    assert [amend.miss for amend in found] == [None, ("call", MONDAY), None, None]


def test_what_is_due_today_is_not_overdue() -> None:
    assert not amends_in_hand([a_repair("today", TUESDAY)], [], TUESDAY)[0].is_overdue


def test_what_is_done_or_let_go_or_never_promised_is_not_in_hand() -> None:
    repairs = [a_repair("done", MONDAY, RepairState.DONE), a_repair("let go", MONDAY, RepairState.LET_GO)]
    reviews = [a_review(MONDAY, "done", MONDAY, done_on=MONDAY), a_review(TUESDAY, "  ")]
    assert amends_in_hand(repairs, reviews, TUESDAY) == []


def test_rows_are_told_apart_by_commitment_and_due_day() -> None:
    view = seen(a_history(some_terms(daily())), TUESDAY)
    assert [row.key for row in (*view.rows, *view.still_open)] == [("call", TUESDAY), ("call", MONDAY)]
    assert view.rows[0].commitment == a_commitment()
