"""`letter` asks about wordings, needs no vault, and says what is wrong with a file."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run, require_one_plain_sentence, sentence
from tests.words import shipped_words
from trustplanner.domain.errors import Code
from trustplanner.exchange.letter_file import LARGEST_FILE

TEXT = "Ana,\nI lied to you about the loan.\nI'm sorry if I hurt you.\n"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    file = tmp_path / "letter.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_a_hint_is_a_question_beside_its_words(run: Run, letter: Path) -> None:
    told = run("letter", letter)
    words = shipped_words().letter_hints()
    assert (told.status, told.err) == (0, "")
    lines = told.out.splitlines()
    assert lines[0].startswith("Line 3: ")
    assert lines[1].strip() == words.slips["conditional"].question  # type: ignore[index]  # the code of a slip is a string
    assert lines[-1] == words.limits


def test_without_a_hint_only_the_limits_are_said(run: Run, letter: Path) -> None:
    letter.write_text("I lied to you about the loan on 3 March.", encoding="utf-8")
    assert run("letter", letter) == (0, f"{shipped_words().letter_hints().limits}\n", "")
    assert run("letter", letter, "--json") == (0, "[]\n", "")


def test_json_says_rule_place_and_question(run: Run, letter: Path) -> None:
    (hint,) = json.loads(run("letter", letter, "--json").out)
    assert set(hint) == {"rule", "start", "end", "question"}
    assert hint["rule"] == "conditional"
    assert "sorry if" in TEXT[hint["start"] : hint["end"]]


def test_pressure_is_answered_with_the_support_page(run: Run, letter: Path) -> None:
    letter.write_text("If you leave me I will kill myself.", encoding="utf-8")
    assert shipped_words().letter_hints().support in run("letter", letter).out.splitlines()[3]


def missing(file: Path) -> None:
    file.unlink()


def folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def no_text(file: Path) -> None:
    file.write_bytes(b"\xff\xfeI lied")


def large(file: Path) -> None:
    file.write_bytes(b"a" * (LARGEST_FILE + 1))


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (missing, Code.FILE_MISSING),
        (folder, Code.FILE_IS_FOLDER),
        (pipe, Code.FILE_NOT_REGULAR),
        (no_text, Code.NOT_UTF8),
        (large, Code.FILE_TOO_LARGE),
    ],
)
def test_a_bad_file_is_named_for_what_it_is(run: Run, letter: Path, spoil: Callable[[Path], None], code: Code) -> None:
    spoil(letter)
    told = run("letter", letter)
    require_one_plain_sentence(told)
    assert told.status == 5
    assert told.err == sentence(code, path=str(letter))
