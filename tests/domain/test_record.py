"""The record: every worked example and the fine print of its figures, with numbers written by hand."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.builders import MONDAY, NOON, a_history, a_pause, a_telling, on, row, some_terms
from tests.domain.lettered_days import KEPT, MISSED, NOT_APPLICABLE, PARTLY, daily_record, record_of, written
from trustplanner.domain.answers import How, TellingTime
from trustplanner.domain.commitments import Direction, Reason, Stance
from trustplanner.domain.days import DayStart
from trustplanner.domain.events import Event, EventKind
from trustplanner.domain.items import History, Outcome, items
from trustplanner.domain.record import CommitmentRecord, Counts, Record, build_record, by_how, count, misses, weeks
from trustplanner.domain.schedules import Unit, daily, on_weekdays, once, times_a
from trustplanner.domain.sessions import Session

DAY = timedelta(days=1)
SUNDAY = on("05-10")


# The known range


def test_the_known_range_of_the_worked_example_is_065_to_085() -> None:
    counts = Counts(kept=6, partly=1, missed=1, unanswered=2, not_applicable=3)
    assert (counts.low, counts.high, counts.answered, counts.due) == (0.65, 0.85, 8, 10)


def test_the_worked_example_day_by_day() -> None:
    """Three days more are not applicable; today and yesterday are open and in no sum."""
    shown = daily_record("KKNKKPN.MKNK.").counts
    assert shown == Counts(kept=6, partly=1, missed=1, unanswered=2, not_applicable=3)
    assert (shown.low, shown.high) == (0.65, 0.85)


def test_ten_unanswered_days_are_somewhere_between_nothing_and_everything() -> None:
    counts = daily_record("." * 10).counts
    assert (counts.due, counts.low, counts.high) == (10, 0.0, 1.0)


def test_nothing_due_has_no_figure() -> None:
    assert (Counts().low, Counts().high) == (None, None)
    only_not_applicable = Counts(not_applicable=9)
    assert (only_not_applicable.due, only_not_applicable.low, only_not_applicable.high) == (0, None, None)


@pytest.mark.parametrize(("value", "credit"), [("kept", 1.0), ("partly", 0.5), ("missed", 0.0)])
def test_credit_is_one_for_kept_a_half_for_partly_and_none_for_missed(value: str, credit: float) -> None:
    counts = Counts(**{value: 1})
    assert counts.low == counts.high == credit


def test_an_open_item_joins_the_sum_when_it_is_answered() -> None:
    unanswered = a_history(some_terms())
    assert record_of(unanswered, MONDAY + DAY).counts == Counts()
    answered = a_history(some_terms(), [row(MONDAY + DAY, PARTLY)])
    assert record_of(answered, MONDAY + DAY).counts == Counts(partly=1)


def test_an_open_item_joins_the_sum_when_its_day_closes() -> None:
    history = a_history(some_terms())
    assert record_of(history, MONDAY + DAY).counts.due == 0
    assert record_of(history, MONDAY + 2 * DAY).counts == Counts(unanswered=1)


def test_late_answers_of_every_kind_are_counted() -> None:
    answers = [
        row(MONDAY, KEPT, MONDAY + 2 * DAY),
        row(MONDAY + DAY, NOT_APPLICABLE, MONDAY + 9 * DAY),
        row(MONDAY + 2 * DAY, MISSED, MONDAY + 3 * DAY),
    ]
    assert record_of(a_history(some_terms(), answers), MONDAY + 3 * DAY).counts == Counts(
        kept=1, missed=1, not_applicable=1, late=2
    )


def test_a_line_i_must_not_cross_weighs_like_any_other() -> None:
    plain = a_history(some_terms(), written("KKMKP.K"))
    line = a_history(some_terms(), written("KKMKP.K"), is_line=True)
    assert record_of(line, MONDAY + 20 * DAY) == record_of(plain, MONDAY + 20 * DAY)


def test_a_promise_for_an_occasion_is_not_applicable_when_it_did_not_arise() -> None:
    history = a_history(some_terms(), written("NNKNNMN"), is_event=True)
    counts = record_of(history, MONDAY + 7 * DAY).counts
    assert (counts.due, counts.not_applicable, counts.low) == (2, 5, 0.5)


def test_only_counts_are_added_up_over_commitments() -> None:
    one = a_history(some_terms(), written("KKM"))
    other = a_history(some_terms(commitment_id="tell"), written("P.N"), id="tell")
    record = build_record([one, other], MONDAY + 4 * DAY)
    assert record.totals == Counts(kept=2, partly=1, missed=1, unanswered=1, not_applicable=1)
    assert [found.counts.due for found in record.commitments] == [3, 2]


# Terms changed inside the window


def changed_terms() -> History:
    """Daily at first, Mondays and Fridays from Monday 18 May on."""
    eased = some_terms(on_weekdays([0, 4]), on("05-18"), seq=2, direction=Direction.EASIER)
    return a_history([some_terms(), eased], written("KKKKKKKMMMMMMM" + "K...P..K"))


def test_due_and_credit_add_up_each_day_by_its_own_terms() -> None:
    found = record_of(changed_terms(), on("05-27"))
    assert found.window == found.counts == Counts(kept=9, partly=1, missed=7)
    assert found.counts.low == 9.5 / 17


def test_a_change_of_terms_inside_the_window_is_said_with_its_day() -> None:
    found = record_of(changed_terms(), on("05-27"))
    assert found.terms_changed_in_window == (on("05-18"),)
    assert [(change.day, change.terms.direction) for change in found.changes] == [(on("05-18"), Direction.EASIER)]


def test_a_change_before_the_window_is_not_said_any_more() -> None:
    assert record_of(changed_terms(), on("06-13")).terms_changed_in_window == (on("05-18"),), "one old day is inside"
    assert record_of(changed_terms(), on("06-14")).terms_changed_in_window == ()


def test_a_change_is_said_from_its_first_day_on() -> None:
    found = record_of(changed_terms(), on("05-18"))
    assert [change.day for change in found.changes] == [on("05-18")]
    assert found.terms_changed_in_window == (on("05-18"),)


def test_a_pending_change_is_no_change_yet() -> None:
    assert record_of(changed_terms(), on("05-17")).changes == ()


def test_terms_replaced_before_they_counted_are_no_change() -> None:
    future = [some_terms(starts_on=on("05-11")), some_terms(daily(), on("05-11"), seq=2)]
    assert record_of(a_history(future), on("05-20")).changes == ()
    twice = [some_terms(), some_terms(on_weekdays([0]), on("05-11"), seq=2), some_terms(daily(), on("05-11"), seq=3)]
    assert [change.terms.seq for change in record_of(a_history(twice), on("05-20")).changes] == [3]


def test_an_ended_commitment_keeps_its_row_and_its_misses() -> None:
    ended = some_terms(starts_on=on("05-07"), seq=2, stance=Stance.ENDED)
    history = a_history([some_terms(), ended], written("MMK"), tellings=[a_telling(MONDAY)])
    found = record_of(history, on("2026-12-31"))
    assert (found.stance, found.counts) == (Stance.ENDED, Counts(kept=1, missed=2))
    assert [(miss.day, miss.how) for miss in found.misses] == [(MONDAY, How.TOLD_FIRST), (MONDAY + DAY, None)]


def test_a_commitment_that_began_later_has_its_own_first_day() -> None:
    late = a_history(some_terms(starts_on=on("06-01"), commitment_id="tell"), id="tell")
    record = build_record([a_history(some_terms()), late], on("06-03"))
    assert (record.first, record.commitments[1].counts.due) == (MONDAY, 1)


# Weeks


def test_an_item_stands_in_the_week_of_its_due_day() -> None:
    found = daily_record("KKKKKKMPP").weeks
    assert [(week.monday, week.counts) for week in found] == [
        (MONDAY, Counts(kept=6, missed=1)),
        (on("05-11"), Counts(partly=2)),
    ]
    assert found[0].items[0].day == MONDAY


def test_a_period_stands_in_the_week_of_its_last_day() -> None:
    history = a_history(some_terms(times_a(Unit.MONTH, 2)), [row(on("05-31"), KEPT)])
    assert [week.monday for week in record_of(history, on("06-05")).weeks] == [on("05-25")]


def test_a_period_kept_while_it_runs_stands_in_the_running_week() -> None:
    history = a_history(some_terms(times_a(Unit.MONTH, 2)), [row(on("05-31"), KEPT, on("05-06"))])
    found = record_of(history, on("05-06"))
    assert (found.counts, [week.monday for week in found.weeks]) == (Counts(kept=1), [MONDAY])


def test_a_week_that_is_over_does_not_change_by_itself() -> None:
    """A month's promise done early stands in the week of its answer until the month's last week has come."""
    history = a_history(some_terms(times_a(Unit.MONTH, 2)), [row(on("05-31"), KEPT, on("05-08"))])
    found = [[week.monday for week in record_of(history, on(today)).weeks] for today in ("05-08", "05-18", "05-29")]
    assert found == [[MONDAY]] * 3
    assert record_of(history, on("05-20"), last=on("05-19")).counts == Counts(kept=1)


def test_weeks_with_nothing_but_open_days_are_left_out() -> None:
    assert daily_record(".......", today_after=-1).weeks[0].counts == Counts(unanswered=5)
    assert record_of(a_history(some_terms()), MONDAY).weeks == ()


def test_weeks_cut_by_the_shown_days_hold_only_those() -> None:
    found = daily_record("K" * 14, first=on("05-07"), last=on("05-13")).weeks
    assert [week.counts.due for week in found] == [4, 3]


# Told first


def told(letters: str, *tellings: Any, at_minute: int | None = None, **given: Any) -> CommitmentRecord:
    history = a_history(some_terms(at_minute=at_minute), written(letters), tellings=tellings)
    return record_of(history, MONDAY + 30 * DAY, **given)


def test_misses_are_counted_by_how_they_came_out() -> None:
    ways = [How.TOLD_FIRST, How.WHEN_ASKED, How.FOUND_OUT, How.NOT_YET, How.NOT_WELCOME, How.TOLD_FIRST]
    found = told("MMMMMMM", *(a_telling(MONDAY + at * DAY, how, seq=at + 1) for at, how in enumerate(ways)))
    assert by_how(found.misses) == {
        How.TOLD_FIRST: 2,
        How.WHEN_ASKED: 1,
        How.FOUND_OUT: 1,
        How.NOT_YET: 1,
        How.NOT_WELCOME: 1,
        None: 1,
    }


def test_no_miss_is_nothing_to_tell() -> None:
    assert told("KKPN.").misses == ()
    assert sum(by_how(()).values()) == 0


def test_time_to_telling_runs_from_the_time_in_the_terms_of_that_day() -> None:
    telling = a_telling(MONDAY, told_on=MONDAY, told_minute=20 * 60 + 30)
    (miss,) = told("M", telling, at_minute=18 * 60).misses
    assert miss.time == TellingTime(0, 150)
    (day_only,) = told("M", telling).misses
    assert day_only.time == TellingTime(0, None)


def test_a_time_after_midnight_is_told_by_the_day_start_of_the_record() -> None:
    telling = a_telling(MONDAY, told_on=MONDAY + DAY, told_minute=2 * 60)
    assert told("M", telling, at_minute=60).misses[0].time == TellingTime(0, 60)
    by_calendar = told("M", telling, at_minute=60, day_start=DayStart(0)).misses[0].time
    assert by_calendar == TellingTime(1, 25 * 60)


def test_not_told_yet_may_change_later_and_each_change_keeps_its_date() -> None:
    first = a_telling(MONDAY, How.NOT_YET, seq=1)
    later = a_telling(MONDAY, How.WHEN_ASKED, seq=2, told_on=MONDAY + 3 * DAY, written_on=MONDAY + 4 * DAY)
    (miss,) = told("M", later, first).misses
    assert (miss.how, miss.time, miss.changes) == (How.WHEN_ASKED, TellingTime(3, None), (first, later))


def test_missed_changed_to_kept_hides_the_telling_with_its_entry() -> None:
    answers = [row(MONDAY, MISSED), row(MONDAY, KEPT, MONDAY + 5 * DAY)]
    history = a_history(some_terms(), answers, tellings=[a_telling(MONDAY)])
    assert record_of(history, MONDAY + 9 * DAY).misses == ()


def test_a_miss_told_late_belongs_to_the_day_of_the_miss() -> None:
    telling = a_telling(MONDAY, told_on=MONDAY + 9 * DAY, written_on=MONDAY + 9 * DAY)
    assert told("MK", telling, last=MONDAY + 2 * DAY).misses[0].day == MONDAY
    assert told("MK", telling, first=MONDAY + DAY).misses == ()


def test_misses_are_found_in_plain_items_too() -> None:
    history = a_history(some_terms(), written("KM"))
    (miss,) = misses(items(history, MONDAY + DAY), [a_telling(MONDAY + DAY, How.FOUND_OUT)])
    assert (miss.commitment_id, miss.day, miss.how) == ("call", MONDAY + DAY, How.FOUND_OUT)


# The shown days


def test_without_a_first_day_the_record_begins_with_the_first_terms_or_answer() -> None:
    assert build_record([a_history(some_terms())], SUNDAY).first == MONDAY
    imported = a_history(some_terms(stance=Stance.WAITING), written("KK", on("04-01")))
    assert build_record([imported], SUNDAY).first == on("04-01")
    assert build_record([a_history(some_terms(starts_on=SUNDAY))], SUNDAY).first == SUNDAY
    assert build_record([a_history(some_terms(starts_on=SUNDAY + DAY))], SUNDAY).first == SUNDAY
    gone = a_history([some_terms(starts_on=on("04-01"), seq=1, taken_back_at=NOON), some_terms(seq=2)])
    assert build_record([gone], SUNDAY).first == MONDAY


def test_the_last_day_limits_the_window_while_open_and_closed_are_judged_now() -> None:
    """By 6 May nobody could know that the 5th would stay unanswered; seen from today it did."""
    found = daily_record("K..K", today_after=10, last=on("05-06")).counts
    assert found == Counts(kept=1, unanswered=2)


def test_an_item_answered_before_its_day_counts_only_without_a_last_day_before_it() -> None:
    history = a_history(some_terms(once(on("05-20"))), [row(on("05-20"), KEPT, on("05-06"))])
    assert record_of(history, on("05-06")).counts == Counts(kept=1)
    assert record_of(history, on("05-25"), last=on("05-10")).counts == Counts()


def test_pauses_are_shown_within_the_days_of_the_record() -> None:
    history = a_history(some_terms(), pauses=[a_pause(on("05-06"), on("05-20")), a_pause(on("07-01"), on("07-02"))])
    assert record_of(history, on("05-25"), first=on("05-10"), last=on("05-15")).pauses == ((on("05-10"), on("05-15")),)


def test_a_pause_of_a_single_day_is_shown() -> None:
    history = a_history(some_terms(), pauses=[a_pause(on("05-06"), on("05-06"))])
    assert record_of(history, on("05-25")).pauses == ((on("05-06"), on("05-06")),)


def test_changes_and_points_stand_on_the_first_and_the_last_shown_day() -> None:
    rows = [some_terms(starts_on=MONDAY + at * 7 * DAY, seq=at + 1) for at in range(5)]
    history = a_history(rows, written("K" * 40))
    found = record_of(history, MONDAY + 60 * DAY, first=on("05-18"), last=on("06-01"))
    assert [change.day for change in found.changes] == [on("05-18"), on("05-25"), on("06-01")]
    for points in (found.range_points, found.quiet_points):
        assert (points[0].day, points[-1].day) == (on("05-18"), on("06-01"))


def test_events_and_sessions_stand_within_the_days_of_the_record_in_order() -> None:
    def event(day: str) -> Event:
        return Event(day, on(day), EventKind.SETBACK, "", NOON)

    def session(day: str) -> Session:
        return Session(day, on(day), None, "", NOON)

    def shown(record: Record) -> tuple[list[str], list[str]]:
        return [found.id for found in record.events], [found.id for found in record.sessions]

    given = ["05-10", "05-09", "05-04", "05-03", "05-11"]
    record = build_record(
        [a_history(some_terms())], on("05-10"), events=map(event, given), sessions=map(session, given)
    )
    assert shown(record) == (["05-04", "05-09", "05-10"], ["05-04", "05-09", "05-10"])


def test_the_record_of_a_single_day_is_that_day() -> None:
    found = daily_record("KMP", first=on("05-05"), last=on("05-05"))
    assert found.counts == Counts(missed=1)
    assert [item.outcome for item in found.items] == [Outcome.MISSED]


def test_open_items_are_shown_but_counted_nowhere() -> None:
    found = record_of(a_history(some_terms()), MONDAY)
    assert [item.outcome for item in found.items] == [Outcome.OPEN]
    assert (found.counts, found.weeks, found.range_points) == (Counts(), (), ())


def test_counts_of_nothing_are_nothing() -> None:
    assert count(()) == Counts()
    assert weeks((), MONDAY) == []


@pytest.mark.parametrize("reason", list(Reason))
def test_the_reason_of_a_change_changes_no_figure(reason: Reason) -> None:
    rows = [some_terms(), some_terms(starts_on=on("05-07"), seq=2, reason=reason)]
    plain = record_of(a_history([some_terms(), some_terms(starts_on=on("05-07"), seq=2)], written("KMP.K")), SUNDAY)
    assert record_of(a_history(rows, written("KMP.K")), SUNDAY).counts == plain.counts


def test_moments_of_writing_change_no_figure() -> None:
    """Entries are ordered by sequence; a clock that stood anywhere else counts for nothing."""
    odd = datetime(1999, 1, 1, tzinfo=UTC)
    plain, strange = some_terms(), some_terms(written_at=odd)
    assert (
        record_of(a_history(strange, written("KM")), SUNDAY).counts
        == record_of(a_history(plain, written("KM")), SUNDAY).counts
    )


def sums(found: Iterable[Counts]) -> Counts:
    return sum(found, Counts())


def test_the_weeks_add_up_to_the_counts() -> None:
    found = daily_record("KMPN.KKM" * 9)
    assert sums(week.counts for week in found.weeks) == found.counts
