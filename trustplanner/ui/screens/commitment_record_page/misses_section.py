"""Every miss of the record, newest first: how it came out, after how long, and what was done to repair it."""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.commitment_record import CommitmentRecordWords
from trustplanner.domain.answers import How, MissReview
from trustplanner.domain.record import Miss
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column, row
from trustplanner.ui.kit.mark_row import MarkRow
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.commitment_record_page.section import Section
from trustplanner.ui.screens.commitment_record_page.words import RecordWords

AT_A_TIME: Final = 10
_ROW_GAP: Final = 14


class MissEntry(NamedTuple):
    """A miss with the steps written after it."""

    miss: Miss
    review: MissReview | None


class MissRow(QWidget):
    """`day_chosen` carries its day."""

    day_chosen = Signal(object)

    def __init__(self, theme: Theme, day: date) -> None:
        super().__init__()
        self._mark = MarkRow(theme)
        self._what = TextLabel(theme, "", "control")
        self._before = TextLabel(theme, "", "small", "ink_2")
        self._repair = TextLabel(theme, "", "small", "ink_2")
        self.open_button = Button(
            theme, self.tr("Open the day"), Kind.LINK, name=f"record_miss_{day.isoformat()}_button"
        )
        self.open_button.clicked.connect(lambda: self.day_chosen.emit(day))
        layout = row(self, spacing=10)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        lines = column()
        for line in (self._what, self._before, self._repair):
            lines.addWidget(line)
        lines.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addLayout(lines, 1)

    def show_miss(self, entry: MissEntry, words: RecordWords) -> None:
        """Show it as it stands now."""
        miss, day = entry.miss, words.long(entry.miss.day)
        said = self.tr("{day}: {how}.").format(day=day, how=words.how(miss))
        self._mark.set_marks([miss.how or How.NOT_YET], said)
        self._what.set_text(said)
        for label, text in ((self._before, words.told_before(miss)), (self._repair, words.repair(entry.review))):
            label.set_text(text)
            label.setVisible(bool(text))
        self.open_button.setAccessibleDescription(day)


class MissesSection(Section):
    """`day_chosen` carries the day of a miss."""

    day_chosen = Signal(object)

    def __init__(self, theme: Theme, texts: CommitmentRecordWords) -> None:
        super().__init__(theme, "")
        self.setObjectName("record_misses")
        self.title.set_text(self.tr("Misses, and how they came out"))
        self._shown = AT_A_TIME
        self._misses: tuple[Miss, ...] = ()
        self._reviews: Mapping[date, MissReview] = {}
        self._words: RecordWords | None = None
        self._none = TextLabel(theme, texts.misses_none, "body", "ink_2")
        self._told = TextLabel(theme, "", "body")
        self._stays = TextLabel(theme, texts.miss_stays, "caption", "ink_3")
        self._rows: KeyedColumn[MissEntry, MissRow] = KeyedColumn(
            lambda entry: entry.miss.day.isoformat(), self._make_row, self._show_row, spacing=_ROW_GAP
        )
        self._more = Button(theme, self.tr("Show earlier misses"), Kind.LINK, name="record_more_misses_button")
        self._more.clicked.connect(self._on_more_clicked)
        self.body.addWidget(self._none)
        self.body.addWidget(self._told)
        self.body.addWidget(self._stays)
        self.body.addSpacing(8)
        self.body.addWidget(self._rows.widget)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_misses(
        self, misses: tuple[Miss, ...], reviews: Mapping[date, MissReview], words: RecordWords, *, is_other: bool
    ) -> None:
        """Show the newest of them; those of another commitment from its newest on."""
        self._misses, self._reviews, self._words = misses, reviews, words
        self._shown = AT_A_TIME if is_other else self._shown
        self._none.setVisible(not misses)
        self._told.setVisible(bool(misses))
        self._told.set_text(words.told_first(misses))
        self._stays.setVisible(any(review.repair.strip() for review in reviews.values()))
        self._show_rows()

    def _show_rows(self) -> None:
        newest = self._misses[::-1][: self._shown]
        self._rows.show_things([MissEntry(miss, self._reviews.get(miss.day)) for miss in newest])
        self._more.setVisible(len(self._misses) > self._shown)

    def _on_more_clicked(self) -> None:
        first = self._misses[::-1][self._shown]
        self._shown += AT_A_TIME
        self._show_rows()
        shown = self._rows.of(first.day.isoformat())
        if shown is not None:
            shown.open_button.setFocus()  # the button may be gone, and reading goes on here

    def _make_row(self, entry: MissEntry) -> MissRow:
        made = MissRow(self.theme, entry.miss.day)
        made.day_chosen.connect(self.day_chosen)
        return made

    def _show_row(self, shown: MissRow, entry: MissEntry) -> None:
        if self._words is not None:
            shown.show_miss(entry, self._words)
