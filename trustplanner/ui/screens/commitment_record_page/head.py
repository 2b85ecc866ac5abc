"""The top of the record: what was promised, how it stands, and the way to change it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel, promise_runs
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.promise_words import promise_words
from trustplanner.ui.kit.standing_words import StandingWords
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.commitment_record_page.reading import RecordReading
from trustplanner.ui.screens.commitment_record_page.words import RecordWords


class RecordHead(QWidget):
    """`editor_requested` and `pauses_requested` come from its two links."""

    editor_requested = Signal()
    pauses_requested = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        theme = workspace.theme
        self._title = TextLabel(theme, "", "title")
        self._promise = TextLabel(theme, "", "promise")
        self._lines = [TextLabel(theme, "", "small", "ink_2") for _ in range(6)]
        self.change = Button(theme, "", Kind.LINK, name="record_change_button")
        self.change.clicked.connect(self.editor_requested)
        pauses = Button(theme, self.tr("Pauses"), Kind.LINK, name="record_pauses_button")
        pauses.clicked.connect(self.pauses_requested)
        layout = column(self, spacing=2)
        layout.addWidget(self._title)
        layout.addSpacing(6)
        layout.addWidget(self._promise)
        for line in self._lines:
            layout.addWidget(line)
        links = WrappingRow(gap=18, line_gap=0)
        links.addWidget(self.change)
        links.addWidget(pauses)
        layout.addLayout(links)

    def show_reading(self, reading: RecordReading, words: RecordWords, *, is_ended: bool) -> None:
        """Show it as it stands now."""
        workspace, commitment = self._workspace, reading.commitment
        voice = workspace.voice
        standing = StandingWords(workspace.today, voice.name, workspace.catalogue.loosening().view)
        promise = promise_words(reading.terms, voice.name)
        self._title.set_text(commitment.title)
        self._promise.set_text(promise_runs(promise.promise, promise.purpose))
        sign = self.tr("The sign: {sign}.").format(sign=commitment.sign.strip().rstrip("."))
        imported = self.tr("Its first entries came from another program; their time of writing is unknown.")
        said = [
            standing.schedule(reading.terms),
            words.state(reading.history, reading.terms),
            standing.coming(reading.coming) if reading.coming is not None else "",
            sign if commitment.sign.strip() else "",
            words.asked(commitment),
            imported if commitment.imported else "",
        ]
        for line, text in zip(self._lines, said, strict=True):
            line.set_text(text)
            line.setVisible(bool(text))
        self.change.set_words(self.tr("What was promised") if is_ended else self.tr("Change what is promised"))
