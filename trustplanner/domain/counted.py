"""How a share is counted, line by line: each item of its window, what it adds, and what the sum is then.

The lines end in the figures that the record shows. What left the sum stands among them with its reason, so that
nothing can disappear without being seen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from trustplanner.domain.items import History, Item, Outcome, items
from trustplanner.domain.known_range import HALVES, WINDOW_DAYS, Window, window, window_kind
from trustplanner.domain.record import Counts

_FIELD_OF: Final = {
    Outcome.KEPT: "kept",
    Outcome.PARTLY: "partly",
    Outcome.MISSED: "missed",
    Outcome.UNANSWERED: "unanswered",
    Outcome.NOT_APPLICABLE: "not_applicable",
}


class Part(StrEnum):
    """What an item is in the sum, and if it is not in it, why."""

    IN_SUM = "in_sum"
    NOT_APPLICABLE = "not_applicable"
    OPEN = "open"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class CountedLine:
    """One item of the window, from `first` to its due `day`; `sum_so_far` is what is counted with it.

    A paused item has no outcome: it was not asked for.
    """

    first: date
    day: date
    part: Part
    outcome: Outcome | None
    late_by: int
    sum_so_far: Counts

    @property
    def halves(self) -> int:
        """What it adds to the credit, in halves."""
        return 0 if self.outcome is None else HALVES.get(self.outcome, 0)


@dataclass(frozen=True, slots=True)
class HowCounted:
    """The lines of a window in their order, and over what it looks back."""

    kind: Window
    first: date
    last: date
    lines: tuple[CountedLine, ...]

    @property
    def counts(self) -> Counts:
        """What the last line comes to: the figures that the record shows."""
        return self.lines[-1].sum_so_far if self.lines else Counts()


def how_counted(history: History, every: Sequence[Item], today: date) -> HowCounted | None:
    """How the share shown today comes about; None for a "once", which has only its state.

    `every` are the items of the history, in the order in which they stand.
    """
    found = window(every, history.terms, today, today)
    if found is None:
        return None
    kind = window_kind(history.terms, today)
    first = today - timedelta(days=WINDOW_DAYS - 1)
    if kind is Window.ITEMS and found:
        first = found[0].first
    still_open = [item for item in every if item.outcome is Outcome.OPEN]
    paused = _paused_items(history, every, first, today)
    lines = sorted(
        [*((item, _part_of(item)) for item in found + still_open), *((item, Part.PAUSED) for item in paused)],
        key=lambda each: (each[0].stands_on(today), each[0].day),
    )
    return HowCounted(kind, first, today, tuple(_added_up(lines)))


def _part_of(item: Item) -> Part:
    if item.is_in_sum:
        return Part.IN_SUM
    return Part.OPEN if item.outcome is Outcome.OPEN else Part.NOT_APPLICABLE


def _paused_items(history: History, every: Sequence[Item], first: date, today: date) -> list[Item]:
    """What the window would hold if there had been no pause."""
    asked = {item.day for item in every}
    without = items(replace(history, pauses=()), today, since=first)
    return [item for item in without if item.day not in asked and item.day <= today]


def _added_up(lines: list[tuple[Item, Part]]) -> Iterator[CountedLine]:
    counts = Counts()
    for item, part in lines:
        outcome = None if part is Part.PAUSED else item.outcome
        late_by = 0 if part is Part.PAUSED else item.late_by
        if outcome in _FIELD_OF:
            field = _FIELD_OF[outcome]
            counts = replace(counts, **{field: getattr(counts, field) + 1, "late": counts.late + (late_by > 0)})
        yield CountedLine(item.first, item.day, part, outcome, late_by, counts)
