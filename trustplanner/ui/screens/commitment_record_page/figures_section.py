"""The figures of the record, and under "How is this counted?" the days they were added up from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from trustplanner.content.commitment_record import CommitmentRecordWords
from trustplanner.domain.counted import HowCounted
from trustplanner.domain.known_range import RATE_FROM_DUE, Window
from trustplanner.domain.record import Counts
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import clear_layout, column
from trustplanner.ui.kit.range_bar import RangeBar
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.commitment_record_page.reading import RecordReading
from trustplanner.ui.screens.commitment_record_page.section import Section
from trustplanner.ui.screens.commitment_record_page.words import RecordWords

_GAP = 16
_COLUMNS = 4


class ShareBlock(QWidget):
    """A share with its counts, and below it what was written late and how the misses came out."""

    def __init__(self, theme: Theme, rate_from: str, *, name: str) -> None:
        super().__init__()
        self._rate_from = rate_from
        self._bar = RangeBar(theme, name=name)
        self._beside = TextLabel(theme, "", "caption", "ink_2")
        layout = column(self, spacing=2)
        layout.addWidget(self._bar)
        layout.addWidget(self._beside)

    def show_counts(self, title: str, counts: Counts, words: RecordWords, told: str) -> None:
        """Show these under a name."""
        share = words.share(counts)
        self._bar.show_range(title, share, words.counts(counts), low=counts.low, high=counts.high, due=counts.due)
        rate = self._rate_from if 0 < counts.due < RATE_FROM_DUE else ""
        beside = " ".join(each for each in (words.late(counts), told, rate) if each)
        self._beside.set_text(beside)
        self._beside.setVisible(bool(beside))


class FiguresSection(Section):
    """The window and the whole time, side by side with nothing that is averaged over both."""

    def __init__(self, theme: Theme, texts: CommitmentRecordWords) -> None:
        super().__init__(theme, "")
        self.title.set_text(self.tr("The record"))
        self._texts = texts
        self._once = TextLabel(theme, "", "body")
        self._window = ShareBlock(theme, texts.rate_from, name="record_window_bar")
        self._whole = ShareBlock(theme, texts.rate_from, name="record_whole_bar")
        self._how = Button(theme, "", Kind.LINK, name="record_how_button")
        self._how.clicked.connect(self._on_how_clicked)
        self.fold = CountedFold(theme, texts)
        self.fold.hide()
        self._counted: tuple[HowCounted, RecordWords] | None = None
        for part in (self._once, self._window):
            self.body.addWidget(part)
        self.body.addWidget(self._how, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self.fold)
        self.body.addSpacing(_GAP)
        self.body.addWidget(self._whole)
        self.body.addSpacing(6)
        self.body.addWidget(TextLabel(theme, texts.not_proof, "caption", "ink_3"))
        self._show_way()

    def show_reading(self, reading: RecordReading, words: RecordWords, *, is_other: bool) -> None:
        """Show the figures of one commitment; those of another begin folded up."""
        record, counted = reading.record, reading.counted
        self._once.set_text(self._once_words(reading, words))
        self._once.setVisible(record.window is None)
        has_window = record.window is not None and counted is not None
        self._window.setVisible(has_window)
        self._how.setVisible(has_window)
        if record.window is not None and counted is not None:
            title = self.tr("Last 28 days") if counted.kind is Window.DAYS else self.tr("Last 12 that count")
            days = {line.day for line in counted.lines}
            told = words.told_first(tuple(miss for miss in record.misses if miss.day in days))
            self._window.show_counts(title, record.window, words, told)
            self._counted = (counted, words)
        self._whole.setVisible(has_window)
        title = self.tr("Since it began, {day}").format(day=words.long(record.first))
        self._whole.show_counts(title, record.counts, words, words.told_first(record.misses))
        if is_other or not has_window:
            self.fold.hide()
        elif not self.fold.isHidden():
            self._fill_fold()
        self._show_way()

    def _once_words(self, reading: RecordReading, words: RecordWords) -> str:
        due_on = reading.terms.schedule.anchor
        item = None if due_on is None else reading.calendar.day(due_on).item
        if item is None:
            return self._texts.once
        miss = next((miss for miss in reading.record.misses if miss.day == item.day), None)
        state = words.item(item, miss, reading.commitment)
        return f"{self._texts.once} {words.long(item.day)}: {state}."

    def _on_how_clicked(self) -> None:
        if self.fold.isHidden():
            self._fill_fold()
        self.fold.setVisible(self.fold.isHidden())
        self._show_way()

    def _fill_fold(self) -> None:
        """Only what is unfolded is written out."""
        if self._counted is not None:
            self.fold.show_counted(*self._counted)

    def _show_way(self) -> None:
        is_folded = self.fold.isHidden()
        self._how.set_words(self.tr("How is this counted?") if is_folded else self.tr("Fold it up again"))


class CountedFold(QWidget):
    """Line by line: the day, what became of it, what it adds, and what is added up so far."""

    def __init__(self, theme: Theme, texts: CommitmentRecordWords) -> None:
        super().__init__()
        self.theme = theme
        self._texts = texts.counted
        self._lead = TextLabel(theme, "", "small", "ink_2")
        self._lines = QGridLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setHorizontalSpacing(18)
        self._lines.setVerticalSpacing(2)
        self._lines.setColumnStretch(_COLUMNS, 1)  # the figures stay beside what they count
        self._end = TextLabel(theme, "", "strong")
        self._end.setObjectName("record_counted_end")
        layout = column(self, spacing=8)
        layout.addWidget(self._lead)
        layout.addWidget(TextLabel(theme, self._texts.left_out, "small", "ink_2"))
        layout.addLayout(self._lines)
        layout.addWidget(self._end)

    def show_counted(self, counted: HowCounted, words: RecordWords) -> None:
        """Show these lines, and what they come to."""
        self._lead.set_text(self._texts.lead_days if counted.kind is Window.DAYS else self._texts.lead_items)
        clear_layout(self._lines)
        if counted.lines:
            head = TextLabel(self.theme, self.tr("So far"), "label", "ink_2")
            self._lines.addWidget(head, 0, _COLUMNS - 1, Qt.AlignmentFlag.AlignTop)
        for at, line in enumerate(counted.lines, start=1):
            told = (
                words.counted_day(line),
                words.counted_state(line),
                words.counted_adds(line),
                words.counted_sum(line),
            )
            for place, text in enumerate(told):
                label = TextLabel(self.theme, text, "small", "ink" if place == 1 else "ink_2")
                self._lines.addWidget(label, at, place, Qt.AlignmentFlag.AlignTop)
        has_sum = counted.counts.due > 0
        self._end.set_text(words.counted_end(counted.counts) if has_sum else self._texts.nothing)
