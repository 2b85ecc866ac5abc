"""A connection to an encrypted file: the driver's, set as a vault needs it, and SQLAlchemy's engine on top."""

from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlcipher3 import dbapi2

from trustplanner.domain.errors import Code, DamagedError, UnreadableError
from trustplanner.storage.keys import VaultKey, wipe

# The driver ships no types; what it returns is `sqlite3.Connection` with `set_key`.
DriverConnection = Any

BEGIN_WITH: Final = "begin_with"
READING: Final = "BEGIN"
WRITING: Final = "BEGIN IMMEDIATE"

# What is set, and what must be read back. DELETE and EXTRA: no acknowledged write is lost at a power cut, and the file
# alone is always the whole vault, so that a copy of it by anybody is a copy of everything.
_PRAGMAS: Final = (
    ("journal_mode", "DELETE", "delete"),
    ("synchronous", "EXTRA", 3),
    ("fullfsync", "ON", 1),
    ("foreign_keys", "ON", 1),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("mmap_size", "0", 0),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("busy_timeout", "3000", 3000),
    ("cipher_log_level", "NONE", "NONE"),
    ("cipher_status", None, "1"),
)


def connect(file: Path, key: VaultKey, *, writable: bool) -> DriverConnection:
    """Open an existing encrypted file with its raw key; recovers from a journal beside it if `writable`.

    Raises:
        dbapi2.Error, OSError: for `told_plainly` to name.
        UnreadableError: DRIVER_UNSAFE if a setting did not take.
    """
    # A URI with every odd character quoted: as a plain name "?", "#" or "%41" would be read as something else.
    uri = f"{uri_of(file)}?mode={'rw' if writable else 'ro'}"
    connection = dbapi2.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # first, because a wrong key would be logged
        specification = key.specification()
        connection.set_key(specification)
        wipe(specification)
        _set_up(connection)
    except BaseException:
        # Now, not when it is collected: closing may roll a journal back, and that must not happen behind our back.
        connection.close()
        raise
    return connection


def connect_to_sound_pages(file: Path, key: VaultKey, *, writable: bool, vault: Path | None = None) -> DriverConnection:
    """As `connect`, for a file whose pages all fit the key: what SQLite misses then is pages that were cut off.

    `vault` is what the error names, if `file` is a copy of it.

    Raises:
        DamagedError: FILE_TRUNCATED.
    """
    try:
        return connect(file, key, writable=writable)
    except dbapi2.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", None) == dbapi2.SQLITE_CORRUPT:
            raise DamagedError(Code.FILE_TRUNCATED, path=str(vault or file)) from error
        raise


def _set_up(connection: DriverConnection) -> None:
    for name, wanted, expected in _PRAGMAS:
        if wanted is not None:
            connection.execute(f"PRAGMA {name} = {wanted}").fetchall()
        if connection.execute(f"PRAGMA {name}").fetchone() != (expected,):
            raise UnreadableError(Code.DRIVER_UNSAFE, what=name)
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def uri_of(file: Path) -> str:
    """The file's address with every odd character quoted."""
    return file.absolute().as_uri()


def engine_on(connection: DriverConnection) -> Engine:
    """SQLAlchemy on this one connection; a transaction begins as the execution option `BEGIN_WITH` says."""
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connection,
        poolclass=StaticPool,
        hide_parameters=True,  # error texts must not carry what a person wrote
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """The drivers' own transactions lose updates and commit changes of the schema by themselves."""
    # Straight to the driver, because every reading begins here: the way through SQLAlchemy takes four times as long.
    driver: DriverConnection = connection.connection.driver_connection
    driver.execute(connection.get_execution_options().get(BEGIN_WITH, READING))
