"""The entries of other days, the newest first, to read and to write on."""

from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.domain.journal import JournalEntry
from trustplanner.storage.queries.journal import journal_count, journal_entries, journal_entry
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.spread_row import SpreadRow
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace

SHOWN_AT_FIRST: Final = 7
_ENTRY_GAP, _LINE_GAP, _TITLE_GAP = 20, 4, 12


class EntryRow(QWidget):
    """One day's entry, whole."""

    change_requested = Signal()
    delete_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = TextLabel(theme, "", "strong")
        self._words = TextLabel(theme, "", "promise")
        self.change_button = Button(theme, self.tr("Go on writing"), Kind.LINK, name="journal_change_button")
        self._delete = Button(theme, self.tr("Delete"), Kind.LINK, name="journal_delete_button")
        self.change_button.clicked.connect(self.change_requested)
        self._delete.clicked.connect(self.delete_requested)
        ways = QWidget()
        links = WrappingRow(ways, gap=16)
        links.addWidget(self.change_button)
        links.addWidget(self._delete)
        head = SpreadRow(gap=16, line_gap=0)
        head.addWidget(self._day)
        head.addWidget(ways)
        layout = column(self, spacing=_LINE_GAP)
        layout.addLayout(head)
        layout.addWidget(self._words)

    def show_entry(self, entry: JournalEntry, day: str) -> None:
        """Show the entry as it is saved."""
        self._day.set_text(day)
        self._words.set_text(entry.words)
        self.change_button.setAccessibleName(self.tr("Go on writing: {day}").format(day=day))
        self._delete.setAccessibleName(self.tr("Delete the entry of {day}").format(day=day))


class EarlierDays(QWidget):
    """Shows some days and, when it is asked to, as many more. Both wishes carry a day."""

    change_requested = Signal(object)
    delete_requested = Signal(object)

    def __init__(self, workspace: Workspace, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._most = SHOWN_AT_FIRST
        self._open: date | None = None
        self._dates = DateWords()
        theme = workspace.theme
        self._rows: KeyedColumn[JournalEntry, EntryRow] = KeyedColumn(
            lambda entry: entry.id, self._make_row, self._show_row, spacing=_ENTRY_GAP
        )
        self._more = Button(theme, self.tr("Show earlier days"), Kind.LINK, name="journal_more_button")
        self._more.clicked.connect(self._on_more_clicked)
        layout = column(self)
        layout.addWidget(TextLabel(theme, title, "heading"))
        layout.addSpacing(_TITLE_GAP)
        layout.addWidget(self._rows.widget)
        layout.addSpacing(_TITLE_GAP)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_all_but(self, open_day: date) -> bool:
        """Show the newest entries without the one that is being written; returns whether there are any."""
        self._open = open_day
        found = self.workspace.read(journal_entries, self._most + 1)  # one of them may be the open one
        others = [entry for entry in found if entry.day != open_day][: self._most]
        is_one_open = self.workspace.read(journal_entry, open_day) is not None
        self._rows.show_things(others)
        self._more.setVisible(self.workspace.read(journal_count) > len(others) + is_one_open)
        self.setVisible(bool(others))
        return bool(others)

    def _make_row(self, entry: JournalEntry) -> EntryRow:
        made = EntryRow(self.workspace.theme)
        made.change_requested.connect(lambda: self.change_requested.emit(entry.day))
        made.delete_requested.connect(lambda: self.delete_requested.emit(entry.day))
        return made

    def _show_row(self, shown: EntryRow, entry: JournalEntry) -> None:
        shown.show_entry(entry, self._dates.long(entry.day, self.workspace.today))

    def _on_more_clicked(self) -> None:
        known = len(self._rows.all())
        self._most += SHOWN_AT_FIRST
        if self._open is not None:
            self.show_all_but(self._open)
        rows = self._rows.all()
        if known < len(rows):
            rows[known].change_button.setFocus(Qt.FocusReason.OtherFocusReason)
