"""A visit to something that is written: it saves itself while it is typed, and is one undo step when it is over."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from trustplanner.ui.kit.autosave import Autosave
from trustplanner.ui.kit.visit import Visit
from trustplanner.ui.kit.workspace import Workspace


class WritingVisit(QObject):
    """`save` writes what stands on the screen, through the visit it is given.

    `refused` carries the KnownError of a saving that nobody asked for; it is tried again each second, so that no word
    is lost.
    """

    refused = Signal(object)

    def __init__(self, workspace: Workspace, label: str, save: Callable[[Visit], object], parent: QObject) -> None:
        super().__init__(parent)
        self._save = save
        self._is_given_up = False
        self._visit = Visit(workspace, label, self)
        self._autosave = Autosave(self._on_save_due, self, self.refused.emit)

    @property
    def is_waiting(self) -> bool:
        """Whether something typed is not saved yet."""
        return self._autosave.is_waiting

    def touch(self) -> None:
        """Something was typed."""
        self._autosave.touch()

    def end(self) -> None:
        """The person leaves: what waits is saved now, and all that was saved since they came is one undo step.

        Raises:
            KnownError: it could not be saved; it stays on the screen and waits on.
        """
        self._autosave.flush()
        self._visit.end()

    def give_up(self) -> None:
        """What was written in is gone; what waits belongs nowhere."""
        self._is_given_up = True

    def _on_save_due(self) -> None:
        if not self._is_given_up:
            self._save(self._visit)
