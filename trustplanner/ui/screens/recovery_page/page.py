"""The Recovery page: one commitment at a time, as a chart or as a table, with words that say the same."""

from datetime import date
from typing import ClassVar, Final

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from trustplanner.charts.ranges import Range
from trustplanner.charts.stretch import Stretch
from trustplanner.charts.table import Row
from trustplanner.charts.view import ChartView
from trustplanner.domain.change import Topic
from trustplanner.domain.known_range import RATE_FROM_DUE, Window
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.chart_canvas import ChartCanvas
from trustplanner.ui.kit.chart_places import day_of_bar
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.in_turns import InTurns
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.latest_work import LatestWork
from trustplanner.ui.kit.layouts import WrappingRow, column, is_low, is_narrow
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.record_table import RecordTable
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.recovery_page.empty_state import EmptyState
from trustplanner.ui.screens.recovery_page.header import TABLE_KEY, RecoveryHeader
from trustplanner.ui.screens.recovery_page.help_sheet import HelpSheet
from trustplanner.ui.screens.recovery_page.paragraphs import Paragraphs
from trustplanner.ui.screens.recovery_page.picture_sheet import PictureSheet
from trustplanner.ui.screens.recovery_page.reading import Asked, Choice, Choices, Shown, count, read_asked, read_choices

LOWEST_TABLE: Final = 300  # pixels at 100 %
AROUND_TABLE: Final = 76  # pixels of margins and gaps above and below it
AROUND_ROW: Final = 24  # pixels that stay in sight above and below the row that is marked


