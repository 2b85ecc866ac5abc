"""The composition root: from the first window to the open planner, and back to the lock screen.

The first window is painted before anything heavy is imported; a thread imports the rest while the person types.
"""

import gc
import os
import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer
from PySide6.QtWidgets import QApplication

from trustplanner.domain.errors import Code, KnownError, UnreadableError
from trustplanner.entrance import Entrance
from trustplanner.starting import Start, clear_demo, local_clock, replace_process, resumed
from trustplanner.ui.kit import device_settings
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.display import has_display
from trustplanner.ui.kit.theme import STYLE, Theme, load_theme
from trustplanner.ui.kit.warm_up import WarmUp
from trustplanner.ui.screens.shell_window import ShellWindow

if TYPE_CHECKING:  # imported on a thread after the first paint
    from trustplanner.crash_log import CrashLog
    from trustplanner.storage.vault import Vault
    from trustplanner.ui.kit.idle import IdleWatch
    from trustplanner.ui.kit.workspace import Workspace
    from trustplanner.ui.screens.main_window import Planner
    from trustplanner.ui.screens.unsaved_page import UnsavedPage

BEFORE_UNLOCKING = (
    "sqlalchemy",
    "sqlcipher3.dbapi2",
    "nacl.bindings",
    "trustplanner.storage.vault",
    "trustplanner.content.catalogue",
    "trustplanner.ui.screens.main_window",
)
AFTER_UNLOCKING = ("trustplanner.charts.figure", "matplotlib.backends.backend_agg")
DAY_CHECK_MS = 30_000
LONGEST_REWRITING = 120.0  # seconds


@runtime_checkable
class SaysProblems(Protocol):
    """A page with a place for a sentence about what went wrong."""

    def show_problem(self, sentence: str) -> None:
        """Say it there."""


