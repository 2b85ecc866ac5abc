"""Answers to the private questions that were kept because the person wanted it: to read again, or to forget."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.safety import SafetyPage
from trustplanner.content.texts import Voice
from trustplanner.domain.plans import SafetyAnswer, SafetyQuestion, SafetyScreen
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.labels import Run, TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, clear_layout, column
from trustplanner.ui.kit.theme import Theme

_LINE_GAP = 8


class KeptAnswers(QWidget):
    """Folded up until a person asks; hidden where nothing was kept."""

    forget_requested = Signal()

    def __init__(self, theme: Theme, words: SafetyPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._words = words
        self._dates = DateWords()
        self._day = ""
        self._show = Button(theme, "", Kind.LINK, name="safety_kept_show_button")
        self._show.clicked.connect(self._on_show_clicked)
        self._forget = Button(theme, self.tr("Forget these answers"), Kind.LINK, name="safety_kept_forget_button")
        self._forget.clicked.connect(self.forget_requested)
        self._list = QWidget()
        self._lines = column(self._list, spacing=_LINE_GAP)
        self._list.hide()
        links = WrappingRow(gap=20)
        links.addWidget(self._show)
        links.addWidget(self._forget)
        layout = column(self, spacing=_LINE_GAP)
        layout.addLayout(links)
        layout.addWidget(self._list)
        self.hide()

    def show_screen(self, last: SafetyScreen | None, voice: Voice, today: date) -> None:
        """Show what was kept of this round."""
        kept = kept_answers(last)
        self.setVisible(bool(kept))
        clear_layout(self._lines)
        for question, answer in kept.items():
            said = {SafetyAnswer.YES: self._words.yes, SafetyAnswer.NO: self._words.no}
            answer_words = said.get(answer, self.tr("Left open"))
            runs = [Run(self._words.questions[question].question.said_to(voice)), Run(f" {answer_words}.", "ink_2")]
            self._lines.addWidget(TextLabel(self.theme, runs, "small"))
        if last is not None:
            self._day = self._dates.short(last.asked_on, today)
        self._name_link()

    def _name_link(self) -> None:
        words = (
            self.tr("Hide my answers of {day}") if not self._list.isHidden() else self.tr("Read my answers of {day}")
        )
        self._show.set_words(words.format(day=self._day))

    def _on_show_clicked(self) -> None:
        self._list.setVisible(self._list.isHidden())
        self._name_link()


def kept_answers(screen: SafetyScreen | None) -> dict[SafetyQuestion, SafetyAnswer]:
    """The answers of a round by question, as far as they were kept and are known to this version."""
    lines = screen.answers.splitlines() if screen is not None else []
    pairs = [line.partition("=")[::2] for line in lines]
    return {
        SafetyQuestion(question): SafetyAnswer(answer)
        for question, answer in pairs
        if question in list(SafetyQuestion) and answer in list(SafetyAnswer)
    }
