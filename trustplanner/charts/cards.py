"""The card for each bar: what hovering shows and the keyboard walk says."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from trustplanner.charts.bars import Bar, Period
from trustplanner.charts.figures_in_words import (
    counts_of_due,
    how_code,
    mark_in_words,
    telling_time,
)
from trustplanner.charts.sentences import Sentences
from trustplanner.charts.view import ChartView, Mark
from trustplanner.charts.voice_in_words import readings_in_words
from trustplanner.domain.answers import How
from trustplanner.domain.record import Miss

TIMES_SAID: Final = 3
ORDER_OF_HOW: Final = (How.FOUND_OUT, How.WHEN_ASKED, How.TOLD_FIRST, How.NOT_YET, How.NOT_WELCOME, None)


@dataclass(frozen=True, slots=True)
class Card:
    """What one bar says: its days, its counts, and sentences beside them. `first` and `last` are in the range.

    `theirs` is what they gave in these days, in their own ink.
    """

    first: date
    last: date
    title: str
    counts: str
    notes: tuple[str, ...]
    theirs: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        """All of it in one breath, for a screen reader."""
        counts = self.counts if self.counts.endswith(".") else f"{self.counts}."
        theirs = (words if words.endswith((".", "”")) else f"{words}." for words in self.theirs)
        return " ".join((f"{self.title}.", counts, *self.notes, *theirs))


def card(view: ChartView, place: int, words: Sentences) -> Card:
    """The card of `view.bars[place]`."""
    bar = view.bars[place]
    return Card(
        first=bar.first,
        last=bar.last,
        title=bar_title(bar, view.period, words),
        counts=counts_of_due(bar.counts, words),
        notes=tuple(_notes(view, bar, words)),
        theirs=() if view.voice is None else readings_in_words(view.voice, bar.first, bar.last, words),
    )


def bar_title(bar: Bar, period: Period, words: Sentences) -> str:
    """`Monday 23 to Sunday 29 March`, `March`, `1 to 13 May`: the days of a bar that lie inside the range."""
    if period is Period.WEEK:
        return words.weekday_span(bar.first, bar.last)
    is_whole = (bar.first, bar.last) == (bar.starts_on, bar.ends_on)
    return words.month(bar.first) if is_whole else words.span(bar.first, bar.last)


def _notes(view: ChartView, bar: Bar, words: Sentences) -> Iterator[str]:
    """At most three, so that the card stays small: the misses, the late answers, and all that happened beside them."""
    here = [miss for miss in view.misses if bar.holds(view.day_of(miss))]
    if here:
        yield words.said("card.misses", len(here), parts="; ".join(_misses(here, words)))
    if bar.counts.late:
        yield words.said("card.late", bar.counts.late)
    beside = " ".join(happened(view, bar, words))
    if beside:
        yield beside


def happened(view: ChartView, bar: Bar, words: Sentences) -> Iterator[str]:
    """What happened, one sentence for each kind, and the pauses."""
    days: dict[Mark, list[date]] = {}
    for mark in view.marks_within(bar.first, bar.last):
        days.setdefault(replace(mark, day=bar.first), []).append(mark.day)
    for mark, found in days.items():
        yield words.said("card.event", event=mark_in_words(mark, words, len(found)), days=words.days(found))
    for first, last in view.pauses_within(bar.first, bar.last):
        yield words.said("card.paused", span=words.span(first, last))


def _misses(misses: list[Miss], words: Sentences) -> Iterator[str]:
    """How they came out, with the times to telling while these are few."""
    for how in ORDER_OF_HOW:
        found = [miss for miss in misses if miss.how is how]
        if not found:
            continue
        said = words.said(f"card_misses.{how_code(how)}", len(found))
        times = [telling_time(miss.time, words) for miss in found if miss.time is not None]
        yield f"{said} {words.joined(times)}" if 0 < len(times) <= TIMES_SAID else said
