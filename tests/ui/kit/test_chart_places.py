"""What lies under a point of the chart."""

from datetime import date

import pytest

from tests.charts.drawn_artists import WIDTH, view_of
from tests.charts.sample_records import drawn_record, long_record
from trustplanner.charts.layout import Layout, Panel, TimeAxis, screen_layout, time_axis
from trustplanner.charts.view import ChartView, MarkKind
from trustplanner.domain.items import Outcome
from trustplanner.ui.kit.chart_places import bar_at, day_at, day_of_bar, is_inside, middle_of

LAYOUT = screen_layout(WIDTH)


@pytest.fixture(scope="module", name="view")
def the_story() -> ChartView:
    return view_of(drawn_record())


@pytest.fixture(name="axis")
def its_axis(view: ChartView) -> TimeAxis:
    return time_axis(view, LAYOUT)


def middle_y(layout: Layout, panel: Panel) -> float:
    box = layout.panels[panel]
    return box.top + box.height / 2


def test_every_bar_is_found_at_its_middle(view: ChartView, axis: TimeAxis) -> None:
    for place in range(len(view.bars)):
        assert bar_at(view, axis, middle_of(view, axis, place)) == place


def test_a_cell_means_the_day_it_stands_for(view: ChartView, axis: TimeAxis) -> None:
    box = LAYOUT.panels[Panel.DUE]
    unit = box.height / (view.most_due + 1)
    for place, bar in enumerate(view.bars):
        days = [
            day_at(view, LAYOUT, axis, middle_of(view, axis, place), box.bottom - (height + 0.5) * unit)
            for height in range(bar.counts.due)
        ]
        assert sorted(days) == sorted(item.day for item in bar.items if item.is_in_sum)


def test_the_topmost_cells_of_a_bar_are_its_misses_and_what_is_not_answered(view: ChartView, axis: TimeAxis) -> None:
    place = view.bar_of(date(2026, 3, 24))
    box = LAYOUT.panels[Panel.DUE]
    unit = box.height / (view.most_due + 1)
    x = middle_of(view, axis, place)
    outcomes = {item.day: item.outcome for item in view.bars[place].items}
    found = [outcomes[day_at(view, LAYOUT, axis, x, box.bottom - (height + 0.5) * unit)] for height in range(5)]
    assert found == [Outcome.KEPT, Outcome.KEPT, Outcome.MISSED, Outcome.MISSED, Outcome.UNANSWERED]


def test_near_a_miss_the_miss_is_meant(view: ChartView, axis: TimeAxis) -> None:
    for miss in view.misses:
        x = axis.middle_of(miss.day)
        assert day_at(view, LAYOUT, axis, x + 3, middle_y(LAYOUT, Panel.MISSES)) in {m.day for m in view.misses}


def test_near_an_event_the_event_is_meant(view: ChartView, axis: TimeAxis) -> None:
    [setback] = [mark for mark in view.marks if mark.kind is MarkKind.SETBACK]
    x = axis.middle_of(setback.day)
    assert day_at(view, LAYOUT, axis, x + 2, middle_y(LAYOUT, Panel.EVENTS)) == setback.day


def test_elsewhere_the_place_in_time_is_meant_and_never_a_day_outside_the_range(
    view: ChartView, axis: TimeAxis
) -> None:
    y = middle_y(LAYOUT, Panel.RANGE)
    day = date(2026, 4, 1)
    assert day_at(view, LAYOUT, axis, axis.middle_of(day), y) == day
    assert day_at(view, LAYOUT, axis, LAYOUT.right, y) == view.last
    assert day_at(view, LAYOUT, axis, 0, y) == view.first


def test_in_segments_a_bar_means_the_place_in_time() -> None:
    view = view_of(long_record(1))
    axis = time_axis(view, LAYOUT)
    day = date(2026, 2, 11)
    assert day_at(view, LAYOUT, axis, axis.middle_of(day), LAYOUT.panels[Panel.DUE].bottom - 1) == day


def test_a_bar_without_a_day_opens_the_first_on_which_something_was_due(view: ChartView) -> None:
    place = view.bar_of(date(2026, 3, 25))
    assert day_of_bar(view.bars[place]) == date(2026, 3, 23)
    paused = view.bars[view.bar_of(date(2026, 3, 4))]
    assert day_of_bar(paused) == paused.first


def test_words_beside_the_panels_are_not_days() -> None:
    y = middle_y(LAYOUT, Panel.DUE)
    assert is_inside(LAYOUT, LAYOUT.names_end(), y)
    assert not is_inside(LAYOUT, LAYOUT.names_end() - 1, y)
    assert not is_inside(LAYOUT, LAYOUT.right + 1, y)
    assert not is_inside(LAYOUT, LAYOUT.right, LAYOUT.panels[Panel.EVENTS].bottom + 1)
