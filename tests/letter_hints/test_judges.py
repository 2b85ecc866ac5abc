"""What the judges read: a file that is missing or broken is named."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from tests.content.every_text import language_folder
from trustplanner.content.catalogue import DEFAULT_LANGUAGE
from trustplanner.domain.errors import Code, UnreadableError
from trustplanner.letter_hints.hints import judges_from

FILES = ("letter_words.npz", "letter_weights.npz", "letter_patterns.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        shutil.copy(language_folder(DEFAULT_LANGUAGE) / name, tmp_path / name)
    return tmp_path


def test_the_files_of_a_language_can_be_read(folder: Path) -> None:
    judges = judges_from(folder)
    assert len(judges.weights.known.keys) > 10_000
    assert judges.patterns


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 cut off", b"\xff\xfe[vague]\n("])
def test_each_broken_file_is_named(folder: Path, name: str, content: bytes | None) -> None:
    (folder / name).unlink()
    if content is not None:
        (folder / name).write_bytes(content)
    if name.endswith(".txt") and content == b"":
        return  # no patterns are no mistake
    with pytest.raises(UnreadableError) as caught:
        judges_from(folder)
    assert caught.value.code is Code.CONTENT_UNREADABLE
    assert caught.value.details["file"] == name


def test_a_file_without_one_of_its_arrays_is_named(folder: Path) -> None:
    with np.load(folder / "letter_weights.npz") as file:
        arrays = dict(file)
    del arrays["bias"]
    np.savez_compressed(folder / "letter_weights.npz", **arrays)
    with pytest.raises(UnreadableError):
        judges_from(folder)


@pytest.mark.parametrize("line", ["(unclosed", "[no_such_slip]"])
def test_a_pattern_that_is_none_is_named_with_its_line(folder: Path, line: str) -> None:
    (folder / "letter_patterns.txt").write_text(f"[vague]\n{line}\n", encoding="utf-8")
    with pytest.raises(UnreadableError) as caught:
        judges_from(folder)
    assert caught.value.details == {"file": "letter_patterns.txt", "field": "line 2"}
