import threading
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError
from sqlcipher3 import dbapi2

from tests.storage.children import Children
from tests.storage.scenes import MOMENT, PASSPHRASE, content_of, drafts_in, settings_in, write_setting, write_words
from trustplanner.domain.errors import Code, RuleError, UnreadableError
from trustplanner.domain.moments import Draft, Setting
from trustplanner.storage.backups import last_backup
from trustplanner.storage.close_marker import was_closed_cleanly
from trustplanner.storage.connecting import connect
from trustplanner.storage.keys import TEST
from trustplanner.storage.opening import unlock
from trustplanner.storage.siblings import backups_of, everything_of, journal_of, lock_of, state_of
from trustplanner.storage.unit_of_work import UnitOfWork
from trustplanner.storage.vault import Vault


def change_and_fail(vault: Vault, *rows: Setting | Draft) -> None:
    with vault.transaction() as unit:
        for row in rows:
            unit.put(row)
        raise RuleError(Code.STOPPED)


def test_what_is_written_is_there_after_a_restart(vault_path: Path, vault: Vault) -> None:
    write_setting(vault, "name", "Sam")
    vault.close()
    with Vault.open(vault_path, PASSPHRASE) as again:
        assert content_of(again) == ({"name": "Sam"}, {})


def test_a_block_that_raises_changes_nothing(vault: Vault) -> None:
    write_setting(vault, "name", "Sam")
    with pytest.raises(RuleError):
        change_and_fail(vault, Setting("name", "Alex"), Draft("page", "words", MOMENT))
    assert content_of(vault) == ({"name": "Sam"}, {})
    write_setting(vault, "name", "Kim")
    assert content_of(vault) == ({"name": "Kim"}, {})


def test_changes_of_the_schema_are_taken_back_too(vault: Vault) -> None:
    def make_table_and_fail() -> None:
        with vault.transaction() as unit:
            unit.read(lambda c: c.exec_driver_sql("CREATE TABLE extra (words TEXT)"))
            raise RuleError(Code.STOPPED)

    with pytest.raises(RuleError):
        make_table_and_fail()
    assert vault.read(lambda c: c.exec_driver_sql("SELECT 1 FROM sqlite_schema WHERE name = 'extra'").all()) == []


def test_a_query_gets_its_arguments(vault: Vault) -> None:
    write_setting(vault, "name", "Sam")

    def with_prefix(connection: Connection, prefix: str, *, plus: str) -> list[str]:
        return [prefix + value + plus for value in settings_in(connection).values()]

    assert vault.read(with_prefix, "<", plus=">") == ["<Sam>"]


def test_reading_takes_no_lock_that_would_stop_a_copying_program(vault: Vault, vault_path: Path) -> None:
    def copied_meanwhile(connection: Connection) -> int:
        connection.exec_driver_sql("SELECT count(*) FROM settings").scalar()
        other = connect(vault_path, unlock(vault_path, PASSPHRASE), writable=True)
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")
        other.close()
        return 1

    assert vault.read(copied_meanwhile) == 1


