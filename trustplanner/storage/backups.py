"""The folder of verified copies beside a vault.

A file there was verified before it got its name, so its name is the proof and the date of the last good copy.
Dates come from the file system that holds the copies; nothing here asks for the time. A clock that was wrong by years
leaves a leap between copies. Those on its two sides take no place from each other, because which of them were made
under the right clock cannot be known.
"""

import re
from collections.abc import Callable, Iterator
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
LEAP: Final = timedelta(days=90)  # between copies: a wrong clock, or a long absence
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


def last_backup(vault: Path, now: datetime | None = None) -> datetime | None:
    """The moment of the last verified copy, in UTC; None if there is none.

    One that a wrong clock put after `now` is the last only where there is no other.
    """
    copies = backups(vault)
    if now is not None:
        copies = _not_ahead(copies, now) or copies
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
    before = _rows_before(_not_ahead(earlier, made.moment) or earlier, key)
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
    up no place. What a leap parts is counted for itself, so that a wrong clock costs none of the good copies. Where
    there is not room for all, those of the same day go first.
    """
    stretches = [*_stretches(copies)]
    stretches.sort(key=lambda stretch: newest not in stretch)  # the one made now has room first
    spread = [_spread(stretch) for stretch in stretches]
    of_late = [_of_late(stretch, newest if newest in stretch else stretch[-1]) for stretch in stretches]
    staying = {newest}
    room = MOST_BYTES - newest.path.stat().st_size
    for group in (*spread, *of_late):
        for copy in sorted(group - staying, reverse=True):
            room -= copy.path.stat().st_size
            if room < 0:
                return staying
            staying.add(copy)
    return staying


def _stretches(copies: list[Backup]) -> Iterator[list[Backup]]:
    """The copies between leaps, in order; the latest stretch first."""
    stretch: list[Backup] = []
    for copy in sorted(copies, reverse=True):
        if stretch and stretch[-1].moment - copy.moment > LEAP:
            yield stretch[::-1]
            stretch = []
        stretch.append(copy)
    if stretch:
        yield stretch[::-1]


def _spread(stretch: list[Backup]) -> set[Backup]:
    """The last of each day, week and month that has one."""
    return {
        *_last_of_each(stretch, lambda copy: copy.moment.date(), KEEP_DAILY),
        *_last_of_each(stretch, lambda copy: copy.moment.isocalendar()[:2], KEEP_WEEKLY),
        *_last_of_each(stretch, lambda copy: (copy.moment.year, copy.moment.month), KEEP_MONTHLY),
    }


def _of_late(stretch: list[Backup], last: Backup) -> set[Backup]:
    """All of the 2 days before `last`, and what a clock that was set back by less than a leap puts after it."""
    return {copy for copy in stretch if last.moment - copy.moment <= KEEP_ALL_FOR}


def _not_ahead(copies: list[Backup], moment: datetime) -> list[Backup]:
    """Those that were not made after `moment`, as far as the clock tells."""
    return [copy for copy in copies if copy.moment <= moment]


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
