from datetime import UTC, datetime
from pathlib import Path

import pytest

from trustplanner.domain.errors import Code, KnownError
from trustplanner.domain.harms import Harm
from trustplanner.storage.backups import backups
from trustplanner.storage.keys import TEST
from trustplanner.storage.moving import delete_vault, move_vault
from trustplanner.storage.queries.harms import harms
from trustplanner.storage.siblings import everything_of
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
