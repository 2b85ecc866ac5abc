"""What lies under a point of the chart: which bar, and which day."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from trustplanner.charts.bars import BLOCK_ORDER, Bar
from trustplanner.charts.layout import DUE_HEADROOM, Layout, Panel, TimeAxis
from trustplanner.charts.view import ChartView
from trustplanner.domain.items import Item

REACH: Final = 8.0  # pixels: so near to a sign the sign is meant


def is_inside(layout: Layout, x: float, y: float) -> bool:
    """Whether a point lies where days are drawn, between the panels too."""
    boxes = layout.panels
    top, bottom = boxes[Panel.DUE].top, boxes[Panel.EVENTS].bottom
    return layout.names_end() <= x <= layout.right and top <= y <= bottom


def bar_at(view: ChartView, axis: TimeAxis, x: float) -> int:
    """The place in `view.bars` of the bar under a point."""
    return view.bar_of(axis.day_at(x))


def middle_of(view: ChartView, axis: TimeAxis, place: int) -> float:
    """Where the guide line through a bar stands, in pixels."""
    return axis.x_of(view.bars[place].middle)


def day_at(view: ChartView, layout: Layout, axis: TimeAxis, x: float, y: float) -> date:
    """The day that a click means: of the cell, the miss or the event under it, else of its place in time."""
    if _is_in(layout, Panel.DUE, y):
        item = _item_at(view, layout, axis, x, y)
        if item is not None:
            return item.stands_on(view.today)
    days: Iterable[date] = ()
    if _is_in(layout, Panel.MISSES, y):
        days = [view.day_of(miss) for miss in view.misses]
    elif _is_in(layout, Panel.EVENTS, y):
        days = [mark.day for mark in view.marks]
    near = {day: abs(axis.middle_of(day) - x) for day in days}
    meant = min(near, key=near.__getitem__, default=None)
    if meant is not None and near[meant] <= REACH * layout.scale:
        return meant
    return min(max(axis.day_at(x), view.first), view.last)


def day_of_bar(bar: Bar) -> date:
    """The day that opens from a bar without pointing at a day: the first on which something was due."""
    return bar.items[0].day if bar.items and bar.items[0].day <= bar.last else bar.first


def _is_in(layout: Layout, panel: Panel, y: float) -> bool:
    box = layout.panels[panel]
    return box.top <= y <= box.bottom


def _item_at(view: ChartView, layout: Layout, axis: TimeAxis, x: float, y: float) -> Item | None:
    """The item whose cell lies at this height of the bar; None above it, and where bars are drawn in segments."""
    if not view.is_in_cells:
        return None
    box = layout.panels[Panel.DUE]
    height = (box.bottom - y) * (view.most_due + DUE_HEADROOM) / box.height
    stacked = _as_stacked(view.bars[bar_at(view, axis, x)])
    return stacked[int(height)] if 0 <= height < len(stacked) else None


def _as_stacked(bar: Bar) -> list[Item]:
    """The items of a bar from the axis up, as its cells are drawn."""
    counted = [item for item in bar.items if item.is_in_sum]
    return sorted(counted, key=lambda item: (BLOCK_ORDER.index(item.outcome), item.late_by > 0))
