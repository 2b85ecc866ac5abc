"""The weekly review: what a week held of each commitment, and on which weekday it is looked at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from trustplanner.domain.commitments import Commitment, Stance, Terms, pending, terms_on
from trustplanner.domain.days import DayStart
from trustplanner.domain.items import History, Outcome, items
from trustplanner.domain.record import Counts, Miss, count, misses, monday_of
from trustplanner.domain.schedules import DAYS_A_WEEK

REVIEW_WEEKDAY: Final = "review_weekday"  # the setting: 0 for Monday to 6, or nothing for no day
REVIEW_WEEKDAY_AT_FIRST: Final = 6
LAST_DAY: Final = timedelta(days=DAYS_A_WEEK - 1)
WEEK: Final = timedelta(days=DAYS_A_WEEK)


def review_weekday_of(values: Mapping[str, str]) -> int | None:
    """The weekday of the review, Sunday if it was never chosen; None where none is wanted."""
    value = values.get(REVIEW_WEEKDAY, str(REVIEW_WEEKDAY_AT_FIRST))
    return int(value) if value.isdigit() and int(value) < DAYS_A_WEEK else None


def week_looked_back_on(today: date) -> date:
    """The Monday of the week that a review on this day is about: in its first days the one that has just ended."""
    monday = monday_of(today)
    return monday if today.weekday() >= DAYS_A_WEEK // 2 else monday - WEEK


@dataclass(frozen=True, slots=True)
class WeekFacts:
    """One commitment in one week: its counts, how many items are still open, its misses.

    `is_active` says whether it asks for something now; only then its size is asked about.
    """

    commitment: Commitment
    terms: Terms
    counts: Counts
    open_count: int
    misses: tuple[Miss, ...]
    is_active: bool


def week_facts(histories: Iterable[History], monday: date, today: date, day_start: DayStart) -> list[WeekFacts]:
    """Every commitment that asked for something in the week, or does now; never added into one figure."""
    return [
        facts
        for history in histories
        if (facts := _facts(history, monday, today, day_start)) is not None
        and (facts.is_active or facts.open_count or facts.counts != Counts())
    ]


def _facts(history: History, monday: date, today: date, day_start: DayStart) -> WeekFacts | None:
    found = [
        item for item in items(history, today, since=monday) if monday <= item.stands_on(today) <= monday + LAST_DAY
    ]
    now = terms_on(history.terms, today) or pending(history.terms, today)
    asked = next((item.terms for item in reversed(found) if item.terms is not None), now)
    if asked is None:
        return None
    return WeekFacts(
        commitment=history.commitment,
        terms=asked,
        counts=count(found),
        open_count=sum(item.outcome is Outcome.OPEN for item in found),
        misses=tuple(misses(found, history.tellings, day_start)),
        is_active=now is not None and now.stance is Stance.ACTIVE,
    )
