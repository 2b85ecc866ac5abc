"""The words of the page that finds one's own words again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchWords:
    """All of `search.toml`."""

    title: str
    lead: str
    kept: str
    journal_note: str
    none: str
    ending: str
