"""The note after a talk: what was said or is guessed, one thing that was new, and what was agreed."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from trustplanner.actions.conversations import write_not_known
from trustplanner.actions.talk_notes import add_talk_line, change_talk_line, delete_talk_line
from trustplanner.content.conversations import NoteWords
from trustplanner.domain.conversations import Talk
from trustplanner.domain.errors import KnownError
from trustplanner.domain.path import Whose
from trustplanner.domain.plans import Contact
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.storage.queries.conversations import agreements, talk_lines
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.leaving import is_leaving
from trustplanner.ui.kit.quoted_lines import Line, QuotedLines
from trustplanner.ui.kit.visit import Visit
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.kit.writing_visit import WritingVisit
from trustplanner.ui.screens.talk_page.agreement_list import Agreed, AgreementList

_GROUP_GAP: Final = 28
_LOW: Final = 80  # pixels at 100 %


class NoteFields(QWidget):
    """Everything saves itself. `drafted` follows each key in a line or an agreement that is not added yet."""

    drafted = Signal()
    overflow_refused = Signal()
    commit_requested = Signal(str)
    open_requested = Signal(str)

    def __init__(self, workspace: Workspace, words: NoteWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._words = words
        self._talk: Talk | None = None
        self._dates = DateWords()
        theme = workspace.theme
        self._lead = TextLabel(theme, "", "body", "ink_2")
        self._lines = QuotedLines(workspace, change_talk_line, delete_talk_line, self._note_of, name="talk")
        self._line_field = WritingField(theme, name="talk_line_field", lowest=_LOW)
        self._line = LabelledField(theme, "", self._line_field)
        self._add = Button(theme, self.tr("Add this line"), Kind.NORMAL, name="talk_line_add_button")
        self._not_known = WritingField(theme, name="talk_not_known_field", lowest=_LOW)
        self._agreed_lead = TextLabel(theme, "", "small", "ink_2")
        self.agreements = AgreementList(workspace, words)
        self._visit = WritingVisit(workspace, self.tr("change of a note"), self._save_not_known, self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._line_field)

    def _lay_out(self) -> None:
        theme, words = self._workspace.theme, self._words
        layout = column(self)
        layout.addWidget(TextLabel(theme, words.title, "heading"))
        layout.addSpacing(4)
        layout.addWidget(self._lead)
        layout.addSpacing(_GROUP_GAP - 10)
        layout.addWidget(self._lines)
        layout.addSpacing(14)
        layout.addWidget(self._line)
        layout.addSpacing(8)
        ways = WrappingRow()
        ways.addWidget(self._add)
        layout.addLayout(ways)
        layout.addSpacing(_GROUP_GAP)
        layout.addWidget(LabelledField(theme, words.not_known_label, self._not_known))
        layout.addSpacing(4)
        layout.addWidget(TextLabel(theme, words.not_known_note, "small", "ink_2"))
        layout.addSpacing(_GROUP_GAP)
        layout.addWidget(TextLabel(theme, words.agreed_title, "heading"))
        layout.addSpacing(4)
        layout.addWidget(self._agreed_lead)
        layout.addSpacing(14)
        layout.addWidget(self.agreements)

    def _connect(self) -> None:
        refused = self._workspace.refused
        self._lines.refused.connect(refused)
        self._lines.overflow_refused.connect(self.overflow_refused)
        self._lines.deleted.connect(self._line_field.setFocus)
        self._line_field.textChanged.connect(self._on_line_edited)
        self._line_field.go_on_requested.connect(self._on_add_requested)
        self._add.clicked.connect(self._on_add_requested)
        self._not_known.textChanged.connect(self._visit.touch)
        self._not_known.installEventFilter(self)
        self._visit.refused.connect(refused)
        for field in (self._line_field, self._not_known):
            field.overflow_refused.connect(self.overflow_refused)
        self.agreements.drafted.connect(self.drafted)
        self.agreements.commit_requested.connect(self.commit_requested)
        self.agreements.open_requested.connect(self.open_requested)

    def show_note(self, talk: Talk) -> None:
        """Show the note of this talk."""
        workspace, voice = self._workspace, self._workspace.voice
        self._talk = talk
        self._lead.set_text(self._words.lead.said_to(voice))
        label = self._words.lines_label.said_to(voice)
        self._line.label.set_text(label)
        self._line_field.setAccessibleName(label)
        self._lines.show_lines(workspace.read(talk_lines, talk.id))
        if not self._visit.is_waiting and self._not_known.toPlainText() != talk.not_known:
            self._not_known.fill(talk.not_known)
        is_open = voice.contact is not Contact.NONE
        agreed = self._words.agreed_lead if is_open else self._words.agreed_waits
        self._agreed_lead.set_text(agreed.said_to(voice))
        titles = {each.id: each.title for each in workspace.read(every_commitment)}
        self.agreements.show_agreed(
            talk.id,
            [
                Agreed(each, titles.get(each.commitment_id or "", ""), is_open)
                for each in workspace.read(agreements, talk.id)
            ],
        )
        self._add.setEnabled(bool(self._line_field.toPlainText().strip()))

    def typed(self) -> dict[str, str]:
        """What is typed but not added yet."""
        typed = {"line": self._line_field.toPlainText(), "agreement": self.agreements.typed()}
        return {name: words for name, words in typed.items() if words.strip()}

    def fill_typed(self, typed: dict[str, str]) -> None:
        """Show again what was typed before."""
        self._line_field.fill(typed.get("line", ""))
        self.agreements.fill_typed(typed.get("agreement", ""))
        self._add.setEnabled(bool(self._line_field.toPlainText().strip()))

    def finish(self) -> None:
        """Save what is being changed.

        Raises:
            KnownError: some of it could not be saved.
        """
        self._lines.save()
        self._visit.end()
        self.agreements.finish()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A visit is over when the focus leaves the field."""
        if isinstance(event, QFocusEvent) and is_leaving(event):
            try:
                self._visit.end()
            except KnownError as error:
                self._workspace.refused.emit(error)
        return super().eventFilter(watched, event)

    def _note_of(self, line: Line) -> str:
        content, voice = self._workspace.catalogue.stages_file().lines, self._workspace.voice
        if line.whose is Whose.GUESS:
            return content.guess_note.said_to(voice)
        day = self._dates.short(line.heard_on, self._workspace.today)
        return content.from_memory.said_to(voice, date=day)

    def _save_not_known(self, visit: Visit) -> None:
        if self._talk is not None:
            visit.do(write_not_known, self._talk.id, self._not_known.toPlainText())

    def _on_line_edited(self) -> None:
        self._add.setEnabled(bool(self._line_field.toPlainText().strip()))
        self.drafted.emit()

    def _on_add_requested(self) -> None:
        """What stands in the field becomes a line; the field is empty for the next."""
        words = self._line_field.toPlainText()
        if self._talk is None or not words.strip():
            return
        label = self.tr("new line of a note")
        if self._workspace.attempt(label, add_talk_line, self._talk.id, words, Whose.GUESS) is not None:
            self._line_field.fill("")
            self._add.setEnabled(False)
            self._line_field.setFocus()
            self.drafted.emit()
