"""The room of "what have they told you": lines that are theirs or guessed, and the field for the next one."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from trustplanner.actions.path import change_line, delete_line, finish_line
from trustplanner.content.path import Prompt
from trustplanner.domain.errors import KnownError
from trustplanner.domain.path import PathLine, Whose
from trustplanner.storage.queries.path import path_lines
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.key_cap import KeyCap
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.quote_line import QuoteLine
from trustplanner.ui.kit.visit import Visit
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.screens.path_page.rooms import TextRoom, Written
from trustplanner.ui.screens.path_page.words import PathWords
from trustplanner.ui.screens.path_page.writing_visit import WritingVisit

_LINE_GAP, _FIELD_GAP = 20, 8


class _ShownLine:
    """One line on the page: its widget, the row it shows, and the visit of whoever writes in it."""

    def __init__(self, line: PathLine, quote: QuoteLine, visit: WritingVisit, words: str) -> None:
        self.line = line
        self.quote = quote
        self.visit = visit
        self.words = words


class LinesRoom(TextRoom):
    """The words of the answer are the line that is being written. A line is a guess until it is marked as said.

    `refused` carries the KnownError of a saving that nobody asked for.
    """

    def __init__(self, workspace: Workspace, prompt: Prompt, words: PathWords, parent: QWidget | None = None) -> None:
        super().__init__(workspace, prompt, parent)
        self._path_words = words
        self._content = workspace.catalogue.stages_file().lines
        self._shown: dict[str, _ShownLine] = {}
        self._list = column(spacing=_LINE_GAP)
        self.column.insertLayout(0, self._list)
        self.column.insertSpacing(1, _FIELD_GAP)
        self.add_button = Button(workspace.theme, self.tr("Add this line"), Kind.LINK, name="path_add_line_button")
        self.add_button.clicked.connect(self.add_line)
        self.foot_line.addWidget(self.add_button)
        self.foot_line.addWidget(KeyCap(workspace.theme, self.tr("Ctrl+Enter")))
        self.field.go_on_requested.disconnect(self.go_on_requested)
        self.field.go_on_requested.connect(self.add_line)
        self.field.textChanged.connect(self._show_add_button)
        self.left.connect(self._on_left)

    def hint(self) -> str:
        """The button that adds the line shows its key."""
        return ""

    def fill(self, written: Written) -> None:
        """Show the line that is being written."""
        super().fill(written)
        self._show_add_button()

    def example_words(self) -> str:
        """All lines together."""
        return " ".join([*(shown.line.words for shown in self._shown.values()), self.field.toPlainText()])

    def first_field(self) -> QWidget:
        """The line that is being written anew, or the field for the next one."""
        shown = self._shown.get(self.line_being_written())
        rewritten = shown.quote.findChild(WritingField) if shown is not None else None
        return rewritten or self.field

    def line_being_written(self) -> str:
        """The id of a line whose words stand in a field, or nothing."""
        return next((code for code, shown in self._shown.items() if shown.quote.is_being_written), "")

    def write_line(self, line_id: str) -> None:
        """Put the words of a line into a field, if it is still there."""
        if line_id in self._shown:
            self._shown[line_id].quote.start_editing()

    def finish(self) -> None:
        """What stands in the field becomes a line."""
        self.add_line()

    def save(self) -> None:
        """Save what waits in the lines."""
        for shown in self._shown.values():
            shown.visit.end()

    # --- showing the lines

    def refresh(self) -> None:
        """Show the lines; those that were there before keep their widgets, and words that are being written stay."""
        lines = self.workspace.read(path_lines, self.prompt.code)
        for code in set(self._shown) - {line.id for line in lines}:
            gone = self._shown.pop(code)
            gone.visit.give_up()
            gone.quote.blockSignals(True)  # hiding it ends the writing in it
            self._list.removeWidget(gone.quote)
            gone.quote.hide()
            gone.quote.deleteLater()
        for place, line in enumerate(lines):
            shown = self._shown.get(line.id) or self._start(line)
            shown.line = line
            if not shown.visit.is_waiting:
                shown.words = line.words
            self._show_again(shown)
            if self._list.indexOf(shown.quote) != place:
                self._list.insertWidget(place, shown.quote)
                shown.quote.show()

    def _start(self, line: PathLine) -> _ShownLine:
        voice = self.workspace.voice
        quote = QuoteLine(
            self.workspace.theme,
            said_words=self._content.said.said_to(voice),
            guess_words=self._content.guess,
            name=f"path_line_{line.id}",
        )
        code = line.id

        def save(visit: Visit) -> None:
            shown = self._shown[code]
            visit.do(change_line, code, shown.words, shown.line.whose)

        visit = WritingVisit(self.workspace, self.tr("Change a line"), save, quote)
        visit.refused.connect(self.refused)
        quote.words_edited.connect(lambda words: self._on_words_edited(code, words))
        quote.edit_finished.connect(lambda: self._on_edit_finished(code))
        quote.whose_chosen.connect(lambda whose: self._on_whose_chosen(code, Whose(whose)))
        quote.delete_requested.connect(lambda: self._on_delete_requested(code))
        for field in quote.findChildren(WritingField):
            field.overflow_refused.connect(self.overflow_refused)
            field.installEventFilter(self)
        self._shown[code] = _ShownLine(line, quote, visit, line.words)
        return self._shown[code]

    def _show_again(self, shown: _ShownLine) -> None:
        shown.quote.fill(shown.words, shown.line.whose, self._note(shown.line))

    def _note(self, line: PathLine) -> str:
        voice = self.workspace.voice
        if line.whose is Whose.GUESS:
            return self._content.guess_note.said_to(voice)
        return self._content.from_memory.said_to(voice, date=self._path_words.heard_on(line.heard_on))

    def _show_add_button(self) -> None:
        self.add_button.setEnabled(bool(self.field.toPlainText().strip()))

    # --- what a person does

    def add_line(self) -> None:
        """What stands in the field becomes a line; the field is empty for the next."""
        words = self.field.toPlainText()
        if not words.strip():
            return
        self.left.emit()  # what was typed is one step, the line another
        done = self.workspace.attempt(self.tr("Add a line"), finish_line, self.prompt.code, words, Whose.GUESS)
        if done is not None:
            self.field.setFocus()

    def _on_words_edited(self, code: str, words: str) -> None:
        self._shown[code].words = words
        self._shown[code].visit.touch()

    def _on_edit_finished(self, code: str) -> None:
        if self._finish_visit(code):
            self._show_again(self._shown[code])

    def _on_left(self) -> None:
        for code in self._shown:
            self._finish_visit(code)

    def _on_whose_chosen(self, code: str, whose: Whose) -> None:
        shown = self._shown[code]
        if self._finish_visit(code):
            self.workspace.attempt(self.tr("Mark a line"), change_line, code, shown.words, whose)
        self._show_again(shown)

    def _on_delete_requested(self, code: str) -> None:
        self._finish_visit(code)
        if self.workspace.attempt(self.tr("Delete a line"), delete_line, code) is not None:
            self.field.setFocus()
            self.workspace.recorded.emit(self.tr("Line deleted."))

    def _finish_visit(self, code: str) -> bool:
        return self._try(self._shown[code].visit.end)

    def _try(self, save: Callable[[], None]) -> bool:
        """Whether it could be saved; if not, it is said at the field."""
        try:
            save()
        except KnownError as error:
            self.refused.emit(error)
            return False
        return True
