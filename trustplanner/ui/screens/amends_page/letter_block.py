"""The way from Amends to the letter, with where it is."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.domain.letters import state_of_letter
from trustplanner.storage.queries.letters import letter_steps, letters
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.workspace import Workspace

_BLOCK_GAP: Final = 18


class LetterBlock(QWidget):
    """`letter_requested` leads to the letter. Nothing stands here while something goes on or is hidden."""

    letter_requested = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        theme = workspace.theme
        self._state = TextLabel(theme, "", "small", "ink_2")
        link = Button(theme, self.tr("Open the letter"), Kind.LINK, name="amends_letter_button")
        link.clicked.connect(self.letter_requested)
        layout = column(self, spacing=6)
        layout.addWidget(TextLabel(theme, self.tr("The letter"), "label", "ink_2"))
        layout.addWidget(self._state)
        line = WrappingRow()
        line.addWidget(link)
        layout.addLayout(line)
        layout.addSpacing(_BLOCK_GAP)

    def refresh(self) -> None:
        """Say where the newest letter is."""
        workspace = self._workspace
        found, safety = workspace.read(letters), workspace.safety
        self.setVisible(not (safety is not None and safety.ending))
        words = self.tr("None is begun.")
        if found:
            state = state_of_letter(workspace.read(letter_steps, found[-1].id))
            words = workspace.catalogue.letter().tray.states[state].said_to(workspace.voice)
        self._state.set_text(words)
