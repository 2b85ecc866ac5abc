"""The start script as a process, on a small tree of its own; what would reach for the network is a stand-in.

The stand-ins for `venv`, `pip` and `apt-get` write down how they were called. What the script makes of it is its own.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.children import ROOT
from tests.storage.conftest import NOBODY

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals, accounts and apt-get")

VENV = """
import os, sys, time
from pathlib import Path
folder = Path(sys.argv[1])
(folder / "bin").mkdir(parents=True)
version = "%d.%d.%d" % sys.version_info[:3]
(folder / "pyvenv.cfg").write_text(f"home = {os.path.dirname(sys._base_executable)}\\nversion = {version}\\n")
(folder / "bin" / "python").symlink_to(os.path.realpath(sys._base_executable))
if Path(os.environ["SLOW"]).exists():
    Path(os.environ["SLOW"]).write_text("in the middle")
    time.sleep(30)
(folder / "pip").touch()
"""
PIP = """
import os, sys
from pathlib import Path
if not (Path(sys.prefix) / "pip").exists():
    sys.exit("No module named pip")
with open(os.environ["CALLS"], "a") as calls:
    print("pip", *sys.argv[1:], file=calls)
"""
APT = """#!/bin/sh
echo apt-get "$@" >> "$CALLS"
mkdir "$LIBRARIES/busy" || exit 100
sleep 0.5
cp "$A_LIBRARY" "$LIBRARIES/libnowhere.so.9"
rmdir "$LIBRARIES/busy"
"""
PROGRAM = """
import os, signal, sys, time
def close(*_):
    time.sleep(0.6)  # as long as a backup may take
    print("closed")
    sys.exit(7)
signal.signal(signal.SIGINT, close)
print(os.getpid(), *sys.argv[1:], flush=True)
if "wait" in sys.argv:
    time.sleep(30)
"""


class Tree:
    """A checkout with the start script, and a program that says its process id and its arguments."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "checkout"
        self.slow = folder / "slow"
        self.calls = folder / "calls"
        self.libraries = folder / "libraries"
        (self.folder / "packaging" / "locks").mkdir(parents=True)
        (self.folder / "trustplanner").mkdir()
        (folder / "stand-ins").mkdir()
        self.libraries.mkdir()
        for name in ("start.py", "system_libraries.py"):
            shutil.copy(ROOT / "packaging" / name, self.folder / "packaging")
        self.needed = self.folder / "packaging" / "system_libraries.txt"
        self.needed.write_text("# none\n")
        (self.folder / "packaging" / "locks" / "run.txt").write_text("pinned==1\n")
        (self.folder / "trustplanner" / "__init__.py").touch()
        (self.folder / "trustplanner" / "__main__.py").write_text(PROGRAM)
        for name, words in (("venv.py", VENV), ("pip.py", PIP), ("ensurepip.py", ""), ("apt-get", APT)):
            (folder / "stand-ins" / name).write_text(words)
        (folder / "stand-ins" / "apt-get").chmod(0o755)
        self.environment = {
            "PATH": f"{folder / 'stand-ins'}:{os.environ['PATH']}",
            "PYTHONPATH": str(folder / "stand-ins"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "LD_LIBRARY_PATH": str(self.libraries),
            "LIBRARIES": str(self.libraries),
            "A_LIBRARY": loaded_library(),
            "CALLS": str(self.calls),
            "SLOW": str(self.slow),
        }

    def start(self, *arguments: str, python: str = sys.executable, user: int | None = None) -> subprocess.Popen[str]:
        command = [python, str(self.folder / "packaging" / "start.py"), *arguments]
        pipe, here = subprocess.PIPE, self.folder.parent
        return subprocess.Popen(command, env=self.environment, cwd=here, stdout=pipe, stderr=pipe, text=True, user=user)

    def run(self, *arguments: str, python: str = sys.executable, user: int | None = None) -> tuple[int, str, str]:
        process = self.start(*arguments, python=python, user=user)
        out, err = process.communicate(timeout=60)
        return process.returncode, out, err

    def called(self) -> list[str]:
        return self.calls.read_text().splitlines() if self.calls.exists() else []


def loaded_library() -> str:
    """The file of some shared library that can be loaded."""
    lines = Path("/proc/self/maps").read_text().splitlines()
    return next(line.split()[-1] for line in lines if "libc.so.6" in line)


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path)


