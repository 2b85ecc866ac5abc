"""One session in the list: when, with whom, what for."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.dates import SessionWords
from trustplanner.domain.plans import Contact
from trustplanner.domain.session_notes import Around, SessionRating
from trustplanner.domain.sessions import AgendaLine, Session
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dates import DateWords, clock_time
from trustplanner.ui.kit.labels import Run, TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.dates_page.agenda_list import AgendaList
from trustplanner.ui.screens.dates_page.ratings_part import RatingsPart
from trustplanner.ui.screens.dates_page.section import entry_head, in_row

LOOKED_BACK: Final = timedelta(days=14)


class SessionRow(QWidget):
    """A session with its agenda. One that is coming can be prepared here; of a past one the points are read.

    `key` is the id of the session.
    """

    change_requested = Signal(str)
    delete_requested = Signal(str)
    drafted = Signal()
    hand_over_requested = Signal(str)

    def __init__(self, workspace: Workspace, key: str, words: SessionWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.key = key
        self._words = words
        self.agenda: AgendaList | None = None
        theme = workspace.theme
        self._when = TextLabel(theme, "", "strong")
        self.change_button = Button(theme, self.tr("Change"), Kind.LINK, name="dates_session_change_button")
        self._delete_button = Button(theme, self.tr("Delete"), Kind.LINK, name="dates_session_delete_button")
        self._hand_over = Button(theme, "", Kind.LINK, name="dates_hand_over_button")
        self._content = QWidget()
        self._below = column(spacing=6)
        self._past_points = TextLabel(theme, "", "small", "ink_2")
        inside = column(self._content, spacing=4)
        inside.addLayout(entry_head(self._when, self.change_button, self._delete_button))
        inside.addLayout(self._below)
        inside.addWidget(self._past_points)
        inside.addLayout(in_row(self._hand_over))
        self.ratings = {around: RatingsPart(workspace, key, around) for around in Around}
        for part in self.ratings.values():
            inside.addWidget(part)
        self._column = column(self)
        self._column.addWidget(self._content)
        self.change_button.clicked.connect(lambda: self.change_requested.emit(self.key))
        self._delete_button.clicked.connect(lambda: self.delete_requested.emit(self.key))
        self._hand_over.clicked.connect(lambda: self.hand_over_requested.emit(self.key))

    def show_session(self, session: Session, lines: tuple[AgendaLine, ...], today: date) -> None:
        """Show the session as it is saved."""
        day = session_day(self, session, today)
        runs = [Run(day)]
        if session.with_whom:
            runs.append(Run(" " + self.tr("with {name}").format(name=session.with_whom), "ink_2", "body"))
        self._when.set_text(runs)
        self.change_button.setAccessibleName(self.tr("Change the session: {day}").format(day=day))
        self._delete_button.setAccessibleName(self.tr("Delete the session: {day}").format(day=day))
        self._show_hand_over(is_today=session.day == today)
        is_coming = session.day >= today
        self._past_points.setVisible(not is_coming and bool(lines))
        self._past_points.set_text("\n".join(f"{n}. {line.words}" for n, line in enumerate(lines, start=1)))
        if is_coming and self.agenda is None:
            self._begin_agenda()
        if self.agenda is not None:
            self.agenda.setVisible(is_coming)
            self.agenda.show_lines(lines)

    def show_ratings(self, ratings: tuple[SessionRating, ...], session: Session, today: date) -> None:
        """Four lines before a session that is coming, and four after one that was, for two weeks."""
        self.ratings[Around.BEFORE].setVisible(session.day >= today)
        self.ratings[Around.AFTER].setVisible(today - LOOKED_BACK <= session.day <= today)
        for part in self.ratings.values():
            part.show_ratings(ratings)

    def _show_hand_over(self, *, is_today: bool) -> None:
        """In the session itself, and only where they may be in the room."""
        voice, safety = self._workspace.voice, self._workspace.safety
        is_closed = voice.contact is Contact.NONE or (safety is not None and safety.ending)
        self._hand_over.setVisible(is_today and not is_closed)
        self._hand_over.set_words(self._words.hand_over.said_to(voice))

    def show_form(self, form: QWidget) -> None:
        """Show the fields in place of the words."""
        self._content.hide()
        self._column.addWidget(form)

    def show_words(self) -> None:
        """Show the words again."""
        self._content.show()

    def _begin_agenda(self) -> None:
        self.agenda = AgendaList(self._workspace, self.key, self._words)
        self.agenda.drafted.connect(self.drafted)
        self._below.addWidget(TextLabel(self._workspace.theme, self._words.agenda_title, "label", "ink_2"))
        self._below.addWidget(self.agenda)
        self.agenda.show()


def session_day(widget: QWidget, session: Session, today: date) -> str:
    """`Thursday 21 May, 17:00`; `Today, 17:00`."""
    day = widget.tr("Today") if session.day == today else DateWords().long(session.day, today)
    return day if session.at_minute is None else f"{day}, {clock_time(session.at_minute)}"
