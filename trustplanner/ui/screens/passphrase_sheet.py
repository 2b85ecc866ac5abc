"""Changing the passphrase: the present one, the new one twice, and what it means for older copies."""

from contextlib import suppress
from functools import partial

from PySide6.QtWidgets import QWidget

from trustplanner.domain.errors import Code, KnownError, RuleError
from trustplanner.domain.passphrases import require_new_passphrase
from trustplanner.storage.remade_backups import Remade
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.fields import LabelledField, PassphraseField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.passphrase_strength import StrengthLine
from trustplanner.ui.kit.sheet_dialog import SheetDialog, SheetWidth
from trustplanner.ui.kit.workspace import Workspace


class PassphraseSheet(SheetDialog):
    """Writes the vault anew under another passphrase. The old one is asked for, so that nobody else can do it."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(workspace.theme, window, "", SheetWidth.QUESTION, name="passphrase_sheet")
        self.workspace = workspace
        self.is_changed = False
        theme = workspace.theme
        self.set_title(self.tr("Change the passphrase"))
        self._old = PassphraseField(theme, name="passphrase_old_field")
        self._new = PassphraseField(theme, name="passphrase_new_field")
        self._again = PassphraseField(theme, name="passphrase_again_field")
        self._labelled = {
            self._old: LabelledField(theme, self.tr("Present passphrase"), self._old),
            self._new: LabelledField(theme, self.tr("New passphrase"), self._new),
            self._again: LabelledField(theme, self.tr("New passphrase, once more"), self._again),
        }
        self._asking = self._questions()
        self._told = TextLabel(theme, "", "body")
        self._told.hide()
        self.body.addWidget(self._asking)
        self.body.addWidget(self._told)
        self._remake = Button(theme, self.tr("Write them anew"), Kind.PRIMARY, name="passphrase_remake_button")
        self._remake.clicked.connect(self._on_remake_clicked)
        self._remake.hide()
        self._change = Button(theme, self.tr("Change the passphrase"), Kind.PRIMARY, name="passphrase_change_button")
        self._change.clicked.connect(self._on_change_clicked)
        self.add_button(self._change)
        self.add_button(self._remake)
        self._keep = Button(theme, self.tr("Keep the present one"), Kind.QUIET, name="passphrase_keep_button")
        self.set_far_button(self._keep)

    @property
    def is_busy(self) -> bool:
        """Whether something is being written anew, which nothing may interrupt."""
        return not self.closes_by_itself

    def _questions(self) -> QWidget:
        theme, catalogue = self.workspace.theme, self.workspace.catalogue
        questions = QWidget()
        lines = column(questions, spacing=8)
        lines.addWidget(TextLabel(theme, catalogue.settings_help().passphrase, "body", "ink_2"))
        for field, labelled in self._labelled.items():
            field.entered.connect(self._on_change_clicked)
            lines.addSpacing(8)
            lines.addWidget(labelled)
            if field is self._new:
                lines.addWidget(StrengthLine(theme, field, catalogue.create().strength))
        return questions

    def _on_change_clicked(self) -> None:
        if not self._change.isEnabled():
            return
        for labelled in self._labelled.values():
            labelled.show_sentence("")
        try:
            require_new_passphrase(self._new.passphrase(), self._again.passphrase())
        except RuleError as error:
            self._refuse(self._again if error.code is Code.PASSPHRASES_DIFFER else self._new, error)
            return
        self._begin(self._old.passphrase(), self._new.passphrase())

    def _begin(self, old: str, new: str) -> None:
        """Two key derivations take a while, so they run beside the window. Whatever else wants the vault waits."""
        self._show_busy(is_busy=True)
        vault = self.workspace.runner.vault

        def work() -> int:
            vault.require_passphrase_fits(old)
            vault.change_passphrase(new)
            with suppress(KnownError):  # it is changed all the same
                return vault.earlier_backups()
            return 0

        self.workspace.background.run(self, work, self._on_changed, self._on_failed)

    def _on_changed(self, earlier: int) -> None:
        """Say it, and offer to write anew what the old passphrase still opens."""
        self.is_changed = True
        self._show_busy(is_busy=False)
        self._asking.hide()
        self._change.hide()
        self.set_title(self.tr("The passphrase is changed"))
        if not earlier:
            self.close_sheet()
            self.workspace.told.emit(self.tr("The passphrase is changed."))
            return
        if earlier == 1:
            words = self.tr("One earlier copy still opens with the old passphrase. It can be written anew.")
        else:
            words = self.tr("{n} earlier copies still open with the old passphrase. They can be written anew.")
        self._offer(words.format(n=earlier), self.tr("Leave them as they are"))

    def _offer(self, words: str, way_out: str) -> None:
        self._told.set_text(words)
        self._told.show()
        self._remake.show()
        self._keep.set_words(way_out)
        self._remake.setFocus()
        self.fit()

    def _on_remake_clicked(self) -> None:
        self._show_remaking(is_busy=True)
        vault, old = self.workspace.runner.vault, self._old.passphrase()
        work = partial(vault.remake_backups, old)
        self.workspace.background.run(self, work, self._on_remade, self._on_not_remade)

    def _on_remade(self, remade: Remade) -> None:
        self._show_remaking(is_busy=False)
        self._remake.hide()
        words = self.tr("Copies written anew: {made}. They open with the new passphrase.")
        if remade.left:
            words += " " + self.tr("Left as they are, because the old one does not open them: {left}.")
        self._told.set_text(words.format(made=remade.made, left=remade.left))
        self._keep.set_words(self.tr("Close"))
        self._keep.setFocus()
        self.fit()

    def _on_not_remade(self, error: Exception) -> None:
        self._show_remaking(is_busy=False)
        if not isinstance(error, KnownError):
            raise error
        self.show_refusal(self.workspace.sentence_for(error))

    def _show_remaking(self, *, is_busy: bool) -> None:
        """The keyboard stays in the sheet: a button that is disabled would hand it on to the page behind."""
        self.closes_by_itself = not is_busy
        if is_busy:
            self.show_refusal("")
            self.setFocus()
        for button in (self._remake, self._keep):
            button.setEnabled(not is_busy)
        self._remake.set_words(self.tr("Writing the copies anew") if is_busy else self.tr("Write them anew"))

    def _on_failed(self, error: Exception) -> None:
        self._show_busy(is_busy=False)
        if not isinstance(error, KnownError):
            raise error
        if error.code is Code.WRONG_PASSPHRASE:
            self._refuse(self._old, error)
        else:
            self.show_refusal(self.workspace.sentence_for(error))

    def _show_busy(self, *, is_busy: bool) -> None:
        """The keyboard stays in a field of the sheet: disabled fields would hand it on to the page behind."""
        self.closes_by_itself = not is_busy
        if is_busy:
            self.show_refusal("")
            self._new.line.setFocus()
        for field in self._labelled:
            field.line.setReadOnly(is_busy)
        for button in (self._change, self._keep):
            button.setEnabled(not is_busy)
        words = self.tr("Writing your file anew") if is_busy else self.tr("Change the passphrase")
        self._change.set_words(words)

    def _refuse(self, field: PassphraseField, error: KnownError) -> None:
        self._labelled[field].show_sentence(self.workspace.sentence_for(error))
        field.line.selectAll()
        field.line.setFocus()
        self.fit()
