"""The guided path: one question at a time, with the contents at its side and the margin at the other."""

from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from trustplanner.actions.path import open_prompt, skip_prompt
from trustplanner.domain.change import Change, Topic
from trustplanner.domain.errors import KnownError
from trustplanner.domain.path import PathAnswer, PathLine, PromptState, Rhythm, StageCode, next_open
from trustplanner.storage.queries.path import path_answer
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.path_page.contents import Contents
from trustplanner.ui.screens.path_page.contents_menu import ContentsMenu
from trustplanner.ui.screens.path_page.foot import PathFoot
from trustplanner.ui.screens.path_page.lanes import PathLanes
from trustplanner.ui.screens.path_page.lines_room import LinesRoom
from trustplanner.ui.screens.path_page.margin import MarginNotes
from trustplanner.ui.screens.path_page.month_words import MonthWords
from trustplanner.ui.screens.path_page.question import Question
from trustplanner.ui.screens.path_page.safety_banners import SafetyBanners
from trustplanner.ui.screens.path_page.view import PathView, Spot, read_path
from trustplanner.ui.screens.path_page.words import PathWords

_MARGIN_TOP = 48  # the notes begin level with the question


class PathPage(Page):
    """Any question can be opened at any time. The detail is the code of a prompt, see `Spot`.

    A question of a day, a week or a session keeps the day for which it was opened while words stand in it, also when
    another day begins meanwhile.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.PATH, Topic.PLAN, Topic.SAFETY, Topic.SESSIONS, Topic.COMMITMENTS, Topic.ANSWERS, Topic.LETTERS}
    )

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self._last_change: Spot | None = None
        super().__init__(workspace, parent)
        self.setObjectName("path_page")
        self._spot = Spot("")
        self._shown: tuple[Spot, date | None] | None = None
        self._line_to_write = ""
        self._view: PathView | None = None
        words = PathWords(workspace, self)
        self._words = words
        self._month = MonthWords(workspace, self)
        self._lanes = PathLanes(workspace.theme)
        self._contents = Contents(workspace, words)
        self._menu = ContentsMenu(workspace, words)
        self._banners = SafetyBanners(workspace)
        self._question = Question(workspace, words)
        self._notes = MarginNotes(workspace.theme)
        self._foot = PathFoot(workspace.theme)
        column(self).addWidget(self._lanes)
        self._lanes.contents.addWidget(self._contents)
        self._lanes.main.addWidget(self._banners)
        self._lanes.main.addWidget(self._menu)
        self._lanes.main.addWidget(self._question, 1)
        self._lanes.margin.addSpacing(_MARGIN_TOP)
        self._lanes.foot.addWidget(self._foot)
        self._arrange()
        self._connect()

    def _connect(self) -> None:
        self._lanes.rearranged.connect(self._arrange)
        for contents in (self._contents, self._menu):
            contents.prompt_chosen.connect(self._on_prompt_chosen)
            contents.today_requested.connect(self._on_today_requested)
            contents.go_requested.connect(self.go_requested)
        self._contents.stage_chosen.connect(self._on_stage_chosen)
        self._question.go_on_requested.connect(self._on_go_on_requested)
        self._foot.go_on_requested.connect(self._on_go_on_requested)
        self._foot.skip_requested.connect(self._on_skip_requested)
        self._foot.back_requested.connect(self._on_back_requested)
        self._question.day_chosen.connect(self._on_day_chosen)
        self._question.desk.edited.connect(self._lanes.show_focused)
        self._question.go_requested.connect(self.go_requested)
        self._banners.go_requested.connect(self.go_requested)
        self.workspace.undone.connect(self._on_undone)
        for keys, slot in (("Alt+Left", self._on_back_requested), ("Alt+Right", self._on_forward_requested)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # --- what the window asks

    def refresh(self) -> None:
        """Read the path again; the room, the focus and words that are not saved yet stay."""
        view = read_path(self.workspace)
        if self._has_turned(view):
            desk = self._question.desk
            if desk.has_words or not desk.try_to_leave():
                self._spot = self._spot._replace(day=desk.on)
            view = read_path(self.workspace)
        self._view = view
        self._settle_spot(view)
        self._show(view)

    def show_detail(self, detail: str) -> None:
        """Open a prompt, at its present answer or that of an earlier day."""
        spot = Spot.from_detail(detail)
        if spot.prompt not in self.workspace.catalogue.prompt_codes() or not self._question.desk.try_to_leave():
            return
        self._spot = spot._replace(line="")
        if not self.isVisible():
            self.refresh()  # so that the window finds the field in which the cursor was
        self.mark_stale()
        self._line_to_write = spot.line

    def detail(self) -> str:
        """Where one is, to come back after a lock."""
        room = self._question.desk.room
        line = room.line_being_written() if isinstance(room, LinesRoom) else ""
        return self._spot._replace(line=line).as_detail()

    def save_typing(self) -> None:
        """Write what is typed; the visit to the field is over."""
        self._question.desk.end_visit()

    def column_for_toast(self) -> QWidget:
        """The question's column."""
        return self._lanes.main_lane

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason, /) -> None:  # noqa: N802  (Qt's name)
        """Writing begins in the field, but reading at the top; the page follows the first key."""
        room, line, self._line_to_write = self._question.desk.room, self._line_to_write, ""
        if line and isinstance(room, LinesRoom):
            room.write_line(line)
        if room is not None:
            room.first_field().setFocus(reason)
            self._note_opened()
        self._lanes.scroll_to_top()

    # --- showing

    def _has_turned(self, view: PathView) -> bool:
        """Whether another day, week or session has begun for the question that stands open."""
        if self._shown is None or self._shown[0] != self._spot or self._spot.day is not None:
            return False
        return self._shown[1] != view.keys[self._spot.prompt]

    def _settle_spot(self, view: PathView) -> None:
        if self._spot.prompt not in view.prompts:
            self._spot = Spot(view.next_after(None) or view.in_order()[0])
        if self._spot.day == view.keys[self._spot.prompt]:
            self._spot = self._spot._replace(day=None)

    def _show(self, view: PathView) -> None:
        spot = self._spot
        prompt, on = view.prompts[spot.prompt], spot.day or view.keys[spot.prompt]
        answer = view.answers.get(prompt.code)
        if spot.day is not None:
            answer = self.workspace.read(path_answer, prompt.code, on)
        self._banners.refresh()
        self._question.show_question(prompt, on, answer, view)
        self._contents.show_view(view, prompt.code)
        self._menu.show_view(view, prompt.code)
        has_examples = self._question.desk.has_examples
        notes = self._words.notes(prompt, view, has_examples=has_examples)
        if prompt.rhythm is Rhythm.MONTH and on is not None:
            notes[1:1] = self._month.notes(on)  # what it is about, before what comes next
        self._notes.show_notes(notes)
        self._foot.show_ways(has_way_back=view.neighbour(prompt.code, -1) is not None)
        self._question.put_in_tab_order([*self._foot.in_tab_order(), *self._notes.fold_buttons()])
        self._shown = (spot, on)

    def _note_opened(self) -> None:
        """Somebody has come to this question."""
        if self._question.desk.answer is not None:
            return
        try:
            self.workspace.do_quietly(open_prompt, self._spot.prompt, self._question.desk.on)
        except KnownError as error:
            self.workspace.refused.emit(error)

    def _arrange(self) -> None:
        """The notes stand in the margin, or under the question and folded."""
        is_narrow = self._lanes.is_narrow
        place = self._question.notes_place if is_narrow else self._lanes.margin
        place.addWidget(self._notes)
        self._notes.show()  # now, not in the next round
        self._notes.set_foldable(is_narrow)
        self._menu.setVisible(is_narrow)
        self._question.set_narrow(is_narrow=is_narrow)

    # --- going

    def _open(self, spot: Spot) -> None:
        if not self._question.desk.try_to_leave():
            return
        self._spot = spot
        self.refresh()
        self.setFocus()

    def _open_neighbour(self, step: int) -> None:
        code = self._view.neighbour(self._spot.prompt, step) if self._view else None
        if code is not None:
            self._open(Spot(code))

    def _go_on(self) -> None:
        if self._view is None or not self._question.desk.try_to_leave():
            return
        code = self._view.next_after(self._spot.prompt)
        if code is not None:
            self._open(Spot(code))
        else:
            self._on_today_requested()

    def _on_go_on_requested(self) -> None:
        room = self._question.desk.room
        if room is not None:
            room.finish()
        self._go_on()

    def _on_skip_requested(self) -> None:
        if self._view is None or not self._question.desk.try_to_leave():
            return
        if not self._question.desk.has_words and self._view.states[self._spot.prompt] is not PromptState.WRITTEN:
            label = self.tr("Skip a question")
            self.workspace.attempt(label, skip_prompt, self._spot.prompt, self._question.desk.on)
        self._go_on()

    def _on_back_requested(self) -> None:
        self._open_neighbour(-1)

    def _on_forward_requested(self) -> None:
        self._open_neighbour(1)

    def _on_prompt_chosen(self, code: str) -> None:
        self._open(Spot(code))

    def _on_stage_chosen(self, stage: str) -> None:
        if self._view is None:
            return
        codes = [prompt.code for prompt in self._view.prompts.values() if prompt.stage is StageCode(stage)]
        self._open(Spot(next_open(codes, self._view.states) or codes[0]))

    def _on_day_chosen(self, day: date) -> None:
        self._open(Spot(self._spot.prompt, day))

    def _on_today_requested(self) -> None:
        self.go_requested.emit(Destination("today"))

    # --- news

    def _on_workspace_changed(self, change: Change) -> None:
        for edit in change.edits:
            row = edit.after if edit.after is not None else edit.before
            if isinstance(row, PathAnswer):
                self._last_change = Spot(row.prompt, row.on)
            elif isinstance(row, PathLine):
                self._last_change = Spot(row.prompt)
        super()._on_workspace_changed(change)

    def _on_undone(self) -> None:
        """What was put back or done again is shown, wherever it is."""
        spot, self._last_change = self._last_change, None
        if (
            spot is not None
            and self.isVisible()
            and self._shown not in ((spot, spot.day), (Spot(spot.prompt), spot.day))
        ):
            self._open(spot)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever comes back on another day finds that day's answer; only one who stays goes on with the old one."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._shown = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter goes on from anything that does not use it itself."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_go_on_requested()
        else:
            super().keyPressEvent(event)
