"""The answer row: one promise of one day, answered with one press. The heart of the program.

The row shows what is recorded and nothing else: a press only tells the row's owner, who writes it down and then calls
`set_chosen`. So an answer that could not be written never looks as if it were.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from trustplanner.ui.kit.answer_row_plan import (
    HEIGHT,
    SPACE_AROUND_PROGRESS,
    RowPlan,
    SegmentsPlan,
    plan_of_answers,
    plan_of_done_days,
    plan_of_row,
)
from trustplanner.ui.kit.answer_segment import AnswerSegment
from trustplanner.ui.kit.boxes import Box, Part, chosen_width, control_radius, paint_joined, resting_box
from trustplanner.ui.kit.joined_grid import bounds
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.marks import Mark
from trustplanner.ui.kit.painted_button import OneTabStop, Role, spoken, take_focus
from trustplanner.ui.kit.theme import Theme

WIDEST = 1 << 16


class AnswerRow(OneTabStop):
    """Kept, partly, missed, not applicable; or, while a week or month runs, one done-day.

    With `set_progress` the row asks "Done today" until the period has ended. `answer_chosen` carries `kept`, `partly`,
    `missed` or `not_applicable`, never the value that is chosen already. Keys act in the row that holds the focus:
    K P M N answer, Delete asks to clear, Left and Right move, Up and Down ask for the rows around.
    """

    answer_chosen = Signal(str)
    clear_requested = Signal()
    done_chosen = Signal()
    done_taken_back = Signal()
    previous_row_requested = Signal()
    next_row_requested = Signal()

    def __init__(self, theme: Theme, promise_text: str, object_name_prefix: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._promise_text = promise_text
        self._chosen: str | None = None
        self._reason = ""
        self._progress: str | None = None
        self._is_done_today = False
        self._plans: dict[int, RowPlan] = {}  # by width: a layout asks for a few of them again and again
        self._grids: dict[int, SegmentsPlan] = {}  # by width: an answer moves nothing but its note
        self._answers = self._make_answers()
        self._done = AnswerSegment(
            theme, self, Role.CHECK_BOX, "done", self.tr("Done today"), self.tr("K", "key: kept"), Mark.KEPT
        )
        self._take_back = AnswerSegment(theme, self, Role.BUTTON, "take_back", self.tr("Take back"), "", None)
        self._progress_label = TextLabel(theme, role="control", color="ink_2", parent=self)
        self._note_label = TextLabel(theme, role="small", color="ink_3", wraps=False, parent=self)
        self._reason_label = TextLabel(theme, role="small", color="ink_3", parent=self)
        for segment in (*self._answers, self._done, self._take_back):
            segment.setObjectName(f"{object_name_prefix}_{segment.value}_button")
            segment.activated.connect(self._on_segment_activated)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._forget_plans)
        self._show_state()

    def _make_answers(self) -> tuple[AnswerSegment, ...]:
        words = (
            (Mark.KEPT, self.tr("Kept"), self.tr("K", "key: kept")),
            (Mark.PARTLY, self.tr("Partly"), self.tr("P", "key: partly")),
            (Mark.MISSED, self.tr("Missed"), self.tr("M", "key: missed")),
            (Mark.NOT_APPLICABLE, self.tr("Not applicable"), self.tr("N", "key: not applicable")),
        )
        return tuple(
            AnswerSegment(self.theme, self, Role.RADIO, mark.value, word, key, mark) for mark, word, key in words
        )

    # --- what the owner sets; none of it emits

    @property
    def chosen(self) -> str | None:
        """The recorded answer that is shown."""
        return self._chosen

    def set_chosen(self, value: str | None, note: str | None = None) -> None:
        """Show the recorded answer, None for none; with `note` what stands beside it as well.

        Raises:
            ValueError: no such answer.
        """
        if value is not None and value not in {segment.value for segment in self._answers}:
            raise ValueError(value)
        said = self._note_label.text() if note is None else note
        if (value, said) != (self._chosen, self._note_label.text()):
            self._chosen = value
            self._note_label.set_text(said)
            self._show_state()

    def set_progress(self, progress: str | None, *, done_today: bool = False, question: str = "") -> None:
        """While a period runs, ask "Done today" and say `progress` ("1 of 3 so far"); None asks the four answers.

        `question` replaces "Done today" where another day is looked at.
        """
        word = question or self.tr("Done today")
        if (progress, done_today, word) == (self._progress, self._is_done_today, self._done.word):
            return
        self._progress = progress
        self._is_done_today = done_today
        self._done.word = word
        self._show_state()

    def set_enabled_reason(self, reason: str | None) -> None:
        """Say under the row why it cannot be answered (not begun, in the future); None: it can."""
        self._reason = reason or ""
        self._show_state()

    def set_note(self, note: str) -> None:
        """Say beside the row when the answer was written: "07:52", "written Thu 14 May"; empty for nothing."""
        if note != self._note_label.text():
            self._note_label.set_text(note)
            self._show_state()

    def set_promise_text(self, promise_text: str) -> None:
        """The promise that the names of the segments carry for screen readers."""
        if promise_text != self._promise_text:
            self._promise_text = promise_text
            self._show_state()

    # --- showing

    def _segments(self) -> tuple[AnswerSegment, ...]:
        return (*self._answers, self._done, self._take_back)

    def _shown_segments(self) -> tuple[AnswerSegment, ...]:
        if self._progress is None:
            return self._answers
        return (self._done, self._take_back) if self._is_done_today else (self._done,)

    def _is_settled(self) -> bool:
        """Whether nothing is asked any more: the row steps back."""
        return self._is_done_today if self._progress is not None else self._chosen is not None

    def _show_state(self) -> None:
        shown = self._shown_segments()
        is_settled = self._is_settled()
        self._plans.clear()
        self._show_checks()
        for segment in self._segments():
            segment.set_look(shows_key=not is_settled and not self._reason, has_stepped_back=is_settled)
            segment.setEnabled(not self._reason)
        self._progress_label.set_text(self._progress or "")
        self._reason_label.set_text(self._reason)
        self._show_only(shown)
        self._set_walk(shown)
        self._arrange()
        self.updateGeometry()
        self.update()

    def _show_checks(self) -> None:
        for segment in self._segments():
            segment.show_checked(segment.value == self._chosen or (segment is self._done and self._is_done_today))

    def _describe_buttons(self) -> None:
        super()._describe_buttons()
        for segment in self._shown_segments():
            name = f"{segment.word}. {self._promise_text}"
            if name != segment.accessibleName():
                segment.setAccessibleName(name)

    def _description(self, place: str) -> str:
        return spoken(super()._description(place), self._progress, self._note_label.text(), self._reason)

    def _show_only(self, shown: tuple[AnswerSegment, ...]) -> None:
        """Hide the other segments; when one of them holds the focus, it moves within the row first."""
        loses_focus = any(segment.hasFocus() and segment not in shown for segment in self._segments())
        for segment in shown:
            segment.show()
        if loses_focus:
            checked = (segment for segment in shown if segment.isChecked())
            take_focus(next(checked, shown[0]))
        for segment in self._segments():
            segment.setVisible(segment in shown)
        self._progress_label.setVisible(self._progress is not None)
        self._note_label.setVisible(bool(self._note_label.text()))
        self._reason_label.setVisible(bool(self._reason))

    # --- geometry

    def _plan(self, width: int) -> RowPlan:
        if width not in self._plans:
            self._plans[width] = self._plan_anew(width)
        return self._plans[width]

    def _plan_anew(self, width: int) -> RowPlan:
        segments = self._grid(width)
        note = self._note_label.sizeHint() if self._note_label.text() else QSize()
        reason_height = self._reason_label.heightForWidth if self._reason else None
        return plan_of_row(segments, note, width, reason_height)

    def _grid(self, width: int) -> SegmentsPlan:
        if self._progress is not None:
            return self._grid_of_done_days(width)
        if width not in self._grids:
            needed = tuple(segment.needed_width for segment in self._answers)
            self._grids[width] = plan_of_answers(self.theme, needed, width)
        return self._grids[width]

    def _grid_of_done_days(self, width: int) -> SegmentsPlan:
        progress = self._progress_label
        return plan_of_done_days(
            self.theme,
            self._done.needed_width,
            self._take_back.needed_width if self._is_done_today else 0,
            progress.sizeHint().width(),
            width,
            progress.heightForWidth,
        )

    def _forget_plans(self) -> None:
        self._plans.clear()
        self._grids.clear()

    def _arrange(self) -> None:
        plan = self._plan(self.width())
        for segment, rect in zip(self._shown_segments(), plan.segments.parts, strict=True):
            segment.setGeometry(self._visual(rect))
        space = self.theme.px(SPACE_AROUND_PROGRESS)
        self._progress_label.setGeometry(self._visual(plan.segments.progress.adjusted(space, 0, -space, 0)))
        self._note_label.setGeometry(self._visual(plan.note))
        self._reason_label.setGeometry(self._visual(plan.reason))

    def sizeHint(self) -> QSize:
        """One row of segments with the note beside it."""
        plan = self._plan(WIDEST)
        width = max(plan.segments.frame.width(), plan.note.right() + 1)
        return QSize(width, plan.height)

    def minimumSizeHint(self) -> QSize:
        """One segment below the other."""
        plan = self._plan(0)
        return QSize(plan.segments.frame.width(), self.theme.px(HEIGHT))

    def heightForWidth(self, width: int) -> int:
        """Pixels at this width."""
        return self._plan(width).height

    # --- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame and all segments, because they share one outline."""
        painter = QPainter(self)
        shown = self._shown_segments()
        parts = [segment.part for segment in shown]
        frame = bounds([part.rect for part in parts])
        if self._progress is not None:
            space = self.theme.px(SPACE_AROUND_PROGRESS)
            words = self._progress_label.geometry().adjusted(-space, 0, space, 0)
            parts.append(Part(words, None, is_chosen=False, shows_focus=False))
            frame = frame.united(words)
        gives_way = self._is_settled() or bool(self._reason)
        border = resting_box(self.theme, None, border="rule" if gives_way else "edge")
        chosen = Box("wash", "accent", chosen_width(self.theme), control_radius(self.theme))
        paint_joined(painter, frame, parts, self.theme, border=border, chosen=chosen)
        for segment in shown:
            segment.paint_content(painter)

    # --- what a person does

    def _on_segment_activated(self) -> None:
        segment = self.sender()
        self._show_checks()  # a screen reader's "toggle" has unchecked the recorded answer
        if isinstance(segment, AnswerSegment):
            self._press(segment)

    def _press(self, segment: AnswerSegment) -> None:
        if self._reason or segment.isChecked():
            return
        if segment is self._done:
            self.done_chosen.emit()
        elif segment is self._take_back:
            self.done_taken_back.emit()
        else:
            self.answer_chosen.emit(segment.value)
        self._follow_press(segment)

    def _follow_press(self, segment: AnswerSegment) -> None:
        """The focus goes where was pressed, once the answer is shown, unless it has gone on to another row."""
        if self._holds_focus() and segment in self._shown_segments():
            take_focus(segment)
        else:
            self._settle_tab_stop()

    def _holds_focus(self) -> bool:
        return any(segment.hasFocus() for segment in self._segments())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the row that holds the focus; every other key goes on to the page."""
        if event.isAutoRepeat() or not self._act_on_key(event):
            super().keyPressEvent(event)

    def _act_on_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        step = self._sideways_step(event.key())
        by_letter = {segment.key: segment for segment in self._shown_segments() if segment.key}
        letter = event.text().upper()
        if step:
            self._move_focus(step)
        elif event.key() == Qt.Key.Key_Up:
            self.previous_row_requested.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.next_row_requested.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._ask_to_clear()
        elif letter in by_letter:
            self._press(by_letter[letter])
        else:
            return False
        return True

    def _ask_to_clear(self) -> None:
        if self._reason:
            return
        if self._progress is not None and self._is_done_today:
            self.done_taken_back.emit()
        elif self._progress is None and self._chosen is not None:
            self.clear_requested.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The way to clear an answer for people who work with the mouse."""
        if self._reason or not self._is_settled():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = self.tr("Clear this answer") if self._progress is None else self.tr("Take back")
        menu.addAction(words).triggered.connect(self._ask_to_clear)
        menu.popup(event.globalPos())
