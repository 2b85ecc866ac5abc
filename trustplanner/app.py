"""The composition root: from the first window to the open planner, and back to the lock screen.

The first window is painted before anything heavy is imported; a thread imports the rest while the person types.
"""

import gc
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from trustplanner.domain.errors import Code, KnownError, UnreadableError
from trustplanner.starting import (
    DEMO_PASSPHRASE,
    DEMO_VAULT,
    Start,
    clear_demo,
    left_behind_demos,
    local_clock,
    make_demo_folder,
    replace_process,
    resumed,
)
from trustplanner.ui.kit import device_settings
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.theme import STYLE, Theme, load_theme
from trustplanner.ui.kit.warm_up import WarmUp
from trustplanner.ui.screens.shell_window import ShellWindow
from trustplanner.ui.screens.unlock_page import UnlockPage

if TYPE_CHECKING:  # imported on a thread after the first paint
    from trustplanner.content.catalogue import Catalogue
    from trustplanner.storage.vault import Vault
    from trustplanner.ui.kit.idle import IdleWatch
    from trustplanner.ui.kit.workspace import Workspace
    from trustplanner.ui.screens.main_window import Planner

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


class OpeningPage(Protocol):
    """A page from which a vault is opened or made."""

    def set_busy(self, *, is_busy: bool, why: str = "") -> None:
        """While the key is derived nothing can be pressed."""

    def show_problem(self, sentence: str) -> None:
        """Say why it did not open."""


