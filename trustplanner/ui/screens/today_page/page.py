"""Today: each due commitment is answered with one key. The shortest path in the whole program."""

from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from trustplanner.actions import answers
from trustplanner.domain.answers import Answer, DoneDay, MissReview, Telling, Value
from trustplanner.domain.change import Change, Edit, Topic
from trustplanner.domain.commitments import Pause
from trustplanner.domain.days import EARLIEST_DAY
from trustplanner.domain.miss_steps import MissStep
from trustplanner.domain.today import DAY
from trustplanner.ui.kit.draft_sheet import SheetName
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.layouts import column, is_narrow
from trustplanner.ui.kit.line_sheet import LineSheet
from trustplanner.ui.kit.miss_place import PARTS_OF_DETAIL, MissPlace
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.tab_order import order_tabs
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.today_page.ahead import Ahead
from trustplanner.ui.screens.today_page.day_head import DayHead
from trustplanner.ui.screens.today_page.day_notices import DayNotices
from trustplanner.ui.screens.today_page.day_rows import DayRows
from trustplanner.ui.screens.today_page.day_state import DayReader, DayState, is_finished, read_notices, read_rail
from trustplanner.ui.screens.today_page.day_words import DayWords
from trustplanner.ui.screens.today_page.empty_day import EmptyDay
from trustplanner.ui.screens.today_page.longer_sheet import LongerSheet
from trustplanner.ui.screens.today_page.miss_sheet import MissSheet
from trustplanner.ui.screens.today_page.notices import NoticeBanner, NoticeColumn, QuietLine
from trustplanner.ui.screens.today_page.promise_row import PromiseRow
from trustplanner.ui.screens.today_page.rail import Rail
from trustplanner.ui.screens.today_page.review_sheet import REVIEW_SHEET, review_sheet_of
from trustplanner.ui.screens.today_page.row_beside_state import BesideReader
from trustplanner.ui.screens.today_page.row_wishes import RowWishes
from trustplanner.ui.screens.today_page.whole_day import WholeDay

ABOVE_BANNERS, BETWEEN_BANNERS = 20, 8
ABOVE_LINES, BETWEEN_LINES, ABOVE_HAIRLINE = 14, 8, 34
ROOM_FOR_TOAST, FOOT = 90, 40  # pixels; the page has its own foot already
ONLY_AROUND = frozenset({Topic.HARMS, Topic.SESSIONS, Topic.EVENTS})  # what the rows themselves do not show
OF_ONE_COMMITMENT = (Answer, DoneDay, Telling, MissReview)
AFTER_THE_ROW_MS = 20  # a little more than a frame, so that the answered row is painted first


