"""Sessions: the coming ones with their agenda, then the past ones, newest first."""

from datetime import timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.actions.sessions import add_session, change_session, delete_session
from trustplanner.domain.errors import Code, KnownError, RuleError
from trustplanner.domain.session_notes import Around, SessionRating
from trustplanner.domain.session_ratings import rating_rows
from trustplanner.domain.sessions import Session
from trustplanner.storage.queries.sessions import agenda, session_ratings, sessions
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.dates_page.ratings_part import RatingsOverSessions
from trustplanner.ui.screens.dates_page.section import ROW_GAP, RowWithForm, Section, in_row
from trustplanner.ui.screens.dates_page.session_form import SessionForm
from trustplanner.ui.screens.dates_page.session_row import SessionRow, session_day

PAST_SHOWN: Final = 8
A_WEEK: Final = timedelta(weeks=1)


class SessionsSection(Section):
    """A past session shows the points of its agenda; those of a coming one are written here.

    `hand_over_requested` carries the session in which the screen is handed over.
    """

    hand_over_requested = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self._words = workspace.catalogue.dates().sessions
        super().__init__(workspace, self._words.title, "", "dates_add_session_button", parent)
        self._add_button.set_words(self.tr("Write down a session"))
        self._shows_all_past = False
        theme = workspace.theme
        self._coming = self._make_rows()
        self._content.addWidget(self._coming.widget)
        self._none = TextLabel(theme, self._words.none, "body", "ink_2")
        self._past_title = TextLabel(theme, self.tr("Past"), "label", "ink_2")
        self._content.addWidget(self._none)
        self._content.addSpacing(ROW_GAP)
        self._content.addWidget(self._past_title)
        self._content.addSpacing(8)
        self._past = self._make_rows()
        self._content.addWidget(self._past.widget)
        self._all_past_button = Button(theme, "", Kind.LINK, name="dates_all_past_button")
        self._all_past_button.clicked.connect(self._show_all_past)
        self._content.addLayout(in_row(self._all_past_button))
        self._ratings: tuple[SessionRating, ...] = ()
        self._over_sessions = RatingsOverSessions(workspace)
        self._content.addWidget(self._over_sessions)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written down."""
        return not (self._coming.all() or self._past.all())

    def refresh(self) -> None:
        """Show the sessions as they are."""
        today = self.workspace.today
        every = self.workspace.read(sessions)
        past = [session for session in reversed(every) if session.day < today]
        self._ratings = self.workspace.read(session_ratings)
        shown = past if self._shows_all_past else past[:PAST_SHOWN]
        self._coming.show_things([session for session in every if session.day >= today])
        self._past.show_things(shown)
        self._none.setVisible(not every)
        self._past_title.setVisible(bool(past))
        self._all_past_button.setVisible(len(shown) < len(past))
        self._all_past_button.set_words(self.tr("Show all {n} past sessions").format(n=len(past)))
        self._over_sessions.show_rows(rating_rows(self._ratings, every))
        self._close_form_unless({session.id for session in every})

    def open(self, key: str) -> None:
        """Open the form of a session, or of a new one a week ahead."""
        every = self.workspace.read(sessions)
        session = next((session for session in every if session.id == key), None)
        if key and session is None:
            self.workspace.refused.emit(RuleError(Code.NOT_FOUND))
            return
        today = self.workspace.today
        form = SessionForm(self.workspace.theme, key, self._words.with_note, today)
        if session is None:
            last = every[-1] if every else None
            form.fill_new(today + A_WEEK, last.at_minute if last else None, self.workspace.plan.counsellor)
        else:
            form.fill_from(session)
            if self._row_of(key) is None:
                self._show_all_past()
        self._take_form(form, form)

    def open_ratings(self, key: str, around: Around) -> None:
        """Unfold the four lines of a session."""
        row = self._coming.of(key) or self._past.of(key)
        if row is not None:
            row.ratings[around].unfold(is_open=True)

    def stop_of_ratings(self, key: str, around: Around) -> QWidget | None:
        """Where somebody begins who came for the lines of a session; None where there are none to answer."""
        row = self._coming.of(key) or self._past.of(key)
        part = None if row is None else row.ratings[around]
        return None if part is None or part.isHidden() else part.first_stop

    # --- points that are being written

    def finish_points(self) -> None:
        """Save every point that is being changed.

        Raises:
            KnownError: it could not be written.
        """
        for row in self._coming.all():
            if row.agenda is not None:
                row.agenda.finish()

    def typed_points(self) -> dict[str, str]:
        """Points that are typed but not added, by the id of their session."""
        typed = {row.key: row.agenda.typed() for row in self._coming.all() if row.agenda is not None}
        return {key: words for key, words in typed.items() if words.strip()}

    def fill_typed_point(self, key: str, words: str) -> None:
        """Show again what was typed before a lock."""
        row = self._coming.of(key)
        if row is not None and row.agenda is not None:
            row.agenda.fill_typed(words)

    # --- rows and form

    def _make_rows(self) -> KeyedColumn[Session, SessionRow]:
        return KeyedColumn(lambda session: session.id, self._make_row, self._show_row, spacing=ROW_GAP)

    def _make_row(self, session: Session) -> SessionRow:
        row = SessionRow(self.workspace, session.id, self._words)
        row.change_requested.connect(self.open)
        row.delete_requested.connect(self._on_delete_requested)
        row.drafted.connect(self.edited)
        row.hand_over_requested.connect(self.hand_over_requested)
        return row

    def _show_row(self, row: SessionRow, session: Session) -> None:
        row.show_session(session, self.workspace.read(agenda, session.id), self.workspace.today)
        row.show_ratings(self._ratings, session, self.workspace.today)

    def _row_of(self, key: str) -> RowWithForm | None:
        return self._coming.of(key) or self._past.of(key)

    def _show_all_past(self) -> None:
        self._shows_all_past = True
        self.refresh()

    def _keep(self) -> None:
        form = self.form
        if not isinstance(form, SessionForm):
            return
        values = (form.day(), form.at_minute(), form.with_whom())
        try:
            if form.subject:
                done = self.workspace.do(self.tr("change of a session"), change_session, form.subject, *values)
                said = self.tr("Changed: session, {day}.")
            else:
                done = self.workspace.do(self.tr("new session"), add_session, *values)
                said = self.tr("Written down: session, {day}.")
        except KnownError as error:
            form.show_sentence(self.workspace.sentence_for(error))
            return
        self.close_form()
        self.workspace.recorded.emit(said.format(day=session_day(self, done.result, self.workspace.today)))

    def _on_delete_requested(self, key: str) -> None:
        if self.workspace.attempt(self.tr("deleted session"), delete_session, key) is not None:
            self.focus_add_button()
            self.workspace.recorded.emit(self.tr("Deleted: the session and its agenda."))
