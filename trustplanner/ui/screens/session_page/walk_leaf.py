"""One miss walked through: chosen from those since last time, as it was written after it, and what comes of it."""

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trustplanner.actions.session_notes import choose_walked
from trustplanner.content.session import SessionViewWords
from trustplanner.domain.answers import MissReview, miss_review_id
from trustplanner.domain.record import Miss
from trustplanner.domain.session_notes import NotePart
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.session_page.leaf import Lane, Leaf
from trustplanner.ui.screens.session_page.note_field import NoteField
from trustplanner.ui.screens.session_page.reading import SessionReading
from trustplanner.ui.screens.session_page.words import SessionWords


class MissChoice(NamedTuple):
    """One miss that can be walked through."""

    title: str
    miss: Miss
    review: MissReview | None

    @property
    def key(self) -> str:
        """How the session's note names it."""
        return miss_review_id(self.miss.commitment_id, self.miss.day)


class WalkLeaf(Leaf):
    """What made it likelier is private and never shown here; the facts and the repair are."""

    def __init__(self, workspace: Workspace, texts: SessionViewWords) -> None:
        self._choices = Lane(workspace.theme)
        super().__init__(workspace.theme, "session_walk", [self._choices])
        self._workspace = workspace
        self._texts = texts
        self._session_id = ""
        self._buttons: dict[str, Button] = {}
        self.comes = NoteField(workspace, NotePart.WALKED, texts.walk_words)
        self._choices.keep(self.comes)
        self.set_title(self.tr("One miss, walked through"), texts.walk_lead)

    def show_reading(self, reading: SessionReading, words: SessionWords) -> None:
        """Show it as it is now."""
        found = [
            MissChoice(each.commitment.title, miss, reading.repairs.get((each.commitment.id, miss.day)))
            for each in reading.since.commitments
            for miss in each.misses
        ]
        self._session_id = "" if reading.session is None else reading.session.id
        note = reading.note
        walked = "" if note is None else note.walked
        chosen = next((choice for choice in found if choice.key == walked), None)
        lead = self._texts.walk_lead if found else self._texts.walk_none
        self.set_title(self.tr("One miss, walked through"), "" if chosen is not None else lead)
        blocks: list[QWidget] = [] if chosen is None else [self._told(chosen, words)]
        if self._session_id and chosen is not None:
            self.comes.show_words(self._session_id, "" if note is None else note.walked_words)
            blocks.append(self.comes)
        others = sorted((each for each in found if each is not chosen), key=lambda each: each.miss.day, reverse=True)
        blocks += [self._choice(each, words) for each in others if self._session_id]
        self._choices.set_blocks(blocks)

    def _told(self, choice: MissChoice, words: SessionWords) -> QWidget:
        block = QWidget()
        block.setObjectName("session_walked")
        layout = column(block, spacing=8)
        theme, review = self.theme, choice.review
        layout.addWidget(TextLabel(theme, choice.title, "heading"))
        layout.addWidget(TextLabel(theme, words.miss(choice.miss, review), "large", "ink_2"))
        facts = "" if review is None else review.facts.strip()
        if facts:
            layout.addWidget(TextLabel(theme, self.tr("What happened"), "label", "ink_2"))
            layout.addWidget(TextLabel(theme, facts, "promise"))
        else:
            layout.addWidget(TextLabel(theme, self._texts.walk_facts_none, "large", "ink_2"))
        if review is not None and review.repair.strip():
            layout.addWidget(TextLabel(theme, self.tr("The repair"), "label", "ink_2"))
            layout.addWidget(TextLabel(theme, review.repair.strip(), "promise"))
        layout.addWidget(TextLabel(theme, self._texts.walk_private, "small", "ink_2"))
        return block

    def _choice(self, choice: MissChoice, words: SessionWords) -> QWidget:
        block = QWidget()
        layout = column(block, spacing=2)
        layout.addWidget(TextLabel(self.theme, choice.title, "promise"))
        day, commitment_id = choice.miss.day, choice.miss.commitment_id
        said = self.tr("Walk through {day}").format(day=words.long(day))
        button = Button(self.theme, said, Kind.LINK, name=f"session_walk_{day.isoformat()}_button")
        button.setAccessibleDescription(choice.title)
        button.clicked.connect(lambda: self._choose(commitment_id, day))
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        return block

    def _choose(self, commitment_id: str, day: date) -> None:
        label = self.tr("miss to walk through")
        self._workspace.attempt(label, choose_walked, self._session_id, commitment_id, day)
