"""The scale from 0 to 10: eleven places on a line, the chosen one a filled disc with its number."""

from itertools import pairwise

from PySide6.QtCore import QElapsedTimer, QLineF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from trustplanner.ui.kit.joined_grid import bounds, joined_grid
from trustplanner.ui.kit.painted_button import OneTabStop, PaintedButton, Role, take_focus
from trustplanner.ui.kit.text_block import text_width
from trustplanner.ui.kit.theme import Theme

HIGHEST = 10
PITCH, NARROWEST_PITCH = 38, 33
HEIGHT = 40
DISC_RADIUS = 15.5
FOCUS_RADIUS = 18.0
LINE_GAP = 7  # the line keeps this distance from a number
_WIDEST = 1 << 16


class _Place(PaintedButton):
    paints_own_focus = True  # round, as the disc is

    def __init__(self, theme: Theme, number: int, parent: QWidget) -> None:
        super().__init__(theme, parent, Role.RADIO)
        self.number = number
        self.setAccessibleName(str(number))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The number; filled disc when chosen, ring under the mouse."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, rect = self.theme, QRectF(self.rect())
        radius = DISC_RADIUS * theme.text_scale
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(theme.color("accent" if self.isEnabled() else "ink_3"))
            painter.drawEllipse(rect.center(), radius, radius)
        elif self.isEnabled() and (self.isDown() or self.underMouse()):
            painter.setBrush(theme.color("shade" if self.isDown() else "hover"))
            painter.drawEllipse(rect.center(), radius, radius)
        painter.setFont(theme.font("control_strong" if self.isChecked() else "control"))
        painter.setPen(theme.color("on_accent" if self.isChecked() else "ink_2" if self.isEnabled() else "ink_3"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(self.number))
        if self.shows_focus:
            width = theme.tokens.border["focus"]
            ring = min(FOCUS_RADIUS * theme.text_scale, (rect.width() - width) / 2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus"), width))
            painter.drawEllipse(rect.center(), ring, ring)


class Scale(OneTabStop):
    """A whole number from 0 to 10, or none yet. Arrows step, digits choose (1 then 0 is 10), Delete clears.

    `number_chosen` carries the number and `cleared` says that there is none, when a person did it.
    """

    number_chosen = Signal(int)
    cleared = Signal()

    def __init__(self, theme: Theme, *, name: str = "", label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName(name)
        self._since_one_was_typed = QElapsedTimer()
        self._places = [_Place(theme, number, self) for number in range(HIGHEST + 1)]
        for place in self._places:
            place.setObjectName(f"{name}_{place.number}_button")
            place.activated.connect(self._on_place_activated)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._set_walk(self._places)
        self.setAccessibleName(label)

    @property
    def number(self) -> int | None:
        """What is chosen."""
        return next((place.number for place in self._places if place.isChecked()), None)

    def set_number(self, number: int | None) -> None:
        """Show this number as chosen, None for none; no signal.

        Raises:
            ValueError: not 0 to 10.
        """
        if number is not None and not 0 <= number <= HIGHEST:
            raise ValueError(number)
        for place in self._places:
            place.show_checked(place.number == number)
        self._settle_tab_stop()
        self.update()

    def _on_place_activated(self) -> None:
        place = self.sender()
        if isinstance(place, _Place):
            self._choose(place.number)

    def _choose(self, number: int) -> None:
        was_chosen = self.number
        self.set_number(number)
        if any(place.hasFocus() for place in self._places):
            take_focus(self._places[number])
        if number != was_chosen:
            self.number_chosen.emit(number)

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home, End, digits, Delete; every other key goes on to the page."""
        allowed = Qt.KeyboardModifier.KeypadModifier
        if event.modifiers() & ~allowed or not self._act_on_key(event):
            super().keyPressEvent(event)

    def _act_on_key(self, event: QKeyEvent) -> bool:
        is_second_digit = self._waits_for_zero()
        self._since_one_was_typed.invalidate()
        number = self._number_for(event, is_second_digit=is_second_digit)
        if number is not None:
            self._choose(number)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.number is not None:
            self.set_number(None)
            self.cleared.emit()
        else:
            return False
        return True

    def _number_for(self, event: QKeyEvent, *, is_second_digit: bool) -> int | None:
        """The number that a key means, None for a key that means none."""
        key = event.key()
        step = self._sideways_step(key) or {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(key), 0)
        if step:
            start = self.number if self.number is not None else self._focused_number() - step
            return min(max(start + step, 0), HIGHEST)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return 0 if key == Qt.Key.Key_Home else HIGHEST
        digit = event.text()
        if len(digit) != 1 or digit not in "0123456789":
            return None
        if digit == "1":
            self._since_one_was_typed.start()
        return HIGHEST if digit == "0" and is_second_digit else int(digit)

    def _waits_for_zero(self) -> bool:
        """Whether a 1 has just been typed, so that a 0 makes it 10."""
        interval = QApplication.keyboardInputInterval() * 3
        return self._since_one_was_typed.isValid() and not self._since_one_was_typed.hasExpired(interval)

    def _focused_number(self) -> int:
        return next((place.number for place in self._places if place.hasFocus()), 0)

    # --- geometry and painting

    def _arrange(self) -> None:
        for place, rect in zip(self._places, self._rects(self.width()), strict=True):
            place.setGeometry(self._visual(rect))

    def _rects(self, width: int) -> list[QRect]:
        count = len(self._places)
        pitch = min(self.theme.px(PITCH), max(width // count, self.theme.px(NARROWEST_PITCH)))
        return joined_grid([pitch] * count, self.theme.px(HEIGHT), width)

    def sizeHint(self) -> QSize:
        """All places in one row."""
        return bounds(self._rects(_WIDEST)).size()

    def minimumSizeHint(self) -> QSize:
        """As narrow as three rows; how high it then is, only its width can say."""
        three_rows = bounds(self._rects(self.theme.px(4 * NARROWEST_PITCH)))
        return QSize(three_rows.width(), self.theme.px(HEIGHT))

    def heightForWidth(self, width: int) -> int:
        """More rows when one does not fit."""
        return bounds(self._rects(width)).height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line between the places; each place paints its number."""
        painter = QPainter(self)
        painter.setPen(QPen(self.theme.color("edge"), self.theme.border_width))
        for here, there in pairwise(self._places):
            first, second = sorted((here, there), key=QWidget.x)
            begin, end = QRectF(first.geometry()).center(), QRectF(second.geometry()).center()
            left, right = begin.x() + self._reach(first), end.x() - self._reach(second)
            if begin.y() == end.y() and right > left:
                painter.drawLine(QLineF(left, begin.y(), right, begin.y()))

    def _reach(self, place: _Place) -> float:
        """From the middle of a number to where the line begins."""
        return text_width(self.theme, "control", str(place.number)) / 2 + self.theme.px(LINE_GAP)
