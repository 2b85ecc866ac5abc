"""Ending a pause that is their wish or limit: only once they have said so, with what was heard and on which day."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from trustplanner.actions.pauses import resume
from trustplanner.actions.views import NOT_ASKED, Heard
from trustplanner.domain.commitments import LONGEST_SENTENCE, Pause
from trustplanner.domain.errors import KnownError
from trustplanner.domain.pauses import is_theirs_to_end
from trustplanner.domain.views import View
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import DateField
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.draft_sheet import DraftSheet, SheetName, Typed
from trustplanner.ui.kit.fields import LabelledField, NoticeLine
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.words_line import WordsLine
from trustplanner.ui.kit.workspace import Workspace

BEGIN_AGAIN_SHEET: Final = "begin_again_sheet"
_FIELD_GAP: Final = 14


class BeginAgainSheet(DraftSheet):
    """Asks whether they said so, then calls `act` with it; a known error it raises is shown here."""

    def __init__(self, workspace: Workspace, window: QWidget, pause: Pause, act: Callable[[Heard], object]) -> None:
        words, voice = workspace.catalogue.pauses().begin_again, workspace.voice
        has_begun = pause.starts_on <= workspace.today
        question = words.question if has_begun else words.question_before
        super().__init__(workspace, window, question.said_to(voice), SheetName(BEGIN_AGAIN_SHEET, str(pause.seq)))
        self._act = act
        self._dates = DateWords()
        theme = workspace.theme
        self._day = DateField(theme, name=f"{BEGIN_AGAIN_SHEET}_heard_on_field")
        self._day.set_limits(min(pause.starts_on, pause.written_on), workspace.today)
        self._day.fill(workspace.today)
        self._day.edited.connect(self._show_day)
        self._heard = WordsLine(theme, name=f"{BEGIN_AGAIN_SHEET}_heard_field", most=LONGEST_SENTENCE)
        self._notice = NoticeLine(theme)
        self.body.setSpacing(_FIELD_GAP)
        self.body.addWidget(TextLabel(theme, words.lead.said_to(voice), "body", "ink_2"))
        self.body.addWidget(LabelledField(theme, self.tr("Heard on"), self._day))
        self.body.addWidget(LabelledField(theme, self.tr("As you heard it"), self._heard))
        self.body.addWidget(self._notice)
        self._yes = Button(theme, "", Kind.NORMAL, name=f"{BEGIN_AGAIN_SHEET}_yes_button")
        self._yes.clicked.connect(self._on_yes_clicked)
        self.add_button(self._yes)
        no = self.tr("No, leave it paused") if has_begun else self.tr("No, leave the pause")
        self.set_far_button(Button(theme, no, Kind.NORMAL, name=f"{BEGIN_AGAIN_SHEET}_no_button"))
        self._show_day()

    def typed(self) -> Typed:
        """The day and the words."""
        return {"heard_on": self._day.day().isoformat(), "heard": self._heard.text()}

    def fill_typed(self, typed: Typed) -> None:
        """The same."""
        self._day.fill(date.fromisoformat(typed["heard_on"]))
        self._heard.fill(str(typed["heard"]))
        self._show_day()

    def _show_day(self) -> None:
        day = self._dates.short(self._day.day(), self._workspace.today)
        self._yes.set_words(self.tr("Yes, heard on {date}").format(date=day))
        self.fit()

    def _on_yes_clicked(self) -> None:
        self._day.interpretText()
        try:
            self._act(Heard(View.AGREES, self._day.day(), self._heard.words()))
        except KnownError as error:
            self._notice.show_sentence(self._workspace.sentence_for(error))
            self.fit()
        else:
            self.finish()


def end_pause(workspace: Workspace, window: QWidget, pause: Pause, label: str, ended: Callable[[], None]) -> None:
    """End a pause, or take back one to come; `ended` is called once it is so. One that is theirs asks first."""
    seq = pause.seq or 0

    def act(heard: Heard) -> None:
        workspace.do(label, resume, seq, heard)
        ended()

    if is_theirs_to_end(pause):
        BeginAgainSheet(workspace, window, pause, act).open()
    elif workspace.attempt(label, resume, seq, NOT_ASKED) is not None:
        ended()
