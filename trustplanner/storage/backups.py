"""The folder of verified copies beside a vault.

A file there was verified before it got its name, so its name is the proof and the date of the last good copy.
Dates come from the file system that holds the copies; nothing here asks for the time.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from trustplanner.domain.errors import KnownError
from trustplanner.storage.connecting import DriverConnection, connect
from trustplanner.storage.durable_files import discard, make_private_folder, sync_folder
from trustplanner.storage.failures import told_plainly
from trustplanner.storage.file_checks import read_salt
from trustplanner.storage.keys import VaultKey
from trustplanner.storage.plan_tables import drafts
from trustplanner.storage.siblings import backups_of
from trustplanner.storage.verified_copy import row_counts, write_verified_copy

KEEP_ALL_FOR: Final = timedelta(days=2)
KEEP_DAILY: Final = 14
KEEP_WEEKLY: Final = 10
KEEP_MONTHLY: Final = 12
MOST_BYTES: Final = 500 * 10**6
MOST_ROWS_LOST: Final = 0.1  # of all; a copy that lacks more is no reason to let an older one go
_STAMP: Final = "%Y-%m-%dT%H-%M-%SZ"
_NAME: Final = re.compile(r"(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)(?:-(\d+))?\.vault")
_UNNAMED: Final = "new backup"


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """One verified copy. `moment` is in UTC, to the second; `number` orders copies of the same second.

    `is_far_smaller` says of one just made that far less is in it than in the one before.
    """

    moment: datetime
    number: int
    path: Path
    is_far_smaller: bool = field(default=False, compare=False)


def backups(vault: Path) -> list[Backup]:
    """All verified copies of a vault, the oldest first.

    Raises:
        UnreadableError: the folder is there but cannot be read.
    """
    folder = backups_of(vault)
    with told_plainly(folder):
        if not folder.is_dir():
            return []
        return sorted(copy for path in folder.iterdir() if (copy := _named(path)) is not None)


def _named(path: Path) -> Backup | None:
    """The copy with this name; None for the name of something else, or of no moment there is."""
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    try:
        moment = datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(moment, int(found[2] or 1), path)


def last_backup(vault: Path) -> datetime | None:
    """The moment of the last verified copy, in UTC; None if there is none."""
    copies = backups(vault)
    return copies[-1].moment if copies else None


def make_backup(driver: DriverConnection, key: VaultKey, vault: Path) -> Backup:
    """Make a verified copy and let old ones go, unless far less is in it than in the one before.

    Raises:
        KnownError: DISK_FULL and the like, BACKUP_UNVERIFIED; the vault and all earlier copies are untouched then.
    """
    folder = backups_of(vault)
    with told_plainly(folder):
        make_private_folder(folder)
        for left in folder.glob("*.part"):  # by a process that was killed
            discard(left)
        unnamed = folder / _UNNAMED
        write_verified_copy(driver, key, unnamed)
        earlier = backups(vault)
        made = _free_name(folder, datetime.fromtimestamp(unnamed.stat().st_mtime, UTC).replace(microsecond=0))
        unnamed.rename(made.path)
        sync_folder(folder)
    before = _rows_before(earlier, key)
    if before is None:  # nothing can be said, so nothing is removed either
        return made
    if _rows_written(driver) < before * (1 - MOST_ROWS_LOST):
        return replace(made, is_far_smaller=True)
    with told_plainly(folder):
        for copy in {*earlier, made} - kept([*earlier, made], made):
            copy.path.unlink(missing_ok=True)
    return made


def kept(copies: list[Backup], newest: Backup) -> set[Backup]:
    """Which copies stay: all of 2 days, the last of each of 14 days, 10 weeks and 12 months, 500 MB at most.

    "2 days" is counted back from `newest`, which always stays; of the others, days, weeks and months without a copy use
    up no place. Where there is not room for all, those of the same day go first.
    """
    spread = {
        *_last_of_each(copies, lambda copy: copy.moment.date(), KEEP_DAILY),
        *_last_of_each(copies, lambda copy: copy.moment.isocalendar()[:2], KEEP_WEEKLY),
        *_last_of_each(copies, lambda copy: (copy.moment.year, copy.moment.month), KEEP_MONTHLY),
    }
    of_late = {copy for copy in copies if newest.moment - copy.moment <= KEEP_ALL_FOR}
    staying = {newest}
    room = MOST_BYTES - newest.path.stat().st_size
    for copy in [*sorted(spread - staying, reverse=True), *sorted(of_late - spread - staying, reverse=True)]:
        room -= copy.path.stat().st_size
        if room < 0:
            break
        staying.add(copy)
    return staying


def _last_of_each(copies: list[Backup], period_of: Callable[[Backup], object], most: int) -> list[Backup]:
    """The newest copy of each of the latest periods that have one."""
    last = {period_of(copy): copy for copy in sorted(copies)}
    return sorted(last.values())[-most:]


def _rows_before(earlier: list[Backup], key: VaultKey) -> int | None:
    """The rows of the newest earlier copy that this key opens; None if there is none."""
    for copy in reversed(earlier):
        with suppress(KnownError), told_plainly(copy.path):
            if read_salt(copy.path) == key.salt:
                return _rows_in(copy.path, key)
    return None


def _rows_in(file: Path, key: VaultKey) -> int:
    driver = connect(file, key, writable=False)
    try:
        return _rows_written(driver)
    finally:
        driver.close()


def _rows_written(driver: DriverConnection) -> int:
    """How much is written, without drafts: those go when what was typed is saved."""
    return sum(count for name, count in row_counts(driver).items() if name != drafts.name)


def _free_name(folder: Path, moment: datetime) -> Backup:
    number = 1
    while True:
        suffix = "" if number == 1 else f"-{number}"
        path = folder / f"{moment.strftime(_STAMP)}{suffix}.vault"
        if not path.exists():
            return Backup(moment, number, path)
        number += 1
