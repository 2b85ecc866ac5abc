#!/usr/bin/env python3
"""Set up Trustplanner on this machine and start it, or run its tests.

    python3 packaging/start.py [arguments of the program]    for example --demo
    python3 packaging/start.py test [arguments of pytest]
    python3 packaging/start.py benchmark [names]             the speed figures, each beside its limit
    python3 packaging/start.py pictures FOLDER               a picture of every screen

Needs nothing but Python. What the program needs is installed into .venv beside this checkout, pinned and
checked by hash; the few system libraries Qt needs are installed with apt-get if you are root and named in
one line if you are not. Set TRUSTPLANNER_NO_SYSTEM_PACKAGES=1 to have them named only.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
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


def say(sentence: str) -> None:
    """Tell what happens next, where the person sees it and a pipe does not."""
    print(sentence, file=sys.stderr, flush=True)


def can_load(library: str) -> bool:
    """Whether the system finds this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_system_packages(*, screen: bool) -> list[str]:
    """Debian packages this machine lacks, all in one list so that a person is asked once."""
    if not sys.platform.startswith("linux"):
        return []
    lines = (ROOT / "packaging" / "system_libraries.txt").read_text(encoding="utf-8").splitlines()
    wanted = [line.split() for line in lines if line and not line.startswith("#")]
    missing = [package for library, package, when in wanted if (screen or when == "always") and not can_load(library)]
    if not VENV_PYTHON.exists():
        try:
            import ensurepip  # noqa: F401  (only whether it is there matters: Debian ships it apart)
        except ImportError:
            missing.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    return missing


def install_system_packages(packages: list[str]) -> None:
    """Install with apt-get as root, otherwise name the one command to run."""
    line = f"sudo apt-get install -y {' '.join(packages)}"
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not shutil.which("apt-get"):
        stop(f"Some system libraries are missing. By their Debian names: {' '.join(packages)}")
    if not as_root or os.environ.get("TRUSTPLANNER_NO_SYSTEM_PACKAGES"):
        stop(f"Some system libraries are missing. Please run this once, then repeat your command:\n\n    {line}\n")
    say(f"Installing system libraries with apt-get: {' '.join(packages)}")
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL}
    apt = str(shutil.which("apt-get"))
    install = [apt, "install", "-y", "-qq", "--no-install-recommends", *packages]
    if subprocess.call(install, **quiet, stderr=subprocess.DEVNULL) != 0:
        subprocess.call([apt, "update", "-qq"], **quiet)
        if subprocess.call(install, **quiet) != 0:
            stop("apt-get could not install them; its message stands above.")


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two starts at once wait for each other instead of writing the same folder."""
    if os.name == "nt":
        yield
        return
    import fcntl

    with (ROOT / ".venv.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def install_python_packages(lock: Path) -> None:
    """Make .venv hold exactly what the lock pins; skipped when its stamp says so already."""
    stamp = VENV / f"stamp-{lock.stem}"
    key = f"{sys.version_info[0]}.{sys.version_info[1]} ".encode() + lock.read_bytes()
    want = hashlib.sha256(key).hexdigest()
    if VENV_PYTHON.exists() and stamp.exists() and stamp.read_text() == want:
        return
    if not VENV_PYTHON.exists() or f"{sys.version_info[0]}.{sys.version_info[1]}" != venv_version():
        say(f"Making {VENV.name} with Python {sys.version.split()[0]}")
        shutil.rmtree(VENV, ignore_errors=True)
        if subprocess.call([sys.executable, "-m", "venv", str(VENV)]) != 0:
            shutil.rmtree(VENV, ignore_errors=True)
            stop("Python could not make a virtual environment; its message stands above.")
    say(f"Installing the packages of {lock.name}, each checked by its hash")
    pip = [str(VENV_PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--no-compile"]
    pip += ["--require-hashes", "--only-binary", ":all:", "-r", str(lock)]
    pip += [] if sys.stderr.isatty() else ["-q"]
    if subprocess.call(pip, stdout=sys.stderr) != 0:
        stop("The packages could not be installed; the message of pip stands above.")
    compile_what_is_imported()
    stamp.write_text(want)


def compile_what_is_imported() -> None:
    """Import the program once, so that Python keeps compiled files of what it needs and of nothing else.

    pip would compile everything, which takes longer than all the rest; without any of it the first start would be
    several times slower than the second. If this fails, the start itself will say why.
    """
    modules = "trustplanner.app, trustplanner.ui.screens.main_window, trustplanner.charts.figure, trustplanner.cli"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    subprocess.call(
        [str(VENV_PYTHON), "-c", f"import {modules}"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def venv_version() -> str:
    """The Python version .venv was made with, as major.minor; empty if it cannot be told."""
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    result = subprocess.run([str(VENV_PYTHON), "-c", code], capture_output=True, text=True, check=False)
    return result.stdout.strip()


def main(arguments: list[str]) -> int:
    """Set up, then run the program or its tests; returns their exit status."""
    if sys.version_info < OLDEST_PYTHON:
        stop(f"Trustplanner needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    for_developers = DEVELOPER_COMMANDS.get(arguments[0]) if arguments else None
    missing = missing_system_packages(screen=for_developers is None)
    if missing:
        install_system_packages(missing)
    with one_at_a_time():
        install_python_packages(ROOT / "packaging" / "locks" / ("dev.txt" if for_developers else "run.txt"))
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    if for_developers:
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        further = ON_EVERY_CORE if arguments == ["test"] else arguments[1:]
        return subprocess.call([str(VENV_PYTHON), *for_developers, *further], env=environment, cwd=ROOT)
    return subprocess.call([str(VENV_PYTHON), "-m", "trustplanner", *arguments], env=environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
