"""The released schemas, in order, and how a vault says which one it has. Needs no Alembic: see `upgrade` for that.

A vault is known by the application id in its header and by the one row of Alembic's version table.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, MetaData
from sqlcipher3 import dbapi2

from trustplanner.domain.errors import Code, DamagedError
from trustplanner.storage.connecting import DriverConnection

APPLICATION_ID: Final = int.from_bytes(b"TrPl")
VERSION_TABLE: Final = "alembic_version"  # Alembic's name for it


@dataclass(frozen=True, slots=True)
class Revisions:
    """The revisions this program knows, the newest last, and the folder that holds them as Alembic wants it."""

    known: tuple[str, ...]
    folder: Path

    @property
    def newest(self) -> str:
        """The revision that `tables.py` describes."""
        return self.known[-1]


RELEASED: Final = Revisions(known=("0001",), folder=Path(__file__).parent)


def create_schema(connection: Connection, metadata: MetaData, revision: str) -> None:
    """Make all tables in an empty file and stamp it, within the caller's transaction."""
    metadata.create_all(connection)
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version ("
        "version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.exec_driver_sql("INSERT INTO alembic_version (version_num) VALUES (?)", (revision,))
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def revision_of(connection: DriverConnection, file: Path) -> str:
    """The revision of a vault, whether this program knows it or not.

    Raises:
        DamagedError: FILE_FOREIGN if it is an encrypted file but none of ours.
    """
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    if application_id != APPLICATION_ID:
        raise DamagedError(Code.FILE_FOREIGN, path=str(file))
    try:
        rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    except dbapi2.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) != dbapi2.SQLITE_ERROR:
            raise
        raise DamagedError(Code.FILE_FOREIGN, path=str(file)) from error
    if len(rows) != 1:
        raise DamagedError(Code.FILE_INCONSISTENT, path=str(file))
    return str(rows[0][0])


def is_pending(connection: DriverConnection, revisions: Revisions, file: Path) -> bool:
    """Whether this vault waits for a migration.

    Raises:
        DamagedError: FILE_NEWER if a newer program made it, FILE_FOREIGN if it is none of ours.
    """
    revision = revision_of(connection, file)
    if revision not in revisions.known:
        raise DamagedError(Code.FILE_NEWER, path=str(file))
    return revision != revisions.newest
