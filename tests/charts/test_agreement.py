"""Picture, table, paragraph and `record --json` tell the same numbers, whatever was lived.

The picture is read back artist by artist. What is compared is never the view, but what each of the four says.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import NOON
from tests.charts.drawn_artists import artists, chart_of, drawn_counts, labels, marker_days, vertices, view_of
from tests.charts.sample_records import drawn_history, event, record_of, session, telling
from tests.domain.histories import DAY, Scene, scenes
from trustplanner.charts.figure import Chart
from trustplanner.charts.figures_in_words import mark_in_words, percent_range
from trustplanner.charts.sentences import recovery_sentences
from trustplanner.charts.table import Table, build_table
from trustplanner.charts.view import ChartView, MarkKind
from trustplanner.charts.words import paragraph
from trustplanner.domain.answers import How
from trustplanner.domain.events import EventKind
from trustplanner.domain.hard_days import HardDay, HardFor
from trustplanner.domain.items import Outcome, items
from trustplanner.domain.known_range import QUIET_LINE_FROM_DUE, RATE_FROM_DUE
from trustplanner.domain.record import Counts, Record, build_record
from trustplanner.exchange.record_texts import record_as_json

WIDE = 2400.0  # so wide that every day has a pixel and every bar its count
OUTCOMES = ("kept", "partly", "missed", "unanswered")
ROWS = {How.TOLD_FIRST: "told-first", How.WHEN_ASKED: "when-asked", How.FOUND_OUT: "found-out"}

_days = st.integers(0, 150)
_hows = st.lists(st.sampled_from([*How, None]), min_size=1, max_size=9)
_events = st.lists(st.tuples(_days, st.sampled_from(EventKind)), max_size=5)
_sessions = st.lists(_days, max_size=6)
_hard = st.lists(st.tuples(_days, st.sampled_from(HardFor), st.booleans()), max_size=4)
_cuts = st.integers(0, 60)


@dataclass(frozen=True, slots=True)
class Told:
    """One commitment's stretch of time, told four times."""

    record: Record
    view: ChartView
    chart: Chart
    table: Table
    paragraph: str
    json: dict[str, Any]

    @property
    def said(self) -> dict[str, Any]:
        """What the JSON says of the commitment."""
        (found,) = self.json["commitments"]
        return dict(found)


def told(record: Record) -> Told:
    view = view_of(record)
    words = recovery_sentences(view.today)
    said = " ".join(paragraph(view, words))
    return Told(record, view, chart_of(view, width=WIDE), build_table(view, words), said, record_as_json(record))


@st.composite
def tellings(draw: st.DrawFn) -> Told:
    """Any history with its misses told in any way, events, sessions, hard days, and a range that may begin later."""
    scene: Scene = draw(scenes())
    history, today = scene
    hows = draw(_hows)
    missed = [item.day for item in items(history, today) if item.outcome is Outcome.MISSED]
    spoken = [
        telling(day, how, key=history.commitment.id)
        for place, day in enumerate(missed)
        if (how := hows[place % len(hows)]) is not None
    ]
    first = min(terms.starts_on for terms in history.terms)
    record = build_record(
        [replace(history, tellings=tuple(spoken))],
        today,
        min(first + draw(_cuts) * DAY, today),
        events=[event(first + n * DAY, kind) for n, kind in draw(_events)],
        sessions=[session(first + n * DAY) for n in draw(_sessions)],
        hard_days=[
            HardDay(str(n), whose, first + (n - 400 * is_yearly) * DAY, is_yearly, "", "", None, None, NOON)
            for n, whose, is_yearly in draw(_hard)
        ],
    )
    return told(record)


def points(chart: Chart, *gids: str) -> list[tuple[float, float]]:
    """Every corner of these artists: a day's middle, and per cent."""
    drawn = artists(chart)
    return sorted(
        (float(x), float(y)) for gid in gids if gid in drawn for shape in vertices(drawn[gid]) for x, y in shape
    )


