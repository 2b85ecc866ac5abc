"""The shapes of bars: one cell for each item, or one segment for many, in the panel's own units."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor
from typing import Final

from trustplanner.charts.drawing import Drawing
from trustplanner.charts.layout import Panel
from trustplanner.domain.items import Outcome

WIDEST_BAR: Final = 46.0  # pixels
SHARE_OF_SLOT: Final = 0.7
SEGMENT_GAP: Final = 0.75  # pixels, beside the edge
HATCH_STEP: Final = 5.2  # pixels between the lines of a hatch, measured upwards
NOTCH: Final = 10.0  # pixels
NOTCH_SHARE: Final = 0.55  # of the cell's width and height, at most

Point = tuple[float, float]
Corners = tuple[Point, ...]
Line = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell or segment: its outline, its middle, and how many items it stands for."""

    outcome: Outcome
    is_late: bool
    count: int
    corners: Corners
    middle: tuple[float, float]


@dataclass(frozen=True, slots=True)
class CellSize:
    """How large a cell of this drawing is, in days and units of the panel; `notch` is in pixels."""

    width: float
    gap: float
    px_a_day: float
    px_a_unit: float

    @property
    def width_px(self) -> float:
        """The width of a bar in pixels."""
        return self.width * self.px_a_day

    def corners(self, left: float, low: float, high: float, *, is_cut: bool) -> Corners:
        """The outline between two heights; cut, it lacks its upper right corner."""
        bottom, top, right = low + self.gap / 2, high - self.gap / 2, left + self.width
        if not is_cut:
            return ((left, bottom), (right, bottom), (right, top), (left, top))
        across = min(NOTCH / self.px_a_day, NOTCH_SHARE * self.width)
        down = min(NOTCH / self.px_a_unit, NOTCH_SHARE * (top - bottom))
        return (
            (left, bottom),
            (right, bottom),
            (right, top - down),
            (right - across, top),
            (left, top),
        )

    def hatch(self, corners: Corners) -> Iterator[Line]:
        """Rising lines at 45 degrees inside an outline without dents, in the outline's own units.

        matplotlib's own hatches take a hundred times as long, and leave a pattern in the file instead of lines.
        """
        outline = [(x * self.px_a_day, y * self.px_a_unit) for x, y in corners]
        heights = [y - x for x, y in outline]  # on a rising line all points have the same
        for step in range(ceil(min(heights) / HATCH_STEP), floor(max(heights) / HATCH_STEP) + 1):
            ends = [(x / self.px_a_day, y / self.px_a_unit) for x, y in _crossings(outline, heights, step * HATCH_STEP)]
            if len(ends) > 1:
                yield min(ends), max(ends)


def _crossings(outline: list[Point], heights: list[float], height: float) -> Iterator[Point]:
    """Where the edges of an outline cross one rising line."""
    edges = zip(outline, heights, outline[1:] + outline[:1], heights[1:] + heights[:1], strict=True)
    for (x1, y1), h1, (x2, y2), h2 in edges:
        if (h1 < height) != (h2 < height):
            share = (height - h1) / (h2 - h1)
            yield x1 + share * (x2 - x1), y1 + share * (y2 - y1)


def cell_size(drawing: Drawing) -> CellSize:
    """The size that all bars of a drawing share: the narrowest bar's slot decides."""
    px_a_day, px_a_unit = drawing.axis.px_a_day, drawing.px_a_unit(Panel.DUE)
    slot = min((bar.ends_on - bar.starts_on).days + 1 for bar in drawing.view.bars)
    width_px = min(SHARE_OF_SLOT * slot * px_a_day, WIDEST_BAR * drawing.style.scale)
    gap_px = drawing.style.edge_px + (drawing.style.cell_gap_px if drawing.view.is_in_cells else SEGMENT_GAP)
    return CellSize(width_px / px_a_day, gap_px / px_a_unit, px_a_day, px_a_unit)


def bar_edges(drawing: Drawing) -> Iterator[tuple[float, float]]:
    """The left and right edge of every bar that is drawn, in pixels."""
    half = cell_size(drawing).width_px / 2
    for bar in drawing.view.bars:
        if bar.counts.due:
            x = drawing.axis.x_of(bar.middle)
            yield x - half, x + half


def cells(drawing: Drawing) -> Iterator[Cell]:
    """Every cell of every bar, from the axis up."""
    size, is_in_cells = cell_size(drawing), drawing.view.is_in_cells
    for bar in drawing.view.bars:
        left = bar.middle - size.width / 2
        low = 0
        for block in bar.blocks:
            heights = [1] * block.count if is_in_cells else [block.count]
            for height in heights:
                corners = size.corners(left, low, low + height, is_cut=block.is_late)
                middle = (bar.middle, low + height / 2)
                yield Cell(block.outcome, block.is_late, height, corners, middle)
                low += height
