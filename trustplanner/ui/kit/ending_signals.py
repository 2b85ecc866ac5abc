"""The system asks the program to end: a log-out, a shut-down, Ctrl+C in the terminal it was begun in."""

import os
import signal
import sys

from PySide6.QtCore import QObject, QSocketNotifier, Signal

ASKING = ("SIGTERM", "SIGINT", "SIGHUP")


class EndingSignals(QObject):
    """Emits `asked` instead of dying, so that what is typed is saved and the vault is closed as on any other day.

    Python looks at signals only between its own instructions, and a window may wait for hours without one; so the
    interpreter writes each signal into a pipe that Qt listens to.
    """

    asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        if sys.platform == "win32":  # asks windows to close, which needs nothing
            return
        self._end, write_end = os.pipe()
        os.set_blocking(self._end, False)
        os.set_blocking(write_end, False)
        notifier = QSocketNotifier(self._end, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._on_pipe_filled)
        signal.set_wakeup_fd(write_end, warn_on_full_buffer=False)
        for name in ASKING:
            asking = getattr(signal, name)
            if signal.getsignal(asking) != signal.SIG_IGN:  # whoever began the program wants it to stay
                signal.signal(asking, lambda *_: None)  # the pipe tells

    def _on_pipe_filled(self) -> None:
        if os.read(self._end, 64):
            self.asked.emit()
