"""A field for one text of the session's note: it saves itself, and one visit to it is one step to undo."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from trustplanner.actions.session_notes import write_session_note
from trustplanner.domain.errors import Code, KnownError, RuleError
from trustplanner.domain.path import LONGEST_ANSWER
from trustplanner.domain.session_notes import NotePart
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.leaving import is_leaving
from trustplanner.ui.kit.visit import Visit
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.kit.writing_visit import WritingVisit

_LOWEST = 72


class NoteField(QWidget):
    """What is typed belongs to the session that is shown."""

    def __init__(self, workspace: Workspace, part: NotePart, label: str) -> None:
        super().__init__()
        self._workspace = workspace
        self._part = part
        self._session_id = ""
        self.field = WritingField(workspace.theme, name=f"session_{part.value}_field", lowest=_LOWEST)
        self._labelled = LabelledField(workspace.theme, label, self.field)
        column(self).addWidget(self._labelled)
        self._visit = WritingVisit(workspace, self.tr("words in a session"), self._save, self)
        self._visit.refused.connect(self._on_refused)
        self.field.textChanged.connect(self._on_edited)
        self.field.overflow_refused.connect(
            lambda: self._on_refused(RuleError(Code.ANSWER_TOO_LONG, most=LONGEST_ANSWER))
        )
        self.field.installEventFilter(self)

    def show_words(self, session_id: str, words: str) -> None:
        """Show what is written; words that wait to be saved are not replaced."""
        if session_id != self._session_id:
            self.save_typing()
            self._session_id = session_id
        if not self._visit.is_waiting and words != self.field.toPlainText():
            self.field.fill(words)

    def save_typing(self) -> None:
        """Save what waits.

        Raises:
            KnownError: it could not be saved; it stays on the screen.
        """
        self._visit.end()

    def _save(self, visit: Visit) -> None:
        if self._session_id:
            visit.do(write_session_note, self._session_id, self._part, self.field.toPlainText())

    def _on_edited(self) -> None:
        self._labelled.show_sentence("")
        self._visit.touch()

    def _on_refused(self, error: KnownError) -> None:
        self._labelled.show_sentence(self._workspace.sentence_for(error))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A visit ends when the focus leaves."""
        if watched is self.field and isinstance(event, QFocusEvent) and is_leaving(event):
            try:
                self.save_typing()
            except KnownError as error:
                self._on_refused(error)
        return super().eventFilter(watched, event)
