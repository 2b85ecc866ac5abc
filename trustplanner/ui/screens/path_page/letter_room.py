"""The room of the letter: the way to its own page, and the letters that are there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trustplanner.content.path import Prompt
from trustplanner.domain.letters import Letter
from trustplanner.storage.queries.letters import letters
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dots import ContentsEntry, DotState
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import clear_layout, column
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.painted_button import spoken
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.path_page.rooms import Room, Written


class LetterRoom(Room):
    """Nothing is written here. What was typed here before there was a page for it is brought over when that opens."""

    def __init__(self, workspace: Workspace, prompt: Prompt, parent: QWidget | None = None) -> None:
        super().__init__(workspace, prompt, parent)
        theme = workspace.theme
        self._written = Written()
        self._shown: tuple[Letter, ...] = ()
        self._words = TextLabel(theme, "", "body")
        self._open = Button(theme, self.tr("Open the letter"), Kind.NORMAL, name="path_letter_button")
        self._open.clicked.connect(lambda: self._go(""))
        self._list = column(spacing=2)
        self.column.addWidget(self._words)
        self.column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addLayout(self._list)

    def written(self) -> Written:
        """What was typed here once."""
        return self._written

    def fill(self, written: Written) -> None:
        """Keep it as it is."""
        self._written = written

    def refresh(self) -> None:
        """Show the letters as they are now; their links stay while nothing has changed."""
        self._words.set_text(self.workspace.catalogue.letter().room.said_to(self.workspace.voice))
        found = self.workspace.read(letters)
        self._open.setVisible(len(found) < 2)
        if found == self._shown:
            return
        self._shown = found
        clear_layout(self._list)
        for number, letter in enumerate(found if len(found) > 1 else (), start=1):
            name = letter.title or self.tr("Letter {number}").format(number=number)
            written = DotState.WRITTEN if letter.words.strip() else DotState.NOT_OPENED
            link = ContentsEntry(self.workspace.theme, name, written, name=f"path_letter_{letter.id}_button")
            link.setProperty("letter", letter.id)
            link.activated.connect(self._on_letter_activated)
            self._list.addWidget(link)
            link.show()

    def name_fields(self, question: str, instruction: str) -> None:
        """The question describes where the button leads."""
        self._open.setAccessibleDescription(spoken(question, instruction))

    def example_words(self) -> str:
        """All letters together."""
        return " ".join(letter.words for letter in self._shown)

    def first_field(self) -> QWidget:
        """The way to the letter."""
        first = self._list.itemAt(0)
        link = first.widget() if first is not None and self._open.isHidden() else None
        return link or self._open

    def _on_letter_activated(self) -> None:
        self._go(self.sender().property("letter"))

    def _go(self, letter_id: str) -> None:
        self.go_requested.emit(Destination("letter", letter_id))
