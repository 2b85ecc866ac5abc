"""One promise of one day: its sentence, its answer, and what stands below."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.texts import Voice
from trustplanner.domain.items import Outcome
from trustplanner.domain.miss_steps import MissStep, next_step
from trustplanner.domain.today import DayRow
from trustplanner.ui.kit.answer_row import AnswerRow
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel, promise_runs
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.promise_words import promise_words
from trustplanner.ui.kit.scroll_page import SEEN_TOGETHER
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.today_page.day_state import RowState
from trustplanner.ui.screens.today_page.day_words import DayWords
from trustplanner.ui.screens.today_page.follow_up_line import FollowUpLine
from trustplanner.ui.screens.today_page.miss_words import MissWords
from trustplanner.ui.screens.today_page.row_beside import RowBeside
from trustplanner.ui.screens.today_page.row_beside_state import NOTHING, Beside

BELOW_PROMISE = 8
BELOW_ANSWERS, BELOW_FOLLOW_UP = 3, 3
UNANSWERED = (Outcome.OPEN, Outcome.UNANSWERED)


class PromiseRow(QWidget):
    """Shows what is recorded and passes on what a person wants.

    `answered` carries the row and the answer, the others the row; `step_wanted` carries it with a `MissStep` or None,
    `wished` with a `RowWish`.
    """

    answered = Signal(object, str)
    clear_wanted = Signal(object)
    done_wanted = Signal(object)
    done_taken_back = Signal(object)
    yesterday_wanted = Signal(object)
    step_wanted = Signal(object, object)
    wished = Signal(object, str)
    next_wanted = Signal(object)
    previous_wanted = Signal(object)

    def __init__(self, workspace: Workspace, words: DayWords, misses: MissWords) -> None:
        super().__init__()
        self._workspace = workspace
        self._words = words
        self._miss_words = misses
        self._shown: RowState | None = None
        self._shown_as: tuple[RowState, date, date, Voice] | None = None
        self._step: MissStep | None = None
        self._beside: RowBeside | None = None
        self.beside = NOTHING
        theme = workspace.theme
        self.setObjectName("today_row")
        self.setProperty(SEEN_TOGETHER, True)
        self._promise = TextLabel(theme, role="promise")
        self.answer_row = AnswerRow(theme, "", "today")
        self.answer_row.setProperty(SEEN_TOGETHER, True)
        self._follow_up = FollowUpLine(theme)
        self._captions = TextLabel(theme, role="small", color="ink_3")
        self._yesterday = Button(theme, "", Kind.LINK, name="today_yesterday_button")
        self._below = layout = column(self)
        layout.addWidget(self._promise)
        layout.addSpacing(BELOW_PROMISE)
        layout.addWidget(self.answer_row)
        layout.addSpacing(BELOW_ANSWERS)
        layout.addWidget(self._follow_up)
        layout.addSpacing(BELOW_FOLLOW_UP)
        layout.addWidget(self._captions)
        layout.addWidget(self._yesterday, 0, Qt.AlignmentFlag.AlignLeading)
        self._connect()

    def _connect(self) -> None:
        row = self.answer_row
        row.answer_chosen.connect(lambda value: self.answered.emit(self, value))
        row.clear_requested.connect(lambda: self.clear_wanted.emit(self))
        row.done_chosen.connect(lambda: self.done_wanted.emit(self))
        row.done_taken_back.connect(lambda: self.done_taken_back.emit(self))
        row.next_row_requested.connect(lambda: self.next_wanted.emit(self))
        row.previous_row_requested.connect(lambda: self.previous_wanted.emit(self))
        self._yesterday.clicked.connect(lambda: self.yesterday_wanted.emit(self))
        self._follow_up.link_activated.connect(lambda: self.step_wanted.emit(self, self._step))

    @property
    def shown(self) -> DayRow:
        """What stands in the row.

        Raises:
            LookupError: nothing was shown yet.
        """
        if self._shown is None:
            raise LookupError
        return self._shown.row

    def show_state(self, state: RowState, day: date) -> None:
        """Show one item as it stands on `day`."""
        now = (state, day, self._workspace.today, self._workspace.voice)
        if now == self._shown_as:
            return
        self._shown, self._shown_as = state, now
        row = state.row
        promise = promise_words(row.terms, self._workspace.voice.name)
        self._promise.set_text(promise_runs(*promise))
        self.answer_row.set_promise_text(promise.whole)
        self.show_answer(state, day)
        self._show_follow_up(state)
        captions = self._words.captions(row, state.answer, day)
        self._captions.set_text("\n".join(captions))
        self._captions.setVisible(bool(captions))
        self._yesterday.set_words(self._words.yesterday_too(row))
        self._yesterday.setAccessibleDescription(promise.whole)
        self._yesterday.setVisible(row.may_add_yesterday)

    def show_beside(self, beside: Beside) -> bool:
        """Show what stands below the row, if anything; returns whether its widgets had to be made."""
        self.beside = beside
        is_new = self._beside is None and beside != NOTHING
        if is_new:
            self._beside = RowBeside(self._workspace)
            self._beside.wished.connect(lambda wish: self.wished.emit(self, wish))
            self._below.addWidget(self._beside)
        if self._beside is not None:
            self._beside.setVisible(beside != NOTHING)
            self._beside.show_beside(beside, self._promise.text(), self._workspace.voice)
        return is_new

    def show_answer(self, state: RowState, day: date) -> None:
        """Show only the answer of an item that stands here already; `show_state` shows the rest."""
        row, answer_row = state.row, self.answer_row
        if row.is_running:
            question = self._words.done_question(day)
            answer_row.set_progress(self._words.progress(row.item), done_today=row.done_on_day, question=question)
            answer_row.set_note("")
            return
        answer_row.set_progress(None)
        chosen = None if row.item.outcome in UNANSWERED else row.item.outcome.value
        answer_row.set_chosen(chosen, self._words.time_written(row.item, state.answer, day))

    def _show_follow_up(self, state: RowState) -> None:
        miss = state.row.miss
        self._follow_up.setVisible(miss is not None)
        if miss is None:
            return
        if state.row.commitment.is_line:
            self._follow_up.show_miss("", self._miss_words.line_crossed(), self._miss_words.line_link())
            return
        self._step = next_step(miss.how, state.review)
        mark = "" if miss.how is None else miss.how.value
        self._follow_up.show_miss(mark, self._miss_words.telling(miss), self._miss_words.link_to(self._step, miss.how))

    def focus_row(self) -> None:
        """Go to the place in the row at which Tab would enter, with a ring: keys act there."""
        self.answer_row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # also where the focus was here before
        self.answer_row.update()

    def has_focus_inside(self) -> bool:
        """Whether the focus is anywhere in the row."""
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)
