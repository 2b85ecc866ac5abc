"""The folder of verified copies beside a vault.

A file there was verified before it got its name, so its name is the proof and the date of the last good copy.
Dates come from the file system that holds the copies; nothing here asks for the time.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from trustplanner.storage.connecting import DriverConnection
from trustplanner.storage.durable_files import discard, make_private_folder, sync_folder
from trustplanner.storage.failures import told_plainly
from trustplanner.storage.keys import VaultKey
from trustplanner.storage.siblings import backups_of
from trustplanner.storage.verified_copy import write_verified_copy

KEEP_ALL_FOR: Final = timedelta(days=2)
KEEP_DAILY: Final = 14
MOST_BYTES: Final = 500 * 10**6
_STAMP: Final = "%Y-%m-%dT%H-%M-%SZ"
_NAME: Final = re.compile(r"(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)(?:-(\d+))?\.vault")
_UNNAMED: Final = "new backup"


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """One verified copy. `moment` is in UTC, to the second; `number` orders copies of the same second."""

    moment: datetime
    number: int
    path: Path


def backups(vault: Path) -> list[Backup]:
    """All verified copies of a vault, the oldest first.

    Raises:
        UnreadableError: the folder is there but cannot be read.
    """
    folder = backups_of(vault)
    with told_plainly(folder):
        if not folder.is_dir():
            return []
        named = ((path, _NAME.fullmatch(path.name)) for path in folder.iterdir())
        return sorted(
            Backup(datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC), int(found[2] or 1), path)
            for path, found in named
            if found
        )


def last_backup(vault: Path) -> datetime | None:
    """The moment of the last verified copy, in UTC; None if there is none."""
    copies = backups(vault)
    return copies[-1].moment if copies else None


def make_backup(driver: DriverConnection, key: VaultKey, vault: Path) -> Backup:
    """Make a verified copy and let old ones go.

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
        made = _free_name(folder, datetime.fromtimestamp(unnamed.stat().st_mtime, UTC).replace(microsecond=0))
        unnamed.rename(made.path)
        sync_folder(folder)
        _let_old_ones_go(vault, made)
    return made


def kept(copies: list[Backup], newest: Backup) -> set[Backup]:
    """Which copies stay: all of the last 2 days, the newest of each of the 14 latest days, 500 MB at most.

    "Last" is counted back from `newest`, which always stays.
    """
    latest_of_day: dict[date, Backup] = {}
    for copy in sorted(copies):
        latest_of_day[copy.moment.date()] = copy
    daily = set(sorted(latest_of_day.values())[-KEEP_DAILY:])
    wanted = [copy for copy in copies if copy in daily or newest.moment - copy.moment <= KEEP_ALL_FOR]
    room = MOST_BYTES - newest.path.stat().st_size
    staying = {newest}
    for copy in sorted(wanted, reverse=True):
        if copy == newest:
            continue
        room -= copy.path.stat().st_size
        if room < 0:
            break
        staying.add(copy)
    return staying


def _free_name(folder: Path, moment: datetime) -> Backup:
    number = 1
    while True:
        suffix = "" if number == 1 else f"-{number}"
        path = folder / f"{moment.strftime(_STAMP)}{suffix}.vault"
        if not path.exists():
            return Backup(moment, number, path)
        number += 1


def _let_old_ones_go(vault: Path, made: Backup) -> None:
    copies = backups(vault)
    for copy in set(copies) - kept(copies, made):
        copy.path.unlink(missing_ok=True)
