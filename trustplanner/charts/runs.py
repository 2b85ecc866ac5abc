"""Runs: the stretches of points between which a line may be drawn."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from trustplanner.domain.known_range import QuietPoint, RangePoint

Point = TypeVar("Point", RangePoint, QuietPoint)


class Barriers:
    """Stretches of days that no line may cross."""

    def __init__(self, spans: Iterable[tuple[date, date]]) -> None:
        ordered = sorted(spans)
        self._starts = [first for first, _ in ordered]
        self._ends: list[date] = []
        for _, last in ordered:  # the latest end so far, so that a span inside a longer one does not hide it
            self._ends.append(max(last, self._ends[-1]) if self._ends else last)

    def part(self, before: date, after: date) -> bool:
        """Whether a stretch touches the days from `before` to `after`."""
        at = bisect_right(self._starts, after) - 1
        return at >= 0 and self._ends[at] >= before


def runs_of(points: Iterable[Point], barriers: Barriers) -> tuple[tuple[Point, ...], ...]:
    """The points in order, parted wherever a barrier lies between two of them or touches one."""
    runs: list[list[Point]] = []
    for point in points:
        if runs and not barriers.part(runs[-1][-1].day, point.day):
            runs[-1].append(point)
        else:
            runs.append([point])
    return tuple(tuple(run) for run in runs)
