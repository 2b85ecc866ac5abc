"""The room of "which one or two things will you do": words, the way to the editor, and what is promised already."""

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from trustplanner.content.path import Prompt
from trustplanner.domain.commitments import Stance, Terms, settled, terms_on
from trustplanner.storage.queries.commitments import every_commitment, terms_of
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel, promise_runs
from trustplanner.ui.kit.layouts import clear_layout, column, row
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.promise_words import promise_words
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.path_page.rooms import TextRoom


class _Promised(NamedTuple):
    identifier: str
    title: str
    promise: str
    purpose: str
    waits: bool


class CommitmentsRoom(TextRoom):
    """One field, a button to the commitment editor, and the commitments that have not ended."""

    def __init__(self, workspace: Workspace, prompt: Prompt, parent: QWidget | None = None) -> None:
        super().__init__(workspace, prompt, parent)
        theme = workspace.theme
        new = Button(theme, self.tr("Make it a commitment"), name="path_new_commitment_button")
        new.clicked.connect(self._on_new_clicked)
        self._title = TextLabel(theme, self.tr("Commitments so far"), "label", "ink_2")
        self._list = column(spacing=2)
        below = row()
        below.addWidget(new)
        below.addStretch(1)
        self.after_field.addSpacing(12)
        self.after_field.addLayout(below)
        self.after_field.addSpacing(6)
        self.after_field.addWidget(self._title)
        self.after_field.addLayout(self._list)
        self._shown: list[_Promised] = []

    def refresh(self) -> None:
        """Show the commitments as they are now; their links stay while nothing has changed."""
        promised = self._promised()
        self._title.setVisible(bool(promised))
        if promised != self._shown:
            self._shown = promised
            clear_layout(self._list)
            for each in promised:
                self._add(each)

    def _promised(self) -> list[_Promised]:
        name = self.workspace.plan.their_name
        found = []
        for commitment in self.workspace.read(every_commitment):
            terms = self._terms(commitment.id)
            if terms.stance is not Stance.ENDED:
                words, waits = promise_words(terms, name), terms.stance is Stance.WAITING
                found.append(_Promised(commitment.id, commitment.title, words.promise, words.purpose, waits))
        return found

    def _terms(self, commitment_id: str) -> Terms:
        """Those in force, or those that are to come."""
        found, today = self.workspace.read(terms_of, commitment_id), self.workspace.today
        return terms_on(found, today) or settled(found, today)

    def _add(self, promised: _Promised) -> None:
        theme = self.workspace.theme
        title = self.tr("{title} (waits)").format(title=promised.title) if promised.waits else promised.title
        link = Button(theme, title, Kind.LINK, name=f"path_commitment_{promised.identifier}_button")
        link.setProperty("commitment", promised.identifier)
        link.clicked.connect(self._on_commitment_clicked)
        promise = TextLabel(theme, promise_runs(promised.promise, promised.purpose), "promise")
        for widget in (link, promise):
            self._list.addWidget(widget)
            widget.show()
        self._list.addSpacing(8)

    def _on_new_clicked(self) -> None:
        self.go_requested.emit(Destination("commitment"))

    def _on_commitment_clicked(self) -> None:
        self.go_requested.emit(Destination("commitment", self.sender().property("commitment")))
