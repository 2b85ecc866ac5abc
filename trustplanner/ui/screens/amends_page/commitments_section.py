"""The commitments, active, waiting and ended, and everything that can be done with them besides writing."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.actions import commitments, pauses
from trustplanner.actions.terms import take_back_pending
from trustplanner.actions.views import Heard, note_their_view, note_their_view_of_pause, noted
from trustplanner.domain.commitments import MOST_ACTIVE, Pause, Reason, Stance
from trustplanner.domain.pauses import PauseEntry
from trustplanner.ui.kit.begin_again_sheet import BEGIN_AGAIN_SHEET, end_pause
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.draft_sheet import SheetName
from trustplanner.ui.kit.easing_sheet import EASING_SHEETS, Easing, EasingSheet
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.pause_line import PauseLine
from trustplanner.ui.kit.pause_sheet import PAUSE_SHEET, PauseAsked, PauseSheet
from trustplanner.ui.kit.response_sheet import RESPONSE_SHEET, ResponseSheet
from trustplanner.ui.kit.spread_row import SpreadRow
from trustplanner.ui.kit.view_sheet import VIEW_SHEET, ViewSheet
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.amends_page.commitment_beside import CommitmentBeside
from trustplanner.ui.screens.amends_page.commitment_row import CommitmentRow, Deed
from trustplanner.ui.screens.amends_page.entry_words import EntryWords
from trustplanner.ui.screens.amends_page.ledger import CommitmentEntry, Ledger

_ROW_GAP: Final = 24
_GROUP_GAP: Final = 26
_OF_TERMS: Final = "terms "  # what a view is of, before the number of its row
_OF_PAUSE: Final = "pause "


class CommitmentsSection(QWidget):
    """`open_requested` carries the id of a commitment, or nothing for a new one; `record_requested` an id.

    `go_requested` carries a `Destination`.
    """

    open_requested = Signal(str)
    go_requested = Signal(object)
    record_requested = Signal(str)
    pauses_requested = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._words: EntryWords | None = None
        self._ledger: Ledger | None = None
        theme = workspace.theme
        self._places = TextLabel(theme, "", "small", "ink_2")
        self._none = TextLabel(theme, self.tr("No commitment is written down yet."), "aside", "ink_2")
        self._pauses_of_all: KeyedColumn[PauseEntry, PauseLine] = KeyedColumn(
            lambda each: str(each.pause.seq), self._make_pause, self._show_pause, spacing=6
        )
        self._groups: dict[Stance, KeyedColumn[CommitmentEntry, CommitmentRow]] = {}
        self._titles: dict[Stance, TextLabel] = {}
        self._pauses_of_all.widget.setContentsMargins(0, 0, 0, _ROW_GAP)
        self._pause_all = Button(theme, self.tr("Pause all"), Kind.QUIET, name="amends_pause_all_button")
        self._new = Button(theme, self.tr("Write a commitment"), Kind.PRIMARY, name="amends_new_commitment_button")
        self._new.clicked.connect(lambda: self.open_requested.emit(""))
        words = self.tr("Pauses and what becomes easier")
        self._pauses = Button(theme, words, Kind.LINK, name="amends_pauses_button")
        self._pauses.clicked.connect(self.pauses_requested)
        self._pause_all.clicked.connect(self._on_pause_all_clicked)
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self._workspace.theme
        layout = column(self)
        head = SpreadRow(gap=16)
        for part in (TextLabel(theme, self.tr("Commitments"), "heading"), self._pause_all, self._new):
            head.addWidget(part)
        layout.addLayout(head)
        layout.addSpacing(4)
        layout.addWidget(self._places)
        layout.addWidget(self._none)
        layout.addWidget(self._pauses, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addSpacing(16)
        layout.addWidget(self._pauses_of_all.widget)
        for stance, words in (
            (Stance.ACTIVE, ""),
            (Stance.WAITING, self.tr("Waiting")),
            (Stance.ENDED, self.tr("Ended")),
        ):
            group: KeyedColumn[CommitmentEntry, CommitmentRow] = KeyedColumn(
                lambda entry: entry.commitment.id, self._make_row, self._show_row, spacing=_ROW_GAP
            )
            title = TextLabel(theme, words, "label", "ink_2")
            self._groups[stance], self._titles[stance] = group, title
            holder = column()
            holder.setContentsMargins(0, 0, 0, _GROUP_GAP)
            holder.addWidget(title)
            holder.addSpacing(6 if words else 0)
            holder.addWidget(group.widget)
            layout.addLayout(holder)

    def show_ledger(self, ledger: Ledger, words: EntryWords) -> None:
        """Show the commitments as they are now."""
        self._words, self._ledger = words, ledger
        places = self.tr("{used} of {most} places in use. Stricter counts at once; easier counts after a week.")
        self._places.set_text(places.format(used=ledger.places_used, most=MOST_ACTIVE))
        self._places.setVisible(bool(ledger.commitments))
        self._none.setVisible(not ledger.commitments)
        self._pauses.setVisible(bool(ledger.commitments))
        self._pauses_of_all.show_things(ledger.pauses)
        for stance, group in self._groups.items():
            entries = ledger.standing(stance)
            group.show_things(entries)
            self._titles[stance].setVisible(bool(entries) and stance is not Stance.ACTIVE)
        self._pause_all.setVisible(bool(ledger.standing(Stance.ACTIVE)))

    def open_again(self, sheet: SheetName) -> None:
        """Open a sheet that was open before a lock, if what it is about still stands here."""
        entry = self._entry_of(sheet)
        if sheet.kind == PAUSE_SHEET and (entry is not None or not sheet.subject):
            self._ask_pause(entry)
        elif sheet.kind == VIEW_SHEET:
            self._open_view_again(sheet.subject)
        elif sheet.kind == BEGIN_AGAIN_SHEET:
            for each in self._paused():
                if sheet.subject == str(each.pause.seq):
                    self._on_resume_requested(each.pause)
        elif entry is not None and sheet.kind == RESPONSE_SHEET:
            self._ask_response(entry)
        elif entry is not None:
            for to, kind in EASING_SHEETS.items():
                if sheet.kind == kind:
                    self._ask_easing(entry, to)

    def _entry_of(self, sheet: SheetName) -> CommitmentEntry | None:
        return next((each for each in self._entries() if each.commitment.id == sheet.subject), None)

    def _entries(self) -> list[CommitmentEntry]:
        return [] if self._ledger is None else list(self._ledger.commitments)

    def _paused(self) -> list[PauseEntry]:
        of_all = [] if self._ledger is None else self._ledger.pauses
        return [each for entry in self._entries() for each in entry.pauses] + [*of_all]

    def _open_view_again(self, subject: str) -> None:
        entries = self._entries()
        for entry in entries:
            terms = entry.loosening
            if terms is not None and subject == f"{_OF_TERMS}{terms.seq}":
                self._ask_view(entry)
        for each in self._paused():
            if subject == f"{_OF_PAUSE}{each.pause.seq}":
                self._on_view_of_pause_requested(each)

    # --- what a person does

    def _on_deed_requested(self, deed: str, entry: CommitmentEntry) -> None:
        match Deed(deed):
            case Deed.OPEN:
                self.open_requested.emit(entry.commitment.id)
            case Deed.RECORD:
                self.record_requested.emit(entry.commitment.id)
            case Deed.BEGIN:
                self._begin(entry)
            case Deed.PAUSE:
                self._ask_pause(entry)
            case Deed.LET_WAIT:
                self._ask_easing(entry, Stance.WAITING)
            case Deed.END:
                self._ask_easing(entry, Stance.ENDED)
            case Deed.DELETE:
                self._delete(entry)
            case Deed.TAKE_BACK:
                self._take_back(entry)
            case Deed.NOTE_VIEW:
                self._ask_view(entry)

    def _begin(self, entry: CommitmentEntry) -> None:
        label = self.tr("beginning of a commitment")
        if self._workspace.attempt(label, commitments.activate, entry.commitment.id) is not None:
            words = self.tr("“{title}” begins today.")
            self._workspace.recorded.emit(words.format(title=entry.commitment.title))

    def _take_back(self, entry: CommitmentEntry) -> None:
        label = self.tr("taking back of a change")
        if self._workspace.attempt(label, take_back_pending, entry.commitment.id) is not None:
            words = self.tr("Taken back. “{title}” goes on as before.")
            self._workspace.recorded.emit(words.format(title=entry.commitment.title))

    def _delete(self, entry: CommitmentEntry) -> None:
        label = self.tr("deletion of a commitment")
        if self._workspace.attempt(label, commitments.delete, entry.commitment.id) is not None:
            words = self.tr("Deleted: “{title}”.")
            self._workspace.recorded.emit(words.format(title=entry.commitment.title))

    def _ask_easing(self, entry: CommitmentEntry, to: Easing) -> None:
        title, key = entry.commitment.title, entry.commitment.id

        def act(reason: Reason, heard: Heard) -> None:
            if to is Stance.WAITING:
                done = self._workspace.do(self.tr("letting wait"), commitments.let_wait, key, reason, heard)
                at_once, later = self.tr("“{title}” waits."), self.tr("“{title}” waits from {day}.")
            else:
                done = self._workspace.do(self.tr("end of a commitment"), commitments.end, key, reason, heard)
                at_once, later = self.tr("“{title}” has ended."), self.tr("“{title}” ends on {day}.")
            starts = done.result.starts_on
            words = later if starts > self._workspace.today else at_once
            day = self._words.long(starts) if self._words else ""
            self._workspace.recorded.emit(words.format(title=title, day=day))

        EasingSheet(self._workspace, self.window(), title, entry.terms, to, act).open()

    def _on_pause_all_clicked(self) -> None:
        self._ask_pause(None)

    def _ask_pause(self, entry: CommitmentEntry | None) -> None:
        commitment = None if entry is None else entry.commitment

        def act(asked: PauseAsked) -> None:
            self._workspace.do(
                self.tr("pause"),
                pauses.pause,
                asked.of,
                asked.starts_on,
                asked.ends_on,
                reason=asked.reason,
                note=asked.note,
                looks_again=asked.looks_again,
                heard=asked.heard,
            )
            words = self.tr("Pause from {first} to {last}.")
            if self._words is not None:
                first, last = self._words.long(asked.starts_on), self._words.long(asked.ends_on)
                self._workspace.recorded.emit(words.format(first=first, last=last))

        PauseSheet(self._workspace, self.window(), commitment, act).open()

    def _ask_response(self, entry: CommitmentEntry) -> None:
        ResponseSheet(self._workspace, self.window(), entry.commitment).open()

    def _ask_view(self, entry: CommitmentEntry) -> None:
        terms = entry.loosening
        if terms is None or terms.seq is None:
            return
        seq, label = terms.seq, self.tr("note of a view")
        ViewSheet(
            self._workspace,
            self.window(),
            entry.commitment.title,
            f"{_OF_TERMS}{seq}",
            noted(entry.views),
            lambda heard: self._workspace.do(label, note_their_view, seq, heard),
        ).open()

    def _on_view_of_pause_requested(self, entry: PauseEntry) -> None:
        if entry.pause.seq is None:
            return
        seq, label = entry.pause.seq, self.tr("note of a view")
        ViewSheet(
            self._workspace,
            self.window(),
            self.tr("The pause"),
            f"{_OF_PAUSE}{seq}",
            noted(entry.views),
            lambda heard: self._workspace.do(label, note_their_view_of_pause, seq, heard),
        ).open()

    def _on_resume_requested(self, pause: Pause) -> None:
        has_begun = pause.starts_on < self._workspace.today
        went_on, undone = self.tr("From today on it asks again."), self.tr("The pause is taken back.")

        def ended() -> None:
            self._workspace.recorded.emit(went_on if has_begun else undone)

        end_pause(self._workspace, self.window(), pause, self.tr("end of a pause"), ended)

    # --- rows

    def _make_row(self, entry: CommitmentEntry) -> CommitmentRow:
        beside = CommitmentBeside(self._workspace, entry)
        row = CommitmentRow(self._workspace.theme, entry, self._now(), self._name(), beside)
        beside.response_requested.connect(self._ask_response)
        beside.go_requested.connect(self.go_requested)
        row.deed_requested.connect(self._on_deed_requested)
        row.resume_requested.connect(self._on_resume_requested)
        row.view_of_pause_requested.connect(self._on_view_of_pause_requested)
        return row

    def _show_row(self, row: CommitmentRow, entry: CommitmentEntry) -> None:
        row.show_entry(entry, self._now(), self._name())

    def _make_pause(self, entry: PauseEntry) -> PauseLine:
        line = PauseLine(self._workspace.theme, entry, self._now())
        line.resume_requested.connect(self._on_resume_requested)
        line.view_requested.connect(self._on_view_of_pause_requested)
        return line

    def _show_pause(self, line: PauseLine, entry: PauseEntry) -> None:
        line.show_pause(entry, self._now())

    def _now(self) -> EntryWords:
        assert self._words is not None  # noqa: S101  (rows are made while a ledger is shown)
        return self._words

    def _name(self) -> str:
        return self._workspace.voice.name
