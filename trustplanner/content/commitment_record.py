"""The words of one commitment's own record."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CountedWords:
    """How a share is counted; the lead is said of a window of days or of one of items."""

    lead_days: str
    lead_items: str
    left_out: str
    nothing: str


@dataclass(frozen=True, slots=True)
class CommitmentRecordWords:
    """All of `commitment_record.toml`."""

    gone: str
    calendar_help: str
    calendar_periods: str
    misses_none: str
    miss_stays: str
    weekdays_title: str
    weekdays_note: str
    weekdays_too_few: str
    weekdays_none: str
    rate_from: str
    once: str
    not_proof: str
    history_none: str
    counted: CountedWords
