"""The words of the weekly review."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WeekWords:
    """All of `week.toml`."""

    title: str
    lead: str
    facts_title: str
    facts_none: str
    facts_note: str
    facts_wait: str
    size_lead: str
    agenda_stands: str
    agenda_none: str
    today_line: str
