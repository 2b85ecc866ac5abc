"""The paragraph about a chart: the same facts as the picture, sentence by sentence.

Nothing is said here that the view does not hold, and no share without its counts.
"""

from collections.abc import Iterator
from typing import Final

from trustplanner.charts.figures_in_words import (
    change_in_words,
    counts_in_words,
    counts_of_due,
    has_rate,
    how_code,
    percent_range,
)
from trustplanner.charts.sentences import Sentences
from trustplanner.charts.shifts import find_shift
from trustplanner.charts.view import ChartView, MarkKind
from trustplanner.charts.voice_in_words import voice_in_words
from trustplanner.domain.answers import How
from trustplanner.domain.record import by_how

PAUSES_NAMED: Final = 3
DAYS_NAMED: Final = 3
EVENT_KINDS: Final = (MarkKind.DISCLOSURE, MarkKind.APOLOGY, MarkKind.SETBACK, MarkKind.HARD_DAY)
ORDER_OF_HOW: Final = (How.WHEN_ASKED, How.FOUND_OUT, How.NOT_YET, How.NOT_WELCOME, None)


def quoted_name(view: ChartView, words: Sentences) -> str:
    """The commitment's short name in quotes, as it stands in sentences."""
    return words.said("name.quoted", title=view.title)


def placed_name(view: ChartView, words: Sentences) -> str:
    """`commitment 1 of 3`, where its short name cannot be drawn."""
    return words.said("name.placed", place=view.place, places=view.places)


def paragraph(view: ChartView, words: Sentences, name: str | None = None) -> list[str]:
    """The sentences, to be joined by spaces; `name` replaces the quoted short name."""
    return [*counted(view, words, name), *beside(view, words)]


def counted(view: ChartView, words: Sentences, name: str | None = None) -> list[str]:
    """The first part of the paragraph: what was due, what became of it, and how the misses came out."""
    said = quoted_name(view, words) if name is None else name
    return [*_due(view, words, said), *_misses(view, words), *_window(view, words), *_shift(view, words)]


def beside(view: ChartView, words: Sentences) -> list[str]:
    """The second part: what they gave, pauses, changed terms and events."""
    theirs = () if view.voice is None else voice_in_words(view.voice, words)
    return [*theirs, *_pauses(view, words), *_terms(view, words), *_events(view, words)]


def happened(view: ChartView, words: Sentences) -> list[str]:
    """What stands on the line of events, which is the same for every commitment but for changed terms."""
    return list(_events(view, words))


def shift_in_words(view: ChartView, words: Sentences) -> list[str]:
    """That the weeks do not look like chance, where they do not."""
    return list(_shift(view, words))


def summary(view: ChartView, words: Sentences) -> str:
    """What a screen reader says about the chart as a whole."""
    return words.said("chart.summary", name=quoted_name(view, words), words=" ".join(paragraph(view, words)))


def _due(view: ChartView, words: Sentences, name: str) -> Iterator[str]:
    counts, is_one_day = view.counts, view.since == view.last
    last = words.day_or_today(view.last)
    first = last if is_one_day and words.is_on_paper else words.day(view.since)
    if counts.due:
        key = "paragraph.due_that_day" if is_one_day else "paragraph.due"
        yield words.said(key, counts.due, first=first, last=last, name=name, counts=counts_in_words(counts, words))
    else:
        key = "paragraph.nothing_due_that_day" if is_one_day else "paragraph.nothing_due"
        yield words.said(key, first=first, last=last, name=name)
        if counts.not_applicable:
            yield words.said("paragraph.not_applicable", counts.not_applicable)
    if counts.late:
        yield words.said("paragraph.late", counts.late)
    changed = sum(bool(item.earlier) for bar in view.bars for item in bar.items)
    if changed:
        yield words.said("paragraph.changed_on_paper" if words.is_on_paper else "paragraph.changed", changed)


