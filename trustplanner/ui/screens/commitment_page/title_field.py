"""The short name of a commitment, written where the page's title stands."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from trustplanner.content.commitments import TrackingRefusal
from trustplanner.domain.commitments import LONGEST_TITLE
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.tracked_line import TrackedLine
from trustplanner.ui.kit.words_line import WordsLine
from trustplanner.ui.screens.commitment_page.typed import Typed

_INNER_MARGIN = 3  # pixels that Qt keeps before the first letter, and by which a title would stand out of line
_BELOW_HEADING = 18


class TitleField(QWidget):
    """A name that is there is the title of the page. Without one the page has a title of its own, and this is a field.

    A field stays one while it is written in, so that nothing moves under the person's hands.
    """

    edited = Signal()

    def __init__(self, theme: Theme, refusal: TrackingRefusal) -> None:
        super().__init__()
        self._line = _TitleLine(theme, name="commitment_title_field", most=LONGEST_TITLE)
        self.tracked = TrackedLine(theme, self.tr("Short name"), refusal, line=self._line)
        self._heading = QWidget()
        heading = column(self._heading)
        heading.addWidget(TextLabel(theme, self.tr("A new commitment"), "title"))
        heading.addSpacing(_BELOW_HEADING)
        layout = column(self)
        layout.addWidget(self._heading)
        layout.addWidget(self.tracked)
        self.tracked.edited.connect(self.edited)
        self._line.editingFinished.connect(self._on_editing_finished)
        self.setFocusProxy(self._line)

    def fill(self, typed: Typed) -> None:
        """Show what is typed."""
        self.tracked.fill(typed.title)
        is_title = bool(self._line.words())
        self._heading.setVisible(not is_title)
        self._show_as_title(is_title=is_title)

    def take(self, typed: Typed) -> Typed:
        """`typed` with what stands here now."""
        return replace(typed, title=self._line.text())

    def show_sentence(self, sentence: str) -> None:
        """Say what is wrong with it; an empty sentence takes it back."""
        self.tracked.label.show_sentence(sentence)

    def _on_editing_finished(self) -> None:
        if not self._line.words():
            self._show_as_title(is_title=False)  # else nobody would see where to write

    def _show_as_title(self, *, is_title: bool) -> None:
        self.tracked.label.show_label(is_shown=not is_title)
        self._line.setToolTip(self.tracked.label.label.text() if is_title else "")
        self._line.show_as_title(is_title=is_title)


class _TitleLine(WordsLine):
    """A line that looks like the title of a page, or like any other field."""

    def show_as_title(self, *, is_title: bool) -> None:
        """Look so from now on."""
        self._role = "title" if is_title else "writing"
        self.setProperty("isTitle", is_title)
        self.setTextMargins(-_INNER_MARGIN if is_title else 0, 0, 0, 0)
        self.style().unpolish(self)
        self.style().polish(self)
        self._dress()

    def showEvent(self, event: QShowEvent) -> None:
        """A style sheet gives back the font of before when the page is put into its window."""
        super().showEvent(event)
        self._dress()
