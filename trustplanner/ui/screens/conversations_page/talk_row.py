"""One talk in the list: when, what became of it, and how its invitation begins."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.conversations import ConversationsWords
from trustplanner.content.texts import Voice
from trustplanner.domain.conversations import Talk
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.labels import Run, TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.spread_row import SpreadRow
from trustplanner.ui.kit.talk_words import first_words, talk_day
from trustplanner.ui.kit.theme import Theme


class TalkRow(QWidget):
    """`open_requested` carries the id of the talk."""

    open_requested = Signal(str)

    def __init__(self, theme: Theme, talk_id: str, words: ConversationsWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._dates = DateWords()
        self._when = TextLabel(theme, "", "strong")
        self._invitation = TextLabel(theme, "", "promise")
        self.open_button = Button(theme, self.tr("Open"), Kind.LINK, name=f"conversations_open_{talk_id}_button")
        self.open_button.clicked.connect(lambda: self.open_requested.emit(talk_id))
        head = SpreadRow(gap=16, line_gap=0)
        head.addWidget(self._when)
        head.addWidget(self.open_button)
        layout = column(self, spacing=4)
        layout.addLayout(head)
        layout.addWidget(self._invitation)

    def show_talk(self, talk: Talk, voice: Voice, today: date) -> None:
        """Show the talk as it is saved."""
        day = talk_day(talk, self._dates, today)
        state = self._words.states[talk.state].label.said_to(voice)
        self._when.set_text([Run(day), Run(f"  {state}", "ink_2", "small")])
        invitation = first_words(talk)
        self._invitation.set_text(invitation)
        self._invitation.setVisible(bool(invitation))
        self.open_button.setAccessibleName(self.tr("Open the talk: {day}, {state}").format(day=day, state=state))
