"""The session view: ten minutes in front of a counsellor, in large type and without the sidebar.

Arrow keys turn its pages. B blanks it to plain paper, and nothing that was on it is left in the window; Esc leaves.
"""

from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from trustplanner.domain.change import Topic
from trustplanner.domain.commitments import Stance
from trustplanner.domain.errors import KnownError
from trustplanner.domain.plans import Contact
from trustplanner.domain.session_notes import Around
from trustplanner.ui.kit.autosave import save_all
from trustplanner.ui.kit.draft_sheet import SheetName
from trustplanner.ui.kit.easing_sheet import EASING_SHEETS
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.session_page.leaves import Leaves
from trustplanner.ui.screens.session_page.reading import read_session
from trustplanner.ui.screens.session_page.spread import Spread
from trustplanner.ui.screens.session_page.words import SessionWords

FIRST_PAGE: Final = ("session_since", 0)


class SessionPage(Page):
    """Detail: the name of a topic and which of its pages, as `detail` gives it."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.PLAN, Topic.SAFETY, Topic.PATH, Topic.COMMITMENTS, Topic.ANSWERS, Topic.SESSIONS, Topic.THEIR_VOICE}
    )
    fills_window = True

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("session_page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._texts = workspace.catalogue.session()
        self._place = FIRST_PAGE
        self._session_id = ""
        self._leaves: Leaves | None = None
        self._spread: Spread | None = None
        self._paused: TextLabel | None = None
        self._column = column(self)

    # --- what is seen

    def refresh(self) -> None:
        """Show it as it is now; a blank page stays blank."""
        if self._paused is not None:
            return
        reading, words = read_session(self.workspace), SessionWords(self.workspace, self)
        self._session_id = "" if reading.session is None else reading.session.id
        is_theirs = bool(self._session_id) and self.workspace.voice.contact is not Contact.NONE
        if self._leaves is not None and (self._leaves.fits is not None) is not is_theirs:
            self._close()  # contact became less, or is wanted again
        if self._leaves is None or self._spread is None:
            self._leaves = leaves = Leaves(self.workspace, self._texts, words, is_theirs=is_theirs)
            self._spread = self._open(leaves)
        self._leaves.show_reading(reading, words)
        self._spread.head.set_text(words.head(reading.session))
        self._spread.kept_back.set_text(words.kept_back(reading.kept_back))
        self._spread.fit()

    def _open(self, leaves: Leaves) -> Spread:
        spread = Spread(self.workspace.theme, leaves.all())
        self._column.addWidget(spread)
        spread.go_to(*self._place)
        spread.turned.connect(self._on_turned)
        spread.blank_requested.connect(self.blank)
        spread.leave_requested.connect(self._leave)
        spread.report_requested.connect(self._on_print)
        spread.help_requested.connect(lambda: self.go_requested.emit(Destination("support")))
        leaves.decisions.change_requested.connect(lambda key: self.go_requested.emit(Destination("commitment", key)))
        leaves.next.date_requested.connect(lambda: self.go_requested.emit(Destination("dates", "session:")))
        leaves.next.ratings_requested.connect(self._go_to_ratings)
        leaves.next.report_requested.connect(lambda: self.go_requested.emit(Destination("report")))
        leaves.next.first_look_requested.connect(lambda: self.go_requested.emit(Destination("first_look")))
        leaves.since.hand_over_requested.connect(self._hand_over)
        if leaves.fits is not None:
            leaves.fits.hand_over_requested.connect(self._hand_over)
        spread.show()
        return spread

    def _hand_over(self) -> None:
        self.go_requested.emit(Destination("their_voice", self._session_id))

    def _on_print(self) -> None:
        if self._paused is None:
            self.go_requested.emit(Destination("report"))

    def _go_to_ratings(self) -> None:
        self.go_requested.emit(Destination("dates", f"{Around.AFTER.value}:{self._session_id}"))

    def _on_turned(self) -> None:
        if self._spread is not None:
            self._place = self._spread.place

    # --- blank

    def blank(self) -> None:
        """Leave plain paper with one word on it; what was shown is taken out of the window, not only covered."""
        try:
            self.save_typing()
            self._close()
        except KnownError as error:
            self.workspace.refused.emit(error)
        if self._spread is not None:
            self._spread.hide()  # with words that could not be saved: better hidden than lost
        self._paused = TextLabel(self.workspace.theme, self.tr("Paused"), "display", "ink_2", is_centred=True)
        self._paused.setObjectName("session_paused")
        self._column.addWidget(self._paused)
        self.setFocus()

    def show_again(self) -> None:
        """Show the page that was there before."""
        if self._paused is not None:
            _take_out(self._paused)
            self._paused = None
        self.refresh()
        if self._spread is not None:
            self._spread.show()
        self.setFocus()

    def _close(self) -> None:
        if self._spread is not None:
            _take_out(self._spread)
        self._spread = self._leaves = None

    def _leave(self) -> None:
        self.go_requested.emit(Destination("back"))

    def hideEvent(self, event: QHideEvent) -> None:
        """What they opened is closed again, unless the window was only made small."""
        super().hideEvent(event)
        if event.spontaneous() or self.workspace.let_be_seen is None:
            return
        self.workspace.let_be_seen = None
        if self._leaves is not None:
            self._leaves.since.close_voice()
        self.mark_stale()

    # --- what is typed

    def save_typing(self) -> None:
        """Save what is typed and waits.

        Raises:
            KnownError: it could not be saved; it stays on the screen.
        """
        if self._leaves is not None:
            save_all(self._leaves.fields())

    def open_again(self, sheet: SheetName) -> None:
        """Ask once more whether a commitment ends."""
        if sheet.kind != EASING_SHEETS[Stance.ENDED] or self._leaves is None:
            return
        again = self._leaves.decisions.ask_end(sheet.subject)
        if again is not None:
            again.open()

    # --- where the page is led to

    def show_detail(self, detail: str) -> None:
        """Come back to a page of it; without one begin at the first."""
        name, _, part = detail.partition(":")
        self._place = (name, int(part)) if name and part.isdigit() else FIRST_PAGE
        if self._paused is not None:
            self.show_again()
        if self._spread is not None:
            self._spread.go_to(*self._place)

    def detail(self) -> str:
        """Which page is shown."""
        name, part = self._place
        return f"{name}:{part}"

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """B blanks and shows again, Esc leaves, Ctrl+P leads to paper, the rest turns pages."""
        is_plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if is_plain and event.key() == Qt.Key.Key_B:
            self.blank() if self._paused is None else self.show_again()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.matches(QKeySequence.StandardKey.Print):
            self._on_print()
        elif self._spread is None or not self._spread.act_on_key(event):
            super().keyPressEvent(event)


def _take_out(widget: QWidget) -> None:
    """Out of the window and of what screen readers see, at once."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
