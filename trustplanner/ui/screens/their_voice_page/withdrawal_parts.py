"""Taking all of it back: one click, one question."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.their_voice import WithdrawalWords
from trustplanner.ui.kit.buttons import Button, Kind
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
