"""The words around reminders, and those they say themselves."""

from dataclasses import dataclass

from trustplanner.domain.reminders import Outside, Says, Slot


@dataclass(frozen=True, slots=True)
class ReminderWords:
    """All of `reminders.toml`. Only what stands in `says`, or own words, ever leaves the window."""

    lead: str
    locked: str
    says_note: str
    own_note: str
    icon: str
    example: str
    no_hours: str
    banner: dict[Slot, str]
    says: dict[Says, str]
    outside: dict[Outside, str]
