"""Makes a new vault's file: beside its place first, whole, and only then under its name."""

import os
from contextlib import suppress
from pathlib import Path

from trustplanner.domain.errors import Code, DamagedError
from trustplanner.storage.connecting import BEGIN_WITH, WRITING, connect, engine_on
from trustplanner.storage.durable_files import part_file, put_in_free_place
from trustplanner.storage.failures import told_plainly
from trustplanner.storage.file_checks import require_free_place
from trustplanner.storage.hardening import harden_process
from trustplanner.storage.keys import Profile, VaultKey, derive, new_salt
from trustplanner.storage.migrations import Revisions, create_schema
from trustplanner.storage.pages import check_pages
from trustplanner.storage.self_check import check_driver
from trustplanner.storage.siblings import lock_of, part_of
from trustplanner.storage.tables import metadata
from trustplanner.storage.vault_lock import VaultLock


def create_file(path: Path, passphrase: str, profile: Profile, revisions: Revisions) -> tuple[VaultKey, VaultLock]:
    """Make a new vault at a free place; returns its key and the lock on it, which is held from before it appears.

    Raises:
        KnownError: the first that says no; nothing is left behind then.
    """
    harden_process()
    check_driver()
    require_free_place(path)
    with told_plainly(path):
        lock = VaultLock.acquire(path)
        try:
            key = derive(passphrase, new_salt(profile))
            part = part_of(path)
            with part_file(part):
                _fill(part, key, revisions)
                put_in_free_place(part, path)
        except BaseException:
            with suppress(OSError):
                if not os.path.lexists(path):
                    lock_of(path).unlink(missing_ok=True)
            lock.release()
            raise
    return key, lock


def _fill(part: Path, key: VaultKey, revisions: Revisions) -> None:
    driver = connect(part, key, writable=True)
    try:
        engine = engine_on(driver).execution_options(**{BEGIN_WITH: WRITING})
        with engine.begin() as connection:
            create_schema(connection, metadata, revisions.newest)
    finally:
        driver.close()
    if not check_pages(part, key).is_sound:
        raise DamagedError(Code.BACKUP_UNVERIFIED, path=str(part))
