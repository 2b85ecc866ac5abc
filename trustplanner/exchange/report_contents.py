"""What stands in the report for a session: one structure behind the page for paper and the one that is read aloud.

Every count is the record's own, so that report, chart, table and `record` cannot disagree.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from trustplanner.charts.figures_in_words import counts_of_due, has_rate, percent_range
from trustplanner.charts.layout import MOST_TOGETHER
from trustplanner.charts.ranges import beginning
from trustplanner.charts.sentences import Sentences, recovery_sentences
from trustplanner.charts.table import Table, build_table
from trustplanner.charts.view import ChartView, build_view
from trustplanner.charts.words import happened, paragraph
from trustplanner.content.report import ReportWords
from trustplanner.domain.commitments import Terms
from trustplanner.domain.items import History
from trustplanner.domain.known_range import Window
from trustplanner.domain.record import CommitmentRecord, Counts, Record, build_record
from trustplanner.domain.schedules import Shape
from trustplanner.domain.sessions import last_session_day
from trustplanner.domain.settings import day_start_of
from trustplanner.exchange.closed_by_safety import require_open
from trustplanner.exchange.readers import Reader
from trustplanner.exchange.report_lines import (
    Part,
    asked_for,
    changes,
    has_something,
    how_things_stand,
    lines_of_misses,
    their_voice,
)
from trustplanner.exchange.report_terms import asks_for, capital, last_asked, over_since
from trustplanner.storage.queries.commitments import histories
from trustplanner.storage.queries.events import events
from trustplanner.storage.queries.hard_days import hard_days
from trustplanner.storage.queries.plans import settings, the_plan
from trustplanner.storage.queries.sessions import sessions
from trustplanner.storage.queries.their_voice import voice_for_charts


class Share(StrEnum):
    """How much leaves: the charts alone, the commitments with them, or all that is not private."""

    CHART = "chart"
    COMMITMENTS = "commitments"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class OfCommitment:
    """One commitment: its chart in three forms, and, where commitments leave, its counts and its misses.

    `asks` is what it asks for, or asked for last; `counts` says that in a sentence with what `cells` hold under the
    headings of the report's table. `told` is the paragraph without the events, which are the same for all.
    Of what `is_over` nothing more is due.
    """

    title: str
    asks: str
    is_over: bool
    counts: str
    cells: tuple[str, ...]
    misses: tuple[str, ...]
    view: ChartView
    paragraph: str
    told: str
    table: Table


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that leaves. `opening` says what it counts; `parts` come after the commitments.

    `sentences` are those for paper.
    """

    title: str
    opening: tuple[str, ...]
    share: Share
    commitments: tuple[OfCommitment, ...]
    parts: tuple[Part, ...]
    words: ReportWords
    sentences: Sentences

    @property
    def headings(self) -> tuple[str, ...]:
        """What stands above the cells of the commitments."""
        named = self.words.columns
        counted = (named.kept, named.partly, named.missed, named.unanswered, named.not_applicable, named.late)
        return (named.commitment, *counted, named.window)

    @property
    def has_misses(self) -> bool:
        """Whether there is a miss to tell of."""
        return any(found.misses for found in self.commitments)

    @property
    def drawn(self) -> tuple[OfCommitment, ...]:
        """Those that stand together on paper: all where one figure holds them, else those of which more is due."""
        standing = tuple(found for found in self.commitments if not found.is_over)
        return standing if standing and len(self.commitments) > MOST_TOGETHER else self.commitments

    @property
    def in_words_only(self) -> tuple[str, ...]:
        """A line that names those that are not drawn on paper."""
        titles = [found.title for found in self.commitments if found not in self.drawn]
        return (self.words.words_only.said(words=self.sentences.joined(titles)),) if titles else ()

    @property
    def events(self) -> tuple[str, ...]:
        """What stands on the line of events, which belongs to all commitments."""
        return tuple(happened(self.commitments[0].view, self.sentences)) if self.commitments else ()


def report_contents(vault: Reader, today: date, words: ReportWords, share: Share, since: date | None = None) -> Report:
    """The report from `since` until today; by default since the last session. It never begins before the record does.

    Raises:
        RuleError: STOPPED, ENDING_FIRST, as on the screens.
    """
    require_open(vault)
    said = recovery_sentences(today).on_paper()
    known = vault.read(histories)
    record = _record(vault, known, today, since)
    plan = vault.read(the_plan)
    voice = vault.read(voice_for_charts) if share is Share.FULL else None
    shown = [found for found in record.commitments if has_something(found)]
    name = "" if plan is None else plan.their_name
    views = [build_view(record, found.commitment_id, voice, name) for found in shown]
    views = [replace(view, place=at, places=len(views)) for at, view in enumerate(views, start=1)]
    terms = {history.commitment.id: history.terms for history in known}
    leaving = [_drawn(view, terms[found.commitment_id], said) for found, view in zip(shown, views, strict=True)]
    parts: list[Part | None] = []
    if share is not Share.CHART:
        leaving = [
            _with_counts(drawn, vault, found, terms[found.commitment_id], words, said)
            for drawn, found in zip(leaving, shown, strict=True)
        ]
        parts.append(changes(record, known, views, words, said))
    if share is Share.FULL:
        parts += [how_things_stand(vault, plan, words, said), *asked_for(vault, today, words)]
        given = views[0].voice if views else None
        parts.append(None if given is None else their_voice(given, words, said))
    return Report(
        title=words.title.said(span=_span(record, said)),
        opening=tuple(_opening(vault, record, words, said, share)),
        share=share,
        commitments=tuple(leaving),
        parts=tuple(part for part in parts if part is not None),
        words=words,
        sentences=said,
    )


