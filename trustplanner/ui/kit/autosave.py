"""Saving while a person types: 0.4 s after the last key, and at least once a second while typing goes on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

QUIET_MS = 400
LONGEST_MS = 1000


class Autosave(QObject):
    """Calls `save` soon after `touch`; `flush` calls it at once if anything waits."""

    def __init__(self, save: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._save = save
        self._quiet = self._timer(QUIET_MS)
        self._longest = self._timer(LONGEST_MS)

    @property
    def is_waiting(self) -> bool:
        """Whether something typed is not saved yet."""
        return self._quiet.isActive() or self._longest.isActive()

    def touch(self) -> None:
        """Something was typed."""
        self._quiet.start()
        if not self._longest.isActive():
            self._longest.start()

    def flush(self) -> None:
        """Save now what waits. If that fails it waits on, so that no word is lost."""
        if not self.is_waiting:
            return
        self._quiet.stop()
        self._longest.stop()
        try:
            self._save()
        except Exception:
            self._longest.start()
            raise

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self, interval=milliseconds, singleShot=True)
        timer.timeout.connect(self.flush)
        return timer
