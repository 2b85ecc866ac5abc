"""What stands where the chart will stand: a heading, a paragraph, and the way there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.recovery_page import NothingToShow
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.theme import Theme


class EmptyState(QWidget):
    """Says why there is no chart yet; `begin_requested` comes from its one button."""

    begin_requested = Signal()

    def __init__(self, theme: Theme, begin_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = TextLabel(theme, "", "heading")
        self._text = TextLabel(theme, "", "body", "ink_2")
        self._begin = Button(theme, begin_words, Kind.PRIMARY, name="recovery_begin_button")
        self._begin.clicked.connect(self.begin_requested)
        lines = column(self, spacing=8)
        lines.setContentsMargins(0, 24, 0, 24)
        lines.addWidget(self._title)
        lines.addWidget(self._text)
        lines.addSpacing(8)
        buttons = WrappingRow()
        buttons.addWidget(self._begin)
        lines.addLayout(buttons)

    def show_words(self, words: NothingToShow, *, offers_begin: bool) -> None:
        """Say it, with or without the button."""
        self._title.set_text(words.title)
        self._text.set_text(words.text)
        self._begin.setVisible(offers_begin)
