"""What happens with a journal beside the vault. Every journal here was left by a real crash."""

import os
import shutil
from pathlib import Path

import pytest

from tests.storage.children import Children
from tests.storage.scenes import PASSPHRASE, bytes_in, content_of, flip, pages_of, write_setting, write_words
from trustplanner.domain.errors import Code, DamagedError, KnownError, WrongPassphraseError
from trustplanner.storage.backups import backups
from trustplanner.storage.check import check_vault
from trustplanner.storage.connecting import connect
from trustplanner.storage.keys import TEST, VaultKey
from trustplanner.storage.opening import unlock
from trustplanner.storage.pages import PAGE_BYTES, check_pages
from trustplanner.storage.preflight import look_beside
from trustplanner.storage.siblings import (
    before_recovery_of,
    journal_of,
    set_aside_journals,
    shared_memory_logs_of,
    state_of,
)
from trustplanner.storage.vault import Vault


@pytest.fixture
def crashed(closed: Path, children: Children) -> Path:
    """A vault whose process died while a transaction was half in the file."""
    clean = closed.read_bytes()
    children.run("crash_in_transaction", path=str(closed), name="crash")
    assert closed.read_bytes() != clean
    assert journal_of(closed).stat().st_size > PAGE_BYTES
    return closed


@pytest.fixture
def other_journal(tmp_path: Path, children: Children) -> Path:
    """The journal of another vault, which was smaller and had the same passphrase."""
    folder = tmp_path / "other"
    folder.mkdir()
    path = folder / "mine.vault"
    with Vault.create(path, PASSPHRASE, TEST) as vault:
        write_words(vault, 2)
    children.run("crash_in_transaction", path=str(path), name="other")
    assert journal_of(path).stat().st_size > PAGE_BYTES
    return journal_of(path)


def open_without_preflight(path: Path) -> None:
    key = unlock(path, PASSPHRASE)
    connect(path, key, writable=True).close()


def is_whole(path: Path) -> bool:
    try:
        return check_vault(path, PASSPHRASE).is_sound
    except KnownError:
        return False


def test_a_crash_is_recovered_to_the_last_commit(crashed: Path) -> None:
    with Vault.open(crashed, PASSPHRASE) as vault:
        settings, drafts = content_of(vault)
    assert settings == {}
    assert sorted(drafts) == sorted(f"words-{number}" for number in range(40))
    assert not journal_of(crashed).exists()
    assert is_whole(crashed)


def test_vault_and_journal_are_kept_as_the_crash_left_them(crashed: Path) -> None:
    before = {path.name: path.read_bytes() for path in (crashed, journal_of(crashed))}
    Vault.open(crashed, PASSPHRASE).close()
    assert bytes_in(before_recovery_of(crashed)) == before


def test_the_next_crash_replaces_what_was_kept(crashed: Path, children: Children) -> None:
    Vault.open(crashed, PASSPHRASE).close()
    children.run("crash_in_transaction", path=str(crashed), name="second")
    before = {path.name: path.read_bytes() for path in (crashed, journal_of(crashed))}
    Vault.open(crashed, PASSPHRASE).close()
    assert bytes_in(before_recovery_of(crashed)) == before


def test_a_refused_opening_leaves_what_the_crash_before_left(crashed: Path, children: Children) -> None:
    Vault.open(crashed, PASSPHRASE).close()
    kept = bytes_in(before_recovery_of(crashed))
    children.run("crash_in_transaction", path=str(crashed), name="second")
    flip(crashed, (page_the_crash_did_not_touch(crashed) - 1) * PAGE_BYTES + 500)
    with pytest.raises(DamagedError):
        Vault.open(crashed, PASSPHRASE)
    assert bytes_in(before_recovery_of(crashed)) == kept


@pytest.fixture
def put_back(closed: Path, children: Children) -> Path:
    """A vault that crashed long after its backup was made; then somebody put the backup in its place."""
    with Vault.open(closed, PASSPHRASE) as vault:
        write_words(vault, 90, size=300)
    backup = backups(closed)[0].path.read_bytes()
    children.run("crash_in_transaction", path=str(closed), name="crash")
    assert journal_of(closed).stat().st_size > PAGE_BYTES
    closed.write_bytes(backup)
    return closed


