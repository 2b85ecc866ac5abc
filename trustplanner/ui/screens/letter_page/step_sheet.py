"""Writing down that a letter was read with somebody, taken, or not wanted: on which day, and a note."""

from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from trustplanner.actions.letters import take_step
from trustplanner.domain.days import EARLIEST_DAY
from trustplanner.domain.errors import KnownError
from trustplanner.domain.letters import LONGEST_LETTER_TITLE, Letter, LetterState
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import DateField
from trustplanner.ui.kit.draft_sheet import DraftSheet, SheetName, Typed
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.words_line import WordsLine
from trustplanner.ui.kit.workspace import Workspace

STEP_SHEETS: Final[dict[LetterState, str]] = {
    LetterState.READ: "letter_read_sheet",
    LetterState.ACCEPTED: "letter_accepted_sheet",
    LetterState.NOT_WANTED: "letter_not_wanted_sheet",
}
_FIELD_GAP: Final = 16


class StepSheet(DraftSheet):
    """One of three. Closing it any other way changes nothing and keeps what was typed."""

    def __init__(self, workspace: Workspace, window: QWidget, letter: Letter, state: LetterState) -> None:
        name = SheetName(STEP_SHEETS[state], letter.id)
        super().__init__(workspace, window, "", name)
        self._letter, self._state = letter, state
        theme, content = workspace.theme, workspace.catalogue.letter()
        words = {
            LetterState.READ: content.read,
            LetterState.ACCEPTED: content.accepted,
            LetterState.NOT_WANTED: content.not_wanted,
        }[state]
        self.set_title(words.title)
        self._day = DateField(theme, name="letter_step_day_field")
        self._day.set_limits(EARLIEST_DAY, workspace.today)
        self._day.fill(workspace.today)
        self._day.edited.connect(self._autosave.touch)
        self._note = WordsLine(theme, name="letter_step_note_field", most=LONGEST_LETTER_TITLE)
        if state is LetterState.READ:
            self._note.fill(workspace.voice.counsellor)
        self._field = LabelledField(theme, self.tr("The day"), self._day)
        self.body.setSpacing(_FIELD_GAP)
        self.body.addWidget(TextLabel(theme, words.text, "body", "ink_2"))
        self.body.addWidget(self._field)
        self.body.addWidget(LabelledField(theme, words.note_label, self._note))
        write = Button(theme, self.tr("Write it down"), Kind.PRIMARY, name="letter_step_write_button")
        write.clicked.connect(self._on_write_clicked)
        self.add_button(write)
        self.set_far_button(Button(theme, self.tr("Leave it as it is"), Kind.QUIET, name="letter_step_leave_button"))

    def typed(self) -> Typed:
        """The day and the note."""
        return {"day": self._day.day().isoformat(), "note": self._note.text()}

    def fill_typed(self, typed: Typed) -> None:
        """The same."""
        self._day.fill(date.fromisoformat(typed["day"]))
        self._note.fill(str(typed["note"]))

    def _on_write_clicked(self) -> None:
        label = self.tr("Where the letter is")
        try:
            self._workspace.do(label, take_step, self._letter.id, self._state, self._day.day(), self._note.words())
        except KnownError as error:
            self._field.show_sentence(self._workspace.sentence_for(error))
            self.fit()
        else:
            self.finish()
            self._workspace.recorded.emit(self.tr("Written down."))
