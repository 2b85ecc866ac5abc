"""The middle of the page: one question, and room to write."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.path import Prompt
from trustplanner.domain.path import PathAnswer, Rhythm
from trustplanner.domain.today import DAY
from trustplanner.storage.queries.path import days_written
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.path_page.day_line import DayLine
from trustplanner.ui.screens.path_page.desk import Desk
from trustplanner.ui.screens.path_page.view import PathView
from trustplanner.ui.screens.path_page.words import PathWords

_HEADING_GAP, _TITLE_GAP, _DAY_GAP, _DESK_GAP, _NOTES_GAP, _CLOSING_GAP = 12, 6, 4, 20, 14, 16


class Question(QWidget):
    """Shows one question. `day_chosen` carries the day of another answer to it."""

    go_on_requested = Signal()
    day_chosen = Signal(object)
    go_requested = Signal(object)

    def __init__(self, workspace: Workspace, words: PathWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._words = words
        theme = workspace.theme
        self.heading = TextLabel(theme, role="label", color="ink_2")
        self.heading.setObjectName("path_heading_label")
        self.title = TextLabel(theme, role="title")
        self.title.setObjectName("path_title_label")
        self.instruction = TextLabel(theme, role="body", color="ink_2")
        self.day_line = DayLine(workspace, words)
        self.day_line.day_chosen.connect(self.day_chosen)
        self.day_line.session_date_requested.connect(self._on_session_date_requested)
        self.desk = Desk(workspace, words)
        self.desk.go_on_requested.connect(self.go_on_requested)
        self.desk.go_requested.connect(self.go_requested)
        self.closing = TextLabel(theme, role="body", color="ink_2")
        self.closing.setObjectName("path_closing_label")
        self._closing_part = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        self._column = column(self)
        self._column.addWidget(self.heading)
        self._column.addSpacing(_HEADING_GAP)
        self._column.addWidget(self.title)
        self._column.addSpacing(_TITLE_GAP)
        self._column.addWidget(self.instruction)
        self._column.addSpacing(_DAY_GAP)
        self._column.addWidget(self.day_line)
        self._column.addSpacing(_DESK_GAP)
        self._column.addWidget(self.desk)
        self.notes_place = column()
        self._column.addLayout(self.notes_place)
        self._column.addStretch(1)
        above_closing = column(self._closing_part)
        above_closing.addSpacing(_CLOSING_GAP)
        above_closing.addWidget(self.closing)
        self._column.addWidget(self._closing_part)

    def show_question(self, prompt: Prompt, on: date | None, answer: PathAnswer | None, view: PathView) -> None:
        """Show a question with its answer of `on`; the room stays if it is open already."""
        voice = self.workspace.voice
        self.heading.set_text(self._words.heading(prompt, view))
        self.title.set_text(prompt.title.said_to(voice))
        self.instruction.set_text(prompt.instruction.said_to(voice))
        self.day_line.show_day(prompt, on, view, self._days_to_go_to(prompt, on))
        self._show_answer(prompt, on, answer)
        self.closing.set_text(self._words.all_through(prompt, view.round_of(prompt.code)))
        self._closing_part.setVisible(bool(self.closing.text()))

    def set_narrow(self, *, is_narrow: bool) -> None:
        """In a narrow window the line with the menu says where this is."""
        self.heading.setVisible(not is_narrow)
        self.notes_place.setContentsMargins(0, _NOTES_GAP if is_narrow else 0, 0, 0)

    def put_in_tab_order(self, after: Sequence[QWidget]) -> None:
        """Tab walks through the room, whenever it was made, then through `after`."""
        room = self.desk.room
        if room is None:
            return
        inside = [widget for widget in room.findChildren(QWidget) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
        inside.sort(key=lambda widget: _place(widget, self))
        for first, second in pairwise([*inside, *after]):
            QWidget.setTabOrder(first, second)

    def _days_to_go_to(self, prompt: Prompt, on: date | None) -> list[date]:
        """The days that have an answer, in order, and of months the one that has just ended, too."""
        if on is None:
            return []
        days = set(self.workspace.read(days_written, prompt.code))
        if prompt.rhythm is Rhythm.MONTH and on > self.workspace.plan.first_day:
            days.add((on - DAY).replace(day=1))
        return sorted(days)

    def _show_answer(self, prompt: Prompt, on: date | None, answer: PathAnswer | None) -> None:
        if self.desk.is_at(prompt.code, on):
            self.desk.meet(answer)
        else:
            self.desk.open(prompt, on, answer)
        if self.desk.room is not None:
            self.desk.room.name_fields(self.title.text(), self.instruction.text())

    def _on_session_date_requested(self) -> None:
        self.go_requested.emit(Destination("dates", "session:"))


def _place(widget: QWidget, within: QWidget) -> tuple[int, int]:
    """From top to bottom, then along the line, as people read."""
    corner = widget.mapTo(within, QPoint(0, 0))
    return corner.y(), -corner.x() if within.isRightToLeft() else corner.x()
