"""A harm with what is to repair it. A harm without a repair says so, and offers to plan one."""

from typing import Final

from PySide6.QtCore import Signal

from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.amends_page.entry_form import HARM, REPAIR, EntryForm, EntryTarget
from trustplanner.ui.screens.amends_page.entry_words import EntryWords
from trustplanner.ui.screens.amends_page.ledger import HarmEntry, RepairEntry
from trustplanner.ui.screens.amends_page.repair_row import RepairRow
from trustplanner.ui.screens.amends_page.replaceable import Replaceable

_INDENT: Final = 22
_LINK_GAP: Final = 18
_REPAIR_GAP: Final = 12


class HarmRow(Replaceable):
    """A harm in the person's own words, its repairs, and which commitments answer it.

    `commitment_requested` carries its id.
    """

    form_requested = Signal(object)
    state_requested = Signal(str, str)
    paid_requested = Signal(str, bool)
    commitment_requested = Signal(str)

    def __init__(self, theme: Theme, entry: HarmEntry, words: EntryWords) -> None:
        super().__init__()
        self.theme = theme
        self._id = entry.harm.id
        self._entry_words = words
        self._words = TextLabel(theme, "", "promise")
        self._answered = TextLabel(theme, "", "small", "ink_2")
        self._gap = TextLabel(theme, self.tr("No repair yet."), "aside", "ink_2")
        self._repairs: KeyedColumn[RepairEntry, RepairRow] = KeyedColumn(
            lambda each: each.repair.id, self._make_repair, self._show_repair, spacing=_REPAIR_GAP
        )
        self._new_repair = column()
        self._lay_out(theme)
        self.show_entry(entry, words)

    def _lay_out(self, theme: Theme) -> None:
        links = WrappingRow(gap=_LINK_GAP, line_gap=0)
        for name, words, target in (
            ("add", self.tr("Plan a repair"), EntryTarget(REPAIR, self._id, "")),
            ("change", self.tr("Change"), EntryTarget(HARM, self._id, self._id)),
        ):
            link = Button(theme, words, Kind.LINK, name=f"amends_harm_{name}_{self._id}_button")
            link.clicked.connect(lambda _checked=False, of=target: self.form_requested.emit(of))
            links.addWidget(link)
        commit = Button(theme, self.tr("Answer it day by day"), Kind.LINK, name=f"amends_harm_commit_{self._id}_button")
        commit.clicked.connect(lambda: self.commitment_requested.emit(self._id))
        links.addWidget(commit)
        layout = column(self.reading)
        layout.addWidget(self._words)
        layout.addWidget(self._answered)
        layout.addLayout(links)
        below = column(spacing=_REPAIR_GAP)
        below.setContentsMargins(_INDENT, 8, 0, 0)
        below.addWidget(self._gap)
        below.addWidget(self._repairs.widget)
        below.addLayout(self._new_repair)
        self.both.addLayout(below)

    def show_entry(self, entry: HarmEntry, words: EntryWords) -> None:
        """Show it as it is now."""
        self._entry_words = words
        self._words.set_text(entry.harm.words)
        self._answered.set_text("\n".join(words.answering(each) for each in entry.answered_by))
        self._answered.setVisible(bool(entry.answered_by))
        self._gap.setVisible(not entry.repairs)
        self._repairs.show_things(entry.repairs)

    def place_form_at(self, target: EntryTarget, form: EntryForm | None) -> None:
        """Show a form where what it is about stands, a new repair below the others; None takes it away."""
        repair = self._repairs.of(target.repair_id)
        if target.kind == HARM:
            self.place_form(form)
        elif repair is not None:
            repair.place_form_at(target, form)
        elif form is not None:
            self._new_repair.addWidget(form)
            form.show()

    def _make_repair(self, entry: RepairEntry) -> RepairRow:
        row = RepairRow(self.theme, entry, self._entry_words)
        row.paid_requested.connect(self.paid_requested)
        row.form_requested.connect(self.form_requested)
        row.state_requested.connect(self.state_requested)
        return row

    def _show_repair(self, row: RepairRow, entry: RepairEntry) -> None:
        row.show_repair(entry, self._entry_words)
