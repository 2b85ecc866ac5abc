"""A passphrase of their own: what is said before, both fields, and later the one field that opens it."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.first_run import StrengthWords
from trustplanner.content.texts import Voice
from trustplanner.content.their_voice import OwnPassphraseWords
from trustplanner.domain.errors import RuleError
from trustplanner.domain.passphrases import require_new_passphrase
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.fields import LabelledField, PassphraseField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.passphrase_strength import StrengthLine
from trustplanner.ui.kit.scaled_width import ScaledWidth
from trustplanner.ui.kit.theme import Theme

FIELD_WIDTH: Final = 380


class NewPassphrasePart(QWidget):
    """Folded to a link until it is wanted. `chosen` carries the passphrase; `refused` why it is none."""

    chosen = Signal(str)
    refused = Signal(object)

    def __init__(
        self, theme: Theme, words: OwnPassphraseWords, strength: StrengthWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._begin_link = Button(theme, words.begin_link, Kind.LINK, icon="lock", name="their_voice_lock_link")
        self._is_locked = TextLabel(theme, words.is_locked, "small", "ink_2")
        self._locks = TextLabel(theme, "", "body")
        self._new = PassphraseField(theme, name="their_voice_new_field")
        self._again = PassphraseField(theme, name="their_voice_again_field")
        self._again_labelled = LabelledField(theme, words.again, self._again)
        self._begin = Button(theme, words.begin, name="their_voice_lock_button")
        self._leave = Button(theme, words.leave, Kind.QUIET, name="their_voice_not_now_button")
        self._form = QWidget()
        self._lay_out(theme, strength)
        self._begin_link.clicked.connect(self._on_link_clicked)
        self._begin.clicked.connect(self._on_begin_clicked)
        self._again.entered.connect(self._on_begin_clicked)
        self._leave.clicked.connect(self.fold)
        self._form.hide()

    def _lay_out(self, theme: Theme, strength: StrengthWords) -> None:
        narrow = QWidget()
        fields = column(narrow, spacing=10)
        fields.addWidget(LabelledField(theme, self._words.field, self._new))
        fields.addWidget(StrengthLine(theme, self._new, strength))
        fields.addWidget(self._again_labelled)
        ScaledWidth(theme, narrow, narrow.setMaximumWidth, FIELD_WIDTH)
        buttons, link = WrappingRow(gap=10), WrappingRow()
        buttons.addWidget(self._begin)
        buttons.addWidget(self._leave)
        link.addWidget(self._begin_link)
        form = column(self._form, spacing=10)
        form.addWidget(self._locks)
        form.addWidget(TextLabel(theme, self._words.forgotten, "body"))
        form.addWidget(TextLabel(theme, self._words.copies, "small", "ink_2"))
        form.addSpacing(6)
        form.addWidget(narrow)
        form.addSpacing(6)
        form.addLayout(buttons)
        layout = column(self, spacing=8)
        layout.addWidget(TextLabel(theme, self._words.title, "strong"))
        layout.addWidget(self._is_locked)
        layout.addLayout(link)
        layout.addWidget(self._form)

    def show_locked(self, *, is_locked: bool, said_to: Voice) -> None:
        """Say that it is locked already, or offer to."""
        self._locks.set_text(self._words.locks.said_to(said_to))
        self._is_locked.setVisible(is_locked)
        if is_locked:
            self.clear()
            self._form.hide()
        self._begin_link.setVisible(not is_locked and self._form.isHidden())

    def show_busy(self, *, is_busy: bool) -> None:
        """While the key is made nothing begins twice."""
        self._begin.setEnabled(not is_busy)

    def show_sentence(self, sentence: str) -> None:
        """Say why it cannot be locked with this; an empty sentence takes it back."""
        self._again_labelled.show_sentence(sentence)

    def clear(self) -> None:
        """Forget what is typed."""
        for field in (self._new, self._again):
            field.clear()
        self.show_sentence("")

    def fold(self) -> None:
        """Only the link again, with nothing typed."""
        had_focus = self._form.isAncestorOf(self.window().focusWidget()) if self.window().focusWidget() else False
        self.clear()
        self._form.hide()
        self._begin_link.show()
        if had_focus:
            self._begin_link.setFocus()

    def _on_link_clicked(self) -> None:
        self._begin_link.hide()
        self._form.show()
        self._new.setFocus()

    def _on_begin_clicked(self) -> None:
        if not self._begin.isEnabled():
            return
        self.show_sentence("")
        try:
            require_new_passphrase(self._new.passphrase(), self._again.passphrase())
        except RuleError as error:
            self.refused.emit(error)
            return
        self.chosen.emit(self._new.passphrase())


class LockedPart(QWidget):
    """Nothing of theirs is shown until their passphrase is typed. `typed` carries it."""

    typed = Signal(str)

    def __init__(self, theme: Theme, words: OwnPassphraseWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = PassphraseField(theme, name="their_voice_passphrase_field")
        self._labelled = LabelledField(theme, words.field, self._field)
        self._open = Button(theme, words.open, Kind.PRIMARY, name="their_voice_open_button")
        self._open.clicked.connect(self._on_open_clicked)
        self._field.entered.connect(self._on_open_clicked)
        narrow = QWidget()
        column(narrow).addWidget(self._labelled)
        ScaledWidth(theme, narrow, narrow.setMaximumWidth, FIELD_WIDTH)
        button = WrappingRow()
        button.addWidget(self._open)
        layout = column(self)
        layout.addWidget(TextLabel(theme, words.closed_title, "title"))
        layout.addSpacing(10)
        layout.addWidget(TextLabel(theme, words.closed, "body"))
        layout.addSpacing(20)
        layout.addWidget(narrow)
        layout.addSpacing(16)
        layout.addLayout(button)
        self.setFocusProxy(self._field)

    def show_busy(self, *, is_busy: bool) -> None:
        """While it is opened nothing begins twice."""
        self._open.setEnabled(not is_busy)

    def show_sentence(self, sentence: str) -> None:
        """Say why it does not open; an empty sentence takes it back."""
        self._labelled.show_sentence(sentence)
        if sentence:
            self._field.setFocus()

    def clear(self) -> None:
        """Forget what is typed."""
        self._field.clear()
        self._labelled.show_sentence("")

    def _on_open_clicked(self) -> None:
        if self._open.isEnabled() and self._field.passphrase():
            self.typed.emit(self._field.passphrase())
