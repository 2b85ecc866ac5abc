"""What they do not want, quoted before anything is planned."""

from PySide6.QtWidgets import QWidget

from trustplanner.domain.limits import limits_in_force
from trustplanner.domain.plans import Contact
from trustplanner.domain.wishes import Wish
from trustplanner.storage.queries.wishes import wishes
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.their_words import TheirWords
from trustplanner.ui.kit.workspace import Workspace

_CONTACT = "contact"
_LINE_GAP, _TITLE_GAP = 14, 10


class TheirLimits(QWidget):
    """The limits in force, each quoted with where it comes from; hidden where there are none. A guess is no quote."""

    def __init__(self, workspace: Workspace, source: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._source = source
        self._name = name
        self._title = TextLabel(workspace.theme, "", "label", "ink_2")
        self._quotes = KeyedColumn[tuple[str, str], TheirWords](
            lambda limit: limit[0], self._make_quote, lambda quote, limit: quote.show_words(limit[1]), spacing=_LINE_GAP
        )
        layout = column(self, spacing=_TITLE_GAP)
        layout.addWidget(self._title)
        layout.addWidget(self._quotes.widget)
        self.hide()

    def refresh(self, title: str) -> None:
        """Quote what holds today."""
        limits = [(wish.id, wish.words) for wish in self._said()]
        plan = self._workspace.plan
        if plan.contact_note.strip() and self._workspace.voice.contact is not Contact.OPEN:
            limits.insert(0, (_CONTACT, plan.contact_note))
        self._title.set_text(title)
        self._quotes.show_things(limits)
        self.setVisible(bool(limits))

    def _said(self) -> list[Wish]:
        return [wish for wish in limits_in_force(self._workspace.read(wishes)) if not wish.is_guess]

    def _make_quote(self, limit: tuple[str, str]) -> TheirWords:
        return TheirWords(self._workspace.theme, self._source, name=f"{self._name}_limit_{limit[0]}_quote")
