from pathlib import Path

import pytest

from tests.storage.scenes import PASSPHRASE, content_of, write_setting, write_words
from trustplanner.domain.errors import Code, RuleError, UnreadableError, WrongPassphraseError
from trustplanner.storage.backups import backups
from trustplanner.storage.check import check_vault
from trustplanner.storage.file_checks import read_salt
from trustplanner.storage.keys import STANDARD, TEST
from trustplanner.storage.siblings import part_of
from trustplanner.storage.vault import Vault

NEW = "another walk, another river"


def everything_in(vault: Vault) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables with their hidden numbers, and the schema."""
    driver = vault._file.driver
    names = [row[0] for row in driver.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    tables = {name: driver.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall() for name in names}  # noqa: S608  (our own names)
    tables["schema"] = driver.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2").fetchall()
    return tables


def test_everything_is_there_under_the_new_passphrase_and_only_under_it(vault: Vault) -> None:
    write_words(vault, 40)
    write_setting(vault, "name", "Sam")
    before = everything_in(vault)
    vault.change_passphrase(NEW)
    assert everything_in(vault) == before
    vault.close()
    with pytest.raises(WrongPassphraseError):
        Vault.open(vault.path, PASSPHRASE)
    with Vault.open(vault.path, NEW) as again:
        assert everything_in(again) == before
    assert check_vault(vault.path, NEW).is_sound


def test_numbers_that_were_given_once_are_never_given_again(vault: Vault) -> None:
    insert = "INSERT INTO safety_screens (asked_on, written_at, stop, indirect, ending, support, answers) "
    insert += "VALUES (1, 1, 0, 0, 0, 0, '')"
    with vault.transaction() as unit:
        for _ in range(5):
            unit.read(lambda c: c.exec_driver_sql(insert))
        unit.read(lambda c: c.exec_driver_sql("DELETE FROM safety_screens WHERE seq > 2"))
    vault.change_passphrase(NEW)
    with vault.transaction() as unit:
        unit.read(lambda c: c.exec_driver_sql(insert))
        assert unit.read(lambda c: c.exec_driver_sql("SELECT max(seq) FROM safety_screens").scalar()) == 6


def test_the_vault_goes_on_with_the_new_key(vault: Vault) -> None:
    vault.change_passphrase(NEW)
    write_setting(vault, "name", "Sam")
    vault.change_passphrase(NEW + "!")
    write_setting(vault, "name", "Kim")
    vault.close()
    with Vault.open(vault.path, NEW + "!") as again:
        assert content_of(again)[0] == {"name": "Kim"}


def test_salt_and_every_page_are_new_and_the_settings_of_the_file_stay(vault: Vault) -> None:
    write_words(vault, 20)
    old = vault.path.read_bytes()
    vault.change_passphrase(NEW)
    new = vault.path.read_bytes()
    assert old[:16] != new[:16]
    pages = {old[start : start + 4096] for start in range(0, len(old), 4096)}
    assert not any(new[start : start + 4096] in pages for start in range(0, len(new), 4096))
    assert vault.path.stat().st_mode & 0o777 == 0o600
    driver = vault._file.driver
    assert [driver.execute(f"PRAGMA {name}").fetchone()[0] for name in ("foreign_keys", "synchronous")] == [1, 3]


def test_the_profile_stays_unless_another_is_asked_for(vault: Vault) -> None:
    vault.change_passphrase(NEW)
    assert read_salt(vault.path)[15] == TEST.number
    vault.change_passphrase(NEW, STANDARD)
    assert read_salt(vault.path)[15] == STANDARD.number
    vault.close(backup=False)
    Vault.open(vault.path, NEW).close()


def test_a_backup_is_made_before_under_the_old_passphrase_and_at_close_under_the_new(vault: Vault) -> None:
    write_setting(vault, "name", "Sam")
    vault.change_passphrase(NEW)
    (before,) = backups(vault.path)
    assert check_vault(before.path, PASSPHRASE).is_sound
    vault.close()
    assert check_vault(backups(vault.path)[-1].path, NEW).is_sound


def test_no_part_file_is_left(vault: Vault) -> None:
    vault.change_passphrase(NEW)
    assert not part_of(vault.path).exists()


def test_an_empty_passphrase_is_refused(vault: Vault) -> None:
    with pytest.raises(RuleError) as refused:
        vault.change_passphrase("")
    assert refused.value.code is Code.NO_PASSPHRASE


def test_a_vault_opened_for_reading_keeps_its_passphrase(closed: Path) -> None:
    with Vault.open(closed, PASSPHRASE, writable=False) as vault:
        with pytest.raises(UnreadableError) as refused:
            vault.change_passphrase(NEW)
        assert refused.value.code is Code.READ_ONLY
