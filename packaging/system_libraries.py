"""What the start script cannot get from Python: which Debian packages are missing, and how they are installed."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

LIST = Path(__file__).with_name("system_libraries.txt")


def missing_packages(*, screen: bool, venv: bool) -> list[str]:
    """Debian packages this machine lacks, all in one list so that a person is asked once.

    `screen` asks for what only windows need, `venv` for what makes a virtual environment.
    """
    if not sys.platform.startswith("linux"):
        return []
    lines = LIST.read_text(encoding="utf-8").splitlines()
    wanted = [line.split() for line in lines if line and not line.startswith("#")]
    missing = [package for library, package, when in wanted if (screen or when == "always") and not can_load(library)]
    importlib.invalidate_caches()  # another start may have installed it in the meantime
    if venv and importlib.util.find_spec("ensurepip") is None:  # Debian ships it apart
        missing.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    return missing


def can_load(library: str) -> bool:
    """Whether the system finds this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def what_to_do_about(packages: list[str]) -> str:
    """What a person has to do first; empty if apt-get may be asked to install them."""
    if not shutil.which("apt-get"):
        return f"Some system libraries are missing. By their Debian names: {' '.join(packages)}"
    if os.geteuid() != 0 or os.environ.get("TRUSTPLANNER_NO_SYSTEM_PACKAGES"):
        line = f"sudo apt-get install -y {' '.join(packages)}"
        return f"Some system libraries are missing. Please run this once, then repeat your command:\n\n    {line}\n"
    return ""


def could_install(packages: list[str]) -> bool:
    """Install with apt-get, which tells itself why it could not; waits for whoever else installs."""
    if not packages:
        return True
    print(f"Installing system libraries with apt-get: {' '.join(packages)}", file=sys.stderr, flush=True)
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL}
    apt = [str(shutil.which("apt-get")), "-o", "DPkg::Lock::Timeout=600", "-qq"]
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    if subprocess.call(install, **quiet, stderr=subprocess.DEVNULL) == 0:
        return True
    subprocess.call([*apt, "update"], **quiet)
    return subprocess.call(install, **quiet) == 0
