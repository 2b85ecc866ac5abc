"""The four short questions after the breach kind: each may be left open, and a yes says at once what it means."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.catalogue import Catalogue
from trustplanner.content.kinds import CrossQuestion
from trustplanner.content.texts import Voice
from trustplanner.domain.plans import Plan, SafetyAnswer, Share
from trustplanner.ui.kit.asked_question import AskedQuestion
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.theme import Theme

_QUESTION_GAP = 26


class CrossForm(QWidget):
    """`answered` follows every answer a person gives."""

    answered = Signal()

    def __init__(self, theme: Theme, catalogue: Catalogue, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = catalogue.cross_questions()
        self._asked = {
            question: AskedQuestion(theme, catalogue.safety(), name=f"{name}_{question}") for question in CrossQuestion
        }
        layout = column(self, spacing=_QUESTION_GAP)
        for question, asked in self._asked.items():
            asked.say(self._words.questions[question].question)
            asked.answered.connect(self.answered)
            layout.addWidget(asked)
        self.setFocusProxy(self._asked[CrossQuestion.PATTERN])

    def shares(self) -> dict[str, Share | None]:
        """The answers by the field of `Plan` that keeps them; None for what is left open."""
        found = {question.value: asked.answer for question, asked in self._asked.items()}
        return {name: None if answer is SafetyAnswer.LEFT_OPEN else Share(answer) for name, answer in found.items()}

    def show_plan(self, plan: Plan, voice: Voice) -> None:
        """Show the plan's answers, and what each yes means."""
        for question, asked in self._asked.items():
            share = getattr(plan, question.value)
            if share is not None or asked.answer is not SafetyAnswer.LEFT_OPEN:
                asked.set_answer(SafetyAnswer(share) if share is not None else SafetyAnswer.LEFT_OPEN)
            is_yes = share is Share.YES
            asked.show_note(self._words.questions[question].if_yes.said_to(voice) if is_yes else "")
