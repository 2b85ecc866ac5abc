"""A full disk: nothing is lost, it is called by its name, and the program goes on when there is room again."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.storage.scenes import MOMENT, PASSPHRASE, bytes_in, content_of, write_setting, write_words
from trustplanner.domain.errors import Code, UnreadableError
from trustplanner.domain.moments import Draft
from trustplanner.storage.backups import backups, last_backup
from trustplanner.storage.check import check_vault
from trustplanner.storage.keys import TEST
from trustplanner.storage.siblings import part_of
from trustplanner.storage.vault import Vault

SMALL_DISK = 6 * 2**20


class SmallDisk:
    """A real file system of 6 MB, which can be filled to the last byte."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self) -> None:
        with (self.folder / "filler").open("wb", buffering=0) as filler:
            try:
                while True:
                    filler.write(bytes(4096))
            except OSError:
                return

    def make_room(self) -> None:
        (self.folder / "filler").unlink()


@pytest.fixture
def disk() -> Iterator[SmallDisk]:
    folder = Path(tempfile.mkdtemp())
    mounted = shutil.which("mount") is not None and os.geteuid() == 0
    if mounted:
        command = ["mount", "-t", "tmpfs", "-o", f"size={SMALL_DISK}", "tmpfs", str(folder)]
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    if not mounted:
        folder.rmdir()
        pytest.skip("only root may mount a small disk; the tests with a page limit run everywhere")
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", str(folder)], check=True)  # noqa: S607  (found on the path)
        folder.rmdir()


@pytest.fixture
def path(disk: SmallDisk) -> Path:
    path = disk.folder / "mine.vault"
    with Vault.create(path, PASSPHRASE, TEST) as vault:
        write_words(vault, 20)
    return path


def refused_as_full(action: Callable[[], object]) -> None:
    with pytest.raises(UnreadableError) as refused:
        action()
    assert refused.value.code is Code.DISK_FULL


def test_an_edit_on_a_full_disk_is_refused_and_works_again_with_room(disk: SmallDisk, path: Path) -> None:
    with Vault.open(path, PASSPHRASE) as vault:
        before = content_of(vault)
        disk.fill()
        for _ in range(3):
            refused_as_full(lambda: write_words(vault, 30, size=3000))
            assert content_of(vault) == before
        disk.make_room()
        write_setting(vault, "name", "Sam")
        assert content_of(vault) == ({"name": "Sam"}, before[1])
    assert check_vault(path, PASSPHRASE).is_sound


def test_the_disk_may_run_full_in_the_middle_of_a_transaction(disk: SmallDisk, path: Path) -> None:
    with Vault.open(path, PASSPHRASE) as vault:
        before = content_of(vault)

        def too_much() -> None:
            with vault.transaction() as unit:
                unit.read(lambda c: c.exec_driver_sql("PRAGMA cache_size = 10"))
                for number in range(10_000):
                    unit.put(Draft(f"more-{number}", "w" * 3000, MOMENT))

        refused_as_full(too_much)
        assert content_of(vault) == before
        write_setting(vault, "name", "Sam")
    assert check_vault(path, PASSPHRASE).is_sound


def test_a_backup_on_a_full_disk_leaves_nothing_half_written_and_the_vault_is_whole(
    disk: SmallDisk, path: Path
) -> None:
    good = backups(path)
    vault = Vault.open(path, PASSPHRASE)
    write_setting(vault, "name", "Sam")
    disk.fill()
    refused_as_full(vault.back_up)
    refused_as_full(vault.close)
    assert backups(path) == good
    assert sorted(good[0].path.parent.iterdir()) == [copy.path for copy in good]
    disk.make_room()
    with Vault.open(path, PASSPHRASE) as vault:
        assert content_of(vault)[0] == {"name": "Sam"}
        assert vault.back_up() in backups(path)


def test_a_vault_can_be_opened_read_and_closed_on_a_full_disk(disk: SmallDisk, path: Path) -> None:
    disk.fill()
    for writable in (True, False):
        with Vault.open(path, PASSPHRASE, writable=writable) as vault:
            assert len(content_of(vault)[1]) == 20
    assert check_vault(path, PASSPHRASE).is_sound


def test_a_passphrase_change_on_a_full_disk_leaves_the_old_one(disk: SmallDisk, path: Path) -> None:
    with Vault.open(path, PASSPHRASE) as vault:
        disk.fill()
        refused_as_full(lambda: vault.change_passphrase("a new one"))
        assert len(content_of(vault)[1]) == 20
        assert not part_of(path).exists()
    Vault.open(path, PASSPHRASE).close()


def test_room_for_the_backup_but_not_for_the_new_file_leaves_the_old_passphrase(disk: SmallDisk, path: Path) -> None:
    with Vault.open(path, PASSPHRASE) as vault:
        write_words(vault, 200)
        room = shutil.disk_usage(disk.folder).free - int(1.5 * path.stat().st_size)
        (disk.folder / "filler").write_bytes(bytes(room))
        refused_as_full(lambda: vault.change_passphrase("a new one"))
        assert last_backup(path) is not None
        assert not part_of(path).exists()
        assert len(content_of(vault)[1]) == 200
        disk.make_room()
        vault.change_passphrase("a new one")
    Vault.open(path, "a new one").close()


def test_no_half_made_vault_appears_on_a_full_disk(disk: SmallDisk) -> None:
    disk.fill()
    before = bytes_in(disk.folder, without_locks=False)
    refused_as_full(lambda: Vault.create(disk.folder / "mine.vault", PASSPHRASE, TEST))
    assert bytes_in(disk.folder, without_locks=False) == before
    disk.make_room()
    Vault.create(disk.folder / "mine.vault", PASSPHRASE, TEST).close()


def test_a_full_disk_is_named_by_the_drivers_own_word_too(vault: Vault) -> None:
    """Runs everywhere: SQLite refuses to let the file grow and says that the disk is full."""
    write_setting(vault, "name", "Sam")
    driver = vault._file.driver
    (pages,) = driver.execute("PRAGMA page_count").fetchone()
    driver.execute(f"PRAGMA max_page_count = {pages}")
    refused_as_full(lambda: write_words(vault, 100))
    assert content_of(vault) == ({"name": "Sam"}, {})
    driver.execute("PRAGMA max_page_count = 1000000")
    write_words(vault, 100)
    assert len(content_of(vault)[1]) == 100
