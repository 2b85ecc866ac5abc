"""Imports what will be needed on a thread of its own, so that the window stays quick meanwhile."""

import gc
import sys
import threading
from collections.abc import Iterable
from importlib import import_module

from PySide6.QtCore import QObject

SHORT_TURN = 0.0005  # seconds a thread may hold the interpreter while another waits


class WarmUp(QObject):
    """One thread at a time that imports modules; the garbage collector is held back while it runs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None

    def start(self, modules: Iterable[str]) -> None:
        """Begin to import; waits for an earlier one first."""
        self.wait()
        sys.setswitchinterval(SHORT_TURN)
        gc.disable()
        self._thread = threading.Thread(target=_import_all, args=(tuple(modules),), name="warm-up", daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Until everything is imported."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()


def _import_all(modules: tuple[str, ...]) -> None:
    try:
        for module in modules:
            import_module(module)
    finally:
        gc.freeze()
        gc.enable()
