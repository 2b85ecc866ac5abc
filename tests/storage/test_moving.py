import errno
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from trustplanner.domain.errors import Code, KnownError
from trustplanner.domain.harms import Harm
from trustplanner.storage.backups import backups
from trustplanner.storage.keys import TEST
from trustplanner.storage.moving import delete_vault, move_vault
from trustplanner.storage.queries.harms import harms
from trustplanner.storage.siblings import backups_of, before_recovery_of, everything_of
from trustplanner.storage.vault import Vault

PASSPHRASE = "a quiet evening"
HARM = Harm("h", "The money was gone", 0, datetime(2026, 5, 1, tzinfo=UTC))


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    with Vault.create(home / "plan.vault", PASSPHRASE, TEST) as vault, vault.transaction() as unit:
        unit.put(HARM)
    return home / "plan.vault"


def test_a_moved_vault_opens_at_its_new_place_with_its_copies(closed: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target = move_vault(closed, tmp_path / "elsewhere")
    assert everything_of(closed) == []
    assert len(backups(target)) == 1
    with Vault.open(target, PASSPHRASE) as vault:
        assert vault.read(harms) == (HARM,)


def test_a_vault_is_never_moved_onto_another_file(closed: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    other.mkdir()
    (other / "plan.vault").write_text("somebody else's")
    with pytest.raises(KnownError) as refused:
        move_vault(closed, other)
    assert refused.value.code is Code.VAULT_EXISTS
    assert (other / "plan.vault").read_text() == "somebody else's"
    with Vault.open(closed, PASSPHRASE) as vault:
        assert vault.read(harms) == (HARM,)


def test_a_vault_is_not_moved_into_a_folder_that_is_not_there(closed: Path, tmp_path: Path) -> None:
    with pytest.raises(KnownError) as refused:
        move_vault(closed, tmp_path / "nowhere")
    assert refused.value.code is Code.FOLDER_MISSING
    assert closed.exists()


def test_an_open_vault_is_neither_moved_nor_deleted(closed: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    with Vault.open(closed, PASSPHRASE):
        for attempt in (lambda: move_vault(closed, tmp_path / "elsewhere"), lambda: delete_vault(closed)):
            with pytest.raises(KnownError) as refused:
                attempt()
            assert refused.value.code is Code.IN_USE


def test_deleting_leaves_nothing_beside_the_vault(closed: Path) -> None:
    delete_vault(closed)
    assert list(closed.parent.iterdir()) == []


def test_what_a_crash_left_for_looking_at_moves_along(closed: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    kept = before_recovery_of(closed)
    (kept / "trial").mkdir(parents=True)
    (kept / "plan.vault").write_bytes(b"as the crash left it")
    target = move_vault(closed, tmp_path / "elsewhere")
    assert (before_recovery_of(target) / "plan.vault").read_bytes() == b"as the crash left it"
    assert everything_of(closed) == []


def test_a_vault_that_cannot_leave_its_place_is_only_there(
    closed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    unlink = Path.unlink

    def refused(path: Path, missing_ok: bool = False) -> None:
        if path == closed:
            raise PermissionError(errno.EACCES, "not yours")
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refused)
    with pytest.raises(KnownError) as said:
        move_vault(closed, tmp_path / "elsewhere")
    assert said.value.code is Code.NO_PERMISSION
    assert list((tmp_path / "elsewhere").iterdir()) == []
    with Vault.open(closed, PASSPHRASE) as vault:
        assert vault.read(harms) == (HARM,)
    assert len(backups(closed)) == 1


def test_a_copy_that_cannot_be_removed_does_not_undo_the_move(
    closed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()

    def refused(path: Path, ignore_errors: bool = False) -> None:
        raise PermissionError(errno.EACCES, "not yours")

    monkeypatch.setattr(shutil, "rmtree", refused)
    target = move_vault(closed, tmp_path / "elsewhere")
    with Vault.open(target, PASSPHRASE) as vault:
        assert vault.read(harms) == (HARM,)
    assert everything_of(closed) == [backups_of(closed)]


def test_deleting_removes_all_it_can_and_says_that_something_is_left(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, ignore_errors: bool = False) -> None:
        raise PermissionError(errno.EACCES, "not yours")

    monkeypatch.setattr(shutil, "rmtree", refused)
    with pytest.raises(KnownError) as said:
        delete_vault(closed)
    assert said.value.code is Code.NO_PERMISSION
    assert everything_of(closed) == [backups_of(closed)]


@pytest.mark.parametrize("name", ["plan.vault.backups", "plan.vault.before-recovery", "plan.vault"])
def test_a_vault_is_not_moved_where_anything_of_its_names_stands(closed: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / name).symlink_to(tmp_path / "nowhere")
    with pytest.raises(KnownError) as said:
        move_vault(closed, tmp_path / "elsewhere")
    assert said.value.code is Code.VAULT_EXISTS
    assert [path.name for path in (tmp_path / "elsewhere").iterdir()] == [name]
    assert closed.exists()
