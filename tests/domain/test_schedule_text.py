"""The text notation says every schedule in one way and reads no other."""

from datetime import date

import pytest

from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.schedule_text import from_text, to_text
from trustplanner.domain.schedules import (
    Schedule,
    Shape,
    Unit,
)

SATURDAY = date(2026, 5, 2)


@pytest.mark.parametrize(
    ("text", "schedule"),
    [
        ("daily", Schedule(Shape.DAILY)),
        ("weekdays:0,1,4", Schedule(Shape.WEEKDAYS, weekdays=(0, 1, 4))),
        ("every:2:week:2026-05-02", Schedule(Shape.EVERY, every=2, unit=Unit.WEEK, anchor=SATURDAY)),
        ("times:3:week", Schedule(Shape.TIMES, times=3, unit=Unit.WEEK)),
        ("monthday:31", Schedule(Shape.MONTH_DAY, month_day=31)),
        ("once:2026-06-01", Schedule(Shape.ONCE, anchor=date(2026, 6, 1))),
    ],
)
def test_the_notation_says_a_schedule_and_reads_it_back(text: str, schedule: Schedule) -> None:
    assert to_text(schedule) == text
    assert from_text(text) == schedule


@pytest.mark.parametrize(
    "text",
    [
        "",
        ":",
        "hourly",
        "Daily",
        "daily ",
        "daily:",
        "daily:1",
        "weekdays",
        "weekdays:",
        "weekdays:1,0",
        "weekdays:1,1",
        "weekdays:7",
        "weekdays:0, 1",
        "weekdays:0,",
        "weekdays:mon",
        "every:2:2026-05-02",
        "every:02:week:2026-05-02",
        "every:+2:week:2026-05-02",
        "every:2.0:week:2026-05-02",
        "every:2:year:2026-05-02",
        "every:0:day:2026-05-02",
        "every:1_0:day:2026-05-02",
        "every:2:week:20260502",
        "every:2:week:2026-W18-6",
        "times:3",
        "times:week:3",
        "times:٣:week",
        "times:3:week\n",
        "monthday:0",
        "monthday:32",
        "monthday:" + "9" * 5000,
        "once:20260601",
        "once:2026-06-01:2026-06-02",
    ],
)
def test_any_other_spelling_is_refused(text: str) -> None:
    with pytest.raises(RuleError) as refused:
        from_text(text)
    assert refused.value.code is Code.SCHEDULE_IMPOSSIBLE
    assert refused.value.__cause__ is None


@pytest.mark.parametrize(
    "text",
    [
        "once:",
        "once:soon",
        "once:2026-02-30",
        "once:0001-01-01",
        "once:9999-12-31",
        "once:10000-01-01",
        "once:2026-06-01T00",
        "every:2:week:2200-01-01",
        "every:2:week:2025-02-29",
    ],
)
def test_an_impossible_date_in_the_notation_is_called_that(text: str) -> None:
    with pytest.raises(RuleError) as refused:
        from_text(text)
    assert refused.value.code is Code.DATE_IMPOSSIBLE
