"""What a week held of each commitment, and the day on which it is looked at."""

import pytest

from tests.builders import MONDAY, a_history, a_telling, on, row, some_terms
from trustplanner.domain.answers import How, Value
from trustplanner.domain.commitments import Stance
from trustplanner.domain.days import FIRST_DAY_START
from trustplanner.domain.record import Counts
from trustplanner.domain.week import REVIEW_WEEKDAY, review_weekday_of, week_facts, week_looked_back_on

SUNDAY = on("05-10")


def test_a_week_is_counted_for_each_commitment_alone() -> None:
    answers = [
        row(MONDAY, Value.KEPT), row(on("05-05"), Value.MISSED), row(on("05-06"), Value.NOT_APPLICABLE),
        row(on("05-07"), Value.PARTLY, on("05-10")), row(on("05-11"), Value.MISSED),
    ]  # fmt: skip
    history = a_history(some_terms(), answers, tellings=[a_telling(on("05-05"), How.FOUND_OUT)])
    [facts] = week_facts([history], MONDAY, SUNDAY, FIRST_DAY_START)
    assert facts.counts == Counts(kept=1, partly=1, missed=1, unanswered=1, not_applicable=1, late=1)
    assert facts.open_count == 2
    assert [(miss.day, miss.how) for miss in facts.misses] == [(on("05-05"), How.FOUND_OUT)]
    assert facts.is_active


def test_one_that_asked_for_nothing_and_is_over_is_left_out() -> None:
    ended = some_terms(seq=2, starts_on=on("05-06"), stance=Stance.ENDED, commitment_id="over")
    over = a_history([some_terms(commitment_id="over"), ended], [row(MONDAY, Value.KEPT)], id="over")
    [facts] = week_facts([over], MONDAY, SUNDAY, FIRST_DAY_START)
    assert not facts.is_active
    assert week_facts([over], on("05-11"), on("05-17"), FIRST_DAY_START) == []


@pytest.mark.parametrize(
    ("values", "weekday"),
    [({}, 6), ({REVIEW_WEEKDAY: "2"}, 2), ({REVIEW_WEEKDAY: ""}, None), ({REVIEW_WEEKDAY: "9"}, None)],
)
def test_the_day_of_review_is_sunday_until_another_or_none_is_chosen(
    values: dict[str, str], weekday: int | None
) -> None:
    assert review_weekday_of(values) == weekday


def test_a_review_in_the_first_days_of_a_week_is_about_the_one_before() -> None:
    assert [week_looked_back_on(on(f"05-{day:02}")) for day in (11, 13, 14, 17)] == [
        MONDAY, MONDAY, on("05-11"), on("05-11"),
    ]  # fmt: skip
