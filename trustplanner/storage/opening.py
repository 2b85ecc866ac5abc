"""Opens a vault's file in the one order that is safe, and leaves every byte as it was if it says no.

The order: hardened process, checked driver, plausible file and names beside it, lock, key, every page, journals beside
it, connection with its settings, our application id, a known revision. Only then may anything be written.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from trustplanner.domain.errors import Code, WrongPassphraseError
from trustplanner.storage.backups import make_backup
from trustplanner.storage.close_marker import read_marker
from trustplanner.storage.connecting import DriverConnection, connect, connect_to_sound_pages
from trustplanner.storage.durable_files import PRIVATE_FOLDER, discard
from trustplanner.storage.failures import told_plainly
from trustplanner.storage.file_checks import read_salt, require_writable
from trustplanner.storage.hardening import harden_process
from trustplanner.storage.keys import VaultKey, derive
from trustplanner.storage.migrations import Revisions, is_pending
from trustplanner.storage.pages import check_pages, damaged, key_fits_file
from trustplanner.storage.preflight import (
    Preflight,
    kept_before_recovery,
    look_beside,
    set_aside,
    tried_copy,
)
from trustplanner.storage.self_check import check_driver
from trustplanner.storage.siblings import part_of
from trustplanner.storage.vault_lock import VaultLock
from trustplanner.storage.workroom import clear_left_behind


@dataclass(slots=True)
class OpenFile:
    """An open connection and what it stands on.

    `copy_folder` is the temporary folder of a working copy, used when reading a vault that may not be touched.
    """

    driver: DriverConnection
    lock: VaultLock
    copy_folder: Path | None = None
    was_migrated: bool = False


def unlock(path: Path, passphrase: str) -> VaultKey:
    """Derive the key of the vault at this path and try it on the pages. Slow; may run on any thread.

    A salt that was damaged turns every passphrase into a wrong one. So if none of the pages fits, the salt that the
    last clean close wrote down is tried too.

    Raises:
        WrongPassphraseError: no page fits.
        DamagedError, UnreadableError: as `read_salt`; FILE_DAMAGED if the first page's salt is damaged.
    """
    path = path.absolute()
    salt = read_salt(path, ragged_end_is_fine=True)
    key = derive(passphrase, salt)
    if key_fits_file(path, key):
        return key
    key.wipe()
    marker = read_marker(path)
    if marker is not None and marker.salt != salt:
        older = derive(passphrase, marker.salt)
        report = check_pages(path, older)
        older.wipe()
        if report.key_fits:
            raise damaged(path, report)
    raise WrongPassphraseError(Code.WRONG_PASSPHRASE, path=str(path))


def take_for_opening(path: Path, *, writable: bool) -> VaultLock:
    """The steps before a key is needed: process, driver, file, lock.

    Raises:
        KnownError: the first that says no.
    """
    harden_process()
    check_driver()
    read_salt(path)
    if writable:
        require_writable(path)
    return VaultLock.acquire(path, writable=writable)


def open_for_writing(path: Path, key: VaultKey, lock: VaultLock, revisions: Revisions) -> OpenFile:
    """The steps from the key on, with the lock held; recovers and migrates where that is due.

    Raises:
        KnownError: the first that says no; the caller releases the lock.
    """
    with told_plainly(path):
        beside = _admitted(path, key, revisions)
        with set_aside(beside.alien):
            driver = connect_to_sound_pages(path, key, writable=True)
            with _closed_on_failure(driver):
                if beside.needs_recovery:
                    _require_sound(path, key, path)
                pending = is_pending(driver, revisions, path)
                discard(part_of(path))  # left by a process that was killed, as are the rooms
                clear_left_behind(path.parent)
                if pending:
                    make_backup(driver, key, path)
        if pending:
            driver = _migrated(driver, path, key, revisions)
    return OpenFile(driver, lock, was_migrated=pending)


def open_for_reading(path: Path, key: VaultKey, lock: VaultLock, revisions: Revisions) -> OpenFile:
    """Open without changing anything; where that is impossible, a private encrypted copy is opened instead.

    Raises:
        KnownError: the first that says no; the caller releases the lock.
    """
    with told_plainly(path):
        beside = look_beside(path, key)
        if not beside.alien and not beside.needs_recovery:
            _require_sound(path, key, path)
            driver = connect_to_sound_pages(path, key, writable=False)
            with _closed_on_failure(driver):
                pending = is_pending(driver, revisions, path)
            if not pending:
                return OpenFile(driver, lock)
            driver.close()
        folder = Path(tempfile.mkdtemp(prefix="trustplanner-"))
        try:
            driver = _open_working_copy(path, key, folder, beside, revisions)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
    return OpenFile(driver, lock, copy_folder=folder)


def _admitted(path: Path, key: VaultKey, revisions: Revisions) -> Preflight:
    """Everything that may refuse the vault, before anything is changed.

    With a journal to be played back, that is tried on a copy, and the file as the crash left it is kept: it takes the
    place of what the crash before left only when the vault is admitted.
    """
    beside = look_beside(path, key)
    if not beside.needs_recovery:
        _require_sound(path, key, path)
        return beside
    with kept_before_recovery(path) as kept:
        trial = kept / "trial"
        trial.mkdir(mode=PRIVATE_FOLDER)
        copy, beside = tried_copy(path, key, trial, beside)
        _require_sound(copy, key, path)
        driver = connect_to_sound_pages(copy, key, writable=False, vault=path)
        try:
            is_pending(driver, revisions, path)
        finally:
            driver.close()
        shutil.rmtree(trial)
    return beside


def _require_sound(file: Path, key: VaultKey, vault: Path) -> None:
    """Check every page of the vault's file, or of a copy of it; the errors name the vault."""
    report = check_pages(file, key)
    if not report.key_fits:
        raise WrongPassphraseError(Code.WRONG_PASSPHRASE, path=str(vault))
    if not report.is_sound:
        raise damaged(vault, report)


def _open_working_copy(
    path: Path, key: VaultKey, folder: Path, beside: Preflight, revisions: Revisions
) -> DriverConnection:
    copy, _ = tried_copy(path, key, folder, beside)
    _require_sound(copy, key, path)
    driver = connect_to_sound_pages(copy, key, writable=True, vault=path)
    with _closed_on_failure(driver):
        pending = is_pending(driver, revisions, path)
    return _migrated(driver, copy, key, revisions) if pending else driver


@contextmanager
def _closed_on_failure(driver: DriverConnection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        driver.close()
        raise


def _migrated(driver: DriverConnection, path: Path, key: VaultKey, revisions: Revisions) -> DriverConnection:
    """Migrate and connect anew, because the migration's settings must not outlive it."""
    from trustplanner.storage.migrations.upgrade import migrate  # Alembic takes 0.2 s, and nearly no start needs it

    try:
        migrate(driver, revisions, path)
    finally:
        driver.close()
    return connect(path, key, writable=True)
