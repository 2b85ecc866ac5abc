"""What stands in the report for a session: one structure behind the page for paper and the one that is read aloud.

Every count is the record's own, so that report, chart, table and `record` cannot disagree.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trustplanner.charts.figures_in_words import counts_of_due, telling_time
from trustplanner.charts.ranges import beginning
from trustplanner.charts.sentences import Sentences, recovery_sentences
from trustplanner.charts.table import Table, build_table
from trustplanner.charts.view import ChartView, build_view
from trustplanner.charts.words import paragraph
from trustplanner.content.report import ReportWords
from trustplanner.domain.commitments import Direction, Stance
from trustplanner.domain.record import CommitmentRecord, Miss, Record, TermsChange, build_record
from trustplanner.domain.sessions import last_session_day, next_session
from trustplanner.domain.settings import day_start_of
from trustplanner.exchange.closed_by_safety import require_open
from trustplanner.exchange.readers import Reader
from trustplanner.storage.queries.commitments import histories, miss_review
from trustplanner.storage.queries.events import events
from trustplanner.storage.queries.hard_days import hard_days
from trustplanner.storage.queries.plans import settings, the_plan
from trustplanner.storage.queries.sessions import agenda, session_note, sessions
from trustplanner.storage.queries.their_voice import voice_for_charts


class Share(StrEnum):
    """How much leaves: the charts alone, the commitments with them, or all that is not private."""

    CHART = "chart"
    COMMITMENTS = "commitments"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class OfCommitment:
    """One commitment: its chart in three forms, and, where commitments leave, its counts and its misses in words."""

    title: str
    counts: str
    misses: tuple[str, ...]
    view: ChartView
    paragraph: str
    table: Table


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with its lines; without lines there is nothing to say under it but `nothing`."""

    title: str
    lines: tuple[str, ...]
    nothing: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that leaves. `parts` come after the commitments; `sentences` are those for paper."""

    title: str
    written: str
    share: Share
    commitments: tuple[OfCommitment, ...]
    parts: tuple[Part, ...]
    words: ReportWords
    sentences: Sentences


def report_contents(vault: Reader, today: date, words: ReportWords, share: Share, since: date | None = None) -> Report:
    """The report from `since` until today; by default since the last session. It never begins before the record does.

    Raises:
        RuleError: STOPPED, ENDING_FIRST, as on the screens.
    """
    require_open(vault)
    said = recovery_sentences(today).on_paper()
    known, happened, met = vault.read(histories), vault.read(events), vault.read(sessions)
    begins = beginning(
        (terms.starts_on for history in known for terms in history.terms), (event.day for event in happened), today
    )
    last_session = last_session_day((session.day for session in met), today)
    first = max(since or last_session or begins, begins)
    day_start = day_start_of(vault.read(settings))
    record = build_record(known, today, first, None, happened, met, day_start, vault.read(hard_days))
    plan = vault.read(the_plan)
    name = "" if plan is None else plan.their_name
    voice = vault.read(voice_for_charts) if share is Share.FULL else None
    shown = [found for found in record.commitments if _has_something(found)]
    commitments = tuple(
        _of_commitment(vault, found, build_view(record, found.commitment_id, voice, name), words, said, share)
        for found in shown
    )
    return Report(
        title=words.title.said(span=said.span(record.first, record.last)),
        written=words.written.said(date=said.day_or_today(today)),
        share=share,
        commitments=commitments,
        parts=tuple(_parts(vault, record, words, said, share)),
        words=words,
        sentences=said,
    )


def listed(report: Report) -> tuple[Part, ...]:
    """Every item that is about to leave, under its heading; what is listed is what is written.

    A chart stands with its paragraph, which says in words all that is drawn.
    """
    words = report.words
    charts = tuple(line for found in report.commitments for line in (found.title, found.paragraph))
    parts = [Part(words.charts_title, charts, words.since_none)]
    if report.share is not Share.CHART:
        lines = (line for found in report.commitments for line in (found.title, found.counts, *found.misses))
        parts.append(Part(words.since_title, tuple(lines), words.since_none))
    return (*parts, *report.parts)


def _has_something(found: CommitmentRecord) -> bool:
    """Ended ones stay, so that no miss is left behind; what asked for nothing in this time is left out."""
    return bool(found.counts.due or found.counts.not_applicable)


def _of_commitment(
    vault: Reader, found: CommitmentRecord, view: ChartView, words: ReportWords, said: Sentences, share: Share
) -> OfCommitment:
    counts = ""
    misses: tuple[str, ...] = ()
    if share is not Share.CHART:
        counts = f"{counts_of_due(found.counts, said).removesuffix('.')}."
        if found.counts.late:
            counts = f"{counts} {words.late.said(n=found.counts.late)}"
        misses = tuple(_miss(vault, miss, words, said) for miss in found.misses)
    return OfCommitment(found.title, counts, misses, view, " ".join(paragraph(view, said)), build_table(view, said))


def _miss(vault: Reader, miss: Miss, words: ReportWords, said: Sentences) -> str:
    how = words.miss_open if miss.how is None else words.how_it_came_out[miss.how]
    if miss.how is not None and miss.time is not None:
        how = f"{how}, {telling_time(miss.time, said)}"
    line = words.miss.said(date=said.weekday(miss.day), how=how)
    review = vault.read(miss_review, miss.commitment_id, miss.day)
    if review is None or review.repair_done_on is None:
        return line
    return f"{line} {words.repaired.said(date=said.day(review.repair_done_on))}"


def _parts(vault: Reader, record: Record, words: ReportWords, said: Sentences, share: Share) -> Iterator[Part]:
    if share is Share.CHART:
        return
    yield Part(words.changes_title, tuple(_changes(record, words, said)), words.changes_none)
    if share is not Share.FULL:
        return
    session = next_session(vault.read(sessions), record.today)
    lines = () if session is None else vault.read(agenda, session.id)
    yield Part(words.agenda_title, tuple(line.words for line in lines), words.agenda_none)
    note = None if session is None else vault.read(session_note, session.id)
    if note is not None and note.questions.strip():
        yield Part(words.questions_title, tuple(note.questions.strip().splitlines()))


def _changes(record: Record, words: ReportWords, said: Sentences) -> Iterator[str]:
    for found in record.commitments:
        for change in found.changes:
            if record.first <= change.day <= record.last:
                yield _change(found.title, change, words, said)
    yield from _pauses(record, words, said)


def _pauses(record: Record, words: ReportWords, said: Sentences) -> Iterator[str]:
    """Each stretch once, with the commitments that it paused."""
    paused: dict[tuple[date, date], list[str]] = {}
    for found in filter(_has_something, record.commitments):
        for first, last in found.pauses:
            if first <= record.last and last >= record.first:
                paused.setdefault((first, last), []).append(found.title)
    for (first, last), titles in sorted(paused.items()):
        yield words.paused.said(words=said.joined(titles), span=said.span(first, last))


def _change(title: str, change: TermsChange, words: ReportWords, said: Sentences) -> str:
    by_stance = {Stance.ENDED: words.ended, Stance.WAITING: words.waits}
    by_direction = {
        Direction.STRICTER: words.stricter,
        Direction.EASIER: words.easier,
        Direction.WORDING: words.wording,
        Direction.FIRST: words.began,
    }
    sentence = by_stance.get(change.terms.stance) or by_direction[change.terms.direction]
    line = sentence.said(words=title, date=said.day(change.day))
    if change.terms.direction is not Direction.EASIER:
        return line
    return f"{line} {words.views[change.their_view]}"
