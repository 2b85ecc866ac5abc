from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.builders import MONDAY, NOON, a_history, a_telling, some_terms
from tests.builders import row as answered
from trustplanner.domain.answers import Adjust, How, MissReview, Value, miss_review_id
from trustplanner.domain.items import items
from trustplanner.domain.miss_steps import MissStep, Repeats, next_step, repeats
from trustplanner.domain.record import misses
from trustplanner.domain.schedules import daily

DAY = timedelta(days=1)
EMPTY = MissReview(miss_review_id("call", MONDAY), "call", MONDAY, "", "", "", "", "", None, None, None, None, NOON)
LETTERS = {"k": Value.KEPT, "m": Value.MISSED, "p": Value.PARTLY, "n": Value.NOT_APPLICABLE}


def test_telling_comes_first_and_again_while_it_is_not_told() -> None:
    full = replace(EMPTY, facts="x", likelier="tired", repair="y", adjust=Adjust.KEEP)
    assert next_step(None, None) is MissStep.TELL
    assert next_step(None, full) is MissStep.TELL
    assert next_step(How.NOT_YET, full) is MissStep.TELL


@pytest.mark.parametrize(
    ("review", "step"),
    [
        (None, MissStep.FACTS),
        (replace(EMPTY, facts="  "), MissStep.FACTS),
        (replace(EMPTY, last_moment="x"), MissStep.LIKELIER),
        (replace(EMPTY, facts="x", likelier="tired"), MissStep.REPAIR),
        (replace(EMPTY, facts="x", likelier="tired", cost="y"), MissStep.ADJUST),
        (replace(EMPTY, facts="x", likelier="tired", repair="y", adjust=Adjust.KEEP), None),
        (replace(EMPTY, facts="x", repair="y", adjust=Adjust.KEEP), MissStep.LIKELIER),
    ],
)
def test_the_next_step_is_the_first_with_nothing_in_it(review: MissReview | None, step: MissStep | None) -> None:
    assert next_step(How.TOLD_FIRST, review) is step


def seen_from_last(letters: str, told: Iterable[How | None] = ()) -> Repeats:
    """What the last day, a miss, suggests; a dot is a day without an answer, and `told` how each miss came out."""
    days = [MONDAY + place * DAY for place in range(len(letters))]
    rows = [answered(day, LETTERS[letter]) for day, letter in zip(days, letters, strict=True) if letter in LETTERS]
    missed = [day for day, letter in zip(days, letters, strict=True) if letter == "m"]
    hows = zip(missed, told, strict=False)
    tellings = [a_telling(day, how, at) for at, (day, how) in enumerate(hows, start=1) if how is not None]
    history = a_history(some_terms(daily()), rows, tellings=tellings)
    every = items(history, days[-1] + 5 * DAY)
    found = misses(every, tellings)
    return repeats(every, found, next(miss for miss in found if miss.day == days[-1]))


def test_three_misses_among_the_last_ten_are_often() -> None:
    assert seen_from_last("mkkkkkkkmm").is_often
    assert not seen_from_last("kkkkkkkkmm").is_often


def test_older_misses_are_not_counted() -> None:
    assert not seen_from_last("mkkkkkkkkmm").is_often


def test_what_was_not_applicable_takes_no_place_among_the_ten() -> None:
    assert seen_from_last("mknnnnkkkkkkmm").is_often


def test_what_comes_after_the_miss_is_not_looked_at() -> None:
    day = MONDAY + 5 * DAY
    rows = [answered(MONDAY + at * DAY, Value.MISSED) for at in range(5, 9)]
    history = a_history(some_terms(daily()), rows)
    every = items(history, date(2026, 6, 1))
    found = misses(every, ())
    assert not repeats(every, found, next(miss for miss in found if miss.day == day)).is_often


def test_two_misses_that_did_not_come_from_you_first_are_hidden_twice() -> None:
    assert seen_from_last("mm", [How.FOUND_OUT, How.WHEN_ASKED]).is_hidden_twice
    assert not seen_from_last("mm", [How.FOUND_OUT, How.TOLD_FIRST]).is_hidden_twice
    assert not seen_from_last("mmm", [How.NOT_YET, How.NOT_WELCOME, None]).is_hidden_twice
