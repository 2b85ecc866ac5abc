"""Reminding while a vault is open and its window uncovered: inside the window always, outside where there is a place.

It lives in the planner, which a lock takes away together with its process, so nothing can remind behind the lock.
"""

from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from trustplanner.actions.reminders import leave_reminder, note_reminded
from trustplanner.domain.change import Change, Topic
from trustplanner.domain.errors import KnownError
from trustplanner.domain.reminders import Outside
from trustplanner.ui.kit.desktop_messages import DesktopMessages
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.quiet import attempt_quietly
from trustplanner.ui.kit.reminder_line import ReminderLine
from trustplanner.ui.kit.reminder_state import (
    chosen_reminders,
    reminder_that_stands,
    reminder_to_give,
    reminders_gone_by,
    words_outside,
)
from trustplanner.ui.kit.tray import Tray
from trustplanner.ui.kit.workspace import Workspace

CHECK_MS = 30_000
# Today has its banner. The others are for help, or are turned towards somebody else.
WITHOUT_LINE = frozenset({"today", "support", "safety", "stop", "first_run", "session", "their_voice"})
_CONCERNS = frozenset({Topic.SETTINGS, Topic.ANSWERS, Topic.COMMITMENTS, Topic.SAFETY, Topic.PLAN})


class Reminding(QObject):
    """The line at the foot of the pages, the icon in the tray, and messages of the desktop.

    `planner` is what a lock or a page that holds words back hides; while it is hidden nothing is shown.
    """

    today_requested = Signal()
    forward_requested = Signal()
    lock_requested = Signal()
    quit_requested = Signal()

    def __init__(self, workspace: Workspace, planner: QWidget) -> None:
        super().__init__(planner)
        self._workspace = workspace
        self._planner = planner
        self._place = ""
        self._is_example = False
        self._has_begun = False
        self.line = ReminderLine(workspace.theme)
        self.tray = Tray(workspace.theme, planner)
        self._desktop = DesktopMessages(self)
        self._timer = QTimer(self, interval=CHECK_MS)
        self._timer.timeout.connect(self.check)
        self._line_due = QTimer(self, interval=0, singleShot=True)
        self._line_due.timeout.connect(self._on_line_due)
        self._connect()

    def _connect(self) -> None:
        self.line.today_requested.connect(self.today_requested)
        self.line.close_requested.connect(self._on_line_close_requested)
        self.tray.open_requested.connect(self.forward_requested)
        self.tray.message_opened.connect(self._on_message_opened)
        self.tray.lock_requested.connect(self.lock_requested)
        self.tray.quit_requested.connect(self.quit_requested)
        self._workspace.changed.connect(self._on_workspace_changed)
        self._workspace.day_changed.connect(self._show_line)
        self._planner.installEventFilter(self)

    def below(self, pages: QWidget) -> QWidget:
        """The pages with the line at their foot."""
        holder = QWidget()
        layout = column(holder)
        layout.addWidget(pages, 1)
        layout.addWidget(self.line)
        return holder

    def begin(self) -> None:
        """The vault was unlocked: say once what came due meanwhile, without a message."""
        with suppress(KnownError):  # on a full disk it is said the next time
            gone_by = reminders_gone_by(self._workspace)
            if gone_by:
                self._workspace.do_quietly(note_reminded, gone_by)
        self._has_begun = True
        self._uncover()

    def _uncover(self) -> None:
        """The planner is seen: look at the clock from now on."""
        self._timer.start()
        self.check()
        self._show_line()

    def _cover(self) -> None:
        """The planner is not seen any more: leave nothing on the screen."""
        self._timer.stop()
        self.tray.set_wanted(False)
        self._desktop.take_back()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the planner, as it is covered and uncovered by the program; made small by the system it stays."""
        if watched is self._planner and self._has_begun and not event.spontaneous():
            if event.type() == QEvent.Type.Show and not self._workspace.runner.vault.is_closed:
                self._uncover()  # a window that locks as it is made small is shown once more by Qt, behind the lock
            elif event.type() == QEvent.Type.Hide:
                self._cover()
        return False

    def stand_on(self, place: str) -> None:
        """Another page is shown."""
        self._place = place
        self._is_example = False
        self._show_line()

    def check(self) -> None:
        """Look at the clock: remind if it is time, and follow a tray that comes or goes."""
        if not self._planner.isVisible():
            return
        chosen = chosen_reminders(self._workspace)
        self.tray.set_wanted(chosen.is_on and chosen.has_icon)
        found = reminder_to_give(self._workspace)
        if found is None:
            return
        try:
            self._workspace.do_quietly(note_reminded, [found])
        except KnownError:  # a full disk: without this note it would come again each half minute
            return
        if not self._planner.window().isActiveWindow():
            self._send(words_outside(self._workspace, chosen))

    def outside(self) -> Outside:
        """Where a message outside the window would be shown now."""
        if self.tray.is_shown:
            return Outside.TRAY
        if self._desktop.is_available:
            return Outside.PORTAL
        return Outside.NEEDS_ICON if self.tray.is_available else Outside.NOWHERE

    def show_example(self) -> None:
        """Show once how a reminder looks, inside the window and outside."""
        self._is_example = True
        self._show_line()
        self._send(words_outside(self._workspace, chosen_reminders(self._workspace)))

    def _send(self, words: str) -> None:
        where = self.outside()
        if where is Outside.TRAY:
            self.tray.show_message(words)
        elif where is Outside.PORTAL:
            self._desktop.show_message(words)

    def _show_line(self) -> None:
        words = self._workspace.catalogue.reminders()
        if self._is_example:
            self._say(words.example, leads_to_today=False)
            return
        found = None if self._place in WITHOUT_LINE | {""} else reminder_that_stands(self._workspace)
        self._say("" if found is None else words.banner[found.slot])

    def _say(self, sentence: str, *, leads_to_today: bool = True) -> None:
        is_news = bool(sentence) and sentence != self.line.sentence()
        self.line.show_sentence(sentence, leads_to_today=leads_to_today)
        if is_news:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, sentence))

    def _on_line_close_requested(self) -> None:
        found = None if self._is_example else reminder_that_stands(self._workspace)
        self._is_example = False
        if found is not None:
            attempt_quietly(self._workspace, leave_reminder, found)
        self._show_line()

    def _on_message_opened(self) -> None:
        self.forward_requested.emit()
        self.today_requested.emit()

    def _on_workspace_changed(self, change: Change) -> None:
        if not change.topics & _CONCERNS:
            return
        if Topic.SETTINGS in change.topics and self._planner.isVisible():
            chosen = chosen_reminders(self._workspace)
            self.tray.set_wanted(chosen.is_on and chosen.has_icon)
        self._line_due.start()

    def _on_line_due(self) -> None:
        """After an answer its row comes first; by then the vault may be closed."""
        if not self._workspace.runner.vault.is_closed:
            self._show_line()
