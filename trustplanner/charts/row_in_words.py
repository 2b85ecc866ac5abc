"""A row of the table as sentences, for where the window is too narrow for its columns: counts first."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from trustplanner.charts.bars import Bar
from trustplanner.charts.cards import happened
from trustplanner.charts.figures_in_words import counts_in_words, how_code, telling_time
from trustplanner.charts.sentences import Sentences
from trustplanner.charts.view import ChartView
from trustplanner.charts.voice_in_words import readings_in_words, voice_in_words
from trustplanner.domain.items import Item
from trustplanner.domain.record import Counts, Miss


def row_in_words(view: ChartView, bar: Bar, known: str, words: Sentences) -> str:
    """`5 due: 4 kept, 1 missed, all answered.` and what else the cells of a bar hold.

    `known` is a sentence about the known range, or empty.
    """
    misses = [miss for miss in view.misses if bar.holds(view.day_of(miss))]
    found = (
        *_counted(bar.counts, words),
        known,
        *_came_out(misses, words),
        *_earlier(bar.items, words),
        *happened(view, bar, words),
        *(f"{said}." for said in _theirs(view, bar, words)),
    )
    return " ".join(filter(None, found))


def _theirs(view: ChartView, bar: Bar, words: Sentences) -> tuple[str, ...]:
    return () if view.voice is None else readings_in_words(view.voice, bar.first, bar.last, words)


def total_in_words(view: ChartView, changed: int, words: Sentences) -> str:
    """The same for all bars; `changed` is how many closed days were answered differently before."""
    found = list(_counted(view.counts, words))
    if len(view.misses) == 1:
        found.append(words.said(f"one_miss.{how_code(view.misses[0].how)}"))
    elif view.misses:
        found.append(words.said("folded.told_of", len(view.misses), k=view.told_first))
    if changed:
        found.append(words.said("paragraph.changed", changed))
    if view.voice is not None:
        found += voice_in_words(view.voice, words)[:1]
    return " ".join(found)


def _counted(counts: Counts, words: Sentences) -> Iterator[str]:
    said = counts_in_words(counts, words)
    yield words.said("folded.due", counts.due, counts=said) if counts.due else said
    if counts.late:
        yield words.said("card.late", counts.late)


def _came_out(misses: Sequence[Miss], words: Sentences) -> Iterator[str]:
    said: list[str] = []
    for miss in misses:
        how, day = words.said(f"table_how.{how_code(miss.how)}"), words.day(miss.day)
        if miss.time is None:
            said.append(words.said("folded.miss", how=how, day=day))
        else:
            said.append(words.said("folded.miss_timed", how=how, time=telling_time(miss.time, words), day=day))
    if said:
        yield words.said("folded.misses", len(said), misses="; ".join(said))


def _earlier(items: Iterable[Item], words: Sentences) -> Iterator[str]:
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
            yield words.said("folded.earlier", len(values), day=words.day(item.day), values=words.listed(values))
