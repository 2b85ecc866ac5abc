"""How hard a passphrase is to guess, in words. It is said plainly and refuses nothing."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from trustplanner.content.first_run import StrengthWords
from trustplanner.ui.kit.fields import PassphraseField
from trustplanner.ui.kit.labels import Run, TextLabel
from trustplanner.ui.kit.theme import Theme

ESTIMATED = 72  # characters: the estimate takes ever longer for more, and no longer one is easier to guess
PAUSE_MS = 250  # after the last key


def hardness(passphrase: str) -> int:
    """From 0, found at once, to 4, very hard to guess. It knows nothing of the person's own names and dates."""
    from zxcvbn import zxcvbn  # its word lists are only wanted here

    return int(zxcvbn(passphrase[:ESTIMATED])["score"])


class StrengthLine(TextLabel):
    """Says how hard the words in `field` are to guess, soon after the last key; nothing while it is empty.

    Behind it stands what such an estimate cannot know.
    """

    def __init__(
        self, theme: Theme, field: PassphraseField, words: StrengthWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", "small", "ink", parent=parent)
        self.setObjectName(f"{field.line.objectName()}_strength")
        self._field = field
        self._strength = words
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.estimate_now)
        field.line.textEdited.connect(self._on_edited)
        self.hide()

    def estimate_now(self) -> None:
        """Say it without waiting for a pause in the typing."""
        self._pause.stop()
        typed = self._field.passphrase()
        self._say(self._strength.words[hardness(typed)] if typed else "")

    def _on_edited(self, typed: str) -> None:
        if typed:
            self._pause.start()
        else:
            self._pause.stop()
            self._say("")

    def _say(self, sentence: str) -> None:
        self.set_text([Run(sentence), Run(f" {self._strength.note}", "ink_2")] if sentence else "")
        self.setVisible(bool(sentence))
        self._field.line.setAccessibleDescription(sentence)
