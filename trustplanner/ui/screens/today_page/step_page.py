"""What the five steps have in common: they show the miss, save what is typed, and are one undo step each visit."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from trustplanner.content.misses import MissSteps
from trustplanner.domain.errors import KnownError, RuleError
from trustplanner.ui.kit.autosave import Autosave
from trustplanner.ui.kit.dates import local_time
from trustplanner.ui.kit.fields import FieldFoot, LabelledField
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.visit import Visit
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.screens.today_page.miss_state import MissState

BETWEEN_FIELDS = 14


class StepPage(QWidget):
    """One step. `go_on_requested` asks for the next one, `go_requested` carries a `Destination` away from the sheet."""

    go_on_requested = Signal()
    go_requested = Signal(object)

    def __init__(self, workspace: Workspace, commitment_id: str, day: date) -> None:
        super().__init__()
        self.workspace = workspace
        self.commitment_id = commitment_id
        self.day = day
        self.visit = Visit(workspace, self.tr("steps after a miss"), self)
        self.column = column(self, spacing=8)

    @property
    def texts(self) -> MissSteps:
        """The words of all steps."""
        return self.workspace.catalogue.miss_steps()

    def title(self) -> str:
        """The question of this step."""
        raise NotImplementedError

    def show_state(self, state: MissState) -> None:
        """Show what is written, but for words that are being typed."""
        raise NotImplementedError

    def first_field(self) -> QWidget:
        """Where the cursor goes."""
        raise NotImplementedError

    def save_typing(self) -> None:
        """Write what is typed and not yet saved; nothing by default.

        Raises:
            KnownError: it could not be written.
        """

    def leave(self) -> None:
        """Save, and let the visit be one undo step.

        Raises:
            KnownError: it could not be written; the visit goes on.
        """
        self.save_typing()
        self.visit.end()

    def choose(self, action: Callable[[], object]) -> None:
        """Do what was chosen at once; a known error is shown by the window."""
        try:
            action()
        except KnownError as error:
            self.workspace.refused.emit(error)


class SavedWords(QObject):
    """A field of the review after a miss that saves itself; `foot` says when it was saved last."""

    def __init__(self, page: StepPage, what: str, label: str, foot: FieldFoot, write: Callable[[str], None]) -> None:
        super().__init__(page)
        self._page = page
        self._foot = foot
        self._write = write
        self.field = WritingField(page.workspace.theme, name=f"miss_{what}_field")
        self.labelled = LabelledField(page.workspace.theme, label, self.field)
        self._autosave = Autosave(self._save, self, self._on_refused)
        self.field.textChanged.connect(self._on_edited)
        self.field.go_on_requested.connect(page.go_on_requested)

    def show_words(self, words: str) -> None:
        """Show what is saved, unless something else is being typed."""
        if not self._autosave.is_waiting and words != self.field.toPlainText():
            self.field.fill(words)
            self.field.moveCursor(QTextCursor.MoveOperation.End)

    def flush(self) -> None:
        """Save now what waits.

        Raises:
            KnownError: it could not be saved; it stays on the screen and waits on.
        """
        self._autosave.flush()

    def _on_edited(self) -> None:
        self.labelled.show_sentence("")
        self._autosave.touch()

    def _on_refused(self, error: KnownError) -> None:
        """What a rule has against the words is said at the field."""
        if isinstance(error, RuleError):
            self.labelled.show_sentence(self._page.workspace.sentence_for(error))
        else:
            self._page.workspace.refused.emit(error)

    def _save(self) -> None:
        self._write(self.field.toPlainText())
        now = self._page.workspace.runner.now()
        words = self.tr("Saved at {time}. Only in this file.")
        self._foot.show_saved(words.format(time=local_time(now.at, now.utc_offset)))
