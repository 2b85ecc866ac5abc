"""The open planner: the sidebar, the place that is shown, the toast. Navigation and wiring, nothing else."""

import json
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QMenuBar, QStackedWidget, QTextEdit, QWidget

from trustplanner.actions.plans import keep_draft
from trustplanner.domain.change import Change, Topic
from trustplanner.domain.errors import KnownError
from trustplanner.domain.events import EventKind
from trustplanner.domain.plans import questions_are_due
from trustplanner.storage.queries.events import events
from trustplanner.storage.queries.plans import draft, the_plan
from trustplanner.ui.kit import device_settings
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.focus_ring import FocusRing
from trustplanner.ui.kit.layouts import is_narrow, row
from trustplanner.ui.kit.navigation import Place, Sidebar
from trustplanner.ui.kit.notices import NoticeArea
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.amends_page import AmendsPage
from trustplanner.ui.screens.commitment_page import CommitmentPage
from trustplanner.ui.screens.contact_page import ContactPage
from trustplanner.ui.screens.dates_page import DatesPage
from trustplanner.ui.screens.delete_sheet import DeleteSheet
from trustplanner.ui.screens.export_sheet import ExportSheet
from trustplanner.ui.screens.first_run_page import FirstRunPage
from trustplanner.ui.screens.keys_sheet import KeysSheet
from trustplanner.ui.screens.menus import FIRST_SIZE, Menus
from trustplanner.ui.screens.names_page import NamesPage
from trustplanner.ui.screens.passphrase_sheet import PassphraseSheet
from trustplanner.ui.screens.path_page import PathPage
from trustplanner.ui.screens.recovery_page import RecoveryPage
from trustplanner.ui.screens.safety_page import SafetyPage
from trustplanner.ui.screens.settings_page import SettingsPage
from trustplanner.ui.screens.stop_page import StopPage
from trustplanner.ui.screens.support_page import SupportPage
from trustplanner.ui.screens.today_page import TodayPage

PLACE: Final = "place"  # the draft that holds where the person was
TEXT_STEP: Final = 0.1
WHEN_STOPPED: Final = frozenset({"stop", "safety", "support", "export", "delete", "keys"})


