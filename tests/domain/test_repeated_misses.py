"""When it is said that a commitment may be the wrong size, and when it is not said again."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.builders import MONDAY, a_history, some_terms
from tests.builders import row as answered
from trustplanner.domain.answers import Value
from trustplanner.domain.commitments import Direction, Terms
from trustplanner.domain.items import items
from trustplanner.domain.repeated_misses import OftenMissed, often_missed

DAY = timedelta(days=1)
LETTERS = {"k": Value.KEPT, "m": Value.MISSED, "p": Value.PARTLY, "n": Value.NOT_APPLICABLE}


def said(days: str, left_on: date | None = None, *changes: Terms) -> OftenMissed | None:
    """What is said after days of answers from Monday on; a dot is a day without one."""
    rows = [answered(MONDAY + n * DAY, LETTERS[each]) for n, each in enumerate(days) if each != "."]
    today = MONDAY + (len(days) - 1) * DAY
    history = a_history((some_terms(), *changes), rows)
    return often_missed(items(history, today), history.terms, left_on, today)


@pytest.mark.parametrize(
    ("days", "missed_of_due"),
    [
        ("kmkmkm", (3, 6)),
        ("mmm", (3, 3)),
        ("mkkmkkmkkk", (3, 10)),
        ("mkkmkkmkkkk", None),  # the first has left the last ten
        ("mkmpnnnnnm", (3, 5)),  # not applicable takes no place
        ("kmkmk", None),
    ],
)
def test_it_is_said_from_three_of_the_last_ten_due_on(days: str, missed_of_due: tuple[int, int] | None) -> None:
    found = said(days)
    assert (None if found is None else (found.missed, found.due)) == missed_of_due


def test_left_for_now_it_comes_back_with_the_next_miss() -> None:
    assert said("mmmk", MONDAY + 2 * DAY) is None
    assert said("mmmkm", MONDAY + 2 * DAY) == OftenMissed(4, 5, MONDAY + 4 * DAY)


def test_promised_otherwise_it_comes_back_with_the_next_miss() -> None:
    day = MONDAY + 3 * DAY
    smaller = some_terms(starts_on=day + 7 * DAY, seq=2, direction=Direction.EASIER, written_on=day)
    assert said("mmmk", None, smaller) is None
    assert said("mmmkm", None, smaller) is not None
    taken_back = replace(smaller, taken_back_at=smaller.written_at)
    assert said("mmmk", None, taken_back) is not None
