"""Several open items answered in one go: which they are, and which cannot be among them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from trustplanner.domain.commitments import Commitment
from trustplanner.domain.items import History, Item, items


@dataclass(frozen=True, slots=True)
class OpenItem:
    """One item that waits for an answer, with the commitment that asks for it."""

    commitment: Commitment
    item: Item


@dataclass(frozen=True, slots=True)
class OpenItems:
    """What one answer can be given to; `running` are weeks and months that take none before they are over."""

    items: tuple[OpenItem, ...]
    running: tuple[Commitment, ...]

    @property
    def has_line(self) -> bool:
        """Whether a line that must not be crossed is among them."""
        return any(each.commitment.is_line for each in self.items)


def open_between(histories: Iterable[History], first: date, last: date, today: date) -> OpenItems:
    """What is due from `first` to `last` and has no answer, closed days too; nothing of a day that is still to come."""
    found: list[OpenItem] = []
    running: list[Commitment] = []
    for history in histories:
        for item in items(history, today, since=first):
            if item.is_answered:
                continue
            if item.times and today <= item.day:
                if item.first <= last:
                    running.append(history.commitment)
            elif item.day <= min(last, today):
                found.append(OpenItem(history.commitment, item))
    return OpenItems(tuple(found), tuple(running))
