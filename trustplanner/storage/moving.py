"""Giving a closed vault another place, or taking it away for good."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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
from trustplanner.storage.file_checks import require_ordinary_beside, require_place_to_stay
from trustplanner.storage.siblings import everything_of, folders_of_copies, part_of
from trustplanner.storage.vault_lock import VaultLock
from trustplanner.storage.workroom import clear_left_behind


def move_vault(vault: Path, folder: Path) -> Path:
    """Move a closed vault and its verified copies into another folder; returns where it lies then.

    The old file is removed only after the new one was read back and found equal. Of what stood beside it, what cannot
    be removed stays.

    Raises:
        RuleError: VAULT_EXISTS, a file of that name is there already.
        UnreadableError: FOLDER_MISSING, FOLDER_OF_COPIES, DISK_FULL and the like; the vault is then where it was, and
            only there.
    """
    target = folder / vault.name
    with told_plainly(target), _held(vault):
        _require_place(target, vault)
        part = part_of(target)
        discard(part)
        try:
            copy_durably(vault, part)
            _require_equal(part, vault)
            for old, new in zip(folders_of_copies(vault), folders_of_copies(target), strict=True):
                _copy_folder(old, new)
            put_in_free_place(part, target)
            _give_up_old_place(vault, target)
        except BaseException:
            discard(part)
            for new in folders_of_copies(target):
                shutil.rmtree(new, ignore_errors=True)
            raise
        with suppress(OSError):
            _remove_everything(vault)
    return target


def delete_vault(vault: Path) -> None:
    """Remove a closed vault with everything beside it: marker, lock, journals, verified copies.

    Raises:
        UnreadableError: something could not be removed; everything else is gone.
    """
    with told_plainly(vault), _held(vault):
        clear_left_behind(vault.parent)
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
    refused: list[OSError] = []
    for path in everything_of(vault):
        try:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
        except OSError as error:
            refused.append(error)
    sync_folder(vault.parent)
    if refused:
        raise refused[0]


def _require_place(target: Path, vault: Path) -> None:
    """The vault can lie here: in a folder that is not one of its own, where nothing has one of its names."""
    folder = target.parent
    if not folder.is_dir():
        raise UnreadableError(Code.FOLDER_MISSING, path=str(folder))
    require_place_to_stay(folder)
    if any(folder.resolve().is_relative_to(own.resolve()) for own in folders_of_copies(vault)):
        raise UnreadableError(Code.FOLDER_OF_COPIES, path=str(folder))
    if any(os.path.lexists(path) for path in (target, *folders_of_copies(target))):
        raise RuleError(Code.VAULT_EXISTS, path=str(target))
    require_ordinary_beside(target)


def _give_up_old_place(vault: Path, target: Path) -> None:
    """From here on the vault is at its new place; if it cannot leave the old one, it never was at the new one."""
    try:
        vault.unlink()
    except BaseException:
        target.unlink()
        raise


def _copy_folder(source: Path, target: Path) -> None:
    if not source.is_dir():
        return
    make_private_folder(target)
    for path in sorted(source.iterdir()):
        if path.is_dir() and not path.is_symlink():
            _copy_folder(path, target / path.name)
        else:
            copy_durably(path, target / path.name)
    sync_folder(target)


def _require_equal(copy: Path, vault: Path) -> None:
    if _digest(copy) != _digest(vault):
        raise UnreadableError(Code.READ_FAILED, path=copy.name)


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
