"""Reads a letter from a text file, for its hints."""

import os
import stat
from pathlib import Path
from typing import Final

from trustplanner.domain.errors import Code, UnreadableError
from trustplanner.storage.failures import told_plainly

LARGEST_FILE: Final = 4 * 2**20  # bytes; the longest letter of the program has 200,000 characters


def read_letter_file(path: Path) -> str:
    """The words in a file.

    Raises:
        UnreadableError: FILE_MISSING, FILE_IS_FOLDER, FILE_NOT_REGULAR, FILE_TOO_LARGE, NOT_UTF8 and the like.
    """
    with told_plainly(path):
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))  # a pipe would wait for its writer
        with os.fdopen(handle, "rb") as file:
            found = os.fstat(handle)
            if stat.S_ISDIR(found.st_mode):
                raise UnreadableError(Code.FILE_IS_FOLDER, path=str(path))
            if not stat.S_ISREG(found.st_mode):
                raise UnreadableError(Code.FILE_NOT_REGULAR, path=str(path))
            content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise UnreadableError(Code.FILE_TOO_LARGE, path=str(path))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableError(Code.NOT_UTF8, path=str(path)) from None
