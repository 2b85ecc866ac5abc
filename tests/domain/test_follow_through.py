from datetime import date, timedelta

import pytest

from tests.builders import MONDAY, a_history, a_telling, some_terms
from tests.builders import row as answered
from trustplanner.domain.answers import How, Value
from trustplanner.domain.commitments import Stance
from trustplanner.domain.follow_through import (
    FollowThrough,
    follow_through,
    items_back,
    reaches_further,
    recent_items,
    recent_misses,
    window_begins,
)
from trustplanner.domain.items import History, Outcome, items
from trustplanner.domain.record import build_record
from trustplanner.domain.schedules import Schedule, Unit, daily, every, on_month_day, on_weekdays, once, times_a

DAY = timedelta(days=1)
TODAY = date(2026, 5, 14)
BEGIN = date(2016, 1, 4)


def kept_since(schedule: Schedule, begin: date, exceptions: dict[date, Value] | None = None) -> History:
    """Answered on every due day but the last three."""
    plain = a_history(some_terms(schedule, begin))
    due = [item.day for item in items(plain, TODAY)][:-3]
    values = exceptions or {}
    rows = [answered(day, values.get(day, Value.KEPT)) for day in due]
    return a_history(some_terms(schedule, begin), rows)


def share_of(history: History) -> FollowThrough:
    found = follow_through(history, TODAY)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "schedule",
    [
        daily(),
        on_weekdays([0, 3]),
        every(3, Unit.DAY, BEGIN),
        every(5, Unit.WEEK, BEGIN),
        on_month_day(31),
        times_a(Unit.WEEK, 2),
        times_a(Unit.MONTH, 3),
    ],
)
def test_the_share_is_that_of_the_whole_record(schedule: Schedule) -> None:
    history = kept_since(schedule, BEGIN)
    (record,) = build_record([history], TODAY).commitments
    share = share_of(history)
    assert share.counts == record.window
    assert share.terms_changed == record.terms_changed_in_window
    assert share.is_by_day is not reaches_further(history.terms[0])


def test_twelve_items_are_found_behind_years_of_not_applicable_ones() -> None:
    begin = date(2006, 1, 1)
    plain = a_history(some_terms(on_month_day(1), begin))
    due = [item.day for item in items(plain, TODAY)]
    rows = [answered(day, Value.KEPT if at < 20 else Value.NOT_APPLICABLE) for at, day in enumerate(due)]
    history = a_history(some_terms(on_month_day(1), begin), rows)
    (record,) = build_record([history], TODAY).commitments
    assert share_of(history).counts == record.window
    assert share_of(history).counts.due == 12


def test_answers_that_another_program_had_before_the_terms_count_too() -> None:
    days = [date(2024, month, 1) for month in range(1, 11)]
    history = a_history(some_terms(on_month_day(1), date(2026, 3, 1)), [answered(day, Value.KEPT) for day in days])
    (record,) = build_record([history], TODAY).commitments
    assert share_of(history).counts == record.window
    assert (share_of(history).counts.kept, share_of(history).counts.unanswered) == (9, 3)


def test_changed_terms_inside_the_window_are_named() -> None:
    changed = TODAY - 10 * DAY
    terms = [some_terms(daily(), BEGIN), some_terms(on_weekdays(range(5)), changed, 2)]
    assert share_of(a_history(terms)).terms_changed == (changed,)
    long_ago = [some_terms(daily(), BEGIN), some_terms(on_weekdays(range(5)), TODAY - 40 * DAY, 2)]
    assert share_of(a_history(long_ago)).terms_changed == ()


def test_what_waits_has_ended_or_has_not_begun_has_no_share() -> None:
    for stance in (Stance.WAITING, Stance.ENDED):
        assert follow_through(a_history(some_terms(daily(), BEGIN, stance=stance)), TODAY) is None
    assert follow_through(a_history(some_terms(daily(), TODAY + DAY)), TODAY) is None


def test_a_once_has_its_state_and_no_share() -> None:
    share = share_of(a_history(some_terms(once(TODAY + 5 * DAY), MONDAY)))
    assert share.once is not None
    assert share.once.outcome is Outcome.OPEN
    assert share.counts.due == 0


def test_a_once_is_left_out_when_its_date_is_four_weeks_past() -> None:
    def shown(on: date) -> bool:
        return follow_through(a_history(some_terms(once(on), BEGIN)), TODAY) is not None

    assert shown(window_begins(TODAY))
    assert not shown(window_begins(TODAY) - DAY)


def test_the_items_up_to_an_earlier_day_are_those_of_that_day() -> None:
    history = kept_since(daily(), BEGIN)
    last = TODAY - 100 * DAY
    found = recent_items(history, TODAY, last)
    assert (found[0].day, found[-1].day, len(found)) == (last - 27 * DAY, last, 28)


def test_before_the_first_terms_there_are_no_items() -> None:
    assert recent_items(a_history(some_terms(daily(), TODAY)), TODAY, TODAY - DAY) == []


def test_no_more_of_the_past_is_looked_at_than_is_needed() -> None:
    history = kept_since(daily(), BEGIN)
    found = items_back(history, TODAY, TODAY, 10)
    assert len(found) < 300
    assert sum(item.is_in_sum for item in found) >= 10


def test_the_misses_of_four_weeks_are_those_of_every_commitment() -> None:
    old, recent = TODAY - 28 * DAY, TODAY - 27 * DAY
    active = a_history(
        some_terms(daily(), BEGIN),
        [answered(old, Value.MISSED), answered(recent, Value.MISSED), answered(TODAY, Value.MISSED)],
        tellings=[a_telling(TODAY, How.WHEN_ASKED)],
    )
    ended = a_history(
        [some_terms(daily(), BEGIN), some_terms(daily(), TODAY - 2 * DAY, 2, stance=Stance.ENDED)],
        [answered(TODAY - 5 * DAY, Value.MISSED)],
    )
    found = recent_misses([active, ended], TODAY)
    assert [(miss.day, miss.how) for miss in found] == [
        (recent, None),
        (TODAY - 5 * DAY, None),
        (TODAY, How.WHEN_ASKED),
    ]
