"""What can be said about a file before a key is tried: each refusal leaves every byte as it was."""

import os
import stat
from pathlib import Path
from typing import Final

from trustplanner.domain.errors import Code, DamagedError, RuleError, UnreadableError
from trustplanner.storage.close_marker import read_marker
from trustplanner.storage.durable_files import CLOSE_ON_EXEC, NO_FOLLOW, can_be_written
from trustplanner.storage.failures import told_plainly
from trustplanner.storage.keys import SALT_BYTES, profile_of
from trustplanner.storage.pages import PAGE_BYTES
from trustplanner.storage.siblings import journal_of

LARGEST_VAULT: Final = 2 * 2**30
PLAIN_SQLITE: Final = b"SQLite format 3\0"
_NO_WAIT: Final = getattr(os, "O_NONBLOCK", 0)  # a pipe with nobody at its other end must not stop us


def read_salt(path: Path, *, ragged_end_is_fine: bool = False) -> bytes:
    """The 16 bytes that begin a file which may well be a vault.

    Raises:
        UnreadableError: FILE_MISSING, FOLDER_MISSING, FILE_IS_LINK, FILE_IS_FOLDER, FILE_NOT_REGULAR, FILE_TOO_LARGE,
            NO_PERMISSION, READ_FAILED.
        DamagedError: FILE_EMPTY, FILE_NOT_ENCRYPTED, FILE_FOREIGN, FILE_TRUNCATED.
    """
    with told_plainly(path):
        size = _size_of_regular_file(path)
        handle = os.open(path, os.O_RDONLY | NO_FOLLOW | CLOSE_ON_EXEC | _NO_WAIT)
        try:
            salt = os.read(handle, SALT_BYTES)
        finally:
            os.close(handle)
        if salt == PLAIN_SQLITE:
            raise DamagedError(Code.FILE_NOT_ENCRYPTED, path=str(path))
        if len(salt) == SALT_BYTES and profile_of(salt) is None:
            raise _no_profile(path, salt, size)
        if size < PAGE_BYTES or (size % PAGE_BYTES and not ragged_end_is_fine and not _may_be_mended(path)):
            raise DamagedError(Code.FILE_TRUNCATED, path=str(path))
    return salt


def require_writable(path: Path) -> None:
    """The vault and its folder can be written.

    Raises:
        UnreadableError: READ_ONLY.
    """
    if not can_be_written(path):
        raise UnreadableError(Code.READ_ONLY, path=str(path))


def require_free_place(path: Path) -> None:
    """A new vault can be made here.

    Raises:
        RuleError: VAULT_EXISTS.
        UnreadableError: FOLDER_MISSING, or why the folder cannot be looked at.
    """
    with told_plainly(path):
        if not path.parent.is_dir():
            raise UnreadableError(Code.FOLDER_MISSING, path=str(path.parent))
        try:
            path.lstat()
        except FileNotFoundError:
            return
    raise RuleError(Code.VAULT_EXISTS, path=str(path))


def _size_of_regular_file(path: Path) -> int:
    found = path.lstat()
    if stat.S_ISLNK(found.st_mode):
        raise UnreadableError(Code.FILE_IS_LINK, path=str(path))
    if stat.S_ISDIR(found.st_mode):
        raise UnreadableError(Code.FILE_IS_FOLDER, path=str(path))
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableError(Code.FILE_NOT_REGULAR, path=str(path))
    if found.st_size == 0:
        raise DamagedError(Code.FILE_EMPTY, path=str(path))
    if found.st_size > LARGEST_VAULT:
        raise UnreadableError(Code.FILE_TOO_LARGE, path=str(path))
    return found.st_size


def _no_profile(path: Path, salt: bytes, size: int) -> DamagedError:
    """Not one of ours; unless the last clean close noted the very same salt but for the byte that names the profile."""
    marker = read_marker(path)
    if marker is not None and marker.salt[:-1] == salt[:-1]:
        return DamagedError(Code.FILE_DAMAGED, path=str(path), page="1", pages=-(-size // PAGE_BYTES))
    return DamagedError(Code.FILE_FOREIGN, path=str(path))


def _may_be_mended(path: Path) -> bool:
    """Whether a crash may explain a ragged end: then the journal still holds what is needed to mend it."""
    try:
        return journal_of(path).stat().st_size > 0
    except FileNotFoundError:
        return False
