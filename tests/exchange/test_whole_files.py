"""A file appears whole under its name, or not at all."""

import os
import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.storage.conftest import ordinary_folder  # noqa: F401  (a fixture)
from trustplanner.domain.errors import Code, UnreadableError
from trustplanner.exchange.whole_files import write_whole


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
