"""One process for each vault: a lock on a file beside it that is made once and kept.

Whoever holds it looks whether the file is still there, so removing it while holding it is safe.
"""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

from trustplanner.domain.errors import Code, UnreadableError
from trustplanner.storage.durable_files import CLOSE_ON_EXEC, NO_FOLLOW, PRIVATE_FILE
from trustplanner.storage.failures import told_plainly
from trustplanner.storage.siblings import lock_of

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_IN_USE: Final = frozenset({errno.EAGAIN, errno.EACCES, errno.EWOULDBLOCK, errno.EDEADLK})
_NOT_WRITABLE: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class VaultLock:
    """Holds a vault for this process until released or until the process ends or is replaced."""

    def __init__(self, handle: int | None, made_for_reading: Path | None = None) -> None:
        self._handle = handle
        self._made_for_reading = made_for_reading

    @classmethod
    def acquire(cls, vault: Path, *, writable: bool = True) -> Self:
        """Take the lock without waiting.

        For reading (`writable=False`) a place where no lock file can be made is no obstacle, and one that was made is
        removed again.

        Raises:
            UnreadableError: IN_USE if another window or command holds the vault, or why the place says no.
        """
        path = lock_of(vault)
        with told_plainly(path):
            while True:
                is_new = not os.path.lexists(path)
                handle = _open(path, writable=writable)
                if handle is None:
                    return cls(None)
                try:
                    _hold(handle, vault)
                    if _is_still_there(handle, path):
                        return cls(handle, path if is_new and not writable else None)
                except BaseException:
                    os.close(handle)
                    raise
                os.close(handle)  # it was removed between opening and holding it: take the new one

    def release(self) -> None:
        """Let others have the vault. The file of a vault that was open for writing stays."""
        if self._handle is None:
            return
        if self._made_for_reading is not None:
            with suppress(OSError):  # on Windows it stays, because a file that is open cannot be removed
                self._made_for_reading.unlink()
        os.close(self._handle)
        self._handle = None


def _open(path: Path, *, writable: bool) -> int | None:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | NO_FOLLOW | CLOSE_ON_EXEC, PRIVATE_FILE)
    except OSError as error:
        if error.errno not in _NOT_WRITABLE:
            raise
        if writable:
            raise UnreadableError(Code.READ_ONLY, path=str(path)) from error
    try:
        return os.open(path, os.O_RDONLY | NO_FOLLOW | CLOSE_ON_EXEC)
    except OSError:
        return None


def _hold(handle: int, vault: Path) -> None:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _IN_USE:
            raise UnreadableError(Code.IN_USE, path=str(vault)) from error
        raise


def _is_still_there(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat(follow_symlinks=False))
    except FileNotFoundError:
        return False
