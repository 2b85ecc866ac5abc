"""Building a page in pieces, one for each turn of the event loop, so that no turn is longer than a frame."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer


class InTurns(QObject):
    """Calls the steps one after the other, each in a turn of its own; the first one not before the next turn."""

    def __init__(self, owner: QObject, steps: Iterable[Callable[[], None]]) -> None:
        super().__init__(owner)
        self._steps = list(steps)
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._on_turn)
        self._turn.start()

    @property
    def is_over(self) -> bool:
        """Whether every step has been taken; the last one may be under way."""
        return not self._steps

    def _on_turn(self) -> None:
        step = self._steps.pop(0)
        if not self._steps:
            self._turn.stop()
        step()
