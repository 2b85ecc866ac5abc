"""The words of a letter as they were: to read, and to take back into the draft."""

from PySide6.QtWidgets import QWidget

from trustplanner.actions.letters import take_words_back
from trustplanner.domain.letters import Letter, LetterVersion
from trustplanner.storage.queries.letters import letter_versions
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import ComboField
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.workspace import Workspace


class HistorySheet(SheetDialog):
    """One version at a time, the newest first."""

    def __init__(self, workspace: Workspace, window: QWidget, letter: Letter) -> None:
        words = workspace.catalogue.letter().history
        super().__init__(workspace.theme, window, words.title, name="letter_history_sheet")
        theme = workspace.theme
        self._workspace = workspace
        self._letter = letter
        self._dates = DateWords()
        self._versions = {version.seq or 0: version for version in reversed(workspace.read(letter_versions, letter.id))}
        self._choice = ComboField(theme, name="letter_version_field")
        self._choice.set_choices([(seq, self._named(version)) for seq, version in self._versions.items()])
        self._choice.activated.connect(self._show_version)
        self._words = TextLabel(theme, "", "writing")
        self._words.setObjectName("letter_version_label")
        self.body.addWidget(TextLabel(theme, words.lead if self._versions else words.none, "body", "ink_2"))
        chosen = LabelledField(theme, self.tr("The words of"), self._choice)
        self.body.addWidget(chosen)
        self.body.addWidget(self._words)
        take = Button(theme, self.tr("Take these words back into the draft"), name="letter_take_words_button")
        take.clicked.connect(self._on_take_clicked)
        note = TextLabel(theme, words.taken_back, "small", "ink_2")
        self.above_buttons.addWidget(note)
        self.add_button(take)
        self.set_far_button(Button(theme, self.tr("Close"), Kind.QUIET, name="letter_history_close_button"))
        for part in (chosen, self._words, take, note):
            part.setVisible(bool(self._versions))
        if self._versions:
            self._choice.fill(next(iter(self._versions)))
            self._show_version()

    def _named(self, version: LetterVersion) -> str:
        moment = version.written_at.astimezone(self._workspace.runner.local_zone())
        day = self._dates.long(moment.date(), self._workspace.today)
        return self.tr("{day}, {time}").format(day=day, time=f"{moment:%H:%M}")

    def _show_version(self) -> None:
        self._words.set_text(self._versions[self._chosen()].words)
        self.fit()

    def _chosen(self) -> int:
        return int(str(self._choice.code()))

    def _on_take_clicked(self) -> None:
        label = self.tr("Take earlier words back")
        done = self._workspace.attempt(label, take_words_back, self._letter.id, self._chosen())
        if done is not None:
            self.close_sheet()
            self._workspace.recorded.emit(self.tr("The earlier words are the draft now."))
