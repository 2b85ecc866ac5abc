"""The words of the private journal."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JournalWords:
    """All of `journal.toml`."""

    title: str
    lead: str
    leaves: str
    label: str
    earlier_title: str
    none: str
