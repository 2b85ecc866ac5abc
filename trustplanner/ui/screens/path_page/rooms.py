"""The writing rooms: what stands under a question, as the form of its prompt asks."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustplanner.content.path import Prompt
from trustplanner.domain.path import PathAnswer, in_one_sentence, joined, parts
from trustplanner.ui.kit.fields import FieldFoot, LabelledField, NoticeLine
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column, row
from trustplanner.ui.kit.painted_button import spoken
from trustplanner.ui.kit.scale import HIGHEST, Scale
from trustplanner.ui.kit.segment import SegmentedControl, SegmentOption
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField

_PART_LOWEST = 46  # one line, at 100 %
_FIELD_GAP = 12


class Written(NamedTuple):
    """What stands in a room, as `PathAnswer` keeps it."""

    words: str = ""
    choice: str = ""

    @classmethod
    def in_answer(cls, answer: PathAnswer | None) -> "Written":
        """What an answer holds; nothing if there is none."""
        return cls(answer.words, answer.choice) if answer is not None else cls()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written and nothing chosen."""
        return not (self.words.strip() or self.choice)


class Room(QWidget):
    """Room for one answer.

    `edited` follows each key; `settled` says that a choice was made, which is whole by itself; `left` that the focus
    has gone from a field, to somewhere else in this window. `refused` carries the KnownError of a saving that nobody
    asked for. Subclasses fill `column` with fields, `foot_line` with what stands beside the words below them, and
    `after_field` with what follows.
    """

    edited = Signal()
    settled = Signal()
    left = Signal()
    go_on_requested = Signal()
    overflow_refused = Signal()
    refused = Signal(object)
    go_requested = Signal(object)

    def __init__(self, workspace: Workspace, prompt: Prompt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.prompt = prompt
        self.foot = FieldFoot(workspace.theme, self.hint())
        self.notice = NoticeLine(workspace.theme)
        self.column = column(spacing=_FIELD_GAP)
        self.foot_line = row(spacing=12)
        self.foot_line.addWidget(self.foot, 1)
        self.after_field = column(spacing=4)
        layout = column(self, spacing=0)
        layout.addLayout(self.column)
        layout.addSpacing(6)
        layout.addLayout(self.foot_line)
        layout.addWidget(self.notice)
        layout.addLayout(self.after_field)

    def hint(self) -> str:
        """What the key at the foot does; nothing where there is no writing."""
        return ""

    def written(self) -> Written:
        """What stands here now."""
        raise NotImplementedError

    def fill(self, written: Written) -> None:
        """Show what was written before, without any signal."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again what stands here besides the answer. Nothing by default."""

    def name_fields(self, question: str, instruction: str) -> None:
        """Say to screen readers what is asked here."""
        raise NotImplementedError

    def example_words(self) -> str:
        """What decides whether enough is written for an example to be shown."""
        return self.written().words

    def first_field(self) -> QWidget:
        """Where writing begins."""
        raise NotImplementedError

    def finish(self) -> None:
        """The person goes on: what is still loose is put in its place. Nothing by default."""

    def save(self) -> None:
        """Save what waits besides the answer, and end visits there. Nothing by default.

        Raises:
            KnownError: it could not be saved.
        """

    def writing_field(self, name: str, lowest: int | None = None) -> WritingField:
        """A field of this room, connected."""
        theme = self.workspace.theme
        field = WritingField(theme, name=name) if lowest is None else WritingField(theme, name=name, lowest=lowest)
        field.textChanged.connect(self.edited)
        field.go_on_requested.connect(self.go_on_requested)
        field.overflow_refused.connect(self.overflow_refused)
        field.installEventFilter(self)
        return field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A visit ends when the focus leaves, unless another window only comes to the front."""
        if isinstance(event, QFocusEvent) and _is_leaving(event):
            self.left.emit()
        return super().eventFilter(watched, event)


class TextRoom(Room):
    """One field."""

    def __init__(self, workspace: Workspace, prompt: Prompt, parent: QWidget | None = None) -> None:
        super().__init__(workspace, prompt, parent)
        self.field = self.writing_field("path_answer_field")
        self.column.addWidget(self.field)

    def hint(self) -> str:
        """The key that goes on."""
        return self.tr("Ctrl+Enter goes on")

    def written(self) -> Written:
        """What stands in the field."""
        return Written(self.field.toPlainText())

    def fill(self, written: Written) -> None:
        """Show the words."""
        _fill(self.field, written.words)

    def name_fields(self, question: str, instruction: str) -> None:
        """The field is the question's."""
        self.field.setAccessibleName(question)
        self.field.setAccessibleDescription(instruction)

    def first_field(self) -> QWidget:
        """The field."""
        return self.field


class ValueRoom(TextRoom):
    """One value is chosen; then comes the text."""

    def __init__(self, workspace: Workspace, prompt: Prompt, parent: QWidget | None = None) -> None:
        super().__init__(workspace, prompt, parent)
        options = [SegmentOption(choice.code, choice.label) for choice in prompt.choices]
        self.values = SegmentedControl(workspace.theme, options, name="path_value_segment", label=self.tr("The value"))
        self.values.option_chosen.connect(self.settled)
        self.column.insertWidget(0, self.values)

    def written(self) -> Written:
        """The words and the code of the value."""
        return Written(self.field.toPlainText(), self.values.chosen or "")

    def fill(self, written: Written) -> None:
        """Show words and value; a value that no file has is shown as none."""
        super().fill(written)
        known = {each.code for each in self.prompt.choices}
        self.values.set_chosen(written.choice if written.choice in known else None)

    def first_field(self) -> QWidget:
        """The values, until one is chosen."""
        return self.field if self.values.chosen else self.values


class PartsRoom(Room):
    """A field for each part of a sentence, and the sentence as it reads."""

    def __init__(self, workspace: Workspace, prompt: Prompt, parent: QWidget | None = None) -> None:
        super().__init__(workspace, prompt, parent)
        theme = workspace.theme
        self.fields: list[WritingField] = []
        for number, label in enumerate(prompt.parts, start=1):
            field = self.writing_field(f"path_part_{number}_field", _PART_LOWEST)
            field.textChanged.connect(self._show_whole)
            self.fields.append(field)
            self.column.addWidget(LabelledField(theme, label, field))
        self.whole = TextLabel(theme, role="promise")
        self.whole.setObjectName("path_whole_label")
        self.after_field.addSpacing(14)
        self.after_field.addWidget(self.whole)
        self._show_whole()

    def hint(self) -> str:
        """The key that goes on."""
        return self.tr("Ctrl+Enter goes on")

    def written(self) -> Written:
        """All parts; nothing if all are empty."""
        written = tuple(field.toPlainText() for field in self.fields)
        return Written(joined(written) if any(written) else "")

    def fill(self, written: Written) -> None:
        """Show the parts."""
        for field, part in zip(self.fields, parts(written.words, len(self.fields)), strict=True):
            _fill(field, part)
        self._show_whole()

    def name_fields(self, question: str, instruction: str) -> None:
        """Each field keeps the name of its part; the question describes it."""
        for field in self.fields:
            field.setAccessibleDescription(spoken(question, instruction))

    def first_field(self) -> QWidget:
        """The first part without words."""
        return next((field for field in self.fields if not field.toPlainText()), self.fields[0])

    def _show_whole(self) -> None:
        written = [field.toPlainText() for field in self.fields]
        self.whole.set_text(in_one_sentence(self.prompt.parts, written))
        self.whole.setVisible(bool(self.whole.text()))


class ScaleRoom(Room):
    """A number from 0 to 10, with what its ends mean."""

    def __init__(self, workspace: Workspace, prompt: Prompt, parent: QWidget | None = None) -> None:
        super().__init__(workspace, prompt, parent)
        theme = workspace.theme
        self.scale = Scale(theme, name="path_scale")
        self.scale.number_chosen.connect(self.settled)
        self.scale.cleared.connect(self.settled)
        lowest, highest = prompt.parts
        ends = row()
        ends.addWidget(TextLabel(theme, lowest, "caption", "ink_3"))
        ends.addStretch(1)
        ends.addWidget(TextLabel(theme, highest, "caption", "ink_3"))
        under_each_other = QWidget()
        under_each_other.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        inside = column(under_each_other, spacing=4)
        inside.addWidget(self.scale)
        inside.addLayout(ends)
        self.column.addWidget(under_each_other)

    def written(self) -> Written:
        """The number in figures."""
        return Written(choice="" if self.scale.number is None else str(self.scale.number))

    def fill(self, written: Written) -> None:
        """Show the number; what is none is shown as none."""
        numbers = {str(number): number for number in range(HIGHEST + 1)}
        self.scale.set_number(numbers.get(written.choice))

    def name_fields(self, question: str, instruction: str) -> None:
        """The scale is the question's."""
        self.scale.setAccessibleName(spoken(question, instruction))

    def first_field(self) -> QWidget:
        """The scale."""
        return self.scale


def _fill(field: WritingField, words: str) -> None:
    """Show other words, with the cursor where writing goes on; the same words leave the cursor where it is."""
    if field.toPlainText() != words:
        field.fill(words)
        field.moveCursor(QTextCursor.MoveOperation.End)


def _is_leaving(event: QFocusEvent) -> bool:
    return event.lostFocus() and event.reason() is not Qt.FocusReason.ActiveWindowFocusReason