def test_a_backup_put_in_the_place_of_a_crashed_vault_opens(put_back: Path) -> None:
    journal = journal_of(put_back).read_bytes()
    with Vault.open(put_back, PASSPHRASE) as vault:
        assert {len(words) for words in content_of(vault)[1].values()} == {1500}
    assert [path.read_bytes() for path in set_aside_journals(put_back)] == [journal]
    assert (before_recovery_of(put_back) / journal_of(put_back).name).read_bytes() == journal
    assert is_whole(put_back)


def test_a_backup_put_there_is_read_and_checked_without_being_touched(put_back: Path) -> None:
    before = bytes_in(put_back.parent)
    with Vault.open(put_back, PASSPHRASE, writable=False) as vault:
        assert {len(words) for words in content_of(vault)[1].values()} == {1500}
    report = check_vault(put_back, PASSPHRASE)
    assert report.is_sound
    assert not report.was_recovered
    assert bytes_in(put_back.parent) == before


def test_a_journal_of_another_vault_is_set_aside(closed: Path, other_journal: Path) -> None:
    shutil.copy(other_journal, journal_of(closed))
    before = closed.read_bytes()
    with Vault.open(closed, PASSPHRASE) as vault:
        assert len(content_of(vault)[1]) == 40
    assert closed.read_bytes() == before
    assert [path.read_bytes() for path in set_aside_journals(closed)] == [other_journal.read_bytes()]


def test_a_journal_of_another_vault_is_known_without_a_marker_too(closed: Path, other_journal: Path) -> None:
    state_of(closed).unlink()
    test_a_journal_of_another_vault_is_set_aside(closed, other_journal)


def test_without_the_preflight_that_journal_destroys_the_vault(closed: Path, other_journal: Path) -> None:
    shutil.copy(other_journal, journal_of(closed))
    with pytest.raises(Exception, match=r"malformed|not a database"):
        open_without_preflight(closed)
    assert not is_whole(closed)


def test_a_stale_journal_of_the_vault_itself_is_set_aside(crashed: Path) -> None:
    stale = journal_of(crashed).read_bytes()
    with Vault.open(crashed, PASSPHRASE) as vault:
        write_words(vault, 45, size=1600)
        write_setting(vault, "name", "Sam")
    journal_of(crashed).write_bytes(stale)
    with Vault.open(crashed, PASSPHRASE) as vault:
        settings, drafts = content_of(vault)
    assert settings == {"name": "Sam"}
    assert {len(words) for words in drafts.values()} == {1600}
    assert [path.read_bytes() for path in set_aside_journals(crashed)] == [stale]


def test_without_the_marker_a_stale_journal_brings_old_words_back_but_they_are_kept(crashed: Path) -> None:
    """The limit of the preflight, and its net: what was there before the recovery is never lost."""
    stale = journal_of(crashed).read_bytes()
    with Vault.open(crashed, PASSPHRASE) as vault:
        write_setting(vault, "name", "Sam")
    newest = crashed.read_bytes()
    state_of(crashed).unlink()
    journal_of(crashed).write_bytes(stale)
    try:
        Vault.open(crashed, PASSPHRASE).close()
        kept = (before_recovery_of(crashed) / crashed.name).read_bytes()
    except DamagedError:
        kept = crashed.read_bytes()
    assert kept == newest


def test_a_write_ahead_log_is_always_alien(closed: Path, tmp_path: Path) -> None:
    log, index = shared_memory_logs_of(closed)
    log.write_bytes(bytes.fromhex("377f0682") + os.urandom(PAGE_BYTES * 3))
    index.write_bytes(os.urandom(32768))
    with Vault.open(closed, PASSPHRASE) as vault:
        assert len(content_of(vault)[1]) == 40
    assert not log.exists()
    assert not index.exists()
    assert len(set_aside_journals(closed)) == 2