def range_on(chart: Chart, day: date) -> tuple[float, float] | None:
    """The band's lower and upper edge at a day, as it is drawn; a lone point is as wide as most of its day."""
    middle = day.toordinal() + 0.5
    heights = [y for x, y in points(chart, "known-range") if abs(x - middle) < 0.5]
    return (min(heights), max(heights)) if heights else None


def number(pattern: str, words: str) -> int:
    found = re.search(pattern, words)
    return int(found.group(1)) if found else 0


@settings(max_examples=60, deadline=None)
@given(tellings())
def test_the_four_count_the_same(said: Told) -> None:
    json, drawn = said.said, drawn_counts(said.chart, said.view, WIDE)
    assert {name: getattr(drawn, name) for name in OUTCOMES} == {name: json[name] for name in OUTCOMES}
    assert drawn.due == json["due"]
    assert sum((row.counts for row in said.table.rows), Counts()) == said.table.total.counts
    names = ("due", *OUTCOMES, "not_applicable", "late")
    assert said.table.total.cells[1 : 1 + len(names)] == tuple(str(json[name]) for name in names)
    above = [tuple(map(int, words.split("/"))) for words in labels(said.chart, "count")]
    assert (sum(k for k, _ in above), sum(n for _, n in above)) == (json["kept"], json["due"])
    counted = said.paragraph.split(".")[0]
    assert (number(r"was due (\d+) times", counted) or int("was due once" in counted)) == json["due"]
    if json["due"]:
        spoken = {name: number(rf"(\d+) {name.replace('unanswered', 'not answered')}", counted) for name in OUTCOMES}
        assert spoken == {name: json[name] for name in OUTCOMES}
        assert number(r"and (\d+) not applicable", counted) == json["not_applicable"]


@settings(max_examples=60, deadline=None)
@given(tellings())
def test_each_miss_came_out_in_the_four_alike(said: Told) -> None:
    misses = said.said["misses"]
    for how, gid in ROWS.items():
        assert len(marker_days(said.chart, gid)) == misses[how.value]
    assert len(marker_days(said.chart, "not-told")) == misses["not_yet"] + misses["not_said"]
    assert len(marker_days(said.chart, "not-welcome")) == misses["not_welcome"]
    everything = sum(misses.values())
    assert everything == said.said["missed"]
    in_rows = " ".join(row.cells[9] for row in said.table.rows)
    assert in_rows.count(": told first") == misses["told_first"]
    assert in_rows.count(": told when asked") == misses["when_asked"]
    assert in_rows.count(": found out") == misses["found_out"]
    if everything > 1:
        assert number(r"Of the (\d+) misses", said.paragraph) == everything
        assert number(r"(\d+) (?:was|were) told before being asked", said.paragraph) == misses["told_first"]
        assert number(r"(\d+) (?:was|were) found out", said.paragraph) == misses["found_out"]
        assert said.table.total.cells[9].startswith(f"{misses['told_first']} of {everything} ")


@settings(max_examples=60, deadline=None)
@given(tellings())
def test_the_edges_of_the_band_are_the_shares_that_are_said(said: Told) -> None:
    words = recovery_sentences(said.view.today)
    (shown,) = said.record.commitments
    for point in shown.range_points:
        edges = range_on(said.chart, point.day)
        assert edges == (100 * point.low, 100 * point.high)
        assert point.due >= RATE_FROM_DUE
    assert len({int(x) for x, _ in points(said.chart, "known-range")}) == len(shown.range_points)
    for row in said.table.rows:
        days = [point.day for point in shown.range_points if row.first <= point.day <= row.last]
        edges = range_on(said.chart, max(days)) if days else None
        assert bool(row.cells[8]) == (edges is not None)
        if edges is not None:
            assert row.cells[8].endswith(percent_range(edges[0] / 100, edges[1] / 100, words))
    window = said.said["window"]
    is_rate = window is not None and window["due"] >= RATE_FROM_DUE
    last = shown.range_points[-1] if shown.range_points else None
    if is_rate and last is not None and last.due == window["due"] and last.day == said.record.last:
        assert range_on(said.chart, last.day) == (100 * window["low"], 100 * window["high"])
        assert percent_range(window["low"], window["high"], words) in said.paragraph
    assert is_rate or "known range" not in said.paragraph


