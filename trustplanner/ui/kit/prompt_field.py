"""Room for one question that comes again each day or week: the same answer that stands on the path.

What is typed saves itself; a visit to the field is one undo step.
"""

from datetime import date
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustplanner.actions.path import write_answer
from trustplanner.content.path import Prompt
from trustplanner.domain.errors import Code, KnownError, RuleError
from trustplanner.domain.path import LONGEST_ANSWER, PathAnswer, PromptForm
from trustplanner.storage.queries.path import path_answer
from trustplanner.ui.kit.enter_goes_on import EnterGoesOn, is_plain_enter
from trustplanner.ui.kit.fields import NoticeLine
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column, row
from trustplanner.ui.kit.leaving import is_leaving
from trustplanner.ui.kit.painted_button import spoken
from trustplanner.ui.kit.scale import HIGHEST, Scale
from trustplanner.ui.kit.visit import Visit
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.kit.writing_visit import WritingVisit

_LOW: Final = 46  # one line, at 100 %


class _Written(NamedTuple):
    words: str = ""
    choice: str = ""

    @classmethod
    def of(cls, answer: PathAnswer | None) -> "_Written":
        return cls() if answer is None else cls(answer.words, answer.choice)


class PromptField(QWidget):
    """A field, or a scale from 0 to 10, as the prompt's form says.

    `go_on_requested` comes with Ctrl+Enter, and with Enter where nothing has been typed or on a scale.
    """

    go_on_requested = Signal()

    def __init__(self, workspace: Workspace, prompt: Prompt, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.prompt = prompt
        self._on: date | None = None
        self._visit = WritingVisit(workspace, self.tr("Write on the path"), self._save, self)
        self._visit.refused.connect(self._on_refused)
        self._notice = NoticeLine(workspace.theme)
        self._field: WritingField | None = None
        self._scale: Scale | None = None
        self._column = column(self, spacing=4)
        if prompt.form is PromptForm.SCALE:
            self._add_scale(name)
        else:
            self._add_field(name)
        self._column.addWidget(self._notice)
        self.setFocusProxy(self._input)
        self._input.installEventFilter(self)

    def _add_field(self, name: str) -> None:
        self._field = WritingField(self.workspace.theme, name=name, lowest=_LOW)
        self._field.textChanged.connect(self._on_edited)
        self._field.go_on_requested.connect(self.go_on_requested)
        self._field.overflow_refused.connect(self._on_overflow)
        self._column.addWidget(self._field)

    def _add_scale(self, name: str) -> None:
        theme = self.workspace.theme
        self._scale = Scale(theme, name=name)
        self._scale.number_chosen.connect(self._on_settled)
        self._scale.cleared.connect(self._on_settled)
        enter = EnterGoesOn(self)
        enter.pressed.connect(self.go_on_requested)
        enter.watch(self._scale)
        ends = row()
        ends.addWidget(TextLabel(theme, self.prompt.parts[0], "caption", "ink_3"))
        ends.addStretch(1)
        ends.addWidget(TextLabel(theme, self.prompt.parts[1], "caption", "ink_3"))
        under_each_other = QWidget()  # as wide as the scale, so that each end stands under its number
        under_each_other.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        inside = column(under_each_other, spacing=4)
        inside.addWidget(self._scale)
        inside.addLayout(ends)
        self._column.addWidget(under_each_other)

    @property
    def _input(self) -> QWidget:
        found = self._field if self._field is not None else self._scale
        assert found is not None  # noqa: S101  (one of the two is always made)
        return found

    # --- showing

    def show_answer(self, on: date) -> None:
        """Show what stands for this day or week; words that wait to be saved are not replaced."""
        if on != self._on:
            self.try_to_leave()
            self._on = on
        written = _Written.of(self.workspace.read(path_answer, self.prompt.code, on))
        if not self._visit.is_waiting and written != self._written():
            self._fill(written)
        voice = self.workspace.voice
        question, instruction = self.prompt.title.said_to(voice), self.prompt.instruction.said_to(voice)
        self._input.setAccessibleName(spoken(question, instruction) if self._scale is not None else question)
        self._input.setAccessibleDescription(instruction)

    @property
    def words(self) -> str:
        """What is typed, as one line."""
        return " ".join(self._written().words.split())

    def _written(self) -> _Written:
        if self._field is not None:
            return _Written(self._field.toPlainText())
        number = self._scale.number if self._scale is not None else None
        return _Written(choice="" if number is None else str(number))

    def _fill(self, written: _Written) -> None:
        if self._field is not None:
            self._field.fill(written.words)
            self._field.moveCursor(QTextCursor.MoveOperation.End)
        if self._scale is not None:
            numbers = {str(number): number for number in range(HIGHEST + 1)}
            self._scale.set_number(numbers.get(written.choice))

    # --- saving

    def save_typing(self) -> None:
        """Save what waits; what was written since the field was entered is one undo step.

        Raises:
            KnownError: it could not be saved; it stays on the screen.
        """
        self._visit.end()

    def try_to_leave(self) -> bool:
        """The same, but what stands in the way is said at the field; returns whether all is saved."""
        try:
            self.save_typing()
        except KnownError as error:
            self._on_refused(error)
            return False
        return True

    def _save(self, visit: Visit) -> None:
        visit.do(write_answer, self.prompt.code, *self._written(), self._on)

    def _on_edited(self) -> None:
        self._notice.show_sentence("")
        self._visit.touch()

    def _on_settled(self) -> None:
        self._on_edited()
        self.try_to_leave()

    def _on_refused(self, error: KnownError) -> None:
        self._notice.show_sentence(self.workspace.sentence_for(error))

    def _on_overflow(self) -> None:
        self._on_refused(RuleError(Code.ANSWER_TOO_LONG, most=LONGEST_ANSWER))

    # --- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A visit ends when the focus leaves; Enter in an empty field goes on instead of breaking a line."""
        if isinstance(event, QFocusEvent) and is_leaving(event):
            self.try_to_leave()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._goes_on(event):
            self.go_on_requested.emit()
            return True
        return super().eventFilter(watched, event)

    def _goes_on(self, event: QKeyEvent) -> bool:
        return is_plain_enter(event) and self._field is not None and not self._field.toPlainText()
