import errno
import os
import sqlite3
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.storage.children import Children
from tests.storage.conftest import as_ordinary_person
from tests.storage.scenes import PASSPHRASE, content_of, flip, write_setting, write_words
from trustplanner.domain.errors import Code, DamagedError, KnownError, RuleError, UnreadableError
from trustplanner.storage.failures import from_driver, told_plainly
from trustplanner.storage.keys import TEST
from trustplanner.storage.pages import PAGE_BYTES
from trustplanner.storage.vault import Vault


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EACCES, Code.NO_PERMISSION),
        (errno.EPERM, Code.NO_PERMISSION),
        (errno.EROFS, Code.READ_ONLY),
        (errno.ENOSPC, Code.DISK_FULL),
        (errno.EDQUOT, Code.DISK_FULL),
        (errno.EFBIG, Code.WRITE_FAILED),
        (errno.ENOENT, Code.FILE_MISSING),
        (errno.EIO, Code.READ_FAILED),
        (errno.EMFILE, Code.READ_FAILED),
        (errno.ENAMETOOLONG, Code.NAME_TOO_LONG),
    ],
)
def test_what_the_system_says_is_named(tmp_path: Path, number: int, code: Code) -> None:
    with pytest.raises(UnreadableError) as told, told_plainly(tmp_path / "mine.vault"):
        raise OSError(number, os.strerror(number))
    assert (told.value.code, told.value.details) == (code, {"path": str(tmp_path / "mine.vault")})


def test_a_known_error_and_a_mistake_of_ours_pass_through(tmp_path: Path) -> None:
    with pytest.raises(RuleError), told_plainly(tmp_path):
        raise RuleError(Code.STOPPED)
    with pytest.raises(KeyError), told_plainly(tmp_path):
        raise KeyError
    with pytest.raises(dbapi2.OperationalError), told_plainly(tmp_path):
        dbapi2.connect(":memory:").execute("SELECT nonsense")


def error_with(result: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError()
    error.sqlite_errorcode = result
    return error


@pytest.mark.parametrize("result", range(1, 29))
def test_nothing_the_driver_says_looks_like_a_wrong_passphrase(tmp_path: Path, result: int) -> None:
    file = tmp_path / "mine.vault"
    file.write_bytes(b"x")
    for extended in range(40):
        told = from_driver(error_with(result | extended << 8), file)
        assert told is None or told.code is not Code.WRONG_PASSPHRASE


@pytest.mark.parametrize(
    ("result", "code"),
    [
        (dbapi2.SQLITE_IOERR, Code.WRITE_FAILED),
        (dbapi2.SQLITE_CANTOPEN, Code.READ_FAILED),
        (dbapi2.SQLITE_FULL, Code.DISK_FULL),
        (dbapi2.SQLITE_READONLY, Code.FILE_MOVED),
        (dbapi2.SQLITE_BUSY, Code.BUSY),
        (dbapi2.SQLITE_CORRUPT, Code.FILE_INCONSISTENT),
        (dbapi2.SQLITE_NOTADB, Code.FILE_INCONSISTENT),
    ],
)
def test_what_the_driver_says_is_named(tmp_path: Path, result: int, code: Code) -> None:
    file = tmp_path / "mine.vault"
    file.write_bytes(b"x")
    told = from_driver(error_with(result), file)
    assert isinstance(told, KnownError)
    assert told.code is code
    assert [path.name for path in tmp_path.iterdir()] == ["mine.vault"]


def test_a_refusal_without_a_cause_gets_the_one_the_system_gives(tmp_path: Path) -> None:
    told = from_driver(error_with(dbapi2.SQLITE_CANTOPEN), tmp_path / "gone" / "mine.vault")
    assert told is not None
    assert (told.code, told.details) == (Code.FOLDER_MISSING, {"path": str(tmp_path / "gone")})
    told = from_driver(error_with(dbapi2.SQLITE_CANTOPEN), tmp_path / "gone.vault")
    assert told is not None
    assert told.code is Code.FILE_MISSING


def test_a_page_damaged_while_the_vault_is_open_is_damage_and_no_wrong_passphrase(vault: Vault) -> None:
    write_words(vault, 40)
    for number in range(2, vault.path.stat().st_size // PAGE_BYTES + 1):
        flip(vault.path, (number - 1) * PAGE_BYTES + 700)
    vault._file.driver.execute("PRAGMA shrink_memory")
    with pytest.raises(DamagedError) as told:
        content_of(vault)
    assert told.value.code is Code.FILE_INCONSISTENT
    vault.close(backup=False)


def test_a_vault_with_damage_is_not_backed_up_over_good_copies(vault: Vault) -> None:
    write_words(vault, 40)
    good = vault.back_up()
    write_setting(vault, "name", "Sam")
    flip(vault.path, vault.path.stat().st_size - 2000)
    vault._file.driver.execute("PRAGMA shrink_memory")
    with pytest.raises(DamagedError):
        vault.close()
    assert list(good.path.parent.iterdir()) == [good.path]


def test_a_file_that_another_program_replaces_takes_no_writes_that_would_be_lost(vault: Vault, tmp_path: Path) -> None:
    write_setting(vault, "name", "Sam")
    away = tmp_path / "away.vault"
    vault.path.rename(away)
    for stand_in in (None, b"an older copy from somewhere"):
        if stand_in:
            vault.path.write_bytes(stand_in)
        with pytest.raises(UnreadableError) as told:
            write_setting(vault, "name", "Kim")
        assert told.value.code is Code.FILE_MOVED
    away.rename(vault.path)
    write_setting(vault, "name", "Kim")
    assert content_of(vault)[0] == {"name": "Kim"}


def test_a_limit_on_the_size_of_files_is_no_full_disk_and_no_wrong_passphrase(closed: Path, children: Children) -> None:
    assert children.run("write_beyond_a_size_limit", path=str(closed)) == ["refused write_failed", "words 40"]


def test_a_folder_that_becomes_read_only_is_named_and_the_vault_goes_on_when_it_is_writable(
    ordinary_folder: Path,
) -> None:
    path = ordinary_folder / "shelf" / "mine.vault"
    path.parent.mkdir()
    with as_ordinary_person(), Vault.create(path, PASSPHRASE, TEST) as vault:
        write_setting(vault, "name", "Sam")
        path.parent.chmod(0o500)
        with pytest.raises(UnreadableError) as told:
            write_setting(vault, "name", "Kim")
        assert told.value.code is Code.READ_ONLY
        with pytest.raises(UnreadableError) as told:
            vault.back_up()
        assert told.value.code in (Code.READ_ONLY, Code.NO_PERMISSION)
        assert content_of(vault)[0] == {"name": "Sam"}
        path.parent.chmod(0o700)
        write_setting(vault, "name", "Kim")
        assert content_of(vault)[0] == {"name": "Kim"}
