"""The picture shows what the view holds, to the last count."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest

from tests.charts.drawn_artists import (
    artists,
    chart_of,
    drawn_counts,
    labels,
    marker_days,
    style_of,
    vertices,
    view_of,
)
from tests.charts.sample_records import drawn_record, given_voice, long_record, named_records, pause, record_of
from trustplanner.charts.cells import cell_size
from trustplanner.charts.drawing import Drawing
from trustplanner.charts.due_panel import CROSS
from trustplanner.charts.figure import Chart, draw, draw_page, pixels
from trustplanner.charts.layers import LAYERS, Layer
from trustplanner.charts.layout import Panel, screen_layout, time_axis
from trustplanner.charts.letters import width_of
from trustplanner.charts.library import Figure
from trustplanner.charts.sentences import recovery_sentences
from trustplanner.charts.style import Look
from trustplanner.charts.view import ChartView, MarkKind, build_view
from trustplanner.domain.answers import How
from trustplanner.domain.items import Outcome
from trustplanner.domain.record import Counts, by_how

RECORDS = named_records()
WIDE = 2000.0
LINES = {"quiet-line", "known-range"}


@pytest.fixture(params=RECORDS, scope="module", name="view")
def any_view(request: pytest.FixtureRequest) -> ChartView:
    return view_of(RECORDS[request.param]())


@pytest.fixture(scope="module", name="chart")
def its_chart(view: ChartView) -> Chart:
    """The view in a window so wide that every count has room."""
    return chart_of(view, width=WIDE)


def without_not_applicable(counts: Counts) -> Counts:
    return Counts(counts.kept, counts.partly, counts.missed, counts.unanswered, late=counts.late)


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("name", RECORDS)
def test_every_record_is_drawn_in_every_look(name: str, look: Look) -> None:
    view = view_of(RECORDS[name]())
    is_page = look is Look.PRINT
    chart = draw_page(view, style_of(look), recovery_sentences(view.today)) if is_page else chart_of(view, look)
    picture = pixels(chart.figure)
    assert len(picture.rgba) == 4 * picture.width * picture.height
    assert len(set(picture.rgba)) > 2, "an empty sheet"


def test_cells_and_segments_add_up_to_the_record(view: ChartView, chart: Chart) -> None:
    late_not_applicable = sum(
        item.late_by > 0 for bar in view.bars for item in bar.items if item.outcome is Outcome.NOT_APPLICABLE
    )
    expected = without_not_applicable(view.counts)
    drawn = drawn_counts(chart, view, WIDE)
    assert drawn == Counts(
        expected.kept, expected.partly, expected.missed, expected.unanswered, late=expected.late - late_not_applicable
    )


def test_nothing_is_drawn_at_a_place_that_is_no_number(chart: Chart) -> None:
    for gid, artist in artists(chart).items():
        for shape in vertices(artist):
            assert np.isfinite(shape).all(), gid


def test_counts_in_words_add_up_to_the_bars(view: ChartView, chart: Chart) -> None:
    said = [tuple(map(int, words.split("/"))) for words in labels(chart, "count")]
    assert sum(kept for kept, _ in said) == view.counts.kept
    assert sum(due for _, due in said) == view.counts.due


def test_every_miss_has_its_sign(view: ChartView, chart: Chart) -> None:
    found = by_how(view.misses)
    assert len(marker_days(chart, "told-first")) == found[How.TOLD_FIRST]
    assert len(marker_days(chart, "when-asked")) == found[How.WHEN_ASKED]
    assert len(marker_days(chart, "found-out")) == found[How.FOUND_OUT]
    assert len(marker_days(chart, "not-welcome")) == found[How.NOT_WELCOME]
    assert len(marker_days(chart, "not-told")) == found[How.NOT_YET] + found[None]


def test_every_event_session_and_change_has_its_sign_on_its_day(view: ChartView, chart: Chart) -> None:
    for kind in MarkKind:
        assert marker_days(chart, kind) == [mark.day.toordinal() for mark in view.marks if mark.kind is kind]


def test_every_pause_is_shaded_over_its_days_through_three_panels(view: ChartView, chart: Chart) -> None:
    shade = artists(chart).get("paused")
    shapes = list(vertices(shade)) if shade else []
    drawn = sorted((int(shape[:, 0].min()), int(shape[:, 0].max())) for shape in shapes)
    assert drawn == sorted(3 * [(first.toordinal(), last.toordinal() + 1) for first, last in view.pauses])


def test_no_line_and_no_band_crosses_a_pause(view: ChartView, chart: Chart) -> None:
    drawn = artists(chart)
    for gid in LINES & drawn.keys():
        for shape in vertices(drawn[gid]):
            first, last = shape[:, 0].min(), shape[:, 0].max()
            for start, end in view.pauses:
                is_outside = last < start.toordinal() or first > end.toordinal() + 1
                is_one_day = last - first <= 1
                assert is_outside or is_one_day, (gid, start)


def test_the_quiet_line_crosses_no_unanswered_day(view: ChartView, chart: Chart) -> None:
    silent = [
        item.day.toordinal() + 0.5 for bar in view.bars for item in bar.items if item.outcome is Outcome.UNANSWERED
    ]
    line = artists(chart).get("quiet-line")
    for shape in vertices(line) if line else ():
        assert not any(shape[0, 0] < day < shape[-1, 0] for day in silent)


def test_every_point_of_the_view_is_drawn_while_days_have_pixels_of_their_own() -> None:
    view = view_of(drawn_record())
    drawn = artists(chart_of(view))
    quiet = [point for run in view.quiet for point in run]
    dots = list(vertices(drawn["quiet-dots"])) if "quiet-dots" in drawn else []
    found = [tuple(corner) for shape in [*vertices(drawn["quiet-line"]), *dots] for corner in shape]
    assert sorted(found) == [(point.day.toordinal() + 0.5, 100 * point.value) for point in quiet]
    band = {tuple(corner) for shape in vertices(drawn["known-range"]) for corner in shape}
    ends = {(p.day.toordinal() + 0.5, 100 * end) for run in view.band for p in run for end in (p.low, p.high)}
    assert band == ends


def test_the_bars_of_the_story_are_those_of_the_design() -> None:
    chart = chart_of(view_of(drawn_record()))
    expected = "2/5 3/5 3/5 4/5 4/5 5/5 4/5 2/5 3/4 4/4 4/5 5/5 4/5 4/5 3/4"
    assert labels(chart, "count") == expected.split()
    assert labels(chart, "time") == ["January", "February", "March", "April", "May"]
    assert labels(chart, "paused-word") == ["Paused"]
    assert labels(chart, "row-name") == ["told first", "when asked", "found out"]
    assert Counter(labels(chart, "event-word")) == Counter(
        ["Disclosure", "Setback", "Apology offered", "Terms reworded"]
    )


def test_axes_are_fixed_from_zero_to_one_more_than_the_most_due_and_to_a_hundred() -> None:
    view = view_of(drawn_record())
    chart, layout = chart_of(view), screen_layout(984)
    to_pixels = artists(chart)["kept"].get_transform()
    due, known = layout.panels[Panel.DUE], layout.panels[Panel.RANGE]
    assert to_pixels.transform((0, 0))[1] == pytest.approx(layout.height - due.bottom)
    assert to_pixels.transform((0, view.most_due + 1))[1] == pytest.approx(layout.height - due.top)
    to_pixels = artists(chart)["known-range"].get_transform()
    assert to_pixels.transform((0, 0))[1] == pytest.approx(layout.height - known.bottom)
    assert to_pixels.transform((0, 100))[1] == pytest.approx(layout.height - known.top)


def test_the_axis_finds_the_day_under_a_pixel_and_the_pixel_of_a_day() -> None:
    view = view_of(drawn_record())
    axis = time_axis(view, screen_layout(984))
    for n in range((view.ends_on - view.starts_on).days + 1):
        day = view.starts_on + timedelta(days=n)
        assert axis.day_at(axis.middle_of(day)) == day
        assert view.bars[view.bar_of(day)].starts_on <= day <= view.bars[view.bar_of(day)].ends_on
    assert axis.day_at(-100) == view.starts_on
    assert axis.day_at(5000) == view.ends_on


def test_a_late_answer_lacks_its_upper_right_corner() -> None:
    drawn = artists(chart_of(view_of(drawn_record())))
    assert {len(shape) for shape in vertices(drawn["kept"])} == {5}  # four corners, closed
    assert {len(shape) for shape in vertices(drawn["kept-late"])} == {6}


def test_a_month_is_drawn_in_segments_with_the_count_inside() -> None:
    view = view_of(long_record(1))
    chart = chart_of(view)
    assert not view.is_in_cells
    inside = labels(chart, "count-inside")
    for bar in view.bars:
        kept = [block.count for block in bar.blocks if block.outcome is Outcome.KEPT and not block.is_late]
        assert set(map(str, kept)) <= set(inside)


def crosses_in(chart: Chart, view: ChartView) -> Counter[int]:
    """How many crosses each bar has, by its place."""
    strokes = artists(chart).get("missed-cross")
    middles = [float(shape[:, 0].mean()) for shape in vertices(strokes)][::2] if strokes else []
    return Counter(view.bar_of(date.fromordinal(int(middle))) for middle in middles)


@pytest.mark.parametrize("width", [984.0, WIDE])
def test_every_miss_of_a_cell_and_every_thin_segment_of_misses_is_marked(view: ChartView, width: float) -> None:
    chart = chart_of(view, width=width)
    cell = cell_size(
        Drawing(Figure(), view, style_of(Look.LIGHT), screen_layout(width), recovery_sentences(view.today))
    )
    found = crosses_in(chart, view)
    if cell.width_px < CROSS + 3:
        assert not found, "bars too narrow for a cross have none"
        return
    for place, bar in enumerate(view.bars):
        assert bool(found[place]) == bool(bar.counts.missed)
        assert found[place] <= bar.counts.missed
        assert not view.is_in_cells or found[place] == bar.counts.missed


def test_in_a_month_a_lone_miss_has_a_flat_cross_and_two_have_two() -> None:
    letters = "k" * 15 + "m" + "k" * 14 + "k" * 14 + "mm" + "k" * 15 + "k" * 150
    view = view_of(record_of(letters, first=date(2026, 3, 1)))
    assert not view.is_in_cells
    chart = chart_of(view)
    assert crosses_in(chart, view) == {0: 1, 1: 2}
    edges, unit = list(vertices(artists(chart)["missed"])), 150 / (view.most_due + 1)
    for stroke in vertices(artists(chart)["missed-cross"]):
        x, y = stroke.mean(axis=0)
        [around] = [edge for edge in edges if edge[:, 0].min() < x < edge[:, 0].max()]
        assert around[:, 1].min() < y < around[:, 1].max()
        assert np.ptp(stroke[:, 1]) <= np.ptp(around[:, 1]) + 1e-9, "it leaves its segment"
        assert np.ptp(stroke[:, 1]) * unit > 2.5


@pytest.mark.parametrize(("silent", "is_said"), [("..", False), ("...", True)])
def test_a_count_stands_in_a_segment_only_where_it_touches_no_edge(silent: str, is_said: bool) -> None:
    working_week = "kkkkknn"
    view = view_of(record_of(silent + working_week[len(silent) :] + working_week * 28))
    assert view.most_due == 23, "two are 12.5 pixels high, and a figure more than 8"
    assert (str(len(silent)) in labels(chart_of(view), "count-inside")) == is_said


def test_not_told_has_a_row_of_its_own_only_where_it_is_needed() -> None:
    assert len(labels(chart_of(view_of(drawn_record())), "row-name")) == 3
    assert len(labels(chart_of(view_of(record_of("kkmkk"))), "row-name")) == 4


def test_a_pause_under_a_bar_is_named_where_nothing_stands() -> None:
    spans = (pause(date(2026, 3, 4), date(2026, 3, 8)),)
    view = view_of(record_of("kk.....kkkkkkk", pauses=spans))
    chart = chart_of(view)
    [label] = [label for label in chart.labels if label.gid == "paused-word"]
    known = screen_layout(984).panels[Panel.RANGE]
    assert known.top < label.y < known.bottom


def test_a_figure_without_letters_gives_them_to_the_screen() -> None:
    view = view_of(drawn_record())
    words = recovery_sentences(view.today)
    chart = draw(view, style_of(Look.DARK), screen_layout(984), words, is_lettered=False)
    lettered = chart_of(view, Look.DARK)
    assert [label.words for label in chart.labels] == [label.words for label in lettered.labels]
    assert not any(gid.startswith("count") for gid in artists(chart))


def test_every_artist_has_a_name_of_its_own(chart: Chart) -> None:
    gids = [artist.get_gid() for artist in chart.figure.get_children()[1:]]
    assert all(gids)
    assert len(gids) == len(set(gids))


def test_a_larger_text_size_and_a_finer_screen_make_a_larger_picture() -> None:
    view = view_of(drawn_record())
    words = recovery_sentences(view.today)
    plain = pixels(draw(view, style_of(Look.LIGHT), screen_layout(984), words).figure)
    fine = pixels(draw(view, style_of(Look.LIGHT), screen_layout(984), words, 2.0).figure)
    large = pixels(draw(view, style_of(Look.LIGHT, 2.0), screen_layout(984, 2.0, {}), words).figure)
    assert (fine.width, fine.height) == (2 * plain.width, 2 * plain.height)
    assert large.height > 1.9 * plain.height


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.__name__)
def test_every_layer_draws_something_of_a_full_record(layer: Layer) -> None:
    record = drawn_record()
    view = build_view(record, record.commitments[0].commitment_id, given_voice(), "Ana")
    layout = screen_layout(984, has_voice=True)
    drawing = Drawing(Figure(), view, style_of(Look.LIGHT), layout, recovery_sentences(view.today))
    layer(drawing)
    assert drawing.drawn or drawing.labels


@pytest.mark.parametrize("years", [1, 10])
def test_where_not_every_name_of_time_has_room_they_are_left_out_evenly(years: int) -> None:
    view, scale = view_of(long_record(years)), 2.0
    layout = screen_layout(800, scale, dict.fromkeys(Panel, 0.0))
    style = style_of(Look.LIGHT, scale)
    names = [
        each
        for each in draw(view, style, layout, recovery_sentences(view.today), is_lettered=False).labels
        if each.gid == "time"
    ]
    assert len(names) >= 3
    ends = [name.x + width_of(name.words, style.sans, name.size) for name in names]
    assert all(end < following.x for end, following in zip(ends, names[1:], strict=False))
    assert ends[-1] <= layout.width
    between = [right.x - left.x for left, right in pairwise(names[1:])]
    assert max(between, default=0) <= 1.15 * min(between, default=0), "as far apart as the next"
