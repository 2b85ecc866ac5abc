"""What was due and what became of it: the fine print, item by item."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from tests.builders import MONDAY, NOON, a_history, a_pause, on, row, some_terms
from trustplanner.domain.answers import Value
from trustplanner.domain.commitments import Direction, Reason, Stance
from trustplanner.domain.items import (
    History,
    Item,
    Outcome,
    begins_with,
    item_on,
    items,
    running_item,
)
from trustplanner.domain.record import count
from trustplanner.domain.schedules import Unit, daily, every, on_month_day, on_weekdays, once, times_a

KEPT, PARTLY, MISSED = Value.KEPT, Value.PARTLY, Value.MISSED
NOT_APPLICABLE, TAKEN_BACK = Value.NOT_APPLICABLE, Value.TAKEN_BACK
SUNDAY = on("05-10")
DAY = timedelta(days=1)


def days(found: Iterable[Item]) -> list[date]:
    return [item.day for item in found]


def outcomes(history: History, today: str) -> dict[str, Outcome]:
    return {f"{item.day:%m-%d}": item.outcome for item in items(history, on(today))}


def only(history: History, today: str) -> Item:
    (item,) = items(history, on(today))
    return item


# Open and closed


def test_an_unanswered_day_is_open_until_the_end_of_the_following_promise_day() -> None:
    history = a_history(some_terms())
    assert outcomes(history, "05-04") == {"05-04": Outcome.OPEN}
    assert outcomes(history, "05-05") == {"05-04": Outcome.OPEN, "05-05": Outcome.OPEN}
    assert outcomes(history, "05-06")["05-04"] is Outcome.UNANSWERED


def test_an_unanswered_day_is_never_turned_into_kept_or_missed() -> None:
    found = items(a_history(some_terms()), on("2027-05-04"))
    assert {item.outcome for item in found[:-2]} == {Outcome.UNANSWERED}


def test_an_answer_on_the_following_day_is_not_late() -> None:
    history = a_history(some_terms(once(MONDAY)), [row(MONDAY, KEPT, on("05-05"))])
    item = only(history, "05-05")
    assert (item.late_by, item.written_on) == (0, on("05-05"))


@pytest.mark.parametrize(("written", "late_by"), [("05-06", 2), ("05-14", 10), ("2027-05-04", 365)])
def test_an_answer_after_the_day_has_closed_says_by_how_many_days_it_is_late(written: str, late_by: int) -> None:
    history = a_history(some_terms(once(MONDAY)), [row(MONDAY, KEPT, on(written))])
    item = only(history, written)
    assert (item.outcome, item.late_by) == (Outcome.KEPT, late_by)


def test_a_changed_closed_day_keeps_the_earlier_answer() -> None:
    rows = [row(MONDAY, MISSED), row(MONDAY, KEPT, on("05-20"))]
    item = only(a_history(some_terms(once(MONDAY)), rows), "05-20")
    assert (item.outcome, item.late_by, item.earlier) == (Outcome.KEPT, 16, (rows[0],))


def test_a_changed_open_day_shows_no_earlier_answer() -> None:
    rows = [row(MONDAY, MISSED), row(MONDAY, KEPT, on("05-05"))]
    item = only(a_history(some_terms(once(MONDAY)), rows), "05-05")
    assert (item.outcome, item.earlier) == (Outcome.KEPT, ())


def test_an_answer_cleared_on_a_closed_day_is_unanswered_with_both_rows_readable() -> None:
    rows = [row(MONDAY, MISSED), row(MONDAY, TAKEN_BACK, on("05-20"))]
    item = only(a_history(some_terms(once(MONDAY)), rows), "05-20")
    assert (item.outcome, item.late_by, item.written_on) == (Outcome.UNANSWERED, 0, None)
    assert item.earlier == tuple(rows)


def test_an_answer_cleared_on_an_open_day_leaves_the_day_open() -> None:
    rows = [row(MONDAY, MISSED), row(MONDAY, TAKEN_BACK)]
    item = only(a_history(some_terms(once(MONDAY)), rows), "05-05")
    assert (item.outcome, item.earlier) == (Outcome.OPEN, ())


def test_what_counts_in_the_sum_is_every_answer_but_not_applicable_and_every_closed_silence() -> None:
    answered = [row(MONDAY + at * DAY, value) for at, value in enumerate((KEPT, PARTLY, MISSED, NOT_APPLICABLE))]
    found = items(a_history(some_terms(), answered), MONDAY + 6 * DAY)
    assert [(item.is_in_sum, item.is_answered) for item in found] == [
        (True, True),
        (True, True),
        (True, True),
        (False, True),
        (True, False),
        (False, False),
        (False, False),
    ]


# Terms


def test_each_day_is_asked_for_by_its_own_terms() -> None:
    rows = [some_terms(on_weekdays([0, 1])), some_terms(on_weekdays([3]), on("05-12"), seq=2)]
    found = items(a_history(rows), on("05-22"))
    assert days(found) == [on("05-04"), on("05-05"), on("05-11"), on("05-14"), on("05-21")]
    assert [item.terms.seq for item in found if item.terms] == [1, 1, 1, 2, 2]


@pytest.mark.parametrize("stance", [Stance.WAITING, Stance.ENDED])
def test_waiting_and_ended_terms_ask_for_nothing(stance: Stance) -> None:
    rows = [some_terms(), some_terms(starts_on=on("05-06"), seq=2, stance=stance)]
    assert days(items(a_history(rows), on("05-20"))) == [on("05-04"), on("05-05")]


def test_a_commitment_that_waited_and_began_again_asks_only_in_between() -> None:
    rows = [
        some_terms(),
        some_terms(starts_on=on("05-06"), seq=2, stance=Stance.WAITING),
        some_terms(starts_on=on("05-09"), seq=3),
    ]
    assert days(items(a_history(rows), on("05-10"))) == [on(day) for day in ("05-04", "05-05", "05-09", "05-10")]


def test_by_day_six_of_a_notice_the_old_terms_count_and_on_day_seven_the_new() -> None:
    eased = some_terms(on_weekdays([0]), MONDAY + 7 * DAY, seq=2, direction=Direction.EASIER)
    found = items(a_history([some_terms(), eased]), MONDAY + 8 * DAY)
    assert days(found) == [MONDAY + at * DAY for at in range(8)]
    assert [item.terms.seq for item in found if item.terms] == [1] * 7 + [2]


def test_a_pending_loosening_that_was_taken_back_changes_nothing() -> None:
    gone = some_terms(on_weekdays([0]), on("05-11"), seq=2, taken_back_at=NOON)
    today = on("05-25")
    assert items(a_history([some_terms(), gone]), today) == items(a_history(some_terms()), today)


def test_nothing_is_due_before_the_first_day_nor_after_today() -> None:
    future = a_history(some_terms(starts_on=on("06-01")))
    assert items(future, on("05-31")) == []
    assert days(items(future, on("06-01"))) == [on("06-01")]


def test_a_commitment_without_terms_in_force_has_no_items() -> None:
    assert items(a_history(some_terms(taken_back_at=NOON)), SUNDAY) == []
    assert items(a_history([]), SUNDAY) == []


def test_an_answer_stays_when_terms_changed_at_once_on_its_day() -> None:
    ended = some_terms(seq=2, starts_on=on("05-06"), stance=Stance.ENDED, reason=Reason.ILLNESS)
    history = a_history([some_terms(), ended], [row(on("05-06"), MISSED)])
    assert outcomes(history, "05-09") == {
        "05-04": Outcome.UNANSWERED,
        "05-05": Outcome.UNANSWERED,
        "05-06": Outcome.MISSED,
    }


def test_a_miss_nothing_asks_for_any_more_cannot_be_cleared_out_of_sight() -> None:
    ended = some_terms(seq=2, starts_on=MONDAY, stance=Stance.ENDED, reason=Reason.ILLNESS)
    rows = [row(MONDAY, MISSED), row(MONDAY, TAKEN_BACK, on("05-20"))]
    item = only(a_history([some_terms(), ended], rows), "05-20")
    assert (item.outcome, item.earlier) == (Outcome.UNANSWERED, tuple(rows))


# Pauses


def test_paused_days_leave_the_sum() -> None:
    history = a_history(some_terms(), pauses=[a_pause(on("05-05"), on("05-07"))])
    assert days(items(history, on("05-09"))) == [on("05-04"), on("05-08"), on("05-09")]


def test_answered_items_inside_a_pause_stay_in_the_sum() -> None:
    answered = [row(on("05-05"), MISSED), row(on("05-06"), KEPT)]
    history = a_history(some_terms(), answered, [a_pause(on("05-05"), on("05-08"))])
    found = items(history, on("05-09"))
    assert days(found) == [on("05-04"), on("05-05"), on("05-06"), on("05-09")]
    assert count(found).missed == 1
    assert found[1].terms == history.terms[0], "so that its time of day is known"


def test_an_answer_taken_back_before_the_pause_leaves_the_sum_with_the_paused_day() -> None:
    rows = [row(MONDAY, KEPT), row(MONDAY, TAKEN_BACK)]
    assert items(a_history(some_terms(), rows, [a_pause(MONDAY, SUNDAY)]), SUNDAY) == []


def test_a_pause_taken_back_asks_for_its_days_again() -> None:
    gone = a_pause(on("05-05"), on("05-07"), taken_back_at=NOON)
    assert len(items(a_history(some_terms(), pauses=[gone]), on("05-09"))) == 6


def test_overlapping_pauses_are_counted_once() -> None:
    pauses = [a_pause(on("05-04"), on("05-06")), a_pause(on("05-05"), on("05-07"), commitment_id="call")]
    period = a_history(some_terms(times_a(Unit.WEEK, 3)), pauses=pauses)
    assert items(period, SUNDAY) == []  # 4 of 7 days are paused
    assert days(items(a_history(some_terms(), pauses=pauses), on("05-08"))) == [on("05-08")]


def test_a_pause_of_another_commitment_pauses_nothing() -> None:
    assert len(items(a_history(some_terms(), pauses=[a_pause(MONDAY, SUNDAY, commitment_id="other")]), SUNDAY)) == 7


# Once


def test_once_is_one_item_that_runs_to_its_date() -> None:
    item = only(a_history(some_terms(once(on("05-20")))), "05-06")
    assert (item.first, item.day, item.outcome) == (MONDAY, on("05-20"), Outcome.OPEN)


def test_once_closes_the_day_after_its_date() -> None:
    history = a_history(some_terms(once(on("05-20"))))
    assert only(history, "05-21").outcome is Outcome.OPEN
    assert only(history, "05-22").outcome is Outcome.UNANSWERED


def test_once_answered_before_its_date_counts_and_is_not_late() -> None:
    item = only(a_history(some_terms(once(on("05-20"))), [row(on("05-20"), KEPT, on("05-06"))]), "05-06")
    assert (item.outcome, item.late_by, item.is_in_sum) == (Outcome.KEPT, 0, True)
    assert item.stands_on(on("05-06")) == on("05-06")
    assert item.stands_on(on("06-30")) == on("05-20")


def test_once_answered_early_stays_when_it_ends_before_its_date() -> None:
    ended = some_terms(once(on("05-20")), on("05-10"), seq=2, stance=Stance.ENDED)
    history = a_history([some_terms(once(on("05-20"))), ended], [row(on("05-20"), KEPT, on("05-06"))])
    assert only(history, "06-01").outcome is Outcome.KEPT


def test_once_is_due_up_to_the_last_day_of_its_terms() -> None:
    def asked(until: str) -> list[date]:
        ended = some_terms(once(on("05-20")), on(until), seq=2, stance=Stance.ENDED)
        return days(items(a_history([some_terms(once(on("05-20"))), ended]), on("06-01")))

    assert asked("05-21") == [on("05-20")]
    assert asked("05-20") == []


def test_once_on_a_day_before_its_terms_is_never_due() -> None:
    assert items(a_history(some_terms(once(on("05-03")))), SUNDAY) == []


def test_once_inside_a_pause_is_not_due() -> None:
    history = a_history(some_terms(once(on("05-06"))), pauses=[a_pause(on("05-05"), on("05-08"))])
    assert items(history, SUNDAY) == []


def test_once_answered_and_then_paused_stays_with_all_of_its_span() -> None:
    history = a_history(some_terms(once(on("05-20"))), [row(on("05-20"), KEPT, MONDAY)], [a_pause(MONDAY, on("05-31"))])
    item = only(history, "06-01")
    assert (item.first, item.outcome, item.terms) == (MONDAY, Outcome.KEPT, history.terms[0])


def test_once_moved_with_notice_keeps_the_old_date_due_meanwhile() -> None:
    moved = some_terms(once(on("05-20")), on("05-11"), seq=2, direction=Direction.EASIER)
    found = items(a_history([some_terms(once(on("05-08"))), moved]), on("05-25"))
    assert days(found) == [on("05-08"), on("05-20")]


# N times a week or month


def weekly(times: int = 3, **changes: object) -> History:
    return a_history(some_terms(times_a(Unit.WEEK, times)), **changes)  # type: ignore[arg-type]  # any part of a history


def test_n_times_a_week_is_one_item_from_monday_to_sunday() -> None:
    found = items(weekly(), on("05-12"))
    assert [(item.first, item.day) for item in found] == [(MONDAY, SUNDAY), (on("05-11"), on("05-17"))]


def test_n_times_a_month_is_one_item_from_its_first_to_its_last_day() -> None:
    history = a_history(some_terms(times_a(Unit.MONTH, 10), on("2028-02-01")))
    assert [(item.first, item.day) for item in items(history, on("2028-03-01"))] == [
        (on("2028-02-01"), on("2028-02-29")),
        (on("2028-03-01"), on("2028-03-31")),
    ]


def test_a_running_period_says_how_many_times_are_done() -> None:
    item = running_item(weekly(done_days=[on("05-05"), on("05-12")]), on("05-06"))
    assert item is not None
    assert (item.done, item.times, item.outcome) == (1, 3, Outcome.OPEN)


def test_done_days_count_in_their_own_period() -> None:
    history = weekly(done_days=[on("05-05"), on("05-10"), on("05-11"), on("05-13"), on("05-17"), on("05-18")])
    assert [item.done for item in items(history, on("05-19"))] == [2, 3, 1]


def test_a_period_is_never_computed_into_an_answer_by_itself() -> None:
    history = weekly(done_days=[on("05-04"), on("05-06"), on("05-08")])
    item = item_on(history, SUNDAY, on("05-11"))
    assert item is not None
    assert (item.outcome, item.done) == (Outcome.OPEN, 3)


def test_a_period_closes_as_unanswered_with_its_done_days_readable() -> None:
    history = weekly(done_days=[on("05-04"), on("05-06")])
    for today, outcome in [("05-10", Outcome.OPEN), ("05-11", Outcome.OPEN), ("05-12", Outcome.UNANSWERED)]:
        item = item_on(history, SUNDAY, on(today))
        assert item is not None
        assert (item.outcome, item.done) == (outcome, 2)


def test_a_period_made_kept_while_it_runs_joins_the_sum_at_once() -> None:
    history = weekly(answers=[row(SUNDAY, KEPT, on("05-07"))], done_days=[on("05-04"), on("05-06"), on("05-07")])
    item = running_item(history, on("05-07"))
    assert item is not None
    assert (item.is_in_sum, item.late_by, item.stands_on(on("05-07"))) == (True, 0, on("05-07"))


def test_an_item_answered_before_its_day_stands_where_it_was_answered_until_its_day_has_come() -> None:
    history = a_history(some_terms(times_a(Unit.MONTH, 2)), [row(on("05-31"), KEPT, on("05-08"))])
    stands = [only(history, today).stands_on(on(today)) for today in ("05-08", "05-11", "05-30", "05-31")]
    assert stands == [on("05-08")] * 3 + [on("05-31")]


def test_an_answer_that_a_clock_set_back_puts_into_the_future_waits_there() -> None:
    history = a_history(some_terms(), [row(MONDAY, KEPT), row(on("05-09"), MISSED)])
    assert [item.day for item in items(history, on("05-06"))] == [MONDAY, on("05-05"), on("05-06")]
    assert [item.outcome for item in items(history, on("05-09"))][-1] is Outcome.MISSED


def test_a_late_answer_to_a_period_counts_from_its_last_day() -> None:
    item = item_on(weekly(answers=[row(SUNDAY, PARTLY, on("05-13"))]), SUNDAY, on("05-13"))
    assert item is not None
    assert item.late_by == 3


@pytest.mark.parametrize(
    ("starts", "times", "counts"),
    [
        ("05-04", 3, True),
        ("05-07", 3, True),  # Thursday to Sunday are 4 of 7 days
        ("05-07", 4, True),
        ("05-07", 5, False),  # no five times in four days
        ("05-08", 3, False),  # 3 of 7 days are less than half
        ("05-08", 1, False),
    ],
)
def test_a_period_counts_with_terms_on_half_of_its_days_and_on_n_of_them(starts: str, times: int, counts: bool) -> None:
    history = a_history(some_terms(times_a(Unit.WEEK, times), on(starts)))
    assert (SUNDAY in days(items(history, SUNDAY))) is counts


def test_exactly_half_of_a_month_is_enough() -> None:
    half = a_history(some_terms(times_a(Unit.MONTH, 5), on("2026-06-16")))  # 15 of 30 days
    less = a_history(some_terms(times_a(Unit.MONTH, 5), on("2026-06-17")))
    assert days(items(half, on("2026-06-30"))) == [on("2026-06-30")]
    assert items(less, on("2026-06-30")) == []


@pytest.mark.parametrize(("paused_until", "counts"), [("05-06", True), ("05-07", False)])
def test_a_period_paused_on_more_than_half_of_its_days_is_not_due(paused_until: str, counts: bool) -> None:
    history = weekly(pauses=[a_pause(MONDAY, on(paused_until))])
    assert (SUNDAY in days(items(history, on("05-12")))) is counts


def test_a_period_with_fewer_free_days_than_n_is_not_due() -> None:
    assert items(weekly(times=6, pauses=[a_pause(on("05-05"), on("05-06"))]), SUNDAY) == []


def test_an_answered_period_stays_when_a_pause_covers_most_of_it() -> None:
    history = weekly(answers=[row(SUNDAY, MISSED, on("05-11"))], pauses=[a_pause(MONDAY, SUNDAY)])
    item = item_on(history, SUNDAY, on("05-13"))
    assert item is not None
    assert (item.outcome, item.first, item.times) == (Outcome.MISSED, MONDAY, 3)


def test_a_period_cut_by_an_ending_counts_if_enough_of_it_was_left() -> None:
    def cut(from_day: str) -> list[date]:
        ended = some_terms(times_a(Unit.WEEK, 3), on(from_day), seq=2, stance=Stance.ENDED)
        return days(items(a_history([some_terms(times_a(Unit.WEEK, 3)), ended]), on("05-31")))

    assert cut("05-08") == [SUNDAY]  # Monday to Thursday
    assert cut("05-07") == []


def test_a_period_cut_by_terms_that_count_at_once_is_one_item_of_those_that_hold_most_of_it() -> None:
    eased = some_terms(times_a(Unit.WEEK, 2), on("05-06"), seq=2, reason=Reason.THEIR_WISH)
    history = a_history([some_terms(times_a(Unit.WEEK, 5)), eased], done_days=[on("05-04"), on("05-07")])
    item = item_on(history, SUNDAY, SUNDAY)
    assert item is not None
    assert (item.first, item.times, item.terms) == (on("05-06"), 2, eased)
    assert item.done == 2, "what was done on Monday was done in this week"


def test_answering_a_cut_period_does_not_move_it_to_other_terms() -> None:
    eased = some_terms(times_a(Unit.WEEK, 1), on("05-08"), seq=2, reason=Reason.THEIR_WISH)
    rows = [some_terms(times_a(Unit.WEEK, 3)), eased]
    before = item_on(a_history(rows), SUNDAY, on("05-11"))
    after = item_on(a_history(rows, [row(SUNDAY, KEPT, on("05-11"))]), SUNDAY, on("05-11"))
    assert before is not None
    assert after is not None
    assert (before.first, before.times, before.terms) == (after.first, after.times, after.terms) == (MONDAY, 3, rows[0])


def test_an_answered_period_that_is_not_due_any_more_keeps_the_terms_that_held_most_of_it() -> None:
    eased = some_terms(times_a(Unit.WEEK, 2), on("05-06"), seq=2, reason=Reason.THEIR_WISH)
    answers, pauses = [row(SUNDAY, MISSED, on("05-11"))], [a_pause(MONDAY, SUNDAY)]
    item = item_on(a_history([some_terms(times_a(Unit.WEEK, 5)), eased], answers, pauses), SUNDAY, on("05-13"))
    assert item is not None
    assert (item.terms, item.first, item.times) == (eased, on("05-06"), 2)


def test_the_editor_says_when_the_first_period_begins() -> None:
    three_a_week = times_a(Unit.WEEK, 3)
    assert begins_with(some_terms(three_a_week, on("05-06"))) == on("05-06")
    assert begins_with(some_terms(three_a_week, on("05-08"))) == on("05-11")
    paused = [a_pause(MONDAY, on("05-28"))]
    assert begins_with(some_terms(three_a_week), paused) == on("06-01")
    assert begins_with(some_terms(times_a(Unit.MONTH, 20), on("05-13"))) == on("06-01")


def test_the_editor_says_when_the_first_day_of_other_shapes_is() -> None:
    assert begins_with(some_terms(on_weekdays([0]), on("05-06"))) == on("05-11")
    assert begins_with(some_terms(daily()), [a_pause(MONDAY, on("05-06"))]) == on("05-07")
    assert begins_with(some_terms(once(on("05-20")))) == MONDAY
    assert begins_with(some_terms(once(on("05-01")))) == MONDAY


# Asking for one item


def test_an_item_is_found_by_its_due_day() -> None:
    history = a_history(some_terms(every(3, Unit.DAY, MONDAY)))
    found = item_on(history, on("05-07"), on("05-30"))
    assert found is not None
    assert found.day == on("05-07")
    assert item_on(history, on("05-08"), on("05-30")) is None
    assert item_on(history, on("06-03"), on("05-30")) is None


def test_the_running_item_is_todays_or_the_one_whose_day_has_not_come() -> None:
    assert running_item(a_history(some_terms(on_month_day(31))), on("05-30")) is None
    assert running_item(weekly(), on("05-06")) is not None
    assert running_item(a_history(some_terms(once(on("05-20")))), on("05-06")) is not None
    assert running_item(a_history(some_terms(once(on("05-20")))), on("05-21")) is None


def test_the_running_item_of_a_day_is_that_days() -> None:
    found = running_item(a_history(some_terms()), on("05-06"))
    assert found is not None
    assert (found.first, found.day, found.times, found.done) == (on("05-06"), on("05-06"), 0, 0)
    once_only = running_item(a_history(some_terms(once(on("05-06")))), on("05-06"))
    assert once_only is not None
    assert (once_only.times, once_only.done) == (0, 0)


def test_a_period_runs_from_its_first_to_its_last_day() -> None:
    found = {day: running_item(weekly(), on(day)) for day in ("05-04", "05-10", "05-11")}
    assert [item.day for item in found.values() if item] == [SUNDAY, SUNDAY, on("05-17")]
    assert running_item(weekly(), on("05-03")) is None


def test_items_since_a_day_leave_out_what_was_due_before() -> None:
    history = a_history(some_terms(), [row(MONDAY, KEPT), row(on("05-07"), MISSED)])
    assert items(history, SUNDAY, since=on("05-07")) == items(history, SUNDAY)[3:]


def test_an_answer_that_no_terms_ever_asked_for_still_counts() -> None:
    """As another program may bring it along."""
    history = a_history(some_terms(starts_on=on("05-20"), stance=Stance.WAITING), [row(MONDAY, KEPT, on("05-20"))])
    item = only(history, "05-25")
    assert (item.first, item.day, item.terms, item.times, item.late_by) == (MONDAY, MONDAY, None, 0, 16)
