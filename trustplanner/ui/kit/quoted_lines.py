"""Lines that are theirs or guessed, one below the other: each saves itself while it is changed."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.actions.runner import Action
from trustplanner.domain.errors import KnownError
from trustplanner.domain.path import Whose
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.quote_line import QuoteLine
from trustplanner.ui.kit.visit import Visit
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.kit.writing_visit import WritingVisit

_LINE_GAP = 20


class Line(Protocol):
    """A row of the vault that is a line."""

    @property
    def id(self) -> str:
        """Its key."""
        ...

    @property
    def words(self) -> str:
        """What was said or is guessed."""
        ...

    @property
    def whose(self) -> Whose:
        """Which of the two."""
        ...

    @property
    def heard_on(self) -> date:
        """The day on which it was heard, or written down."""
        ...


class _ShownLine:
    """One line on the page: its widget, the row it shows, and the visit of whoever writes in it."""

    def __init__(self, line: Line, quote: QuoteLine, visit: WritingVisit) -> None:
        self.line = line
        self.quote = quote
        self.visit = visit
        self.words: str = line.words


class QuotedLines(QWidget):
    """Shows lines and lets a person change, mark and delete them. `note` is what stands beside the mark of a line.

    `refused` carries the KnownError of a saving; `deleted` follows a deletion. Widgets are named `{name}_line_{id}`.
    """

    refused = Signal(object)
    overflow_refused = Signal()
    deleted = Signal()

    def __init__(
        self,
        workspace: Workspace,
        change: Action[[str, str, Whose], object],
        delete: Action[[str], object],
        note: Callable[[Line], str],
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._change = change
        self._delete = delete
        self._note = note
        self._name = name
        self._content = workspace.catalogue.stages_file().lines
        self._said = ""
        self._shown: dict[str, _ShownLine] = {}
        self._list = column(self, spacing=_LINE_GAP)
        self._filter: QObject | None = None
        self.hide()

    def watch_fields_with(self, event_filter: QObject) -> None:
        """Let somebody follow the focus in the fields of the lines."""
        self._filter = event_filter

    def lines(self) -> list[Line]:
        """What is shown."""
        return [shown.line for shown in self._shown.values()]

    def line_being_written(self) -> str:
        """The id of a line whose words stand in a field, or nothing."""
        return next((code for code, shown in self._shown.items() if shown.quote.is_being_written), "")

    def field_being_written(self) -> QWidget | None:
        """The field in which a line is being changed."""
        shown = self._shown.get(self.line_being_written())
        return shown.quote.findChild(WritingField) if shown is not None else None

    def write_line(self, line_id: str) -> None:
        """Put the words of a line into a field, if it is still there."""
        if line_id in self._shown:
            self._shown[line_id].quote.start_editing()

    def save(self) -> None:
        """Save what waits in the lines.

        Raises:
            KnownError: it could not be saved.
        """
        for shown in self._shown.values():
            shown.visit.end()

    def finish_visits(self) -> None:
        """The person has left; what cannot be saved is said and waits on."""
        for code in self._shown:
            self._finish_visit(code)

    # --- showing the lines

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; those that were there before keep their widgets, and words that are being written stay."""
        said = self._content.said.said_to(self._workspace.voice)
        if said != self._said:  # another pronoun: every line says it anew
            self._said = said
            self.finish_visits()
            self._take_away(set(self._shown))
        self._take_away(set(self._shown) - {line.id for line in lines})
        for place, line in enumerate(lines):
            shown = self._shown.get(line.id) or self._start(line)
            shown.line = line
            if not shown.visit.is_waiting:
                shown.words = line.words
            self._show_again(shown)
            if self._list.indexOf(shown.quote) != place:
                self._list.insertWidget(place, shown.quote)
                shown.quote.show()
        self.setVisible(bool(lines))

    def _take_away(self, codes: set[str]) -> None:
        for code in codes:
            gone = self._shown.pop(code)
            gone.visit.give_up()
            gone.quote.blockSignals(True)  # hiding it ends the writing in it
            self._list.removeWidget(gone.quote)
            gone.quote.hide()
            gone.quote.deleteLater()

    def _start(self, line: Line) -> _ShownLine:
        code = line.id
        quote = QuoteLine(
            self._workspace.theme,
            said_words=self._said,
            guess_words=self._content.guess,
            name=f"{self._name}_line_{code}",
        )
        visit = WritingVisit(
            self._workspace, self.tr("Change a line"), lambda visit: self._save_line(code, visit), quote
        )
        visit.refused.connect(self.refused)
        quote.words_edited.connect(lambda words: self._on_words_edited(code, words))
        quote.edit_finished.connect(lambda: self._on_edit_finished(code))
        quote.whose_chosen.connect(lambda whose: self._on_whose_chosen(code, Whose(whose)))
        quote.delete_requested.connect(lambda: self._on_delete_requested(code))
        for field in quote.findChildren(WritingField):
            field.overflow_refused.connect(self.overflow_refused)
            if self._filter is not None:
                field.installEventFilter(self._filter)
        self._shown[code] = _ShownLine(line, quote, visit)
        return self._shown[code]

    def _save_line(self, code: str, visit: Visit) -> None:
        shown = self._shown[code]
        visit.do(self._change, code, shown.words, shown.line.whose)

    def _show_again(self, shown: _ShownLine) -> None:
        shown.quote.fill(shown.words, shown.line.whose, self._note(shown.line))

    # --- what a person does

    def _on_words_edited(self, code: str, words: str) -> None:
        self._shown[code].words = words
        self._shown[code].visit.touch()

    def _on_edit_finished(self, code: str) -> None:
        if self._finish_visit(code):
            self._show_again(self._shown[code])

    def _on_whose_chosen(self, code: str, whose: Whose) -> None:
        shown = self._shown[code]
        if self._finish_visit(code):
            self._workspace.attempt(self.tr("Mark a line"), self._change, code, shown.words, whose)
        self._show_again(shown)

    def _on_delete_requested(self, code: str) -> None:
        self._finish_visit(code)
        if self._workspace.attempt(self.tr("Delete a line"), self._delete, code) is not None:
            self.deleted.emit()
            self._workspace.recorded.emit(self.tr("Line deleted."))

    def _finish_visit(self, code: str) -> bool:
        """Whether it could be saved; if not, it is said at the field."""
        try:
            self._shown[code].visit.end()
        except KnownError as error:
            self.refused.emit(error)
            return False
        return True
