"""The one thing that cannot be undone, and so the one that asks for the passphrase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.privacy import ListPassage
from trustplanner.domain.errors import KnownError
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.fields import LabelledField, PassphraseField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.workspace import Workspace


class DeleteSheet(SheetDialog):
    """Says what goes and what stays; `confirmed` comes once the passphrase was right."""

    confirmed = Signal()

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(workspace.theme, window, "", name="delete_sheet")
        self.workspace = workspace
        words = workspace.catalogue.delete_everything()
        theme = workspace.theme
        self.set_title(words.title)
        self.body.addWidget(TextLabel(theme, words.lead, "body"))
        for sentence in (words.legal, words.export_first):  # before the lists, which a low window cuts
            self.body.addWidget(TextLabel(theme, sentence, "body", "ink_2"))
        for passage in (words.goes, words.stays):
            self._add_passage(passage)
        self._field = PassphraseField(theme, name="delete_passphrase_field")
        self._labelled = LabelledField(theme, words.confirm_label, self._field)
        self.above_buttons.addWidget(self._labelled)
        # Neither way is the expected one, so neither is primary.
        self._delete = Button(theme, words.delete, Kind.NORMAL, name="delete_delete_button")
        self._delete.clicked.connect(self._on_delete_clicked)
        self.add_button(self._delete)
        self.set_far_button(Button(theme, words.keep, Kind.NORMAL, name="delete_keep_button"))

    def _add_passage(self, passage: ListPassage) -> None:
        self.body.addSpacing(8)
        self.body.addWidget(TextLabel(self.workspace.theme, passage.title, "strong"))
        for line in passage.lines:
            self.body.addWidget(TextLabel(self.workspace.theme, line, "body", "ink_2"))

    def _on_delete_clicked(self) -> None:
        passphrase = self._field.passphrase()
        self._delete.setEnabled(False)
        vault = self.workspace.runner.vault
        self.workspace.background.run(
            self, lambda: vault.require_passphrase_fits(passphrase), lambda _: self._confirm(), self._on_failed
        )

    def _confirm(self) -> None:
        self.close_sheet()
        self.confirmed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._delete.setEnabled(True)
        if not isinstance(error, KnownError):
            raise error
        self._labelled.show_sentence(self.workspace.sentence_for(error))
        self._labelled.setFocus()
        self.fit()
