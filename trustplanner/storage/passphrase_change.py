"""A new passphrase: everything is written anew with a new salt and key into a file that takes the old one's place.

The old file stays the vault until the new one is on the disk and verified; nothing is ever written in plain.
"""

from pathlib import Path

from trustplanner.domain.errors import Code, DamagedError
from trustplanner.storage.connecting import DriverConnection, connect, uri_of
from trustplanner.storage.durable_files import sync_file
from trustplanner.storage.failures import told_plainly
from trustplanner.storage.keys import VaultKey, wipe
from trustplanner.storage.migrations import APPLICATION_ID
from trustplanner.storage.verified_copy import quoted, row_counts, table_names, verify_copy

_SCHEMA_OF = "SELECT type, name, tbl_name, sql FROM {}.sqlite_schema"
_ROWS_OF = "SELECT * FROM {}.{}"


def write_with_new_key(vault: Path, key: VaultKey, new_key: VaultKey, part: Path) -> None:
    """Write all of a vault into the empty file `part` with another key, and verify it row by row and from the disk.

    SQLCipher's own export is not used, because it does not say why it failed: a full disk would go unnamed.

    Raises:
        DamagedError: BACKUP_UNVERIFIED.
        UnreadableError: DISK_FULL and the like.
    """
    with told_plainly(vault):
        driver = connect(part, new_key, writable=True)
        try:
            _attach_old(driver, vault, key)
            driver.execute("PRAGMA foreign_keys = OFF")  # rows come table by table, not in the order of references
            driver.execute("BEGIN IMMEDIATE")
            _copy_everything(driver)
            _require_same_content(driver, part)
            driver.execute("COMMIT")
            counts = row_counts(driver)
        finally:
            driver.close()
        sync_file(part)
        verify_copy(part, new_key, counts)


def _attach_old(driver: DriverConnection, vault: Path, key: VaultKey) -> None:
    specification = key.specification()
    driver.execute("ATTACH DATABASE ? AS old KEY ?", (f"{uri_of(vault)}?mode=ro", specification))
    wipe(specification)


def _copy_everything(driver: DriverConnection) -> None:
    """Tables first, then their rows, then what is built on them, so that each index is built once."""
    made = driver.execute(
        "SELECT type, sql FROM old.sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!' "
        "ORDER BY rowid"
    ).fetchall()
    for kind, sql in made:
        if kind == "table":
            driver.execute(sql)
    for table in table_names(driver):
        columns = ", ".join(quoted(row[1]) for row in driver.execute(f"PRAGMA table_info({quoted(table)})"))
        copy = f"INSERT INTO main.{quoted(table)} ({columns}) SELECT {columns} FROM old.{quoted(table)}"  # noqa: S608  (the file's own names, quoted)
        driver.execute(copy)
    for kind, sql in made:
        if kind != "table":
            driver.execute(sql)
    if _has_sequences(driver):  # numbers that were given once are never given again, even if their rows are gone
        driver.execute("DELETE FROM main.sqlite_sequence")
        driver.execute("INSERT INTO main.sqlite_sequence SELECT * FROM old.sqlite_sequence")
    driver.execute(f"PRAGMA main.application_id = {APPLICATION_ID}")


def _require_same_content(driver: DriverConnection, part: Path) -> None:
    """Every table, index and row is in both, and nothing more."""
    names = table_names(driver) + (["sqlite_sequence"] if _has_sequences(driver) else [])
    pairs = [(_SCHEMA_OF.format("main"), _SCHEMA_OF.format("old"))]
    pairs += [(_ROWS_OF.format("main", quoted(name)), _ROWS_OF.format("old", quoted(name))) for name in names]
    for new, old in pairs:
        for first, second in ((old, new), (new, old)):
            only_in_first = f"SELECT 1 FROM ({first} EXCEPT {second}) LIMIT 1"  # noqa: S608  (the file's own names, quoted)
            if driver.execute(only_in_first).fetchone():
                raise DamagedError(Code.BACKUP_UNVERIFIED, path=str(part))


def _has_sequences(driver: DriverConnection) -> bool:
    found = driver.execute("SELECT 1 FROM old.sqlite_schema WHERE name = 'sqlite_sequence'").fetchone()
    return found is not None
