from pathlib import Path

import pytest

from tests.storage.children import Children
from tests.storage.scenes import PASSPHRASE, content_of
from trustplanner.domain.errors import Code, UnreadableError
from trustplanner.storage.check import check_vault
from trustplanner.storage.siblings import lock_of
from trustplanner.storage.vault import Vault
from trustplanner.storage.vault_lock import VaultLock


@pytest.mark.parametrize("writable", [True, False])
def test_a_second_process_is_told_that_the_vault_is_in_use(closed: Path, children: Children, writable: bool) -> None:
    holder = children.start("hold", path=str(closed))
    assert holder.line() == "holding"
    with pytest.raises(UnreadableError) as refused:
        Vault.open(closed, PASSPHRASE, writable=writable)
    assert refused.value.code is Code.IN_USE
    with pytest.raises(UnreadableError) as refused:
        check_vault(closed, PASSPHRASE)
    assert refused.value.code is Code.IN_USE
    holder.kill()
    holder.rest()
    Vault.open(closed, PASSPHRASE).close()


def test_the_same_process_cannot_open_it_twice_either(closed: Path) -> None:
    with Vault.open(closed, PASSPHRASE) as vault:
        with pytest.raises(UnreadableError) as refused:
            Vault.open(closed, PASSPHRASE)
        assert refused.value.code is Code.IN_USE
        assert len(content_of(vault)[1]) == 40


def test_two_vaults_may_be_open_at_once(closed: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.vault"
    other.write_bytes(closed.read_bytes())
    with Vault.open(closed, PASSPHRASE), Vault.open(other, PASSPHRASE) as second:
        assert len(content_of(second)[1]) == 40


def test_the_lock_file_is_kept_and_private(closed: Path) -> None:
    lock = lock_of(closed)
    assert lock.stat().st_size == 0
    assert lock.stat().st_mode & 0o777 == 0o600
    inode = lock.stat().st_ino
    Vault.open(closed, PASSPHRASE).close()
    assert lock.stat().st_ino == inode


def test_reading_leaves_no_lock_file_that_was_not_there(closed: Path) -> None:
    lock_of(closed).unlink()
    before = sorted(closed.parent.iterdir())
    with Vault.open(closed, PASSPHRASE, writable=False), pytest.raises(UnreadableError):
        Vault.open(closed, PASSPHRASE)
    check_vault(closed, PASSPHRASE)
    assert sorted(closed.parent.iterdir()) == before


def test_a_link_in_place_of_the_lock_is_not_followed(closed: Path, tmp_path: Path) -> None:
    lock_of(closed).unlink()
    lock_of(closed).symlink_to(tmp_path / "made by us")
    with pytest.raises(UnreadableError) as refused:
        Vault.open(closed, PASSPHRASE)
    assert refused.value.code is Code.FILE_IS_LINK
    assert not (tmp_path / "made by us").exists()


def test_who_takes_a_lock_file_that_is_being_removed_takes_the_new_one(tmp_path: Path) -> None:
    vault = tmp_path / "mine.vault"
    first = VaultLock.acquire(vault)
    lock_of(vault).unlink()
    second = VaultLock.acquire(vault)
    with pytest.raises(UnreadableError) as refused:
        VaultLock.acquire(vault)
    assert refused.value.code is Code.IN_USE
    first.release()
    second.release()
    VaultLock.acquire(vault).release()


def test_two_processes_that_count_together_lose_no_step(closed: Path) -> None:
    times = 25
    with Children() as one, Children() as two:
        counting = [one.start("count_up", path=str(closed), times=times) for one in (one, two)]
        assert [child.rest() for child in counting] == [["counted"], ["counted"]]
    with Vault.open(closed, PASSPHRASE) as vault:
        assert content_of(vault)[0] == {"count": str(2 * times)}
