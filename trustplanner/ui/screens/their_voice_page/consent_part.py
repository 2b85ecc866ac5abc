"""What they are asked to agree to, and both answers with the same weight."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.texts import Voice
from trustplanner.content.their_voice import ConsentWords
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.put_first import SaidParagraphs
from trustplanner.ui.kit.theme import Theme


class ConsentPart(QWidget):
    """Read first, then either answer."""

    agreed = Signal()
    declined = Signal()

    def __init__(self, theme: Theme, words: ConsentWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._title = TextLabel(theme, "", "title")
        self._paragraphs = SaidParagraphs(theme, words.paragraphs)
        self._agree = Button(theme, words.agree, name="their_voice_agree_button")
        self._decline = Button(theme, words.decline, name="their_voice_decline_button")
        self._agree.clicked.connect(self.agreed)
        self._decline.clicked.connect(self.declined)
        answers = WrappingRow(gap=10)
        answers.addWidget(self._agree)
        answers.addWidget(self._decline)
        layout = column(self)
        layout.addWidget(self._title)
        layout.addSpacing(14)
        layout.addWidget(self._paragraphs)
        layout.addSpacing(24)
        layout.addLayout(answers)
        layout.addSpacing(10)
        layout.addWidget(TextLabel(theme, words.equal, "small", "ink_2"))

    def say_to(self, voice: Voice) -> None:
        """Say it in these names."""
        self._title.set_text(self._words.title.said_to(voice))
        self._paragraphs.say_to(voice)
