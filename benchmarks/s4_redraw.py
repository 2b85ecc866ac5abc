"""S4: the chart of Recovery drawn anew over one year and over ten, beside two empty panels drawn by matplotlib."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QApplication

from benchmarks.chart_orders import order_over
from benchmarks.measuring import Measured, in_turns, timed
from trustplanner.charts.library import Figure, FigureCanvasAgg
from trustplanner.charts.style import PIXELS_AN_INCH
from trustplanner.ui.kit.chart_picture import draw_chart, picture_of

GOALS = {1: 0.6, 10: 1.0}
ROUNDS = 15


def run() -> list[Measured]:
    """The picture as the page asks for it: the figure of the worker, and the words that Qt paints."""
    app = QApplication.instance() or QApplication([])
    found = []
    for years, goal in GOALS.items():
        order = order_over(years)

        def redraw(order: Any = order) -> object:
            return picture_of(draw_chart(order))

        width, height = order.layout.width, order.layout.height
        figure = (f"Recovery redrawn, {years} {'year' if years == 1 else 'years'}", timed(redraw, 3))
        limit = ("two empty panels drawn by matplotlib", empty_panels(width, height))
        found.append(in_turns("S4", goal, figure, limit, rounds=ROUNDS))
    app.processEvents()
    return found


def empty_panels(width: float, height: float) -> Callable[[], float]:
    """Two panels above each other with nothing in them but matplotlib's own axes."""

    def draw() -> object:
        figure = Figure(figsize=(width / PIXELS_AN_INCH, height / PIXELS_AN_INCH), dpi=PIXELS_AN_INCH)
        canvas: Any = FigureCanvasAgg(figure)  # its methods have no types
        for panel in (1, 2):
            figure.add_subplot(2, 1, panel)
        canvas.draw()
        return canvas.buffer_rgba()

    return timed(draw)
