"""What the driver and the operating system report, as the `KnownError` that names the cause.

Only `pages` may say "wrong passphrase": whatever fails later fails for another reason, and a full disk or a read error
must never look like a wrong passphrase.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from trustplanner.domain.errors import Code, DamagedError, KnownError, UnreadableError
from trustplanner.storage.durable_files import can_be_written

PROBE_BYTES: Final = 16 * 1024
READ_AT_ONCE: Final = 2**20

_BY_ERRNO: Final = {
    errno.EACCES: Code.NO_PERMISSION,
    errno.EPERM: Code.NO_PERMISSION,
    errno.EROFS: Code.READ_ONLY,
    errno.ENOSPC: Code.DISK_FULL,
    errno.EDQUOT: Code.DISK_FULL,
    errno.EFBIG: Code.WRITE_FAILED,
    errno.ENOENT: Code.FILE_MISSING,
    errno.ENOTDIR: Code.FOLDER_MISSING,
    errno.EISDIR: Code.FILE_IS_FOLDER,
    errno.ELOOP: Code.FILE_IS_LINK,
    errno.EIO: Code.READ_FAILED,
    errno.ENAMETOOLONG: Code.NAME_TOO_LONG,
}
_OF_THE_FILE_ITSELF: Final = frozenset({Code.FILE_IS_FOLDER, Code.FILE_IS_LINK})

# What the driver's results mean. It tells only the primary ones, not which kind of input or output failed.
_BY_RESULT: Final = {
    dbapi2.SQLITE_FULL: Code.DISK_FULL,
    dbapi2.SQLITE_READONLY: Code.READ_ONLY,
    dbapi2.SQLITE_BUSY: Code.BUSY,
    dbapi2.SQLITE_LOCKED: Code.BUSY,
    dbapi2.SQLITE_PERM: Code.NO_PERMISSION,
    dbapi2.SQLITE_CORRUPT: Code.FILE_INCONSISTENT,
    dbapi2.SQLITE_NOTADB: Code.FILE_INCONSISTENT,
    # These two have many causes, so the system is asked; if it has no objection now, this is what is said.
    dbapi2.SQLITE_CANTOPEN: Code.READ_FAILED,
    dbapi2.SQLITE_IOERR: Code.WRITE_FAILED,
}
_UNCLEAR: Final = frozenset({dbapi2.SQLITE_CANTOPEN, dbapi2.SQLITE_IOERR})
_PRIMARY_RESULT: Final = 0xFF


@contextmanager
def told_plainly(file: Path) -> Iterator[None]:
    """Turn failures of the driver and the operating system around `file` into known errors.

    Mistakes of ours (a constraint, a wrong statement) pass through unchanged.

    Raises:
        KnownError: naming the cause.
    """
    try:
        with driver_told_plainly(file):
            yield
    except OSError as error:
        raise from_system(error, file) from error


@contextmanager
def driver_told_plainly(file: Path) -> Iterator[None]:
    """The same for the driver alone, around code that may fail over other files.

    Raises:
        KnownError: naming the cause.
    """
    try:
        yield
    except DBAPIError as error:
        known = from_driver(error.orig, file)
        if known is None:
            raise
        raise known from error
    except dbapi2.Error as error:
        known = from_driver(error, file)
        if known is None:
            raise
        raise known from error


def from_system(error: OSError, file: Path) -> KnownError:
    """The known error for what the operating system said about `file`."""
    code = _BY_ERRNO.get(error.errno or 0, Code.READ_FAILED)
    if code in _OF_THE_FILE_ITSELF and isinstance(error.filename, str | bytes):  # not the number of an open file
        file = Path(os.fsdecode(error.filename))  # one that stands beside `file` may be meant
    if code is Code.FILE_MISSING and not file.parent.is_dir():
        code = Code.FOLDER_MISSING
    return UnreadableError(code, path=str(file.parent if code is Code.FOLDER_MISSING else file))


def from_driver(error: BaseException | None, file: Path) -> KnownError | None:
    """The known error for what the driver said about `file`; None for a mistake of ours."""
    result = getattr(error, "sqlite_errorcode", None)
    if not isinstance(result, int):
        return None
    primary = result & _PRIMARY_RESULT
    code = _BY_RESULT.get(primary)
    if code is None:
        return None
    if code is Code.FILE_INCONSISTENT:
        return DamagedError(code, path=str(file))
    if code is Code.READ_ONLY and (can_be_written(file) or not file.exists()):
        code = Code.FILE_MOVED  # SQLite refuses to write to a file that has lost its name
    asked = _asked_again(file, is_written=primary == dbapi2.SQLITE_IOERR) if primary in _UNCLEAR else None
    return asked or UnreadableError(code, path=str(file))


def _asked_again(file: Path, *, is_written: bool) -> KnownError | None:
    """The cause of a refusal that SQLite reports without one, found by asking the system for the same again."""
    try:
        with file.open("rb") as handle:
            while handle.read(READ_AT_ONCE):
                pass
    except FileNotFoundError as refused:
        if not is_written:  # a file that is being made may have no name yet: its folder is asked
            return from_system(refused, file)
    except OSError as refused:
        return from_system(refused, file)
    try:
        _probe_folder(file.parent)
    except PermissionError:
        return UnreadableError(Code.READ_ONLY, path=str(file))
    except OSError as refused:
        return from_system(refused, file)
    return None


def _probe_folder(folder: Path) -> None:
    """Make, fill and remove a small file."""
    probe = folder / f".trustplanner-probe-{os.getpid()}"
    handle = os.open(probe, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(handle, bytes(PROBE_BYTES))
        os.fsync(handle)
    finally:
        os.close(handle)
        with suppress(OSError):
            probe.unlink()
