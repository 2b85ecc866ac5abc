"""One sort of entries on the page: what its rows, its forms and its actions are."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from trustplanner.domain.errors import KnownError
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.wishes_page.entry_column import ColumnHead, EntryColumn, EntryForm

_LONGEST_IN_TOAST = 60


class Part(QObject):
    """`form_requested` carries the id of an entry, or nothing for a new one; `code` stands for it in a destination.

    Subclasses fill `entries`, make `head` and `entry_column`, and write the methods below.
    """

    form_requested = Signal(str)
    code: str
    head: ColumnHead
    entry_column: EntryColumn[Any, Any]

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.entries: dict[str, Any] = {}

    def refresh(self) -> None:
        """Show the entries as they are."""
        raise NotImplementedError

    def make_form(self, key: str) -> EntryForm:
        """The form of an entry, or of a new one for an empty key."""
        raise NotImplementedError

    def keep(self, key: str, form: EntryForm) -> None:
        """Write down what is in a form.

        Raises:
            KnownError: a rule or the surroundings say no.
        """
        raise NotImplementedError

    def delete(self, key: str) -> bool:
        """Delete an entry; False where that was refused."""
        raise NotImplementedError

    def show_error(self, form: EntryForm, error: KnownError) -> None:
        """Say in the form what is wrong."""
        form.show_sentence(self.workspace.sentence_for(error))


def shortened(words: str) -> str:
    """The beginning of long words, for one line of a toast."""
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= _LONGEST_IN_TOAST else f"{one_line[: _LONGEST_IN_TOAST - 1].rstrip()}…"