class Program(QObject):
    """One run of the program: one window, at most one open vault.

    `replace` ends the process and begins again with the lock screen; tests put something else in its place.
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
        self._path = Path(start.vault) if start.vault else settings.vault
        self._has_chosen_path = False
        self._background = Background(self)
        self._warm_up = WarmUp(self)
        self._vault: Vault | None = None
        self._planner: Planner | None = None
        self._idle: IdleWatch | None = None
        self._is_leaving = False
        self.window = ShellWindow(theme, start.geometry)
        self.window.closing.connect(self._on_window_closing)
        self.window.painted.connect(self._on_window_painted)

    # --- the first window

    def begin(self) -> None:
        """Show the lock screen, or the welcome page where there is no vault yet."""
        if self._start.is_demo and not self._start.vault:
            self._begin_demo()
        elif self._path.exists() or self._path.is_symlink() or self._start.vault:
            self._show_unlock(self._start.note)
        else:
            self._show_welcome()
        self.window.show()

    def _begin_demo(self) -> None:
        page = self._show_unlock("")
        page.set_busy(is_busy=True, why=page.tr("Writing the demo, a moment."))
        self._path = make_demo_folder() / DEMO_VAULT

        def write() -> None:
            from trustplanner.actions.demo import write_demo

            for vault in left_behind_demos():
                _clear_unless_in_use(vault)
            write_demo(self._path, DEMO_PASSPHRASE, self._clock)

        def failed(error: Exception) -> None:
            self._on_opening_failed(page, error)

        self._background.run(self, write, lambda _: page.set_busy(is_busy=False), failed)

    def _show_unlock(self, note: str) -> UnlockPage:
        page = UnlockPage(self._theme, demo_passphrase=DEMO_PASSPHRASE if self._start.is_demo else "")
        page.unlock_requested.connect(self._on_unlock_requested)
        page.help_requested.connect(self._on_help_requested)
        page.other_file_requested.connect(self._on_other_file_requested)
        self.window.show_page(page)
        if note:
            page.show_problem(self._sentence(KnownError(Code(note))))
        return page

    def _show_welcome(self) -> None:
        from trustplanner.ui.screens.welcome_page import WelcomePage  # only ever needed once

        page = WelcomePage(self._theme, self._catalogue())
        page.go_on_requested.connect(self._on_go_on_requested)
        page.help_requested.connect(self._on_help_requested)
        page.other_file_requested.connect(self._on_other_file_requested)
        self.window.show_page(page)

    def _on_go_on_requested(self) -> None:
        from trustplanner.ui.screens.create_vault_page import CreateVaultPage  # only ever needed once

        page = CreateVaultPage(self._theme, self._catalogue(), self._path, self._settings)
        page.create_requested.connect(self._on_create_requested)
        page.folder_chosen.connect(self._on_folder_chosen)
        page.back_requested.connect(self._show_welcome)
        page.help_requested.connect(self._on_help_requested)
        self.window.show_page(page)

    def _on_folder_chosen(self, folder: Path) -> None:
        self._path = folder / device_settings.VAULT_NAME
        self._has_chosen_path = True

    def _on_help_requested(self) -> None:
        """Help, from any page before the vault is open."""
        from trustplanner.ui.screens.locked_support_page import LockedSupportPage  # the first window does without it

        page = LockedSupportPage(self._theme, self._catalogue(), self._settings)
        page.back_requested.connect(self.window.go_back)
        self.window.show_page(page, keeps_last=True)

    def _on_other_file_requested(self) -> None:
        from trustplanner.ui.kit.file_dialogs import choose_vault  # a file dialog is rarely wanted here

        chosen = choose_vault(self.window, self._path.parent, self._settings)
        if chosen is not None:
            self._path = chosen
            self._has_chosen_path = True
            self._show_unlock("")

    # --- opening

    def _on_unlock_requested(self, passphrase: str) -> None:
        self._open(lambda vault_type, path: vault_type.open(path, passphrase))

    def _on_create_requested(self, passphrase: str) -> None:
        path = self._path

        def create(vault_type: "type[Vault]", _: Path) -> "Vault":
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            return vault_type.create(path, passphrase)

        self._open(create)

    def _open(self, how: "Callable[[type[Vault], Path], Vault]") -> None:
        page = cast("OpeningPage", self.window.page)  # only such a page asks to open
        page.set_busy(is_busy=True)
        path = self._path

        def work() -> "Vault":
            from trustplanner.storage.vault import Vault

            return how(Vault, path)

        self._background.run(self, work, self._on_vault_opened, lambda error: self._on_opening_failed(page, error))

    def _on_opening_failed(self, page: OpeningPage, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        if error.code is Code.IN_USE:
            _ask_first_window_to_show(self._path)
        page.set_busy(is_busy=False)
        page.show_problem(self._sentence(error))

    def _on_vault_opened(self, vault: "Vault") -> None:
        self._vault = vault
        if self._has_chosen_path:  # a file chosen here is found again at the next start
            self._settings.put(device_settings.VAULT, str(self._path))
        self._warm_up.wait()
        from trustplanner.actions.runner import Runner
        from trustplanner.ui.kit.workspace import Workspace

        runner = Runner(vault, self._clock)
        workspace = Workspace(runner, self._catalogue(), self._theme, self._background, self)
        self._watch(workspace)
        self._show_planner(workspace)

    def _show_planner(self, workspace: "Workspace") -> None:
        from trustplanner.ui.screens.main_window import Planner

        planner = Planner(workspace, self._settings)
        planner.lock_requested.connect(self.lock)
        planner.quit_requested.connect(self.window.close)
        planner.delete_requested.connect(self._on_delete_requested)
        planner.move_requested.connect(self._on_move_requested)
        planner.fill_menus(self.window.menuBar())
        self._planner = planner
        self.window.show_page(planner)
        planner.begin()
        QTimer.singleShot(0, lambda: self._warm_up.start(AFTER_UNLOCKING))

    def _watch(self, workspace: "Workspace") -> None:
        """Lock when nobody is here, notice a new day, and show the window when a second start asks for it."""
        from trustplanner.storage.siblings import lock_of
        from trustplanner.ui.kit.idle import IdleWatch
        from trustplanner.ui.kit.system_signals import SystemSignals

        self._idle = IdleWatch(self._app, workspace.lock_minutes, parent=self)
        self._idle.idle.connect(self.lock)
        workspace.lock_minutes_changed.connect(self._idle.set_minutes)
        SystemSignals(self).locking.connect(self.lock)
        day_check = QTimer(self, interval=DAY_CHECK_MS)
        day_check.timeout.connect(workspace.notice_the_day)
        day_check.start()
        self._app.applicationStateChanged.connect(workspace.notice_the_day)
        watcher = QFileSystemWatcher([str(lock_of(self._path))], self)
        watcher.fileChanged.connect(self.window.come_forward)

    # --- leaving

    def lock(self) -> None:
        """Hide, save, close the vault, and replace this process by the lock screen. Asks nothing.

        Words that cannot be saved, on a full disk for example, are not thrown away: a page that shows none of them
        stays instead, until there is room or the person gives them up.
        """
        if self._is_leaving or self._vault is None:
            return
        self._is_leaving = True
        geometry = self.window.geometry_text()
        self.window.cover()
        try:
            self._save_all()
        except KnownError as error:
            self._is_leaving = False
            self._show_unsaved(self._sentence(error))
            return
        self._leave(geometry)

    def _show_unsaved(self, sentence: str) -> None:
        from trustplanner.ui.screens.unsaved_page import UnsavedPage  # only on a full disk

        page = UnsavedPage(self._theme, sentence)
        page.try_again_requested.connect(self.lock)
        page.give_up_requested.connect(self._lock_without_saving)
        self.window.show_uncovered(page)

    def _lock_without_saving(self) -> None:
        self._is_leaving = True
        self._leave(self.window.geometry_text())

    def _leave(self, geometry: str) -> None:
        note = self._close_vault()
        clipboard = self._app.clipboard()
        if clipboard.ownsClipboard():
            clipboard.clear()
        self._replace(Start(str(self._path), self._start.is_demo, geometry, note))

    def _save_all(self) -> None:
        if self._planner is not None:
            self._planner.save_typing()

    def _close_vault(self) -> str:
        """Close with a backup if anything changed; returns the code of what went wrong with it, or nothing."""
        vault, self._vault = self._vault, None
        if vault is None:
            return ""
        try:
            vault.close()
        except KnownError as error:
            return error.code.value
        return ""

    def _on_window_closing(self) -> None:
        if self._is_leaving:
            return
        try:
            self._save_all()
        except KnownError as error:
            self.window.keep_open()
            if self._planner is not None:
                self._planner.show_problem(self._sentence(error))
            return
        self._is_leaving = True
        self._close_vault()
        if self._start.is_demo:
            clear_demo(self._path)
        self._background.wait()

    def _on_delete_requested(self) -> None:
        """Delete the vault with everything beside it and this computer's settings, then end."""
        from trustplanner.storage.moving import delete_vault
        from trustplanner.ui.kit.crash_reports import forget_log

        vault, self._vault = self._vault, None
        if vault is not None:
            vault.close(backup=False)
        self._is_leaving = True
        self._settings.forget_everything()
        forget_log()
        try:
            delete_vault(self._path)
        except KnownError as error:
            self._replace(Start(str(self._path), note=error.code.value))
        self.window.close()

    def _on_move_requested(self, folder: Path) -> None:
        """Close, move, and begin again with the lock screen at the new place."""
        from trustplanner.storage.moving import move_vault

        self._save_all()
        self._is_leaving = True
        geometry = self.window.geometry_text()
        note = self._close_vault()
        try:
            self._path = move_vault(self._path, folder)
            self._settings.put(device_settings.VAULT, str(self._path))
        except KnownError as error:
            note = error.code.value
        self._replace(Start(str(self._path), self._start.is_demo, geometry, note))

    # --- the rest

    def _on_window_painted(self) -> None:
        self._warm_up.start(BEFORE_UNLOCKING)

    def _catalogue(self) -> "Catalogue":
        from trustplanner.content.catalogue import shipped_catalogue

        return shipped_catalogue(own_helplines=device_settings.own_helplines())

    def _sentence(self, error: KnownError) -> str:
        return self._catalogue().error_sentence(error.code, **error.details)


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
    theme.set_mode(settings.text(device_settings.MODE, "system"))
    theme.set_text_scale(settings.number(device_settings.TEXT_SCALE, 1.0))
    theme.set_more_contrast(settings.flag(device_settings.MORE_CONTRAST))
    theme.set_less_motion(settings.flag(device_settings.LESS_MOTION))
    theme.apply_to(app)
    start = resumed() or Start(str(vault.absolute()) if vault else "", demo)
    program = Program(app, start, settings, theme)
    program.window.painted.connect(lambda: _log_what_nothing_catches(program.window))
    program.begin()
    return app.exec()


def _require_display() -> None:
    if not sys.platform.startswith("linux"):
        return
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        raise UnreadableError(Code.NO_DISPLAY)


def _log_what_nothing_catches(window: QWidget) -> None:
    from trustplanner.ui.kit.crash_reports import catch_everything

    catch_everything(window)


def _ask_first_window_to_show(path: Path) -> None:
    """The window that holds the vault watches its lock file; touching it is the whole message."""
    from trustplanner.storage.siblings import lock_of

    try:
        os.utime(lock_of(path))
    except OSError:
        return


def _clear_unless_in_use(vault: Path) -> None:
    from trustplanner.storage.vault_lock import VaultLock

    try:
        lock = VaultLock.acquire(vault)
    except KnownError:
        return
    lock.release()
    clear_demo(vault)
