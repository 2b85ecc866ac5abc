"""Files that a person asked for by name: each appears whole under that name, or not at all.

They are filled under a name of their own in the same folder, so that neither a full disk nor a power cut can leave half
of one, and nothing that has the name already is touched before the new one is complete.
"""

import os
import stat
from contextlib import suppress
from pathlib import Path

from trustplanner.domain.errors import Code, UnreadableError
from trustplanner.storage.durable_files import (
    CLOSE_ON_EXEC,
    NO_FOLLOW,
    PRIVATE_FILE,
    put_in_place,
)
from trustplanner.storage.failures import told_plainly
from trustplanner.storage.whole_vault import part_beside


def require_target(target: Path) -> None:
    """A file can be written under this name, whether or not there is one.

    Raises:
        UnreadableError: FOLDER_MISSING, FILE_IS_LINK, FILE_IS_FOLDER, FILE_NOT_REGULAR, NO_PERMISSION.
    """
    with told_plainly(target):
        if not target.parent.is_dir():
            raise UnreadableError(Code.FOLDER_MISSING, path=str(target.parent))
        try:
            mode = target.lstat().st_mode
        except FileNotFoundError:
            return
        if stat.S_ISLNK(mode):
            raise UnreadableError(Code.FILE_IS_LINK, path=str(target))
        if stat.S_ISDIR(mode):
            raise UnreadableError(Code.FILE_IS_FOLDER, path=str(target))
        if not stat.S_ISREG(mode):
            raise UnreadableError(Code.FILE_NOT_REGULAR, path=str(target))


def write_whole(target: Path, content: bytes) -> None:
    """Write a file that only its owner can read, replacing an ordinary file of that name.

    Raises:
        UnreadableError: as `require_target`, DISK_FULL, READ_ONLY; what had the name is untouched then.
    """
    require_target(target)
    part = part_beside(target)
    with told_plainly(target):
        try:
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | NO_FOLLOW | CLOSE_ON_EXEC, PRIVATE_FILE)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            put_in_place(part, target)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
