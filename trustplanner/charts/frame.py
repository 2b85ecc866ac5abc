"""The layers that all panels share: time, pauses, scales and guides."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from trustplanner.charts.cells import bar_edges
from trustplanner.charts.drawing import GUIDE_DOTS, Drawing, middle
from trustplanner.charts.layout import Panel
from trustplanner.charts.letters import width_of
from trustplanner.charts.style import ChartStyle
from trustplanner.charts.view import GUIDES, ChartView

SHADED: Final = (Panel.DUE, Panel.RANGE, Panel.MISSES)
WIDE_ENOUGH_FOR_WORD: Final = 15.0  # pixels
PAUSED_WORD_AT: Final = 0.6  # of the panel's height, from its top
TICK_GAP: Final = 8.0
FIGURE_HEIGHT: Final = 0.68  # of the size: how high a figure stands above its base line
TIME_WORDS: Final = 78.0  # base line below the top of the last panel
TIME_GAP: Final = 8.0  # at least, between two names


def grid_of_time(drawing: Drawing) -> None:
    """A hairline through each panel where a month (or week, or year) begins."""
    view = drawing.view
    lines = [
        ((day.toordinal(), box.top), (day.toordinal(), box.bottom))
        for day in view.grid
        if day > view.starts_on
        for box in drawing.layout.panels.values()
    ]
    drawing.strokes("grid", lines, drawing.days, color=drawing.style.rule, linewidth=1.0)


def pauses(drawing: Drawing) -> None:
    """Shade over paused days, through the panels that a pause concerns."""
    spans = [(first.toordinal(), last.toordinal() + 1) for first, last in drawing.view.pauses]
    boxes = [drawing.layout.panels[panel] for panel in SHADED]
    shapes = [
        ((start, box.top), (end, box.top), (end, box.bottom), (start, box.bottom))
        for start, end in spans
        for box in boxes
    ]
    drawing.polygons("paused", shapes, drawing.days, **shade_look(drawing.style))


def shade_look(style: ChartStyle) -> dict[str, Any]:
    """How paused days are shaded, as matplotlib's properties."""
    if style.has_outlines:
        return {"facecolor": style.shade, "edgecolor": style.edge, "linewidth": 1.0}
    return {"facecolor": style.shade, "edgecolor": "none", "linewidth": 0}


def words_of_pauses(drawing: Drawing) -> None:
    """The word in each pause that is wide enough for it, upright; below, where a bar stands in its place."""
    bars = list(bar_edges(drawing))
    for first, last in drawing.view.pauses:
        left, right = drawing.axis.start_of(first), drawing.axis.end_of(last)
        if right - left < WIDE_ENOUGH_FOR_WORD * drawing.style.scale:
            continue
        is_taken = any(start < right and end > left for start, end in bars)
        box = drawing.layout.panels[Panel.RANGE if is_taken else Panel.DUE]
        drawing.text(
            "paused-word",
            (left + right) / 2,
            box.top + PAUSED_WORD_AT * box.height,
            drawing.words.said("marks.paused"),
            color=drawing.style.ink_2,
            align="center",
            is_upright=True,
        )


def scales(drawing: Drawing) -> None:
    """The axis of the upper two panels and their few fixed heights, with their figures."""
    style, layout, most = drawing.style, drawing.layout, drawing.view.most_due
    due, known = layout.panels[Panel.DUE], layout.panels[Panel.RANGE]
    heights = {known.top: drawing.words.said("gutter.percent"), known.top + known.height / 2: "50"}
    if most:
        heights[due.bottom - most * drawing.px_a_unit(Panel.DUE)] = str(most)
    floors = {due.bottom: "0", known.bottom: "0"}
    for gid, at, color in (("scale", heights, style.rule), ("axis", floors, style.edge)):
        lines = [((layout.left, y), (layout.right, y)) for y in at]
        drawing.strokes(gid, lines, drawing.sheet, color=color, linewidth=1.0)
    for y, words in (heights | floors).items():
        base = y + FIGURE_HEIGHT * style.small_px / 2
        drawing.text("tick", layout.left - TICK_GAP * style.scale, base, words, color=style.ink_3, align="right")


def guides(drawing: Drawing) -> None:
    """Dots through the panels above the events, where a setback was or the terms changed."""
    boxes = [box for panel, box in drawing.layout.panels.items() if panel is not Panel.EVENTS]
    lines = [
        ((middle(mark.day), box.top), (middle(mark.day), box.bottom))
        for mark in drawing.view.marks
        if mark.kind in GUIDES
        for box in boxes
    ]
    drawing.strokes("guides", lines, drawing.days, color=drawing.style.edge, linewidth=1.0, linestyle=GUIDE_DOTS)


def names_of_time(drawing: Drawing) -> None:
    """The names of months (or weeks, or years) at the foot: all long if all fit, else short, else not every one."""
    view, axis, style = drawing.view, drawing.axis, drawing.style
    y = drawing.layout.panels[Panel.EVENTS].top + TIME_WORDS * style.scale
    starts = [max(axis.start_of(day), axis.left) for day in view.grid]
    if not view.is_grid_of_weeks:
        starts[0] = drawing.layout.left
    for names, step in _ways_to_name(drawing):
        shown = range(0, len(names), step)
        ends = [*(starts[place] for place in shown[1:]), drawing.layout.right]
        widths = [width_of(names[place], style.sans, style.font_px) for place in shown]
        rooms = [end - starts[place] - TIME_GAP * style.scale for place, end in zip(shown, ends, strict=True)]
        fits = [width <= room for width, room in zip(widths, rooms, strict=True)]
        if all(fits[:-1]):  # the last one is often cut by the end of the range
            break
    for place, has_room in zip(shown, fits, strict=True):
        if has_room:
            drawing.text("time", starts[place] + 2, y, names[place], color=style.ink_3, size=style.font_px)


def _ways_to_name(drawing: Drawing) -> Iterator[tuple[list[str], int]]:
    """All long, all short, then every second, third and so on of the short ones."""
    yield _long_names(drawing), 1
    short = _short_names(drawing)
    for step in range(1, len(short) + 1):
        yield short, step


def _long_names(drawing: Drawing) -> list[str]:
    view, words = drawing.view, drawing.words
    if view.is_grid_of_years:
        return [str(day.year) for day in view.grid]
    if view.is_grid_of_weeks:
        return [words.day(day) for day in view.grid]
    return [words.month(day) if _needs_year(view, day) else words.month_name(day) for day in view.grid]


def _short_names(drawing: Drawing) -> list[str]:
    view, words = drawing.view, drawing.words
    if view.is_grid_of_years:
        return [str(day.year) for day in view.grid]
    if view.is_grid_of_weeks:
        return [words.short_day(day) for day in view.grid]
    return [words.short_month(day) if _needs_year(view, day) else words.short_month_name(day) for day in view.grid]


def _needs_year(view: ChartView, day: date) -> bool:
    """A month's year stands at the beginning and wherever it changes."""
    return day == view.grid[0] or day.month == 1
