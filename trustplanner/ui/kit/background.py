"""Slow work on one thread of its own: plain functions, no Qt objects, the result only if the asker still lives."""

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

T = TypeVar("T")
Call = Callable[[], None]


class Background(QObject):
    """Runs one piece of work after another beside the window.

    Results arrive on the GUI thread. An exception goes to `failed` if one was given, otherwise to the crash window
    like any other. The thread is made when it is first needed; concurrent.futures would cost the first window 13 ms.
    """

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls: SimpleQueue[Call | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._finished.connect(self._on_finished)  # queued, because it is emitted on the other thread

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `work` on the thread, then `done` with its result on the GUI thread if `owner` still lives."""

        def call() -> None:
            deliver: Call
            try:
                result = work()
            except Exception as error:  # noqa: BLE001  (whatever it is, it belongs to the GUI thread)
                deliver = _later(_raised if failed is None else failed, error)
            else:
                deliver = _later(done, result)
            if isValid(self):
                self._finished.emit((owner, deliver))

        if self._thread is None:
            self._thread = Thread(target=self._work, name="background", daemon=True)
            self._thread.start()
        self._calls.put(call)

    def wait(self, seconds: float = 10.0) -> bool:
        """Finish the work that is under way and what waits behind it, and end the thread.

        Returns False if that takes longer: a file that is none, or a disk that has gone, may never answer. The thread
        then ends with the process.
        """
        thread, self._thread = self._thread, None
        if thread is None:
            return True
        self._calls.put(None)
        thread.join(seconds)
        return not thread.is_alive()

    def _work(self) -> None:
        while (call := self._calls.get()) is not None:
            call()

    def _on_finished(self, finished: tuple[QObject, Call]) -> None:
        owner, deliver = finished
        if isValid(owner):
            deliver()


def _later(function: Callable[[Any], None], value: Any) -> Call:
    return lambda: function(value)


def _raised(error: Exception) -> None:
    raise error
