"""A full vault that ends today, and ways to run a command on it."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.full_vault import DAYS, FIRST_DAY, PASSPHRASE, Clock, make_full_vault
from tests.words import shipped_words
from trustplanner import cli
from trustplanner.domain.errors import Code
from trustplanner.terminal import PASSPHRASE_FILE


class Ended(NamedTuple):
    """How a command ended, and what it said."""

    status: int
    out: str
    err: str


Run = Callable[..., Ended]


TODAY = FIRST_DAY + timedelta(DAYS)  # the day after the last answer


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The full vault, for copying: its three weeks end yesterday."""
    return make_full_vault(tmp_path_factory.mktemp("lived"))


@pytest.fixture
def vault_file(lived: Path, tmp_path: Path) -> Path:
    """A copy of the full vault in a folder of its own."""
    folder = tmp_path / "home"
    folder.mkdir()
    return Path(shutil.copy(lived, folder / "full.vault"))


@pytest.fixture
def passphrase_file(tmp_path: Path) -> Path:
    file = tmp_path / "passphrase"
    file.write_text(f"{PASSPHRASE}\nsecond line\n", encoding="utf-8")
    return file


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], passphrase_file: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in this process, with the passphrase from the environment."""
    monkeypatch.setenv(PASSPHRASE_FILE, str(passphrase_file))

    def command(*arguments: object) -> Ended:
        capsys.readouterr()
        status = cli.main([str(argument) for argument in arguments], Clock(TODAY))
        said = capsys.readouterr()
        return Ended(status, said.out, said.err)

    return command


def sentence(code: Code, **details: str | int) -> str:
    """What a person reads for an error, and nothing else."""
    return f"{shipped_words().error_sentence(code, **details)}\n"


def require_one_plain_sentence(ended: Ended) -> None:
    assert ended.out == ""
    assert ended.err.count("\n") == 1
    assert ended.err.endswith(".\n")
    for word in ("Traceback", "Error", "usage", "!", PASSPHRASE):
        assert word not in ended.err
