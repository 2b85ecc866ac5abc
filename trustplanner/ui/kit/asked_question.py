"""A question with yes, no and "leave open". None of the three weighs more than another."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.safety import SafetyPage
from trustplanner.domain.plans import SafetyAnswer
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column, row
from trustplanner.ui.kit.segment import SegmentedControl, SegmentOption
from trustplanner.ui.kit.theme import Theme

_NOTE_GAP, _ANSWER_GAP = 6, 8


class AskedQuestion(QWidget):
    """`answered` follows every answer a person gives. A question that nobody touched counts as left open."""

    answered = Signal()

    def __init__(self, theme: Theme, words: SafetyPage, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._question = TextLabel(theme, "", "promise")
        self._note = TextLabel(theme, "", "small", "ink_2")
        options = [
            SegmentOption(SafetyAnswer.YES, words.yes),
            SegmentOption(SafetyAnswer.NO, words.no),
            SegmentOption(SafetyAnswer.LEFT_OPEN, words.left_open),
        ]
        self.segment = SegmentedControl(theme, options, name=f"{name}_segment")
        self.segment.option_chosen.connect(self._on_option_chosen)
        self.setFocusProxy(self.segment)
        layout = column(self)
        layout.addWidget(self._question)
        layout.addSpacing(_ANSWER_GAP)
        line = row()
        line.addWidget(self.segment)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addSpacing(_NOTE_GAP)
        layout.addWidget(self._note)
        self.show_note("")

    def say(self, question: str) -> None:
        """Ask this; its words are also the name of the answers for screen readers."""
        self._question.set_text(question)
        self.segment.setAccessibleName(question)

    def show_note(self, note: str) -> None:
        """Say something below the answers; nothing hides the line."""
        self._note.set_text(note)
        self._note.setVisible(bool(note))

    @property
    def answer(self) -> SafetyAnswer:
        """What was answered."""
        return SafetyAnswer(self.segment.chosen or SafetyAnswer.LEFT_OPEN)

    @property
    def is_touched(self) -> bool:
        """Whether an answer is chosen, "leave open" too."""
        return self.segment.chosen is not None

    def set_answer(self, answer: SafetyAnswer | None) -> None:
        """Show an answer, or that there is none yet, without any signal."""
        self.segment.set_chosen(answer)

    def _on_option_chosen(self, _: str) -> None:
        self.answered.emit()
