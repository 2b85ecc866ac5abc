"""The short name of a commitment, written where the page's title stands."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.domain.commitments import LONGEST_TITLE
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.words_line import WordsLine
from trustplanner.ui.screens.commitment_page.typed import Typed

_INNER_MARGIN = 3  # pixels that Qt keeps before the first letter, and by which a title would stand out of line


class TitleField(QWidget):
    """A name that is there reads as the title of the page; an empty one looks like the field that it is."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._line = WordsLine(theme, name="commitment_title_field", most=LONGEST_TITLE, role="title")
        self._label = LabelledField(theme, self.tr("Short name"), self._line)
        column(self).addWidget(self._label)
        self._line.textEdited.connect(self._on_edited)
        self._line.editingFinished.connect(self._dress)
        self.setFocusProxy(self._line)

    def fill(self, typed: Typed) -> None:
        """Show what is typed."""
        self._line.fill(typed.title)
        self._label.show_sentence("")
        self._dress()

    def take(self, typed: Typed) -> Typed:
        """`typed` with what stands here now."""
        return replace(typed, title=self._line.text())

    def show_sentence(self, sentence: str) -> None:
        """Say what is wrong with it; an empty sentence takes it back."""
        self._label.show_sentence(sentence)

    def _on_edited(self) -> None:
        self.show_sentence("")
        self.edited.emit()

    def _dress(self) -> None:
        is_title = bool(self._line.words())
        if self._line.property("isTitle") is not is_title:
            self._line.setProperty("isTitle", is_title)
            self._line.setTextMargins(-_INNER_MARGIN if is_title else 0, 0, 0, 0)
            self._line.style().unpolish(self._line)
            self._line.style().polish(self._line)
