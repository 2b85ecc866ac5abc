"""Panel 1, follow-through: one bar a week or month, its height the number due."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from trustplanner.charts.bars import Bar
from trustplanner.charts.cells import Cell, Line, cell_size, cells
from trustplanner.charts.drawing import SHORT_DOTS, Drawing
from trustplanner.charts.frame import FIGURE_HEIGHT
from trustplanner.charts.layout import Panel
from trustplanner.charts.letters import width_of
from trustplanner.charts.style import ChartStyle
from trustplanner.domain.items import Outcome

CROSS: Final = 7.2  # pixels
CROSS_WIDTH: Final = 1.5
COUNT_ABOVE: Final = 6.0  # pixels between a bar and its count
ROOM_AROUND_COUNT: Final = 5.0  # inside a segment, so that it touches no edge
ROOM_BESIDE: Final = 3.0  # a cross in a bar, and a count above one


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
    crosses = [line for cell in found if cell.outcome is Outcome.MISSED for line in _crosses(drawing, cell)]
    drawing.strokes(
        "missed-cross", crosses, transform, color=style.fill, linewidth=CROSS_WIDTH * style.scale, capstyle="butt"
    )
    _counts_inside(drawing, found)


def _crosses(drawing: Drawing, cell: Cell) -> Iterator[Line]:
    """The strokes of a missed cell's crosses: one beside its number, or one for each miss where no number has room.

    A thin segment has flat ones, so that a single miss is marked too; a bar too narrow for a cross has none.
    """
    size, (x, y) = cell_size(drawing), cell.middle
    across = CROSS * drawing.style.scale / size.px_a_day
    slot = across + ROOM_AROUND_COUNT * drawing.style.scale / size.px_a_day
    if across * size.px_a_day + ROOM_BESIDE > size.width_px:
        return
    middles = [x]
    if _has_count(drawing, cell):
        middles = [x - across]
    elif cell.count * slot <= size.width:
        middles = [x + (place - (cell.count - 1) / 2) * slot for place in range(cell.count)]
    up = min(across * size.px_a_day / size.px_a_unit, cell.count - size.gap) / 2
    for middle in middles:
        left, right = middle - across / 2, middle + across / 2
        yield (left, y - up), (right, y + up)
        yield (left, y + up), (right, y - up)


def _has_count(drawing: Drawing, cell: Cell) -> bool:
    """Whether the number of items stands in a segment: it must fit, beside the cross of a missed one."""
    style, size = drawing.style, cell_size(drawing)
    aside = CROSS * style.scale if cell.outcome is Outcome.MISSED else 0.0
    width = width_of(str(cell.count), style.sans, style.small_px) + 2 * aside + ROOM_AROUND_COUNT
    height = FIGURE_HEIGHT * style.small_px + ROOM_AROUND_COUNT
    return not drawing.view.is_in_cells and width <= size.width_px and height <= cell.count * size.px_a_unit


def _counts_inside(drawing: Drawing, found: list[Cell]) -> None:
    """The number of items in each segment that has room for it; it gives way to the cross of a missed one."""
    style, unit = drawing.style, drawing.px_a_unit(Panel.DUE)
    for cell in found:
        if not _has_count(drawing, cell):
            continue
        x, y = cell.middle
        at = drawing.axis.x_of(x) + (CROSS * style.scale if cell.outcome is Outcome.MISSED else 0.0)
        base = drawing.layout.panels[Panel.DUE].bottom - y * unit + FIGURE_HEIGHT * style.small_px / 2
        color = style.paper if cell.outcome is Outcome.KEPT else style.ink_2
        ground = style.wash if cell.outcome is Outcome.PARTLY else None
        drawing.text("count-inside", at, base, str(cell.count), color=color, align="center", ground=ground)


def counts_above(drawing: Drawing) -> None:
    """`4/5` above each bar; where the bars stand too close, one count for each year."""
    style, axis = drawing.style, drawing.axis
    shown = [bar for bar in drawing.view.bars if bar.counts.due]
    words = [_k_of_n(bar.counts.kept, bar.counts.due) for bar in shown]
    widest = max((width_of(found, style.sans, style.small_px) for found in words), default=0)
    slot = min((axis.end_of(bar.ends_on) - axis.start_of(bar.starts_on) for bar in shown), default=0)
    if widest + ROOM_BESIDE > slot:
        _counts_by_year(drawing, shown)
        return
    box, unit = drawing.layout.panels[Panel.DUE], drawing.px_a_unit(Panel.DUE)
    for bar, found in zip(shown, words, strict=True):
        x = drawing.axis.x_of(bar.middle)
        y = box.bottom - bar.counts.due * unit - COUNT_ABOVE * style.scale
        # The topmost line, and that of a month, may run behind a count.
        drawing.text("count", x, y, found, color=style.ink_2, align="center", ground=style.paper)


def _counts_by_year(drawing: Drawing, shown: list[Bar]) -> None:
    """Above all bars; the first and the last year may use the room beside the axis."""
    style, axis, layout = drawing.style, drawing.axis, drawing.layout
    y = layout.panels[Panel.DUE].top - COUNT_ABOVE * style.scale / 2
    years = {year: list(found) for year, found in groupby(shown, key=lambda bar: bar.starts_on.year)}
    for place, found in enumerate(years.values()):
        words = _k_of_n(sum(bar.counts.kept for bar in found), sum(bar.counts.due for bar in found))
        left, right = axis.start_of(found[0].starts_on), axis.end_of(found[-1].ends_on)
        width = width_of(words, style.sans, style.small_px) + 2 * ROOM_BESIDE
        if width <= right - left:
            drawing.text("count", (left + right) / 2, y, words, color=style.ink_2, align="center")
        elif place == 0 and width <= right - layout.left:
            drawing.text("count", right - ROOM_BESIDE, y, words, color=style.ink_2, align="right")
        elif place == len(years) - 1 and width <= layout.width - left:
            drawing.text("count", left + ROOM_BESIDE, y, words, color=style.ink_2)


def _k_of_n(kept: int, due: int) -> str:
    return f"{kept}/{due}"
