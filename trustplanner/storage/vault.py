"""An open vault: one file, one process, one connection. The only door to what a person wrote."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hmac import compare_digest
from pathlib import Path
from types import TracebackType
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection

from trustplanner.domain.errors import Code, KnownError, UnreadableError, WrongPassphraseError
from trustplanner.storage.backups import Backup, make_backup
from trustplanner.storage.close_marker import write_marker
from trustplanner.storage.connecting import BEGIN_WITH, READING, WRITING, connect, engine_on
from trustplanner.storage.creating import create_file
from trustplanner.storage.durable_files import part_file, sync_folder
from trustplanner.storage.failures import driver_told_plainly, told_plainly
from trustplanner.storage.keys import STANDARD, Profile, VaultKey, derive, new_salt, profile_of, require_passphrase
from trustplanner.storage.migrations import RELEASED, Revisions
from trustplanner.storage.opening import (
    OpenFile,
    open_for_reading,
    open_for_writing,
    take_for_opening,
    unlock,
)
from trustplanner.storage.passphrase_change import write_with_new_key
from trustplanner.storage.remade_backups import Remade, earlier_backups, remake_backups
from trustplanner.storage.siblings import part_of
from trustplanner.storage.unit_of_work import UnitOfWork
from trustplanner.storage.vault_lock import VaultLock
from trustplanner.storage.withdrawn_backups import backups_with_their_voice, remake_without_their_voice

P = ParamSpec("P")
R = TypeVar("R")


class Vault:
    """An open vault. Any thread may use it, one at a time: whoever comes while another is at work waits for it.

    Made by `create`, `open` or `open_with_key`; ends with `close`, or as a context manager.
    """

    def __init__(self, path: Path, key: VaultKey, file: OpenFile, *, writable: bool) -> None:
        self.path = path
        self._key = key
        self._file = file
        self._writable = writable
        self._engine = engine_on(file.driver)
        self._turn = threading.RLock()
        self._is_in_use = False
        self._is_closed = False
        self._remembered: dict[Any, Any] = {}
        self._changed_since_open = file.was_migrated
        self._changed_since_backup = file.was_migrated

    @classmethod
    def create(cls, path: Path, passphrase: str, profile: Profile = STANDARD) -> Self:
        """Make a new, empty vault and open it; the file appears whole or not at all.

        Raises:
            RuleError: VAULT_EXISTS, NO_PASSPHRASE.
            UnreadableError: FOLDER_MISSING, DISK_FULL and the like.
        """
        path = path.absolute()
        require_passphrase(passphrase)
        key, lock = create_file(path, passphrase, profile, RELEASED)
        return cls._open_locked(path, key, lock, writable=True, revisions=RELEASED)

    @classmethod
    def open(cls, path: Path, passphrase: str, *, writable: bool = True, revisions: Revisions = RELEASED) -> Self:
        """Open a vault. With `writable=False` nothing is changed, and a read-only place is no obstacle.

        Raises:
            WrongPassphraseError: WRONG_PASSPHRASE.
            DamagedError: the file is damaged, foreign or newer; `page` names the damaged pages.
            UnreadableError: the file or its place cannot be read or written, or another process holds it.
        """
        path = path.absolute()
        lock = take_for_opening(path, writable=writable)
        try:
            key = unlock(path, passphrase)
        except BaseException:
            lock.release()
            raise
        return cls._open_locked(path, key, lock, writable=writable, revisions=revisions)

    @classmethod
    def open_with_key(
        cls, path: Path, key: VaultKey, *, writable: bool = True, revisions: Revisions = RELEASED
    ) -> Self:
        """Open with a key that `unlock` derived, on a worker thread for example; the vault then owns the key.

        Raises:
            KnownError: as `open`.
        """
        path = path.absolute()
        lock = take_for_opening(path, writable=writable)
        return cls._open_locked(path, key, lock, writable=writable, revisions=revisions)

    @classmethod
    def _open_locked(cls, path: Path, key: VaultKey, lock: VaultLock, *, writable: bool, revisions: Revisions) -> Self:
        opening = open_for_writing if writable else open_for_reading
        try:
            return cls(path, key, opening(path, key, lock, revisions), writable=writable)
        except BaseException:
            key.wipe()
            lock.release()
            raise

    @property
    def changed_since_open(self) -> bool:
        """Whether anything was committed since this vault was opened."""
        return self._changed_since_open

    def read(self, query: Callable[Concatenate[Connection, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a query on one consistent state of the vault; inside a transaction the unit of work reads instead.

        Raises:
            KnownError: the vault cannot be read.
        """
        with self._connected(READING) as connection:
            return query(connection, *args, **kwargs)

    @contextmanager
    def transaction(self, *, is_worth_backup: bool = True) -> Iterator[UnitOfWork]:
        """All of the block's changes or none; once the block has ended they survive a power cut.

        Without `is_worth_backup` its changes alone are no reason for a backup when the vault is closed.

        Raises:
            UnreadableError: READ_ONLY, DISK_FULL and the like: nothing of the block is kept, the vault stays usable.
        """
        with self._turn:
            self._require_idle()
            if not self._writable:
                raise UnreadableError(Code.READ_ONLY, path=str(self.path))
            before = self._file.driver.total_changes
            with self._connected(WRITING) as connection, connection.begin():
                unit = UnitOfWork(connection, self._remembered)
                try:
                    yield unit
                finally:
                    if unit.has_changed_what_is_asked:
                        self._remembered.clear()
            if self._file.driver.total_changes != before:
                self._changed_since_open = True
                self._changed_since_backup |= is_worth_backup

    def back_up(self) -> Backup:
        """Make a verified copy in the folder beside the vault.

        Raises:
            KnownError: why there is no copy; the vault and all earlier copies are untouched.
        """
        with self._turn:
            self._require_idle()
            made = make_backup(self._file.driver, self._key, self.path)
            self._changed_since_backup = False
            return made

    @property
    def profile(self) -> Profile:
        """How dear it is to try one passphrase of this vault."""
        return profile_of(self._key.salt) or STANDARD

    def require_passphrase_fits(self, passphrase: str) -> None:
        """Refuse a passphrase that is not this vault's, before something that only its owner may do.

        Raises:
            WrongPassphraseError: WRONG_PASSPHRASE.
        """
        tried = derive(passphrase, self._key.salt)
        fits = compare_digest(tried.raw, self._key.raw)
        tried.wipe()
        if not fits:
            raise WrongPassphraseError(Code.WRONG_PASSPHRASE, path=self.path.name)

    def change_passphrase(self, passphrase: str, profile: Profile | None = None) -> None:
        """Make a backup, write everything anew under another passphrase, and go on with that.

        Backups made before still open with the old passphrase. Takes as long as a key derivation and two copies.

        Raises:
            RuleError: NO_PASSPHRASE.
            KnownError: DISK_FULL and the like; the old passphrase stays then.
        """
        with self._turn:
            self._change_passphrase(passphrase, profile)

    def _change_passphrase(self, passphrase: str, profile: Profile | None) -> None:
        self._require_idle()
        require_passphrase(passphrase)
        if not self._writable:
            raise UnreadableError(Code.READ_ONLY, path=str(self.path))
        wanted = profile or self.profile
        key = derive(passphrase, new_salt(wanted))
        self.back_up()
        part = part_of(self.path)
        with told_plainly(self.path), part_file(part):
            write_with_new_key(self.path, self._key, key, part)
            self._disconnect()
            try:
                part.replace(self.path)
            except BaseException:
                self._connect(self._key)
                key.wipe()
                raise
            self._key.wipe()
            self._connect(key)
            sync_folder(self.path.parent)
        self._changed_since_open = self._changed_since_backup = True

    def earlier_backups(self) -> int:
        """How many copies an earlier passphrase opens, and not the present one.

        Raises:
            UnreadableError: they cannot be looked at.
        """
        with self._turn:
            return len(earlier_backups(self.path, self._key))

    def remake_backups(self, old_passphrase: str) -> Remade:
        """Write the copies that the old passphrase opens anew, so that the present one opens them.

        Raises:
            UnreadableError: DISK_FULL and the like; some are then as they were.
        """
        with self._turn:
            self._require_idle()
            return remake_backups(self.path, old_passphrase, self._key)

    def backups_with_their_voice(self) -> int:
        """How many copies still hold what the hurt person gave.

        Raises:
            UnreadableError: they cannot be looked at.
        """
        with self._turn:
            return len(backups_with_their_voice(self.path, self._key))

    def remake_without_their_voice(self) -> Remade:
        """Write the copies that hold what the hurt person gave anew without it.

        Raises:
            UnreadableError: DISK_FULL and the like; some are then as they were.
        """
        with self._turn:
            self._require_idle()
            return remake_without_their_voice(self.path, self._key)

    @property
    def is_closed(self) -> bool:
        """Whether it was closed; nothing can be read any more."""
        return self._is_closed

    def close(self, *, backup: bool = True) -> Backup | None:
        """Back up if anything changed since the last backup, and close; returns the backup. Closing twice does nothing.

        Raises:
            KnownError: why there is no backup; the vault is closed all the same.
        """
        with self._turn:
            return None if self._is_closed else self._close(backup=backup)

    def _close(self, *, backup: bool) -> Backup | None:
        try:
            return self.back_up() if backup and self._changed_since_backup else None
        finally:
            self._is_closed = True
            self._disconnect()
            if self._writable:
                write_marker(self.path, self._key.salt)
            if self._file.copy_folder is not None:
                shutil.rmtree(self._file.copy_folder, ignore_errors=True)
            self._key.wipe()
            self._file.lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.close()
        except KnownError:
            if error is None:
                raise

    @contextmanager
    def _connected(self, begin_with: str) -> Iterator[Connection]:
        with self._turn:
            self._require_idle()
            self._is_in_use = True
            try:
                with driver_told_plainly(self.path), self._engine.connect() as connection:
                    connection.execution_options(**{BEGIN_WITH: begin_with})
                    yield connection
            finally:
                self._is_in_use = False

    def _require_idle(self) -> None:
        """A second use inside the first would see half a transaction: a mistake of ours."""
        if self._is_closed:
            message = "The vault is closed."
            raise RuntimeError(message)
        if self._is_in_use:
            message = "The vault is in use: inside a transaction, read through its unit of work."
            raise RuntimeError(message)

    def _disconnect(self) -> None:
        self._engine.dispose()
        self._file.driver.close()

    def _connect(self, key: VaultKey) -> None:
        self._key = key
        self._file.driver = connect(self.path, key, writable=True)
        self._engine = engine_on(self._file.driver)
