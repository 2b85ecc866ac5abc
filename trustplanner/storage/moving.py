"""Giving a closed vault another place, or taking it away for good."""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from trustplanner.domain.errors import Code, RuleError, UnreadableError
from trustplanner.storage.durable_files import (
    copy_durably,
    discard,
    make_private_folder,
    put_in_free_place,
    sync_folder,
)
from trustplanner.storage.failures import told_plainly
from trustplanner.storage.siblings import backups_of, everything_of, part_of
from trustplanner.storage.vault_lock import VaultLock


def move_vault(vault: Path, folder: Path) -> Path:
    """Move a closed vault and its verified copies into another folder; returns where it lies then.

    The old file is removed only after the new one was read back and found equal.

    Raises:
        RuleError: VAULT_EXISTS, a file of that name is there already.
        UnreadableError: FOLDER_MISSING, DISK_FULL and the like; the vault is then where it was.
    """
    target = folder / vault.name
    with told_plainly(target), _held(vault):
        if not folder.is_dir():
            raise UnreadableError(Code.FOLDER_MISSING, path=folder.name)
        if target.exists() or target.is_symlink() or backups_of(target).exists():
            raise RuleError(Code.VAULT_EXISTS, path=target.name)
        part = part_of(target)
        discard(part)
        try:
            copy_durably(vault, part)
            _require_equal(part, vault)
            _copy_backups(vault, target)
            put_in_free_place(part, target)
        except BaseException:
            discard(part)
            shutil.rmtree(backups_of(target), ignore_errors=True)
            raise
        _remove_everything(vault)
    return target


def delete_vault(vault: Path) -> None:
    """Remove a closed vault with everything beside it: marker, lock, journals, verified copies.

    Raises:
        UnreadableError: something could not be removed.
    """
    with told_plainly(vault), _held(vault):
        _remove_everything(vault)


@contextmanager
def _held(vault: Path) -> Iterator[None]:
    """Nobody else opens the vault meanwhile."""
    lock = VaultLock.acquire(vault)
    try:
        yield
    finally:
        lock.release()


def _remove_everything(vault: Path) -> None:
    for path in everything_of(vault):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    sync_folder(vault.parent)


def _copy_backups(vault: Path, target: Path) -> None:
    if not backups_of(vault).is_dir():
        return
    make_private_folder(backups_of(target))
    for backup in sorted(backups_of(vault).iterdir()):
        copy_durably(backup, backups_of(target) / backup.name)
    sync_folder(backups_of(target))


def _require_equal(copy: Path, vault: Path) -> None:
    if _digest(copy) != _digest(vault):
        raise UnreadableError(Code.READ_FAILED, path=copy.name)


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
