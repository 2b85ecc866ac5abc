"""When the last verified copy of the vault was made, in words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from trustplanner.domain.errors import KnownError
from trustplanner.storage.backups import last_backup
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.workspace import Workspace


def last_copy(workspace: Workspace) -> datetime | None:
    """When it was made, on the wall clock; None if there is none or it cannot be told."""
    try:
        moment = last_backup(workspace.runner.vault.path, workspace.runner.now().at)
    except KnownError:
        return None
    return None if moment is None else moment.astimezone(workspace.runner.local_zone())


def last_copy_words(workspace: Workspace) -> str:
    """One line for the settings."""
    moment = last_copy(workspace)
    if moment is None:
        return QCoreApplication.translate("LastCopy", "No checked copy has been made yet")
    words = QCoreApplication.translate("LastCopy", "Last checked copy: {day}, {time}")
    return words.format(day=DateWords().long(moment.date(), workspace.today), time=f"{moment:%H:%M}")


class LastCopyCaption(TextLabel):
    """The day alone, quiet and always there; empty before the first copy. In the narrow sidebar it is one word more."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.theme, "", "caption", "ink_2")
        self._workspace = workspace
        self._is_narrow = False
        self.setObjectName("last_copy_caption")
        workspace.told.connect(self._show)
        workspace.day_changed.connect(self._show)
        self._show()

    def set_narrow(self, is_narrow: bool) -> None:
        """Say it in the width of an icon, or in a line."""
        self._is_narrow = is_narrow
        self._is_centred = is_narrow
        self._show()

    def _show(self) -> None:
        moment = last_copy(self._workspace)
        if moment is None:
            self.set_text("")
            return
        whole = QCoreApplication.translate("LastCopy", "Last checked copy: {day}")
        short = QCoreApplication.translate("LastCopy", "Copy\n{day}")
        words = short if self._is_narrow else whole
        self.set_text(words.format(day=DateWords().brief(moment.date(), self._workspace.today)))
        self.setAccessibleName(whole.format(day=DateWords().long(moment.date(), self._workspace.today)))
