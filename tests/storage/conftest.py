"""A real encrypted vault for each test, with the weak profile of tests, and processes that may be killed."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.storage.children import Children
from tests.storage.scenes import PASSPHRASE, write_words
from trustplanner.storage.keys import TEST
from trustplanner.storage.vault import Vault

NOBODY = 65534


@pytest.fixture
def vault_path(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder / "mine.vault"


@pytest.fixture
def vault(vault_path: Path) -> Iterator[Vault]:
    with Vault.create(vault_path, PASSPHRASE, TEST) as vault:
        yield vault


@pytest.fixture
def closed(vault_path: Path) -> Path:
    """A vault with some words in it, closed and backed up."""
    with Vault.create(vault_path, PASSPHRASE, TEST) as vault:
        write_words(vault, 40)
    return vault_path


@pytest.fixture(scope="session")
def children() -> Iterator[Children]:
    with Children() as started:
        yield started


@pytest.fixture
def ordinary_folder() -> Iterator[Path]:
    """A folder in which this process has no more rights than any person: root would pass every barrier."""
    with tempfile.TemporaryDirectory() as folder:
        if os.geteuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
        with as_ordinary_person():
            yield Path(folder)
        # The last test may have closed folders that must be emptied now.
        for path in [Path(folder), *Path(folder).rglob("*")]:
            if path.is_dir():
                path.chmod(0o700)


@contextmanager
def as_ordinary_person() -> Iterator[None]:
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def pytest_make_parametrize_id(config: pytest.Config, val: Any, argname: str) -> str | None:
    return getattr(val, "__name__", None)
