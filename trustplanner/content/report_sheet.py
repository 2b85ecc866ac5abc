"""What is said in the window before a report leaves."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShareWords:
    """One level of sharing, and what it lets leave."""

    words: str
    note: str


@dataclass(frozen=True, slots=True)
class ReportSheetWords:
    """All of `report_sheet.toml`; `shares` goes by the levels of `exchange.report_contents.Share`."""

    lead: str
    share_label: str
    since_label: str
    kept_back: str
    page: str
    printer_failed: str
    no_printer: str
    shares: dict[str, ShareWords]
