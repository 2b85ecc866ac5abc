"""The room of "what have they told you": lines that are theirs or guessed, and the field for the next one."""

from PySide6.QtWidgets import QWidget

from trustplanner.actions.path import change_line, delete_line, finish_line
from trustplanner.content.path import Prompt
from trustplanner.domain.path import Whose
from trustplanner.storage.queries.path import path_lines
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.key_cap import KeyCap
from trustplanner.ui.kit.quoted_lines import Line, QuotedLines
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.path_page.rooms import TextRoom, Written
from trustplanner.ui.screens.path_page.words import PathWords

_FIELD_GAP = 8


class LinesRoom(TextRoom):
    """The words of the answer are the line that is being written. A line is a guess until it is marked as said.

    `refused` carries the KnownError of a saving that nobody asked for.
    """

    def __init__(self, workspace: Workspace, prompt: Prompt, words: PathWords, parent: QWidget | None = None) -> None:
        super().__init__(workspace, prompt, parent)
        self._path_words = words
        self._content = workspace.catalogue.stages_file().lines
        self._lines = QuotedLines(workspace, change_line, delete_line, self._note, name="path")
        self._lines.watch_fields_with(self)
        self._lines.refused.connect(self.refused)
        self._lines.overflow_refused.connect(self.overflow_refused)
        self._lines.deleted.connect(self.field.setFocus)
        self.column.insertWidget(0, self._lines)
        self.column.insertSpacing(1, _FIELD_GAP)
        self.add_button = Button(workspace.theme, self.tr("Add this line"), Kind.LINK, name="path_add_line_button")
        self.add_button.clicked.connect(self.add_line)
        self.foot_line.addWidget(self.add_button)
        self.foot_line.addWidget(KeyCap(workspace.theme, self.tr("Ctrl+Enter")))
        self.field.go_on_requested.disconnect(self.go_on_requested)
        self.field.go_on_requested.connect(self.add_line)
        self.field.textChanged.connect(self._show_add_button)
        self.left.connect(self._lines.finish_visits)

    def hint(self) -> str:
        """The button that adds the line shows its key."""
        return ""

    def fill(self, written: Written) -> None:
        """Show the line that is being written."""
        super().fill(written)
        self._show_add_button()

    def example_words(self) -> str:
        """All lines together."""
        return " ".join([*(line.words for line in self._lines.lines()), self.field.toPlainText()])

    def first_field(self) -> QWidget:
        """The line that is being written anew, or the field for the next one."""
        return self._lines.field_being_written() or self.field

    def line_being_written(self) -> str:
        """The id of a line whose words stand in a field, or nothing."""
        return self._lines.line_being_written()

    def write_line(self, line_id: str) -> None:
        """Put the words of a line into a field, if it is still there."""
        self._lines.write_line(line_id)

    def finish(self) -> None:
        """What stands in the field becomes a line."""
        self.add_line()

    def save(self) -> None:
        """Save what waits in the lines."""
        self._lines.save()

    def refresh(self) -> None:
        """Show the lines as they are; words that are being written stay."""
        self._lines.show_lines(self.workspace.read(path_lines, self.prompt.code))

    def add_line(self) -> None:
        """What stands in the field becomes a line; the field is empty for the next."""
        words = self.field.toPlainText()
        if not words.strip():
            return
        self.left.emit()  # what was typed is one step, the line another
        done = self.workspace.attempt(self.tr("Add a line"), finish_line, self.prompt.code, words, Whose.GUESS)
        if done is not None:
            self.field.setFocus()

    def _note(self, line: Line) -> str:
        voice = self.workspace.voice
        if line.whose is Whose.GUESS:
            return self._content.guess_note.said_to(voice)
        return self._content.from_memory.said_to(voice, date=self._path_words.heard_on(line.heard_on))

    def _show_add_button(self) -> None:
        self.add_button.setEnabled(bool(self.field.toPlainText().strip()))
