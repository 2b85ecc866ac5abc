"""How the program begins, and how it begins again after a lock: in a new process with nothing of the old in memory.

What only a demo or a lock needs is imported where it is used: the first window does without.
"""

import os
import sys
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

RESUME = "TRUSTPLANNER_RESUME"
DEMO_FOLDER = "trustplanner-demo-"
DEMO_VAULT = "demo.vault"
DEMO_HOLD = "in use"
DEMO_PASSPHRASE = "demo"  # noqa: S105  (shown on the demo's unlock screen)


@dataclass(frozen=True, slots=True)
class Start:
    """Which vault to begin with, and what a process that was replaced left behind.

    `vault` is a path, or empty for the place in the settings. `geometry` is Qt's notation of the window's place in
    base64, `note` the code of an error to tell on the first page, `is_deleted` that there is nothing to open any more,
    `is_minimised` that the window was made small.
    Nothing here is private.
    """

    vault: str = ""
    is_demo: bool = False
    geometry: str = ""
    note: str = ""
    is_deleted: bool = False
    is_minimised: bool = False


def local_clock() -> datetime:
    """The moment, in the zone that the computer has now: a person may travel while the program stays open."""
    if sys.platform != "win32":
        time.tzset()  # else the C library stays in the zone in which the process began
    return datetime.now(UTC).astimezone()


def resumed() -> Start | None:
    """What the process before this one handed over, once; None for a fresh start."""
    handed_over = os.environ.pop(RESUME, "")
    if not handed_over:
        return None
    import json

    try:
        return Start(**json.loads(handed_over))
    except (ValueError, TypeError):
        return None


def replace_process(start: Start) -> NoReturn:
    """End this process and its memory, and begin again with the first page. If that is impossible, only end."""
    import json

    environment = os.environ | {RESUME: json.dumps(asdict(start))}
    command = [sys.executable, *begun_with()]
    try:
        if sys.platform == "win32":
            import subprocess

            # Windows has no exec: the new process begins, this one ends.
            subprocess.Popen(command, env=environment)  # noqa: S603  (our own program)
        else:
            os.execve(sys.executable, command, environment)  # noqa: S606  (no shell is wanted)
    finally:
        os._exit(0 if sys.platform == "win32" else 1)


def begun_with() -> list[str]:
    """What followed the interpreter when this process was begun, but for the program's own arguments.

    To begin again in the same way also finds the same program again, whatever lies in the present folder.
    """
    if getattr(sys, "frozen", False):
        return []
    return sys.orig_argv[1 : len(sys.orig_argv) - len(sys.argv[1:])]


# --- the demo's folder


def make_demo_folder() -> Path:
    """A private temporary folder for a demo vault, which no other start clears while this window is there."""
    import tempfile

    while True:
        folder = Path(tempfile.mkdtemp(prefix=DEMO_FOLDER))
        if hold_demo(folder):
            return folder


def hold_demo(folder: Path) -> bool:
    """Keep other starts from clearing a demo until this process ends; the hold passes on to one that replaces it.

    Returns False if somebody, perhaps the process before this one, holds it already.
    """
    handle = _take(folder)
    if handle is None:
        return False
    os.set_inheritable(handle, True)
    return True


def clear_demo(vault: Path) -> None:
    """Remove a demo with everything beside it."""
    import shutil

    if vault.parent.name.startswith(DEMO_FOLDER) and not vault.parent.is_symlink():
        shutil.rmtree(vault.parent, ignore_errors=True)


def clear_left_behind_demos() -> None:
    """Remove the demos in the temporary folder that no window holds: their program was killed."""
    import shutil
    import tempfile

    for folder in Path(tempfile.gettempdir()).glob(f"{DEMO_FOLDER}*"):
        handle = None if folder.is_symlink() else _take(folder)  # a link leads to something of somebody
        if handle is not None:
            shutil.rmtree(folder, ignore_errors=True)
            os.close(handle)
            shutil.rmtree(folder, ignore_errors=True)  # Windows keeps a file that is open


def _take(folder: Path) -> int | None:
    """Hold a demo's folder; None if it is held, gone, or somebody else's."""
    no_follow = getattr(os, "O_NOFOLLOW", 0)
    try:
        handle = os.open(folder / DEMO_HOLD, os.O_RDWR | os.O_CREAT | no_follow, 0o600)
    except OSError:
        return None
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(handle), (folder / DEMO_HOLD).stat(follow_symlinks=False)):
            return handle
    except OSError:
        pass
    os.close(handle)
    return None
