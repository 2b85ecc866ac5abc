"""Files that appear whole or not at all, survive a power cut once they have their name, and are private."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from trustplanner.domain.errors import Code, RuleError
from trustplanner.storage.siblings import part_of

PRIVATE_FILE: Final = 0o600
PRIVATE_FOLDER: Final = 0o700
# Absent on Windows, where links need a privilege and handles are not inherited anyway.
NO_FOLLOW: Final = getattr(os, "O_NOFOLLOW", 0)
CLOSE_ON_EXEC: Final = getattr(os, "O_CLOEXEC", 0)
_NO_HARD_LINKS: Final = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})


def make_private_file(path: Path) -> None:
    """Make an empty file of one's own; an existing one is never touched."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | NO_FOLLOW | CLOSE_ON_EXEC, PRIVATE_FILE)
    os.close(handle)


def make_private_folder(path: Path) -> None:
    """Make a folder of one's own if it is not there yet, durably."""
    if not path.is_dir():
        path.mkdir(mode=PRIVATE_FOLDER)
        sync_folder(path.parent)


def can_be_written(path: Path) -> bool:
    """Whether the file is there and this process may write it and its folder, as far as can be told without trying."""
    effective = os.access in os.supports_effective_ids
    return os.access(path, os.W_OK, effective_ids=effective) and os.access(
        path.parent, os.W_OK | os.X_OK, effective_ids=effective
    )


def sync_file(path: Path) -> None:
    """Wait until the file's bytes are on the disk."""
    handle = os.open(path, os.O_RDWR | CLOSE_ON_EXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Wait until the folder's names are on the disk."""
    if sys.platform == "win32":  # names are durable there without it, and folders cannot be opened
        return
    handle = os.open(folder, os.O_RDONLY | CLOSE_ON_EXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def put_in_place(part: Path, target: Path) -> None:
    """Give a finished file its name, replacing what had it."""
    sync_file(part)
    part.replace(target)
    sync_folder(target.parent)


def put_in_free_place(part: Path, target: Path) -> None:
    """Give a finished file its name, if nothing has it.

    Raises:
        RuleError: VAULT_EXISTS.
    """
    sync_file(part)
    try:
        os.link(part, target, follow_symlinks=False)
    except FileExistsError as error:
        raise RuleError(Code.VAULT_EXISTS, path=str(target)) from error
    except (NotImplementedError, OSError) as error:
        if isinstance(error, OSError) and error.errno not in _NO_HARD_LINKS:
            raise
        if os.path.lexists(target):
            raise RuleError(Code.VAULT_EXISTS, path=str(target)) from error
        part.rename(target)
    else:
        part.unlink()
    sync_folder(target.parent)


def write_small_file(path: Path, content: bytes) -> None:
    """Write a few bytes, whole or not at all."""
    part = part_of(path)
    with part_file(part):
        with part.open("wb") as handle:
            handle.write(content)
        put_in_place(part, path)


@contextmanager
def part_file(part: Path) -> Iterator[None]:
    """An empty private file for the block to fill and to move into place; a failed block leaves nothing behind."""
    discard(part)
    make_private_file(part)
    try:
        yield
    except BaseException:
        with suppress(OSError):
            discard(part)
        raise


def discard(part: Path) -> None:
    """Remove a part file and its journal, if they are there."""
    for path in (part, part.with_name(part.name + "-journal")):
        path.unlink(missing_ok=True)


def copy_durably(source: Path, target: Path) -> None:
    """Copy a file's bytes into a new private file and wait until they are on the disk."""
    make_private_file(target)
    with source.open("rb") as reader, target.open("wb") as writer:
        while chunk := reader.read(1 << 20):
            writer.write(chunk)
        writer.flush()
        os.fsync(writer.fileno())
