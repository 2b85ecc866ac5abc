"""How a person looks at other days of the chart: by dragging, by wheel and touchpad, and by keys."""

from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from trustplanner.charts.layout import TimeAxis
from trustplanner.charts.stretch import Stretch, moved, zoomed
from trustplanner.charts.view import ChartView

NEARER: Final = 0.5  # half as many days
FURTHER: Final = 2.0
STEP_OF_BARS: Final = 4  # a key moves a quarter of what is seen
A_NOTCH: Final = 120  # what Qt counts for one step of a wheel
A_PINCH: Final = 0.25

_ZOOM_KEYS: Final = {
    Qt.Key.Key_Plus: NEARER,
    Qt.Key.Key_Equal: NEARER,  # plus, without Shift
    Qt.Key.Key_Minus: FURTHER,
    Qt.Key.Key_Underscore: FURTHER,
}


class ChartMoving:
    """Turns what a person does into the days that are wanted, None where they stay as they are.

    While the chart is dragged it also knows how far the last picture has to be shifted.
    """

    def __init__(self) -> None:
        self._view: ChartView | None = None
        self._within: Stretch | None = None
        self._pressed_at: float | None = None
        self._anchor: float | None = None  # the moment under the mouse since the drag began
        self._x = 0.0
        self._turned = self._pinched = self._pushed = 0.0
        self._asked: Stretch | None = None

    def show(self, view: ChartView, within: Stretch | None) -> None:
        """These days are shown now, of a record that lies `within` others; None where it cannot be moved."""
        self._view, self._within, self._asked = view, within, None

    @property
    def is_dragging(self) -> bool:
        """Whether the days follow the mouse."""
        return self._anchor is not None

    # --- by mouse

    def press(self, x: float) -> None:
        """A button went down on the days."""
        self._pressed_at = x

    def drag(self, x: float, axis: TimeAxis) -> Stretch | None:
        """The mouse moves with its button held."""
        if self._pressed_at is None or self._view is None or self._within is None:
            return None
        if self._anchor is None:
            if abs(x - self._pressed_at) < QApplication.startDragDistance():
                return None
            self._anchor = axis.ordinal_at(self._pressed_at)
        self._x = x
        return self._moved(round(-self.shift(axis) / self._bar_px(axis)))

    def release(self) -> bool:
        """The button went up; whether something was dragged."""
        was_dragging = self.is_dragging
        self._pressed_at = self._anchor = None
        return was_dragging

    def shift(self, axis: TimeAxis) -> float:
        """How many pixels to the right a picture with this axis stands while it is dragged, never beyond the record."""
        if self._anchor is None or self._within is None:
            return 0.0
        wanted = self._x - axis.x_of(self._anchor)
        most = (axis.first - self._within.first).days * axis.px_a_day
        least = (axis.last - self._within.last).days * axis.px_a_day
        return min(max(wanted, min(least, 0.0)), max(most, 0.0))

    # --- by wheel, touchpad and keys

    def wheel(self, event: QWheelEvent, axis: TimeAxis) -> Stretch | None:
        """Ctrl turns nearer and further; sideways, or with Shift, the days move. The rest is the page's."""
        along, down = event.angleDelta().x(), event.angleDelta().y()
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            event.accept()
            self._turned += down
            if abs(self._turned) < A_NOTCH:
                return None
            factor, self._turned = (NEARER if self._turned > 0 else FURTHER), 0.0
            return self._zoomed(factor, axis.day_at(event.position().x()))
        if not along and modifiers & Qt.KeyboardModifier.ShiftModifier:
            along = down
        if abs(along) <= abs(down) and along != down:
            event.ignore()
            return None
        if not along:
            event.ignore()
            return None
        event.accept()
        self._pushed -= event.pixelDelta().x() / self._bar_px(axis) or along / A_NOTCH
        by, self._pushed = int(self._pushed), self._pushed - int(self._pushed)
        return self._moved(by)

    def pinch(self, event: QNativeGestureEvent, axis: TimeAxis) -> Stretch | None:
        """Two fingers on a touchpad."""
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return None
        self._pinched += event.value()
        if abs(self._pinched) < A_PINCH:
            return None
        factor, self._pinched = (NEARER if self._pinched > 0 else FURTHER), 0.0
        return self._zoomed(factor, axis.day_at(event.position().x()))

    def key(self, event: QKeyEvent, around: date) -> Stretch | None:
        """Shift with Left and Right moves the days, plus and minus bring them nearer around a day and further away."""
        key = Qt.Key(event.key())
        if key in _ZOOM_KEYS:
            return self._zoomed(_ZOOM_KEYS[key], around)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        if step is None or not event.modifiers() & Qt.KeyboardModifier.ShiftModifier or self._view is None:
            return None
        return self._moved(step * max(1, len(self._view.bars) // STEP_OF_BARS))

    def is_key(self, event: QKeyEvent) -> bool:
        """Whether a key means other days, even where there are none."""
        is_sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        return event.key() in _ZOOM_KEYS or bool(is_sideways and event.modifiers() & Qt.KeyboardModifier.ShiftModifier)

    def _bar_px(self, axis: TimeAxis) -> float:
        bars = len(self._view.bars) if self._view else 1
        return max(1.0, ((axis.last - axis.first).days + 1) * axis.px_a_day / bars)

    def _moved(self, by: int) -> Stretch | None:
        if self._view is None or self._within is None:
            return None
        return self._wanted(moved(self._view, by, self._within), self._view)

    def _zoomed(self, factor: float, around: date) -> Stretch | None:
        if self._view is None or self._within is None:
            return None
        return self._wanted(zoomed(self._view, factor, around, self._within), self._view)

    def _wanted(self, found: Stretch, view: ChartView) -> Stretch | None:
        """None for the days that are shown, or asked for already."""
        shown = self._asked or Stretch(view.first, view.last)
        if found == shown:
            return None
        self._asked = found
        return found
