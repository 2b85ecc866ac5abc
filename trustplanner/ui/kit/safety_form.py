"""The private questions on one page. What is answered stays in these widgets until the page is left."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustplanner.content.safety import SafetyPage
from trustplanner.content.texts import Voice
from trustplanner.domain.plans import SafetyAnswer, SafetyQuestion
from trustplanner.ui.kit.asked_question import AskedQuestion
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column, row
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.theme import Theme

_QUESTION_GAP, _PART_GAP = 26, 22


class SafetyForm(QWidget):
    """Every question with yes, no and "leave open", and the switch that keeps the answers, which is off at first."""

    def __init__(self, theme: Theme, words: SafetyPage, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._words = words
        self._asked = {question: AskedQuestion(theme, words, name=f"{name}_{question}") for question in SafetyQuestion}
        self._keep = Switch(theme, words.keep_label, name=f"{name}_keep_switch", is_track_first=True)
        self.setFocusProxy(self._asked[SafetyQuestion.FEAR])
        layout = column(self)
        questions = column(spacing=_QUESTION_GAP)
        for question, asked in self._asked.items():
            asked.show_note(words.questions[question].note or "")
            questions.addWidget(asked)
        layout.addLayout(questions)
        layout.addSpacing(_PART_GAP)
        layout.addWidget(TextLabel(theme, words.left_open_note, "body", "ink_2"))
        layout.addSpacing(8)
        layout.addWidget(TextLabel(theme, words.not_a_screening, "body", "ink_2"))
        layout.addSpacing(_PART_GAP)
        layout.addWidget(Hairline(theme))
        layout.addSpacing(_PART_GAP)
        layout.addLayout(self._keeping())

    def say_to(self, voice: Voice) -> None:
        """Ask in these names and pronouns."""
        for question, asked in self._asked.items():
            asked.say(self._words.questions[question].question.said_to(voice))

    def answers(self) -> dict[SafetyQuestion, SafetyAnswer]:
        """Every question with its answer; one that nobody touched is left open."""
        return {question: asked.answer for question, asked in self._asked.items()}

    @property
    def is_touched(self) -> bool:
        """Whether anything is answered, or the switch is on."""
        return self._keep.is_on or any(asked.is_touched for asked in self._asked.values())

    @property
    def keeps_answers(self) -> bool:
        """Whether the person wants the answers kept."""
        return self._keep.is_on

    def clear(self) -> None:
        """Forget what was answered."""
        for asked in self._asked.values():
            asked.set_answer(None)
        self._keep.set_on(False)

    def _keeping(self) -> QVBoxLayout:
        lines = column(spacing=8)
        lines.addWidget(TextLabel(self.theme, self._words.what_is_kept, "body", "ink_2"))
        line = row()
        line.addWidget(self._keep)
        line.addStretch(1)
        lines.addLayout(line)
        lines.addWidget(TextLabel(self.theme, self._words.keep_note, "small", "ink_2"))
        return lines
