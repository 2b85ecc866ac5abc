"""A commitment on Amends: its sentence, when it is due, what is to change, its pauses, and what can be done with it."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.domain.commitments import Stance
from trustplanner.domain.pauses import PauseEntry
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.few_links import FewLinks
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.labels import TextLabel, promise_runs
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.pause_line import PauseLine
from trustplanner.ui.kit.promise_words import promise_words
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.amends_page.commitment_beside import CommitmentBeside
from trustplanner.ui.screens.amends_page.entry_words import EntryWords
from trustplanner.ui.screens.amends_page.ledger import CommitmentEntry

_OF_A_PAUSE: Final = 2  # links that a pause has beside its line


class Deed(StrEnum):
    """What a person can do with a commitment here."""

    OPEN = "open"
    RECORD = "record"
    BEGIN = "begin"
    PAUSE = "pause"
    LET_WAIT = "let_wait"
    END = "end"
    DELETE = "delete"
    TAKE_BACK = "take_back"
    NOTE_VIEW = "note_view"


class CommitmentRow(QWidget):
    """`deed_requested` carries a `Deed` and the entry; the pause lines send their own signals.

    `beside` is what belongs beside the commitment: it stands above what can be done with it.
    """

    deed_requested = Signal(str, object)
    resume_requested = Signal(object)
    view_of_pause_requested = Signal(object)

    def __init__(
        self, theme: Theme, entry: CommitmentEntry, words: EntryWords, name: str, beside: CommitmentBeside
    ) -> None:
        super().__init__()
        self.theme = theme
        self._entry = entry
        self._words = words
        self._beside = beside
        self._title = TextLabel(theme, "", "strong")
        self._promise = TextLabel(theme, "", "promise")
        self._schedule = TextLabel(theme, "", "small", "ink_2")
        self._gaps = TextLabel(theme, "", "aside", "ink_2")
        self._change = TextLabel(theme, "", "small")
        self._view = TextLabel(theme, "", "small", "ink_2")
        self._pauses: KeyedColumn[PauseEntry, PauseLine] = KeyedColumn(
            lambda each: str(each.pause.seq), self._make_pause, self._show_pause, spacing=6
        )
        self._deeds = {
            Deed.TAKE_BACK: self._link(Deed.TAKE_BACK, self.tr("Take it back")),
            Deed.NOTE_VIEW: self._link(Deed.NOTE_VIEW, self.tr("Note what was said about it")),
            Deed.OPEN: self._link(Deed.OPEN, self.tr("Open")),
            Deed.RECORD: self._link(Deed.RECORD, self.tr("Its record")),
            Deed.BEGIN: self._link(Deed.BEGIN, self.tr("Begin")),
            Deed.PAUSE: self._link(Deed.PAUSE, self.tr("Pause")),
            Deed.LET_WAIT: self._link(Deed.LET_WAIT, self.tr("Let it wait")),
            Deed.END: self._link(Deed.END, self.tr("End it")),
            Deed.DELETE: self._link(Deed.DELETE, self.tr("Delete")),
        }
        self._links = FewLinks(theme, self._in_order(), name=f"amends_more_{entry.commitment.id}")
        self._lay_out()
        self.show_entry(entry, words, name)

    def _lay_out(self) -> None:
        layout = column(self, spacing=2)
        layout.addWidget(self._title)
        layout.addWidget(self._promise)
        layout.addWidget(self._schedule)
        layout.addWidget(self._gaps)
        layout.addWidget(self._change)
        layout.addWidget(self._view)
        layout.addWidget(self._pauses.widget)
        layout.addWidget(self._beside)
        layout.addWidget(self._links)

    def _in_order(self) -> list[Button]:
        """Every link: what answers the words above them, then what is done most, then what is rare."""
        of_change = [self._deeds[deed] for deed in (Deed.TAKE_BACK, Deed.NOTE_VIEW)]
        often = [self._deeds[deed] for deed in (Deed.OPEN, Deed.RECORD, Deed.BEGIN, Deed.PAUSE)]
        rare = [self._deeds[deed] for deed in (Deed.LET_WAIT, Deed.END, Deed.DELETE)]
        return [*of_change, *self._beside.ways, *often, self._beside.response, *rare]

    def show_entry(self, entry: CommitmentEntry, words: EntryWords, name: str) -> None:
        """Show it as it is now, about the person of this name."""
        self._entry, self._words = entry, words
        promise = promise_words(entry.terms, name)
        self._title.set_text(entry.commitment.title)
        self._promise.set_text(promise_runs(promise.promise, promise.purpose))
        self._schedule.set_text(words.schedule(entry.terms, is_over=entry.is_over))
        self._gaps.set_text("\n".join(entry.gaps))
        self._gaps.setVisible(bool(entry.gaps))
        self._show_change(entry, words)
        self._pauses.show_things(entry.pauses)
        self._beside.show_entry(entry)
        possible = [link for deed, link in self._deeds.items() if deed in _possible(entry)]
        taken = _OF_A_PAUSE * len(entry.pauses)
        self._links.show_links([*possible, *self._beside.possible()], entry.commitment.title, beside=taken)

    def _show_change(self, entry: CommitmentEntry, words: EntryWords) -> None:
        """What is to change, or was made easier, with their view of it."""
        coming, eased = entry.coming, words.eased(entry.terms)
        change = words.coming(coming) if coming is not None else eased
        self._change.set_text(change)
        self._change.setVisible(bool(change))
        self._view.setVisible(entry.loosening is not None)
        self._view.set_text(words.views(entry.views))

    def _make_pause(self, entry: PauseEntry) -> PauseLine:
        line = PauseLine(self.theme, entry, self._words)
        line.resume_requested.connect(self.resume_requested)
        line.view_requested.connect(self.view_of_pause_requested)
        return line

    def _show_pause(self, line: PauseLine, entry: PauseEntry) -> None:
        line.show_pause(entry, self._words)

    def _link(self, deed: Deed, words: str) -> Button:
        name = f"amends_{deed.value}_{self._entry.commitment.id}_button"
        link = Button(self.theme, words, Kind.LINK, name=name)
        link.clicked.connect(lambda: self.deed_requested.emit(deed.value, self._entry))
        return link


def _possible(entry: CommitmentEntry) -> set[Deed]:
    """What can be done with a commitment as it stands."""
    possible = {Deed.OPEN, Deed.RECORD}
    if entry.coming is not None:
        possible.add(Deed.TAKE_BACK)
    if entry.loosening is not None:
        possible.add(Deed.NOTE_VIEW)
    if entry.stance is Stance.ENDED:
        return possible
    last = Deed.DELETE if entry.is_deletable else Deed.END
    if entry.stance is Stance.WAITING:
        return possible | {Deed.BEGIN, last}
    to_come = entry.coming.stance if entry.coming is not None else Stance.ACTIVE
    possible |= {Deed.PAUSE, Deed.LET_WAIT, last}
    if to_come is not Stance.ACTIVE:
        possible.discard(Deed.LET_WAIT)
    if to_come is Stance.ENDED:
        possible.discard(Deed.END)
    return possible
