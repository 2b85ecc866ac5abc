"""What each day of a commitment's calendar shows."""

from hypothesis import given

from tests.builders import MONDAY, a_history, a_pause, on, row, some_terms
from tests.domain.histories import DAY, Scene, scenes
from trustplanner.domain.answers import Value
from trustplanner.domain.commitments import Stance
from trustplanner.domain.items import History, Outcome, items
from trustplanner.domain.record_calendar import RecordCalendar
from trustplanner.domain.schedules import Unit, daily, on_weekdays, times_a


def calendar_of(history: History, today: str) -> RecordCalendar:
    return RecordCalendar(history, items(history, on(today)), on(today))


@given(scenes())
def test_every_item_stands_on_its_day_and_on_no_other(scene: Scene) -> None:
    history, today = scene
    found = items(history, today)
    if not found:
        return
    calendar = RecordCalendar(history, found, today)
    days = calendar.days(found[0].first, max(item.day for item in found))
    assert [day.item for day in days if day.item is not None] == found
    for day in days:
        assert day.period is None or day.period.first <= day.day <= day.period.day
        assert not day.is_done or day.day in history.done_days


def test_a_period_runs_over_its_days_with_its_done_days() -> None:
    history = a_history(some_terms(times_a(Unit.WEEK, 2)), done_days=[on("05-05"), on("05-07")])
    days = calendar_of(history, "05-08").days(MONDAY, on("05-10"))
    assert all(day.period is not None for day in days)
    assert [day.day for day in days if day.is_done] == [on("05-05"), on("05-07")]
    assert [day.day for day in days if day.item is not None] == [on("05-10")]


def test_a_day_that_was_not_due_a_paused_one_and_one_before_the_beginning_are_told_apart() -> None:
    history = a_history(some_terms(on_weekdays([0])), [row(MONDAY, Value.MISSED)], [a_pause(on("05-11"), on("05-13"))])
    calendar = calendar_of(history, "05-20")
    due, not_due, paused = (calendar.day(day) for day in (MONDAY, on("05-05"), on("05-11")))
    before = calendar.day(on("05-03"))
    assert due.item is not None
    assert due.item.outcome is Outcome.MISSED
    assert (not_due.item, not_due.is_asked, not_due.is_paused) == (None, True, False)
    assert (paused.item, paused.is_paused) == (None, True)
    assert (before.is_asked, calendar.first_day) == (False, MONDAY)


def test_no_pause_is_shown_where_nothing_was_asked() -> None:
    ended = some_terms(daily(), on("05-10"), seq=2, stance=Stance.ENDED)
    history = a_history([some_terms(daily()), ended], pauses=[a_pause(on("05-08"), on("05-15"))])
    days = calendar_of(history, "05-20").days(on("05-08"), on("05-15"))
    assert [day.day for day in days if day.is_paused] == [on("05-08"), on("05-08") + DAY]


def test_answers_from_before_its_terms_begin_the_calendar() -> None:
    history = a_history(some_terms(daily(), on("05-10")), [row(on("04-01"), Value.KEPT, on("05-10"))])
    assert calendar_of(history, "05-20").first_day == on("04-01")
