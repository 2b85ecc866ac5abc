"""What leaves a vault as a file, by the ending of its name."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from trustplanner.charts.sentences import recovery_sentences
from trustplanner.content.calendar import CalendarWords
from trustplanner.content.catalogue import shipped_catalogue
from trustplanner.domain.moments import Now
from trustplanner.exchange.calendar_entries import calendar_entries
from trustplanner.exchange.csv_tables import export_tables
from trustplanner.exchange.json_archive import export_archive
from trustplanner.exchange.readers import Reader

ARCHIVE: Final = ".json"
TABLES: Final = ".zip"
CALENDAR: Final = ".ics"


def exported(vault: Reader, ending: str, now: Now, title: str = "") -> bytes:
    """The content of a file with one of the three endings; `title` is a calendar's own, for every entry.

    Raises:
        RuleError: STOPPED, for a calendar while commitments are closed.
    """
    if ending == ARCHIVE:
        return export_archive(vault, now.at)
    if ending == TABLES:
        return export_tables(vault, now.at)
    from trustplanner.exchange.calendar_file import calendar_file  # its library takes longer than the other two files

    return calendar_file(calendar_entries(vault, now.today), _calendar_words(title), now.at)


def calendar_preview(vault: Reader, now: Now, title: str = "") -> Iterator[str]:
    """What a calendar would show, in plain lines.

    Raises:
        RuleError: STOPPED.
    """
    from trustplanner.exchange.calendar_file import calendar_lines

    entries = calendar_entries(vault, now.today)
    return calendar_lines(entries, _calendar_words(title), recovery_sentences(now.today))


def _calendar_words(title: str) -> CalendarWords:
    words = shipped_catalogue().calendar()
    return replace(words, title_day=title, title_week=title, title_month=title) if title else words