class Planner(QWidget):
    """Everything a person sees of one open vault.

    `delete_requested` comes after the passphrase was typed for it; `move_requested` carries a folder.
    """

    lock_requested = Signal()
    quit_requested = Signal()
    delete_requested = Signal()
    move_requested = Signal(object)

    def __init__(self, workspace: Workspace, settings: DeviceSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._settings = settings
        self._pages: dict[str, Page] = {}
        self._shown = ""
        self._before = ""
        self._menus: Menus | None = None
        self.setObjectName("planner")
        self.places = [
            Place("today", "calendar-days", self.tr("Today"), "Ctrl+1"),
            Place("path", "route", self.tr("Path"), "Ctrl+2"),
            Place("amends", "list-checks", self.tr("Amends"), "Ctrl+3"),
            Place("recovery", "chart-column", self.tr("Recovery"), "Ctrl+5"),
        ]
        self._sidebar = Sidebar(workspace.theme, self.places)
        self._stack = QStackedWidget()
        self._notices = NoticeArea(workspace.theme)
        self._notices.set_content(self._stack)
        layout = row(self)
        layout.addWidget(self._sidebar)
        layout.addWidget(self._notices, 1)
        self._ring: FocusRing | None = None
        self._connect()

    def _connect(self) -> None:
        """All wiring between the parts of this window."""
        self._sidebar.place_chosen.connect(lambda code: self.go(Destination(code)))
        self._sidebar.help_requested.connect(lambda: self.go(Destination("support")))
        self._sidebar.lock_requested.connect(self.lock_requested)
        self._notices.undo_requested.connect(self._undo)
        self.workspace.recorded.connect(self._on_recorded)
        self.workspace.undone.connect(self._notices.dismiss)
        self.workspace.refused.connect(self._on_refused)
        self.workspace.undo_changed.connect(self._show_undo)
        self.workspace.changed.connect(self._on_workspace_changed)
        self.workspace.day_changed.connect(self._on_day_changed)
        self.workspace.theme.changed.connect(self._fit)

    def fill_menus(self, bar: QMenuBar) -> None:
        """Give the window its menus."""
        self._menus = Menus(bar, self.places, self)
        self._menus.go_requested.connect(self.go)
        self._menus.undo_requested.connect(self._undo)
        self._menus.redo_requested.connect(self.workspace.redo)
        self._menus.lock_requested.connect(self.lock_requested)
        self._menus.quit_requested.connect(self.quit_requested)
        self._menus.text_size_requested.connect(self._on_text_size_requested)

    # --- where to be

    def begin(self) -> None:
        """Show the first run, the stop page, the private questions if they are due, or where the person was."""
        self._ring = FocusRing(self.workspace.theme, self.window())
        before = self._place_before()
        if self.workspace.read(the_plan) is None or self.workspace.safety is None:
            self.go(Destination("first_run"))
        elif self._questions_are_due():
            self.go(Destination("safety"))
        else:
            self.go(Destination(before.get("place", "today"), before.get("detail", "")))
            self._put_cursor_back(before)

    def go(self, destination: Destination) -> None:
        """Show a place or open a sheet."""
        place = destination.place
        if place == "back":
            place = self._before if self._before in self._factories() else "today"
        if self._is_stopped() and place not in WHEN_STOPPED:
            place = "stop"
        if self._is_first_run() and place not in ("first_run", "support", "keys"):
            return
        open_sheet = self._sheets().get(place)
        if open_sheet is not None:
            open_sheet()
            return
        for sheet in self.window().findChildren(SheetDialog):
            sheet.request_close()  # saves what is typed, as Esc does
        page = self._page(place)
        page.show_detail(destination.detail)
        self._leave_last()
        if place != self._shown:
            self._before, self._shown = self._shown, place
        self._sidebar.show_place("amends" if place == "commitment" else place)
        self._sidebar.show_places(is_shown=place not in ("first_run", "stop") and not self._is_stopped())
        self._stack.setCurrentWidget(page)
        self._notices.set_column(page.column_for_toast())
        page.setFocus()

    def save_typing(self) -> None:
        """Write what is typed, and where the person is.

        Raises:
            KnownError: it could not be written.
        """
        for page in self._pages.values():
            page.save_typing()
        self.workspace.do_quietly(keep_draft, PLACE, json.dumps(self._place_now()))

    def show_problem(self, sentence: str) -> None:
        """Say what went wrong where no page says it."""
        self._notices.show_notice(sentence, offers_undo=False)

    def _page(self, place: str) -> Page:
        if place not in self._pages:
            page = self._factories()[place]()
            page.go_requested.connect(self.go)
            self._pages[place] = page
            self._stack.addWidget(page)
        return self._pages[place]

    def _factories(self) -> dict[str, Callable[[], Page]]:
        workspace = self.workspace
        return {
            "today": lambda: TodayPage(workspace),
            "path": lambda: PathPage(workspace),
            "amends": lambda: AmendsPage(workspace),
            "commitment": lambda: CommitmentPage(workspace),
            "recovery": lambda: RecoveryPage(workspace, self._settings),
            "dates": lambda: DatesPage(workspace),
            "settings": self._make_settings,
            "support": lambda: SupportPage(workspace),
            "safety": lambda: SafetyPage(workspace),
            "contact": lambda: ContactPage(workspace),
            "names": lambda: NamesPage(workspace),
            "first_run": lambda: FirstRunPage(workspace),
            "stop": lambda: StopPage(workspace),
        }

    def _sheets(self) -> dict[str, Callable[[], None]]:
        return {
            "export": lambda: self._open(ExportSheet(self.workspace, self._settings, self.window())),
            "passphrase": lambda: self._open(PassphraseSheet(self.workspace, self.window())),
            "keys": lambda: self._open(KeysSheet(self.workspace.theme, self.window())),
            "delete": self._open_delete,
        }

    def _make_settings(self) -> Page:
        page = SettingsPage(self.workspace, self._settings)
        page.move_requested.connect(self.move_requested)
        return page

    def _open(self, sheet: SheetDialog) -> None:
        sheet.open()

    def _open_delete(self) -> None:
        sheet = DeleteSheet(self.workspace, self.window())
        sheet.confirmed.connect(self.delete_requested)
        sheet.open()

    def _leave_last(self) -> None:
        """What was typed on the last place is saved before another is shown."""
        last = self._pages.get(self._shown)
        if last is None:
            return
        try:
            last.save_typing()
        except KnownError as error:
            self._on_refused(error)

    # --- where the person was

    def _place_now(self) -> dict[str, str | int]:
        field = self.focusWidget()
        page = self._pages.get(self._shown)
        now: dict[str, str | int] = {"place": self._shown, "detail": page.detail() if page else ""}
        if isinstance(field, QLineEdit):
            now |= {"field": field.objectName(), "cursor": field.cursorPosition()}
        elif isinstance(field, QTextEdit):
            now |= {"field": field.objectName(), "cursor": field.textCursor().position()}
        return now

    def _place_before(self) -> dict[str, str]:
        kept = self.workspace.read(draft, PLACE)
        try:
            found = json.loads(kept.body) if kept else {}
        except ValueError:
            return {}
        if found.get("place") not in self._factories() or found["place"] in ("first_run", "stop", "safety"):
            return {}
        return {name: str(value) for name, value in found.items()}

    def _put_cursor_back(self, before: dict[str, str]) -> None:
        name, cursor = before.get("field", ""), int(before.get("cursor", "0"))
        field = self.findChild(QWidget, name) if name else None
        if isinstance(field, QLineEdit):
            field.setFocus()
            field.setCursorPosition(cursor)
        elif isinstance(field, QTextEdit):
            field.setFocus()
            position = field.textCursor()
            position.setPosition(min(cursor, len(field.toPlainText())))
            field.setTextCursor(position)

    # --- news

    def _on_recorded(self, words: str) -> None:
        self._notices.show_notice(words, offers_undo=self.workspace.next_undo is not None)

    def _on_refused(self, error: KnownError) -> None:
        self.show_problem(self.workspace.sentence_for(error))

    def _on_workspace_changed(self, change: Change) -> None:
        if Topic.SAFETY in change.topics and self._is_stopped() and self._shown != "safety":
            self.go(Destination("stop"))

    def _on_day_changed(self) -> None:
        self._notices.dismiss()
        if not self._is_first_run() and self._questions_are_due():
            self.show_problem(self.tr("The private questions come back today. They stand in Settings."))

    def _undo(self) -> None:
        self.workspace.undo(is_slip=not self._notices.toast.isHidden())

    def _show_undo(self) -> None:
        if self._menus is not None:
            can_undo, can_redo = self.workspace.next_undo is not None, self.workspace.next_redo is not None
            self._menus.show_undo(can_undo=can_undo, can_redo=can_redo)

    def _on_text_size_requested(self, step: int) -> None:
        theme = self.workspace.theme
        theme.set_text_scale(1.0 if step == FIRST_SIZE else round(theme.text_scale + step * TEXT_STEP, 1))
        self._settings.put(device_settings.TEXT_SCALE, theme.text_scale)

    def _is_stopped(self) -> bool:
        safety = self.workspace.safety
        return safety is not None and safety.stop

    def _is_first_run(self) -> bool:
        return self._shown == "first_run" and (self.workspace.read(the_plan) is None or self.workspace.safety is None)

    def _questions_are_due(self) -> bool:
        setbacks = [event.created_at for event in self.workspace.read(events) if event.kind is EventKind.SETBACK]
        return questions_are_due(self.workspace.safety, max(setbacks, default=None), self.workspace.today)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the sidebar narrow in a narrow window."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._sidebar.set_narrow(is_narrow(self.workspace.theme, self.window().width()))
