"""The sentences about the chart, read from their content file, with the plurals and dates they need.

A phrase is asked for by `<table>.<name>` as it stands in `recovery_words.toml`; a test walks every one of them.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from trustplanner.content.texts import filled
from trustplanner.domain.errors import Code, UnreadableError
from trustplanner.resource_files import resources_folder

FILE: Final = "recovery_words.toml"
LENGTHS: Final = {"dates.months": 12, "dates.months_short": 12, "dates.weekdays": 7}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words with placeholders, for one and for any other number."""

    one: str
    other: str

    def said(self, n: int, **facts: str | int) -> str:
        """The words that fit `n`, every placeholder filled; `{n}` is `n`."""
        return filled(self.one if n == 1 else self.other, {"n": n, **facts})


@dataclass(frozen=True, slots=True)
class Sentences:
    """Every phrase of the file by its key, and dates in words.

    `today` decides which dates need their year. On paper nobody knows when "today" was: `is_on_paper` says the date.
    """

    phrases: Mapping[str, Phrase]
    lists: Mapping[str, tuple[str, ...]]
    today: date
    is_on_paper: bool = False

    def on_paper(self) -> "Sentences":
        """The same sentences for something that is read on another day."""
        return replace(self, is_on_paper=True)

    def said(self, key: str, n: int = 0, **facts: str | int) -> str:
        """The phrase `key` for the number `n`, with these facts.

        Raises:
            UnreadableError: CONTENT_UNREADABLE, there is no such phrase, or a placeholder has no fact.
        """
        try:
            return self.phrases[key].said(n, **facts)
        except (KeyError, IndexError):
            raise UnreadableError(Code.CONTENT_UNREADABLE, file=FILE, field=key) from None

    def joined(self, parts: Sequence[str]) -> str:
        """`a, b and c`."""
        if len(parts) < 2:
            return "".join(parts)
        comma, last = self.said("joining.comma"), self.said("joining.last")
        return comma.join(parts[:-1]) + last + parts[-1]

    def listed(self, parts: Iterable[str]) -> str:
        """`a, b, c`."""
        return self.said("joining.comma").join(parts)

    def month_name(self, day: date) -> str:
        """`March`."""
        return self.lists["dates.months"][day.month - 1]

    def short_month_name(self, day: date) -> str:
        """`Mar`."""
        return self.lists["dates.months_short"][day.month - 1]

    def month(self, day: date) -> str:
        """`March`, with its year if that is not this year."""
        return self._with_year(self.month_name(day), day)

    def short_month(self, day: date) -> str:
        """`Mar`, with its year if that is not this year."""
        return self._with_year(self.short_month_name(day), day)

    def _with_year(self, name: str, day: date) -> str:
        return name if day.year == self.today.year else self.said("dates.month_and_year", month=name, year=day.year)

    def short_day(self, day: date) -> str:
        """`26 Jan`, whatever the year."""
        return self.said("dates.day", day=day.day, month=self.short_month_name(day))

    def day(self, day: date) -> str:
        """`26 January`, with its year if that is not this year."""
        key = "dates.day" if day.year == self.today.year else "dates.day_and_year"
        return self.said(key, day=day.day, month=self.month_name(day), year=day.year)

    def day_or_today(self, day: date) -> str:
        """`today`, else the day; on paper always the day with its year."""
        if self.is_on_paper:
            return self.said("dates.day_and_year", day=day.day, month=self.month_name(day), year=day.year)
        return self.said("dates.today") if day == self.today else self.day(day)

    def weekday(self, day: date) -> str:
        """`Monday 26 January`."""
        return self._with_weekday(day, self.day(day))

    def days(self, days: Iterable[date]) -> str:
        """`2 March, 5 April and 2 May`; `6 and 20 January`."""
        found = list(days)
        is_one_month = len({(day.year, day.month) for day in found}) == 1
        shortened = [str(day.day) for day in found[:-1]] if is_one_month else [self.day(day) for day in found[:-1]]
        return self.joined([*shortened, *(self.day(day) for day in found[-1:])])

    def span(self, first: date, last: date) -> str:
        """`2 to 6 March`, `30 March to 3 April`; a single day stands alone."""
        if first == last:
            return self.day(first)
        is_one_month = (first.year, first.month) == (last.year, last.month)
        return self.said("dates.span", first=str(first.day) if is_one_month else self.day(first), last=self.day(last))

    def weekday_span(self, first: date, last: date) -> str:
        """`Monday 23 to Sunday 29 March`; a single day stands alone."""
        if first == last:
            return self.weekday(first)
        is_one_month = (first.year, first.month) == (last.year, last.month)
        begins = self._with_weekday(first, str(first.day)) if is_one_month else self.weekday(first)
        return self.said("dates.span", first=begins, last=self.weekday(last))

    def _with_weekday(self, day: date, words: str) -> str:
        return self.said("dates.weekday", weekday=self.lists["dates.weekdays"][day.weekday()], date=words)


def recovery_sentences(today: date, language: str = "en") -> Sentences:
    """The sentences in a language, as they are said on `today`.

    Raises:
        UnreadableError: CONTENT_UNREADABLE, with the file and the field.
    """
    phrases, lists = _read(resources_folder() / "content" / language / FILE)
    return Sentences(phrases, lists, today)


@cache
def _read(path: Path) -> tuple[Mapping[str, Phrase], Mapping[str, tuple[str, ...]]]:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise UnreadableError(Code.CONTENT_UNREADABLE, file=FILE, field="all of it") from None
    phrases: dict[str, Phrase] = {}
    lists: dict[str, tuple[str, ...]] = {}
    for table, entries in tables.items():
        for name, raw in entries.items():
            key = f"{table}.{name}"
            if isinstance(raw, list) and all(isinstance(entry, str) for entry in raw):
                lists[key] = tuple(raw)
            else:
                phrases[key] = _phrase(raw, key)
    for key, length in LENGTHS.items():
        if len(lists.get(key, ())) != length:
            raise UnreadableError(Code.CONTENT_UNREADABLE, file=FILE, field=key)
    return phrases, lists


def _phrase(raw: Any, key: str) -> Phrase:
    match raw:
        case str():
            return Phrase(raw, raw)
        case {"one": str() as one, "other": str() as other, **rest} if not rest:
            return Phrase(one, other)
        case _:
            raise UnreadableError(Code.CONTENT_UNREADABLE, file=FILE, field=key)
