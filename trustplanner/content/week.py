"""The words of the weekly review."""

from dataclasses import dataclass

from trustplanner.domain.sureness import WorstDay


@dataclass(frozen=True, slots=True)
class WeekWords:
    """All of `week.toml`."""

    title: str
    lead: str
    facts_title: str
    facts_none: str
    facts_note: str
    facts_wait: str
    size_title: str
    size_lead: str
    worst_day_label: str
    below_enough: str
    agenda_stands: str
    agenda_none: str
    today_line: str
    worst_day: dict[WorstDay, str]
