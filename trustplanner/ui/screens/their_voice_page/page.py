"""Their voice: the screen is in their hands, and nothing else of the plan can be seen meanwhile."""

import json
from contextlib import suppress
from functools import partial
from typing import Any, ClassVar, Final

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from trustplanner.domain.change import Topic
from trustplanner.domain.errors import DamagedError, KnownError, WrongPassphraseError
from trustplanner.domain.their_voice import SEALED_VOICE, Given
from trustplanner.storage.sealing import Seal, new_seal
from trustplanner.ui.kit.autosave import Autosave
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.voice_copies import VoiceCopies
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.their_voice_page.anchors_part import AnchorsPart
from trustplanner.ui.screens.their_voice_page.consent_part import ConsentPart
from trustplanner.ui.screens.their_voice_page.given_part import GivenPart
from trustplanner.ui.screens.their_voice_page.keeping import Keeping, Opened, Standing, open_note
from trustplanner.ui.screens.their_voice_page.passphrase_parts import LockedPart, NewPassphrasePart
from trustplanner.ui.screens.their_voice_page.reading_part import ReadingPart
from trustplanner.ui.screens.their_voice_page.withdrawal_parts import GonePart, WithdrawalPart

_GROUP_GAP: Final = 26


class TheirVoicePage(Page):
    """Detail: the session it is handed over in, or nothing. Leaving it locks what is theirs, if they locked it."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.THEIR_VOICE, Topic.SEALED, Topic.PLAN, Topic.SAFETY})
    parent_place: ClassVar[str] = "recovery"
    fills_window: ClassVar[bool] = True
    is_handed_over: ClassVar[bool] = True

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("their_voice_page")
        self._words = workspace.catalogue.their_voice()
        self._keeping = Keeping(workspace)
        self._session_id = ""
        self._is_gone = False
        self._is_filled = False
        self._autosave = Autosave(self._save, self, workspace.refused.emit)
        self._page = ScrollPage(workspace.theme)
        self._make_parts()
        self._lay_out()
        self._connect()
        column(self).addWidget(self._page)

    def _make_parts(self) -> None:
        theme, words = self.workspace.theme, self._words
        self._consent = ConsentPart(theme, words.consent)
        self._reading = ReadingPart(theme, words.reading)
        self._anchors = AnchorsPart(theme, words.anchors)
        self._given = GivenPart(theme, words.given)
        self._own = NewPassphrasePart(theme, words.own_passphrase, self.workspace.catalogue.create().strength)
        self._locked = LockedPart(theme, words.own_passphrase)
        self._withdrawal = WithdrawalPart(theme, words.withdrawal)
        self._gone = GonePart(theme, words.withdrawal)
        self._copies = VoiceCopies(self.workspace)
        self._open = QWidget()
        self._hand_back = Button(theme, words.hand_back, icon="corner-down-right", name="their_voice_hand_back_button")
        self._help = Button(theme, words.help, Kind.LINK, name="their_voice_help_button")
        self._let_be_seen = Button(theme, words.let_be_seen, name="their_voice_let_be_seen_button")
        self._back_note = TextLabel(theme, words.back_note, "small", "ink_2")

    def _lay_out(self) -> None:
        theme, main = self.workspace.theme, self._page.main
        opened = column(self._open)
        opened.addWidget(self._reading)
        for below in (self._anchors, self._given, self._own):
            opened.addSpacing(_GROUP_GAP)
            opened.addWidget(below)
        for part in (self._consent, self._open, self._locked, self._gone):
            main.addWidget(part)
        main.addSpacing(_GROUP_GAP // 2)
        main.addWidget(self._copies)
        main.addSpacing(_GROUP_GAP // 2)
        main.addWidget(self._withdrawal)
        main.addSpacing(_GROUP_GAP)
        main.addWidget(Hairline(theme))
        main.addSpacing(14)
        foot = WrappingRow(gap=20)
        for way in (self._hand_back, self._let_be_seen, self._help):
            foot.addWidget(way)
        main.addLayout(foot)
        main.addSpacing(8)
        main.addWidget(self._back_note)

    def _connect(self) -> None:
        self._consent.agreed.connect(self._on_agreed)
        self._consent.declined.connect(self._on_hand_back)
        self._reading.given.connect(self._on_given)
        self._reading.edited.connect(self._autosave.touch)
        self._anchors.kept.connect(self._on_anchors_kept)
        self._anchors.edited.connect(self._autosave.touch)
        self._own.chosen.connect(self._on_passphrase_chosen)
        self._own.refused.connect(lambda error: self._own.show_sentence(self.workspace.sentence_for(error)))
        self._locked.typed.connect(self._on_passphrase_typed)
        self._withdrawal.confirmed.connect(self._on_withdrawn)
        self._copies.begun.connect(self._hand_back.setFocus)
        self._hand_back.clicked.connect(self._on_hand_back)
        self._let_be_seen.clicked.connect(self._on_let_be_seen)
        self._help.clicked.connect(lambda: self.go_requested.emit(Destination("support")))

    # --- showing

    def show_detail(self, detail: str) -> None:
        """The session in which the screen is handed over."""
        self._session_id = detail

    def detail(self) -> str:
        """The same, to come back after a lock."""
        return self._session_id

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    def refresh(self) -> None:
        """Show what stands between them and this file."""
        standing, said_to = self._keeping.standing(), self.workspace.voice
        is_gone = self._is_gone and standing is Standing.NOT_AGREED
        is_open = standing is Standing.OPEN
        self._gone.setVisible(is_gone)
        self._consent.setVisible(standing is Standing.NOT_AGREED and not is_gone)
        self._locked.setVisible(standing is Standing.LOCKED)
        self._open.setVisible(is_open)
        self._withdrawal.setVisible(standing is not Standing.NOT_AGREED)
        self._consent.say_to(said_to)
        for part in (self._let_be_seen, self._back_note):
            part.setVisible(self._keeping.is_sealed)
        if is_open:
            self._show_open()
        else:
            self._is_filled = False

    def _show_open(self) -> None:
        voice, today, said_to = self._keeping.voice(), self.workspace.today, self.workspace.voice
        self._reading.show_voice(voice, said_to, today)
        self._anchors.show_voice(voice)
        self._given.show_voice(voice, today)
        self._own.show_locked(is_locked=self._keeping.is_sealed, said_to=said_to)
        if not self._is_filled:
            self._is_filled = True
            self._fill_typed()

    # --- what is typed

    def _fill_typed(self) -> None:
        """Show what was typed and not given, or else what stands."""
        voice, typed = self._keeping.voice(), self._keeping.typed()
        stands, last = voice.reading_on(self.workspace.today), voice.anchors[-1] if voice.anchors else None
        number, words = (stands.value, stands.words) if stands is not None else (None, "")
        three, seven = (last.three, last.seven) if last is not None else ("", "")
        with suppress(ValueError, KeyError, TypeError):  # nothing, or kept by another version
            found: dict[str, Any] = json.loads(typed)
            number, words = found["number"], str(found["words"])
            three, seven = str(found["three"]), str(found["seven"])
        self._reading.fill(number, words)
        self._anchors.fill(three, seven)

    def _typed(self) -> str:
        three, seven = self._anchors.lines()
        return json.dumps(
            {"number": self._reading.number(), "words": self._reading.words(), "three": three, "seven": seven}
        )

    def save_typing(self) -> None:
        """Keep what is typed, in the same place as what is given.

        Raises:
            KnownError: it could not be written.
        """
        self._autosave.flush()

    def _save(self) -> None:
        if self._is_filled and self._keeping.standing() is Standing.OPEN:
            self._keeping.keep_typed(self._typed())
            self._reading.show_kept(is_kept=True)

    # --- what they do

    def _on_agreed(self) -> None:
        try:
            self._keeping.agree(self._words.wording)
        except KnownError as error:
            self.workspace.refused.emit(error)
            return
        self.refresh()
        self._page.verticalScrollBar().setValue(0)
        self._reading.setFocus()

    def _on_given(self, given: Given) -> None:
        try:
            self._keeping.give(Given(given.value, given.words, self._session_id or None))
            stands = self._keeping.voice().reading_on(self.workspace.today)
            self._reading.fill(given.value, stands.words if stands is not None else "")
            self._keep_rest()
        except KnownError as error:
            self._reading.show_sentence(self.workspace.sentence_for(error))
            return
        self.refresh()

    def _on_anchors_kept(self, three: str, seven: str) -> None:
        try:
            self._keeping.write_anchors(three, seven)
            self._keep_rest()
        except KnownError as error:
            self._anchors.show_sentence(self.workspace.sentence_for(error))
            return
        self.refresh()
        self._anchors.show_sentence(self._words.anchors.kept)

    def _keep_rest(self) -> None:
        """Of what was typed, the rest that was not given yet stays."""
        self._autosave.touch()
        self._autosave.flush()
        self._reading.show_kept(is_kept=False)

    def _on_passphrase_chosen(self, passphrase: str) -> None:
        self._own.show_busy(is_busy=True)
        work = partial(new_seal, passphrase, SEALED_VOICE, self.workspace.runner.vault.profile)
        self.workspace.background.run(self, work, self._on_sealed, self._on_not_sealed)

    def _on_sealed(self, made: tuple[Seal, str]) -> None:
        self._own.show_busy(is_busy=False)
        if not self.isVisible():  # who has left meanwhile has locked nothing
            made[0].wipe()
            return
        try:
            self._autosave.flush()
            self._keeping.lock_with(*made)
        except KnownError as error:
            self._own.show_sentence(self.workspace.sentence_for(error))
            return
        self.refresh()
        self._hand_back.setFocus()
        self._copies.look()

    def _on_not_sealed(self, error: Exception) -> None:
        self._own.show_busy(is_busy=False)
        if not isinstance(error, KnownError):
            raise error
        self._own.show_sentence(self.workspace.sentence_for(error))

    def _on_passphrase_typed(self, passphrase: str) -> None:
        note = self._keeping.note()
        if note is None:
            self.refresh()
            return
        self._locked.show_sentence("")
        self._locked.show_busy(is_busy=True)
        work = partial(open_note, note, passphrase)
        self.workspace.background.run(self, work, self._on_opened, self._on_not_opened)

    def _on_opened(self, opened: Opened) -> None:
        self._locked.show_busy(is_busy=False)
        if not self.isVisible():  # who has left meanwhile finds it locked
            opened.seal.wipe()
            return
        self._locked.clear()
        self._keeping.take_open(opened)
        self.refresh()
        self._reading.setFocus()

    def _on_not_opened(self, error: Exception) -> None:
        self._locked.show_busy(is_busy=False)
        words = self._words.own_passphrase
        match error:
            case WrongPassphraseError():
                self._locked.show_sentence(words.wrong)
            case DamagedError() | ValueError() | KeyError() | TypeError():
                self._locked.show_sentence(words.broken)
            case KnownError():
                self._locked.show_sentence(self.workspace.sentence_for(error))
            case _:
                raise error

    # --- taking back

    def _on_withdrawn(self) -> None:
        try:
            self._keeping.withdraw()
        except KnownError as error:
            self.workspace.refused.emit(error)
            return
        self._is_gone = True
        self._clear()
        self.refresh()
        self._page.verticalScrollBar().setValue(0)
        self._hand_back.setFocus()
        self._copies.look()

    # --- leaving

    def _on_hand_back(self) -> None:
        self.go_requested.emit(Destination("back"))

    def _on_let_be_seen(self) -> None:
        """They choose it each time; only what is read goes to the session, and not the key."""
        try:
            self._autosave.flush()
        except KnownError as error:
            self.workspace.refused.emit(error)
            return
        self.workspace.let_be_seen = self._keeping.voice()
        self.go_requested.emit(Destination("session"))

    def hideEvent(self, event: QHideEvent) -> None:
        """Locked and folded for whoever comes next, unless something could not be saved."""
        super().hideEvent(event)
        if self._autosave.is_waiting:
            return
        self._keeping.forget()
        self._is_gone = False
        self._clear()
        self.mark_stale()

    def _clear(self) -> None:
        """No word of theirs stays in a field."""
        self._is_filled = False
        self._reading.fill(None, "")
        self._anchors.fill("", "")
        self._anchors.show_sentence("")
        self._locked.clear()
        self._own.fold()
        self._given.begin_short()
        self._withdrawal.fold()
        self._copies.hide()
