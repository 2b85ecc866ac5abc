"""The evening, and the morning: one thing at a time, by keyboard alone.

Each answer is written at once and the walk goes on by itself. It can be left at any place, and a lock in the middle
comes back to the same one.
"""

from datetime import date
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from trustplanner.actions import answers
from trustplanner.domain.answers import How, Value
from trustplanner.domain.change import Topic
from trustplanner.domain.evening import (
    LAST_STEP,
    StepKind,
    WalkKind,
    WalkStep,
    kind_at,
    step_after,
    step_before,
)
from trustplanner.domain.miss_steps import MissStep
from trustplanner.domain.today import DayRow
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column, is_low
from trustplanner.ui.kit.line_sheet import LineSheet
from trustplanner.ui.kit.miss_place import MissPlace
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.recorded_words import recorded_words
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.spread_row import SpreadRow
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.evening_page.end_step import EndStep
from trustplanner.ui.screens.evening_page.steps import ItemStep, QuestionStep, Step, TellStep
from trustplanner.ui.screens.evening_page.walk import Walk, read_walk
from trustplanner.ui.screens.evening_page.where import where_words

_APART: Final = "|"
_BELOW_LEAD, _ABOVE_WHERE, _BELOW_WHERE, _ABOVE_WAYS, _ROOM_FOR_TOAST = 18, 12, 12, 26, 50


