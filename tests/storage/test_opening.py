import os
import shutil
import socket
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.storage.conftest import as_ordinary_person
from tests.storage.scenes import PASSPHRASE, bytes_in, content_of, write_setting, write_words
from trustplanner.domain.errors import (
    Code,
    DamagedError,
    KnownError,
    RuleError,
    UnreadableError,
    WrongPassphraseError,
)
from trustplanner.storage.file_checks import LARGEST_VAULT, read_salt
from trustplanner.storage.keys import STANDARD, TEST, derive, new_salt
from trustplanner.storage.opening import unlock
from trustplanner.storage.pages import PAGE_BYTES
from trustplanner.storage.siblings import journal_of, lock_of
from trustplanner.storage.vault import Vault


def missing(path: Path) -> None:
    path.unlink()


def in_missing_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


def link(path: Path) -> None:
    path.rename(path.with_name("real.vault"))
    path.symlink_to("real.vault")


def broken_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere.vault")


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def socket_file(path: Path) -> None:
    path.unlink()
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket is at most 108 bytes long
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(path.name)
    finally:
        os.chdir(here)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def ten_bytes(path: Path) -> None:
    os.truncate(path, 10)


def under_one_page(path: Path) -> None:
    os.truncate(path, PAGE_BYTES - 1)


def cut_inside_a_page(path: Path) -> None:
    os.truncate(path, PAGE_BYTES * 20 + 7)


def cut_between_pages(path: Path) -> None:
    os.truncate(path, PAGE_BYTES * 20)


def cut_after_first_page(path: Path) -> None:
    os.truncate(path, PAGE_BYTES)


def text_file(path: Path) -> None:
    path.write_text("Dear diary,\n" * 900)


def picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 64)


