"""What to keep in mind, in the rail: before a talk, and during it."""

from PySide6.QtWidgets import QWidget

from trustplanner.content.conversations import GuideWords
from trustplanner.content.texts import Voice
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.theme import Theme


class Guide(QWidget):
    """Questions for oneself, and sentences that leave room."""

    def __init__(self, theme: Theme, words: GuideWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._during = [(text, TextLabel(theme, "", "aside", "ink_2")) for text in words.during]
        layout = column(self, spacing=10)
        layout.addWidget(TextLabel(theme, words.before_title, "label", "ink_2"))
        for question in words.before:
            layout.addWidget(TextLabel(theme, question, "aside", "ink_2"))
        layout.addSpacing(20)
        layout.addWidget(TextLabel(theme, words.during_title, "label", "ink_2"))
        for _, label in self._during:
            layout.addWidget(label)

    def say_to(self, voice: Voice) -> None:
        """Say it in today's names."""
        for text, label in self._during:
            label.set_text(text.said_to(voice))
