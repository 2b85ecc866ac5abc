"""What they gave, newest first: the day, the number or "not today", and their words."""

from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from trustplanner.content.their_voice import GivenWords
from trustplanner.domain.their_voice import TheirVoice
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.labels import Run, TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, clear_layout, column
from trustplanner.ui.kit.theme import Theme

SHOWN: Final = 6


class GivenPart(QWidget):
    """Hidden while there is nothing."""

    def __init__(self, theme: Theme, words: GivenWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._dates = DateWords()
        self._shows_all = False
        self._voice = TheirVoice()
        self._today = date.min
        self._lines = column(spacing=12)
        self._all = Button(theme, words.show_all, Kind.LINK, name="their_voice_show_all_button")
        self._all.clicked.connect(self._on_all_clicked)
        link = WrappingRow()
        link.addWidget(self._all)
        layout = column(self, spacing=10)
        layout.addWidget(TextLabel(theme, words.title, "strong"))
        layout.addLayout(self._lines)
        layout.addLayout(link)

    def show_voice(self, voice: TheirVoice, today: date) -> None:
        """Show the readings."""
        self._voice, self._today = voice, today
        self.setVisible(bool(voice.readings))
        clear_layout(self._lines)
        newest = list(reversed(voice.readings))
        shown = newest if self._shows_all else newest[:SHOWN]
        self._all.setVisible(len(shown) < len(newest))
        for reading in shown:
            said = self._words.not_today if reading.value is None else str(reading.value)
            runs = [
                Run(f"{self._dates.short(reading.day, today)}: ", "ink_2", "small"),
                Run(said, "theirs", "strong"),
            ]
            given = QWidget()
            inside = column(given)  # their words stand with their day
            inside.addWidget(TextLabel(self._theme, runs, "small"))
            if reading.words:
                inside.addWidget(TextLabel(self._theme, reading.words, "promise", "theirs"))
            self._lines.addWidget(given)

    def begin_short(self) -> None:
        """Show only the newest again, for whoever comes next."""
        self._shows_all = False

    def _on_all_clicked(self) -> None:
        self._shows_all = True
        self.show_voice(self._voice, self._today)
        self.setFocus()