def _misses(view: ChartView, words: Sentences) -> Iterator[str]:
    if not view.misses:
        if view.counts.answered:
            yield words.said("paragraph.no_misses")
        return
    if len(view.misses) == 1:
        yield words.said(f"one_miss.{how_code(view.misses[0].how)}")
        return
    found = by_how(view.misses)
    told = found[How.TOLD_FIRST]
    parts = [words.said("many_misses.told_first" if told else "many_misses.none_told_first", told)]
    parts += [words.said(f"many_misses.{how_code(how)}", found[how]) for how in ORDER_OF_HOW if found[how]]
    yield words.said("paragraph.misses", len(view.misses), parts=words.listed(parts))


def _window(view: ChartView, words: Sentences) -> Iterator[str]:
    """The share of the last 28 days or 12 items. It is said even where the range shown is shorter."""
    counts = view.window
    if counts is None:
        return
    past = "" if view.last == view.today and not words.is_on_paper else "_past"
    last = words.day_or_today(view.last)
    if not counts.due:
        yield words.said(f"paragraph.window_{view.window_kind}_nothing{past}", last=last)
        return
    changed = view.window_terms_changed
    yield words.said(
        f"paragraph.window_{view.window_kind}{past}",
        counts.due,
        last=last,
        terms=words.said("paragraph.window_terms", dates=words.days(changed)) if changed else "",
        counts=counts_of_due(counts, words),
        range=_window_range(view, words),
    )


def _window_range(view: ChartView, words: Sentences) -> str:
    counts = view.window
    if counts is None or counts.low is None or counts.high is None or not has_rate(counts):
        return words.said("paragraph.window_too_few")
    key = "paragraph.window_range" if counts.unanswered else "paragraph.window_exact"
    return words.said(key, range=percent_range(counts.low, counts.high, words))


def _shift(view: ChartView, words: Sentences) -> Iterator[str]:
    found = find_shift(view.weeks)
    if found is None:
        return
    if found.has_long_run:
        yield words.said("paragraph.longest_run", found.longest_run, weeks=found.weeks)
    else:
        yield words.said("paragraph.few_crossings", found.crossings, weeks=found.weeks)


def _pauses(view: ChartView, words: Sentences) -> Iterator[str]:
    spans = view.pauses
    if not spans:
        return
    if len(spans) > PAUSES_NAMED:
        days = sum((last - first).days + 1 for first, last in spans)
        yield words.said("paragraph.paused_often", days, stretches=len(spans))
        return
    said = [
        words.said("paragraph.paused_day", day=words.day(first))
        if first == last
        else words.said("paragraph.paused_span", span=words.span(first, last))
        for first, last in spans
    ]
    yield words.said("paragraph.paused", spans=words.joined(said))


def _terms(view: ChartView, words: Sentences) -> Iterator[str]:
    changes = [mark for mark in view.marks if mark.kind is MarkKind.TERMS_CHANGED]
    said = [
        words.said("paragraph.terms_on", day=words.day(mark.day), change=change_in_words(mark, words))
        for mark in changes
    ]
    if said:
        yield words.said("paragraph.terms", dates=words.joined(said))


def _events(view: ChartView, words: Sentences) -> Iterator[str]:
    """What else stands on the line of events: named with their days while they are few, then counted."""
    said: list[str] = []
    for kind in EVENT_KINDS:
        marks = [mark for mark in view.marks if mark.kind is kind]
        if len(marks) > DAYS_NAMED:
            said.append(words.said(f"paragraph.many_{kind}", len(marks)))
        elif marks:
            name, days = words.said(f"events.{kind}"), words.days(mark.day for mark in marks)
            said.append(words.said("paragraph.event_on", event=name, dates=days))
    sessions = sum(mark.kind is MarkKind.SESSION for mark in view.marks)
    if sessions:
        said.append(words.said("paragraph.sessions", sessions))
    if said:
        yield words.said("paragraph.events", events=words.joined(said))
