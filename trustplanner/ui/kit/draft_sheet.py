"""A sheet with words in it: they are kept as a draft until it has done what it asks about, and are there after a lock.

One draft holds the words of the sheet that was written in last, another one which sheet was open.
"""

import json
from contextlib import suppress
from typing import Any, Final, NamedTuple

from PySide6.QtWidgets import QLineEdit, QWidget

from trustplanner.actions.plans import keep_draft
from trustplanner.domain.errors import KnownError
from trustplanner.storage.queries.plans import draft
from trustplanner.ui.kit.autosave import Autosave
from trustplanner.ui.kit.cursor_place import CursorPlace, CursorWatch, put_cursor_back
from trustplanner.ui.kit.sheet_dialog import SheetDialog, SheetWidth
from trustplanner.ui.kit.workspace import Workspace

WORDS: Final = "sheet"  # the names of the drafts
OPEN: Final = "open_sheet"

Typed = dict[str, Any]


class SheetName(NamedTuple):
    """Which sheet, and what it is about: the id of a commitment, for example."""

    kind: str
    subject: str = ""

    def to_text(self) -> str:
        """For a draft."""
        return ":".join(self)


class DraftSheet(SheetDialog):
    """Subclasses write `typed` and `fill_typed`; they call `finish` once what was asked is done.

    Closing the sheet any other way keeps what was typed, for the next time the same is asked.
    """

    def __init__(
        self,
        workspace: Workspace,
        window: QWidget,
        title: str,
        name: SheetName,
        width: SheetWidth = SheetWidth.WORK,
    ) -> None:
        super().__init__(workspace.theme, window, title, width, name=name.kind)
        self._workspace = workspace
        self._name = name
        self._initial: Typed = {}
        self._kept: Typed = {}
        self._is_open = False
        self._cursor = CursorWatch(self)
        self._autosave = Autosave(self._keep, self, workspace.refused.emit)
        self.close_requested.connect(self._on_close_requested)

    def typed(self) -> Typed:
        """What stands in the fields, as plain values."""
        raise NotImplementedError

    def fill_typed(self, typed: Typed) -> None:
        """Show what was kept.

        Raises:
            KeyError, TypeError, ValueError: another version kept something else.
        """
        raise NotImplementedError

    def open(self, first_focus: QWidget | None = None) -> None:
        """Show the sheet with what was typed into it before."""
        self._initial = self.typed()
        cursor = self._fill_kept()
        self._kept = self.typed()
        self._is_open = True
        for line in self.findChildren(QLineEdit):
            line.textEdited.connect(self._autosave.touch)
        super().open(first_focus)
        put_cursor_back(self, cursor)

    def save_typing(self) -> None:
        """Keep what is typed, and that the sheet is open.

        Raises:
            KnownError: it could not be written.
        """
        self._keep()
        self._workspace.do_quietly(keep_draft, OPEN, self._name.to_text())

    def finish(self) -> None:
        """Forget what was typed, and close."""
        self._is_open = False
        if self._kept != self._initial:
            with suppress(KnownError):  # it is done; at worst the words stand here once more
                self._workspace.do_quietly(keep_draft, WORDS, "")
        self.close_sheet()

    def _keep(self) -> None:
        typed = self.typed()
        if not self._is_open or typed == self._kept:
            return
        body = ""
        if typed != self._initial:
            body = json.dumps({"sheet": self._name.to_text(), "typed": typed, "cursor": self._cursor.place()})
        self._workspace.do_quietly(keep_draft, WORDS, body)
        self._kept = typed

    def _fill_kept(self) -> CursorPlace:
        kept = self._workspace.read(draft, WORDS)
        try:
            found = json.loads(kept.body) if kept else {}
            if found.get("sheet") != self._name.to_text():
                return CursorPlace()
            self.fill_typed(found["typed"])
            field, among, cursor = found["cursor"]
            return CursorPlace(str(field), int(among), int(cursor))
        except (ValueError, KeyError, TypeError, AttributeError):  # kept by another version
            return CursorPlace()

    def _on_close_requested(self) -> None:
        """What cannot be kept keeps the sheet open."""
        try:
            self._keep()
        except KnownError as error:
            self.closes_by_itself = False
            self.show_refusal(self._workspace.sentence_for(error))
        else:
            self.closes_by_itself = True
            self._is_open = False


def take_open_sheet(workspace: Workspace) -> SheetName | None:
    """The sheet that was open before a lock, once; None if there was none."""
    kept = workspace.read(draft, OPEN)
    if kept is None:
        return None
    with suppress(KnownError):  # on a full disk it is opened again the next time, too
        workspace.do_quietly(keep_draft, OPEN, "")
    kind, _, subject = kept.body.partition(":")
    return SheetName(kind, subject)
