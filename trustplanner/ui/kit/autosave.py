"""Saving while a person types: 0.4 s after the last key, and at least once a second while typing goes on."""

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from trustplanner.domain.errors import KnownError

QUIET_MS = 400
LONGEST_MS = 1000


class Autosave(QObject):
    """Calls `save` soon after `touch`; `flush` calls it at once if anything waits.

    A known error in a saving that nobody asked for, such as a full disk, goes to `refused` if it is given, and the
    saving is tried again each second. An error that nobody expects would come each second, too: after one of those
    only the next key or `flush` tries again.
    """

    def __init__(
        self, save: Callable[[], None], parent: QObject, refused: Callable[[KnownError], object] | None = None
    ) -> None:
        super().__init__(parent)
        self._save = save
        self._refused = refused
        self._waits = False
        self._quiet = self._timer(QUIET_MS)
        self._longest = self._timer(LONGEST_MS)

    @property
    def is_waiting(self) -> bool:
        """Whether something typed is not saved yet."""
        return self._waits

    def touch(self) -> None:
        """Something was typed."""
        self._waits = True
        self._quiet.start()
        if not self._longest.isActive():
            self._longest.start()

    def flush(self) -> None:
        """Save now what waits. If that fails it waits on, so that no word is lost.

        Raises:
            KnownError: what `save` raised.
        """
        if self._waits:
            self._save_now()

    def _save_now(self) -> None:
        self._quiet.stop()
        self._longest.stop()
        self._waits = False
        try:
            self._save()
        except KnownError:
            self._waits = True
            self._longest.start()
            raise
        except Exception:
            self._waits = True
            raise

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self, interval=milliseconds, singleShot=True)
        timer.timeout.connect(self._on_timeout)
        return timer

    def _on_timeout(self) -> None:
        try:
            self.flush()
        except KnownError as error:
            if self._refused is None:
                raise
            self._refused(error)


class SavesTyping(Protocol):
    """Something that a person types into."""

    def save_typing(self) -> None:
        """Write what is typed and not yet saved."""


def save_all(parts: Iterable[SavesTyping]) -> None:
    """Write what is typed anywhere.

    Raises:
        KnownError: some of it could not be written; the rest is.
    """
    refused: list[KnownError] = []
    for part in parts:
        try:
            part.save_typing()
        except KnownError as error:
            refused.append(error)
    if refused:
        raise refused[0]
