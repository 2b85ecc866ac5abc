"""Hard days and places, known ahead: what is written down, one form for a new one, and what is hard no longer.

What is typed in the form is kept as a draft until it is written down or left.
"""

import json
from contextlib import suppress
from datetime import date
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trustplanner.actions import hard_days
from trustplanner.actions.plans import keep_draft
from trustplanner.domain.change import Topic
from trustplanner.domain.errors import KnownError
from trustplanner.domain.hard_days import HardDay, next_on
from trustplanner.storage.queries.hard_days import hard_days as every_hard_day
from trustplanner.storage.queries.plans import draft
from trustplanner.ui.kit.autosave import Autosave
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.page import Page
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.hard_days_page.form import HardDayForm
from trustplanner.ui.screens.hard_days_page.row import HardDayRow

DRAFT: Final = "hard_days"
NEW: Final = "new"
_ROW_GAP: Final = 26
_GROUP_GAP: Final = 34


class HardDaysPage(Page):
    """Detail: the id of one to change, or `new`."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.EVENTS, Topic.PLAN, Topic.SAFETY})
    details_name_a_part = True
    parent_place = "recovery"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("hard_days_page")
        theme = workspace.theme
        self._words = workspace.catalogue.hard_days()
        self._form: HardDayForm | None = None
        self._wanted = ""
        self._autosave = Autosave(self._save_draft, self, workspace.refused.emit)
        self._add = Button(theme, self.tr("Write down a hard day or place"), name="hard_days_add_button")
        self._add.clicked.connect(lambda: self._open(NEW))
        self._slot = column()
        self._none = TextLabel(theme, self._words.none, "aside", "ink_2")
        self._rows = self._make_column()
        self._released_rows = self._make_column()
        self._released = QWidget()
        self._page = ScrollPage(theme)
        self._lay_out()
        column(self).addWidget(self._page)
        self.setFocusProxy(self._add)
        self.refresh()
        self._restore_draft()

    def _make_column(self) -> KeyedColumn[HardDay, HardDayRow]:
        return KeyedColumn(lambda hard: hard.id, self._make_row, self._show_row, spacing=_ROW_GAP)

    def _lay_out(self) -> None:
        theme, main = self.workspace.theme, self._page.main
        add = WrappingRow()
        add.addWidget(self._add)
        released = column(self._released)
        released.addSpacing(_GROUP_GAP)
        released.addWidget(TextLabel(theme, self._words.released_title, "label", "ink_2"))
        released.addSpacing(12)
        released.addWidget(self._released_rows.widget)
        main.addWidget(self.back_link("hard_days"), 0, Qt.AlignmentFlag.AlignLeading)
        main.addWidget(TextLabel(theme, self._words.title, "title"))
        main.addSpacing(8)
        main.addWidget(TextLabel(theme, self._words.lead, "body", "ink_2"))
        main.addSpacing(_GROUP_GAP - 10)
        main.addLayout(add)
        main.addLayout(self._slot)
        main.addSpacing(_GROUP_GAP - 8)
        main.addWidget(self._none)
        main.addWidget(self._rows.widget)
        main.addWidget(self._released)

    # --- showing

    def refresh(self) -> None:
        """Show what is written down: what comes next first, places without a date after it."""
        today, every = self.workspace.today, self.workspace.read(every_hard_day)
        standing = [hard for hard in every if hard.released_on is None]
        released = [hard for hard in every if hard.released_on is not None]
        self._rows.show_things(sorted(standing, key=lambda hard: next_on(hard, today) or date.max))
        self._released_rows.show_things(released)
        self._released.setVisible(bool(released))
        self._none.setVisible(not every and self._form is None)
        self._add.set_kind(Kind.NORMAL if every else Kind.PRIMARY)
        if self._form is not None and self._form.subject and self._form.subject not in {each.id for each in standing}:
            self._close_form()
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self._open(wanted)

    def _make_row(self, hard: HardDay) -> HardDayRow:
        row = HardDayRow(self.workspace.theme, hard.id)
        row.change_requested.connect(self._open)
        row.delete_requested.connect(self._on_delete_requested)
        row.released.connect(self._on_released)
        row.keep_requested.connect(self._on_keep_requested)
        return row

    def _show_row(self, row: HardDayRow, hard: HardDay) -> None:
        row.show_hard_day(hard, self._words, self.workspace.voice, self.workspace.today)

    def show_detail(self, detail: str) -> None:
        """Open the form that a destination names; without one the page stays as it is."""
        if detail and detail != self.detail():
            self._wanted = detail
            self.mark_stale()

    def detail(self) -> str:
        """Which form is open."""
        return "" if self._form is None else self._form.subject or NEW

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    # --- the form

    def _open(self, key: str) -> None:
        if key == self.detail() and self._form is not None:
            self._form.setFocus()
            return
        hard = next((each for each in self.workspace.read(every_hard_day) if each.id == key), None)
        if hard is None and key != NEW:
            return
        self._close_form()
        workspace = self.workspace
        subject = "" if hard is None else hard.id
        form = HardDayForm(workspace.theme, subject, self._words, workspace.voice, workspace.today)
        if hard is not None:
            form.fill_from(hard)
        form.edited.connect(self._autosave.touch)
        form.kept.connect(self._on_kept)
        form.left.connect(self._close_form)
        self._form = form
        row = self._rows.of(subject)
        if row is not None:
            row.show_form(form)
        else:
            self._slot.addWidget(form)
            self._add.hide()
            self._none.hide()
        form.show()  # now, because what is not shown yet cannot have the focus
        self.setFocusProxy(form)
        form.setFocus()

    def _close_form(self) -> None:
        form, self._form = self._form, None
        if form is None:
            return
        focused = self.window().focusWidget()
        had_focus = focused is not None and form.isAncestorOf(focused)
        form.hide()
        form.deleteLater()
        row = self._rows.of(form.subject)
        self._add.show()
        if row is not None:
            row.show_words()
        self.setFocusProxy(self._add)
        if had_focus:
            (self._add if row is None else row.change_button).setFocus()
        self._none.setVisible(not self._rows.all() and not self._released_rows.all())
        self._autosave.touch()

    def _on_kept(self) -> None:
        form = self._form
        if form is None:
            return
        try:
            if form.subject:
                label, said = self.tr("change of a hard day"), self.tr("Changed: {what}.")
                done = self.workspace.do(label, hard_days.change_hard_day, form.subject, form.written())
            else:
                label, said = self.tr("new hard day"), self.tr("Written down: {what}.")
                done = self.workspace.do(label, hard_days.add_hard_day, form.written())
        except KnownError as error:
            form.show_sentence(self.workspace.sentence_for(error))
            return
        self._close_form()
        self.workspace.recorded.emit(said.format(what=self._named(done.result)))

    def _named(self, hard: HardDay) -> str:
        """What the toast calls it; of theirs no word, because others may see the screen."""
        return self._words.dot(hard, self.workspace.voice).rstrip(".")

    # --- what else a person does

    def _on_delete_requested(self, key: str) -> None:
        if self.workspace.attempt(self.tr("deleted hard day"), hard_days.delete_hard_day, key) is not None:
            self._add.setFocus()
            self.workspace.recorded.emit(self.tr("Deleted: a hard day of yours."))

    def _on_released(self, key: str, day: date) -> None:
        label = self.tr("release of a hard day")
        if self.workspace.attempt(label, hard_days.release, key, day) is not None:
            self._add.setFocus()
            self.workspace.recorded.emit(self.tr("Written down: it is hard no longer. It stays readable below."))

    def _on_keep_requested(self, key: str) -> None:
        label = self.tr("keeping of a hard day")
        if self.workspace.attempt(label, hard_days.keep_again, key) is not None:
            self._add.setFocus()
            self.workspace.recorded.emit(self.tr("It is a hard day still."))

    # --- the draft

    def save_typing(self) -> None:
        """Keep what is typed as a draft.

        Raises:
            KnownError: it could not be written.
        """
        self._autosave.flush()

    def _save_draft(self) -> None:
        body = ""
        if self._form is not None:
            body = json.dumps({"detail": self.detail(), "typed": self._form.typed()})
        self.workspace.do_quietly(keep_draft, DRAFT, body)

    def _restore_draft(self) -> None:
        """Show again what was typed before a lock."""
        kept = self.workspace.read(draft, DRAFT)
        if kept is None:
            return
        with suppress(ValueError, KeyError, TypeError):  # kept by another version
            found = json.loads(kept.body)
            self._open(str(found["detail"]))
            if self._form is not None:
                self._form.fill_typed(found["typed"])
