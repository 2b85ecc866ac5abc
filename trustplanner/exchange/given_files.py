"""Files that a person gives to be read: whole, of a bounded size, and never anything that is no ordinary file."""

import os
import stat
from pathlib import Path

from trustplanner.domain.errors import Code, UnreadableError
from trustplanner.storage.failures import told_plainly


def content_of(path: Path, most: int) -> bytes:
    """The bytes of a file of at most `most` bytes.

    Raises:
        UnreadableError: FILE_MISSING, FILE_IS_FOLDER, FILE_NOT_REGULAR, FILE_TOO_LARGE and the like.
    """
    with told_plainly(path):
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            found = os.fstat(handle)
            if stat.S_ISDIR(found.st_mode):
                raise UnreadableError(Code.FILE_IS_FOLDER, path=str(path))
            if not stat.S_ISREG(found.st_mode):
                raise UnreadableError(Code.FILE_NOT_REGULAR, path=str(path))
            content = file.read(most + 1)
    if len(content) > most:
        raise UnreadableError(Code.FILE_TOO_LARGE, path=str(path))
    return content
