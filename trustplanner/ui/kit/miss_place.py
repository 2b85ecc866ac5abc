"""A place in the five steps after a miss, which stand on Today, as text that a way there or a lock can carry."""

from datetime import date
from typing import Final, NamedTuple

from trustplanner.domain.miss_steps import MissStep
from trustplanner.ui.kit.page import Destination

PARTS_OF_DETAIL: Final = "|"  # what Today's detail holds: a day, then a place in the steps
_APART: Final = "/"


class MissPlace(NamedTuple):
    """Where in the steps a person is: which miss, which step, and the field with its cursor if there is one."""

    commitment_id: str
    day: date
    step: MissStep
    field: str = ""
    cursor: int = 0

    def to_text(self) -> str:
        """For coming back after a lock."""
        return _APART.join((self.day.isoformat(), self.step, self.field, str(self.cursor), self.commitment_id))

    @classmethod
    def from_text(cls, text: str) -> "MissPlace | None":
        """The reverse; None for anything else."""
        try:
            day, step, field, cursor, commitment_id = text.split(_APART, 4)
            return cls(commitment_id, date.fromisoformat(day), MissStep(step), field, int(cursor))
        except ValueError:
            return None

    def on_today(self) -> Destination:
        """The way to it: Today, with the steps open there."""
        return Destination("today", f"{PARTS_OF_DETAIL}{self.to_text()}")
