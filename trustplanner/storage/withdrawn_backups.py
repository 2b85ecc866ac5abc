"""After their entries were taken back: the earlier copies that hold them written anew without them."""

from pathlib import Path
from typing import Final

from trustplanner.domain.errors import DamagedError, WrongPassphraseError
from trustplanner.domain.their_voice import SEALED_VOICE, TYPED
from trustplanner.storage.backups import Backup, backups
from trustplanner.storage.connecting import DriverConnection, connect
from trustplanner.storage.durable_files import part_file, sync_file, sync_folder
from trustplanner.storage.failures import told_plainly
from trustplanner.storage.keys import VaultKey
from trustplanner.storage.pages import key_fits_file
from trustplanner.storage.passphrase_change import write_with_new_key
from trustplanner.storage.remade_backups import Remade
from trustplanner.storage.siblings import part_of
from trustplanner.storage.verified_copy import row_counts, table_names, verify_copy

# What actions/their_voice.withdraw takes away, said to a file that no unit of work has open.
_THEIRS: Final = {
    "consents": "1",
    "anchors": "1",
    "readings": "1",
    "sealed_notes": f"id = '{SEALED_VOICE}'",
    "drafts": f"id = '{TYPED}'",
}
_NOTES: Final = "session_notes"
_DELETE: Final = ("DELETE FROM {} WHERE {}", "UPDATE {} SET fits = NULL, fits_words = ''")
_FIND: Final = ("SELECT 1 FROM {} WHERE {}", "SELECT 1 FROM {} WHERE fits IS NOT NULL OR fits_words <> ''")


def backups_with_their_voice(vault: Path, key: VaultKey) -> list[Backup]:
    """The copies that this key opens and that hold something of theirs.

    Raises:
        UnreadableError: the folder is there but cannot be read.
    """
    return [copy for copy in backups(vault) if _holds_theirs(copy.path, key)]


def remake_without_their_voice(vault: Path, key: VaultKey) -> Remade:
    """Write each of these copies anew without it, under its own name; each is verified before it takes its place.

    One that this key does not open, because it is damaged or of an earlier passphrase, stays as it is.

    Raises:
        UnreadableError: DISK_FULL and the like; the copies that come later stay as they are.
    """
    made = left = 0
    for copy in backups(vault):
        try:
            if not _fits(copy.path, key):
                left += 1
            elif _holds_theirs(copy.path, key):
                _remake(copy.path, key)
                made += 1
        except (DamagedError, WrongPassphraseError):
            left += 1
    return Remade(made, left)


def _remake(copy: Path, key: VaultKey) -> None:
    part = part_of(copy)
    with told_plainly(copy), part_file(part):
        write_with_new_key(copy, key, key, part)
        driver = connect(part, key, writable=True)
        try:
            driver.execute("BEGIN IMMEDIATE")
            for statement in _statements(driver, *_DELETE):
                driver.execute(statement)
            driver.execute("COMMIT")
            driver.execute("VACUUM")  # no page keeps what was deleted
            counts = row_counts(driver)
        finally:
            driver.close()
        sync_file(part)
        verify_copy(part, key, counts)
        part.replace(copy)
        sync_folder(copy.parent)


def _holds_theirs(copy: Path, key: VaultKey) -> bool:
    """Whether something of theirs lies in it; no for a copy that does not open."""
    if not _fits(copy, key):
        return False
    try:
        with told_plainly(copy):
            driver = connect(copy, key, writable=False)
            try:
                asked = _statements(driver, *_FIND)
                return any(driver.execute(statement).fetchone() for statement in asked)
            finally:
                driver.close()
    except DamagedError:
        return False


def _fits(copy: Path, key: VaultKey) -> bool:
    try:
        with told_plainly(copy):
            return key_fits_file(copy, key)
    except DamagedError:
        return False


def _statements(driver: DriverConnection, of_theirs: str, of_notes: str) -> list[str]:
    """The statements for the tables that this copy has: one of an earlier version may lack some."""
    there = set(table_names(driver))
    found = [of_theirs.format(table, rows) for table, rows in _THEIRS.items() if table in there]
    return [*found, of_notes.format(_NOTES)] if _NOTES in there else found
