"""Changing the passphrase: the present one, the new one twice, and what it means for older copies."""

from PySide6.QtWidgets import QWidget

from trustplanner.domain.errors import Code, KnownError, RuleError
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.fields import LabelledField, PassphraseField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.sheet_dialog import SheetDialog, SheetWidth
from trustplanner.ui.kit.workspace import Workspace


class PassphraseSheet(SheetDialog):
    """Writes the vault anew under another passphrase. The old one is asked for, so that nobody else can do it."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(workspace.theme, window, "", SheetWidth.QUESTION, name="passphrase_sheet")
        self.workspace = workspace
        self.set_title(self.tr("Change the passphrase"))
        self._old = self._field("old", self.tr("Present passphrase"))
        self._new = self._field("new", self.tr("New passphrase"))
        self._again = self._field("again", self.tr("New passphrase, once more"))
        self.body.addWidget(TextLabel(workspace.theme, workspace.catalogue.settings_help().passphrase, "body", "ink_2"))
        for labelled in (self._old, self._new, self._again):
            self.body.addSpacing(8)
            self.body.addWidget(labelled)
        self._change = Button(
            workspace.theme, self.tr("Change the passphrase"), Kind.PRIMARY, name="passphrase_change_button"
        )
        self._change.clicked.connect(self._on_change_clicked)
        self.add_button(self._change)
        cancel = Button(workspace.theme, self.tr("Keep the present one"), Kind.QUIET, name="passphrase_keep_button")
        self.set_far_button(cancel)

    def _field(self, name: str, words: str) -> LabelledField:
        field = PassphraseField(self.workspace.theme, name=f"passphrase_{name}_field")
        field.entered.connect(self._on_change_clicked)
        return LabelledField(self.workspace.theme, words, field)

    def _on_change_clicked(self) -> None:
        if not self._change.isEnabled():
            return
        for labelled in (self._old, self._new, self._again):
            labelled.show_sentence("")
        old, new, again = map(_typed, (self._old, self._new, self._again))
        if not new:
            self._show(self._new, RuleError(Code.NO_PASSPHRASE))
        elif new != again:
            self._show(self._again, RuleError(Code.PASSPHRASES_DIFFER))
        else:
            self._begin(old, new)

    def _begin(self, old: str, new: str) -> None:
        """Two key derivations take a while, so they run beside the window; nothing else may use the vault then."""
        self.closes_by_itself = False
        self._change.setEnabled(False)
        self._change.set_words(self.tr("Writing your file anew"))
        self.setEnabled(False)
        vault = self.workspace.runner.vault

        def work() -> None:
            vault.require_passphrase_fits(old)
            vault.change_passphrase(new)

        self.workspace.background.run(self, work, self._on_changed, self._on_failed)

    def _on_changed(self, _: None) -> None:
        self.close_sheet()
        self.workspace.recorded.emit(self.tr("The passphrase is changed."))

    def _on_failed(self, error: Exception) -> None:
        self.closes_by_itself = True
        self.setEnabled(True)
        self._change.setEnabled(True)
        self._change.set_words(self.tr("Change the passphrase"))
        if not isinstance(error, KnownError):
            raise error
        self._show(self._old if error.code is Code.WRONG_PASSPHRASE else self._new, error)

    def _show(self, labelled: LabelledField, error: KnownError) -> None:
        labelled.show_sentence(self.workspace.sentence_for(error))
        labelled.setFocus()
        self.fit()


def _typed(labelled: LabelledField) -> str:
    field = labelled.field
    assert isinstance(field, PassphraseField)  # noqa: S101  (made so above)
    return field.passphrase()