class RecoveryPage(Page):
    """The record of one commitment. Detail: the id of a commitment; without one the first active is shown."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.COMMITMENTS, Topic.ANSWERS, Topic.EVENTS, Topic.SESSIONS, Topic.THEIR_VOICE, Topic.SETTINGS}
    )

    def __init__(self, workspace: Workspace, settings: DeviceSettings, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("recovery_page")
        self._settings = settings
        self._words = workspace.catalogue.recovery_page()
        self._chosen: str | None = None
        self._range = Range.ALL
        self._stretch: Stretch | None = None  # other days, once the chart was moved
        self._asked: Asked | None = None
        self._choices: Choices | None = None
        self._shown: Shown | None = None
        self._is_table_stale = True
        self._counting = LatestWork(workspace.background, self)
        self._next_reading = QTimer(self, interval=0, singleShot=True)
        self._next_reading.timeout.connect(self._read_record)
        self._next_fitting = QTimer(self, interval=0, singleShot=True)
        self._next_fitting.timeout.connect(self._fit_table)
        self._page = ScrollPage(workspace.theme, is_wide=True)
        column(self).addWidget(self._page)
        self._building = InTurns(self, (self._build_header, self._build_chart, self._build_foot, self._on_built))

    # --- the parts, one for each turn of the event loop

    def _build_header(self) -> None:
        self._header = RecoveryHeader(self.workspace.theme)
        self._header.commitment_chosen.connect(self._on_commitment_chosen)
        self._header.range_chosen.connect(self._on_range_chosen)
        self._header.table_switched.connect(self._on_table_switched)
        self._page.main.addWidget(self._header)
        self._page.main.addSpacing(10)

    def _build_chart(self) -> None:
        theme, main = self.workspace.theme, self._page.main
        self._paragraphs = Paragraphs(theme)
        self._canvas = ChartCanvas(theme, self.workspace.background, name="recovery_chart")
        self._table = RecordTable(theme, name="recovery_table")
        self._empty = EmptyState(theme, self.tr("Write a first commitment"))
        main.addWidget(self._paragraphs)
        main.addSpacing(6)
        for part in (self._canvas, self._table, self._empty):
            main.addWidget(part)
            part.hide()
        self._canvas.day_chosen.connect(self._open_day)
        self._canvas.stretch_chosen.connect(self._on_stretch_chosen)
        self._table.row_chosen.connect(self._on_row_chosen)
        self._table.row_marked.connect(self._on_row_marked)
        self._empty.begin_requested.connect(lambda: self.go_requested.emit(Destination("commitment")))
        QShortcut(QKeySequence(TABLE_KEY), self).activated.connect(self._on_table_key)

    def _build_foot(self) -> None:
        self._help_button = self._link(self.tr("How is this counted?"), "info", "recovery_help_button")
        self._picture_button = self._link(self.tr("Save as picture"), "download", "recovery_picture_button")
        self._event_button = self._link(self.tr("Write down an event"), "pencil", "recovery_event_button")
        self._session_button = self._link(self.tr("Write down a session"), "calendar", "recovery_session_button")
        self._help_button.clicked.connect(self._on_help_clicked)
        self._picture_button.clicked.connect(self._on_picture_clicked)
        self._event_button.clicked.connect(lambda: self.go_requested.emit(Destination("dates", "event:")))
        self._session_button.clicked.connect(lambda: self.go_requested.emit(Destination("dates", "session:")))
        links = WrappingRow(gap=26, line_gap=2)
        for button in (self._help_button, self._picture_button, self._event_button, self._session_button):
            links.addWidget(button)
        self._hint = TextLabel(self.workspace.theme, self._words.walk_hint, "caption", "ink_3")
        self._foot = QWidget()
        lines = column(self._foot, spacing=4)
        lines.addLayout(links)
        lines.addWidget(self._hint)
        self._page.main.addSpacing(6)
        self._page.main.addWidget(self._foot)

    def _on_built(self) -> None:
        self._show_parts()
        self.workspace.theme.changed.connect(self._next_fitting.start)
        self.mark_stale()

    def _link(self, words: str, icon: str, name: str) -> Button:
        return Button(self.workspace.theme, words, Kind.LINK, icon=icon, name=name)

    # --- what is shown

    def refresh(self) -> None:
        """Read the commitments again; in the next turn the record of one, which is counted beside the window."""
        if not self._building.is_over:
            return  # it is done when everything is built
        self._choices = read_choices(self.workspace)
        choice = self._choice()
        if self._range is Range.SESSION and self._choices.last_session is None:
            self._range = Range.ALL
        self._header.show_choices(self._choices, choice.commitment.id if choice else None)
        self._show_range()
        if choice is None:
            self._shown = None
            self._counting.forget()
            self._show_parts()
        else:
            self._next_reading.start()

    @property
    def shown(self) -> Shown | None:
        """The view behind everything on the page; None while there is none."""
        return self._shown

    @property
    def is_settled(self) -> bool:
        """Whether everything that was asked for is on the screen."""
        if self._is_stale or not self._building.is_over or self._next_reading.isActive() or self._counting.is_busy:
            return False
        return self._canvas.is_drawn or self._canvas.isHidden()

    def show_detail(self, detail: str) -> None:
        """Show another commitment; without an id the page stays as it is."""
        if detail and detail != self._chosen:
            self._chosen = detail
            self.mark_stale()

    def detail(self) -> str:
        """The commitment that is shown."""
        return self._chosen or ""

    def _choice(self) -> Choice | None:
        """The chosen commitment, else the first active one, else the first of all."""
        if self._choices is None or not self._choices.found:
            return None
        found = self._choices.of(self._chosen) if self._chosen else None
        choice = found or self._choices.found[0]
        self._chosen = choice.commitment.id
        return choice

    def _read_record(self) -> None:
        choice = self._choice()
        if choice is None or self._choices is None:
            return
        self._asked = read_asked(self.workspace, self._choices, choice, self._range)
        self._count()

    def _count(self) -> None:
        """Count what was read over the days that are wanted; nothing is read again while the chart moves."""
        if self._asked is not None:
            asked = self._asked.over(self._stretch)
            self._counting.ask(lambda: count(asked), self._on_counted)

    def _on_counted(self, shown: Shown) -> None:
        self._shown = shown
        self._is_table_stale = True
        self._header.show_self_reported(shown.words.said("chart.not_proof"))
        self._paragraphs.show_words(shown.counted, shown.beside)
        self._show_parts()
        if shown.has_anything:
            self._canvas.show_view(shown.view, shown.words, self._range_note(shown.view), self._whole())
        if self._is_table:
            self._fill_table()

    def _range_note(self, view: ChartView) -> str:
        """Why the second panel is empty, while too little was due for a share."""
        is_too_few = view.window is not None and view.window.due < RATE_FROM_DUE
        is_wanted = is_too_few and not view.band and view.window_kind is not Window.NONE
        return self.workspace.catalogue.today().rail.follow_through_none if is_wanted else ""

    @property
    def _is_table(self) -> bool:
        return self._header.table_switch.is_on

    def _show_parts(self) -> None:
        """Chart or table, or the reason why there is neither."""
        is_full = self._shown is not None and self._shown.has_anything
        is_read = self._choices is not None
        has_choice = self._choice() is not None
        self._empty.show_words(
            self._words.nothing_due if has_choice else self._words.no_commitment, offers_begin=not has_choice
        )
        self._empty.setVisible(is_read and (not has_choice or (self._shown is not None and not is_full)))
        self._paragraphs.setVisible(is_full)
        self._canvas.setVisible(is_full and not self._is_table)
        self._table.setVisible(is_full and self._is_table)
        self._picture_button.setVisible(is_full)
        self._hint.setVisible(is_full and not self._is_table)
        self._pass_focus_on(self._table if self._is_table else self._canvas, is_possible=is_full)

    def _pass_focus_on(self, part: QWidget, *, is_possible: bool) -> None:
        """Whoever is led to this page can walk at once; until there is something to walk the page has the focus."""
        if not is_possible:
            return
        had_focus = QApplication.focusWidget() is self
        self.setFocusProxy(part)
        if had_focus:
            part.setFocus()

    # --- what a person chooses

    def _on_commitment_chosen(self, commitment_id: str) -> None:
        self._chosen = commitment_id
        self._next_reading.start()

    def _on_range_chosen(self, chosen: Range) -> None:
        self._range = chosen
        self._stretch = None
        self._next_reading.start()

    def _on_stretch_chosen(self, chosen: Stretch | None) -> None:
        self._stretch = chosen
        self._show_range()
        self._count()

    def _show_range(self) -> None:
        self._header.show_range(None if self._stretch else self._range)

    def _whole(self) -> Stretch | None:
        return Stretch(self._choices.begins, self.workspace.today) if self._choices else None

    def _on_table_key(self) -> None:
        is_covered = any(sheet.isVisible() for sheet in self.window().findChildren(SheetDialog))
        if not is_covered and self._header.table_switch.isVisible():
            self._header.table_switch.set_on(not self._is_table)
            self._on_table_switched(self._is_table)

    def _on_table_switched(self, is_on: bool) -> None:
        """Show the other of the two, at the place of the one before and with its focus."""
        if self._shown is None:
            return
        view = self._shown.view
        before = self._canvas if is_on else self._table
        had_focus = before.hasFocus()
        place = self._canvas.place
        row = None if is_on else self._table.current_row
        self._show_parts()
        if is_on:
            self._fill_table()
            self._mark_row(view, place)
        elif row is not None:
            self._canvas.go_to(view.bar_of(row.first))
        if had_focus:
            (self._table if is_on else self._canvas).setFocus()

    def _fill_table(self) -> None:
        if self._shown is not None and self._is_table_stale:
            self._table.show_table(self._shown.table)
            self._is_table_stale = False
        self._fit_table()
        self._next_fitting.start()  # once more when the words above it have their new height

    def _mark_row(self, view: ChartView, place: int | None) -> None:
        if place is None or self._shown is None:
            return
        bar = view.bars[place]
        rows = [number for number, row in enumerate(self._shown.table.rows) if row.first <= bar.first]
        if rows:
            self._table.go_to(rows[-1])

    def _fit_table(self) -> None:
        """As high as its rows, at most what the window has left below the words above it.

        In a small window that would be too little to scroll in: there it has all its height, and the page scrolls.
        """
        if not self._building.is_over or not self._is_table:
            return
        theme, window = self.workspace.theme, self.window()
        if is_narrow(theme, window.width()) or is_low(theme, window.height()):
            self._table.setFixedHeight(self._table.needed_height())
            return
        used = self._header.height() + self._paragraphs.height() + self._foot.height()
        spare = self._page.viewport().height() - used - AROUND_TABLE
        lowest = theme.px(LOWEST_TABLE)
        self._table.setFixedHeight(min(self._table.needed_height(), max(lowest, spare)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the table what the window has left."""
        super().resizeEvent(event)
        self._next_fitting.start()

    # --- where a person goes from here

    def _on_row_chosen(self, row: Row) -> None:
        if self._shown is not None:
            view = self._shown.view
            self._open_day(day_of_bar(view.bars[view.bar_of(row.first)]))

    def _on_row_marked(self, row: QRect) -> None:
        """Bring the row into sight where the table does not scroll by itself; one that is seen whole moves nothing."""
        page = self._page.viewport()
        seen = row.translated(self._table.viewport().mapTo(page, QPoint(0, 0)))
        if seen.top() >= 0 and seen.bottom() < page.height():
            return
        middle = seen.center().y() + self._page.verticalScrollBar().value()
        self._page.ensureVisible(0, middle, 0, row.height() // 2 + AROUND_ROW)

    def _open_day(self, day: date) -> None:
        self.go_requested.emit(Destination("today", day.isoformat()))

    def _on_help_clicked(self) -> None:
        HelpSheet(self.workspace, self.window()).open()

    def _on_picture_clicked(self) -> None:
        if self._shown is not None:
            shown = self._shown
            PictureSheet(self.workspace, self._settings, shown.view, shown.words, self.window()).open()
