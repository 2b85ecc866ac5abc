"""The moment in which something is done, as every action is given it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True, slots=True)
class Now:
    """One reading of the clock: UTC to the millisecond, the wall clock's offset in minutes, the promise day."""

    at: datetime
    utc_offset: int
    today: date

    @property
    def local(self) -> datetime:
        """The wall clock, without a zone."""
        return self.at.replace(tzinfo=None) + timedelta(minutes=self.utc_offset)


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting that belongs to the plan and lies in the vault."""

    id: str
    value: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Something typed but not yet saved, or where the cursor stood; `body` is JSON."""

    id: str
    body: str
    updated_at: datetime
