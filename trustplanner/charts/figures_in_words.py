"""Counts, shares, misses and marks in words: the small phrases that paragraph, cards, table and picture have in common.

Order of counts: kept, partly, missed, not answered; what is zero is left out, but kept is always said.
"""

import re
from dataclasses import replace
from typing import Final

from trustplanner.charts.sentences import Sentences
from trustplanner.charts.view import Mark
from trustplanner.domain.answers import How, TellingTime
from trustplanner.domain.known_range import RATE_FROM_DUE
from trustplanner.domain.record import Counts
from trustplanner.domain.views import View

MINUTES_AN_HOUR: Final = 60
HOURS_SAID: Final = 48  # longer times are said in days
NOT_RECORDED: Final = "open"
_SPACE_INSIDE: Final = re.compile(r"(?<=\S) (?=\S)")
_NO_BREAK_SPACE: Final = "\N{NO-BREAK SPACE}"


def how_code(how: How | None) -> str:
    """The name under which the words for a way of coming out stand."""
    return NOT_RECORDED if how is None else how.value


def counts_in_words(counts: Counts, words: Sentences) -> str:
    """`54 kept, 3 partly, 8 missed, 7 not answered (and 2 not applicable)`, or that nothing was due."""
    if not counts.due:
        return counts_of_due(counts, words)
    return _counts(words.said("counts.kept", counts.kept), counts, words)


def counts_of_due(counts: Counts, words: Sentences, *, is_narrow: bool = False, has_open: bool = False) -> str:
    """`2 of 5 kept, 2 missed, 1 not answered`, or that nothing was due.

    Where it `is_narrow`, no line breaks inside one of the counts. What `has_open` items beside it, which are in no
    sum yet, is not all answered.
    """
    if not counts.due:
        nothing = words.said("counts.nothing_due")
        if not counts.not_applicable:
            return nothing
        beside = words.said("counts.only_not_applicable", counts.not_applicable)
        return f"{nothing} {beside}"
    kept = words.said("counts.kept_of", counts.due, k=counts.kept)
    return _counts(kept, counts, words, is_narrow=is_narrow, has_open=has_open)


def _counts(kept: str, counts: Counts, words: Sentences, *, is_narrow: bool = False, has_open: bool = False) -> str:
    parts = [kept]
    for key, found in (("partly", counts.partly), ("missed", counts.missed), ("unanswered", counts.unanswered)):
        if found:
            parts.append(words.said(f"counts.{key}", found))
    if not counts.unanswered and not has_open:
        parts.append(words.said("counts.all_answered"))
    beside = words.said("counts.not_applicable", counts.not_applicable) if counts.not_applicable else ""
    if is_narrow:
        parts, beside = [_unbroken(part) for part in parts], _unbroken(beside)
    return words.listed(parts) + beside


def _unbroken(count: str) -> str:
    return _SPACE_INSIDE.sub(_NO_BREAK_SPACE, count)


def percent_range(low: float, high: float, words: Sentences) -> str:
    """`85 to 95 %`, or `90 %` where nothing is open. Shares are 0 to 1."""
    ends = (_percent(low), _percent(high))
    key = "range.percent_exact" if ends[0] == ends[1] else "range.percent"
    return words.said(key, low=ends[0], high=ends[1])


def range_of_due(due: int, low: float, high: float, words: Sentences) -> str:
    """The same range as counts: `17 to 19 of 20`, halves where something was kept in part."""
    ends = (_halves(low * due), _halves(high * due))
    key = "range.of_exact" if ends[0] == ends[1] else "range.of"
    return words.said(key, due, low=ends[0], high=ends[1])


def has_rate(counts: Counts) -> bool:
    """Whether enough was due for a share to be said."""
    return counts.due >= RATE_FROM_DUE


def _percent(share: float) -> int:
    return int(100 * share + 0.5)


def _halves(amount: float) -> str:
    twice = round(2 * amount)
    return str(twice // 2) if twice % 2 == 0 else f"{twice / 2:.1f}"


def telling_time(time: TellingTime, words: Sentences) -> str:
    """`after 3 hours`, `the next day`, `before it was due`."""
    if time.minutes is None:
        return _telling_days(time.days, words)
    if time.minutes < 0:
        return words.said("time.early")
    if time.minutes == 0:
        return words.said("time.at_once")
    hours = time.minutes // MINUTES_AN_HOUR
    if hours == 0:
        return words.said("time.minutes", time.minutes)
    if hours < HOURS_SAID:
        return words.said("time.hours", hours)
    return words.said("time.days", hours // 24)


def _telling_days(days: int, words: Sentences) -> str:
    if days < 0:
        return words.said("time.early")
    named = {0: "time.same_day", 1: "time.next_day"}
    return words.said(named[days]) if days in named else words.said("time.days", days)


def short_telling_time(time: TellingTime, words: Sentences) -> str:
    """`3 h`, `1 day`, `before`: the label beside a mark."""
    if (time.days if time.minutes is None else time.minutes) < 0:
        return words.said("time.early_short")
    if time.minutes is None:
        return words.said("time.same_day") if time.days == 0 else words.said("time.days_short", time.days)
    hours = time.minutes // MINUTES_AN_HOUR
    if hours == 0:
        return words.said("time.minutes_short", time.minutes)
    if hours < HOURS_SAID:
        return words.said("time.hours_short", hours)
    return words.said("time.days_short", hours // 24)


def mark_in_words(mark: Mark, words: Sentences, count: int = 1) -> str:
    """`Setback`, `Terms easier, not asked`; `Sessions` where it stands for several."""
    if mark.change is None:
        return words.said(f"marks.{mark.kind}", count)
    return _change("marks", mark, words)


def sign_in_words(mark: Mark, words: Sentences) -> str:
    """The same at the sign on the chart, which has room for one view: that they do not agree."""
    return mark_in_words(_with_disagreement_only(mark), words)


def short_sign_in_words(mark: Mark, words: Sentences) -> str:
    """`Easier, not agreed`, where `Terms easier, not agreed` has no room."""
    if mark.change is None:
        return mark_in_words(mark, words)
    return _change("marks_short", _with_disagreement_only(mark), words)


def change_in_words(mark: Mark, words: Sentences) -> str:
    """`easier, agreed`, to stand in brackets after the day."""
    return _change("changes", mark, words)


def _change(table: str, mark: Mark, words: Sentences) -> str:
    said = words.said(f"{table}.{mark.change}")
    return said if mark.their_view is None else words.said(f"{table}.{mark.their_view}", change=said)


def _with_disagreement_only(mark: Mark) -> Mark:
    return mark if mark.their_view is View.DISAGREES else replace(mark, their_view=None)
