"""The chart as a table: the same numbers, one row for each bar, as plain words and counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from trustplanner.charts.bars import Bar
from trustplanner.charts.cards import bar_title
from trustplanner.charts.figures_in_words import (
    how_code,
    mark_in_words,
    percent_range,
    range_of_due,
    telling_time,
)
from trustplanner.charts.row_in_words import row_in_words, total_in_words
from trustplanner.charts.sentences import Sentences
from trustplanner.charts.view import ChartView
from trustplanner.charts.voice_in_words import count_of_readings, in_table, voice_heading
from trustplanner.domain.items import Item
from trustplanner.domain.known_range import RangePoint, Window
from trustplanner.domain.record import Counts, Miss

COUNTED: Final = ("due", "kept", "partly", "missed", "unanswered", "not_applicable", "late")


@dataclass(frozen=True, slots=True)
class Row:
    """One bar, or all of them: `cells` are its words in the order of the headings, `counts` the same as numbers.

    `first` and `last` are the days it stands for; `in_words` says it in sentences, without the headings.
    """

    first: date
    last: date
    counts: Counts
    cells: tuple[str, ...]
    in_words: str


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows, oldest first; `total` adds them up. Stretches without anything to say have no row."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    total: Row


def build_table(view: ChartView, words: Sentences) -> Table:
    """The table of a view."""
    newest = {view.bar_of(point.day): point for run in view.band for point in run}
    found = (_row(view, bar, newest.get(place), words) for place, bar in enumerate(view.bars))
    rows = tuple(row for row in found if row is not None)
    changed = sum(bool(item.earlier) for bar in view.bars for item in bar.items)
    told = words.said("gutter.told_of", len(view.misses), k=view.told_first) if view.misses else ""
    theirs = () if view.voice is None else (count_of_readings(view.voice, words),)
    cells = (words.said("table.all"), *_counted(view.counts), "", told, str(changed or ""), *theirs, "")
    total = Row(view.since, view.last, view.counts, cells, total_in_words(view, changed, words))
    return Table(_headings(view, words), rows, total)


def _headings(view: ChartView, words: Sentences) -> tuple[str, ...]:
    names = (view.period, *COUNTED, f"range_{_window(view)}", "misses", "earlier")
    theirs = () if view.voice is None else (voice_heading(view.voice, words),)
    return (*(words.said(f"table.{name}") for name in names), *theirs, words.said("table.beside"))


def _window(view: ChartView) -> Window:
    return Window.DAYS if view.window_kind is Window.NONE else view.window_kind


def _row(view: ChartView, bar: Bar, point: RangePoint | None, words: Sentences) -> Row | None:
    """`point` is the known range as it stood on the bar's last day that has one."""
    beside = [mark_in_words(mark, words) for mark in view.marks_within(bar.first, bar.last)]
    beside += [words.said("table.paused", span=words.span(*span)) for span in view.pauses_within(bar.first, bar.last)]
    theirs = () if view.voice is None else (in_table(view.voice, bar.first, bar.last, words),)
    if not bar.items and not beside and not any(theirs):
        return None
    cells = (
        bar_title(bar, view.period, words),
        *_counted(bar.counts),
        _range(point, words),
        _misses([miss for miss in view.misses if bar.holds(view.day_of(miss))], words),
        _earlier(bar.items, words),
        *theirs,
        words.listed(beside),
    )
    share = _range(point, words)
    known = words.said(f"folded.range_{_window(view)}", range=share) if share else ""
    return Row(bar.first, bar.last, bar.counts, cells, row_in_words(view, bar, known, words))


def _counted(counts: Counts) -> tuple[str, ...]:
    return tuple(str(getattr(counts, name)) for name in COUNTED)


def _range(point: RangePoint | None, words: Sentences) -> str:
    if point is None:
        return ""
    return words.said(
        "table.range",
        of=range_of_due(point.due, point.low, point.high, words),
        percent=percent_range(point.low, point.high, words),
    )


def _misses(misses: Iterable[Miss], words: Sentences) -> str:
    said: list[str] = []
    for miss in misses:
        how = words.said(f"table_how.{how_code(miss.how)}")
        if miss.time is None:
            said.append(words.said("table.miss", day=words.day(miss.day), how=how))
        else:
            time = telling_time(miss.time, words)
            said.append(words.said("table.miss_timed", day=words.day(miss.day), how=how, time=time))
    return "; ".join(said)


def _earlier(items: Iterable[Item], words: Sentences) -> str:
    said: list[str] = []
    for item in items:
        values = [
            words.said(
                "table.earlier_value",
                value=words.said(f"values.{row.value}"),
                day=words.day(date.fromordinal(row.written_on)),
            )
            for row in item.earlier
        ]
        if values:
            said.append(words.said("table.earlier_item", day=words.day(item.day), values=words.listed(values)))
    return "; ".join(said)
