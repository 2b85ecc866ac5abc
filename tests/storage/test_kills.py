"""Processes are killed at seeded random moments and at every single file step; nothing acknowledged may be lost."""

import random
import shutil
import time
from pathlib import Path

import pytest

from tests.storage.child_server import SLOTS
from tests.storage.children import Children
from tests.storage.scenes import PASSPHRASE, content_of, write_words
from trustplanner.domain.errors import WrongPassphraseError
from trustplanner.storage.backups import backups
from trustplanner.storage.check import check_vault
from trustplanner.storage.keys import TEST
from trustplanner.storage.siblings import journal_of, part_of
from trustplanner.storage.vault import Vault

ROUNDS = 200
CONTROL_ROUNDS = 200
LONGEST_WAIT = 0.006  # seconds; a commit takes a tenth of it to twice as long, as the disk is


def lost_after_kill(path: Path, children: Children, chance: random.Random, **how: bool) -> int:
    """Let a process write, kill it, and count what it had acknowledged and what is not there whole."""
    writer = children.start("write_until_killed", path=str(path), **how)
    wanted = chance.randrange(8)
    said = [line for _ in range(wanted) if (line := writer.line())]
    time.sleep(chance.uniform(0, LONGEST_WAIT))
    writer.kill()
    said += writer.rest()
    assert all(line.isdigit() for line in said), said
    with Vault.open(path, PASSPHRASE) as vault:
        settings, drafts = content_of(vault)
    numbers = {name: int(value) for name, value in settings.items()}
    assert {name: int(words.split()[0]) for name, words in drafts.items()} == numbers
    newest = max(numbers.values(), default=0)
    assert sorted(numbers.values()) == list(range(max(1, newest - SLOTS + 1), newest + 1))
    return max(0, int(said[-1]) - newest) if said else 0


@pytest.mark.timeout(300)
def test_nothing_acknowledged_is_lost_when_the_process_is_killed(vault_path: Path, children: Children) -> None:
    Vault.create(vault_path, PASSPHRASE, TEST).close()
    chance = random.Random(20260502)  # noqa: S311  (seeded on purpose)
    assert sum(lost_after_kill(vault_path, children, chance) for _ in range(ROUNDS)) == 0
    assert check_vault(vault_path, PASSPHRASE).is_sound


def test_the_same_rounds_catch_a_writer_that_acknowledges_too_early(vault_path: Path, children: Children) -> None:
    Vault.create(vault_path, PASSPHRASE, TEST).close()
    chance = random.Random(20260502)  # noqa: S311  (seeded on purpose)
    for _ in range(CONTROL_ROUNDS):
        if lost_after_kill(vault_path, children, chance, says_before_commit=True):
            return
    pytest.fail("no loss was seen, so the rounds prove nothing")


def die_at_every_step(original: Path, work: Path, children: Children, operation: str, **how: str) -> "list[Path]":
    """Do the operation on a fresh copy again and again, killed one file step later each time."""
    folders = []
    for step in range(1, 500):
        folder = work / f"{operation.replace(' ', '-')}-{step}"
        shutil.copytree(original.parent, folder)
        path = folder / original.name
        said = children.run("die_at_step", step=step, operation=operation, path=str(path), **how)
        folders.append(path)
        if said:
            assert said == ["done"]
            return folders
    pytest.fail("the operation does not end")


def test_a_vault_is_created_whole_or_not_at_all(tmp_path: Path, children: Children) -> None:
    original = tmp_path / "empty" / "mine.vault"
    original.parent.mkdir()
    paths = die_at_every_step(original, tmp_path, children, "create")
    made = [path.exists() for path in paths]
    assert made == sorted(made), "once it is there it stays"
    assert not made[0]
    assert made[-1]
    for path in paths:
        if path.exists():
            assert check_vault(path, PASSPHRASE).is_sound
        else:
            Vault.create(path, PASSPHRASE, TEST).close()
        Vault.open(path, PASSPHRASE).close()
        assert not part_of(path).exists()


def test_an_opening_that_dies_while_it_recovers_loses_nothing(closed: Path, tmp_path: Path, children: Children) -> None:
    children.run("crash_in_transaction", path=str(closed), name="crash")
    assert journal_of(closed).exists()
    paths = die_at_every_step(closed, tmp_path, children, "open")
    assert len(paths) > 10
    for path in paths:
        with Vault.open(path, PASSPHRASE) as vault:
            settings, drafts = content_of(vault)
        assert (settings, len(drafts)) == ({}, 40)


def test_a_backup_is_there_whole_or_not_at_all(closed: Path, tmp_path: Path, children: Children) -> None:
    paths = die_at_every_step(closed, tmp_path, children, "back up")
    counts = [len(backups(path)) for path in paths]
    assert counts == sorted(counts)
    assert (counts[0], counts[-1]) == (1, 2)
    for path in paths:
        for copy in backups(path):
            assert check_vault(copy.path, PASSPHRASE).is_sound
        with Vault.open(path, PASSPHRASE) as vault:
            vault.back_up()
        assert {copy.path for copy in backups(path)} == set(backups(path)[0].path.parent.glob("*[!k]"))


def test_closing_may_be_cut_short_anywhere(closed: Path, tmp_path: Path, children: Children) -> None:
    for path in die_at_every_step(closed, tmp_path, children, "close"):
        with Vault.open(path, PASSPHRASE) as vault:
            settings, drafts = content_of(vault)
        assert (settings, len(drafts)) == ({"late": "change"}, 40)


def test_a_passphrase_change_leaves_the_old_vault_or_the_new_one(
    closed: Path, tmp_path: Path, children: Children
) -> None:
    paths = die_at_every_step(closed, tmp_path, children, "change passphrase", new="a new one")
    is_new = []
    for path in paths:
        try:
            vault = Vault.open(path, PASSPHRASE)
            is_new.append(False)
        except WrongPassphraseError:
            vault = Vault.open(path, "a new one")
            is_new.append(True)
        with vault:
            assert len(content_of(vault)[1]) == 40
        assert not part_of(path).exists()
    assert is_new == sorted(is_new)
    assert (is_new[0], is_new[-1]) == (False, True)


@pytest.mark.timeout(120)
def test_a_passphrase_change_killed_at_random_moments_loses_nothing(
    vault_path: Path, tmp_path: Path, children: Children
) -> None:
    with Vault.create(vault_path, PASSPHRASE, TEST) as vault:
        write_words(vault, 400)
    chance = random.Random(7)  # noqa: S311  (seeded on purpose)
    for number in range(15):
        folder = tmp_path / f"round-{number}"
        shutil.copytree(vault_path.parent, folder)
        path = folder / vault_path.name
        child = children.start("die_at_step", step=0, operation="change passphrase", path=str(path), new="a new one")
        time.sleep(chance.uniform(0, 0.12))
        child.kill()
        child.rest()
        try:
            vault = Vault.open(path, PASSPHRASE)
        except WrongPassphraseError:
            vault = Vault.open(path, "a new one")
        with vault:
            assert len(content_of(vault)[1]) == 400
