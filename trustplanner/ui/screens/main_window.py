"""The open planner: the sidebar, the place that is shown, the toast. Navigation and wiring, nothing else."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenuBar, QStackedWidget, QWidget

from trustplanner.domain.change import Change, Topic
from trustplanner.domain.errors import KnownError
from trustplanner.ui.kit.allowed_places import NEVER_AGAIN, NOT_CAME_BACK_TO, allowed
from trustplanner.ui.kit.autosave import save_all
from trustplanner.ui.kit.cursor_place import CursorWatch, put_cursor_back
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.draft_sheet import take_open_sheet
from trustplanner.ui.kit.focus_ring import FocusRing
from trustplanner.ui.kit.kept_place import KeptPlace, keep_place, place_before
from trustplanner.ui.kit.last_copy import LastCopyCaption
from trustplanner.ui.kit.layouts import is_narrow, row
from trustplanner.ui.kit.navigation import Place, Sidebar
from trustplanner.ui.kit.notices import NoticeArea
from trustplanner.ui.kit.opening_place import are_questions_due, is_first_run, is_stopped, opening_place
from trustplanner.ui.kit.page import HANDED_OVER, Destination, Page
from trustplanner.ui.kit.reminding import Reminding
from trustplanner.ui.kit.sheet_dialog import SheetDialog, open_sheets
from trustplanner.ui.kit.spoken_news import SpokenNews
from trustplanner.ui.kit.text_size import change_text_size
from trustplanner.ui.kit.trail import Trail
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.contact_sheet import ContactSheet
from trustplanner.ui.screens.delete_sheet import DeleteSheet
from trustplanner.ui.screens.export_sheet import ExportSheet
from trustplanner.ui.screens.first_look_sheet import FirstLookSheet
from trustplanner.ui.screens.habits_sheet import HabitsSheet
from trustplanner.ui.screens.keys_sheet import KeysSheet
from trustplanner.ui.screens.menus import Menus
from trustplanner.ui.screens.page_makers import page_makers
from trustplanner.ui.screens.passphrase_sheet import PassphraseSheet
from trustplanner.ui.screens.report_sheet import ReportSheet
from trustplanner.ui.screens.settings_page import SettingsPage
from trustplanner.ui.screens.withdrawal_sheet import WithdrawalSheet


class Planner(QWidget):
    """Everything a person sees of one open vault.

    `delete_requested` comes after the passphrase was typed for it; `move_requested` carries a folder.
    `forward_requested` asks for the window, from the tray.
    """

    lock_requested = Signal()
    quit_requested = Signal()
    delete_requested = Signal()
    move_requested = Signal(object)
    forward_requested = Signal()

    def __init__(self, workspace: Workspace, settings: DeviceSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._settings = settings
        self._pages: dict[str, Page] = {}
        self._shown = ""
        self._is_handed_over = False
        self._menus: Menus | None = None
        self.setObjectName("planner")
        self.places = [
            Place("today", "calendar-days", self.tr("Today"), "Ctrl+1"),
            Place("path", "route", self.tr("Path"), "Ctrl+2"),
            Place("amends", "list-checks", self.tr("Amends"), "Ctrl+3"),
            Place("conversations", "messages-square", self.tr("Conversations"), "Ctrl+4"),
            Place("recovery", "chart-column", self.tr("Recovery"), "Ctrl+5"),
            Place("session", "users-round", self.tr("Session"), "Ctrl+6"),
        ]
        self._trail = Trail({place.code for place in self.places}, NEVER_AGAIN)
        self._sidebar = Sidebar(workspace.theme, self.places)
        self._sidebar.set_caption(LastCopyCaption(workspace))
        self._stack = QStackedWidget()
        self._cursor = CursorWatch(self._stack)
        self._notices = NoticeArea(workspace.theme)
        self._reminding = Reminding(workspace, self)
        self._notices.set_content(self._reminding.below(self._stack))
        self._news = SpokenNews(workspace, self._notices)
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
        self.workspace.refused.connect(self._on_refused)
        self.workspace.help_requested.connect(lambda: self.go(Destination("support")))
        self.workspace.undo_changed.connect(self._on_undo_changed)
        self.workspace.changed.connect(self._on_workspace_changed)
        self.workspace.day_changed.connect(self._on_day_changed)
        self.workspace.theme.changed.connect(self._fit)
        self._reminding.today_requested.connect(lambda: self.go(Destination("today")))
        self._reminding.forward_requested.connect(self.forward_requested)
        self._reminding.lock_requested.connect(self.lock_requested)
        self._reminding.quit_requested.connect(self.quit_requested)

    def fill_menus(self, bar: QMenuBar) -> None:
        """Give the window its menus."""
        self._menus = Menus(bar, self.places, self)
        self._menus.go_requested.connect(self.go)
        self._menus.undo_requested.connect(self._news.undo)
        self._menus.redo_requested.connect(self.workspace.redo)
        self._menus.lock_requested.connect(self.lock_requested)
        self._menus.quit_requested.connect(self.quit_requested)
        self._menus.text_size_requested.connect(partial(change_text_size, self.workspace.theme, self._settings))

    # --- where to be

    def begin(self) -> None:
        """Show the first run, the stop page, the private questions if they are due, or where the person was."""
        self._ring = FocusRing(self.workspace.theme, self.window())
        before, last = place_before(self.workspace), Destination("today")
        if before is not None and before.destination.place in self._factories().keys() - NOT_CAME_BACK_TO:
            last = before.destination
        first = opening_place(self.workspace)
        if first is not None:
            self._trail.begin_after(last)
        self.go(first or last)
        if first is None and before is not None:
            put_cursor_back(self._stack, before.cursor)
        sheet = take_open_sheet(self.workspace)
        if first is None and sheet is not None:
            self._pages[self._shown].open_again(sheet)
        self._reminding.begin()

    def go(self, destination: Destination) -> None:
        """Show a place or open a sheet. Nothing happens while an open sheet has words it cannot save, or is at work."""
        wanted = self._place_before() if destination.place == "back" else destination
        place, detail = allowed(self.workspace, wanted)
        if place == "keys":  # these may be looked up from within another sheet
            self._open_keys()
            return
        if not self._have_sheets_closed():
            return
        self._save_last()
        open_sheet = self._sheets().get(place)
        if open_sheet is not None:
            open_sheet()
            return
        self._trail.follow(place, self._here())
        page = self._page(place)
        self._is_handed_over = page.is_handed_over or (self._is_handed_over and page.is_for_help)
        page.show_detail(HANDED_OVER if self._is_handed_over and page.is_for_help else detail)
        if self._stack.indexOf(page) < 0:  # only now, because the first of all is seen at once and would be read twice
            self._stack.addWidget(page)
        self._shown = place
        if page.fills_window:
            self._put_others_away(page)
        self._sidebar.setVisible(not page.fills_window and not self._is_handed_over)
        self._sidebar.show_place(page.parent_place or place)
        self._sidebar.show_places(is_shown=not is_stopped(self.workspace) and not is_first_run(self.workspace))
        if self._menus is not None:
            self._menus.show_handed_over(is_handed_over=self._is_handed_over)
        self._stack.setCurrentWidget(page)
        self._news.stand_on(page)
        self._reminding.stand_on(place)
        page.come_to(detail)

    def _here(self) -> Destination:
        return Destination(self._shown, self._pages[self._shown].detail() if self._shown else "")

    def _place_before(self) -> Destination:
        """Where `back` leads: along the trail, and from its beginning to the place that the page belongs to."""
        parent = self._shown and self._pages[self._shown].parent_place
        return self._trail.last or Destination(parent or "today")

    def _save_last(self) -> None:
        """What cannot be saved stays on its page."""
        try:
            if self._shown:
                self._pages[self._shown].save_typing()
        except KnownError as error:
            self._on_refused(error)

    def save_typing(self) -> None:
        """Write what is typed, and where the person is.

        Raises:
            KnownError: some of what is typed could not be written; the rest is.
        """
        save_all([*self._pages.values(), *self._open_sheets()])
        here = KeptPlace(self._here(), self._cursor.place())
        with suppress(KnownError):  # without it the next session only begins somewhere else
            keep_place(self.workspace, here)

    def show_problem(self, sentence: str) -> None:
        """Say what went wrong where no page says it: in the uppermost sheet, or as a toast."""
        sheets = self._open_sheets()
        if sheets:
            sheets[-1].show_refusal(sentence)
        else:
            self._news.refuse(sentence)

    # --- pages and sheets

    def _page(self, place: str) -> Page:
        if place not in self._pages:
            page = self._factories()[place]()
            page.go_requested.connect(self.go)
            self._pages[place] = page
        return self._pages[place]

    def _put_others_away(self, shown: Page) -> None:
        """Others read the screen: what other pages hold is not even hidden in the window. Unsaved words stay theirs."""
        for place, page in list(self._pages.items()):
            if page is not shown:
                with suppress(KnownError):
                    page.save_typing()
                    self._stack.removeWidget(self._pages.pop(place))
                    page.hide()
                    page.setParent(None)
                    page.deleteLater()

    def _factories(self) -> dict[str, Callable[[], Page]]:
        return {**page_makers(self.workspace, self._settings), "settings": self._make_settings}

    def _make_settings(self) -> Page:
        page = SettingsPage(self.workspace, self._settings, self._reminding)
        page.move_requested.connect(self.move_requested)
        return page

    def _sheets(self) -> dict[str, Callable[[], None]]:
        return {
            "export": lambda: ExportSheet(self.workspace, self._settings, self.window()).open(),
            "habits": lambda: HabitsSheet(self.workspace, self._settings, self.window()).open(),
            "contact_change": lambda: ContactSheet(self.workspace, self.window()).open(),
            "passphrase": lambda: PassphraseSheet(self.workspace, self.window()).open(),
            "delete": self._open_delete,
            "first_look": self._open_first_look,
            "withdrawal": lambda: WithdrawalSheet(self.workspace, self.window()).open(),
            "report": lambda: ReportSheet(self.workspace, self._settings, self.window()).open(),
        }

    def _open_keys(self) -> None:
        if not any(isinstance(sheet, KeysSheet) for sheet in self._open_sheets()):
            KeysSheet(self.workspace.theme, self.window()).open()

    def _open_first_look(self) -> None:
        words = self.workspace.catalogue.first_look()
        FirstLookSheet(self.workspace.theme, words, self.window()).open()

    def _open_delete(self) -> None:
        sheet = DeleteSheet(self.workspace, self.window())
        sheet.confirmed.connect(self.delete_requested)
        sheet.open()

    def _open_sheets(self) -> list[SheetDialog]:
        return open_sheets(self.window())

    def _have_sheets_closed(self) -> bool:
        for sheet in reversed(self._open_sheets()):
            sheet.request_close()  # saves what is typed, as Esc does
        return not self._open_sheets()

    # --- news

    def _on_refused(self, error: KnownError) -> None:
        self.show_problem(self.workspace.sentence_for(error))

    def _on_workspace_changed(self, change: Change) -> None:
        for sheet in self._open_sheets():
            sheet.show_refusal("")  # what was said is over: something could be written
        if Topic.SAFETY in change.topics and is_stopped(self.workspace) and self._shown != "safety":
            self.go(Destination("stop"))

    def _on_day_changed(self) -> None:
        if self._is_handed_over or (self._shown and self._pages[self._shown].fills_window):
            return
        if not is_first_run(self.workspace) and are_questions_due(self.workspace):
            self._news.tell(self.tr("The private questions come back today. They stand in Settings."))

    def _on_undo_changed(self) -> None:
        if self._menus is not None:
            can_undo, can_redo = self.workspace.next_undo is not None, self.workspace.next_redo is not None
            self._menus.show_undo(can_undo=can_undo, can_redo=can_redo)

    # --- its shape

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the sidebar narrow in a narrow window."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._sidebar.set_narrow(is_narrow(self.workspace.theme, self.window().width()))
