"""When to lock: nobody at the keyboard, the machine asleep, or the lock key where no menu hears it."""

import time
from collections.abc import Callable
from typing import ClassVar, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

CHECK_MS = 5_000
LOCK_KEY = (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L)


def seconds_since_boot() -> float:
    """A clock that goes on while the machine sleeps."""
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):  # the second one stands still on Linux, and goes on on a Mac
        clock = getattr(time, name, None)
        if clock is not None:
            return time.clock_gettime(clock)
    return time.monotonic()


class IdleWatch(QObject):
    """Emits `idle` once nobody has pressed a key or moved the mouse for the given minutes.

    A machine that slept through the limit is idle at the first sign of life or the first check after it wakes.
    `lock_key_pressed` comes for a lock key that reached no menu, because a list or a dialog of the system was open.
    """

    idle = Signal()
    lock_key_pressed = Signal()

    PRESENCE: ClassVar[frozenset[QEvent.Type]] = frozenset(
        {
            QEvent.Type.KeyPress,
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseMove,
            QEvent.Type.Wheel,
            QEvent.Type.TouchBegin,
            QEvent.Type.InputMethod,
        }
    )

    def __init__(
        self,
        app: QApplication,
        minutes: int,
        clock: Callable[[], float] = seconds_since_boot,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._limit = minutes * 60.0
        self._seen = clock()
        self._timer = QTimer(self, interval=CHECK_MS)
        self._timer.timeout.connect(self.check)
        self._timer.start()
        app.installEventFilter(self)

    def set_minutes(self, minutes: int) -> None:
        """Change after how long it is."""
        self._limit = minutes * 60.0

    def check(self) -> None:
        """Emit `idle` if the time is up; if the program goes on all the same, again after the same time."""
        if self._is_over():
            self._seen = self._clock()
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002  (Qt passes it)
        """Note that somebody is here. The first sign after too long a time locks before it does anything."""
        kind = event.type()
        if kind not in self.PRESENCE:
            return False
        if self._is_over():
            self.check()
            return True
        self._seen = self._clock()
        if kind == QEvent.Type.KeyPress and _is_lock_key(cast("QKeyEvent", event)):
            self.lock_key_pressed.emit()
            return True
        return False

    def _is_over(self) -> bool:
        return self._clock() - self._seen >= self._limit


def _is_lock_key(event: QKeyEvent) -> bool:
    return (event.modifiers(), event.key()) == LOCK_KEY
