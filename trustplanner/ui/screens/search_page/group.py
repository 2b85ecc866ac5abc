"""One group of results: its heading, the newest pieces of writing, and a link that shows the others."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.domain.search import Chapter, Piece, Written, best_snippet
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.labels import Run, TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.spread_row import SpreadRow
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.search_page.leads import Lead, Leads

FIRST_SHOWN: Final = 5
MOST_SHOWN: Final = 100
_GROUP_GAP, _ROW_GAP, _LINE_GAP, _TITLE_GAP = 28, 16, 2, 12


class FoundRow(QWidget):
    """One piece of writing: what it is, the words around the match, and the way to it."""

    chosen = Signal(object)
    """Carries a `Destination`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lead: Lead | None = None
        self._name = TextLabel(theme, "", "small", "ink_2")
        self._words = TextLabel(theme, "", "promise")
        self.open_button = Button(theme, self.tr("Show it there"), Kind.LINK, name="search_open_button")
        self.open_button.clicked.connect(self._on_open_clicked)
        head = SpreadRow(gap=16, line_gap=0)
        head.addWidget(self._name)
        head.addWidget(self.open_button)
        layout = column(self, spacing=_LINE_GAP)
        layout.addLayout(head)
        layout.addWidget(self._words)

    def show_found(self, lead: Lead, pieces: Sequence[Piece]) -> None:
        """Show where it stands and what was found in it."""
        self._lead = lead
        whole = f"{lead.name}, {lead.day}" if lead.day else lead.name
        self._name.set_text(whole)
        self._words.set_text([Run(piece.words, None if piece.is_match else "ink_2") for piece in pieces])
        self.open_button.setAccessibleName(self.tr("Show it there: {name}").format(name=whole))

    def _on_open_clicked(self) -> None:
        if self._lead is not None:
            self.chosen.emit(self._lead.destination)


class FoundGroup(QWidget):
    """What was found in one chapter, the newest first."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, chapter: Chapter, leads: Leads, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._leads = leads
        self._found: Sequence[Written] = ()
        self._terms: Sequence[str] = ()
        self._shows_all = False
        self._title = TextLabel(theme, leads.chapter(chapter), "heading")
        self._rows: KeyedColumn[Written, FoundRow] = KeyedColumn(
            lambda written: f"{written.kind}/{written.key}", self._make_row, self._show_row, spacing=_ROW_GAP
        )
        self._more = Button(theme, "", Kind.LINK, name=f"search_{chapter}_more_button")
        self._more.clicked.connect(self._on_more_clicked)
        self._rest = TextLabel(theme, "", "small", "ink_2")
        layout = column(self)
        for gap, part in ((_GROUP_GAP, self._title), (_TITLE_GAP, self._rows.widget), (_ROW_GAP // 2, self._rest)):
            layout.addSpacing(gap)
            layout.addWidget(part)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_found(self, found: Sequence[Written], terms: Sequence[str]) -> None:
        """Show the newest of these; without any the group is hidden."""
        if terms != self._terms:
            self._shows_all = False
        self._found, self._terms = found, terms
        self.setVisible(bool(found))
        self._show()

    def _show(self) -> None:
        shown = self._found[: MOST_SHOWN if self._shows_all else FIRST_SHOWN]
        self._rows.show_things(shown)
        rest = len(self._found) - len(shown)
        self._more.setVisible(rest > 0 and not self._shows_all)
        self._more.set_words(self.tr("Show the other {count}").format(count=min(rest, MOST_SHOWN - FIRST_SHOWN)))
        self._rest.setVisible(rest > 0 and self._shows_all)
        self._rest.set_text(self.tr("{count} more. Another word makes them fewer.").format(count=rest))

    def _make_row(self, _written: Written) -> FoundRow:
        made = FoundRow(self._theme)
        made.chosen.connect(self.chosen)
        return made

    def _show_row(self, shown: FoundRow, written: Written) -> None:
        shown.show_found(self._leads.lead(written), best_snippet(written, self._terms))

    def _on_more_clicked(self) -> None:
        known = len(self._rows.all())
        self._shows_all = True
        self._show()
        self._rows.all()[known].open_button.setFocus(Qt.FocusReason.OtherFocusReason)
