"""Copies of a vault that are known to be good before they get their name."""

from pathlib import Path

from trustplanner.domain.errors import Code, DamagedError
from trustplanner.storage.connecting import DriverConnection, connect, uri_of
from trustplanner.storage.durable_files import part_file, put_in_place, sync_file
from trustplanner.storage.failures import told_plainly
from trustplanner.storage.keys import VaultKey
from trustplanner.storage.pages import check_pages
from trustplanner.storage.siblings import part_of


def write_verified_copy(driver: DriverConnection, key: VaultKey, target: Path) -> None:
    """Copy a vault to `target` through a part file beside it, which is verified before it gets its name.

    Raises:
        KnownError: DISK_FULL and the like, BACKUP_UNVERIFIED; what stood at `target` is untouched then.
    """
    part = part_of(target)
    with told_plainly(target), part_file(part):
        driver.execute("VACUUM INTO ?", (f"{uri_of(part)}?mode=rw",))
        sync_file(part)
        verify_copy(part, key, row_counts(driver))
        put_in_place(part, target)


def verify_copy(copy: Path, key: VaultKey, expected: dict[str, int]) -> None:
    """Read a copy back from the disk: every page fits, the structure is sound, every table has all its rows.

    Raises:
        DamagedError: BACKUP_UNVERIFIED.
    """
    if not check_pages(copy, key).is_sound:
        raise DamagedError(Code.BACKUP_UNVERIFIED, path=str(copy))
    connection = connect(copy, key, writable=False)
    try:
        if integrity_faults(connection) or row_counts(connection) != expected:
            raise DamagedError(Code.BACKUP_UNVERIFIED, path=str(copy))
    finally:
        connection.close()


def table_names(driver: DriverConnection) -> list[str]:
    """Every table, SQLite's own left out."""
    rows = driver.execute(
        r"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY name"
    )
    return [row[0] for row in rows]


def row_counts(driver: DriverConnection) -> dict[str, int]:
    """How many rows each table has."""
    counts = {}
    for name in table_names(driver):
        count = f"SELECT count(*) FROM {quoted(name)}"  # noqa: S608  (the file's own table names, quoted)
        (counts[name],) = driver.execute(count).fetchone()
    return counts


def integrity_faults(driver: DriverConnection) -> list[str]:
    """What SQLite's full check of structure, indexes and constraints finds; empty if all is well."""
    faults = [str(row[0]) for row in driver.execute("PRAGMA integrity_check")]
    return [] if faults == ["ok"] else faults


def quoted(name: str) -> str:
    """A name as SQL wants it."""
    return '"' + name.replace('"', '""') + '"'
