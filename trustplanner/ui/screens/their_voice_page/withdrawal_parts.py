"""Taking all of it back: one click, one question; then what earlier backups still hold."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.their_voice import WithdrawalWords
from trustplanner.storage.remade_backups import Remade
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.fields import NoticeLine
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.theme import Theme


class WithdrawalPart(QWidget):
    """A link; then the question, with both answers equal."""

    confirmed = Signal()

    def __init__(self, theme: Theme, words: WithdrawalWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = Button(theme, words.link, Kind.LINK, name="their_voice_withdraw_button")
        self._confirm = Button(theme, words.confirm, name="their_voice_withdraw_confirm_button")
        self._keep = Button(theme, words.keep, name="their_voice_withdraw_keep_button")
        self._asked = QWidget()
        answers, link = WrappingRow(gap=10), WrappingRow()
        answers.addWidget(self._confirm)
        answers.addWidget(self._keep)
        link.addWidget(self._link)
        asked = column(self._asked, spacing=10)
        asked.addWidget(TextLabel(theme, words.question, "strong"))
        asked.addWidget(TextLabel(theme, words.means, "body"))
        asked.addSpacing(4)
        asked.addLayout(answers)
        layout = column(self)
        layout.addLayout(link)
        layout.addWidget(self._asked)
        self._asked.hide()
        self._link.clicked.connect(self._on_link_clicked)
        self._confirm.clicked.connect(self.confirmed)
        self._keep.clicked.connect(self._on_keep_clicked)

    def fold(self) -> None:
        """Only the link again."""
        self._asked.hide()
        self._link.show()

    def _on_link_clicked(self) -> None:
        self._link.hide()
        self._asked.show()
        self._keep.setFocus()

    def _on_keep_clicked(self) -> None:
        self.fold()
        self._link.setFocus()


class GonePart(QWidget):
    """Said once, after all of it was taken back."""

    def __init__(self, theme: Theme, words: WithdrawalWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = column(self, spacing=10)
        layout.addWidget(TextLabel(theme, words.gone_title, "title"))
        layout.addWidget(TextLabel(theme, words.gone, "body"))


class CopiesPart(QWidget):
    """What earlier backups still hold, after it was taken back or locked, and the offer to make them anew."""

    remake_requested = Signal()

    def __init__(self, theme: Theme, words: WithdrawalWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
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
        self._remake.clicked.connect(self.remake_requested)
        self._leave.clicked.connect(self.hide)
        self.hide()

    def show_copies(self, number: int, closed: int) -> None:
        """How many backups still hold it, and how many cannot be looked into."""
        self._notice.show_sentence("")
        self._answers.setVisible(number > 0)
        said = [self._words.copies.said(n=number) if number else self._words.no_copies]
        if closed:
            said.append(self._words.closed_copies.said(n=closed))
        self._said.set_text(" ".join(said))
        self.show()

    def show_busy(self, *, is_busy: bool) -> None:
        """The buttons wait while backups are written."""
        if is_busy:
            self._notice.show_sentence("")
        for button in (self._remake, self._leave):
            button.setEnabled(not is_busy)
        self._remake.set_words(self._words.remaking if is_busy else self._words.remake)

    def show_remade(self, remade: Remade) -> None:
        """What became of the backups."""
        said = [self._words.remade.said(n=remade.made)]
        if remade.left:
            said.append(self._words.left.said(n=remade.left))
        self._said.set_text(" ".join(said))
        self._answers.hide()

    def show_sentence(self, sentence: str) -> None:
        """Say what went wrong."""
        self._notice.show_sentence(sentence)
        self.show()
