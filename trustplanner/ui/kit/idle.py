"""When to lock without being asked: nobody at the keyboard, the machine asleep, the screen locked."""

import time
from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

CHECK_MS = 5_000


def seconds_since_boot() -> float:
    """A clock that goes on while the machine sleeps, where the system has one."""
    boot_time = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot_time is None else time.clock_gettime(boot_time)


class IdleWatch(QObject):
    """Emits `idle` once nobody has pressed a key or moved the mouse for the given minutes.

    A machine that slept through the limit is idle at the first check after it wakes, before anything is painted
    that was not on the screen already.
    """

    idle = Signal()

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
        """Emit `idle` if the time is up."""
        if self._clock() - self._seen >= self._limit:
            self._timer.stop()
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002  (Qt passes it)
        """Note that somebody is here. The first sign after too long a time locks before it does anything."""
        if event.type() in self.PRESENCE and self._timer.isActive():
            if self._clock() - self._seen >= self._limit:
                self.check()
                return True
            self._seen = self._clock()
        return False
