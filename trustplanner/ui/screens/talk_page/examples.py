"""A strong and a weak invitation, in the margin, once one is written."""

from PySide6.QtWidgets import QWidget

from trustplanner.content.conversations import InvitationWords
from trustplanner.content.path import ExampleWords
from trustplanner.domain.path import has_enough_words
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.theme import Theme

_ABOVE, _TITLE_GAP, _GAP = 30, 6, 14


class Examples(QWidget):
    """An example that comes first would be copied."""

    def __init__(
        self, theme: Theme, words: InvitationWords, titles: ExampleWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        lines = column(self)
        lines.setContentsMargins(0, _ABOVE, 0, 0)
        for title, example in ((titles.strong_title, words.strong), (titles.weak_title, words.weak)):
            lines.addWidget(TextLabel(theme, title, "label", "ink_2"))
            lines.addSpacing(_TITLE_GAP)
            lines.addWidget(TextLabel(theme, example, "aside", "ink_2"))
            lines.addSpacing(_GAP)
        lines.addWidget(TextLabel(theme, words.example_note, "small", "ink_2"))
        self.hide()

    def show_after(self, words: str) -> None:
        """Show them if enough is written."""
        self.setVisible(has_enough_words(words))
