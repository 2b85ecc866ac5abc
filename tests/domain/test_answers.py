"""Which row of an item counts, which stay readable, and how long a miss went untold."""

from datetime import date
from typing import Any

import pytest

from tests.builders import MONDAY, a_telling, on, row
from trustplanner.domain.answers import (
    AnswerRow,
    How,
    TellingTime,
    Value,
    current,
    miss_review_id,
    readable,
    time_to_telling,
    was_open_at_writing,
)
from trustplanner.domain.days import FIRST_DAY_START, DayStart

KEPT, MISSED, TAKEN_BACK = Value.KEPT, Value.MISSED, Value.TAKEN_BACK
NEXT_DAY, LATER, LATER_STILL = on("05-05"), on("05-09"), on("05-12")


def rows(*written: tuple[Value, date]) -> list[AnswerRow]:
    return [row(MONDAY, value, on_day) for value, on_day in written]


def readable_values(*written: tuple[Value, date]) -> list[Value]:
    return [found.value for found in readable(rows(*written))]


# The row that counts


def test_the_newest_row_is_the_answer() -> None:
    found = rows((KEPT, MONDAY), (MISSED, MONDAY))
    assert current(found) is found[1]


def test_an_answer_taken_back_is_none() -> None:
    assert current(rows((KEPT, MONDAY), (TAKEN_BACK, LATER))) is None
    assert current([]) is None


def test_the_newest_row_is_told_by_sequence_not_by_clock() -> None:
    found = rows((KEPT, LATER), (MISSED, NEXT_DAY))
    assert current(found) is found[1]


# What stays readable


def test_on_an_open_day_only_the_newest_row_stays_readable() -> None:
    assert readable_values((KEPT, MONDAY), (MISSED, MONDAY), (Value.PARTLY, NEXT_DAY)) == [Value.PARTLY]


def test_an_answer_taken_back_on_an_open_day_leaves_nothing() -> None:
    assert readable_values((KEPT, MONDAY), (TAKEN_BACK, NEXT_DAY)) == []


def test_on_a_closed_day_every_row_stays_readable() -> None:
    written = [(MISSED, MONDAY), (KEPT, LATER), (TAKEN_BACK, LATER_STILL), (Value.PARTLY, LATER_STILL)]
    assert readable_values(*written) == [value for value, _ in written]


def test_rows_of_the_open_day_before_the_newest_stay_hidden_after_it_closed() -> None:
    assert readable_values((KEPT, MONDAY), (MISSED, MONDAY), (KEPT, LATER)) == [MISSED, KEPT]


def test_a_clock_set_back_does_not_open_a_closed_day_again() -> None:
    """Otherwise the miss could be hidden by a kept written "in time"."""
    written = [(MISSED, MONDAY), (Value.PARTLY, LATER), (KEPT, NEXT_DAY)]
    assert readable_values(*written) == [MISSED, Value.PARTLY, KEPT]


def test_a_row_is_in_time_until_the_end_of_the_following_day() -> None:
    assert was_open_at_writing(row(MONDAY, KEPT, NEXT_DAY))
    assert not was_open_at_writing(row(MONDAY, KEPT, on("05-06")))


# Time to telling


def time_told(at_minute: int | None, **changes: Any) -> TellingTime | None:
    return time_to_telling(MONDAY, at_minute, a_telling(MONDAY, **changes), FIRST_DAY_START)


def test_time_to_telling_runs_from_the_time_of_day_in_the_terms() -> None:
    assert time_told(18 * 60, told_on=MONDAY, told_minute=20 * 60 + 10) == TellingTime(0, 130)
    assert time_told(18 * 60, told_on=NEXT_DAY, told_minute=9 * 60) == TellingTime(1, 15 * 60)


def test_without_a_time_only_whole_days_are_said() -> None:
    assert time_told(None, told_on=NEXT_DAY, told_minute=9 * 60) == TellingTime(1, None)
    assert time_told(18 * 60, told_on=LATER) == TellingTime(5, None)


def test_told_before_it_was_due_is_a_negative_time() -> None:
    assert time_told(18 * 60, told_on=MONDAY, told_minute=17 * 60) == TellingTime(0, -60)
    assert time_told(None, told_on=on("05-03")) == TellingTime(-1, None)


@pytest.mark.parametrize("how", [How.NOT_YET, How.NOT_WELCOME])
def test_what_is_not_told_has_no_time(how: How) -> None:
    assert time_told(None, how=how, told_on=MONDAY) is None


def test_a_telling_without_a_day_has_no_time() -> None:
    assert time_told(18 * 60, told_minute=19 * 60) is None


def test_found_out_has_its_time_as_well() -> None:
    assert time_told(18 * 60, how=How.FOUND_OUT, told_on=MONDAY, told_minute=22 * 60) == TellingTime(0, 240)


def test_a_promised_time_past_midnight_belongs_to_the_night_that_ends_the_promise_day() -> None:
    """Home by 00:30 on Monday's promise day means half an hour into the calendar's Tuesday."""
    told: dict[str, Any] = {"told_on": NEXT_DAY, "told_minute": 45}
    assert time_told(30, **told) == TellingTime(0, 15)
    assert time_to_telling(MONDAY, 30, a_telling(MONDAY, **told), DayStart(0)) == TellingTime(1, 24 * 60 + 15)
    at_the_start: dict[str, Any] = {"told_on": MONDAY, "told_minute": 4 * 60}
    assert time_told(3 * 60, **at_the_start) == TellingTime(0, 60), "the day start itself begins the day"


def test_the_steps_after_a_miss_are_kept_under_commitment_and_day() -> None:
    assert miss_review_id("call", MONDAY) == "call/2026-05-04"