def test_an_unfinished_journal_is_left_to_sqlite(closed: Path) -> None:
    for content in (b"", bytes(5000)):
        journal_of(closed).write_bytes(content)
        with Vault.open(closed, PASSPHRASE) as vault:
            write_setting(vault, "size", str(len(content)))
        assert set_aside_journals(closed) == []
    assert is_whole(closed)


def test_a_journal_of_nonsense_is_set_aside(closed: Path) -> None:
    for content in (b"x", b"Dear diary" * 1000, bytes.fromhex("d9d505f920a163d7") + b"\xff" * 9000):
        journal_of(closed).write_bytes(content)
        state_of(closed).unlink(missing_ok=True)
        Vault.open(closed, PASSPHRASE).close()
    assert len(set_aside_journals(closed)) == 3
    assert is_whole(closed)


def test_a_file_cut_by_the_crash_is_mended_from_the_journal(crashed: Path) -> None:
    os.truncate(crashed, crashed.stat().st_size - 1000)
    with Vault.open(crashed, PASSPHRASE) as vault:
        assert len(content_of(vault)[1]) == 40


@pytest.mark.parametrize("writable", [True, False])
def test_a_wrong_passphrase_touches_neither_vault_nor_journal(crashed: Path, writable: bool) -> None:
    before = bytes_in(crashed.parent)
    with pytest.raises(WrongPassphraseError):
        Vault.open(crashed, "something else", writable=writable)
    assert bytes_in(crashed.parent) == before


@pytest.mark.parametrize("writable", [True, False])
def test_an_alien_journal_comes_back_if_the_opening_is_refused(
    closed: Path, other_journal: Path, writable: bool
) -> None:
    shutil.copy(other_journal, journal_of(closed))
    flip(closed, PAGE_BYTES * 30)
    before = bytes_in(closed.parent)
    with pytest.raises(DamagedError):
        Vault.open(closed, PASSPHRASE, writable=writable)
    assert bytes_in(closed.parent) == before


@pytest.mark.parametrize("writable", [True, False])
def test_damage_that_the_journal_does_not_mend_is_named_and_nothing_is_touched(crashed: Path, writable: bool) -> None:
    number = page_the_crash_did_not_touch(crashed)
    flip(crashed, (number - 1) * PAGE_BYTES + 500)
    before = bytes_in(crashed.parent)
    with pytest.raises(DamagedError) as refused:
        Vault.open(crashed, PASSPHRASE, writable=writable)
    assert (refused.value.code, refused.value.details["page"]) == (Code.FILE_DAMAGED, str(number))
    assert refused.value.details["path"] == str(crashed)
    assert bytes_in(crashed.parent) == before


def test_a_crashed_vault_can_be_read_and_checked_without_being_touched(crashed: Path) -> None:
    before = bytes_in(crashed.parent)
    with Vault.open(crashed, PASSPHRASE, writable=False) as vault:
        settings, drafts = content_of(vault)
    assert (settings, len(drafts)) == ({}, 40)
    report = check_vault(crashed, PASSPHRASE)
    assert report.is_sound
    assert report.was_recovered
    assert report.rows["drafts"] == 40
    assert bytes_in(crashed.parent) == before


def test_looking_changes_nothing(crashed: Path) -> None:
    key = unlock(crashed, PASSPHRASE)
    before = bytes_in(crashed.parent)
    assert look_beside(crashed, key).needs_recovery
    assert bytes_in(crashed.parent) == before


def page_the_crash_did_not_touch(crashed: Path) -> int:
    """A page that is as the last clean close left it: recover a copy and compare."""
    key = unlock(crashed, PASSPHRASE)
    copy = crashed.parent.parent / "recovered" / crashed.name
    copy.parent.mkdir()
    shutil.copy(crashed, copy)
    shutil.copy(journal_of(crashed), journal_of(copy))
    journal = journal_of(copy).read_bytes()
    connect(copy, VaultKey(key.raw, key.salt), writable=True).close()
    assert check_pages(copy, key).is_sound
    both = zip(pages_of(copy), pages_of(crashed), strict=False)
    untouched = [
        number
        for number, (before, after) in enumerate(both, 1)
        if number > 2 and before == after and before not in journal
    ]
    return untouched[len(untouched) // 2]
