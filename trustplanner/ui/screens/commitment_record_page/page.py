"""The record of one commitment: also of one that waits, has ended or came from another program."""

from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trustplanner.domain.change import Topic
from trustplanner.domain.commitments import Stance
from trustplanner.domain.record_calendar import CalendarDay
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.commitment_record_page.calendar_section import CalendarSection
from trustplanner.ui.screens.commitment_record_page.figures_section import FiguresSection
from trustplanner.ui.screens.commitment_record_page.head import RecordHead
from trustplanner.ui.screens.commitment_record_page.history_section import HistorySection
from trustplanner.ui.screens.commitment_record_page.history_words import HistoryWords
from trustplanner.ui.screens.commitment_record_page.misses_section import MissesSection
from trustplanner.ui.screens.commitment_record_page.reading import RecordReading, read_record
from trustplanner.ui.screens.commitment_record_page.weekdays_section import WeekdaysSection
from trustplanner.ui.screens.commitment_record_page.words import RecordWords


class CommitmentRecordPage(Page):
    """Detail: the id of a commitment."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.COMMITMENTS, Topic.ANSWERS, Topic.PLAN, Topic.SETTINGS})
    parent_place = "amends"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("commitment_record_page")
        theme, texts = workspace.theme, workspace.catalogue.commitment_record()
        self._id = self._shown_id = ""
        self._page = ScrollPage(theme)
        self._gone = TextLabel(theme, texts.gone, "body", "ink_2")
        self._head = RecordHead(workspace)
        self._rest = QWidget()
        self._calendar = CalendarSection(theme, texts.calendar_help, texts.calendar_periods)
        self._figures = FiguresSection(theme, texts)
        self._weekdays = WeekdaysSection(theme, texts)
        self._list = MissesSection(theme, texts)
        self._history = HistorySection(theme, texts)
        column(self).addWidget(self._page)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        main, rest = self._page.main, column(self._rest)
        main.addWidget(self.back_link("commitment_record"), 0, Qt.AlignmentFlag.AlignLeading)
        main.addWidget(self._gone)
        main.addWidget(self._rest)
        rest.addWidget(self._head)
        for section in (self._calendar, self._figures, self._list, self._weekdays, self._history):
            rest.addWidget(section)

    def _connect(self) -> None:
        self._head.editor_requested.connect(lambda: self.go_requested.emit(Destination("commitment", self._id)))
        self._head.pauses_requested.connect(lambda: self.go_requested.emit(Destination("pauses")))
        self._calendar.day_chosen.connect(self._open_day)
        self._list.day_chosen.connect(self._open_day)
        self.setFocusProxy(self._calendar.months)

    def show_detail(self, detail: str) -> None:
        """Show the record of this commitment."""
        self._id = detail
        self.mark_stale()

    def detail(self) -> str:
        """Whose record is shown."""
        return self._id

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    def refresh(self) -> None:
        """Read again; the day and the months that were looked at stay."""
        reading = read_record(self.workspace, self._id)
        self._gone.setVisible(reading is None)
        self._rest.setVisible(reading is not None)
        if reading is None:
            return
        is_other = self._id != self._shown_id
        self._shown_id = self._id
        self._show(reading, is_other=is_other)
        if is_other:
            self._page.verticalScrollBar().setValue(0)

    def _show(self, reading: RecordReading, *, is_other: bool) -> None:
        words, commitment = RecordWords(self.workspace), reading.commitment
        misses = reading.record.misses
        by_day = {miss.day: miss for miss in misses}

        def say(day: CalendarDay) -> str:
            return words.day(day, by_day, commitment)

        self._head.show_reading(reading, words, is_ended=reading.terms.stance is Stance.ENDED)
        self._calendar.show_calendar(reading.calendar, say, commitment.title, keeps_place=not is_other)
        self._figures.show_reading(reading, words, is_other=is_other)
        self._list.show_misses(misses, reading.reviews, words, is_other=is_other)
        self._weekdays.show_weekdays(reading.weekdays, words)
        self._history.show_lines(HistoryWords(self.workspace).lines(reading.history, reading.entries))

    def _open_day(self, day: date) -> None:
        self.go_requested.emit(Destination("today", day.isoformat()))