@pytest.fixture
def open_tree() -> Iterator[Tree]:
    """A tree that every account of the computer can read."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        hardened = os.umask(0o022)  # a test that opened a vault has hardened this process
        try:
            yield Tree(Path(folder))
        finally:
            os.umask(hardened)


def test_the_first_start_sets_up_and_the_second_only_starts(tree: Tree) -> None:
    status, out, err = tree.run("--version")
    assert (status, out.split()[1:]) == (0, ["--version"])
    assert err.splitlines() == [
        f"Making .venv with Python {sys.version.split()[0]}",
        "Installing the packages of run.txt, each checked by its hash",
    ]
    [pip] = tree.called()
    assert "--require-hashes" in pip
    assert "--no-user" in pip  # which a setting of pip's own would break
    assert tree.run("--demo")[2] == ""
    assert tree.called() == [pip]


def test_a_changed_lock_is_installed_into_the_same_venv(tree: Tree) -> None:
    tree.run()
    mark = tree.folder / ".venv" / "mark"
    mark.touch()
    (tree.folder / "packaging" / "locks" / "run.txt").write_text("pinned==2\n")
    assert tree.run()[0] == 0
    assert len(tree.called()) == 2
    assert mark.exists()


def test_a_set_up_that_was_interrupted_is_made_anew(tree: Tree) -> None:
    tree.slow.touch()
    process = tree.start("--version")
    while not tree.slow.read_text():
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert err.splitlines()[1:] == ["Stopped before the end; the next start goes on with it."]
    tree.slow.unlink()
    status, out, _ = tree.run("--version")
    assert (status, out.split()[1:]) == (0, ["--version"])


def test_the_venv_can_be_made_anew_by_the_python_in_it(tree: Tree) -> None:
    tree.run()
    for stamp in (tree.folder / ".venv").glob("stamp-*"):
        stamp.unlink()
    status, _, err = tree.run(python=str(tree.folder / ".venv" / "bin" / "python"))
    assert status == 0
    assert "Making .venv" in err


def test_the_program_takes_its_time_to_close_after_ctrl_c(tree: Tree) -> None:
    process = tree.start("wait")
    assert process.stdout is not None
    first = process.stdout.readline().split()
    assert first == [str(process.pid), "wait"]
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out) == (7, "closed\n")
    assert "Traceback" not in err


def test_missing_libraries_are_named_before_anything_is_written(tree: Tree) -> None:
    tree.needed.write_text("libnowhere.so.9 nowhere1 always\n")
    tree.environment["TRUSTPLANNER_NO_SYSTEM_PACKAGES"] = "1"
    status, out, err = tree.run()
    assert (status, out) == (3, "")
    assert "sudo apt-get install -y nowhere1" in err
    assert not (tree.folder / ".venv.lock").exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root installs system libraries")
def test_two_first_starts_at_once_wait_for_each_other(tree: Tree) -> None:
    tree.needed.write_text("libnowhere.so.9 nowhere1 always\n")
    both = [tree.start("one"), tree.start("other")]
    for process in both:
        process.communicate(timeout=60)
        assert process.returncode == 0
    apt, pip = tree.called()
    assert "DPkg::Lock::Timeout=" in apt
    assert apt.endswith("nowhere1")
    assert pip.startswith("pip")


ANYBODYS_PYTHON = shutil.which(f"python3.{sys.version_info[1]}", path="/usr/bin:/usr/local/bin")
needs_accounts = pytest.mark.skipif(
    os.geteuid() != 0 or ANYBODYS_PYTHON is None, reason="another account, and a Python that it may run"
)


@needs_accounts
def test_what_one_account_set_up_another_one_can_start(open_tree: Tree) -> None:
    assert open_tree.run(python=str(ANYBODYS_PYTHON))[0] == 0
    status, out, err = open_tree.run("--version", python=str(ANYBODYS_PYTHON), user=NOBODY)
    assert (status, out.split()[1:], err) == (0, ["--version"], "")


@needs_accounts
def test_an_account_that_can_neither_start_nor_set_up_reads_one_sentence(open_tree: Tree) -> None:
    open_tree.run(python=str(ANYBODYS_PYTHON))
    hidden = open_tree.folder.parent / "hidden"
    hidden.mkdir(mode=0o700)
    python = open_tree.folder / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to(shutil.copy(str(ANYBODYS_PYTHON), hidden))
    status, out, err = open_tree.run(python=str(ANYBODYS_PYTHON), user=NOBODY)
    assert (status, out) == (3, "")
    assert err == (
        "This account may not set up the program here. Copy the folder to one of your own, without its .venv.\n"
    )
