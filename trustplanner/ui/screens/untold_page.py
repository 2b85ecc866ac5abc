"""Not told yet: a list behind a passphrase of its own, whose one way out is a counsellor's room."""

from functools import partial
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustplanner.actions import sealed
from trustplanner.domain.change import Topic
from trustplanner.domain.errors import KnownError, RuleError
from trustplanner.domain.passphrases import require_new_passphrase
from trustplanner.domain.sealed import UNTOLD
from trustplanner.storage.queries.sealed import sealed_note
from trustplanner.storage.queries.sessions import sessions
from trustplanner.storage.sealing import Seal, new_seal, open_seal
from trustplanner.ui.kit.autosave import Autosave
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.fields import FieldFoot, LabelledField, NoticeLine, PassphraseField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.passphrase_strength import StrengthLine
from trustplanner.ui.kit.put_first import SaidParagraphs
from trustplanner.ui.kit.scaled_width import ScaledWidth
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField

FIELD_WIDTH: Final = 380
GROUP_GAP: Final = 28


class UntoldPage(Page):
    """Three views, one at a time: before it is begun, locked, open. Leaving the page locks the list again."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.SEALED, Topic.SESSIONS, Topic.PLAN})
    parent_place: ClassVar[str] = "path"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("untold_page")
        self._words = workspace.catalogue.untold()
        self._dates = DateWords()
        self._seal: Seal | None = None
        self._autosave = Autosave(self._save, self, workspace.refused.emit)
        self._lead = TextLabel(workspace.theme, "", "body", "ink_2")
        self._page = ScrollPage(workspace.theme)
        self._beginning, self._locked, self._open = QWidget(), QWidget(), QWidget()
        main = self._page.main
        main.addWidget(self.back_link("untold"), 0, Qt.AlignmentFlag.AlignLeading)
        main.addWidget(TextLabel(workspace.theme, self._words.title, "title"))
        main.addSpacing(8)
        main.addWidget(self._lead)
        main.addSpacing(GROUP_GAP)
        self._fill_beginning(column(self._beginning))
        self._fill_locked(column(self._locked))
        self._fill_open(column(self._open))
        for view in (self._beginning, self._locked, self._open):
            main.addWidget(view)
        column(self).addWidget(self._page)

    # --- building

    def _fill_beginning(self, layout: QVBoxLayout) -> None:
        theme, words = self.workspace.theme, self._words
        self._before = SaidParagraphs(theme, words.before)
        self._new = PassphraseField(theme, name="untold_new_field")
        self._again = PassphraseField(theme, name="untold_again_field")
        self._new_labelled = LabelledField(theme, self.tr("Passphrase of the list"), self._new)
        self._again_labelled = LabelledField(theme, self.tr("The same, once more"), self._again)
        self._begin = Button(theme, words.begin, Kind.NORMAL, name="untold_begin_button")
        self._begin.clicked.connect(self._on_begin_clicked)
        self._again.entered.connect(self._on_begin_clicked)
        strength = StrengthLine(theme, self._new, self.workspace.catalogue.create().strength)
        layout.addWidget(self._before)
        layout.addSpacing(GROUP_GAP)
        layout.addWidget(self._narrow(self._new_labelled, strength, self._again_labelled))
        layout.addSpacing(GROUP_GAP)
        layout.addLayout(_in_a_row(self._begin))

    def _fill_locked(self, layout: QVBoxLayout) -> None:
        theme = self.workspace.theme
        self._field = PassphraseField(theme, name="untold_passphrase_field")
        self._labelled = LabelledField(theme, self.tr("Passphrase of the list"), self._field)
        self._unlock = Button(theme, self.tr("Open the list"), Kind.NORMAL, name="untold_open_button")
        self._unlock.clicked.connect(self._on_open_clicked)
        self._field.entered.connect(self._on_open_clicked)
        layout.addWidget(TextLabel(theme, self._words.closed_lead, "body"))
        layout.addSpacing(GROUP_GAP)
        layout.addWidget(self._narrow(self._labelled))
        layout.addSpacing(GROUP_GAP)
        layout.addLayout(_in_a_row(self._unlock))

    def _fill_open(self, layout: QVBoxLayout) -> None:
        theme = self.workspace.theme
        self._writing = WritingField(theme, name="untold_writing_field")
        self._writing.setAccessibleName(self._words.title)
        self._writing.textChanged.connect(self._autosave.touch)
        self._foot = FieldFoot(theme)
        self._notice = NoticeLine(theme)
        self._take = Button(theme, self.tr("Take these to the counsellor"), Kind.PRIMARY, name="untold_take_button")
        self._take.clicked.connect(self._on_take_clicked)
        lock = Button(theme, self.tr("Lock the list"), Kind.QUIET, name="untold_lock_button")
        lock.clicked.connect(self._lock)
        self._told = Button(theme, self.tr("All of it has been told"), Kind.LINK, name="untold_told_button")
        self._told.clicked.connect(self._on_told_clicked)
        layout.addWidget(TextLabel(theme, self._words.open_note, "small", "ink_2"))
        layout.addSpacing(10)
        layout.addWidget(self._writing)
        layout.addWidget(self._foot)
        layout.addSpacing(20)
        layout.addLayout(_in_a_row(self._take, lock))
        layout.addSpacing(8)
        layout.addWidget(self._notice)
        layout.addSpacing(GROUP_GAP)
        layout.addWidget(TextLabel(theme, self._words.remove_question, "small", "ink_2"))
        layout.addSpacing(4)
        layout.addLayout(_in_a_row(self._told))

    def _narrow(self, *parts: QWidget) -> QWidget:
        box = QWidget()
        lines = column(box, spacing=10)
        for part in parts:
            lines.addWidget(part)
        ScaledWidth(self.workspace.theme, box, box.setMaximumWidth, FIELD_WIDTH)
        return box

    # --- showing

    def refresh(self) -> None:
        """Show whether there is a list, and whether it is open."""
        voice = self.workspace.voice
        self._lead.set_text(self._words.lead.said_to(voice))
        self._before.say_to(voice)
        note = self.workspace.read(sealed_note, UNTOLD)
        if note is None and self._seal is not None:
            self._forget()
        self._show_view(self._beginning if note is None else self._open if self._seal else self._locked)

    def _show_view(self, shown: QWidget) -> None:
        first = {self._beginning: self._new, self._locked: self._field, self._open: self._writing}
        for view in first:
            view.setVisible(view is shown)
        self.setFocusProxy(first[shown])

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    # --- opening and locking

    def _on_begin_clicked(self) -> None:
        if not self._begin.isEnabled():
            return
        for labelled in (self._new_labelled, self._again_labelled):
            labelled.show_sentence("")
        try:
            require_new_passphrase(self._new.passphrase(), self._again.passphrase())
        except RuleError as error:
            self._again_labelled.show_sentence(self.workspace.sentence_for(error))
            return
        self._begin.setEnabled(False)
        work = partial(new_seal, self._new.passphrase(), UNTOLD, self.workspace.runner.vault.profile)
        self.workspace.background.run(self, work, self._on_sealed, self._on_begin_failed)

    def _on_sealed(self, made: tuple[Seal, str]) -> None:
        self._begin.setEnabled(True)
        seal, wrapped = made
        label = self.tr("locked list")
        if self.workspace.attempt(label, sealed.begin_note, UNTOLD, wrapped, seal.seal("")) is not None:
            self.show_open(seal, "")

    def _on_begin_failed(self, error: Exception) -> None:
        self._begin.setEnabled(True)
        self._again_labelled.show_sentence(self._sentence(error))

    def _on_open_clicked(self) -> None:
        note = self.workspace.read(sealed_note, UNTOLD)
        if not self._unlock.isEnabled() or note is None or not self._field.passphrase():
            return
        self._labelled.show_sentence("")
        self._unlock.setEnabled(False)
        passphrase = self._field.passphrase()

        def work() -> tuple[Seal, str]:
            seal = open_seal(note.wrapped, passphrase, UNTOLD)
            return seal, seal.unseal(note.sealed)

        self.workspace.background.run(self, work, self._on_opened, self._on_open_failed)

    def _on_opened(self, opened: tuple[Seal, str]) -> None:
        self._unlock.setEnabled(True)
        if self.isVisible():  # who has left meanwhile finds it locked
            self.show_open(*opened)
        else:
            opened[0].wipe()

    def _on_open_failed(self, error: Exception) -> None:
        self._unlock.setEnabled(True)
        self._labelled.show_sentence(self._sentence(error))
        self._field.setFocus()

    def show_open(self, seal: Seal, words: str) -> None:
        """Show the list open under this seal; it is locked again when the page is left."""
        self._seal = seal
        self._clear_passphrases()
        self._writing.fill(words)
        self._foot.show_saved("")
        self._notice.show_sentence("")
        self._show_view(self._open)
        self._writing.setFocus()

    def _lock(self) -> None:
        """Save, forget the key and the words, and show the list locked."""
        if self._is_saved():
            self._forget()
            self.refresh()
            self.setFocus()

    def _is_saved(self) -> bool:
        """Seal what waits; what cannot be written stays on the screen, and the window says why."""
        try:
            self._autosave.flush()
        except KnownError as error:
            self.workspace.refused.emit(error)
            return False
        return True

    def _forget(self) -> None:
        if self._seal is not None:
            self._seal.wipe()
        self._seal = None
        self._writing.fill("")
        self._clear_passphrases()

    def _clear_passphrases(self) -> None:
        for field in (self._new, self._again, self._field):
            field.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        """Locked again, unless the whole window hides and something could not be saved."""
        super().hideEvent(event)
        if not self._autosave.is_waiting:
            self._forget()
            self.mark_stale()

    # --- writing and its one way out

    def save_typing(self) -> None:
        """Seal what is typed."""
        self._autosave.flush()

    def _save(self) -> None:
        if self._seal is None:
            return
        self.workspace.do_quietly(sealed.write_note, UNTOLD, self._seal.seal(self._writing.toPlainText()))
        self._foot.show_saved(self.tr("Saved, locked"))

    def _on_take_clicked(self) -> None:
        """On the agenda of the coming session, without a word of it; without a session, to where one is set."""
        today = self.workspace.today
        coming = [session for session in self.workspace.read(sessions) if session.day >= today]
        if not coming:
            self.go_requested.emit(Destination("dates", "session:"))
            return
        session = min(coming, key=lambda each: each.day)
        label = self.tr("line on the agenda")
        if self.workspace.attempt(label, sealed.take_to_session, session.id, self._words.agenda_line) is not None:
            day = self._dates.long(session.day, today)
            self._notice.show_sentence(self._words.on_agenda.said_to(self.workspace.voice, date=day))

    def _on_told_clicked(self) -> None:
        """Undo brings the whole list back, locked."""
        if not self._is_saved():
            return
        if self.workspace.attempt(self.tr("removal of the locked list"), sealed.remove_note, UNTOLD) is not None:
            self.workspace.recorded.emit(self.tr("The list is removed."))

    def _sentence(self, error: Exception) -> str:
        if not isinstance(error, KnownError):
            raise error
        return self.workspace.sentence_for(error)


def _in_a_row(*buttons: Button) -> WrappingRow:
    line = WrappingRow(gap=10)
    for button in buttons:
        line.addWidget(button)
    return line
