"""S5: one frame of hovering beside a repaint of the unchanged canvas; one of dragging beside two empty panels."""

from collections.abc import Iterator
from itertools import cycle

from PySide6.QtCore import QEvent, QEventLoop, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from benchmarks.chart_orders import WIDTH, order_over
from benchmarks.measuring import Measured, in_turns, timed
from benchmarks.s4_redraw import empty_panels
from trustplanner.charts.layout import Panel, time_axis
from trustplanner.charts.stretch import Stretch
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.chart_canvas import ChartCanvas
from trustplanner.ui.kit.theme import load_theme

ROUNDS = 41
REPEAT = 20
GOALS = {"hover": 1.0, "pan": 0.25}


def run() -> list[Measured]:
    """On a year of the demo, in a window of 1280 by 800."""
    app = QApplication.instance() or QApplication([])
    theme = load_theme()
    background = Background(theme)
    window = QWidget()
    canvas = ChartCanvas(theme, background)
    QVBoxLayout(window).addWidget(canvas)
    window.resize(WIDTH + 24, 800)
    window.show()
    order = order_over(1)
    canvas.show_view(order.view, order.words, within=Stretch(order.view.first.replace(year=2000), order.view.last))
    while not canvas.is_drawn:
        app.processEvents()
    found = [_hover(canvas), _pan(canvas)]
    background.wait()
    window.close()
    window.deleteLater()
    return found


def _hover(canvas: ChartCanvas) -> Measured:
    """The mouse goes from bar to bar: guide line, card, and what lies below them."""
    places = cycle(_points(canvas))

    def hover() -> None:
        _mouse(canvas, QEvent.Type.MouseMove, next(places))
        _paint()

    def unchanged() -> None:
        canvas.update()
        _paint()

    def without_card() -> float:
        QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
        _paint()
        return timed(unchanged, REPEAT)()

    return in_turns(
        "S5",
        GOALS["hover"],
        ("one frame of hovering: another bar, its line and its card", timed(hover, REPEAT)),
        ("a repaint of the unchanged canvas", without_card),
        rounds=ROUNDS,
    )


def _pan(canvas: ChartCanvas) -> Measured:
    """The days follow the mouse by less than a bar: no other days are asked for, the stored picture is shifted."""
    point = next(_points(canvas))
    ways = cycle((14.0, 17.0, 20.0, 16.0))
    _mouse(canvas, QEvent.Type.MouseButtonPress, point)
    held = Qt.MouseButton.LeftButton

    def pan() -> None:
        _mouse(canvas, QEvent.Type.MouseMove, QPointF(point.x() + next(ways), point.y()), held)
        _paint()

    height = float(canvas.height())
    found = in_turns(
        "S5",
        GOALS["pan"],
        ("one frame of dragging the days", timed(pan, REPEAT)),
        ("two empty panels drawn by matplotlib", empty_panels(WIDTH, height)),
        rounds=ROUNDS,
    )
    _mouse(canvas, QEvent.Type.MouseButtonRelease, point)
    return found


def _points(canvas: ChartCanvas) -> Iterator[QPointF]:
    assert canvas.view is not None
    layout = order_over(1).layout
    axis, box = time_axis(canvas.view, layout), layout.panels[Panel.RANGE]
    return (QPointF(axis.x_of(bar.middle), box.top + 20) for bar in canvas.view.bars)


def _mouse(canvas: ChartCanvas, kind: QEvent.Type, at: QPointF, held: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    event = QMouseEvent(kind, at, canvas.mapToGlobal(at), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(canvas, event)


def _paint() -> None:
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
