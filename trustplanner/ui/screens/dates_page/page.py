"""The page of dates: sessions, coming and past, with their agenda, and dated events.

One form is open at a time, in place of what it changes. What is typed in it, or in a line for a new point, is kept as a
draft until it is written down or left.
"""

import json
from typing import Any, ClassVar, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from trustplanner.actions.plans import keep_draft
from trustplanner.domain.change import Topic
from trustplanner.domain.session_notes import Around
from trustplanner.storage.queries.plans import draft
from trustplanner.ui.kit.autosave import Autosave
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.dates_page.events_section import EventsSection
from trustplanner.ui.screens.dates_page.section import Section
from trustplanner.ui.screens.dates_page.sessions_section import SessionsSection

DRAFT: Final = "dates"
GROUP_GAP: Final = 34


class DatesPage(Page):
    """Sessions and events. Detail: `session:ID` or `event:ID` to change one, `session:` or `event:` for a new one.

    `before:ID` and `after:ID` unfold the four lines around a session.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.SESSIONS, Topic.EVENTS, Topic.SAFETY, Topic.PLAN})
    details_name_a_part = True
    parent_place = "recovery"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("dates_page")
        words = workspace.catalogue.dates()
        self._wanted = ""
        self._autosave = Autosave(self._save_draft, self, workspace.refused.emit)
        self._sessions = SessionsSection(workspace)
        self._events = EventsSection(workspace)
        self._sections: dict[str, Section] = {"session": self._sessions, "event": self._events}
        self._page = ScrollPage(workspace.theme)
        column(self).addWidget(self._page)
        main = self._page.main
        main.addWidget(TextLabel(workspace.theme, words.title, "title"))
        main.addSpacing(8)
        main.addWidget(TextLabel(workspace.theme, words.lead, "body", "ink_2"))
        main.addSpacing(GROUP_GAP // 2)
        for section in self._sections.values():
            main.addSpacing(GROUP_GAP // 2)
            main.addWidget(section)
            section.edited.connect(self._autosave.touch)
            section.form_opened.connect(self._on_form_opened)
            section.form_closed.connect(self._on_form_closed)
        untold = Button(workspace.theme, workspace.catalogue.untold().title, Kind.LINK, name="dates_untold_button")
        untold.clicked.connect(lambda: self.go_requested.emit(Destination("untold")))
        main.addSpacing(GROUP_GAP)
        main.addWidget(untold, 0, Qt.AlignmentFlag.AlignLeading)
        hard = Button(workspace.theme, workspace.catalogue.hard_days().title, Kind.LINK, name="dates_hard_days_button")
        hard.clicked.connect(lambda: self.go_requested.emit(Destination("hard_days")))
        main.addWidget(hard, 0, Qt.AlignmentFlag.AlignLeading)
        self._sessions.hand_over_requested.connect(lambda key: self.go_requested.emit(Destination("their_voice", key)))
        self._events.questions_requested.connect(lambda: self.go_requested.emit(Destination("safety")))
        self._events.acts_requested.connect(lambda key: self.go_requested.emit(Destination("setback", key)))
        self.setFocusProxy(self._sessions.first_stop)
        self._restore_draft()

    def refresh(self) -> None:
        """Show the dates as they are."""
        self._sessions.refresh()
        self._events.refresh()
        self._sessions.make_primary(is_primary=self._sessions.is_empty and self._events.is_empty)
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self._open(wanted)

    # --- where the page is led to

    def show_detail(self, detail: str) -> None:
        """Open the form that a destination names; without one the page stays as it is."""
        if detail and detail != self.detail():
            self._wanted = detail
            self.mark_stale()

    def detail(self) -> str:
        """Which form is open."""
        for kind, section in self._sections.items():
            if section.form is not None:
                return f"{kind}:{section.form.subject}"
        return ""

    def come_to(self, detail: str) -> None:
        """Be seen from the top; who came for the four lines around a session begins at the first."""
        kind, _, key = detail.partition(":")
        stop = self._sessions.stop_of_ratings(key, Around(kind)) if kind in list(Around) else None
        if stop is None:
            super().come_to(detail)
            return
        stop.setFocus()
        QTimer.singleShot(0, self._page, self._page.show_focused)  # once the lines have their place

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    def _open(self, detail: str) -> None:
        kind, _, key = detail.partition(":")
        if kind in list(Around):
            self._sessions.open_ratings(key, Around(kind))
        elif kind in self._sections:
            self._sections[kind].open(key)

    def _on_form_opened(self) -> None:
        opened = self.sender()
        for section in self._sections.values():
            if section is not opened:
                section.close_form()
            else:
                self.setFocusProxy(section.first_stop)

    def _on_form_closed(self) -> None:
        self.setFocusProxy(self._sessions.first_stop)
        self._autosave.touch()

    # --- drafts

    def save_typing(self) -> None:
        """Keep what is typed: points that are being changed, the open form, and points not added yet.

        Raises:
            KnownError: it could not be written.
        """
        self._sessions.finish_points()
        self._autosave.flush()

    def _save_draft(self) -> None:
        kept: dict[str, Any] = {}
        if points := self._sessions.typed_points():
            kept["points"] = points
        for section in self._sections.values():
            if section.form is not None:
                kept |= {"detail": self.detail(), "form": section.form.draft()}
        self.workspace.do_quietly(keep_draft, DRAFT, json.dumps(kept) if kept else "")

    def _restore_draft(self) -> None:
        """Show again what was typed before the lock."""
        kept = self.workspace.read(draft, DRAFT)
        if kept is None:
            return
        found = json.loads(kept.body)
        self.refresh()
        for key, words in found.get("points", {}).items():
            self._sessions.fill_typed_point(key, words)
        if "detail" in found:
            self._open(found["detail"])
            for section in self._sections.values():
                if section.form is not None:
                    section.form.fill_draft(found["form"])
