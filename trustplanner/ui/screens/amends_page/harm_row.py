"""A harm with what is to repair it. A harm without a repair says so, and offers to plan one."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustplanner.domain.harms import Repair, RepairState
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.amends_page.entry_form import HARM, REPAIR, EntryForm, EntryTarget
from trustplanner.ui.screens.amends_page.entry_words import EntryWords
from trustplanner.ui.screens.amends_page.ledger import HarmEntry

_INDENT: Final = 22
_LINK_GAP: Final = 18
_REPAIR_GAP: Final = 12


class _Replaceable(QWidget):
    """Something that is read, and in its place the form that changes it."""

    def __init__(self) -> None:
        super().__init__()
        self.reading = QWidget()
        self._form: EntryForm | None = None
        self._both: QVBoxLayout = column(self)
        self._both.addWidget(self.reading)

    def place_form(self, form: EntryForm | None) -> None:
        """Show this form instead; None shows again what is read."""
        if self._form is not None:
            self._both.removeWidget(self._form)
        self._form = form
        self.reading.setVisible(form is None)
        if form is not None:
            self._both.addWidget(form)
            form.show()


class RepairRow(_Replaceable):
    """One repair: its words, how it stands, and what can be done with it."""

    form_requested = Signal(object)
    state_requested = Signal(str, str)

    def __init__(self, theme: Theme, repair: Repair, words: EntryWords) -> None:
        super().__init__()
        self._repair = repair
        self._words = TextLabel(theme, "", "promise")
        self._state = TextLabel(theme, "", "small", "ink_2")
        links = WrappingRow(gap=_LINK_GAP, line_gap=0)
        links.addWidget(self._state)
        self._links = {
            RepairState.DONE: self._link(theme, "done", self.tr("It is done")),
            RepairState.LET_GO: self._link(theme, "let_go", self.tr("Drop it")),
            RepairState.OPEN: self._link(theme, "open", self.tr("Open it again")),
        }
        for state, link in self._links.items():
            link.clicked.connect(lambda _checked=False, to=state: self.state_requested.emit(self._repair.id, to.value))
            links.addWidget(link)
        change = self._link(theme, "change", self.tr("Change"))
        change.clicked.connect(
            lambda: self.form_requested.emit(EntryTarget(REPAIR, self._repair.harm_id, self._repair.id))
        )
        links.addWidget(change)
        layout = column(self.reading)
        layout.addWidget(self._words)
        layout.addLayout(links)
        self.show_repair(repair, words)

    def show_repair(self, repair: Repair, words: EntryWords) -> None:
        """Show it as it is now."""
        self._repair = repair
        is_open = repair.state is RepairState.OPEN
        self._words.set_text(repair.words)
        self._words.set_color("ink" if is_open else "ink_2")
        state = words.repair(repair)
        self._state.set_text(state)
        self._state.setVisible(bool(state))
        for to, link in self._links.items():
            link.setVisible(is_open is not (to is RepairState.OPEN))
            link.setAccessibleDescription(repair.words)

    def _link(self, theme: Theme, name: str, words: str) -> Button:
        return Button(theme, words, Kind.LINK, name=f"amends_repair_{name}_{self._repair.id}_button")


class HarmRow(_Replaceable):
    """A harm in the person's own words, its repairs, and which commitments answer it.

    `commitment_requested` carries its id.
    """

    form_requested = Signal(object)
    state_requested = Signal(str, str)
    commitment_requested = Signal(str)

    def __init__(self, theme: Theme, entry: HarmEntry, words: EntryWords) -> None:
        super().__init__()
        self.theme = theme
        self._id = entry.harm.id
        self._entry_words = words
        self._words = TextLabel(theme, "", "promise")
        self._answered = TextLabel(theme, "", "small", "ink_2")
        self._gap = TextLabel(theme, self.tr("No repair yet."), "aside", "ink_2")
        self._repairs: KeyedColumn[Repair, RepairRow] = KeyedColumn(
            lambda repair: repair.id, self._make_repair, self._show_repair, spacing=_REPAIR_GAP
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
        self._both.addLayout(below)

    def show_entry(self, entry: HarmEntry, words: EntryWords) -> None:
        """Show it as it is now."""
        self._entry_words = words
        self._words.set_text(entry.harm.words)
        titles = ", ".join(self.tr("“{title}”").format(title=title) for title in entry.answered_by)
        self._answered.set_text(self.tr("Answered by {titles}").format(titles=titles))
        self._answered.setVisible(bool(titles))
        self._gap.setVisible(not entry.repairs)
        self._repairs.show_things(entry.repairs)

    def place_form_at(self, target: EntryTarget, form: EntryForm | None) -> None:
        """Show a form where what it is about stands, a new repair below the others; None takes it away."""
        repair = self._repairs.of(target.key)
        if target.kind == HARM:
            self.place_form(form)
        elif repair is not None:
            repair.place_form(form)
        elif form is not None:
            self._new_repair.addWidget(form)
            form.show()

    def _make_repair(self, repair: Repair) -> RepairRow:
        row = RepairRow(self.theme, repair, self._entry_words)
        row.form_requested.connect(self.form_requested)
        row.state_requested.connect(self.state_requested)
        return row

    def _show_repair(self, row: RepairRow, repair: Repair) -> None:
        row.show_repair(repair, self._entry_words)
