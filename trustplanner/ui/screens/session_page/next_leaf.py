"""The next date, who writes it down, and what is taken along on paper."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.session import SessionViewWords
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.session_page.leaf import Lane, Leaf
from trustplanner.ui.screens.session_page.reading import SessionReading
from trustplanner.ui.screens.session_page.words import SessionWords

_LINK_GAP: Final = 10


class NextLeaf(Leaf):
    """The last page. `date_requested` leads to where dates are written, `ratings_requested` to what is private.

    `report_requested` and `first_look_requested` open what a counsellor may take along or read.
    """

    date_requested = Signal()
    ratings_requested = Signal()
    report_requested = Signal()
    first_look_requested = Signal()

    def __init__(self, theme: Theme, texts: SessionViewWords) -> None:
        self._lane = Lane(theme)
        super().__init__(theme, "session_next", [self._lane])
        self._texts = texts
        self._day = TextLabel(theme, "", "heading")
        self._who = TextLabel(theme, texts.next_who, "large", "ink_2")
        self._write = Button(theme, "", name="session_next_date_button")
        self._write.clicked.connect(self.date_requested)
        self._rate = Button(
            theme, self.tr("Leave, and answer four lines alone"), Kind.LINK, name="session_ratings_button"
        )
        self._rate.clicked.connect(self.ratings_requested)
        self._report = Button(theme, self.tr("A report to take along"), Kind.LINK, name="session_report_button")
        self._report.clicked.connect(self.report_requested)
        self._look = Button(
            theme, self.tr("A first look, for a counsellor"), Kind.LINK, name="session_first_look_button"
        )
        self._look.clicked.connect(self.first_look_requested)
        self._links = QWidget()
        links = column(self._links, spacing=_LINK_GAP)
        for link in (self._report, self._look, self._rate):
            links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
        self._lane.keep(self._day, self._who, self._write, self._links)

    def show_reading(self, reading: SessionReading, words: SessionWords) -> None:
        """Show it as it is now."""
        self.set_title(self.tr("The next date"), self._texts.next_lead)
        if reading.session is None:
            self._day.set_text(self._texts.no_session)
        else:
            self._day.set_text(self.tr("None yet") if reading.later is None else words.session(reading.later))
        has_next = reading.later is not None and reading.session is not None
        self._write.set_words(self.tr("Write down another date") if has_next else self.tr("Write down the date"))
        self._rate.setVisible(reading.session is not None and reading.session.day <= reading.since.today)
        said = [self._who] if has_next else []  # a day that is not there cannot be said aloud
        self._lane.set_blocks([self._day, *said, self._write, self._links])
