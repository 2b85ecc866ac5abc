"""The last page there is: everything is deleted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.privacy import DoneWords
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.front_page import FrontPage
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow
from trustplanner.ui.kit.theme import Theme

GAP = 16


class DeletedPage(FrontPage):
    """Says what is gone, or what could not be deleted, and ends the program."""

    close_requested = Signal()

    def __init__(self, theme: Theme, words: DoneWords, problem: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, name="deleted", parent=parent)
        close = Button(theme, self.tr("Close"), Kind.PRIMARY, name="deleted_close_button")
        close.clicked.connect(self.close_requested)
        self.setFocusProxy(close)
        if problem:
            self.main.addWidget(TextLabel(theme, problem, "heading"))
        else:
            self.main.addWidget(TextLabel(theme, words.title, "heading"))
            self.main.addSpacing(GAP)
            self.main.addWidget(TextLabel(theme, words.text, "body", "ink_2"))
        self.main.addSpacing(GAP)
        buttons = WrappingRow()
        buttons.addWidget(close)
        self.main.addLayout(buttons)
        self.main.addStretch(1)
