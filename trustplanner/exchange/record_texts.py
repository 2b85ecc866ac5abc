"""The record without a window: its figures as JSON for scripts, and as plain lines for people."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from trustplanner.charts.figures_in_words import counts_in_words
from trustplanner.charts.sentences import Sentences
from trustplanner.charts.view import ChartView, MarkKind, build_view
from trustplanner.charts.words import paragraph
from trustplanner.domain.commitments import Stance
from trustplanner.domain.record import CommitmentRecord, Counts, Record, by_how

NOT_SAID: Final = "not_said"


def record_as_json(record: Record) -> dict[str, Any]:
    """The figures behind the chart.

    For each commitment its counts, its known range (`low` and `high` are null only if nothing is due) and its misses by
    how they came out; `window` holds the same counts over the last 28 days or 12 items, null for a "once". For all of
    them together `totals`: counts only, because no commitment is averaged with another; and what happened. Dates are
    ISO.
    """
    return {
        "from": record.first.isoformat(),
        "to": record.last.isoformat(),
        "today": record.today.isoformat(),
        "commitments": [_commitment(found) for found in record.commitments],
        "totals": _counts(record.totals),
        "events": _events(record),
    }


def _events(record: Record) -> list[dict[str, str]]:
    """What stands on the line of events for every commitment, by day; sessions of one day are one."""
    found = [(event.day, event.kind.value) for event in record.events]
    found += [(day, MarkKind.SESSION.value) for day in {session.day for session in record.sessions}]
    found += [(day, MarkKind.HARD_DAY.value) for day in record.agreed_days]
    return [{"day": day.isoformat(), "kind": kind} for day, kind in sorted(found)]


def _commitment(found: CommitmentRecord) -> dict[str, Any]:
    return {
        "id": found.commitment_id,
        "title": found.title,
        "stance": found.stance.value,
        **_with_range(found.counts),
        "misses": {NOT_SAID if how is None else how.value: number for how, number in by_how(found.misses).items()},
        "window": None if found.window is None else _with_range(found.window),
        "terms_changed": [change.day.isoformat() for change in found.changes],
        "paused": [[first.isoformat(), last.isoformat()] for first, last in found.pauses],
    }


def _with_range(counts: Counts) -> dict[str, Any]:
    return {**_counts(counts), "low": counts.low, "high": counts.high}


def _counts(counts: Counts) -> dict[str, int]:
    return {
        "due": counts.due,
        "kept": counts.kept,
        "partly": counts.partly,
        "missed": counts.missed,
        "unanswered": counts.unanswered,
        "not_applicable": counts.not_applicable,
        "late": counts.late,
    }


def record_as_lines(record: Record, words: Sentences) -> Iterator[str]:
    """The same in the sentences that stand beside the chart: counts first, and no share without them."""
    for found in record.commitments:
        view = build_view(record, found.commitment_id)
        yield _in_one_line(found.title if found.stance is Stance.ACTIVE else f"{found.title} ({found.stance.value})")
        yield from (f"  {_in_one_line(sentence)}" for sentence in paragraph(_on_its_own(view), words))
        yield ""
    totals = counts_in_words(record.totals, words)
    late = f", {record.totals.late} written late." if record.totals.due else ""
    yield f"In all, {words.span(record.first, record.last)}: {totals}{late}"


def _on_its_own(view: ChartView) -> ChartView:
    """Without what stands beside every commitment: said once for each it would only be noise."""
    return replace(view, marks=tuple(mark for mark in view.marks if mark.kind is MarkKind.TERMS_CHANGED))


def _in_one_line(text: str) -> str:
    """Words that a person wrote, without anything that would move a terminal's cursor or colour it."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
