"""Shown instead of the lock screen when words could not be saved: it holds them back, unseen, until they can be."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.fields import LabelledField, PassphraseField
from trustplanner.ui.kit.front_page import FrontPage
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow
from trustplanner.ui.kit.theme import Theme

GAP, GROUP_GAP = 16, 28


class UnsavedPage(FrontPage):
    """Why they are not saved, and the ways on. Whoever sits here now may not be the one who wrote, so that the words
    are shown only for the passphrase, which `words_requested` carries.
    """

    try_again_requested = Signal()
    give_up_requested = Signal()
    words_requested = Signal(str)

    def __init__(self, theme: Theme, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name="unsaved", parent=parent)
        again = Button(theme, self.tr("Save and lock"), Kind.PRIMARY, name="unsaved_again_button")
        again.clicked.connect(self.try_again_requested)
        give_up = Button(theme, self.tr("Lock without the last words"), Kind.NORMAL, name="unsaved_give_up_button")
        give_up.clicked.connect(self.give_up_requested)
        self._field = PassphraseField(theme, name="unsaved_passphrase_field")
        self._field.entered.connect(self._on_entered)
        self._labelled = LabelledField(theme, self.tr("Passphrase"), self._field)
        self._show = Button(theme, self.tr("Show the words"), Kind.NORMAL, name="unsaved_show_button")
        self._show.clicked.connect(self._on_entered)
        self.main.addWidget(TextLabel(theme, self.tr("The last words you typed could not be saved yet"), "heading"))
        self.main.addSpacing(GAP)
        self.main.addWidget(TextLabel(theme, sentence or self._plain_sentence(), "body", "ink_2"))
        self.main.addSpacing(GAP)
        self._add_row(again, give_up)
        self.main.addSpacing(GROUP_GAP)
        self.main.addWidget(Hairline(theme))
        self.main.addSpacing(GROUP_GAP)
        words = self.tr("To go on writing, or to copy them, type the passphrase.")
        self.main.addWidget(TextLabel(theme, words, "body", "ink_2"))
        self.main.addSpacing(GAP)
        self.main.addWidget(self._labelled)
        self.main.addSpacing(GAP)
        self._add_row(self._show)
        self.main.addStretch(1)
        self.setFocusProxy(again)

    def set_busy(self, *, is_busy: bool) -> None:
        """While the passphrase is tried it is not tried again."""
        self._field.line.setReadOnly(is_busy)
        self._show.setEnabled(not is_busy)

    def show_problem(self, sentence: str) -> None:
        """Say why the words are not shown; what was typed is selected, to be typed again."""
        self._labelled.show_sentence(sentence)
        self._field.line.selectAll()
        self._field.line.setFocus()

    def _plain_sentence(self) -> str:
        return self.tr("They are kept in this window, where nobody sees them, until they are saved.")

    def _add_row(self, *buttons: Button) -> None:
        line = WrappingRow()
        for button in buttons:
            line.addWidget(button)
        self.main.addLayout(line)

    def _on_entered(self) -> None:
        if self._show.isEnabled() and self._field.passphrase():
            self._labelled.show_sentence("")
            self.words_requested.emit(self._field.passphrase())
