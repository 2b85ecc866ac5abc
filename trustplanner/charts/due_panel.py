"""Panel 1, follow-through: one bar a week or month, its height the number due."""

from itertools import groupby
from typing import Any, Final

from trustplanner.charts.bars import Bar
from trustplanner.charts.cells import Cell, cell_size, cells
from trustplanner.charts.drawing import SHORT_DOTS, Drawing
from trustplanner.charts.frame import FIGURE_HEIGHT
from trustplanner.charts.layout import Panel
from trustplanner.charts.letters import width_of
from trustplanner.charts.style import ChartStyle
from trustplanner.domain.items import Outcome

CROSS: Final = 7.2  # pixels
CROSS_WIDTH: Final = 1.5
COUNT_ABOVE: Final = 6.0  # pixels between a bar and its count
ROOM_AROUND_COUNT: Final = 3.0


def cell_looks(style: ChartStyle) -> dict[Outcome, dict[str, Any]]:
    """How a cell of each outcome is drawn, as matplotlib's properties; the hatch of partly is drawn over it."""
    pen = {"linewidth": style.edge_px}
    return {
        Outcome.KEPT: {"facecolor": style.fill, "edgecolor": style.fill, **pen},
        Outcome.PARTLY: {"facecolor": style.wash, "edgecolor": style.fill, **pen},
        Outcome.MISSED: {"facecolor": style.paper, "edgecolor": style.fill, **pen},
        Outcome.UNANSWERED: {"facecolor": "none", "edgecolor": style.edge, "linestyle": SHORT_DOTS, **pen},
    }


def bars(drawing: Drawing) -> None:
    """The cells: shape and hatch say what became of each item, tone only supports it."""
    style, transform = drawing.style, drawing.panels[Panel.DUE]
    found = list(cells(drawing))
    for outcome, look in cell_looks(style).items():
        for is_late in (False, True):
            shapes = [cell.corners for cell in found if (cell.outcome, cell.is_late) == (outcome, is_late)]
            gid = f"{outcome}-late" if is_late else outcome.value
            drawing.polygons(gid, shapes, transform, **look)
    size = cell_size(drawing)
    hatch = [line for cell in found if cell.outcome is Outcome.PARTLY for line in size.hatch(cell.corners)]
    drawing.strokes("partly-hatch", hatch, transform, color=style.fill, linewidth=style.hatch_px, capstyle="butt")
    crosses = [cell.middle for cell in found if cell.outcome is Outcome.MISSED]
    if not drawing.view.is_in_cells:
        crosses = _counts_inside(drawing, found)
    drawing.markers(
        "missed-cross",
        crosses,
        transform,
        marker="x",
        markersize=CROSS * style.scale,
        markeredgewidth=CROSS_WIDTH * style.scale,
        color=style.fill,
    )


def _counts_inside(drawing: Drawing, found: list[Cell]) -> list[tuple[float, float]]:
    """The number of items in each segment that has room for it; returned are the places of crosses.

    A missed segment keeps its cross as long as it is high enough, left of the number or alone.
    """
    style, size, unit = drawing.style, cell_size(drawing), drawing.px_a_unit(Panel.DUE)
    height = FIGURE_HEIGHT * style.small_px
    crosses: list[tuple[float, float]] = []
    for cell in found:
        if cell.count * unit < height + ROOM_AROUND_COUNT:
            continue
        x, y = cell.middle
        is_missed = cell.outcome is Outcome.MISSED
        aside = CROSS * style.scale if is_missed else 0.0  # pixels that the number gives way to the cross
        has_room = (
            width_of(str(cell.count), style.sans, style.small_px) + 2 * aside + ROOM_AROUND_COUNT <= size.width_px
        )
        if is_missed and size.width_px >= CROSS * style.scale + ROOM_AROUND_COUNT:
            crosses.append((x - aside / size.px_a_day if has_room else x, y))
        if has_room:
            base = drawing.layout.panels[Panel.DUE].bottom - y * unit + height / 2
            color = style.paper if cell.outcome is Outcome.KEPT else style.ink_2
            ground = style.wash if cell.outcome is Outcome.PARTLY else None
            words = str(cell.count)
            drawing.text(
                "count-inside", drawing.axis.x_of(x) + aside, base, words, color=color, align="center", ground=ground
            )
    return crosses


def counts_above(drawing: Drawing) -> None:
    """`4/5` above each bar; where the bars stand too close, one count for each year."""
    style, axis = drawing.style, drawing.axis
    shown = [bar for bar in drawing.view.bars if bar.counts.due]
    words = [_k_of_n(bar.counts.kept, bar.counts.due) for bar in shown]
    widest = max((width_of(found, style.sans, style.small_px) for found in words), default=0)
    slot = min((axis.end_of(bar.ends_on) - axis.start_of(bar.starts_on) for bar in shown), default=0)
    if widest + ROOM_AROUND_COUNT > slot:
        _counts_by_year(drawing, shown)
        return
    box, unit = drawing.layout.panels[Panel.DUE], drawing.px_a_unit(Panel.DUE)
    ground = None if drawing.view.is_in_cells else style.paper  # a short bar's count may stand on the topmost line
    for bar, found in zip(shown, words, strict=True):
        x = drawing.axis.x_of(bar.middle)
        y = box.bottom - bar.counts.due * unit - COUNT_ABOVE * style.scale
        drawing.text("count", x, y, found, color=style.ink_2, align="center", ground=ground)


def _counts_by_year(drawing: Drawing, shown: list[Bar]) -> None:
    """Above all bars; the first and the last year may use the room beside the axis."""
    style, axis, layout = drawing.style, drawing.axis, drawing.layout
    y = layout.panels[Panel.DUE].top - COUNT_ABOVE * style.scale / 2
    years = {year: list(found) for year, found in groupby(shown, key=lambda bar: bar.starts_on.year)}
    for place, found in enumerate(years.values()):
        words = _k_of_n(sum(bar.counts.kept for bar in found), sum(bar.counts.due for bar in found))
        left, right = axis.start_of(found[0].starts_on), axis.end_of(found[-1].ends_on)
        width = width_of(words, style.sans, style.small_px) + 2 * ROOM_AROUND_COUNT
        if width <= right - left:
            drawing.text("count", (left + right) / 2, y, words, color=style.ink_2, align="center")
        elif place == 0 and width <= right - layout.left:
            drawing.text("count", right - ROOM_AROUND_COUNT, y, words, color=style.ink_2, align="right")
        elif place == len(years) - 1 and width <= layout.width - left:
            drawing.text("count", left + ROOM_AROUND_COUNT, y, words, color=style.ink_2)


def _k_of_n(kept: int, due: int) -> str:
    return f"{kept}/{due}"
