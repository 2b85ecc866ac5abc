"""The days that a chart shows, moved along the record and made more or fewer, by whole bars and never beyond it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from trustplanner.charts.bars import ONE_DAY, Period, begin_of, next_start, period_for
from trustplanner.charts.view import ChartView
from trustplanner.domain.record import WEEK

FEWEST_DAYS: Final = 14
MONTHS_A_YEAR: Final = 12


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many they are."""
        return (self.last - self.first).days + 1


def moved(view: ChartView, by: int, within: Stretch) -> Stretch:
    """As many bars as the view has, `by` bars later, or earlier where it is negative; at the ends it stops."""
    first, last = view.bars[0].starts_on, view.bars[-1].starts_on
    earliest = _bars_between(view.period, begin_of(view.period, within.first), first)
    latest = _bars_between(view.period, last, begin_of(view.period, within.last))
    by = max(-earliest, min(by, latest))
    if by == 0:
        return Stretch(view.first, view.last)
    return _cut(_moved(view.period, first, by), _moved(view.period, last, by), view.period, within)


def zoomed(view: ChartView, factor: float, around: date, within: Stretch) -> Stretch:
    """`factor` times as many days; `around` stays where it is, as far as whole bars and the ends allow it."""
    shown = Stretch(view.first, view.last).days
    wanted = max(min(round(shown * factor), within.days), min(FEWEST_DAYS, within.days))
    share = (around - view.first).days / shown
    first = around - timedelta(days=round(share * wanted))
    first = max(within.first, min(first, within.last - timedelta(days=wanted - 1)))
    last = first + timedelta(days=wanted - 1)
    period = period_for(first, last)
    return _cut(begin_of(period, first), begin_of(period, last), period, within)


def _cut(first: date, last: date, period: Period, within: Stretch) -> Stretch:
    """From the beginning of one bar to the end of another, inside the record."""
    return Stretch(max(first, within.first), min(next_start(period, last) - ONE_DAY, within.last))


def _bars_between(period: Period, start: date, end: date) -> int:
    """How many bars lie between two beginnings; never negative."""
    if period is Period.WEEK:
        return max(0, (end - start).days // WEEK.days)
    return max(0, (end.year - start.year) * MONTHS_A_YEAR + end.month - start.month)


def _moved(period: Period, start: date, by: int) -> date:
    if period is Period.WEEK:
        return start + by * WEEK
    month = start.year * MONTHS_A_YEAR + start.month - 1 + by
    return date(month // MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1, 1)