def test_a_transaction_holds_the_write_lock_from_its_first_moment(vault: Vault, vault_path: Path) -> None:
    other = connect(vault_path, unlock(vault_path, PASSPHRASE), writable=True)
    other.execute("PRAGMA busy_timeout = 0")
    with vault.transaction(), pytest.raises(dbapi2.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.execute("BEGIN IMMEDIATE")
    other.close()


def test_another_program_that_holds_the_file_is_named_busy(vault: Vault, vault_path: Path) -> None:
    other = connect(vault_path, unlock(vault_path, PASSPHRASE), writable=True)
    other.execute("BEGIN EXCLUSIVE")
    vault._file.driver.execute("PRAGMA busy_timeout = 0")
    with pytest.raises(UnreadableError) as refused:
        write_setting(vault, "name", "Sam")
    assert refused.value.code is Code.BUSY
    with pytest.raises(UnreadableError) as refused:
        content_of(vault)
    assert refused.value.code is Code.BUSY
    other.execute("ROLLBACK")
    other.close()
    write_setting(vault, "name", "Sam")


def test_a_mistake_of_ours_is_not_dressed_up_and_tells_nothing_of_what_was_written(vault: Vault) -> None:
    def write_twice() -> None:
        with vault.transaction() as unit:
            statement = "INSERT INTO settings (id, value) VALUES (?, ?)"
            for _ in range(2):
                unit.read(lambda c: c.exec_driver_sql(statement, ("name", "a secret of mine")))

    with pytest.raises(IntegrityError) as mistake:
        write_twice()
    assert "a secret of mine" not in str(mistake.value)
    assert content_of(vault) == ({}, {})


def test_an_error_over_another_file_is_left_to_whoever_knows_that_file(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), vault.transaction() as unit:
        unit.put(Setting("name", (tmp_path / "nothing here").read_text()))


def test_reading_the_vault_inside_a_transaction_is_refused(vault: Vault) -> None:
    with vault.transaction(), pytest.raises(RuntimeError, match="unit of work"):
        vault.read(settings_in)
    with vault.transaction(), pytest.raises(RuntimeError, match="unit of work"), vault.transaction():
        pytest.fail("a transaction began inside another")
    assert content_of(vault) == ({}, {})


def test_the_unit_of_work_reads_what_it_has_written(vault: Vault) -> None:
    with vault.transaction() as unit:
        assert isinstance(unit, UnitOfWork)
        unit.put(Setting("name", "Sam"))
        assert unit.read(settings_in) == {"name": "Sam"}


def test_references_between_rows_are_enforced(vault: Vault) -> None:
    with pytest.raises(IntegrityError), vault.transaction() as unit:
        unit.read(
            lambda c: c.exec_driver_sql("INSERT INTO agenda_lines VALUES ('line', 'no such session', 1, 'words')")
        )


def test_it_may_be_opened_on_one_thread_and_used_on_another(closed: Path) -> None:
    opened: list[Vault] = []
    thread = threading.Thread(target=lambda: opened.append(Vault.open(closed, PASSPHRASE)))
    thread.start()
    thread.join()
    with opened[0] as vault:
        write_setting(vault, "name", "Sam")
        assert vault.read(settings_in) == {"name": "Sam"}


def test_it_knows_whether_anything_changed(closed: Path) -> None:
    with Vault.open(closed, PASSPHRASE) as vault:
        content_of(vault)
        with vault.transaction() as unit:
            unit.get(Setting, "name")
        with pytest.raises(RuleError):
            change_and_fail(vault, Setting("name", "Sam"))
        assert not vault.changed_since_open
        write_setting(vault, "name", "Sam")
        assert vault.changed_since_open


def test_closing_makes_a_backup_only_of_changes(closed: Path) -> None:
    first = sorted(backups_of(closed).iterdir())
    with Vault.open(closed, PASSPHRASE) as vault:
        content_of(vault)
    assert sorted(backups_of(closed).iterdir()) == first
    with Vault.open(closed, PASSPHRASE) as vault:
        write_setting(vault, "name", "Sam")
    second = sorted(backups_of(closed).iterdir())
    assert len(second) == len(first) + 1
    vault = Vault.open(closed, PASSPHRASE)
    write_setting(vault, "name", "Kim")
    vault.close(backup=False)
    assert sorted(backups_of(closed).iterdir()) == second


def test_a_new_empty_vault_needs_no_backup(vault_path: Path) -> None:
    Vault.create(vault_path, PASSPHRASE, TEST).close()
    assert last_backup(vault_path) is None


def test_closing_twice_does_nothing_and_a_closed_vault_says_so(vault: Vault) -> None:
    vault.close()
    vault.close()
    with pytest.raises(RuntimeError, match="closed"):
        content_of(vault)
    with pytest.raises(RuntimeError, match="closed"):
        write_setting(vault, "name", "Sam")


def test_a_clean_close_leaves_its_marker_and_no_journal(vault: Vault, vault_path: Path) -> None:
    write_words(vault, 5)
    vault.close()
    assert was_closed_cleanly(vault_path)
    assert not journal_of(vault_path).exists()
    state_of(vault_path).write_text("{nonsense")
    assert not was_closed_cleanly(vault_path)
    Vault.open(vault_path, PASSPHRASE).close()
    assert was_closed_cleanly(vault_path)


def test_an_error_inside_the_with_block_is_what_is_raised(vault_path: Path) -> None:
    def create_and_fail() -> None:
        with Vault.create(vault_path, PASSPHRASE, TEST) as vault:
            write_setting(vault, "name", "Sam")
            raise RuleError(Code.STOPPED)

    with pytest.raises(RuleError):
        create_and_fail()
    assert last_backup(vault_path) is not None


def test_closing_overwrites_the_key(vault: Vault) -> None:
    raw = vault._key.raw
    assert any(raw)
    vault.close()
    assert not any(raw)


def test_all_files_belong_to_the_person_alone(vault_path: Path, children: Children) -> None:
    modes = children.run("create_with_open_umask", path=str(vault_path))
    assert len(modes) >= 6
    assert set(modes) == {"600", "700"}


def test_everything_of_a_vault_is_known_by_name(closed: Path, children: Children) -> None:
    children.run("crash_in_transaction", path=str(closed), name="crash")
    Vault.open(closed, PASSPHRASE).close()
    journal_of(closed).write_bytes(b"nonsense")
    Vault.open(closed, PASSPHRASE).close()
    assert sorted(everything_of(closed)) == sorted(closed.parent.iterdir())
    assert lock_of(closed) in everything_of(closed)


def test_a_vault_moved_with_nothing_but_its_file_is_whole(closed: Path, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere.vault"
    moved.write_bytes(closed.read_bytes())
    with Vault.open(moved, PASSPHRASE) as vault:
        assert len(vault.read(drafts_in)) == 40


def test_a_copy_of_the_open_file_holds_everything_committed(vault: Vault, vault_path: Path, tmp_path: Path) -> None:
    for number in range(5):
        write_setting(vault, "count", str(number))
        copy = tmp_path / f"copy-{number}.vault"
        copy.write_bytes(vault_path.read_bytes())
        with Vault.open(copy, PASSPHRASE) as copied:
            assert copied.read(settings_in) == {"count": str(number)}
