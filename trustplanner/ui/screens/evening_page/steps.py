"""What one step of the walk shows: an item with its answers, how a miss came out, a question of the day."""

from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from trustplanner.content.misses import offered
from trustplanner.content.path import Prompt
from trustplanner.domain.answers import How
from trustplanner.domain.items import Outcome
from trustplanner.domain.path import PromptForm
from trustplanner.domain.plans import Contact
from trustplanner.domain.today import DayRow
from trustplanner.ui.kit.answer_row import AnswerRow
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.enter_goes_on import EnterGoesOn
from trustplanner.ui.kit.labels import TextLabel, promise_runs
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.option_list import ListedOption, OptionList
from trustplanner.ui.kit.promise_words import promise_words
from trustplanner.ui.kit.prompt_field import PromptField
from trustplanner.ui.kit.workspace import Workspace

_BELOW_TITLE: Final = 6
_ABOVE_ANSWERS: Final = 10
_ABOVE_NOTE: Final = 8
_OPEN: Final = (Outcome.OPEN, Outcome.UNANSWERED)


class Step(QWidget):
    """One step; `go_on_requested` says that the person is done with it, whatever was answered."""

    go_on_requested = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.column = column(self)
        self.enter = EnterGoesOn(self)
        self.enter.pressed.connect(self.go_on_requested)


