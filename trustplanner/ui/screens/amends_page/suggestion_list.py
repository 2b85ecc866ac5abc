"""What is often promised after this kind of breach; each is taken only by a click, which opens the editor."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.kinds import CrossQuestion, Suggestion, answered_yes
from trustplanner.domain.plans import Contact
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.workspace import Workspace

_GAP: Final = 14


class SuggestionList(QWidget):
    """Short names that open, each with its promise below it. `taken` carries the code of a suggestion."""

    taken = Signal(str)
    kind_requested = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        theme = workspace.theme
        self._note = TextLabel(theme, "", "small", "ink_2")
        self._first = TextLabel(theme, "", "small")
        self._choose = Button(theme, self.tr("Choose what happened"), Kind.LINK, name="amends_choose_kind_button")
        self._choose.clicked.connect(self.kind_requested)
        self._list: KeyedColumn[Suggestion, QWidget] = KeyedColumn(
            lambda suggestion: suggestion.code, self._make, self._show, spacing=_GAP
        )
        layout = column(self)
        layout.addWidget(TextLabel(theme, self.tr("Suggestions"), "label", "ink_2"))
        layout.addSpacing(6)
        layout.addWidget(self._note)
        layout.addWidget(self._first)
        layout.addWidget(self._choose)
        layout.addSpacing(_GAP)
        layout.addWidget(self._list.widget)

    def show_suggestions(self, offered: tuple[Suggestion, ...], *, has_kind: bool) -> None:
        """Show what is offered now."""
        voice = self._workspace.voice
        if not has_kind:
            words = self.tr("Once it is chosen what happened, a few commitments are suggested here.")
        elif voice.contact is Contact.NONE:
            words = self.tr("Each is an offer that needs no contact. Nothing is filled in before you click.")
        else:
            words = self.tr("Each is an offer, to be checked first. Nothing is filled in before you click.")
        self._note.set_text(words)
        first = self._what_comes_first() if has_kind else ""
        self._first.set_text(first)
        self._first.setVisible(bool(first))
        self._choose.setVisible(not has_kind)
        self._list.show_things(offered)

    def _what_comes_first(self) -> str:
        """Why the suggestions stand in their order, after a yes to one of the cross-cutting questions."""
        questions = self._workspace.catalogue.cross_questions().questions
        yes = answered_yes(self._workspace.plan)
        in_order = (CrossQuestion.DANGER, CrossQuestion.PATTERN)
        return "\n".join(questions[each].first or "" for each in in_order if each in yes)

    def _make(self, suggestion: Suggestion) -> QWidget:
        theme = self._workspace.theme
        holder = QWidget()
        link = Button(theme, suggestion.short, Kind.LINK, name=f"amends_suggestion_{suggestion.code}_button")
        link.clicked.connect(lambda: self.taken.emit(suggestion.code))
        lines = column(holder)
        line = WrappingRow()
        line.addWidget(link)
        lines.addLayout(line)
        lines.addWidget(TextLabel(theme, "", "small", "ink_2"))
        return holder

    def _show(self, holder: QWidget, suggestion: Suggestion) -> None:
        voice, label = self._workspace.voice, holder.findChild(TextLabel)
        words = self.tr("I will {promise}.").format(promise=suggestion.will.said_to(voice))
        if suggestion.contact and voice.contact is Contact.LIMITED:
            words = f"{words} {self._workspace.catalogue.commitment_quality().contact_limited}"
        if isinstance(label, TextLabel):
            label.set_text(words)
