"""What they gave, as the chart shows it: single readings, never joined, beside their own words for a 3 and a 7.

It stands beside what is counted and is counted in none of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from trustplanner.domain.their_voice import Anchors, TheirVoice, anchors_on

ANCHORED: Final = (7, 3)


@dataclass(frozen=True, slots=True)
class ReadingPoint:
    """One reading; without a value it was "not today". `words` are theirs, about the week."""

    day: date
    value: int | None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """The days over which the same words of theirs hold, both included. Either line may be empty."""

    first: date
    last: date
    three: str = ""
    seven: str = ""

    def words(self, height: int) -> str:
        """Their words at a height of `ANCHORED`."""
        return self.three if height == ANCHORED[1] else self.seven


@dataclass(frozen=True, slots=True)
class VoiceInRange:
    """What they gave between two days. `name` is their nickname, or empty where it cannot be drawn."""

    name: str
    readings: tuple[ReadingPoint, ...]
    segments: tuple[Segment, ...]

    @property
    def given(self) -> tuple[ReadingPoint, ...]:
        """The readings with a value."""
        return tuple(point for point in self.readings if point.value is not None)

    @property
    def not_today(self) -> tuple[ReadingPoint, ...]:
        """The days on which they said "not today"."""
        return tuple(point for point in self.readings if point.value is None)

    def within(self, first: date, last: date) -> tuple[ReadingPoint, ...]:
        """The readings between two days, both included."""
        return tuple(point for point in self.readings if first <= point.day <= last)

    def latest_values(self) -> list[int]:
        """The values given under the newest words: those under other words cannot be compared with them."""
        begins = self.segments[-1].first if self.segments else date.min
        return [point.value for point in self.readings if point.value is not None and point.day >= begins]


def voice_between(theirs: TheirVoice, name: str, first: date, last: date) -> VoiceInRange | None:
    """What they gave in these days; None if it is nothing, so that no panel says that something is missing."""
    newest = {reading.day: reading for reading in theirs.readings if first <= reading.day <= last}
    points = tuple(ReadingPoint(day, reading.value, reading.words) for day, reading in sorted(newest.items()))
    return VoiceInRange(name, points, tuple(_segments(theirs.anchors, first, last))) if points else None


def _segments(written: Sequence[Anchors], first: date, last: date) -> list[Segment]:
    before = anchors_on(written, first)
    found = [Segment(first, last, *(("", "") if before is None else (before.three, before.seven)))]
    for row in written:
        if not first < row.written_on <= last:
            continue
        if row.written_on == found[-1].first:  # corrected on the same day
            found.pop()
        elif found:
            found[-1] = replace(found[-1], last=row.written_on - timedelta(days=1))
        found.append(Segment(row.written_on, last, row.three, row.seven))
    return found
