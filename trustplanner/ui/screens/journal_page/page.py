"""The private journal: today's page to write on, and other days below it to read."""

from datetime import date
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from trustplanner.actions.journal import delete_entry, write_entry
from trustplanner.domain.change import Topic
from trustplanner.domain.errors import Code, KnownError, RuleError
from trustplanner.domain.journal import JournalEntry
from trustplanner.domain.path import LONGEST_ANSWER
from trustplanner.storage.queries.journal import journal_entry
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.fields import FieldFoot, LabelledField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.page import Page
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.visit import Visit
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.kit.writing_visit import WritingVisit
from trustplanner.ui.screens.journal_page.earlier_days import EarlierDays

_GROUP_GAP: Final = 34


class JournalPage(Page):
    """Detail: a day, ISO; today without. Words belong to the day for which they were begun, whatever follows."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.JOURNAL})

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("journal_page")
        theme = workspace.theme
        self._words = workspace.catalogue.journal()
        self._dates = DateWords()
        self._on = workspace.today
        self._stays = False
        self._day = TextLabel(theme, "", "heading")
        self._today = Button(theme, self.tr("Back to today"), Kind.LINK, name="journal_today_button")
        self._today.clicked.connect(lambda: self._open(self.workspace.today))
        self._field = WritingField(theme, name="journal_field")
        self._labelled = LabelledField(theme, self._words.label, self._field)
        self._foot = FieldFoot(theme)
        self._none = TextLabel(theme, self._words.none, "body", "ink_2")
        self._earlier = EarlierDays(workspace, self._words.earlier_title)
        self._visit = WritingVisit(workspace, self.tr("change of the journal"), self._save, self)
        self._visit.refused.connect(self._on_refused)
        self._field.textChanged.connect(self._on_text_changed)
        self._field.overflow_refused.connect(self._on_overflow)
        self._earlier.change_requested.connect(self._open)
        self._earlier.delete_requested.connect(self._on_delete_requested)
        self._page = ScrollPage(theme)
        self._lay_out()
        column(self).addWidget(self._page)
        self.setFocusProxy(self._field)

    def refresh(self) -> None:
        """Show the day and the others; words that are not saved yet stay."""
        is_written_on = self.isVisible() and bool(self._field.toPlainText().strip())
        if not self._stays and not is_written_on:
            self._on = self.workspace.today
        today, entry = self.workspace.today, self.workspace.read(journal_entry, self._on)
        day = self._dates.long(self._on, today)
        self._day.set_text(self.tr("Today, {day}").format(day=day) if self._on == today else day)
        self._today.setVisible(self._on != today)
        self._field.setAccessibleName(f"{self._words.label}, {day}")
        if not self._visit.is_waiting:
            self._fill("" if entry is None else entry.words)
            self._foot.show_saved("" if entry is None else self._saved(entry))
        has_others = self._earlier.show_all_but(self._on)
        self._none.setVisible(not has_others and entry is None)

    def show_detail(self, detail: str) -> None:
        """Open the day that is named, or today's page; a day that is none, or not yet, is today."""
        try:
            day = date.fromisoformat(detail) if detail else self.workspace.today
        except ValueError:
            day = self.workspace.today
        self._open(min(day, self.workspace.today))

    def detail(self) -> str:
        """The day that is written on, if it is another one than today."""
        return "" if self._on == self.workspace.today else self._on.isoformat()

    def save_typing(self) -> None:
        """Write what is typed; the visit to the field is over.

        Raises:
            KnownError: it could not be written; it stays on the screen.
        """
        self._visit.end()

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever comes back finds the page of the day on which they come."""
        super().hideEvent(event)
        if not event.spontaneous() and not self._visit.is_waiting:
            self._stays = False
            self._fill("")
            self.mark_stale()

    def _lay_out(self) -> None:
        theme, main, words = self.workspace.theme, self._page.main, self._words
        main.addWidget(self.back_link("journal"), 0, Qt.AlignmentFlag.AlignLeading)
        main.addWidget(TextLabel(theme, words.title, "title"))
        for gap, part in (
            (8, TextLabel(theme, words.lead, "body", "ink_2")),
            (6, TextLabel(theme, words.leaves, "small", "ink_2")),
            (_GROUP_GAP - 8, self._day),
            (2, self._today),
            (10, self._labelled),
            (6, self._foot),
            (_GROUP_GAP, self._none),
            (0, self._earlier),
        ):
            main.addSpacing(gap)
            if part is self._today:
                main.addWidget(part, 0, Qt.AlignmentFlag.AlignLeading)
            else:
                main.addWidget(part)

    # --- writing

    def _open(self, day: date) -> None:
        if day == self._on and not self._is_stale:
            return
        try:
            self._visit.end()
        except KnownError as error:
            self._on_refused(error)
            return
        self._on, self._stays = day, day != self.workspace.today
        self._fill("")
        self.mark_stale()
        if not self.isVisible():
            self.refresh()  # so that the window finds the words into which the cursor is put back
        self._field.setFocus()

    def _fill(self, words: str) -> None:
        if words != self._field.toPlainText():
            self._field.fill(words)
            self._field.moveCursor(QTextCursor.MoveOperation.End)

    def _save(self, visit: Visit) -> None:
        visit.do(write_entry, self._on, self._field.toPlainText())

    def _saved(self, entry: JournalEntry) -> str:
        runner = self.workspace.runner
        moment = entry.updated_at.astimezone(runner.local_zone())
        if moment.date() == runner.now().local.date():
            return self.tr("Saved at {time}. Only in this file.").format(time=f"{moment:%H:%M}")
        day = self._dates.short(moment.date(), self.workspace.today)
        return self.tr("Saved on {day}. Only in this file.").format(day=day)

    def _on_text_changed(self) -> None:
        self._labelled.show_sentence("")
        self._visit.touch()

    def _on_refused(self, error: KnownError) -> None:
        """What stands in the way is said at the field."""
        self._labelled.show_sentence(self.workspace.sentence_for(error))
        self._foot.show_saved("")

    def _on_overflow(self) -> None:
        self._on_refused(RuleError(Code.ANSWER_TOO_LONG, most=LONGEST_ANSWER))

    # --- other days

    def _on_delete_requested(self, day: date) -> None:
        label = self.tr("Delete an entry of the journal")
        done = self.workspace.attempt(label, delete_entry, day)
        if done is not None:
            words = self.tr("The entry of {day} is deleted.")
            self.workspace.recorded.emit(words.format(day=self._dates.short(day, self.workspace.today)))
            self._field.setFocus()
