"""A person at a letter: what they see, what they do, and what lies in the vault then."""

from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.person import click, press, type_words
from trustplanner.domain.letters import Letter, LetterState, SentenceKind, state_of_letter
from trustplanner.storage.queries import letters as queries
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.screens.letter_page import LetterPage
from trustplanner.ui.screens.letter_page.sentence_list import SentenceRow
from trustplanner.ui.screens.letter_page.tray import TrayEntry

W = TypeVar("W", bound=QWidget)


class LetterPerson:
    """Someone who sees one letter page, with a look into the vault afterwards."""

    def __init__(self, page: LetterPage) -> None:
        self.page = page
        self.workspace: Workspace = page.workspace
        self.went: list[Destination] = []
        page.go_requested.connect(self.went.append)

    # --- seeing

    def seen(self, kind: type[W], name: str = "") -> list[W]:
        window = self.page.window()
        found = window.findChildren(kind, name) if name else window.findChildren(kind)
        return [widget for widget in found if widget.isVisible()]

    def the(self, kind: type[W], name: str) -> W:
        found = self.seen(kind, name)
        assert len(found) == 1, f"{len(found)} widgets called {name}"
        return found[0]

    @property
    def field(self) -> WritingField:
        return self.the(WritingField, "letter_field")

    def reads(self, words: str) -> bool:
        return any(words in label.text() for label in self.seen(TextLabel))

    def rows(self) -> list[SentenceRow]:
        return self.seen(SentenceRow)

    def chips(self) -> list[str]:
        return [row.chip.words() for row in self.rows()]

    def count(self, kind: SentenceKind) -> str:
        return self.the(TextLabel, f"letter_{kind}_count").text()

    def entry(self, state: LetterState) -> TrayEntry:
        return self.the(TrayEntry, f"letter_{state}_entry")

    @property
    def focused(self) -> QWidget | None:
        return self.page.window().focusWidget()

    # --- doing

    def press_button(self, name: str) -> None:
        click(self.the(QWidget, f"letter_{name}_button"))
        self.settle()

    def choose_mode(self, mode: str) -> None:
        self.press_button(f"mode_{mode}")

    def choose_state(self, state: LetterState) -> None:
        click(self.entry(state))
        self.settle()

    def type(self, words: str) -> None:
        type_words(self.page, words)

    def keys(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self.page, *keys, modifier=modifier)

    def sheet(self) -> SheetDialog:
        [sheet] = self.seen(SheetDialog)
        return sheet

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    # --- looking into the vault

    def letters(self) -> tuple[Letter, ...]:
        return self.workspace.read(queries.letters)

    def letter(self, place: int = 0) -> Letter:
        return self.letters()[place]

    def tags(self) -> dict[str, SentenceKind]:
        return {tag.sentence: tag.kind for tag in self.workspace.read(queries.letter_tags, self.letter().id)}

    def state(self) -> LetterState:
        return state_of_letter(self.workspace.read(queries.letter_steps, self.letter().id))
