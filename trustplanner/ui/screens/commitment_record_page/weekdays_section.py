"""Each weekday with its counts, in the order of the week."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from trustplanner.content.commitment_record import CommitmentRecordWords
from trustplanner.domain.weekday_pattern import WeekdayCounts
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.weekday_bars import WeekdayBar
from trustplanner.ui.screens.commitment_record_page.section import Section
from trustplanner.ui.screens.commitment_record_page.words import RecordWords


class WeekdaysSection(Section):
    """Hidden for a commitment that has no weekdays."""

    def __init__(self, theme: Theme, texts: CommitmentRecordWords) -> None:
        super().__init__(theme, texts.weekdays_title)
        self.setObjectName("record_weekdays")
        self._texts = texts
        self._note = TextLabel(theme, "", "small", "ink_2")
        self.body.addWidget(self._note)
        self.body.addSpacing(8)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        self._rows = [
            (TextLabel(theme, "", "small", "ink_2"), WeekdayBar(theme), TextLabel(theme, "", "small")) for _ in range(7)
        ]
        for at, (name, bar, counts) in enumerate(self._rows):
            grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(bar, at, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(counts, at, 2, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(grid)

    def show_weekdays(self, found: tuple[WeekdayCounts, ...], words: RecordWords) -> None:
        """Show them; a weekday on which nothing was due is left out."""
        self.setVisible(bool(found))
        is_any = any(each.counts.due or each.counts.not_applicable for each in found)
        self._note.set_text(self._texts.weekdays_note if is_any else self._texts.weekdays_none)
        for (name, bar, counts), each in zip(self._rows, found, strict=False):
            is_shown = bool(each.counts.due or each.counts.not_applicable)
            name.set_text(words.weekday(each.weekday))
            bar.show_counts(each.counts)
            said = words.counts(each.counts)
            counts.set_text(said if each.is_enough else f"{said} ({self._texts.weekdays_too_few})")
            name.setVisible(is_shown)
            counts.setVisible(is_shown)
            bar.setVisible(is_shown and each.is_enough)
