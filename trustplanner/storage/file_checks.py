"""What can be said about a file before a key is tried: each refusal leaves every byte as it was."""

import errno
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
from trustplanner.storage.siblings import files_beside, is_folder_of_copies, journal_of, part_of
from trustplanner.storage.workroom import rooms_in

LARGEST_VAULT: Final = 2 * 2**30
PLAIN_SQLITE: Final = b"SQLite format 3\0"
_NOT_THERE: Final = frozenset({errno.ENOENT, errno.ENAMETOOLONG})  # what cannot have its name is not there either
_NO_WAIT: Final = getattr(os, "O_NONBLOCK", 0)  # a pipe with nobody at its other end must not stop us


def read_salt(path: Path, *, ragged_end_is_fine: bool = False) -> bytes:
    """The 16 bytes that begin a file which may well be a vault, and which nothing beside it makes unsafe to open.

    Raises:
        UnreadableError: FILE_MISSING, FOLDER_MISSING, FILE_IS_LINK, FILE_IS_FOLDER, FILE_NOT_REGULAR, FILE_TOO_LARGE,
            FILE_HAS_TWO_NAMES, NO_PERMISSION, READ_FAILED.
        DamagedError: FILE_EMPTY, FILE_NOT_ENCRYPTED, FILE_FOREIGN, FILE_TRUNCATED.
    """
    with told_plainly(path):
        size = _size_of_regular_file(path)
        require_ordinary_beside(path)
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
    """The vault and its folder can be written, and nothing will be removed from that folder.

    Raises:
        UnreadableError: READ_ONLY, FOLDER_OF_COPIES.
    """
    require_place_to_stay(path.parent)
    if not can_be_written(path):
        raise UnreadableError(Code.READ_ONLY, path=str(path))


def require_free_place(path: Path) -> None:
    """A new vault can be made here.

    Raises:
        RuleError: VAULT_EXISTS.
        UnreadableError: FOLDER_MISSING, FOLDER_OF_COPIES, or why the folder cannot be looked at.
    """
    with told_plainly(path):
        if not path.parent.is_dir():
            raise UnreadableError(Code.FOLDER_MISSING, path=str(path.parent))
        require_place_to_stay(path.parent)
        require_ordinary_beside(path)
        try:
            path.lstat()
        except FileNotFoundError:
            return
    raise RuleError(Code.VAULT_EXISTS, path=str(path))


def require_place_to_stay(folder: Path) -> None:
    """The folder is none from which this program itself removes files.

    Raises:
        UnreadableError: FOLDER_OF_COPIES.
    """
    if is_folder_of_copies(folder.resolve()):
        raise UnreadableError(Code.FOLDER_OF_COPIES, path=str(folder))


def require_ordinary_beside(vault: Path) -> None:
    """What has one of the names beside a vault is an ordinary file: reading a pipe would never end.

    Raises:
        UnreadableError: FILE_IS_LINK, FILE_IS_FOLDER, FILE_NOT_REGULAR, naming it.
    """
    for path in files_beside(vault):
        try:
            require_ordinary(path)
        except OSError as error:
            if error.errno not in _NOT_THERE:
                raise


def require_ordinary(path: Path) -> os.stat_result:
    """What the system knows of an ordinary file.

    Raises:
        UnreadableError: FILE_IS_LINK, FILE_IS_FOLDER, FILE_NOT_REGULAR.
        OSError: it is not there, or cannot be looked at.
    """
    found = path.lstat()
    if stat.S_ISLNK(found.st_mode):
        raise UnreadableError(Code.FILE_IS_LINK, path=str(path))
    if stat.S_ISDIR(found.st_mode):
        raise UnreadableError(Code.FILE_IS_FOLDER, path=str(path))
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableError(Code.FILE_NOT_REGULAR, path=str(path))
    return found


def _size_of_regular_file(path: Path) -> int:
    found = require_ordinary(path)
    if found.st_size == 0:
        raise DamagedError(Code.FILE_EMPTY, path=str(path))
    if found.st_size > LARGEST_VAULT:
        raise UnreadableError(Code.FILE_TOO_LARGE, path=str(path))
    if found.st_nlink > 1 and found.st_nlink > 1 + _names_it_was_made_under(path, found):
        # The lock and the journal belong to a name: under another one a second process would find neither.
        raise UnreadableError(Code.FILE_HAS_TWO_NAMES, path=str(path))
    return found.st_size


def _names_it_was_made_under(vault: Path, found: os.stat_result) -> int:
    """How many further names were left by a process of ours that was killed while it gave the file its name."""
    parts = [part_of(vault), *(path for room in rooms_in(vault.parent) for path in room.iterdir())]
    return sum(os.path.samestat(part.lstat(), found) for part in parts if os.path.lexists(part))


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
