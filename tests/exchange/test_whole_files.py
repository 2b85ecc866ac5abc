"""A file appears whole under its name, or not at all."""

import os
import resource
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.storage.children import ROOT
from tests.storage.conftest import ordinary_folder  # noqa: F401  (a fixture)
from trustplanner.domain.errors import Code, UnreadableError
from trustplanner.exchange.whole_files import write_whole
from trustplanner.storage.keys import TEST
from trustplanner.storage.moving import delete_vault
from trustplanner.storage.vault import Vault


def refusal(target: Path) -> Code:
    with pytest.raises(UnreadableError) as refused:
        write_whole(target, b"words")
    return refused.value.code


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """As on a disk that is full: writing more than that fails."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_new_file_belongs_to_its_owner_alone(tmp_path: Path) -> None:
    write_whole(tmp_path / "plan.json", b"words")
    assert (tmp_path / "plan.json").read_bytes() == b"words"
    assert stat.S_IMODE((tmp_path / "plan.json").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["plan.json"]


def test_an_ordinary_file_is_replaced_and_becomes_private(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_bytes(b"old")
    (tmp_path / "plan.json").chmod(0o644)
    write_whole(tmp_path / "plan.json", b"new")
    assert (tmp_path / "plan.json").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "plan.json").stat().st_mode) == 0o600


def test_other_files_beside_it_are_never_touched(tmp_path: Path) -> None:
    (tmp_path / "plan.json.part").write_bytes(b"somebody's")
    write_whole(tmp_path / "plan.json", b"words")
    assert (tmp_path / "plan.json.part").read_bytes() == b"somebody's"


@pytest.mark.parametrize("name", ["a?b#c%41'\".json", "č ž.json", "-o.json", "a" * 250 + ".json"])
def test_any_name_the_system_takes_will_do(tmp_path: Path, name: str) -> None:
    write_whole(tmp_path / name, b"words")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_link_is_neither_followed_nor_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_bytes(b"old")
    (tmp_path / "link.json").symlink_to("real.json")
    assert refusal(tmp_path / "link.json") is Code.FILE_IS_LINK
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_bytes() == b"old"


def test_a_folder_a_pipe_and_a_missing_folder_are_named(tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    os.mkfifo(tmp_path / "pipe.json")
    assert refusal(tmp_path / "folder.json") is Code.FILE_IS_FOLDER
    assert refusal(tmp_path / "pipe.json") is Code.FILE_NOT_REGULAR
    assert refusal(tmp_path / "nowhere" / "plan.json") is Code.FOLDER_MISSING
    assert refusal(tmp_path / ("a" * 300 + ".json")) is Code.NAME_TOO_LONG


def test_a_file_that_cannot_be_written_to_its_end_leaves_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_bytes(b"old")
    with no_file_larger_than(1000), pytest.raises(UnreadableError):
        write_whole(tmp_path / "plan.json", bytes(5000))
    assert (tmp_path / "plan.json").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["plan.json"]


def test_a_folder_that_may_not_be_written_is_named(ordinary_folder: Path) -> None:  # noqa: F811  (the fixture)
    ordinary_folder.chmod(0o500)
    assert refusal(ordinary_folder / "plan.json") is Code.NO_PERMISSION
    assert list(ordinary_folder.iterdir()) == []


def killed_while_writing(target: Path, signal_number: int) -> int:
    """Write a file in a process that gets a signal just before the file has its name; returns what ended it."""
    code = """
import os, sys
from pathlib import Path
from trustplanner.exchange.whole_files import write_whole

def at_the_end(event, arguments):
    if event == "os.rename":
        os.kill(os.getpid(), int(sys.argv[2]))

sys.addaudithook(at_the_end)
write_whole(Path(sys.argv[1]), b"words in plain")
"""
    ended = subprocess.run([sys.executable, "-c", code, str(target), str(signal_number)], cwd=ROOT, check=False)
    return -ended.returncode


def words_in_plain(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and b"in plain" in path.read_bytes()]


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP])
def test_a_process_that_is_asked_to_end_leaves_no_hidden_words(tmp_path: Path, ending: int) -> None:
    assert killed_while_writing(tmp_path / "plan.json", ending) == ending
    assert [path.name for path in tmp_path.iterdir()] == ["plan.json"]
    assert (tmp_path / "plan.json").read_bytes() == b"words in plain"


def test_hidden_words_of_a_killed_process_go_with_the_next_file_in_the_folder(tmp_path: Path) -> None:
    assert killed_while_writing(tmp_path / "plan.json", signal.SIGKILL) == signal.SIGKILL
    assert words_in_plain(tmp_path)
    write_whole(tmp_path / "other.json", b"words")
    assert [path.name for path in tmp_path.iterdir()] == ["other.json"]


def test_hidden_words_of_a_killed_process_go_when_the_vault_beside_them_is_deleted(tmp_path: Path) -> None:
    Vault.create(tmp_path / "plan.vault", "a quiet evening", TEST).close()
    killed_while_writing(tmp_path / "plan.json", signal.SIGKILL)
    assert words_in_plain(tmp_path)
    delete_vault(tmp_path / "plan.vault")
    assert list(tmp_path.iterdir()) == []
