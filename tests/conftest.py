"""What every test may ask for, by its role, and what no test may leave behind.

No test sees the person's own home: the home, the folders of the desktop and the temporary files of a run lie in one
folder, which must be empty of temporary files in the end.
"""

import atexit
import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import settings

from tests.builders import PASSPHRASE
from tests.moved_clock import MovedClock
from trustplanner.actions import plans
from trustplanner.actions.runner import Runner
from trustplanner.domain.plans import Plan, Pronoun
from trustplanner.storage.keys import PROFILES, STANDARD, TEST
from trustplanner.storage.vault import Vault

PATIENCE = 2.0  # seconds for a thread to end by itself
ENOUGH_MEMORY = 3 << 30  # bytes

# The same examples in every run: what is red is red for everyone. `--hypothesis-profile=hunt` looks for new ones.
settings.register_profile("steady", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("hunt", deadline=None, max_examples=1000, print_blob=True)
settings.load_profile("steady")

# Thousands of small vaults are written and synced; in memory nothing waits for a disk. The faults that tests put in
# (kills, limits, modes) are the system's, not the disk's, and are the same there.
_MEMORY = "/dev/shm"
if not os.access(_MEMORY, os.W_OK) or shutil.disk_usage(_MEMORY).free < ENOUGH_MEMORY:
    _MEMORY = tempfile.gettempdir()
os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", _MEMORY)

# Before any test module is imported, because libraries look at these when they are.
_ROOM = Path(tempfile.mkdtemp(prefix="trustplanner-tests-", dir=_MEMORY))
_HOME = _ROOM / "home"
_TEMPORARY = _ROOM / "temporary"


if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # what a script leaves running, and all it starts, ignores Ctrl+C
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _move_in() -> None:
    _ROOM.chmod(0o755)  # some tests go on as another user
    for folder in (_HOME, _TEMPORARY):
        folder.mkdir(mode=0o755)
    os.environ["HOME"] = str(_HOME)
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        os.environ[f"XDG_{name}_HOME"] = str(_HOME / name.lower())
    runtime = _HOME / "runtime"
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)


def _move_out(process: int) -> None:
    if os.getpid() == process:  # a forked child leaves the room to its parent
        shutil.rmtree(_ROOM, ignore_errors=True)


_move_in()
atexit.register(_move_out, os.getpid())


@pytest.fixture(scope="session", autouse=True)
def _no_temporary_file_is_left(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    tmp_path_factory.getbasetemp()  # pytest's own folder stays outside, for looking at what failed
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(_TEMPORARY))
        patch.setattr(tempfile, "tempdir", str(_TEMPORARY))
        yield
    assert sorted(path.name for path in _TEMPORARY.iterdir()) == [], "temporary files were left behind"


@pytest.fixture(autouse=True)
def _no_thread_is_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    started = [thread for thread in threading.enumerate() if thread not in before and _is_ours(thread)]
    for thread in started:
        thread.join(PATIENCE)
    assert [thread.name for thread in started if thread.is_alive()] == [], "threads were left running"


def _is_ours(thread: threading.Thread) -> bool:
    """Threads that Qt made are only known to Python as dummies, which never end."""
    return not isinstance(thread, threading._DummyThread)


@pytest.fixture(scope="session")
def new_vault_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a vault that was just made, with the weak key derivation of tests. To be copied, never opened."""
    file = tmp_path_factory.mktemp("new_vault") / "new.vault"
    Vault.create(file, PASSPHRASE, TEST).close(backup=False)
    return file


@pytest.fixture
def weak_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program derive the keys of its own new vaults as quickly as those of tests."""
    monkeypatch.setitem(PROFILES, STANDARD.number, TEST)


@pytest.fixture
def vault(tmp_path: Path, new_vault_file: Path) -> Iterator[Vault]:
    """A real encrypted vault with nothing in it; copied, because making one takes ten times as long as opening it."""
    file = tmp_path / "mine.vault"
    shutil.copy(new_vault_file, file)
    vault = Vault.open(file, PASSPHRASE)
    yield vault
    vault.close(backup=False)


@pytest.fixture
def clock() -> MovedClock:
    """The evening of Monday 4 May 2026."""
    return MovedClock(datetime(2026, 5, 4, 20, 0))  # noqa: DTZ001  (a wall clock; its zone is given when it is asked)


@pytest.fixture
def runner(vault: Vault, clock: MovedClock) -> Runner:
    """The runner of `vault`, on `clock`."""
    return Runner(vault, clock)


@pytest.fixture
def plan(runner: Runner) -> Plan:
    """Sam's plan for Ana."""
    return runner.do("Begin", plans.begin, "Sam", "Ana", Pronoun.SHE).result
