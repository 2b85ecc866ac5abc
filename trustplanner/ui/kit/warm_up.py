"""Imports what will be needed on a thread of its own, so that the window stays quick meanwhile."""

import gc
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from itertools import islice
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QObject, QTimer

SHORT_TURN: Final = 0.0005  # seconds a thread may hold the interpreter while another waits
NAMES_A_TURN: Final = 12  # so that making their types takes a few milliseconds
LOOK_MS: Final = 4  # between two looks at whether the thread is done


class WarmUp(QObject):
    """One thread at a time that imports modules; the garbage collector is held back while it runs.

    PySide makes a type of Qt when its name is first asked for, and two threads that do so at once crash. So every name
    is asked for before the first thread begins, a few in each turn of the event loop.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._modules: tuple[str, ...] = ()  # what the thread is to import that has not begun yet
        self._types = _types_of_qt()
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._on_turn)
        self._wanted: list[Callable[[], None]] = []
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look)

    def start(self, modules: Iterable[str]) -> None:
        """Begin to import, soon; waits for an earlier one first."""
        self.wait()
        self._modules = tuple(modules)
        self._turn.start()

    def wait(self) -> None:
        """Until everything is imported."""
        while self._modules:
            self._on_turn()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()

    def when_over(self, then: Callable[[], None]) -> None:
        """Call this once everything is imported: now if it is, else later. The window stays quick meanwhile."""
        if self._is_over:
            then()
        else:
            self._wanted.append(then)
            self._look.start()

    @property
    def _is_over(self) -> bool:
        return not self._modules and not (self._thread and self._thread.is_alive())

    def _on_look(self) -> None:
        if not self._is_over:
            return
        self._look.stop()
        wanted, self._wanted = self._wanted, []
        for then in wanted:
            then()

    def _on_turn(self) -> None:
        if len(list(islice(self._types, NAMES_A_TURN))) == NAMES_A_TURN:
            return
        self._turn.stop()
        modules, self._modules = self._modules, ()
        sys.setswitchinterval(SHORT_TURN)
        gc.disable()
        self._thread = threading.Thread(target=_import_all, args=(modules,), name="warm-up", daemon=True)
        self._thread.start()


def _types_of_qt() -> Iterator[object]:
    """Everything in the modules of Qt that the windows are made of; each is made when it is asked for."""
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            yield getattr(module, name)


def _import_all(modules: tuple[str, ...]) -> None:
    try:
        for module in modules:
            import_module(module)
    finally:
        gc.freeze()
        gc.enable()