class ItemStep(Step):
    """K, P, M and N answer. While a week or month runs, K adds today, and M and N leave it open."""

    answered = Signal(str)
    clear_wanted = Signal()
    done_wanted = Signal()
    done_taken_back = Signal()
    left_open = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        theme = workspace.theme
        self._dates = DateWords()
        self._promise = TextLabel(theme, role="promise")
        self.answer_row = AnswerRow(theme, "", "evening")
        self._note = TextLabel(theme, role="small", color="ink_3")
        self.column.addWidget(self._promise)
        self.column.addSpacing(_ABOVE_ANSWERS)
        self.column.addWidget(self.answer_row)
        self.column.addSpacing(_ABOVE_NOTE)
        self.column.addWidget(self._note)
        self.answer_row.answer_chosen.connect(self.answered)
        self.answer_row.clear_requested.connect(self.clear_wanted)
        self.answer_row.done_chosen.connect(self.done_wanted)
        self.answer_row.done_taken_back.connect(self.done_taken_back)
        self.enter.watch(self.answer_row)
        self.setFocusProxy(self.answer_row)
        self._is_running = self._is_open = False

    def show_row(self, row: DayRow) -> None:
        """Show one item as it stands."""
        self._is_running, self._is_open = row.is_running, not row.is_answered
        promise = promise_words(row.terms, self.workspace.voice.name)
        self._promise.set_text(promise_runs(*promise))
        self.answer_row.set_promise_text(promise.whole)
        if row.is_running:
            words = self.tr("{done} of {times} so far").format(done=row.item.done, times=row.item.times)
            self.answer_row.set_progress(words, done_today=row.done_on_day)
        else:
            self.answer_row.set_progress(None)
            self.answer_row.set_chosen(None if row.item.outcome in _OPEN else row.item.outcome.value)
        note = self._running_note(row) if row.is_running else ""
        self._note.set_text(note)
        self._note.setVisible(bool(note))

    def _running_note(self, row: DayRow) -> str:
        until = self._dates.long(row.item.day, self.workspace.today)
        said = self.tr("Until {day}.").format(day=until)
        return f"{said} {self.workspace.catalogue.evening().running_note}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """M and N in a week or month that runs: both do what the button does, and write nothing."""
        letters = (self.tr("M", "key: missed"), self.tr("N", "key: not applicable"))
        if not self._is_running or event.text().upper() not in letters:
            super().keyPressEvent(event)
        elif self._is_open:
            self.left_open.emit()
        else:
            self.go_on_requested.emit()


class TellStep(Step):
    """Whether they know yet: a number chooses, and the five steps can wait.

    While it is not told, one line that is enough and, as on Today, the way to plan it; without contact neither.
    """

    chosen = Signal(str)
    plan_requested = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        theme = workspace.theme
        self._promise = TextLabel(theme, role="body", color="ink_2")
        self._question = TextLabel(theme, role="heading")
        self._telling = QWidget()
        self._lead = TextLabel(theme, color="ink_2")
        self._example = TextLabel(theme, role="aside")
        self._place = column()
        plan = workspace.catalogue.today().miss.plan_telling
        self._plan = Button(theme, plan, Kind.LINK, name="evening_plan_telling_button")
        self._plan.clicked.connect(self.plan_requested)
        self._options: OptionList | None = None
        self._offered: tuple[How, ...] = ()
        self._voice = workspace.voice
        self._lay_out()

    def _lay_out(self) -> None:
        note = self.workspace.catalogue.evening().tell_note
        telling = column(self._telling)
        telling.addSpacing(_ABOVE_ANSWERS)
        telling.addWidget(self._lead)
        telling.addWidget(self._example)
        self.column.addWidget(self._question)
        self.column.addSpacing(_BELOW_TITLE)
        self.column.addWidget(self._promise)
        self.column.addWidget(self._telling)
        self.column.addSpacing(_ABOVE_ANSWERS)
        self.column.addLayout(self._place)
        self.column.addWidget(self._plan, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addSpacing(_ABOVE_NOTE)
        self.column.addWidget(TextLabel(self.workspace.theme, note, role="small", color="ink_3"))

    def show_row(self, row: DayRow) -> None:
        """Show how the miss of this row came out, as far as it is said."""
        how = None if row.miss is None else row.miss.how
        voice = self.workspace.voice
        self._question.set_text(self.workspace.catalogue.today().miss.question.said_to(voice))
        title = self.tr("Missed: “{title}”").format(title=row.commitment.title)
        self._promise.set_text(title)
        self._show_telling(how)
        choices = offered(voice.contact, how)
        if self._options is None or (choices, voice) != (self._offered, self._voice):
            self._make_options(choices)
        if self._options is not None:
            self._options.set_chosen(None if how is None else how.value)

    def _show_telling(self, how: How | None) -> None:
        voice, words = self.workspace.voice, self.workspace.catalogue.miss_steps().tell
        may_tell = voice.contact is not Contact.NONE
        self._lead.set_text(words.lead.said_to(voice))
        self._example.set_text(words.example.said_to(voice))
        self._telling.setVisible(may_tell and how in (None, How.NOT_YET))
        self._plan.setVisible(may_tell and how is How.NOT_YET)

    def _make_options(self, choices: tuple[How, ...]) -> None:
        self._offered, self._voice = choices, self.workspace.voice
        if self._options is not None:
            self._place.removeWidget(self._options)
            self._options.hide()
            self._options.deleteLater()
        words = self.workspace.catalogue.miss_steps().tell.options
        listed = [ListedOption(how.value, words[how].label.said_to(self._voice), how.value) for how in choices]
        self._options = OptionList(self.workspace.theme, listed, name="evening_how_list", label=self._question.text())
        self._options.option_chosen.connect(self.chosen)
        self.enter.watch(self._options)
        self._place.addWidget(self._options)
        self._options.show()
        self.setFocusProxy(self._options)


class QuestionStep(Step):
    """One of the questions of the day, the same as on the path."""

    def __init__(self, workspace: Workspace, prompt: Prompt) -> None:
        super().__init__(workspace)
        theme, words = workspace.theme, workspace.catalogue.evening()
        self._prompt = prompt
        self._title = TextLabel(theme, role="heading")
        self._instruction = TextLabel(theme, role="body", color="ink_2")
        self.field = PromptField(workspace, prompt, f"evening_{prompt.code}_field")
        self.field.go_on_requested.connect(self.go_on_requested)
        note = words.scale_note if prompt.form is PromptForm.SCALE else words.question_note
        self.column.addWidget(self._title)
        self.column.addSpacing(_BELOW_TITLE)
        self.column.addWidget(self._instruction)
        self.column.addSpacing(_ABOVE_ANSWERS)
        self.column.addWidget(self.field)
        self.column.addSpacing(_ABOVE_NOTE)
        self.column.addWidget(TextLabel(theme, note, role="small", color="ink_3"))
        self.setFocusProxy(self.field)

    def show_day(self, day: date) -> None:
        """Show what is written for this day."""
        voice = self.workspace.voice
        self._title.set_text(self._prompt.title.said_to(voice))
        self._instruction.set_text(self._prompt.instruction.said_to(voice))
        self.field.show_answer(day)
