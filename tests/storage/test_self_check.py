import sqlite3
import tempfile
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from trustplanner.domain.errors import Code, UnreadableError
from trustplanner.storage.self_check import check_driver


def ignoring_the_key(*arguments: Any, **settings: Any) -> Any:
    """The driver, with the one statement that turns encryption on taken out of its hands."""
    connection = dbapi2.connect(*arguments, **settings)

    def authorizer(action: int, first: str | None, *_: object) -> int:
        ignored = action == dbapi2.SQLITE_PRAGMA and first == "key"
        return int(dbapi2.SQLITE_IGNORE if ignored else dbapi2.SQLITE_OK)

    connection.set_authorizer(authorizer)
    return connection


def with_an_old_sqlite(*arguments: Any, **settings: Any) -> Any:
    connection = dbapi2.connect(*arguments, **settings)
    connection.create_function("sqlite_version", 0, lambda: "3.51.2")
    return connection


def with_temporary_files_on_disk(*arguments: Any, **settings: Any) -> Any:
    """The driver, refusing to keep temporary files in memory."""
    connection = dbapi2.connect(*arguments, **settings)

    def authorizer(action: int, first: str | None, second: str | None, *_: object) -> int:
        ignored = action == dbapi2.SQLITE_PRAGMA and first == "temp_store" and second is not None
        return int(dbapi2.SQLITE_IGNORE if ignored else dbapi2.SQLITE_OK)

    connection.set_authorizer(authorizer)
    return connection


def test_our_driver_is_accepted() -> None:
    check_driver()


@pytest.mark.parametrize(
    ("driver", "what"),
    [
        (sqlite3.connect, "cipher_version"),
        (with_an_old_sqlite, "sqlite_version"),
        (with_temporary_files_on_disk, "temp_store"),
        (ignoring_the_key, "scratch file"),
    ],
)
def test_a_driver_that_would_write_in_plain_is_refused(driver: Any, what: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        check_driver(driver)
    assert (refused.value.code, refused.value.details) == (Code.DRIVER_UNSAFE, {"what": what})


def test_the_check_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def fresh(*arguments: Any, **settings: Any) -> Any:
        return dbapi2.connect(*arguments, **settings)

    check_driver(fresh)
    assert list(tmp_path.iterdir()) == []


def test_no_room_for_a_scratch_file_does_not_lock_a_person_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))

    def fresh(*arguments: Any, **settings: Any) -> Any:
        return dbapi2.connect(*arguments, **settings)

    check_driver(fresh)
