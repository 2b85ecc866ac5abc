"""What stands in place of a letter: the first beginning, and that listening comes first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.letter_page.view import LetterView


class Gate(QWidget):
    """A soft gate: it says why listening comes first, and lets everybody pass who wants to."""

    lines_requested = Signal()
    pass_requested = Signal()
    begin_requested = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("letter_gate")
        theme = workspace.theme
        self.workspace = workspace
        self._words = workspace.catalogue.letter()
        self._title = TextLabel(theme, "", "heading")
        self._text = TextLabel(theme, "", "body", "ink_2")
        self._kept = TextLabel(theme, self._words.gate.kept, "body", "ink_2")
        self._lines = Button(theme, "", Kind.PRIMARY, name="letter_lines_button")
        self._ahead = Button(theme, self._words.gate.ahead, Kind.NORMAL, name="letter_ahead_button")
        self._begin = Button(theme, self.tr("Begin a letter"), Kind.PRIMARY, name="letter_begin_button")
        self._lines.clicked.connect(self.lines_requested)
        self._ahead.clicked.connect(self.pass_requested)
        self._begin.clicked.connect(self.begin_requested)
        layout = column(self, spacing=12)
        for part in (self._title, self._text, self._kept):
            layout.addWidget(part)
        layout.addSpacing(8)
        buttons = WrappingRow()
        for button in (self._begin, self._lines, self._ahead):
            buttons.addWidget(button)
        layout.addLayout(buttons)

    def show_view(self, view: LetterView) -> None:
        """Ask to listen first, or to begin."""
        voice, words = self.workspace.voice, self._words
        is_gate = view.is_gated
        self._title.set_text(words.gate.title if is_gate else words.beginning.title)
        self._text.set_text((words.gate.why if is_gate else words.beginning.text).said_to(voice))
        self._kept.setVisible(is_gate and view.letter is not None and bool(view.letter.words.strip()))
        self._lines.set_words(words.gate.to_lines.said_to(voice))
        self._lines.setVisible(is_gate)
        self._ahead.setVisible(is_gate)
        self._begin.setVisible(not is_gate)

    def first_button(self) -> Button:
        """The first that is seen."""
        return self._begin if self._lines.isHidden() else self._lines