class Program(QObject):
    """One run of the program: one window, at most one open vault.

    `replace` ends the process and begins again with the first page; tests put something else in its place.
    """

    def __init__(
        self,
        app: QApplication,
        start: Start,
        settings: DeviceSettings,
        theme: Theme,
        clock: Callable[[], datetime] = local_clock,
        replace: Callable[[Start], object] = replace_process,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._start = start
        self._settings = settings
        self._theme = theme
        self._clock = clock
        self._replace = replace
        self._background = Background(self)
        self._warm_up = WarmUp(self)
        self._vault: Vault | None = None
        self._planner: Planner | None = None
        self._idle: IdleWatch | None = None
        self._is_leaving = False
        self.window = ShellWindow(theme, start.geometry)
        self.window.closing.connect(self._on_window_closing)
        self.window.painted.connect(self._on_window_painted)
        self.window.minimised.connect(self._on_window_minimised)
        self._entrance = Entrance(self.window, start, settings, theme, self._background, clock)
        self._entrance.vault_opened.connect(self._on_vault_opened)

    def begin(self) -> None:
        """Show the first page."""
        self._entrance.begin()
        if self._start.is_minimised:
            self.window.showMinimized()
        else:
            self.window.show()

    def _on_window_painted(self) -> None:
        self._warm_up.start(BEFORE_UNLOCKING)

    # --- the planner

    def _on_vault_opened(self, vault: "Vault") -> None:
        if self._is_leaving:
            vault.close(backup=False)
            return
        self._vault = vault
        self._warm_up.when_over(self._begin_planner)

    def _begin_planner(self) -> None:
        """Once everything is imported; meanwhile the window may have been locked or closed."""
        if (vault := self._vault) is None or self._is_leaving:
            return
        try:
            from trustplanner.actions.runner import Runner
            from trustplanner.ui.kit.workspace import Workspace

            runner = Runner(vault, self._clock)
            workspace = Workspace(runner, self._entrance.catalogue(), self._theme, self._background, self)
            self._watch(workspace)
            self._show_planner(workspace)
        except Exception as error:
            if self._planner is not None:  # it is shown, and there are other places in it
                raise
            self._close_vault(backup=False)
            self._entrance.give_back(error)

    def _show_planner(self, workspace: "Workspace") -> None:
        from trustplanner.ui.screens.main_window import Planner

        planner = Planner(workspace, self._settings)
        planner.lock_requested.connect(self.lock)
        planner.quit_requested.connect(self.window.close)
        planner.delete_requested.connect(self._on_delete_requested)
        planner.move_requested.connect(self._on_move_requested)
        planner.forward_requested.connect(self.window.come_forward)
        planner.fill_menus(self.window.menuBar())
        self._planner = planner
        self.window.show_page(planner)
        planner.begin()
        QTimer.singleShot(0, self, lambda: self._warm_up.start(AFTER_UNLOCKING))

    def _watch(self, workspace: "Workspace") -> None:
        """Lock when nobody is here, notice a new day, and show the window when a second start asks for it."""
        from trustplanner.storage.siblings import lock_of
        from trustplanner.ui.kit.idle import IdleWatch
        from trustplanner.ui.kit.system_signals import SystemSignals

        self._idle = IdleWatch(self._app, workspace.lock_minutes, parent=workspace)
        self._idle.idle.connect(self.lock)
        self._idle.lock_key_pressed.connect(self.lock)
        workspace.lock_minutes_changed.connect(self._idle.set_minutes)
        SystemSignals(workspace).locking.connect(self.lock)
        day_check = QTimer(workspace, interval=DAY_CHECK_MS)
        day_check.timeout.connect(workspace.notice_the_day)
        day_check.start()
        self._app.applicationStateChanged.connect(workspace.notice_the_day)
        watcher = QFileSystemWatcher([str(lock_of(self._entrance.path))], workspace)
        watcher.fileChanged.connect(self._on_lock_touched)

    def _on_lock_touched(self) -> None:
        """A second start asks for this window, unless it is this program itself that takes the vault away."""
        if not self._is_leaving:
            self.window.come_forward()

    def tell_known(self, error: KnownError) -> None:
        """Say an error that came where no page looks for one, such as an unreadable file of the program's own words."""
        sentence = self._entrance.sentence_for(error)
        page: object = self.window.page
        if isinstance(page, SaysProblems):
            page.show_problem(sentence)
        elif self.window.isVisible():
            from trustplanner.ui.kit.crash_window import SentenceWindow  # never needed if all goes well

            SentenceWindow(sentence, self.window).show()

    # --- leaving

    def lock(self) -> None:
        """Hide, save, close the vault, and replace this process by the lock screen. Asks nothing.

        Words that cannot be saved, on a full disk for example, are not thrown away: a page that shows none of them
        stays instead, until there is room or the person gives them up.
        """
        if self._is_leaving or self._vault is None:
            return
        geometry = self.window.geometry_text()
        if self._have_saved_unseen():
            self._leave(geometry, self._finish_rewriting())

    def _on_window_minimised(self) -> None:
        if self._settings.flag(device_settings.LOCK_ON_MINIMISE):
            self.lock()

    def _on_window_closing(self) -> None:
        if self._is_leaving:
            return
        if not self._have_saved_unseen():
            return
        outcome = self._finish_rewriting()
        note = self._close_vault()
        note = outcome or note
        if note and not self._start.is_demo:
            self._settings.put(device_settings.NEWS, note)  # told on the next lock screen
        self._background.wait()
        self._warm_up.wait()
        if self._start.is_demo:
            clear_demo(self._entrance.path)

    def _have_saved_unseen(self) -> bool:
        """Hide the window, then save what is typed. If that is impossible the words are held back behind a page, and a
        window that was to close stays.
        """
        self._is_leaving = True
        self.window.cover()
        try:
            if self._planner is not None:
                self._planner.save_typing()
        except KnownError as error:
            self._show_unsaved(self._entrance.sentence_for(error))
            return False
        except Exception:
            self._show_unsaved("")
            raise  # to be told, too
        return True

    def _show_unsaved(self, sentence: str) -> None:
        from trustplanner.ui.screens.unsaved_page import UnsavedPage  # only on a full disk

        self._is_leaving = False
        self.window.keep_open()
        page = UnsavedPage(self._theme, sentence)
        page.try_again_requested.connect(self.lock)
        page.give_up_requested.connect(self._on_give_up_requested)
        page.words_requested.connect(lambda passphrase: self._on_words_requested(page, passphrase))
        page.help_requested.connect(self._entrance.show_help)
        self.window.show_uncovered(page)

    def _on_words_requested(self, page: "UnsavedPage", passphrase: str) -> None:
        """Show again what is held back, to whoever knows the passphrase."""
        vault = self._vault
        if vault is None:
            return
        page.set_busy(is_busy=True)

        def failed(error: Exception) -> None:
            page.set_busy(is_busy=False)
            if not isinstance(error, KnownError):
                raise error
            page.show_problem(self._entrance.sentence_for(error))

        fits = partial(vault.require_passphrase_fits, passphrase)
        self._background.run(page, fits, lambda _: self.window.uncover(), failed)

    def _on_give_up_requested(self) -> None:
        self._is_leaving = True
        geometry = self.window.geometry_text()
        self.window.cover()
        self._leave(geometry)

    def _leave(self, geometry: str, outcome: str = "") -> None:
        note = self._close_vault()
        note = outcome or note
        clipboard = self._app.clipboard()
        if clipboard.ownsClipboard():
            clipboard.clear()
        if clipboard.ownsSelection():
            clipboard.clear(clipboard.Mode.Selection)
        is_small = self.window.isMinimized()
        self._begin_again(Start(str(self._entrance.path), self._start.is_demo, geometry, note, is_minimised=is_small))

    def _finish_rewriting(self) -> str:
        """A passphrase change that is under way is finished instead of cut off; returns the code of how it came out."""
        from trustplanner.ui.screens.passphrase_sheet import PassphraseSheet

        sheet = self.window.findChild(PassphraseSheet)
        if sheet is None or not sheet.is_busy:
            return ""
        was_changed = sheet.is_changed  # only copies are being written then
        self._background.wait(LONGEST_REWRITING)
        self._app.sendPostedEvents(self._background)  # brings what came out
        if was_changed:
            return ""
        return (Code.PASSPHRASE_CHANGED if sheet.is_changed else Code.PASSPHRASE_KEPT).value

    def _begin_again(self, start: Start) -> None:
        """Only after what is being imported is there: matplotlib leaves a temporary folder if it is cut off."""
        self._warm_up.wait()
        self._replace(start)

    def _close_vault(self, *, backup: bool = True) -> str:
        """Close, with a backup if anything changed; returns the code of what went wrong with it, or nothing."""
        vault, self._vault = self._vault, None
        try:
            if vault is not None:
                made = vault.close(backup=backup)
                return Code.COPY_FAR_SMALLER.value if made and made.is_far_smaller else ""
        except KnownError as error:
            return (Code.COPY_DISK_FULL if error.code is Code.DISK_FULL else Code.COPY_NOT_MADE).value
        except Exception as error:  # noqa: BLE001  (whatever it is, nothing keeps the lock from locking)
            _note_down(error)
            return Code.COPY_NOT_MADE.value
        return ""

    def _on_delete_requested(self) -> None:
        """Delete the vault with everything beside it; if it is the person's own, this computer's settings, too."""
        from trustplanner.storage.moving import delete_vault
        from trustplanner.ui.kit.crash_reports import forget_log

        path, note = self._entrance.path, ""
        self._is_leaving = True
        self.window.cover()
        self._close_vault(backup=False)
        try:
            delete_vault(path)
        except Exception as error:  # noqa: BLE001  (whatever it is, a covered window does not stay)
            if not isinstance(error, KnownError):
                _note_down(error)
            note = Code.DELETE_INCOMPLETE.value
        if self._start.is_demo:
            clear_demo(path)
        elif path == self._settings.vault.absolute() and not note:
            self._settings.forget_everything()
            device_settings.remove_if_empty(path.parent)
            forget_log()
        self._begin_again(Start(str(path), self._start.is_demo, note=note, is_deleted=not path.exists()))

    def _on_move_requested(self, folder: Path) -> None:
        """Close, move, and begin again with the lock screen at the new place."""
        from trustplanner.storage.moving import move_vault

        if self._start.is_demo and self._planner is not None:
            self._planner.show_problem(self._planner.tr("The demo stays in its temporary folder."))
            return
        geometry = self.window.geometry_text()
        if not self._have_saved_unseen():
            return
        note = self._close_vault()
        path = self._entrance.path
        is_own = path == self._settings.vault.absolute()  # a file that was only opened for once stays so
        if is_own:
            self._settings.expect_move(folder / path.name)
        try:
            path = move_vault(path, folder)
        except KnownError as error:
            is_plain = error.code in (Code.VAULT_EXISTS, Code.FOLDER_MISSING, Code.FOLDER_OF_COPIES)
            note = (error.code if is_plain else Code.NOT_MOVED).value
        except Exception as error:  # noqa: BLE001  (whatever it is, a covered window does not stay)
            _note_down(error)
            note = Code.NOT_MOVED.value
        if is_own:
            self._settings.settle_move()
        self._begin_again(Start(str(path), geometry=geometry, note=note))


def run(vault: Path | None = None, *, demo: bool = False) -> int:
    """Open the window and stay until it is closed; returns the exit status.

    Raises:
        UnreadableError: NO_DISPLAY, RESOURCES_MISSING.
    """
    _require_display()
    gc.disable()  # until everything is imported: `WarmUp` turns it on again
    os.environ.setdefault("QT_STYLE_OVERRIDE", STYLE)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("trustplanner")
    app.setApplicationDisplayName("Trustplanner")
    app.setDesktopFileName("trustplanner")
    settings = DeviceSettings(parent=app)
    theme = load_theme(app)
    settings.dress(theme)
    theme.apply_to(app)
    start = resumed() or Start(str(vault.absolute()) if vault else "", demo)
    program = Program(app, start, settings, theme)
    program.window.painted.connect(lambda: _look_after(program))
    program.begin()
    return app.exec()


def _require_display() -> None:
    if sys.platform.startswith("linux") and not has_display():
        raise UnreadableError(Code.NO_DISPLAY)


def _look_after(program: Program) -> "CrashLog":
    """From the first paint on: errors that nothing expects go to the log, and a log-out closes the window."""
    from trustplanner.ui.kit.crash_reports import catch_everything
    from trustplanner.ui.kit.ending_signals import EndingSignals

    EndingSignals(program).asked.connect(program.window.close)
    return catch_everything(program.window, program.tell_known)


def _note_down(error: Exception) -> None:
    from trustplanner.ui.kit.crash_reports import note_down

    note_down(error)
