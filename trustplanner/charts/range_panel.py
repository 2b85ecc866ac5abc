"""Panel 2, the known range and the quiet line. No line crosses a gap."""

from collections.abc import Sequence
from typing import Final

from trustplanner.charts.drawing import Drawing, middle
from trustplanner.charts.layout import Panel
from trustplanner.charts.runs import Point
from trustplanner.domain.known_range import QuietPoint, RangePoint

LONE_HALF: Final = 0.4  # days on each side of a point that stands alone
BAND_EDGE: Final = 1.5  # pixels: the band stays visible where nothing is left open
LONE_DOT: Final = 4.0  # pixels


def known_range(drawing: Drawing) -> None:
    """The band between the lower and the upper end of the known range."""
    shapes = [_band(_visible(run, drawing)) for run in drawing.view.band]
    color = drawing.style.band
    look = {"facecolor": color, "edgecolor": color, "linewidth": BAND_EDGE, "joinstyle": "round"}
    drawing.polygons("known-range", shapes, drawing.panels[Panel.RANGE], **look)


def _band(run: Sequence[RangePoint]) -> list[tuple[float, float]]:
    if len(run) == 1:
        x, point = middle(run[0].day), run[0]
        xs = (x - LONE_HALF, x + LONE_HALF)
        return [
            (xs[0], 100 * point.low),
            (xs[1], 100 * point.low),
            (xs[1], 100 * point.high),
            (xs[0], 100 * point.high),
        ]
    lower = [(middle(point.day), 100 * point.low) for point in run]
    upper = [(middle(point.day), 100 * point.high) for point in reversed(run)]
    return lower + upper


def _visible(run: Sequence[Point], drawing: Drawing) -> Sequence[Point]:
    """The points of a run that have a pixel of their own: where days share one, the last of them stands for all."""
    px_a_day = drawing.axis.px_a_day
    if px_a_day >= 1:
        return run
    by_pixel = {int(point.day.toordinal() * px_a_day): point for point in run}
    return list(by_pixel.values())


def quiet_line(drawing: Drawing) -> None:
    """The quiet line, run by run; a day between two gaps is a dot."""
    style, transform = drawing.style, drawing.panels[Panel.RANGE]
    runs = [_points(_visible(run, drawing)) for run in drawing.view.quiet]
    lines = [run for run in runs if len(run) > 1]
    drawing.strokes(
        "quiet-line", lines, transform, color=style.accent, linewidth=style.line_px, capstyle="round", joinstyle="round"
    )
    size = LONE_DOT * style.scale if drawing.axis.px_a_day >= 1 else style.line_px
    dots = [run[0] for run in runs if len(run) == 1]
    drawing.markers(
        "quiet-dots",
        dots,
        transform,
        marker="o",
        markersize=size,
        color=style.accent,
        markeredgewidth=0,
    )


def _points(run: Sequence[QuietPoint]) -> list[tuple[float, float]]:
    return [(middle(point.day), 100 * point.value) for point in run]