class EveningPage(Page):
    """Detail: `evening` or `morning`, and after a lock the step behind it; without one the wall clock decides."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {
            Topic.PLAN,
            Topic.SAFETY,
            Topic.COMMITMENTS,
            Topic.ANSWERS,
            Topic.PATH,
            Topic.EVENTS,
            Topic.SETTINGS,
        }
    )
    parent_place = "today"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("evening_page")
        self._kind = kind_at(workspace.runner.now().local.time())
        self._here: WalkStep | None = None
        self._telling: int | None = None  # the row of this sitting, which a second choice corrects
        self._sheet: LineSheet | None = None
        self._goal: QWidget | None = None
        theme = workspace.theme
        self._head = QWidget()
        self._is_begun = False
        self._title = TextLabel(theme, role="title")
        self._lead = TextLabel(theme, role="body", color="ink_2")
        self._other = Button(theme, "", Kind.LINK, name="evening_other_button")
        self._other.clicked.connect(self._on_other_clicked)
        self._where = TextLabel(theme, role="label", color="ink_2")
        self._item = ItemStep(workspace)
        self._tell = TellStep(workspace)
        self._end = EndStep(workspace)
        self._questions: dict[str, QuestionStep] = {}
        self._steps = column()
        self._next = Button(theme, "", Kind.NORMAL, name="evening_next_button")
        self._before = Button(theme, "", Kind.QUIET, icon="chevron-left", name="evening_before_button")
        self._page = ScrollPage(theme)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        main = self._page.main
        titles = SpreadRow(gap=16, line_gap=0)
        titles.addWidget(self._title)
        titles.addWidget(self._other)
        head = column(self._head)
        head.addLayout(titles)
        head.addSpacing(4)
        head.addWidget(self._lead)
        head.addSpacing(_BELOW_LEAD)
        ways = WrappingRow(gap=16)
        ways.addWidget(self._next)
        ways.addWidget(self._before)
        main.addWidget(self.back_link("evening"), 0, Qt.AlignmentFlag.AlignLeading)
        main.addWidget(self._head)
        main.addSpacing(_ABOVE_WHERE)
        main.addWidget(self._where)
        main.addSpacing(_BELOW_WHERE)
        main.addLayout(self._steps)
        main.addSpacing(_ABOVE_WAYS)
        main.addLayout(ways)
        main.addSpacing(_ROOM_FOR_TOAST)
        for step in (self._item, self._tell, self._end):
            self._add_step(step)
        column(self).addWidget(self._page)

    def _add_step(self, step: Step) -> None:
        step.hide()
        step.go_on_requested.connect(self._go_on)
        self._steps.addWidget(step)

    def _connect(self) -> None:
        self._item.answered.connect(self._on_answered)
        self._item.clear_wanted.connect(self._on_clear_wanted)
        self._item.done_wanted.connect(self._on_done_wanted)
        self._item.done_taken_back.connect(self._on_done_taken_back)
        self._item.left_open.connect(self._on_left_open)
        self._tell.chosen.connect(self._on_how_chosen)
        self._tell.plan_requested.connect(self._on_plan_telling_requested)
        self._next.clicked.connect(self._on_next_clicked)
        self._before.clicked.connect(self._go_back)
        self._before.setToolTip(self.tr("The one before: Alt+Left"))
        for keys, slot in (("Alt+Left", self._go_back), ("Alt+Right", self._go_on)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # --- showing

    def show_detail(self, detail: str) -> None:
        """Begin, or go on where the person was."""
        kind, _, step = detail.partition(_APART)
        known = kind in set(WalkKind)
        self._kind = WalkKind(kind) if known else kind_at(self.workspace.runner.now().local.time())
        self._here = WalkStep.from_text(step)
        self._telling = None
        self.mark_stale()

    def detail(self) -> str:
        """Which of the two it is, and where in it the person is."""
        return self._kind if self._here is None else f"{self._kind}{_APART}{self._here.to_text()}"

    def refresh(self) -> None:
        """Show the step as it stands now; one that is gone leads to what is open."""
        walk = self._read()
        self._show(walk, self._here if self._here in walk.steps else self._nearest(walk))

    def _read(self) -> Walk:
        return read_walk(self.workspace, self._kind)

    def _nearest(self, walk: Walk) -> WalkStep:
        """What a step that is gone belonged to; where nothing is left of it, the first thing that is open."""
        here = self._here
        if here is not None and here.kind is StepKind.TELL:
            item = WalkStep(StepKind.ITEM, here.key, here.day)
            if item in walk.steps:
                return item
        return step_after(walk.steps, None, walk.is_through)

    def _show(self, walk: Walk, step: WalkStep) -> None:
        had_focus = self._has_focus_inside()
        has_moved, self._here = step != self._here, step
        words = self.workspace.catalogue.evening()
        walk_words = words.evening if walk.kind is WalkKind.EVENING else words.morning
        self._title.set_text(walk_words.title)
        self._lead.set_text(walk_words.lead)
        is_evening = walk.kind is WalkKind.EVENING
        self._other.set_words(self.tr("The morning instead") if is_evening else self.tr("The evening instead"))
        where = where_words(self, walk, step)
        self._where.set_text(where)
        self._where.setVisible(bool(where))
        shown = self._step_widget(walk, step)
        for each in (self._item, self._tell, self._end, *self._questions.values()):
            each.setVisible(each is shown)
        self._next.set_words(self._next_words(walk, step))
        self._before.set_words(self.tr("One back"))
        self._is_begun = step_before(walk.steps, step) is not None
        self._before.setVisible(self._is_begun)
        self._show_head()
        self._goal = (
            None if step == LAST_STEP else shown
        )  # at the end Enter leads nowhere, so that one too many is none
        if has_moved:
            self._telling = None
            self._page.verticalScrollBar().setValue(0)
        if had_focus and (has_moved or not self._has_focus_inside()):
            self._focus_step()

    def _show_head(self) -> None:
        """In a low window it gives its place to the question, once it has been read."""
        self._head.setVisible(not (self._is_begun and is_low(self.workspace.theme, self.window().height())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The head comes back where there is room for it."""
        super().resizeEvent(event)
        self._show_head()

    def _step_widget(self, walk: Walk, step: WalkStep) -> Step:
        row = walk.row(step)
        if step.kind is StepKind.ITEM and row is not None:
            self._item.show_row(row)
            return self._item
        if step.kind is StepKind.TELL and row is not None:
            self._tell.show_row(row)
            return self._tell
        if step.kind is StepKind.QUESTION:
            return self._question(walk, step.key)
        self._end.show_walk(walk)
        return self._end

    def _question(self, walk: Walk, code: str) -> QuestionStep:
        if code not in self._questions:
            self._questions[code] = QuestionStep(self.workspace, walk.prompts[code])
            self._add_step(self._questions[code])
        self._questions[code].show_day(walk.view.today)
        return self._questions[code]

    def _next_words(self, walk: Walk, step: WalkStep) -> str:
        match step.kind:
            case StepKind.ITEM if not walk.is_through(step):
                return self.tr("Leave it open")
            case StepKind.END:
                return self.tr("To Today")
            case _:
                return self.tr("Go on")

    # --- focus

    def _has_focus_inside(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def _focus_step(self) -> None:
        """Go to what the step asks for, with a ring: keys act there."""
        if self._sheet is not None or not self.isVisible():
            return
        self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if self._goal is None:
            super().setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._goal.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def setFocus(self, _reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason, /) -> None:  # noqa: N802  (Qt's name)
        """Go to what the step asks for."""
        self._focus_step()

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, at any place; nothing is lost by it."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_requested.emit(Destination("back"))
        else:
            super().keyPressEvent(event)

    # --- going

    def _go_on(self) -> None:
        if self._here is None or not self._has_saved():
            return
        walk = self._read()
        self._show(walk, step_after(walk.steps, self._here, walk.is_through))

    def _go_back(self) -> None:
        if self._here is None or not self._has_saved():
            return
        walk = self._read()
        before = step_before(walk.steps, self._here)
        if before is not None:
            self._show(walk, before)

    def _on_next_clicked(self) -> None:
        if self._here == LAST_STEP:
            self.go_requested.emit(Destination("today"))
        elif self._here is not None and self._here.kind is StepKind.ITEM and not self._read().is_through(self._here):
            self._on_left_open()
        else:
            self._go_on()

    def _on_other_clicked(self) -> None:
        is_evening = self._kind is WalkKind.EVENING
        self.show_detail(WalkKind.MORNING if is_evening else WalkKind.EVENING)
        self._focus_step()

    def _has_saved(self) -> bool:
        return all(step.field.try_to_leave() for step in self._questions.values())

    def save_typing(self) -> None:
        """Write what is typed in the questions.

        Raises:
            KnownError: it could not be written.
        """
        for step in self._questions.values():
            step.field.save_typing()

    # --- answering

    def _row(self) -> DayRow | None:
        return None if self._here is None else self._read().row(self._here)

    def _on_answered(self, chosen: str) -> None:
        row, value = self._row(), Value(chosen)
        if row is None:
            return
        if self.workspace.attempt(self.tr("answer"), answers.write, *row.key, value) is None:
            return
        self._say_recorded(row, value)
        if value is Value.MISSED and row.commitment.is_line:
            self._open_line_sheet(row.item.day)
        else:
            self._go_on()

    def _say_recorded(self, row: DayRow, value: Value) -> None:
        partly = self.workspace.catalogue.today().quiet.partly
        self.workspace.recorded.emit(recorded_words(value, row.commitment.title, partly))

    def _on_clear_wanted(self) -> None:
        row = self._row()
        if row is not None and self.workspace.attempt(self.tr("clearing an answer"), answers.clear, *row.key):
            self._say_recorded(row, Value.TAKEN_BACK)

    def _on_done_wanted(self) -> None:
        row, today = self._row(), self.workspace.today
        if row is None:
            return
        if self.workspace.attempt(self.tr("done-day"), answers.mark_done, row.commitment.id, today) is not None:
            words = self.tr("Recorded: {done} of {times}.")
            self.workspace.recorded.emit(words.format(done=row.item.done + 1, times=row.item.times))
            self._go_on()

    def _on_done_taken_back(self) -> None:
        row, today = self._row(), self.workspace.today
        label = self.tr("taking back a done-day")
        if row is not None and self.workspace.attempt(label, answers.take_back_done, row.commitment.id, today):
            self._say_recorded(row, Value.TAKEN_BACK)

    def _on_left_open(self) -> None:
        self.workspace.told.emit(self.workspace.catalogue.evening().left_open)
        self._go_on()

    def _on_how_chosen(self, chosen: str) -> None:
        row = self._row()
        if row is None:
            return
        label = self.tr("how a miss came out")
        done = self.workspace.attempt(label, answers.tell, *row.key, How(chosen), completes=self._telling)
        if done is None:
            self.refresh()
        else:
            self._telling = done.result.seq

    def _on_plan_telling_requested(self) -> None:
        row = self._row()
        if row is not None:
            self.go_requested.emit(MissPlace(*row.key, MissStep.TELL).on_today())

    # --- the line that must not be crossed

    def _open_line_sheet(self, day: date) -> None:
        sheet = LineSheet(self.workspace, self.window(), day)
        sheet.go_requested.connect(self.go_requested)
        sheet.closed.connect(self._on_sheet_closed)
        self._sheet = sheet
        sheet.open()

    def _on_sheet_closed(self) -> None:
        self._sheet = None
        if self.isVisible():
            self._go_on()
            self._focus_step()
