"""Before something leaves the program as a file: where to, and what is to be known of that place."""

import os
from pathlib import Path

from PySide6.QtWidgets import QWidget

from trustplanner.domain.errors import Code, KnownError, RuleError
from trustplanner.exchange.folder_notes import folder_notes
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.fields import NoticeLine
from trustplanner.ui.kit.file_dialogs import choose_new_file
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.workspace import Workspace


class LeavingSheet(SheetDialog):
    """Nothing is written before a place is chosen and, where the place is risky, confirmed.

    Subclasses place `_notice` and `_write`, which is hidden until it is needed, and write `_target` in `_write_file`.
    """

    def __init__(
        self, workspace: Workspace, device: DeviceSettings, window: QWidget, title: str, *, name: str, write_name: str
    ) -> None:
        super().__init__(workspace.theme, window, title, name=name)
        self.workspace = workspace
        self._device = device
        self._notes = workspace.catalogue.export_notes()
        self._target: Path | None = None
        self._notice = NoticeLine(workspace.theme)
        self._write = Button(workspace.theme, self.tr("Write it there all the same"), name=write_name)
        self._write.clicked.connect(self._write_file)
        self._write.hide()

    def _write_file(self) -> None:
        """Write into `_target`, if there is one."""
        raise NotImplementedError

    def _ask_where(self, title: str, suggestion: str, pattern: str) -> None:
        """Ask for a place, with the ending of `suggestion`, and write there or say first what is risky about it."""
        ending = Path(suggestion).suffix
        chosen = choose_new_file(self.window(), title, Path.home() / suggestion, pattern, self._device)
        if chosen is None:
            return
        self._write.hide()
        target = chosen if chosen.suffix.lower() == ending else chosen.with_name(chosen.name + ending)
        if target != chosen and os.path.lexists(target):  # the dialog has asked about another name
            self._refuse(RuleError(Code.VAULT_EXISTS, path=str(target)))
            return
        self._target = target
        found = folder_notes(target.parent)
        self._say(" ".join(getattr(self._notes, note.value) for note in found))
        self._write.setVisible(bool(found))
        self.fit()
        if not found:
            self._write_file()

    def _refuse(self, error: KnownError) -> None:
        self._say(self.workspace.sentence_for(error))

    def _say(self, sentence: str) -> None:
        self._notice.show_sentence(sentence)
        self.fit()
