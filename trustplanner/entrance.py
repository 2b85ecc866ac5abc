"""From the first page to an open vault: the lock screen, or what comes before there is one."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, Signal

from trustplanner.domain.errors import Code, KnownError, UnreadableError
from trustplanner.starting import (
    DEMO_PASSPHRASE,
    DEMO_VAULT,
    Start,
    clear_left_behind_demos,
    hold_demo,
    make_demo_folder,
)
from trustplanner.ui.kit import device_settings
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.shell_window import ShellWindow
from trustplanner.ui.screens.unlock_page import UnlockPage

if TYPE_CHECKING:  # imported on a thread after the first paint
    from trustplanner.content.catalogue import Catalogue
    from trustplanner.storage.vault import Vault


class OpeningPage(Protocol):
    """A page from which a vault is opened or made."""

    def set_busy(self, *, is_busy: bool, why: str = "") -> None:
        """While the key is derived nothing can be pressed."""

    def show_problem(self, sentence: str) -> None:
        """Say why it did not open."""


class Entrance(QObject):
    """The pages before the planner, in the program's one window.

    `vault_opened` carries the vault. `path` is where it lies, or would lie.
    """

    vault_opened = Signal(object)

    def __init__(
        self,
        window: ShellWindow,
        start: Start,
        settings: DeviceSettings,
        theme: Theme,
        background: Background,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._start = start
        self._settings = settings
        self._theme = theme
        self._background = background
        self._clock = clock
        self._has_chosen_path = False
        settings.settle_move()
        self.path = Path(start.vault) if start.vault else settings.vault

    def begin(self) -> None:
        """Show the lock screen, or what comes before it."""
        start = self._start
        if start.is_deleted:
            self._show_deleted()
        elif start.is_demo and not start.vault:
            self._begin_demo()
        elif os.path.lexists(self.path) or start.vault or self._settings.has_chosen_vault:
            self._show_unlock(start.note or self._settings.take(device_settings.NEWS))
        else:
            self._show_welcome()
        if start.is_demo and start.vault:
            hold_demo(self.path.parent)

    # --- the pages

    def _begin_demo(self) -> None:
        page = self._show_unlock()
        page.set_busy(is_busy=True, why=page.tr("Writing the demo, a moment."))
        self.path = path = make_demo_folder() / DEMO_VAULT

        def write() -> None:
            from trustplanner.actions.demo import write_demo

            clear_left_behind_demos()
            write_demo(path, DEMO_PASSPHRASE, self._clock)

        def failed(error: Exception) -> None:
            self._on_opening_failed(page, path, error)

        self._background.run(page, write, lambda _: page.set_busy(is_busy=False), failed)

    def _show_unlock(self, note: str = "") -> UnlockPage:
        page = UnlockPage(self._theme, demo_passphrase=DEMO_PASSPHRASE if self._start.is_demo else "")
        page.unlock_requested.connect(self._on_unlock_requested)
        page.help_requested.connect(self.show_help)
        page.other_file_requested.connect(self._on_other_file_requested)
        page.new_file_requested.connect(self._show_welcome)
        self._window.show_page(page)
        if note in set(Code):
            page.show_problem(self.sentence_for(KnownError(Code(note))))
        elif not self._start.is_demo and not os.path.lexists(self.path):
            self._show_missing(page)
        return page

    def _show_missing(self, page: UnlockPage) -> None:
        """The disk may not be there today, or the file is gone; the person knows which."""
        page.show_problem(self.sentence_for(UnreadableError(Code.FILE_MISSING, path=str(self.path))))
        page.offer_new_file()

    def _show_welcome(self) -> None:
        from trustplanner.ui.screens.welcome_page import WelcomePage  # only ever needed once

        page = WelcomePage(self._theme, self.catalogue())
        page.go_on_requested.connect(self._show_create)
        page.help_requested.connect(self.show_help)
        page.other_file_requested.connect(self._on_other_file_requested)
        self._window.show_page(page)

    def _show_create(self) -> None:
        from trustplanner.ui.screens.create_vault_page import CreateVaultPage  # only ever needed once

        page = CreateVaultPage(self._theme, self.catalogue(), self.path, self._settings)
        page.create_requested.connect(self._on_create_requested)
        page.folder_chosen.connect(self._on_folder_chosen)
        page.back_requested.connect(self._show_welcome)
        page.help_requested.connect(self.show_help)
        self._window.show_page(page)

    def _show_deleted(self) -> None:
        from trustplanner.ui.screens.deleted_page import DeletedPage  # only ever needed once

        problem = ""
        if self._start.note:
            problem = self.sentence_for(KnownError(Code(self._start.note), path=str(self.path.parent)))
        page = DeletedPage(self._theme, self.catalogue().delete_everything().done, problem)
        page.close_requested.connect(self._window.close)
        page.help_requested.connect(self.show_help)
        self._window.show_page(page)

    def show_help(self) -> None:
        """Help, from any page outside the planner."""
        from trustplanner.ui.screens.locked_support_page import LockedSupportPage  # the first window does without it

        if isinstance(self._window.page, LockedSupportPage):
            return
        page = LockedSupportPage(self._theme, self.catalogue(), self._settings)
        page.back_requested.connect(self._window.go_back)
        self._window.show_page(page, keeps_last=True)

    def _on_folder_chosen(self, folder: Path) -> None:
        self.path = folder / device_settings.VAULT_NAME
        self._has_chosen_path = True

    def _on_other_file_requested(self) -> None:
        from trustplanner.ui.kit.file_dialogs import choose_vault  # a file dialog is rarely wanted here

        chosen = choose_vault(self._window, self.path.parent, self._settings)
        if chosen is not None:
            self.path = chosen
            self._has_chosen_path = True
            self._show_unlock()

    # --- opening

    def _on_unlock_requested(self, passphrase: str) -> None:
        self._open(lambda vault_type, path: vault_type.open(path, passphrase))

    def _on_create_requested(self, passphrase: str) -> None:
        def create(vault_type: "type[Vault]", path: Path) -> "Vault":
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            return vault_type.create(path, passphrase)

        self._open(create)

    def _open(self, how: "Callable[[type[Vault], Path], Vault]") -> None:
        page = cast("OpeningPage", self._window.page)  # only such a page asks to open
        page.set_busy(is_busy=True)
        path = self.path

        def work() -> "Vault":
            from trustplanner.storage.failures import told_plainly
            from trustplanner.storage.vault import Vault

            with told_plainly(path):  # around making its folder
                return how(Vault, path)

        def failed(error: Exception) -> None:
            self._on_opening_failed(page, path, error)

        self._background.run(self, work, self._on_opened, failed)

    def _on_opened(self, vault: "Vault") -> None:
        if self._has_chosen_path:  # a file chosen here is found again at the next start
            self._settings.put(device_settings.VAULT, str(vault.path))
        self.path = vault.path
        self.vault_opened.emit(vault)

    def _on_opening_failed(self, page: OpeningPage, path: Path, error: Exception) -> None:
        page.set_busy(is_busy=False)
        if not isinstance(error, KnownError):
            raise error
        if error.code is Code.IN_USE:
            _ask_first_window_to_show(path)
        page.show_problem(self.sentence_for(error))
        is_missing = error.code in (Code.FILE_MISSING, Code.FOLDER_MISSING)
        if is_missing and isinstance(page, UnlockPage) and not self._start.is_demo:
            page.offer_new_file()

    def give_back(self, error: Exception) -> None:
        """The vault was opened, but the planner could not be shown: say so and let the person try again.

        Raises:
            Exception: what is no `KnownError`.
        """
        self._on_opening_failed(cast("OpeningPage", self._window.page), self.path, error)

    # --- words

    def catalogue(self) -> "Catalogue":
        """The words of every page but the lock screen."""
        from trustplanner.content.catalogue import shipped_catalogue

        return shipped_catalogue(own_helplines=device_settings.own_helplines())

    def sentence_for(self, error: KnownError) -> str:
        """What a person reads of an error."""
        return self.catalogue().error_sentence(error.code, **error.details)


def _ask_first_window_to_show(path: Path) -> None:
    """The window that holds the vault watches its lock file; touching it is the whole message."""
    from trustplanner.storage.siblings import lock_of

    try:
        os.utime(lock_of(path))
    except OSError:
        return
