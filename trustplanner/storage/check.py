"""Checks a whole vault and changes nothing: what `trustplanner check` tells."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from trustplanner.domain.errors import Code, WrongPassphraseError
from trustplanner.storage.connecting import DriverConnection, connect_to_sound_pages
from trustplanner.storage.failures import told_plainly
from trustplanner.storage.file_checks import read_salt
from trustplanner.storage.hardening import harden_process
from trustplanner.storage.keys import VaultKey
from trustplanner.storage.migrations import RELEASED, VERSION_TABLE, Revisions, revision_of
from trustplanner.storage.opening import unlock
from trustplanner.storage.pages import PageReport, check_pages
from trustplanner.storage.preflight import look_beside, tried_copy
from trustplanner.storage.self_check import check_driver
from trustplanner.storage.vault_lock import VaultLock
from trustplanner.storage.verified_copy import integrity_faults, row_counts


@dataclass(frozen=True, slots=True)
class VaultReport:
    """What a check found.

    With bad pages the file cannot be read further: `revision` is None and `rows` is empty then. `integrity` holds
    SQLite's own findings, `foreign_keys` the number of rows that refer to rows that are not there. `was_recovered` says
    that a crash left a journal, and that a copy with the journal played back was checked, as the next opening will do.
    """

    pages: PageReport
    integrity: tuple[str, ...]
    foreign_keys: int
    revision: str | None
    revision_is_known: bool
    rows: dict[str, int]
    was_recovered: bool

    @property
    def is_sound(self) -> bool:
        """Whether nothing at all is wrong."""
        return self.pages.is_sound and not self.integrity and not self.foreign_keys and self.revision_is_known


def check_vault(path: Path, passphrase: str, *, revisions: Revisions = RELEASED) -> VaultReport:
    """Check every page, the structure, the references and the revision of a vault, damaged or not.

    Raises:
        WrongPassphraseError: WRONG_PASSPHRASE.
        DamagedError: the file is empty, foreign or not encrypted, or so short that no page is whole.
        UnreadableError: the file cannot be read, or another process holds it.
    """
    path = path.absolute()
    harden_process()
    check_driver()
    read_salt(path, ragged_end_is_fine=True)  # says no before a lock file is made
    lock = VaultLock.acquire(path, writable=False)
    try:
        key = unlock(path, passphrase)
        with told_plainly(path), tempfile.TemporaryDirectory(prefix="trustplanner-") as folder:
            return _checked(path, key, Path(folder), revisions)
    finally:
        lock.release()


def _checked(path: Path, key: VaultKey, folder: Path, revisions: Revisions) -> VaultReport:
    beside = look_beside(path, key)
    file = path
    if beside.needs_recovery or beside.alien:
        file, beside = tried_copy(path, key, folder, beside)
    pages = check_pages(file, key)
    if not pages.key_fits:
        raise WrongPassphraseError(Code.WRONG_PASSPHRASE, path=str(path))
    if not pages.is_sound:
        return VaultReport(pages, (), 0, None, False, {}, beside.needs_recovery)
    driver = connect_to_sound_pages(file, key, writable=False, vault=path)
    try:
        return _read_through(driver, path, pages, revisions, was_recovered=beside.needs_recovery)
    finally:
        driver.close()


def _read_through(
    driver: DriverConnection, path: Path, pages: PageReport, revisions: Revisions, *, was_recovered: bool
) -> VaultReport:
    revision = revision_of(driver, path)
    counts = row_counts(driver)
    counts.pop(VERSION_TABLE, None)
    return VaultReport(
        pages=pages,
        integrity=tuple(integrity_faults(driver)),
        foreign_keys=len(driver.execute("PRAGMA foreign_key_check").fetchall()),
        revision=revision,
        revision_is_known=revision in revisions.known,
        rows=counts,
        was_recovered=was_recovered,
    )
