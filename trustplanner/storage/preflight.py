"""Before SQLite may look at the folder: whether a journal beside the vault is really its own.

Opening a vault with the journal of another one beside it destroys a good file, because SQLite believes every journal.
So one that cannot be the vault's own is set aside, and one that may be is tried on a copy first.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from trustplanner.domain.errors import DamagedError, KnownError
from trustplanner.storage.close_marker import was_closed_cleanly
from trustplanner.storage.connecting import connect, connect_to_sound_pages
from trustplanner.storage.durable_files import PRIVATE_FOLDER, copy_durably, make_private_folder, sync_folder
from trustplanner.storage.failures import told_plainly
from trustplanner.storage.keys import VaultKey
from trustplanner.storage.pages import PAGE_BYTES, authentication_key, check_pages, is_authentic
from trustplanner.storage.siblings import (
    before_recovery_of,
    journal_of,
    part_of,
    set_aside_name,
    shared_memory_logs_of,
)
from trustplanner.storage.verified_copy import integrity_faults

# A journal's header: magic, count of records, nonce, pages of the file before, sector size, page size. The records
# follow after one sector: page number, page as it was before, checksum. Source: sqlite.org/fileformat2.html, 3.
_MAGIC: Final = bytes.fromhex("d9d505f920a163d7")
_SECTOR_SIZE_AT: Final = slice(20, 24)
_PAGE_SIZE_AT: Final = slice(24, 28)
_HEADER_BYTES: Final = 28
_NUMBER_BYTES: Final = 4
_LARGEST_SECTOR: Final = 65536


@dataclass(frozen=True, slots=True)
class Preflight:
    """What stands beside a vault: journals that are not its own, and whether its own has to be played back."""

    alien: tuple[Path, ...]
    needs_recovery: bool


def look_beside(vault: Path, key: VaultKey) -> Preflight:
    """Judge the journals beside a vault; nothing is changed."""
    alien = [log for log in shared_memory_logs_of(vault) if log.exists()]
    journal = journal_of(vault)
    if not _would_be_played_back(journal):
        return Preflight(tuple(alien), needs_recovery=False)
    if was_closed_cleanly(vault) or not _first_page_fits(journal, key):
        return Preflight((*alien, journal), needs_recovery=False)
    return Preflight(tuple(alien), needs_recovery=True)


@contextmanager
def set_aside(alien: tuple[Path, ...]) -> Iterator[None]:
    """Take alien journals out of SQLite's sight; a block that fails gets them back where they were."""
    moved: list[tuple[Path, Path]] = []
    try:
        for path in alien:
            free = set_aside_name(path)
            path.rename(free)
            moved.append((path, free))
        yield
    except BaseException:
        for path, free in moved:
            with suppress(OSError):
                free.rename(path)
        raise


@contextmanager
def kept_before_recovery(vault: Path) -> Iterator[Path]:
    """A copy of vault and journal as the crash left them; once the block succeeds it is the one that is kept."""
    kept = before_recovery_of(vault)
    part = part_of(kept)
    shutil.rmtree(part, ignore_errors=True)
    try:
        make_private_folder(part)
        for path in (vault, journal_of(vault)):
            copy_durably(path, part / path.name)
        sync_folder(part)
        yield part
        shutil.rmtree(kept, ignore_errors=True)
        part.rename(kept)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    sync_folder(kept.parent)


def tried_copy(vault: Path, key: VaultKey, folder: Path, beside: Preflight) -> tuple[Path, Preflight]:
    """A copy of the vault in `folder` as an opening would leave it, and what then counts of what stands beside it.

    A journal that could be the vault's own may still be older than the file, for example when somebody put a backup in
    the place of a vault that had crashed. That shows: with the journal the file is not whole, and without it, it is.
    The vault itself is not touched.
    """
    alone = _copy_into(folder / "alone", vault)
    if not beside.needs_recovery:
        return alone, beside
    mended = _copy_into(folder / "mended", vault, journal_of(vault))
    with suppress(DamagedError), told_plainly(mended):  # what is wrong with it is found by whoever checks it
        connect(mended, key, writable=True).close()
    if not is_whole(mended, key) and is_whole(alone, key):
        return alone, Preflight((*beside.alien, journal_of(vault)), needs_recovery=False)
    return mended, beside


def is_whole(file: Path, key: VaultKey) -> bool:
    """Whether every page fits, and SQLite's own check of structure and indexes finds nothing."""
    try:
        if not check_pages(file, key).is_sound:
            return False
        with told_plainly(file):
            driver = connect_to_sound_pages(file, key, writable=False)
            try:
                return not integrity_faults(driver)
            finally:
                driver.close()
    except KnownError:
        return False


def _copy_into(folder: Path, vault: Path, *beside: Path) -> Path:
    folder.mkdir(mode=PRIVATE_FOLDER)
    for path in (vault, *beside):
        copy_durably(path, folder / path.name)
    return folder / vault.name


def _would_be_played_back(journal: Path) -> bool:
    """Whether SQLite would use it: it is not empty and does not begin with zero, as an unfinished one does."""
    try:
        with journal.open("rb") as handle:
            return handle.read(1) not in (b"", b"\0")
    except FileNotFoundError:
        return False


def _first_page_fits(journal: Path, key: VaultKey) -> bool:
    """Whether the first page in the journal was written with this key, which no other vault has."""
    with journal.open("rb") as handle:
        header = handle.read(_HEADER_BYTES)
        sector = int.from_bytes(header[_SECTOR_SIZE_AT], "big")
        page_size = int.from_bytes(header[_PAGE_SIZE_AT], "big")
        if not header.startswith(_MAGIC) or page_size != PAGE_BYTES or sector > _LARGEST_SECTOR:
            return False
        handle.seek(sector)
        number = int.from_bytes(handle.read(_NUMBER_BYTES), "big")
        return is_authentic(handle.read(PAGE_BYTES), number, authentication_key(key))
