"""The line of events: every sign is seen whole, and words stand below theirs without touching."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from tests.charts.drawn_artists import artists, chart_of, labels, style_of, vertices, view_of
from tests.charts.sample_records import TODAY, drawn_record, long_record
from trustplanner.charts.drawing import Drawing
from trustplanner.charts.event_words import placed_words
from trustplanner.charts.figure import Chart, draw
from trustplanner.charts.layout import Panel, screen_layout
from trustplanner.charts.letters import width_of
from trustplanner.charts.library import Figure
from trustplanner.charts.sentences import recovery_sentences
from trustplanner.charts.style import Look
from trustplanner.charts.view import Change, ChartView, Mark, MarkKind
from trustplanner.domain.views import View

FIRST = date(2026, 1, 26)
WIDTHS = (560, 984, 1400)


def mark(day: int, kind: MarkKind = MarkKind.SETBACK) -> Mark:
    return Mark(kind, FIRST + timedelta(days=day))


def terms(day: int, change: Change = Change.EASIER, their_view: View | None = View.DISAGREES) -> Mark:
    return Mark(MarkKind.TERMS_CHANGED, FIRST + timedelta(days=day), change, their_view)


def with_marks(*marks: Mark) -> ChartView:
    return replace(view_of(drawn_record()), marks=marks)


def drawing_of(view: ChartView, width: float = 984, scale: float = 1.0) -> Drawing:
    return Drawing(Figure(), view, style_of(Look.LIGHT, scale), screen_layout(width, scale), recovery_sentences(TODAY))


def rows(view: ChartView) -> list[int]:
    return [placed.row for placed in placed_words(drawing_of(view))]


def test_words_that_would_touch_take_the_second_row() -> None:
    assert rows(with_marks(mark(20), mark(34))) == [0, 0]
    assert rows(with_marks(mark(20), mark(24))) == [0, 1]
    assert rows(with_marks(terms(20), mark(34))) == [0, 1], "long words reach further"


def test_words_that_have_room_in_neither_row_give_way_as_long_as_they_stand_below_their_sign() -> None:
    view = with_marks(mark(20), mark(21), mark(28))
    drawing = drawing_of(view)
    last = placed_words(drawing)[-1]
    assert last.mark == view.marks[-1]
    assert last.left <= drawing.axis.middle_of(last.mark.day) < (last.left + last.right) / 2
    assert len(placed_words(drawing_of(with_marks(*(mark(20 + n) for n in range(4)))))) < 4


def test_long_words_are_shortened_where_that_makes_room_for_all_and_disagreement_is_kept() -> None:
    crowded = with_marks(mark(5), terms(20), mark(40), terms(45, Change.STRICTER, None), mark(60))
    said = labels(chart_of(crowded, width=660), "event-word")
    assert said == ["Setback", "Easier, not agreed", "Setback", "Stricter", "Setback"]
    assert "Terms easier, not agreed" in labels(chart_of(crowded, width=1400), "event-word")


def test_sessions_have_no_words() -> None:
    assert placed_words(drawing_of(with_marks(mark(20, MarkKind.SESSION)))) == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_words_never_touch_and_stay_inside_the_chart(width: float, scale: float) -> None:
    for record in (drawn_record(), long_record(1), long_record(3)):
        view, layout, style = view_of(record), screen_layout(width, scale), style_of(Look.LIGHT, scale)
        chart = draw(view, style, layout, recovery_sentences(view.today))
        by_row: dict[float, list[tuple[float, float]]] = {}
        for label in chart.labels:
            if label.gid == "event-word":
                end = label.x + width_of(label.words, label.family, label.size)
                by_row.setdefault(label.y, []).append((label.x, end))
        for ends in by_row.values():
            assert all(right[0] - left[1] >= 12 * scale - 1e-6 for left, right in pairwise(ends))
            assert ends[0][0] >= layout.left
            assert ends[-1][1] <= layout.right


def heights(chart: Chart, kind: MarkKind) -> list[float]:
    [points] = vertices(artists(chart)[kind])
    return [float(y) for _, y in points]


def test_a_session_beside_another_sign_hangs_above_it_and_others_stand_on_the_line() -> None:
    sessions = (mark(19, MarkKind.SESSION), mark(30, MarkKind.SESSION), mark(50, MarkKind.SESSION))
    chart = chart_of(with_marks(sessions[0], mark(20), sessions[1], mark(50, MarkKind.DISCLOSURE), sessions[2]))
    on_line = heights(chart, MarkKind.SETBACK)[0]
    height = screen_layout(984).panels[Panel.EVENTS].height
    first, alone, last = heights(chart, MarkKind.SESSION)
    assert alone == on_line
    for lifted in (first, last):
        assert (lifted - on_line) * height >= 6 + 5.25, "whole circles above whole signs"
