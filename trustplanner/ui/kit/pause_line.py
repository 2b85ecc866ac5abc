"""One pause in words, with the way out of it and what they said to it."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.domain.pauses import PauseEntry
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.standing_words import StandingWords
from trustplanner.ui.kit.theme import Theme

_LINK_GAP: Final = 18


class PauseLine(QWidget):
    """One pause in words, with the way out of it; of one commitment, or of all.

    `resume_requested` carries the pause, `view_requested` the entry.
    """

    resume_requested = Signal(object)
    view_requested = Signal(object)

    def __init__(self, theme: Theme, entry: PauseEntry, words: StandingWords) -> None:
        super().__init__()
        self._entry, pause = entry, entry.pause
        self._line = TextLabel(theme, "", "small")
        self._view = TextLabel(theme, "", "small", "ink_2")
        self._resume = Button(theme, "", Kind.LINK, name=f"amends_resume_{pause.seq}_button")
        note_view = self.tr("Note what was said about it")
        self._note_view = Button(theme, note_view, Kind.LINK, name=f"amends_pause_view_{pause.seq}_button")
        self._resume.clicked.connect(lambda: self.resume_requested.emit(self._entry.pause))
        self._note_view.clicked.connect(lambda: self.view_requested.emit(self._entry))
        links = WrappingRow(gap=_LINK_GAP, line_gap=0)
        links.addWidget(self._resume)
        links.addWidget(self._note_view)
        layout = column(self)
        layout.addWidget(self._line)
        layout.addWidget(self._view)
        layout.addLayout(links)
        self.show_pause(entry, words)

    def show_pause(self, entry: PauseEntry, words: StandingWords) -> None:
        """Show it as it is now."""
        self._entry, pause = entry, entry.pause
        said = words.pause(pause)
        self._line.set_text(f"{said} {pause.note}".strip())
        views = words.views_of_pause(pause, entry.views)
        self._view.set_text(views)
        self._view.setVisible(bool(views))
        self._resume.set_words(self.tr("Begin again today") if words.has_begun(pause) else self.tr("Take it back"))
        self._resume.setAccessibleDescription(said)