def _record(vault: Reader, known: Sequence[History], today: date, since: date | None) -> Record:
    marks, met = vault.read(events), vault.read(sessions)
    begins = beginning(
        (terms.starts_on for history in known for terms in history.terms), (event.day for event in marks), today
    )
    first = max(since or last_session_day((session.day for session in met), today) or begins, begins)
    day_start = day_start_of(vault.read(settings))
    return build_record(known, today, first, None, marks, met, day_start, vault.read(hard_days))


def listed(report: Report) -> tuple[Part, ...]:
    """Every item that is about to leave, under its heading; what is listed is what is written.

    Where the chart leaves alone, its paragraph says in words all that is drawn; else the other parts do.
    """
    words, found = report.words, report.commitments
    if report.share is Share.CHART:
        charts = tuple(line for each in found for line in (each.title, each.told))
        return (Part(words.charts_title, (*charts, *report.events), words.since_none),)
    counts = tuple(line for each in found for line in (each.title, each.counts))
    misses = tuple(line for each in found if each.misses for line in (each.title, *each.misses))
    return (
        Part(words.since_title, counts, words.since_none),
        Part(words.misses_title, misses, words.misses_none),
        *report.parts,
        Part(words.charts_title, tuple(each.title for each in found), words.since_none),
    )


def _span(record: Record, said: Sentences) -> str:
    """The days with their year: a report is read when nobody knows any more in which it was written."""
    last = said.day_or_today(record.last)
    return last if record.first == record.last else said.said("dates.span", first=said.day(record.first), last=last)


def _opening(vault: Reader, record: Record, words: ReportWords, said: Sentences, share: Share) -> Iterator[str]:
    """Who counted what, from when on, and how much of it is not known."""
    yield words.written.said(date=said.day_or_today(record.today))
    last_session = last_session_day((session.day for session in vault.read(sessions)), record.today)
    if record.first == last_session:
        yield words.since_session.said(date=said.day(record.first))
    else:
        yield words.since_day.said(date=said.day(record.first))
    if share is Share.CHART:
        return
    counts = record.totals
    if not counts.due:
        yield words.due_none
        return
    yield words.due.said(n=counts.due)
    yield words.unknown.said(n=counts.unanswered) if counts.unanswered else words.all_answered


def _drawn(view: ChartView, terms: Sequence[Terms], said: Sentences) -> OfCommitment:
    """What leaves of a commitment where nothing but charts does."""
    sentences = paragraph(view, said)
    return OfCommitment(
        title=view.title,
        asks="",
        is_over=over_since(terms, view.last) is not None,
        counts="",
        cells=(),
        misses=(),
        view=view,
        paragraph=" ".join(sentences),
        told=" ".join(sentences[: len(sentences) - len(happened(view, said))]),
        table=build_table(view, said),
    )


def _with_counts(
    drawn: OfCommitment,
    vault: Reader,
    found: CommitmentRecord,
    terms: Sequence[Terms],
    words: ReportWords,
    said: Sentences,
) -> OfCommitment:
    """The same with what it asks for, its counts and its misses."""
    asked, over = last_asked(terms, drawn.view.last), over_since(terms, drawn.view.last)
    asks = "" if asked is None else capital(asks_for(asked, words.asks, said))
    is_once = asked is not None and asked.schedule.shape is Shape.ONCE
    ended = words.once_over if is_once else words.over
    lately = _window(found, words, said) if over is None else ended.said(date=said.day(over))
    is_named = over is not None or found.window_kind is Window.ITEMS or not lately
    sentences = (asks, _counts(found, words, said), lately if is_named else f"{words.columns.window}: {lately}")
    return replace(
        drawn,
        asks=asks,
        counts=" ".join(f"{each}." for each in sentences if each),
        cells=_cells(found, lately, said),
        misses=tuple(lines_of_misses(vault, found, words, said)),
    )


def _counts(found: CommitmentRecord, words: ReportWords, said: Sentences) -> str:
    line = counts_of_due(found.counts, said)
    late = f" {words.late.said(n=found.counts.late)}" if found.counts.late else ""
    return f"{line.removesuffix('.')}.{late}".removesuffix(".")


def _cells(found: CommitmentRecord, lately: str, said: Sentences) -> tuple[str, ...]:
    counts = found.counts
    numbers = (counts.partly, counts.missed, counts.unanswered, counts.not_applicable, counts.late)
    return (_of(counts, said), *map(str, numbers), lately)


def _of(counts: Counts, said: Sentences) -> str:
    return said.said("range.of_exact", counts.due, low=counts.kept)


def _window(found: CommitmentRecord, words: ReportWords, said: Sentences) -> str:
    """The share of the last 28 days or 12 items, with its counts and from five due on with its range."""
    counts = found.window
    if counts is None or not counts.due or counts.low is None or counts.high is None:
        return ""
    parts = [said.said("counts.kept_of", counts.due, k=counts.kept)]
    for key, n in (("partly", counts.partly), ("missed", counts.missed), ("unanswered", counts.unanswered)):
        if n:
            parts.append(said.said(f"counts.{key}", n))
    if has_rate(counts):
        parts.append(percent_range(counts.low, counts.high, said))
    line = said.listed(parts)
    return words.last_items.said(n=counts.due, words=line) if found.window_kind is Window.ITEMS else line
