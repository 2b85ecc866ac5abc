"""How a commitment stands, said between its name and its promise: active, waiting or ended, and what is to change."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.domain.commitments import Direction, Stance, Terms
from trustplanner.ui.kit.banner import Banner
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.schedule_words import schedule_words
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.commitment_page.subject import Subject


class Standing(QWidget):
    """`take_back_requested` comes from the banner of a change that has not begun; `record_requested` from its link."""

    take_back_requested = Signal()
    record_requested = Signal()

    def __init__(self, theme: Theme, contact_limited: str) -> None:
        super().__init__()
        self._dates = DateWords()
        self._state = TextLabel(theme, "", "small", "ink_2")
        self._needs_contact = TextLabel(theme, contact_limited, "small", "ink")
        self._banner = Banner(theme, "", link=self.tr("Take it back"), name="commitment_pending_banner")
        self._banner.link_activated.connect(self.take_back_requested)
        self._record = Button(theme, self.tr("Its record"), Kind.LINK, name="commitment_record_button")
        self._record.clicked.connect(self.record_requested)
        layout = column(self, spacing=10)
        for part in (self._state, self._needs_contact, self._banner):
            layout.addWidget(part)
        layout.addWidget(self._record, 0, Qt.AlignmentFlag.AlignLeading)

    def show_subject(self, subject: Subject, today: date) -> None:
        """Say how it stands today; nothing is said of a new one."""
        state = "" if subject.in_force is None else self._state_words(subject.in_force, today)
        self._state.set_text(state)
        self._state.setVisible(bool(state))
        self._needs_contact.setVisible(subject.needs_contact)
        coming = subject.coming
        self._banner.setVisible(coming is not None and subject.in_force is not None)
        if coming is not None and subject.in_force is not None:
            self._banner.show_sentence(self._coming_words(coming, subject.in_force, today))
        self._record.setVisible(subject.commitment is not None)
        self.setVisible(bool(state) or subject.needs_contact or coming is not None or subject.commitment is not None)

    def _state_words(self, terms: Terms, today: date) -> str:
        if terms.stance is Stance.WAITING:
            return self.tr("This one waits. It asks for nothing until it begins.")
        if terms.stance is Stance.ENDED:
            day = self._dates.long(terms.starts_on, today)
            return self.tr("Ended on {day}. Its record stays; a new promise is a new commitment.").format(day=day)
        if terms.starts_on > today:
            return self.tr("Begins on {day}.").format(day=self._dates.long(terms.starts_on, today))
        return ""

    def _coming_words(self, coming: Terms, in_force: Terms, today: date) -> str:
        day = self._dates.long(coming.starts_on, today)
        if coming.stance is Stance.WAITING:
            return self.tr("From {day} it waits. Until then it counts as before.").format(day=day)
        if coming.stance is Stance.ENDED:
            return self.tr("It ends on {day}. Until then it counts as before.").format(day=day)
        until = schedule_words(in_force.schedule, in_force.at_minute, self._dates, today)
        if coming.direction is Direction.EASIER:
            words = self.tr("From {day} it is easier, as it stands here. Until then: {until}.")
        else:
            words = self.tr("From {day} it is as it stands here. Until then: {until}.")
        return words.format(day=day, until=until)
