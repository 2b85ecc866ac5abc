#!/usr/bin/env python3
"""Set up Trustplanner on this machine and start it, or run its tests.

    python3 packaging/start.py [arguments of the program]    for example --demo
    python3 packaging/start.py test [arguments of pytest]
    python3 packaging/start.py benchmark [names]             the speed figures, each beside its limit
    python3 packaging/start.py pictures FOLDER               a picture of every screen

Needs nothing but Python. What the program needs is installed into .venv beside this checkout, pinned and checked by
hash; the few system libraries Qt needs are installed with apt-get if you are root and named in one line if you are not.
Set TRUSTPLANNER_NO_SYSTEM_PACKAGES=1 to have them named only.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from system_libraries import could_install, missing_packages, what_to_do_about

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"
OLDEST_PYTHON = (3, 11)
DEVELOPER_COMMANDS = {
    "test": ["-m", "pytest"],
    "benchmark": ["-m", "benchmarks"],
    "pictures": ["packaging/pictures.py"],
}
ON_EVERY_CORE = ["-n", "auto", "--dist", "worksteal"]  # worth its start only for all tests together


def stop(sentence: str, status: int = 3) -> NoReturn:
    """Say one plain sentence and end."""
    print(sentence, file=sys.stderr)
    sys.exit(status)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two starts at once wait for each other instead of writing the same folder."""
    if os.name == "nt":
        yield
        return
    import fcntl

    try:
        handle = (ROOT / ".venv.lock").open("w")
    except OSError:
        stop("This account may not set up the program here. Copy the folder to one of your own, without its .venv.")
    with handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def is_made() -> bool:
    """Whether .venv was made to its end, with this Python, and this account may run it."""
    return bool(list(VENV.glob("stamp-*"))) and says(VENV / "pyvenv.cfg", f"\nversion = {PYTHON}.")


def says(file: Path, words: str) -> bool:
    """Whether a file of .venv holds these words, and this account may run the Python there."""
    try:
        return words in file.read_text(encoding="utf-8") and os.access(VENV_PYTHON, os.X_OK)
    except OSError:
        return False


def stamp_of(lock: Path) -> tuple[Path, str]:
    """The file that says what is installed, and what it says once that is what the lock pins."""
    return VENV / f"stamp-{lock.stem}", hashlib.sha256(f"{PYTHON} ".encode() + lock.read_bytes()).hexdigest()


def install_python_packages(lock: Path) -> None:
    """Make .venv hold exactly what the lock pins."""
    if not is_made():
        print(f"Making {VENV.name} with Python {sys.version.split()[0]}", file=sys.stderr, flush=True)
        shutil.rmtree(VENV, ignore_errors=True)
        make = [sys._base_executable, "-m", "venv", str(VENV)]  # noqa: SLF001  (the one that runs may be gone now)
        made = subprocess.run(make, capture_output=True, text=True, check=False)
        if made.returncode != 0:
            stop(f"{made.stdout}{made.stderr}Python could not make a virtual environment; its message stands above.")
        (VENV / "stamp-made").touch()  # without any stamp the making was interrupted
    print(f"Installing the packages of {lock.name}, each checked by its hash", file=sys.stderr, flush=True)
    pip = [str(VENV_PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--no-user", "--no-compile"]
    pip += ["--require-hashes", "--only-binary", ":all:", *([] if sys.stderr.isatty() else ["-q"]), "-r", str(lock)]
    if subprocess.call(pip, stdout=sys.stderr) != 0:
        stop("The packages could not be installed; the message of pip stands above.")
    compile_what_is_imported()
    stamp, wanted = stamp_of(lock)
    stamp.write_text(wanted, encoding="utf-8")


def compile_what_is_imported() -> None:
    """Import the program once, for a fast first start; pip would compile far more. The start says why if this fails."""
    modules = "trustplanner.app, trustplanner.ui.screens.main_window, trustplanner.charts.figure, trustplanner.cli"
    quiet = {"env": {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}, "capture_output": True}
    subprocess.run([str(VENV_PYTHON), "-c", f"import {modules}"], **quiet, check=False)


def set_up(lock: Path, *, screen: bool) -> None:
    """Install what is missing; nothing is written, and no other start waited for, when nothing is."""
    needs_venv = not says(*stamp_of(lock)) and not is_made()
    missing = missing_packages(screen=screen, venv=needs_venv)
    if missing and (to_do := what_to_do_about(missing)):
        stop(to_do)
    if not missing and says(*stamp_of(lock)):
        return
    with one_at_a_time():  # another start may have done it all in the meantime
        if not could_install(missing_packages(screen=screen, venv=needs_venv)):
            stop("apt-get could not install them; its message stands above.")
        if not says(*stamp_of(lock)):
            install_python_packages(lock)


def go_on_as(command: list[str], environment: dict[str, str]) -> int:
    """Become this command, so that a Ctrl+C is its own matter; Windows can only wait for its exit status."""
    if os.name != "nt":
        os.execve(command[0], command, environment)  # noqa: S606  (no shell is wanted)
    return subprocess.call(command, env=environment)


def main(arguments: list[str]) -> int:
    """Set up, then run the program or its tests; returns their exit status."""
    if sys.version_info < OLDEST_PYTHON:
        stop(f"Trustplanner needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    for_developers = DEVELOPER_COMMANDS.get(arguments[0]) if arguments else None
    set_up(ROOT / "packaging" / "locks" / ("dev.txt" if for_developers else "run.txt"), screen=for_developers is None)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    if not for_developers:
        return go_on_as([str(VENV_PYTHON), "-m", "trustplanner", *arguments], environment)
    os.chdir(ROOT)
    further = ON_EVERY_CORE if arguments == ["test"] else arguments[1:]
    return go_on_as([str(VENV_PYTHON), *for_developers, *further], {"QT_QPA_PLATFORM": "offscreen", **environment})


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        stop("Stopped before the end; the next start goes on with it.", 130)
