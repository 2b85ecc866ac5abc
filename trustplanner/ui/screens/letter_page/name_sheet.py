"""What a letter is called; without a name it is called by its number."""

from typing import Final

from PySide6.QtWidgets import QWidget

from trustplanner.actions.letters import rename_letter
from trustplanner.domain.errors import KnownError
from trustplanner.domain.letters import LONGEST_LETTER_TITLE, Letter
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.draft_sheet import DraftSheet, SheetName, Typed
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.sheet_dialog import SheetWidth
from trustplanner.ui.kit.words_line import WordsLine
from trustplanner.ui.kit.workspace import Workspace

NAME_SHEET: Final = "letter_name_sheet"


class NameSheet(DraftSheet):
    """One line. An empty one takes the name away."""

    def __init__(self, workspace: Workspace, window: QWidget, letter: Letter) -> None:
        super().__init__(workspace, window, "", SheetName(NAME_SHEET, letter.id), SheetWidth.QUESTION)
        self.set_title(self.tr("What is this letter called?"))
        self._letter = letter
        theme = workspace.theme
        self._line = WordsLine(theme, name="letter_name_field", most=LONGEST_LETTER_TITLE)
        self._line.fill(letter.title)
        self._line.returnPressed.connect(self._on_name_clicked)
        self._field = LabelledField(theme, self.tr("A name for yourself; no letter carries it"), self._line)
        self.body.addWidget(self._field)
        name = Button(theme, self.tr("Name it"), Kind.PRIMARY, name="letter_name_it_button")
        name.clicked.connect(self._on_name_clicked)
        self.add_button(name)
        self.set_far_button(Button(theme, self.tr("Leave it"), Kind.QUIET, name="letter_name_leave_button"))

    def typed(self) -> Typed:
        """The name."""
        return {"title": self._line.text()}

    def fill_typed(self, typed: Typed) -> None:
        """The same."""
        self._line.fill(str(typed["title"]))

    def _on_name_clicked(self) -> None:
        try:
            self._workspace.do(self.tr("Name a letter"), rename_letter, self._letter.id, self._line.words())
        except KnownError as error:
            self._field.show_sentence(self._workspace.sentence_for(error))
            self.fit()
        else:
            self.finish()
