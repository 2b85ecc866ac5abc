"""Shown instead of the lock screen when words could not be saved: it holds them back, unseen, until they can be."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column, row
from trustplanner.ui.kit.theme import Theme


class UnsavedPage(QWidget):
    """One sentence and two ways on."""

    try_again_requested = Signal()
    give_up_requested = Signal()

    def __init__(self, theme: Theme, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("unsaved_page")
        again = Button(theme, self.tr("Save and lock"), Kind.PRIMARY, name="unsaved_again_button")
        again.clicked.connect(self.try_again_requested)
        give_up = Button(theme, self.tr("Lock without the last words"), Kind.NORMAL, name="unsaved_give_up_button")
        give_up.clicked.connect(self.give_up_requested)
        buttons = row(spacing=8)
        buttons.addWidget(again)
        buttons.addWidget(give_up)
        buttons.addStretch(1)
        layout = column(self, spacing=16)
        layout.setContentsMargins(96, 96, 96, 48)
        layout.addWidget(TextLabel(theme, self.tr("The last words you typed could not be saved yet"), "heading"))
        layout.addWidget(TextLabel(theme, sentence, "body", "ink_2"))
        layout.addLayout(buttons)
        layout.addStretch(1)