class TodayPage(Page):
    """The day with its rows, or a day before it; beside them the four blocks of the rail.

    The detail of a destination is a day in ISO form; empty is today. After a lock it also says where in the steps
    after a miss the person was.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {
            Topic.PLAN,
            Topic.SAFETY,
            Topic.HARMS,
            Topic.COMMITMENTS,
            Topic.ANSWERS,
            Topic.SESSIONS,
            Topic.EVENTS,
            Topic.SETTINGS,
        }
    )

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("today_page")
        self._day: date | None = None
        self._state: DayState | None = None
        self._reader = DayReader(workspace)
        self._around = QTimer(self, interval=AFTER_THE_ROW_MS, singleShot=True)
        self._around.timeout.connect(self._on_around_due)
        self._touched: dict[str, list[Edit]] | None = None
        self._has_moved = False
        self._reopen: MissPlace | None = None
        self._steps: MissSheet | None = None
        self._sheet: SheetDialog | None = None
        self._words = DayWords(workspace, self)
        self._notices = DayNotices(workspace, self)
        self._ahead = Ahead(workspace, self)
        self._beside = BesideReader(workspace, self._reader)
        self._wishes = RowWishes(workspace, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        workspace, theme = self.workspace, self.workspace.theme
        self._scroll = ScrollPage(theme, has_rail=True)
        self._head = DayHead(theme, self._words)
        self._banners = NoticeColumn(theme, NoticeBanner, spacing=BETWEEN_BANNERS, above=ABOVE_BANNERS)
        self._empty = EmptyDay(workspace)
        self._paused = NoticeColumn(theme, QuietLine, spacing=BETWEEN_LINES, above=ABOVE_LINES)
        self._whole_day = WholeDay(workspace, self)
        self._below_rows = self._whole_day.above(self._paused.widget)
        self._rows = DayRows(workspace, self._words, self._below_rows)
        self._lines = NoticeColumn(theme, QuietLine, spacing=BETWEEN_LINES, above=ABOVE_LINES)
        self._line_above = QWidget()
        above = column(self._line_above)
        above.addSpacing(ABOVE_HAIRLINE)
        above.addWidget(Hairline(theme))
        self._rail = Rail(workspace)
        main = self._scroll.main
        for part in (self._head, self._banners.widget, self._empty, self._rows, self._line_above, self._lines.widget):
            main.addWidget(part)
        main.addStretch(1)
        self._scroll.rail.addWidget(self._rail)
        column(self).addWidget(self._scroll)

    def _connect(self) -> None:
        rows = self._rows
        rows.answered.connect(self._on_row_answered)
        rows.clear_wanted.connect(self._on_row_clear_wanted)
        rows.done_wanted.connect(self._on_row_done_wanted)
        rows.done_taken_back.connect(self._on_row_done_taken_back)
        rows.yesterday_wanted.connect(self._on_row_yesterday_wanted)
        rows.step_wanted.connect(self._on_row_step_wanted)
        rows.wished.connect(self._wishes.carry_out)
        self._wishes.go_requested.connect(self.go_requested)
        self._head.day_requested.connect(self._on_head_day_requested)
        self._head.walk_requested.connect(lambda: self.go_requested.emit(Destination("evening")))
        self._ahead.go_requested.connect(self.go_requested)
        self._whole_day.line_missed.connect(self._open_line_sheet)
        self._whole_day.sheet_wanted.connect(self._open)
        self._notices.go_requested.connect(self.go_requested)
        self._notices.longer_wanted.connect(self._on_longer_wanted)
        self._notices.review_wanted.connect(self._on_review_wanted)
        self._empty.go_requested.connect(self.go_requested)
        self._rail.go_requested.connect(self.go_requested)
        self._rail.miss_wanted.connect(self._on_rail_miss_wanted)
        for keys, step in (("Alt+Left", -1), ("Alt+Right", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._on_head_day_requested(step))

    # --- showing

    @property
    def day(self) -> date:
        """The day that is shown: today, or one before it."""
        today = self.workspace.today
        return today if self._day is None else min(self._day, today)

    def refresh(self) -> None:
        """Show the day as it is now; rows that still belong keep their widgets.

        After an answer its row comes first, and what stands around the rows a moment later.
        """
        touched, self._touched = self._touched, {}
        self._state = state = self._reader.read(self.day, touched)
        if touched is not None:
            self._rows.show_answers(state, touched)
        had_focus = self._rows.focused() is not None
        self._head.show_state(state)
        self._empty.setVisible(not state.has_commitments and not is_finished(self.workspace))
        self._has_moved |= self._rows.show_state(state)
        self._has_moved |= self._paused.show_notices(self._notices.paused(state.view))
        if touched is None:
            self._show_around()
        else:
            self._around.start()
        if had_focus and self._rows.focused() is None:
            self.setFocus()

    def _on_around_due(self) -> None:
        """Not while nobody sees it: the vault may be closed by then."""
        if self.isVisible():
            self._show_around()
        else:
            self.mark_stale()

    def _show_around(self) -> None:
        """Banners, quiet lines and the right column."""
        self._around.stop()
        is_today = self.day == self.workspace.today
        notices = read_notices(self.workspace, self._reader.known) if is_today else None
        has_moved = self._head.show_next(self._notices.next_acts(notices) if notices else [])
        has_moved |= self._banners.show_notices(self._notices.banners(notices) if notices else [])
        lines = [*self._ahead.lines(), *self._notices.lines(notices)] if notices else []
        self._ahead.show_head(self._head, self.day, has_commitments=bool(self._reader.known))
        self._whole_day.show_day(self.day, self._reader.known)
        has_moved |= self._lines.show_notices(lines)
        self._line_above.setVisible(bool(lines))
        has_moved |= self._rail.show_state(read_rail(self.workspace, self._reader))
        if self._state is not None:
            has_moved |= self._rows.show_besides(self._beside.read(self._state))
        if has_moved or self._has_moved:
            self._has_moved = False
            parts = (self._head, self._banners.widget, self._empty, *self._rows.rows())
            order_tabs((*parts, self._below_rows, self._lines.widget, self._rail))

    def show_detail(self, detail: str) -> None:
        """Show a day, and the steps after a miss if they were open."""
        day, _, place = detail.partition(PARTS_OF_DETAIL)
        self._day = _day_or_none(day)
        self._reopen = MissPlace.from_text(place)
        self.mark_stale()

    def detail(self) -> str:
        """The day if it is not today, and where in the steps after a miss the person is."""
        day = "" if self.day == self.workspace.today else self.day.isoformat()
        place = "" if self._steps is None else self._steps.place().to_text()
        return f"{day}{PARTS_OF_DETAIL}{place}" if place else day

    def save_typing(self) -> None:
        """What is typed in the steps after a miss."""
        if self._steps is not None:
            self._steps.save_typing()

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._scroll.main_column

    # --- focus

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason, /) -> None:  # noqa: N802  (Qt's name)
        """Go to the first row that asks for something, so that one key answers it."""
        row = self._rows.first_open()
        if self._steps is not None or self._sheet is not None:
            return  # the person is in there
        if row is not None:
            row.focus_row()
        else:
            super().setFocus(reason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A floating toast never covers the last row for good; in a smaller window it is docked."""
        super().resizeEvent(event)
        is_docked = is_narrow(self.workspace.theme, self.window().width())
        self._scroll.main.setContentsMargins(0, 0, 0, 0 if is_docked else ROOM_FOR_TOAST - FOOT)

    def showEvent(self, event: QShowEvent) -> None:
        """Once everything has its place, go where the person was."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        if self._reopen is not None and self.isVisible():
            place, self._reopen = self._reopen, None
            self._open_steps(place)
        elif self.window().focusWidget() in (None, self):
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down enter the rows where none has the focus."""
        rows = self._rows.rows()
        if rows and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._rows.focused() is None:
            row = rows[0] if event.key() == Qt.Key.Key_Down else rows[-1]
            row.focus_row()
        else:
            super().keyPressEvent(event)

    # --- answering

    def _on_row_answered(self, row: PromiseRow, value: str) -> None:
        shown, answer = row.shown, Value(value)
        if self.workspace.attempt(self.tr("answer"), answers.write, *shown.key, answer) is None:
            return
        self.workspace.recorded.emit(self._words.recorded(shown, answer))
        if answer is Value.MISSED and shown.commitment.is_line:
            self._open_line_sheet(shown.item.day)
        else:
            self._move_on(row)

    def _on_row_clear_wanted(self, row: PromiseRow) -> None:
        shown = row.shown
        if self.workspace.attempt(self.tr("clearing an answer"), answers.clear, *shown.key) is not None:
            self.workspace.recorded.emit(self._words.recorded(shown, Value.TAKEN_BACK))

    def _on_row_done_wanted(self, row: PromiseRow) -> None:
        if self._mark_done(row, self.day):
            self._move_on(row)

    def _on_row_yesterday_wanted(self, row: PromiseRow) -> None:
        self._mark_done(row, self.workspace.today - DAY)

    def _mark_done(self, row: PromiseRow, day: date) -> bool:
        commitment_id = row.shown.commitment.id
        done = self.workspace.attempt(self.tr("done-day"), answers.mark_done, commitment_id, day)
        if done is not None:
            self.workspace.recorded.emit(self._words.done(row.shown))
        return done is not None

    def _on_row_done_taken_back(self, row: PromiseRow) -> None:
        commitment_id = row.shown.commitment.id
        label = self.tr("taking back a done-day")
        if self.workspace.attempt(label, answers.take_back_done, commitment_id, self.day) is not None:
            self.workspace.recorded.emit(self._words.recorded(row.shown, Value.TAKEN_BACK))

    def _move_on(self, row: PromiseRow) -> None:
        """Who answers by keyboard goes on to the next open row, clear of the toast; the mouse stays where it is."""
        following, content = self._rows.next_open(row), self._scroll.widget()
        by_keyboard = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if following is None or content is None or not by_keyboard:
            return
        following.focus_row()
        foot = following.mapTo(content, following.rect().bottomLeft())
        self._scroll.ensureVisible(foot.x(), foot.y(), 0, ROOM_FOR_TOAST)

    def mark_stale(self) -> None:
        """Read everything again."""
        self._touched = None
        super().mark_stale()

    def _on_workspace_changed(self, change: Change) -> None:
        """After an answer only its commitment is read again."""
        if not self.topics & change.topics:
            return
        if self._touched is None or not change.topics <= ONLY_AROUND | {Topic.ANSWERS}:
            self.mark_stale()
            return
        for edit in change.edits:
            row = edit.after if edit.after is not None else edit.before
            if isinstance(row, OF_ONE_COMMITMENT):
                self._touched.setdefault(row.commitment_id, []).append(edit)
        self._is_stale = True
        self._refresh_if_seen()

    # --- other days

    def _on_head_day_requested(self, step: int) -> None:
        today = self.workspace.today
        day = today if step == 0 else self.day + step * DAY
        if not EARLIEST_DAY <= day <= today:
            return
        self._day = None if day == today else day
        self.mark_stale()
        self.setFocus()

    # --- sheets

    def _on_row_step_wanted(self, row: PromiseRow, step: MissStep | None) -> None:
        if row.shown.commitment.is_line:
            self._open_line_sheet(row.shown.item.day)
        else:
            self._open_steps(MissPlace(*row.shown.key, step or MissStep.TELL))

    def _on_rail_miss_wanted(self, commitment_id: str, day: date, step: MissStep) -> None:
        self._open_steps(MissPlace(commitment_id, day, step))

    def _open_steps(self, place: MissPlace) -> None:
        if self._steps is not None:
            return
        sheet = MissSheet(self.workspace, self.window(), place)
        sheet.go_requested.connect(self.go_requested)
        sheet.closed.connect(self._on_sheet_closed)
        self._steps = sheet
        sheet.open_here()

    def _open_line_sheet(self, day: date | None = None) -> None:
        sheet = LineSheet(self.workspace, self.window(), day)
        sheet.go_requested.connect(self.go_requested)
        self._open(sheet)

    def _on_longer_wanted(self, pause: Pause) -> None:
        self._open(LongerSheet(self.workspace, self.window(), pause))

    def _on_review_wanted(self, commitment_id: str) -> None:
        sheet = review_sheet_of(self.workspace, self.window(), self._reader.known, commitment_id)
        if sheet is not None:
            sheet.go_requested.connect(self.go_requested)
            self._open(sheet)

    def open_again(self, sheet: SheetName) -> None:
        """The look at a commitment on its day of review."""
        if sheet.kind == REVIEW_SHEET:
            self._on_review_wanted(sheet.subject)
        self._whole_day.open_again(sheet)

    def _open(self, sheet: SheetDialog) -> None:
        sheet.closed.connect(self._on_sheet_closed)
        self._sheet = sheet
        sheet.open()

    def _on_sheet_closed(self) -> None:
        self._steps = self._sheet = None

    def hideEvent(self, event: QHideEvent) -> None:
        """A sheet of this page goes with it, saved; not when the whole window hides, as it does to lock."""
        super().hideEvent(event)
        if self.window().isVisible():
            for sheet in (self._steps, self._sheet):
                if sheet is not None:
                    sheet.request_close()


def _day_or_none(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
