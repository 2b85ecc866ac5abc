"""Whether the weekly shares moved more than chance would move them.

Longest-run and crossings rules (Anhoej 2014 and 2015; evidence 4.5). A shift is named only if both readings of the
weeks show it, the one in which every unanswered day counts as missed and the one in which it counts as kept, so that
silence can neither make a shift nor hide one. The rise-of-five-points rule is not used: it finds chance.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import comb, log2
from statistics import median
from typing import Final

from trustplanner.domain.record import Week

WEEKS_NEEDED: Final = 10
FALSE_ALARM: Final = 0.05
MOST_OF_TALK: Final = 2  # points between readings


@dataclass(frozen=True, slots=True)
class Shift:
    """What the rules found among so many weeks that do not lie on the median.

    `longest_run` is the longest run on one side, `crossings` how often the median was crossed; each is judged by its
    own rule.
    """

    weeks: int
    longest_run: int
    crossings: int

    @property
    def has_long_run(self) -> bool:
        """Whether the longest run is longer than chance alone would make it."""
        return self.longest_run > round(log2(self.weeks) + 3)

    @property
    def has_few_crossings(self) -> bool:
        """Whether the median was crossed less often than by chance alone."""
        return self.crossings < fewest_crossings(self.weeks)


def find_shift(weeks: Sequence[Week]) -> Shift | None:
    """The shift in the weekly shares, or None: too few weeks, or no more than chance.

    Where the two readings differ in strength the weaker one is returned.
    """
    due = [week.counts for week in weeks if week.counts.due]
    lows = _runs_of([counts.low or 0.0 for counts in due])
    highs = _runs_of([counts.high or 0.0 for counts in due])
    if lows is None or highs is None:
        return None
    if lows.has_long_run and highs.has_long_run:
        return min(lows, highs, key=lambda found: found.longest_run)
    if lows.has_few_crossings and highs.has_few_crossings:
        return max(lows, highs, key=lambda found: found.crossings)
    return None


def find_reading_shift(values: Sequence[int]) -> Shift | None:
    """The shift in readings given week by week under the same words, or None.

    One or two points on a scale from 0 to 10 are talk about it and no change: both sides of the middle must lie
    further apart than that.
    """
    found = _runs_of(values)
    if found is None or not (found.has_long_run or found.has_few_crossings):
        return None
    middle = median(values)
    apart = median(value for value in values if value > middle) - median(value for value in values if value < middle)
    return found if apart > MOST_OF_TALK else None


def fewest_crossings(points: int) -> int:
    """The 5 % quantile of the binomial distribution of `points - 1` tosses of a fair coin."""
    tosses = points - 1
    reached = 0.0
    for crossings in range(points):
        reached += comb(tosses, crossings) / 2**tosses
        if reached >= FALSE_ALARM:
            return crossings
    return tosses


def _runs_of(shares: Sequence[float]) -> Shift | None:
    """The runs of the shares on either side of their median; None under ten that do not lie on it."""
    if not shares:
        return None
    middle = median(shares)
    sides = [share > middle for share in shares if share != middle]
    if len(sides) < WEEKS_NEEDED:
        return None
    longest = max(len(list(run)) for _, run in groupby(sides))
    return Shift(len(sides), longest, sum(a != b for a, b in pairwise(sides)))
