"""The share of the last weeks, per commitment and never combined; and how the misses of those weeks came out.

The same window as the record's own, from as little of the past as it needs, so that Today stays light in any year.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from trustplanner.domain.commitments import Commitment, Stance, Terms, terms_on
from trustplanner.domain.days import FIRST_DAY_START, DayStart
from trustplanner.domain.items import History, Item, items
from trustplanner.domain.known_range import WINDOW_DAYS, WINDOW_ITEMS, window
from trustplanner.domain.record import Counts, Miss, count, misses, terms_changes
from trustplanner.domain.schedules import Shape, is_judged_by_day_at_least_weekly

_FIRST_LOOK = timedelta(days=200)
_FURTHER = 4
_LAST_DAYS = timedelta(days=WINDOW_DAYS - 1)


@dataclass(frozen=True, slots=True)
class FollowThrough:
    """One active commitment: the counts of its window, or for a "once" the item, which has only a state.

    `is_by_day`: the window is the last 28 days, else the last 12 items. `terms_changed` are the days inside it on which
    other terms began to count.
    """

    commitment: Commitment
    is_by_day: bool
    counts: Counts
    terms_changed: tuple[date, ...]
    once: Item | None


def window_begins(today: date) -> date:
    """The first of the 28 days that end today."""
    return today - _LAST_DAYS


def reaches_further(terms: Terms) -> bool:
    """Whether the window of these terms counts items instead of days, so that more of the past is needed."""
    shape = terms.schedule.shape
    return shape is not Shape.ONCE and not is_judged_by_day_at_least_weekly(terms.schedule)


def follow_through(history: History, today: date) -> FollowThrough | None:
    """What is known of an active commitment; None for one that waits, has ended or has not begun.

    A "once" is left out 28 days after its date. `history` needs the answers of 28 days, and all of them where
    `reaches_further` says so.
    """
    terms = terms_on(history.terms, today)
    if terms is None or terms.stance is not Stance.ACTIVE:
        return None
    if terms.schedule.shape is Shape.ONCE:
        return _once(history, terms, today)
    found = recent_items(history, today)
    changes = terms_changes(history.terms, today)
    first = found[0].day if found else today
    return FollowThrough(
        commitment=history.commitment,
        is_by_day=not reaches_further(terms),
        counts=count(found),
        terms_changed=tuple(change.day for change in changes if first < change.day <= today),
        once=None,
    )


def _once(history: History, terms: Terms, today: date) -> FollowThrough | None:
    known = items(history, today, since=window_begins(today))
    item = next((item for item in known if item.day == terms.schedule.anchor), None)
    if item is None:
        return None
    return FollowThrough(history.commitment, is_by_day=False, counts=Counts(), terms_changed=(), once=item)


def recent_items(history: History, today: date, last: date | None = None) -> list[Item]:
    """The items of the share shown for a commitment, up to `last` (today if None); a "once" has its one item."""
    end = last or today
    terms = terms_on(history.terms, end)
    if terms is None:
        return []
    if not reaches_further(terms):
        known = items(history, today, since=end - _LAST_DAYS)
        found = window(known, history.terms, end, today)
        return known if found is None else found
    return window(items_back(history, today, end, WINDOW_ITEMS), history.terms, end, today) or []


def items_back(history: History, today: date, last: date, at_least: int) -> list[Item]:
    """Items far enough back from `last` that this many of them count, or all there are; no more than needed."""
    beginning = min([terms.starts_on for terms in history.terms], default=last)
    if history.answers:
        beginning = min(beginning, date.fromordinal(history.answers[0].day))
    reach = _FIRST_LOOK
    while True:
        since = max(beginning, last - reach) if last - beginning > reach else beginning
        known = items(history, today, since=since)
        counted = sum(item.is_in_sum and item.stands_on(today) <= last for item in known)
        if counted >= at_least or since == beginning:
            return known
        reach *= _FURTHER


def recent_misses(histories: Iterable[History], today: date, day_start: DayStart = FIRST_DAY_START) -> list[Miss]:
    """The misses of the last 28 days, oldest first, of every commitment: one that was ended leaves none behind."""
    since = window_begins(today)
    found = [
        miss
        for history in histories
        for miss in misses(items(history, today, since=since), history.tellings, day_start)
    ]
    return sorted(found, key=lambda miss: miss.day)
