import os
from pathlib import Path

import pytest

from tests.storage.scenes import PASSPHRASE, bytes_in, flip, pages_of, write_setting, write_words
from trustplanner.domain.errors import Code, DamagedError, UnreadableError, WrongPassphraseError
from trustplanner.storage.check import check_vault
from trustplanner.storage.connecting import connect
from trustplanner.storage.keys import TEST
from trustplanner.storage.migrations import RELEASED
from trustplanner.storage.opening import unlock
from trustplanner.storage.pages import PAGE_BYTES
from trustplanner.storage.tables import metadata
from trustplanner.storage.vault import Vault


def test_a_sound_vault_is_told_in_full_and_not_changed(closed: Path) -> None:
    before = bytes_in(closed.parent)
    report = check_vault(closed, PASSPHRASE)
    assert report.is_sound
    assert (report.pages.pages, report.pages.bad) == (len(pages_of(closed)), ())
    assert (report.integrity, report.foreign_keys) == ((), 0)
    assert (report.revision, report.revision_is_known) == (RELEASED.newest, True)
    assert set(report.rows) == set(metadata.tables)
    assert report.rows["drafts"] == 40
    assert not report.was_recovered
    assert bytes_in(closed.parent) == before


def test_every_page_is_named_when_it_alone_is_damaged(closed: Path) -> None:
    whole = len(pages_of(closed))
    for number in range(1, whole + 1):
        position = (number - 1) * PAGE_BYTES + 16 + number * 31 % 4000
        flip(closed, position)
        report = check_vault(closed, PASSPHRASE)
        assert not report.is_sound
        assert (report.pages.pages, report.pages.bad) == (whole, (number,))
        flip(closed, position)
    assert check_vault(closed, PASSPHRASE).is_sound


def test_a_cut_file_names_its_last_page(closed: Path) -> None:
    os.truncate(closed, PAGE_BYTES * 20 + 1000)
    report = check_vault(closed, PASSPHRASE)
    assert not report.is_sound
    assert (report.pages.pages, report.pages.bad) == (21, (21,))


def test_a_file_cut_between_pages_is_said_to_be_cut(closed: Path) -> None:
    os.truncate(closed, PAGE_BYTES * 20)
    with pytest.raises(DamagedError) as refused:
        check_vault(closed, PASSPHRASE)
    assert (refused.value.code, refused.value.details) == (Code.FILE_TRUNCATED, {"path": str(closed)})


def test_old_pages_put_back_into_a_newer_file_are_found(vault_path: Path) -> None:
    with Vault.create(vault_path, PASSPHRASE, TEST) as vault:
        write_words(vault, 40)
        old = pages_of(vault_path)
        write_words(vault, 60, size=900)
        for number in range(50):
            write_setting(vault, f"name-{number}", "x" * 200)
    new = pages_of(vault_path)
    mixed = [old[number] if number > 2 and number < len(old) else page for number, page in enumerate(new)]
    vault_path.write_bytes(b"".join(mixed))
    report = check_vault(vault_path, PASSPHRASE)
    assert report.pages.is_sound, "each page is one that was written there"
    assert report.integrity
    assert not report.is_sound


def test_rows_that_refer_to_nothing_are_counted(closed: Path) -> None:
    driver = connect(closed, unlock(closed, PASSPHRASE), writable=True)
    driver.execute("PRAGMA foreign_keys = OFF")
    driver.execute("INSERT INTO agenda_lines VALUES ('a', 'nowhere', 1, ''), ('b', 'nowhere', 2, '')")
    driver.close()
    report = check_vault(closed, PASSPHRASE)
    assert report.foreign_keys == 2
    assert not report.is_sound


def test_a_newer_revision_is_told_and_not_sound(closed: Path) -> None:
    driver = connect(closed, unlock(closed, PASSPHRASE), writable=True)
    driver.execute("UPDATE alembic_version SET version_num = '9999'")
    driver.close()
    report = check_vault(closed, PASSPHRASE)
    assert (report.revision, report.revision_is_known, report.is_sound) == ("9999", False, False)


def test_a_wrong_passphrase_is_no_damage(closed: Path) -> None:
    with pytest.raises(WrongPassphraseError):
        check_vault(closed, "something else")


def test_what_is_no_vault_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as missing:
        check_vault(tmp_path / "no.vault", PASSPHRASE)
    assert missing.value.code is Code.FILE_MISSING
    (tmp_path / "text").write_text("Dear diary" * 1000)
    with pytest.raises(DamagedError) as foreign:
        check_vault(tmp_path / "text", PASSPHRASE)
    assert foreign.value.code is Code.FILE_FOREIGN
    assert [path.name for path in tmp_path.iterdir()] == ["text"]


def test_a_backup_can_be_checked_like_a_vault(closed: Path) -> None:
    from trustplanner.storage.backups import backups

    assert check_vault(backups(closed)[-1].path, PASSPHRASE).rows["drafts"] == 40
