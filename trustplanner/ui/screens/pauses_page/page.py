"""Pauses: time off that is planned, runs or is over, and what is to become easier, each with its way back."""

from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trustplanner.actions import pauses
from trustplanner.actions.terms import take_back_pending
from trustplanner.actions.views import Heard, note_their_view, note_their_view_of_pause, noted
from trustplanner.domain.change import Topic
from trustplanner.domain.pauses import PauseTime
from trustplanner.ui.kit.begin_again_sheet import BEGIN_AGAIN_SHEET, end_pause
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.draft_sheet import SheetName
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.pause_sheet import ANY_OF_THEM, PAUSE_SHEET, PauseAsked, PauseSheet
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.view_sheet import VIEW_SHEET, ViewSheet
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.pauses_page.reading import ListedPause, Loosening, PausesReading, read_pauses
from trustplanner.ui.screens.pauses_page.rows import LooseningRow, PauseRow
from trustplanner.ui.screens.pauses_page.words import PausesWords

_ROW_GAP: Final = 22
_GROUP_GAP: Final = 28
_OF_TERMS: Final = "terms "  # what a view is of, before the number of its row
_OF_PAUSE: Final = "pause "


class PausesPage(Page):
    """The list, and the sheet in which time off is planned."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.COMMITMENTS, Topic.PLAN})
    parent_place = "amends"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("pauses_page")
        theme = workspace.theme
        self._texts = workspace.catalogue.pauses()
        self._words = PausesWords(workspace)
        self._reading: PausesReading | None = None
        self._page = ScrollPage(theme)
        self._plan = Button(theme, self.tr("Plan time off"), Kind.PRIMARY, name="pauses_plan_button")
        self._plan.clicked.connect(self._ask_pause)
        self._none = QWidget()
        self._none_words = TextLabel(theme, "", "body", "ink_2")
        self._groups = {time: self._make_group() for time in PauseTime}
        self._parts = {time: QWidget() for time in PauseTime}
        self._loosenings: KeyedColumn[Loosening, LooseningRow] = KeyedColumn(
            lambda each: each.commitment.id, self._make_loosening, self._show_loosening, spacing=_ROW_GAP
        )
        self._none_easier = TextLabel(theme, self._texts.loosenings_none, "body", "ink_2")
        column(self).addWidget(self._page)
        self._lay_out()
        self.setFocusProxy(self._plan)

    def _make_group(self) -> KeyedColumn[ListedPause, PauseRow]:
        return KeyedColumn(lambda each: str(each.pause.seq), self._make_pause, self._show_pause, spacing=_ROW_GAP)

    def _lay_out(self) -> None:
        theme, main = self.workspace.theme, self._page.main
        main.addWidget(self.back_link("pauses"), 0, Qt.AlignmentFlag.AlignLeading)
        main.addWidget(TextLabel(theme, self.tr("Pauses"), "title"))
        main.addSpacing(8)
        main.addWidget(TextLabel(theme, self._texts.places_lead, "body", "ink_2"))
        main.addSpacing(16)
        main.addWidget(self._plan, 0, Qt.AlignmentFlag.AlignLeading)
        main.addSpacing(_GROUP_GAP)
        none = column(self._none)
        none.addWidget(self._none_words)
        none.addSpacing(_GROUP_GAP)
        main.addWidget(self._none)
        titles = {
            PauseTime.RUNNING: (self.tr("Paused now"), ""),
            PauseTime.COMING: (self.tr("Planned"), self._texts.coming_note),
        }
        for time, (title, note) in titles.items():
            self._fill_part(time, title, note)
        main.addSpacing(2)
        main.addWidget(Hairline(theme))
        main.addSpacing(20)
        main.addWidget(TextLabel(theme, self.tr("What becomes easier"), "heading"))
        main.addSpacing(4)
        main.addWidget(TextLabel(theme, self._texts.loosenings_lead, "small", "ink_2"))
        main.addSpacing(14)
        main.addWidget(self._none_easier)
        main.addWidget(self._loosenings.widget)
        main.addSpacing(_GROUP_GAP)
        self._fill_part(PauseTime.PAST, self.tr("Over"), self._texts.past_note, has_line=True)

    def _fill_part(self, time: PauseTime, title: str, note: str, *, has_line: bool = False) -> None:
        theme, part = self.workspace.theme, column(self._parts[time])
        if has_line:
            part.addWidget(Hairline(theme))
            part.addSpacing(20)
        part.addWidget(TextLabel(theme, title, "heading"))
        if note:
            part.addSpacing(4)
            part.addWidget(TextLabel(theme, note, "small", "ink_2"))
        part.addSpacing(12)
        part.addWidget(self._groups[time].widget)
        part.addSpacing(_GROUP_GAP)
        self._page.main.addWidget(self._parts[time])

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    # --- showing

    def refresh(self) -> None:
        """Read again and show what is so today."""
        self._words = PausesWords(self.workspace)
        self._reading = reading = read_pauses(self.workspace)
        for time, group in self._groups.items():
            found = reading.at(time)
            group.show_things(found)
            self._parts[time].setVisible(bool(found))
        self._none.setVisible(not reading.at(PauseTime.RUNNING) and not reading.at(PauseTime.COMING))
        why = self._texts.places_none if reading.can_pause else self._texts.places_nothing
        self._none_words.set_text(f"{why} {self._texts.places_use}")
        self._loosenings.show_things(reading.loosenings)
        self._none_easier.setVisible(not reading.loosenings)
        self._plan.setVisible(bool(reading.can_pause))  # without anything that asks there is nothing to pause

    def open_again(self, sheet: SheetName) -> None:
        """Open a sheet that was open before a lock, if what it is about still stands here."""
        self.refresh()
        reading = self._reading
        if reading is None:
            return
        if sheet.kind == PAUSE_SHEET and sheet.subject == ANY_OF_THEM and reading.can_pause:
            self._ask_pause()
        else:
            self._open_pause_again(sheet, reading)
            self._open_view_again(sheet, reading)

    def _open_pause_again(self, sheet: SheetName, reading: PausesReading) -> None:
        for listed in reading.pauses:
            seq = listed.pause.seq
            if sheet.kind == VIEW_SHEET and sheet.subject == f"{_OF_PAUSE}{seq}":
                self._on_view_of_pause_requested(listed)
            elif sheet == (BEGIN_AGAIN_SHEET, str(seq)) and listed.time is not PauseTime.PAST:
                self._on_resume_requested(listed)

    def _open_view_again(self, sheet: SheetName, reading: PausesReading) -> None:
        for loosening in reading.loosenings:
            if sheet == (VIEW_SHEET, f"{_OF_TERMS}{loosening.terms.seq}"):
                self._on_view_requested(loosening)

    def _make_pause(self, listed: ListedPause) -> PauseRow:
        made = PauseRow(self.workspace.theme, listed)
        made.resume_requested.connect(self._on_resume_requested)
        made.view_requested.connect(self._on_view_of_pause_requested)
        return made

    def _show_pause(self, shown: PauseRow, listed: ListedPause) -> None:
        shown.show_pause(listed, self._words)

    def _make_loosening(self, loosening: Loosening) -> LooseningRow:
        made = LooseningRow(self.workspace.theme, loosening)
        made.take_back_requested.connect(self._on_take_back_requested)
        made.view_requested.connect(self._on_view_requested)
        made.record_requested.connect(self._on_record_requested)
        return made

    def _show_loosening(self, shown: LooseningRow, loosening: Loosening) -> None:
        shown.show_loosening(loosening, self._words)

    # --- what a person does

    def _ask_pause(self) -> None:
        if self._reading is not None:
            PauseSheet(self.workspace, self.window(), None, self._pause, self._reading.can_pause).open()

    def _pause(self, asked: PauseAsked) -> None:
        written = self.workspace.do(
            self.tr("pause"),
            pauses.pause,
            asked.of,
            asked.starts_on,
            asked.ends_on,
            reason=asked.reason,
            note=asked.note,
            looks_again=asked.looks_again,
            heard=asked.heard,
        ).result
        self.workspace.recorded.emit(self._words.span(written))

    def _on_resume_requested(self, listed: ListedPause) -> None:
        def ended() -> None:
            self.workspace.recorded.emit(self._words.ended(listed))
            self._plan.setFocus()

        end_pause(self.workspace, self.window(), listed.pause, self.tr("end of a pause"), ended)

    def _on_take_back_requested(self, loosening: Loosening) -> None:
        label, title = self.tr("taking back of a change"), loosening.commitment.title
        if self.workspace.attempt(label, take_back_pending, loosening.commitment.id) is not None:
            self.workspace.recorded.emit(self.tr("Taken back. “{title}” goes on as before.").format(title=title))
            self._plan.setFocus()

    def _on_record_requested(self, loosening: Loosening) -> None:
        self.go_requested.emit(Destination("commitment_record", loosening.commitment.id))

    def _on_view_of_pause_requested(self, listed: ListedPause) -> None:
        seq, label = listed.pause.seq or 0, self.tr("note of a view")
        subject, before = f"{_OF_PAUSE}{seq}", noted(listed.entry.views)

        def act(heard: Heard) -> None:
            self.workspace.do(label, note_their_view_of_pause, seq, heard)

        ViewSheet(self.workspace, self.window(), self.tr("The pause"), subject, before, act).open()

    def _on_view_requested(self, loosening: Loosening) -> None:
        seq, label = loosening.terms.seq or 0, self.tr("note of a view")
        subject, before = f"{_OF_TERMS}{seq}", noted(loosening.views)

        def act(heard: Heard) -> None:
            self.workspace.do(label, note_their_view, seq, heard)

        ViewSheet(self.workspace, self.window(), loosening.commitment.title, subject, before, act).open()
