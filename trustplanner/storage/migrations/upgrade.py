"""Brings a vault to the newest schema, in one transaction: it has the old schema or the new one, never half of each."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from trustplanner.domain.errors import Code, DamagedError
from trustplanner.storage.connecting import BEGIN_WITH, WRITING, DriverConnection, engine_on
from trustplanner.storage.failures import told_plainly
from trustplanner.storage.migrations import Revisions


def migrate(driver: DriverConnection, revisions: Revisions, file: Path) -> None:
    """Migrate to the newest revision; the caller made a backup before and connects anew afterwards.

    Raises:
        DamagedError: FILE_INCONSISTENT if rows would refer to rows that are not there; nothing is changed then.
        UnreadableError: DISK_FULL and the like; nothing is changed then.
    """
    # Before BEGIN, because it does nothing within: a batch migration drops tables, and with the keys enforced that
    # deletes the rows of every table that refers to them, without a word.
    driver.execute("PRAGMA foreign_keys = OFF")
    engine = engine_on(driver).execution_options(**{BEGIN_WITH: WRITING})
    with told_plainly(file), engine.begin() as connection:
        run_revisions(connection, revisions)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise DamagedError(Code.FILE_INCONSISTENT, path=str(file))


def run_revisions(connection: Connection, revisions: Revisions) -> None:
    """Run what is missing up to the newest revision, within the caller's transaction."""
    config = Config()
    config.set_main_option("script_location", str(revisions.folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revisions.newest)
