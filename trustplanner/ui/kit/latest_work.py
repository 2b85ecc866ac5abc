"""Slow work of which only the newest result is wanted: what was asked before is dropped, done or not."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject

from trustplanner.ui.kit.background import Background

T = TypeVar("T")


class LatestWork(QObject):
    """One piece of work at a time on the background thread. Asking again replaces what waits.

    So a window that is being dragged, or ranges that are tried one after the other, never fill the queue.
    """

    def __init__(self, background: Background, owner: QObject) -> None:
        super().__init__(owner)
        self._background = background
        self._waiting: tuple[Callable[[], Any], Callable[[Any], None]] | None = None
        self._is_wanted = False
        self._is_running = False

    @property
    def is_busy(self) -> bool:
        """Whether a result is still to come."""
        return self._is_wanted

    def ask(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do `work` beside the window, then `done` with its result, unless something else is asked meanwhile."""
        self._waiting = (work, done)
        self._is_wanted = True
        if not self._is_running:
            self._begin()

    def forget(self) -> None:
        """Nothing that was asked is wanted any more."""
        self._waiting = None
        self._is_wanted = False

    def _begin(self) -> None:
        if self._waiting is None:
            return
        (work, done), self._waiting = self._waiting, None
        self._is_running = True
        self._background.run(self, work, lambda result: self._on_done(done, result), self._on_failed)

    def _on_done(self, done: Callable[[Any], None], result: object) -> None:
        self._is_running = False
        if self._waiting is not None:
            self._begin()
        elif self._is_wanted:
            self._is_wanted = False
            done(result)

    def _on_failed(self, error: Exception) -> None:
        self._is_running = False
        self._is_wanted = self._waiting is not None
        self._begin()
        raise error
