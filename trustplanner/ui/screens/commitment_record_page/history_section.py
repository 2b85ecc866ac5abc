"""The history of a commitment's terms, on one page and in the order in which it was written."""

from trustplanner.content.commitment_record import CommitmentRecordWords
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import clear_layout, column
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.commitment_record_page.history_words import HistoryLine
from trustplanner.ui.screens.commitment_record_page.section import Section

_GAP = 14


class HistorySection(Section):
    """Dated lines without anything to press."""

    def __init__(self, theme: Theme, texts: CommitmentRecordWords) -> None:
        super().__init__(theme, "")
        self.setObjectName("record_history")
        self.title.set_text(self.tr("What was agreed, from the beginning"))
        self._none = TextLabel(theme, texts.history_none, "body", "ink_2")
        self._lines = column(spacing=_GAP)
        self._shown: list[HistoryLine] | None = None
        self.body.addLayout(self._lines)

    def show_lines(self, lines: list[HistoryLine]) -> None:
        """Show them; nothing is done if they stand there already."""
        if lines == self._shown:
            return
        self._shown = lines
        clear_layout(self._lines)
        for line in lines:
            entry = column(spacing=2)
            entry.addWidget(TextLabel(self.theme, line.written, "label", "ink_2"))
            entry.addWidget(TextLabel(self.theme, line.what, "control"))
            if line.promise:
                entry.addWidget(TextLabel(self.theme, line.promise, "promise"))
            for beside in line.beside:
                entry.addWidget(TextLabel(self.theme, beside, "small", "ink_2"))
            self._lines.addLayout(entry)
