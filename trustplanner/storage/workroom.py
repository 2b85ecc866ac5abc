"""A private folder beside a file while that is made: it is on the same disk, so that the file only has to get its name.

Whoever is killed leaves the folder behind, and with it what may be words in plain; whoever comes next clears it away.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from trustplanner.domain.errors import Code, KnownError, UnreadableError
from trustplanner.storage.vault_lock import VaultLock

_PREFIX: Final = ".trustplanner-"
_SUFFIX: Final = ".part"
_HELD: Final = "room"  # what is locked in it
_GONE: Final = frozenset({Code.IN_USE, Code.FILE_MISSING, Code.FOLDER_MISSING})


@contextmanager
def workroom(target: Path) -> Iterator[Path]:
    """A folder of one's own beside `target`, gone with all that is left in it when the block ends.

    Raises:
        KnownError, OSError: there is no room for it.
    """
    clear_left_behind(target.parent)
    room, lock = _made_room(target.absolute().parent)
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)
        lock.release()
        shutil.rmtree(room, ignore_errors=True)  # Windows keeps a file that is open


def rooms_in(folder: Path) -> list[Path]:
    """The rooms of this person in a folder, whether anybody is at work in them or not."""
    return [room for room in folder.glob(f"{_PREFIX}*{_SUFFIX}") if _is_own_folder(room)]


def clear_left_behind(folder: Path) -> None:
    """Remove the rooms in a folder in which nobody is at work; what cannot be removed stays."""
    for room in rooms_in(folder):
        with suppress(KnownError):
            lock = VaultLock.acquire(room / _HELD)
            shutil.rmtree(room, ignore_errors=True)
            lock.release()
            shutil.rmtree(room, ignore_errors=True)


def _made_room(folder: Path) -> tuple[Path, VaultLock]:
    while True:
        room = Path(tempfile.mkdtemp(prefix=_PREFIX, suffix=_SUFFIX, dir=folder))
        try:
            return room, VaultLock.acquire(room / _HELD)
        except UnreadableError as error:
            shutil.rmtree(room, ignore_errors=True)
            if error.code not in _GONE:  # those say that somebody took it for left behind before it was held
                raise


def _is_own_folder(path: Path) -> bool:
    try:
        found = path.lstat()
    except OSError:
        return False
    is_folder = path.is_dir() and not path.is_symlink()
    return is_folder and (sys.platform == "win32" or found.st_uid == os.geteuid())
