"""What earlier backups hold of their voice after it was taken back or locked, and the offer to make them anew."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.domain.errors import KnownError
from trustplanner.storage.remade_backups import Remade
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.fields import NoticeLine
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.workspace import Workspace


class VoiceCopies(QWidget):
    """Hidden until it has looked. `begun` says that its buttons wait, so that the focus can go elsewhere."""

    begun = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        theme = workspace.theme
        self._words = words = workspace.catalogue.their_voice().withdrawal
        self._said = TextLabel(theme, "", "body")
        self._remake = Button(theme, words.remake, name="their_voice_remake_button")
        self._leave = Button(theme, words.leave, name="their_voice_leave_copies_button")
        self._notice = NoticeLine(theme)
        self._answers = QWidget()
        answers = WrappingRow(self._answers, gap=10)
        answers.addWidget(self._remake)
        answers.addWidget(self._leave)
        layout = column(self, spacing=10)
        layout.addWidget(self._said)
        layout.addWidget(self._answers)
        layout.addWidget(self._notice)
        self._remake.clicked.connect(self._on_remake_clicked)
        self._leave.clicked.connect(self.hide)
        self.hide()

    def look(self) -> None:
        """Say what was just taken back, or locked, and still lies open in earlier backups."""
        vault = self._workspace.runner.vault

        def find() -> tuple[int, int]:
            return vault.backups_with_their_voice(), vault.earlier_backups()

        self._workspace.background.run(self, find, self._on_found, self._on_failed)

    def _on_found(self, found: tuple[int, int]) -> None:
        parent = self.parentWidget()
        if parent is None or not parent.isVisible():
            return
        number, closed = found
        self._notice.show_sentence("")
        self._answers.setVisible(number > 0)
        said = [self._words.copies.said(n=number) if number else self._words.no_copies]
        if closed:
            said.append(self._words.closed_copies.said(n=closed))
        self._said.set_text(" ".join(said))
        self.show()

    def _on_remake_clicked(self) -> None:
        self._notice.show_sentence("")
        self._show_busy(is_busy=True)
        self.begun.emit()
        vault = self._workspace.runner.vault
        self._workspace.background.run(self, vault.remake_without_their_voice, self._on_remade, self._on_failed)

    def _on_remade(self, remade: Remade) -> None:
        self._show_busy(is_busy=False)
        said = [self._words.remade.said(n=remade.made)]
        if remade.left:
            said.append(self._words.left.said(n=remade.left))
        self._said.set_text(" ".join(said))
        self._answers.hide()

    def _on_failed(self, error: Exception) -> None:
        self._show_busy(is_busy=False)
        if not isinstance(error, KnownError):
            raise error
        self._notice.show_sentence(self._workspace.sentence_for(error))
        self.show()

    def _show_busy(self, *, is_busy: bool) -> None:
        """The buttons wait while backups are written."""
        for button in (self._remake, self._leave):
            button.setEnabled(not is_busy)
        self._remake.set_words(self._words.remaking if is_busy else self._words.remake)
