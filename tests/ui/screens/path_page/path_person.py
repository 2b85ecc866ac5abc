"""A person on the path: what they see, where they write, and what lies in the vault then."""

from datetime import date
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.person import click, type_words
from trustplanner.domain.path import PathAnswer, PathLine, PromptState, state_of
from trustplanner.storage.queries.path import path_answer, path_lines
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.dots import ContentsEntry
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.quote_line import QuoteLine
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.screens.path_page import PathPage
from trustplanner.ui.screens.path_page.margin import MarginNote

W = TypeVar("W", bound=QWidget)
LINES = "hurt_told_you"
FACTS = "hurt_what_did_you_do"
TEN_WORDS = "On 14 June I told Ana I was at work."


class PathPerson:
    """Someone who sees one path page and nothing behind it, with a look into the vault afterwards."""

    def __init__(self, page: PathPage) -> None:
        self.page = page
        self.workspace: Workspace = page.workspace
        self.went: list[Destination] = []
        page.go_requested.connect(self.went.append)

    # --- seeing

    def seen(self, kind: type[W], name: str = "") -> list[W]:
        """The widgets of this kind and name that are seen."""
        found = self.page.findChildren(kind, name) if name else self.page.findChildren(kind)
        return [widget for widget in found if widget.isVisible()]

    def the(self, kind: type[W], name: str) -> W:
        found = self.seen(kind, name)
        assert len(found) == 1, f"{len(found)} widgets called {name}"
        return found[0]

    @property
    def field(self) -> WritingField:
        return self.the(WritingField, "path_answer_field")

    @property
    def heading(self) -> str:
        return self.the(TextLabel, "path_heading_label").text()

    @property
    def title(self) -> str:
        return self.the(TextLabel, "path_title_label").text()

    @property
    def day(self) -> str:
        return self.the(TextLabel, "path_day_label").text()

    def reads(self, words: str) -> bool:
        """Whether a label that is seen holds these words."""
        return any(words in label.text() for label in self.seen(TextLabel))

    def notes(self) -> dict[str, list[str]]:
        """The notes whose words are read, by their code."""
        read = [note for note in self.seen(MarginNote) if note.is_read]
        return {note.objectName().removeprefix("path_").removesuffix("_note"): note.words() for note in read}

    def entry(self, prompt: str) -> str:
        """How the contents name a question."""
        return self.the(ContentsEntry, f"path_{prompt}_entry").accessibleName()

    def stage(self, stage: str) -> str:
        """How the contents name a stage, with how far it is."""
        return self.the(ContentsEntry, f"path_{stage}_stage_entry").accessibleName()

    def lines(self) -> list[QuoteLine]:
        return sorted(self.seen(QuoteLine), key=lambda line: line.y())

    # --- doing

    def open(self, detail: str) -> None:
        """Come to a question from another place, as the main window leads there."""
        self.page.show_detail(detail)
        self.page.setFocus()

    def press_button(self, name: str) -> None:
        click(self.the(Button, f"path_{name}_button"))

    def press_button_of_line(self, line_id: str, what: str) -> None:
        click(self.the(QWidget, f"path_line_{line_id}_{what}_button"))

    def choose(self, prompt: str) -> None:
        """Click a question in the contents."""
        click(self.the(ContentsEntry, f"path_{prompt}_entry"))

    def type(self, words: str) -> None:
        """Type where the focus is."""
        type_words(self.page, words)

    def press_keys(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = self.page.window().focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)

    def leave_field(self) -> None:
        """Put the focus on a button, as one does on the way to the menu."""
        self.the(Button, "path_skip_button").setFocus()
        self.settle()

    def settle(self) -> None:
        """Layouts settle in rounds, and what is to be deleted is deleted."""
        for _ in range(3):
            QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    # --- looking into the vault

    def answer(self, prompt: str, on: date | None = None) -> PathAnswer | None:
        return self.workspace.read(path_answer, prompt, on)

    def words(self, prompt: str, on: date | None = None) -> str:
        answer = self.answer(prompt, on)
        return answer.words if answer is not None else ""

    def state(self, prompt: str, on: date | None = None) -> PromptState:
        return state_of(self.answer(prompt, on), len(self.kept_lines(prompt)))

    def kept_lines(self, prompt: str = LINES) -> tuple[PathLine, ...]:
        return self.workspace.read(path_lines, prompt)