@settings(max_examples=60, deadline=None)
@given(tellings())
def test_the_quiet_line_has_a_point_on_answered_days_alone(said: Told) -> None:
    (shown,) = said.record.commitments
    drawn = points(said.chart, "quiet-line", "quiet-dots")
    assert drawn == [(point.day.toordinal() + 0.5, 100 * point.value) for point in shown.quiet_points]
    answered = {item.stands_on(said.record.today).toordinal() for item in shown.items if item.is_answered}
    assert {int(x) for x, _ in drawn} <= answered
    assert all(0 <= y <= 100 for _, y in drawn)


@settings(max_examples=60, deadline=None)
@given(tellings())
def test_what_happened_stands_on_its_day_in_all_four(said: Told) -> None:
    words = recovery_sentences(said.view.today)
    listed = said.json["events"]
    beside = "; ".join(row.cells[-1] for row in said.table.rows)
    for kind in MarkKind:
        drawn = [date.fromordinal(day) for day in marker_days(said.chart, kind)]
        if kind is MarkKind.TERMS_CHANGED:
            assert [day.isoformat() for day in drawn] == said.said["terms_changed"]
            continue
        assert [day.isoformat() for day in drawn] == [each["day"] for each in listed if each["kind"] == kind]
        if drawn:
            name = mark_in_words(next(mark for mark in said.view.marks if mark.kind is kind), words)
            assert beside.count(name) == len(drawn)
    shade = artists(said.chart).get("paused")
    spans = {(int(shape[:, 0].min()), int(shape[:, 0].max()) - 1) for shape in (vertices(shade) if shade else ())}
    paused = {tuple(date.fromisoformat(day).toordinal() for day in span) for span in said.said["paused"]}
    assert spans == paused
    assert ("Paused" in said.paragraph) == bool(paused)


def test_the_rules_of_few_are_kept_at_their_edges() -> None:
    """One below each limit nothing is drawn and nothing is said; at it, it is."""
    for due in (RATE_FROM_DUE - 1, RATE_FROM_DUE):
        said = told(record_of("k" * due, first=date(2026, 3, 2)))
        assert ("known-range" in artists(said.chart)) == (due == RATE_FROM_DUE)
        assert ("%" in said.paragraph) == (due == RATE_FROM_DUE)
        assert any("%" in row.cells[8] for row in said.table.rows) == (due == RATE_FROM_DUE)
    for due in (QUIET_LINE_FROM_DUE - 1, QUIET_LINE_FROM_DUE):
        said = told(record_of("k" * due, first=date(2026, 3, 2)))
        assert bool(points(said.chart, "quiet-line", "quiet-dots")) == (due == QUIET_LINE_FROM_DUE)


def test_an_agreed_hard_day_is_drawn_and_said_each_year_until_it_is_released() -> None:
    start, today = date(2026, 1, 26), date(2026, 5, 15)

    def hard(key: str, whose: HardFor, day: date, released: date | None = None) -> HardDay:
        return HardDay(key, whose, day, True, "", "the day it came out", None, released, NOON)

    days = [
        hard("a", HardFor.AGREED, date(2024, 4, 5)),
        hard("b", HardFor.AGREED, date(2025, 3, 9), released=date(2026, 3, 1)),
        hard("c", HardFor.THEM, date(2025, 2, 9)),
        hard("d", HardFor.ME, date(2025, 2, 10)),
        hard("e", HardFor.AGREED, date(2025, 12, 1)),
    ]
    said = told(build_record([drawn_history()], today, start, hard_days=days))
    assert marker_days(said.chart, "hard_day") == [date(2026, 4, 5).toordinal()]
    assert "Agreed hard day" in labels(said.chart, "event-word")
    assert "an agreed hard day on 5 April" in said.paragraph
    assert {"day": "2026-04-05", "kind": "hard_day"} in said.json["events"]
    everything = f"{said.json} {said.paragraph} {said.table}"
    assert "the day it came out" not in everything, "its words stay where they are"
