"""Refuses to run with a driver that does not encrypt, or that writes to disk in plain what it sorts."""

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2

from trustplanner.domain.errors import Code, UnreadableError
from trustplanner.storage.connecting import DriverConnection
from trustplanner.storage.file_checks import PLAIN_SQLITE
from trustplanner.storage.keys import KEY_BYTES, TEST, VaultKey, new_salt

# Earlier ones can corrupt a file (the write-ahead log's reset).
OLDEST_SQLITE: Final = (3, 51, 3)
_TEMPORARY_FILES_IN_MEMORY: Final = 2
_ALWAYS_ON_DISK: Final = "TEMP_STORE=0"


def check_driver(connect: Callable[..., DriverConnection] = dbapi2.connect) -> None:
    """Make sure that the driver encrypts; done once for each driver in a process.

    Raises:
        UnreadableError: DRIVER_UNSAFE, with what is wrong in `what`.
    """
    _check(connect)


@cache
def _check(connect: Callable[..., DriverConnection]) -> None:
    connection = connect(":memory:")
    try:
        _require(_one(connection, "PRAGMA cipher_version"), "cipher_version")
        version = tuple(int(part) for part in str(_one(connection, "SELECT sqlite_version()")).split("."))
        _require(version >= OLDEST_SQLITE, "sqlite_version")
        connection.execute("PRAGMA temp_store = MEMORY")
        in_memory = _one(connection, "PRAGMA temp_store") == _TEMPORARY_FILES_IN_MEMORY
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
        _require(in_memory and _ALWAYS_ON_DISK not in options, "temp_store")
    finally:
        connection.close()
    _require(_encrypts_a_scratch_file(connect), "scratch file")


def _encrypts_a_scratch_file(connect: Callable[..., DriverConnection]) -> bool:
    try:
        with tempfile.TemporaryDirectory(prefix="trustplanner-") as folder:
            return _encrypts(connect, Path(folder) / "scratch")
    except (OSError, dbapi2.OperationalError):
        # No room for a scratch file says nothing about the driver, and a person with a full disk must still get in.
        # Every page of every vault and copy is checked anyway.
        return True


def _encrypts(connect: Callable[..., DriverConnection], scratch: Path) -> bool:
    """Whether a file written with a key begins with that key's salt, not as a plain one does."""
    connection = connect(str(scratch), isolation_level=None)
    try:
        key = VaultKey(bytes(KEY_BYTES), new_salt(TEST))
        connection.execute(f'PRAGMA key = "{key.specification().decode("ascii")}"')
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("CREATE TABLE scratch (words TEXT)")
    finally:
        connection.close()
    return scratch.read_bytes()[: len(PLAIN_SQLITE)] == key.salt


def _one(connection: DriverConnection, statement: str) -> Any:
    row = connection.execute(statement).fetchone()
    return row[0] if row else None


def _require(holds: object, what: str) -> None:
    if not holds:
        raise UnreadableError(Code.DRIVER_UNSAFE, what=what)
