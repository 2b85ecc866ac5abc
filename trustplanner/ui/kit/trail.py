"""The way a person came, along which `back` leads."""

from collections.abc import Collection

from trustplanner.ui.kit.page import Destination


class Trail:
    """The places that were passed. One of `beginnings` begins it anew; `never_again` are those nobody goes back to."""

    def __init__(self, beginnings: Collection[str], never_again: Collection[str]) -> None:
        self._beginnings = beginnings
        self._never_again = never_again
        self._passed: list[Destination] = []

    @property
    def last(self) -> Destination | None:
        """Where `back` leads; None at the beginning."""
        return self._passed[-1] if self._passed else None

    def begin_after(self, last: Destination) -> None:
        """As if a person had come from there."""
        self._passed = [last]

    def follow(self, place: str, left: Destination) -> None:
        """Go to a place: one that was passed is gone back to, others lead on from what is `left`."""
        passed = [each.place for each in self._passed]
        if place in passed:
            del self._passed[passed.index(place) :]
        elif left.place and left.place not in (place, *self._never_again):
            self._passed.append(left)
        if place in self._beginnings:
            self._passed.clear()