def plain_sqlite(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as plain:
        plain.execute("CREATE TABLE notes (words TEXT)")
    plain.close()


def too_large(path: Path) -> None:
    os.truncate(path, LARGEST_VAULT + PAGE_BYTES)  # sparse: takes no room


def other_application(path: Path) -> None:
    driver_does(path, "PRAGMA application_id = 77")


def without_version(path: Path) -> None:
    driver_does(path, "DROP TABLE alembic_version")


def newer(path: Path) -> None:
    driver_does(path, "UPDATE alembic_version SET version_num = '9999'")


def two_versions(path: Path) -> None:
    driver_does(path, "INSERT INTO alembic_version VALUES ('0002')")


def driver_does(path: Path, statement: str) -> None:
    from trustplanner.storage.connecting import connect

    driver = connect(path, unlock(path, PASSPHRASE), writable=True)
    driver.execute(statement)
    driver.close()


REFUSALS: list[tuple[Callable[[Path], None], type[KnownError], Code]] = [
    (missing, UnreadableError, Code.FILE_MISSING),
    (in_missing_folder, UnreadableError, Code.FOLDER_MISSING),
    (link, UnreadableError, Code.FILE_IS_LINK),
    (broken_link, UnreadableError, Code.FILE_IS_LINK),
    (folder, UnreadableError, Code.FILE_IS_FOLDER),
    (pipe, UnreadableError, Code.FILE_NOT_REGULAR),
    (socket_file, UnreadableError, Code.FILE_NOT_REGULAR),
    (empty, DamagedError, Code.FILE_EMPTY),
    (ten_bytes, DamagedError, Code.FILE_TRUNCATED),
    (under_one_page, DamagedError, Code.FILE_TRUNCATED),
    (cut_inside_a_page, DamagedError, Code.FILE_TRUNCATED),
    (cut_between_pages, DamagedError, Code.FILE_TRUNCATED),
    (cut_after_first_page, DamagedError, Code.FILE_TRUNCATED),
    (text_file, DamagedError, Code.FILE_FOREIGN),
    (picture, DamagedError, Code.FILE_FOREIGN),
    (plain_sqlite, DamagedError, Code.FILE_NOT_ENCRYPTED),
    (too_large, UnreadableError, Code.FILE_TOO_LARGE),
    (other_application, DamagedError, Code.FILE_FOREIGN),
    (without_version, DamagedError, Code.FILE_FOREIGN),
    (newer, DamagedError, Code.FILE_NEWER),
    (two_versions, DamagedError, Code.FILE_INCONSISTENT),
]


@pytest.mark.parametrize("writable", [True, False])
@pytest.mark.parametrize(("spoil", "kind", "code"), REFUSALS)
def test_what_is_no_sound_vault_is_refused_by_its_reason_and_left_as_it_was(
    closed: Path, spoil: Callable[[Path], None], kind: type[KnownError], code: Code, writable: bool
) -> None:
    spoil(closed)
    large = spoil is too_large
    before = closed.stat() if large else bytes_in(closed.parent)
    with pytest.raises(kind) as refused:
        Vault.open(closed, PASSPHRASE, writable=writable)
    assert refused.value.code is code
    after = closed.stat() if large else bytes_in(closed.parent)
    if isinstance(before, os.stat_result):
        assert isinstance(after, os.stat_result)
        assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    else:
        assert after == before


@pytest.mark.parametrize("writable", [True, False])
def test_a_wrong_passphrase_is_said_to_be_one_and_changes_nothing(closed: Path, writable: bool) -> None:
    before = bytes_in(closed.parent)
    for wrong in ("", PASSPHRASE + " ", PASSPHRASE.upper()):
        with pytest.raises(WrongPassphraseError):
            Vault.open(closed, wrong, writable=writable)
    assert bytes_in(closed.parent) == before
    Vault.open(closed, PASSPHRASE).close()


def test_opening_and_closing_without_a_change_leaves_every_byte_alone(closed: Path) -> None:
    before = bytes_in(closed.parent)
    with Vault.open(closed, PASSPHRASE) as vault:
        content_of(vault)
    assert bytes_in(closed.parent) == before


def test_nothing_is_made_beside_a_file_that_is_no_vault(tmp_path: Path) -> None:
    text_file(tmp_path / "notes.txt")
    with pytest.raises(DamagedError):
        Vault.open(tmp_path / "notes.txt", PASSPHRASE)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_refused_opening_lets_go_of_the_vault(closed: Path) -> None:
    with pytest.raises(WrongPassphraseError):
        Vault.open(closed, "something else")
    Vault.open(closed, PASSPHRASE).close()


def test_a_key_derived_beforehand_opens_the_vault(closed: Path) -> None:
    key = unlock(closed, PASSPHRASE)
    with Vault.open_with_key(closed, key) as vault:
        assert len(content_of(vault)[1]) == 40


def test_a_key_of_another_vault_does_not_open_it(closed: Path) -> None:
    with pytest.raises(WrongPassphraseError):
        Vault.open_with_key(closed, derive(PASSPHRASE, new_salt(TEST)))
    with pytest.raises(WrongPassphraseError):
        Vault.open_with_key(closed, derive("something else", read_salt(closed)))


def test_a_vault_of_the_standard_profile_is_made_and_opened(tmp_path: Path) -> None:
    path = tmp_path / "real.vault"
    with Vault.create(path, PASSPHRASE) as vault:
        write_setting(vault, "name", "Sam")
    assert read_salt(path)[15] == STANDARD.number
    with Vault.open(path, PASSPHRASE) as vault:
        assert content_of(vault) == ({"name": "Sam"}, {})


ODD_NAMES = [
    "what?mode=memory.vault",
    "a#fragment.vault",
    "100%41.vault",
    'it\'s "mine".vault',
    "back\\slash.vault",
    " leading space.vault",
    "tilde~`grave$HOME;&|.vault",
    "Liebesbrief für Ångström 信頼 🧭.vault",
    "\u202eright-to-left.vault",
    "new\nline.vault",
    "-journal",
    "file:tricky.vault",
    "x" * 220 + ".vault",
]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_any_file_name_works_through_a_whole_life(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a?folder#%41 'x'" / name
    path.parent.mkdir()
    with Vault.create(path, PASSPHRASE, TEST) as vault:
        write_setting(vault, "name", "Sam")
        vault.change_passphrase("a new one")
    with Vault.open(path, "a new one", writable=False) as vault:
        assert content_of(vault) == ({"name": "Sam"}, {})
    assert all(file.name.startswith(name) for file in path.parent.iterdir())
    assert [file.name for file in tmp_path.iterdir()] == [path.parent.name]


def test_a_name_that_is_no_utf8_works_too(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.vault"))
    with Vault.create(path, PASSPHRASE, TEST) as vault:
        write_setting(vault, "name", "Sam")
    with Vault.open(path, PASSPHRASE) as vault:
        assert content_of(vault) == ({"name": "Sam"}, {})


def test_a_name_too_long_is_said_to_be_one(tmp_path: Path) -> None:
    for operation in (Vault.create, Vault.open):
        with pytest.raises(UnreadableError) as refused:
            operation(tmp_path / ("x" * 300), PASSPHRASE)
        assert refused.value.code is Code.NAME_TOO_LONG


def test_a_relative_path_means_the_folder_of_the_moment_it_was_opened(
    closed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(closed.parent)
    with Vault.open(Path(closed.name), PASSPHRASE) as vault:
        monkeypatch.chdir(tmp_path)
        write_setting(vault, "name", "Sam")
    assert not list(tmp_path.glob("mine*"))
    with Vault.open(closed, PASSPHRASE) as vault:
        assert content_of(vault)[0] == {"name": "Sam"}


def test_a_file_without_permission_is_said_to_be_one(ordinary_folder: Path) -> None:
    path = ordinary_folder / "mine.vault"
    Vault.create(path, PASSPHRASE, TEST).close()
    path.chmod(0)
    for writable in (True, False):
        with pytest.raises(UnreadableError) as refused:
            Vault.open(path, PASSPHRASE, writable=writable)
        assert refused.value.code is Code.NO_PERMISSION


def test_a_folder_without_permission_is_said_to_be_one(ordinary_folder: Path) -> None:
    path = ordinary_folder / "closed" / "mine.vault"
    path.parent.mkdir()
    Vault.create(path, PASSPHRASE, TEST).close()
    path.parent.chmod(0)
    for operation in (Vault.create, Vault.open):
        with pytest.raises(UnreadableError) as refused:
            operation(path, PASSPHRASE)
        assert refused.value.code is Code.NO_PERMISSION


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_read_only_place_can_be_read_and_says_why_it_cannot_be_written(ordinary_folder: Path, what: str) -> None:
    path = ordinary_folder / "shelf" / "mine.vault"
    path.parent.mkdir()
    with Vault.create(path, PASSPHRASE, TEST) as vault:
        write_words(vault, 5)
    lock_of(path).unlink()
    (path if what == "file" else path.parent).chmod(0o400 if what == "file" else 0o500)
    before = bytes_in(path.parent)
    with pytest.raises(UnreadableError) as refused:
        Vault.open(path, PASSPHRASE)
    assert refused.value.code is Code.READ_ONLY
    with Vault.open(path, PASSPHRASE, writable=False) as vault:
        assert len(content_of(vault)[1]) == 5
        with pytest.raises(UnreadableError) as refused, vault.transaction():
            pytest.fail("a transaction began on a vault that was opened for reading")
        assert refused.value.code is Code.READ_ONLY
    assert bytes_in(path.parent) == before


def test_no_vault_is_made_in_a_read_only_folder(ordinary_folder: Path) -> None:
    ordinary_folder.chmod(0o500)
    with pytest.raises(UnreadableError) as refused:
        Vault.create(ordinary_folder / "mine.vault", PASSPHRASE, TEST)
    assert refused.value.code is Code.READ_ONLY
    assert list(ordinary_folder.iterdir()) == []


@pytest.mark.parametrize("make", [Path.touch, Path.mkdir, lambda path: path.symlink_to("nowhere")])
def test_creating_never_touches_what_is_there(vault_path: Path, make: Callable[[Path], None]) -> None:
    make(vault_path)
    before = bytes_in(vault_path.parent)
    with pytest.raises(RuleError) as refused:
        Vault.create(vault_path, PASSPHRASE, TEST)
    assert refused.value.code is Code.VAULT_EXISTS
    assert bytes_in(vault_path.parent, without_locks=False) == before


def test_creating_needs_a_folder_and_a_passphrase(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as unreadable:
        Vault.create(tmp_path / "no" / "mine.vault", PASSPHRASE, TEST)
    assert unreadable.value.code is Code.FOLDER_MISSING
    with pytest.raises(RuleError) as refused:
        Vault.create(tmp_path / "mine.vault", "", TEST)
    assert refused.value.code is Code.NO_PASSPHRASE
    assert list(tmp_path.iterdir()) == []


def test_the_remains_of_a_killed_process_are_cleared_by_the_next_opening(closed: Path) -> None:
    part = closed.with_name(closed.name + ".part")
    part.write_bytes(b"half")
    journal_of(part).write_bytes(b"half")
    Vault.open(closed, PASSPHRASE).close()
    assert not part.exists()
    assert not journal_of(part).exists()


def test_ordinary_people_need_no_root(ordinary_folder: Path) -> None:
    assert os.geteuid() != 0
    with as_ordinary_person():
        Vault.create(ordinary_folder / "mine.vault", PASSPHRASE, TEST).close()
