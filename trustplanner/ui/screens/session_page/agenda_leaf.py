"""What the hour is for: what was chosen the day before, the page to show, and open questions."""

from typing import Final

from PySide6.QtWidgets import QWidget

from trustplanner.content.session import SessionViewWords
from trustplanner.domain.session_notes import NotePart
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.session_page.leaf import BLOCK_GAP, Lane, Leaf
from trustplanner.ui.screens.session_page.note_field import NoteField
from trustplanner.ui.screens.session_page.reading import SessionReading

_POINT_GAP: Final = 8  # points are one list


class AgendaLeaf(Leaf):
    """Lines of the agenda are written in Dates; open questions are written here."""

    def __init__(self, workspace: Workspace, texts: SessionViewWords) -> None:
        self._lane = Lane(workspace.theme, gap=_POINT_GAP)
        super().__init__(workspace.theme, "session_agenda", [self._lane])
        self._texts = texts
        self.questions = NoteField(workspace, NotePart.QUESTIONS, texts.questions_label)
        self.questions.setContentsMargins(0, BLOCK_GAP - _POINT_GAP, 0, 0)
        self._lane.keep(self.questions)
        self.set_title(self.tr("To talk about"))

    def show_reading(self, reading: SessionReading) -> None:
        """Show it as it is now."""
        theme = self.theme
        blocks: list[QWidget] = [
            TextLabel(theme, self.tr("{n}. {words}").format(n=number, words=line.words), "heading")
            for number, line in enumerate(reading.agenda, start=1)
        ]
        labels = (self.tr("The page to show"), self.tr("What the session is for"))
        blocks += [self._said(label, words) for label, words in zip(labels, reading.chosen, strict=False) if words]
        if not blocks:
            blocks.append(TextLabel(theme, self._texts.agenda_none, "large", "ink_2"))
        if reading.session is not None:
            note = reading.note
            self.questions.show_words(reading.session.id, "" if note is None else note.questions)
            blocks.append(self.questions)
        self._lane.set_blocks(blocks)

    def _said(self, label: str, words: str) -> QWidget:
        block = QWidget()
        layout = column(block, spacing=2)
        layout.setContentsMargins(0, BLOCK_GAP - _POINT_GAP, 0, 0)
        layout.addWidget(TextLabel(self.theme, label, "label", "ink_2"))
        layout.addWidget(TextLabel(self.theme, words, "heading"))
        return block
