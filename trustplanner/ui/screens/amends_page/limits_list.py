"""What they asked for and do not want, in short, beside the ledger; the page of wishes has all of it."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.actions.offers import is_to_look_at
from trustplanner.domain.limits import limits_in_force
from trustplanner.domain.wishes import Wish, WishKind
from trustplanner.storage.queries.offers import offers
from trustplanner.storage.queries.wishes import wishes
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.workspace import Workspace

_GAP: Final = 8
_BLOCK_GAP: Final = 18


class LimitsList(QWidget):
    """`wishes_requested` leads to the page of wishes."""

    wishes_requested = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        theme = workspace.theme
        self._title = TextLabel(theme, "", "label", "ink_2")
        self._limits: KeyedColumn[Wish, TextLabel] = KeyedColumn(
            lambda wish: wish.id, lambda _: TextLabel(theme, "", "promise"), self._show, spacing=_GAP
        )
        self._count = TextLabel(theme, "", "small", "ink_2")
        self._review = TextLabel(theme, "", "small")
        self._link = Button(theme, self.tr("Wishes, limits and openness"), Kind.LINK, name="amends_wishes_button")
        self._link.clicked.connect(self.wishes_requested)
        layout = column(self, spacing=6)
        layout.addWidget(self._title)
        layout.addWidget(self._limits.widget)
        layout.addWidget(self._count)
        layout.addWidget(self._review)
        line = WrappingRow()
        line.addWidget(self._link)
        layout.addLayout(line)
        layout.addSpacing(_BLOCK_GAP)

    def refresh(self) -> None:
        """Show the limits in force."""
        voice, found = self._workspace.voice, self._workspace.read(wishes)
        limits = limits_in_force(found)
        asked = sum(wish.kind is WishKind.ASKED and wish.lifted_on is None for wish in found)
        self._title.set_text(self._workspace.catalogue.wishes().limits_title.said_to(voice))
        self._limits.show_things(limits)
        counted = self.tr("No limit is written down.") if not limits else ""
        if asked:
            counted = f"{counted} {self.tr('Written down as asked for: {n}.').format(n=asked)}".strip()
        self._count.set_text(counted)
        self._count.setVisible(bool(counted))
        due = [each.words for each in self._workspace.read(offers) if is_to_look_at(each, self._workspace.today)]
        self._review.set_text("\n".join(self.tr("To look at again: {words}").format(words=words) for words in due))
        self._review.setVisible(bool(due))

    def _show(self, label: TextLabel, wish: Wish) -> None:
        label.set_text(wish.words if wish.is_guess else self.tr("“{words}”").format(words=wish.words))
        label.set_color("ink" if wish.is_guess else "theirs")
