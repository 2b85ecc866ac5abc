"""The last page there is: everything is deleted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.privacy import DoneWords
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.theme import Theme

MARGIN = 96


class DeletedPage(QWidget):
    """Says what is gone, or what could not be deleted, and ends the program."""

    close_requested = Signal()

    def __init__(self, theme: Theme, words: DoneWords, problem: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deleted_page")
        close = Button(theme, self.tr("Close"), Kind.PRIMARY, name="deleted_close_button")
        close.clicked.connect(self.close_requested)
        self.setFocusProxy(close)
        layout = column(self, spacing=16)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        if problem:
            layout.addWidget(TextLabel(theme, problem, "heading"))
        else:
            layout.addWidget(TextLabel(theme, words.title, "heading"))
            layout.addWidget(TextLabel(theme, words.text, "body", "ink_2"))
        buttons = WrappingRow()
        buttons.addWidget(close)
        layout.addLayout(buttons)
        layout.addStretch(1)
