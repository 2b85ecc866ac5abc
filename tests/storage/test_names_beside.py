"""What may stand beside a vault, under a second name of it, and in which folders a vault may lie."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.storage.scenes import PASSPHRASE, bytes_in, content_of
from trustplanner.domain.errors import Code, KnownError, UnreadableError
from trustplanner.storage.backups import backups
from trustplanner.storage.check import check_vault
from trustplanner.storage.keys import TEST
from trustplanner.storage.moving import move_vault
from trustplanner.storage.siblings import backups_of, before_recovery_of, files_beside, state_of
from trustplanner.storage.vault import Vault
from trustplanner.storage.whole_vault import new_vault
from trustplanner.storage.workroom import rooms_in, workroom

Use = Callable[[Path], object]


def open_it(path: Path) -> None:
    Vault.open(path, PASSPHRASE).close()


def read_it(path: Path) -> None:
    Vault.open(path, PASSPHRASE, writable=False).close()


def check_it(path: Path) -> None:
    check_vault(path, PASSPHRASE)


def make_it_anew(path: Path) -> None:
    path.unlink()
    Vault.create(path, PASSPHRASE, TEST).close()


def refusal(use: Use, path: Path) -> tuple[Code, object]:
    with pytest.raises(KnownError) as refused:
        use(path)
    return refused.value.code, refused.value.details["path"]


@pytest.mark.parametrize("use", [open_it, read_it, check_it, make_it_anew])
@pytest.mark.parametrize("which", range(len(files_beside(Path("x")))))
def test_a_pipe_a_folder_or_a_link_beside_a_vault_is_named_and_nothing_waits(
    closed: Path, which: int, use: Use, tmp_path: Path
) -> None:
    beside = files_beside(closed)[which]
    makers: dict[Code, Callable[[], None]] = {
        Code.FILE_NOT_REGULAR: lambda: os.mkfifo(beside),
        Code.FILE_IS_FOLDER: beside.mkdir,
        Code.FILE_IS_LINK: lambda: beside.symlink_to(tmp_path / "nowhere"),
    }
    good = closed.read_bytes()
    for code, make in makers.items():
        beside.unlink(missing_ok=True)
        make()
        assert refusal(use, closed) == (code, str(beside))
        if beside.is_dir():
            beside.rmdir()
        else:
            beside.unlink()
        closed.write_bytes(good)
    open_it(closed)


def test_a_pipe_that_comes_while_the_vault_is_open_does_not_keep_it_from_closing(closed: Path) -> None:
    vault = Vault.open(closed, PASSPHRASE)
    state_of(closed).unlink()
    os.mkfifo(state_of(closed))
    vault.close()
    assert state_of(closed).is_file()


@pytest.mark.parametrize("use", [open_it, read_it, check_it])
def test_a_vault_with_two_names_is_opened_under_neither(closed: Path, use: Use) -> None:
    other = closed.with_name("other.vault")
    os.link(closed, other)
    before = bytes_in(closed.parent)
    for name in (closed, other):
        assert refusal(use, name) == (Code.FILE_HAS_TWO_NAMES, str(name))
    assert bytes_in(closed.parent) == before
    other.unlink()
    use(closed)


def test_the_name_under_which_a_killed_process_made_the_file_is_no_second_one(closed: Path) -> None:
    os.link(closed, closed.with_name("mine.vault.part"))
    check_it(closed)
    open_it(closed)
    assert closed.stat().st_nlink == 1
    room = closed.parent / ".trustplanner-0a1b2c3d.part"
    room.mkdir()
    os.link(closed, room / "new.vault")
    check_it(closed)
    open_it(closed)
    assert closed.stat().st_nlink == 1
    assert not room.exists()


def test_a_backup_is_read_in_its_folder_but_written_only_elsewhere(closed: Path, tmp_path: Path) -> None:
    backup = backups(closed)[0].path
    before = bytes_in(closed.parent)
    assert refusal(open_it, backup) == (Code.FOLDER_OF_COPIES, str(backup.parent))
    check_it(backup)
    read_it(backup)
    assert bytes_in(closed.parent) == before
    alone = tmp_path / "alone.vault"
    alone.write_bytes(backup.read_bytes())
    with Vault.open(alone, PASSPHRASE) as copy:
        assert len(content_of(copy)[1]) == 40


def test_what_a_crash_left_is_not_opened_in_its_folder_either(closed: Path) -> None:
    kept = before_recovery_of(closed)
    kept.mkdir()
    (kept / closed.name).write_bytes(closed.read_bytes())
    assert refusal(open_it, kept / closed.name) == (Code.FOLDER_OF_COPIES, str(kept))


def test_no_vault_is_made_or_moved_where_old_copies_are_removed(closed: Path) -> None:
    folder = backups_of(closed)
    below = folder / "further" / "down"
    below.mkdir(parents=True)
    before = bytes_in(closed.parent)

    def move_there(_: Path) -> None:
        move_vault(closed, folder)

    def move_below(_: Path) -> None:
        move_vault(closed, below)

    def make(path: Path) -> None:
        Vault.create(path, PASSPHRASE, TEST)

    def fill(path: Path) -> None:
        with new_vault(path, PASSPHRASE, TEST):
            pass

    for use in (make, fill, move_there):
        assert refusal(use, folder / "new.vault") == (Code.FOLDER_OF_COPIES, str(folder))
    assert refusal(move_below, closed) == (Code.FOLDER_OF_COPIES, str(below))
    assert bytes_in(closed.parent) == before


def test_a_room_in_which_somebody_works_is_not_cleared_away(tmp_path: Path) -> None:
    with workroom(tmp_path / "one") as one:
        (one / "words").write_text("half")
        with workroom(tmp_path / "other") as other:
            assert sorted(rooms_in(tmp_path)) == sorted([one, other])
        assert (one / "words").read_text() == "half"
    assert list(tmp_path.iterdir()) == []


def test_a_link_with_the_name_of_a_room_is_not_followed(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.mkdir()
    (real / "words").write_text("mine")
    (tmp_path / ".trustplanner-0a1b2c3d.part").symlink_to(real)
    with workroom(tmp_path / "one"):
        pass
    assert [path.name for path in real.iterdir()] == ["words"]


def test_a_new_vault_that_fails_names_the_place_that_was_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "new.vault"
    with pytest.raises(UnreadableError) as refused, new_vault(target, PASSPHRASE, TEST) as vault:
        raise UnreadableError(Code.NO_PERMISSION, path=str(vault.path))
    assert refused.value.details["path"] == str(target)
    assert list(tmp_path.iterdir()) == []
