"""Files that a person asked for by name: each appears whole under that name, or not at all.

They are filled in a room of their own in the same folder, so that neither a full disk nor a power cut can leave half
of one, and nothing that has the name already is touched before the new one is complete. Their words may be in plain, so
a signal to end waits until the room is cleared away; what a power cut leaves in it, the next file there clears away.
"""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from trustplanner.domain.errors import Code, UnreadableError
from trustplanner.storage.durable_files import (
    CLOSE_ON_EXEC,
    NO_FOLLOW,
    PRIVATE_FILE,
    put_in_place,
)
from trustplanner.storage.failures import told_plainly
from trustplanner.storage.file_checks import require_ordinary
from trustplanner.storage.workroom import workroom


def require_target(target: Path) -> None:
    """A file can be written under this name, whether or not there is one.

    Raises:
        UnreadableError: FOLDER_MISSING, FILE_IS_LINK, FILE_IS_FOLDER, FILE_NOT_REGULAR, NO_PERMISSION.
    """
    with told_plainly(target):
        if not target.parent.is_dir():
            raise UnreadableError(Code.FOLDER_MISSING, path=str(target.parent))
        with suppress(FileNotFoundError):
            require_ordinary(target)


def write_whole(target: Path, content: bytes) -> None:
    """Write a file that only its owner can read, replacing an ordinary file of that name.

    Raises:
        UnreadableError: as `require_target`, DISK_FULL, READ_ONLY; what had the name is untouched then.
    """
    require_target(target)
    with told_plainly(target), _signals_wait(), workroom(target) as room:
        part = room / "new file"
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | NO_FOLLOW | CLOSE_ON_EXEC, PRIVATE_FILE)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        put_in_place(part, target)


@contextmanager
def _signals_wait() -> Iterator[None]:
    """What asks the program to end is heard when the block is done."""
    if sys.platform == "win32":
        yield
        return
    ending = {signal.SIGHUP, signal.SIGINT, signal.SIGTERM}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ending)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
