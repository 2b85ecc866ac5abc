"""How the program begins, and how it begins again after a lock: in a new process with nothing of the old in memory.

What only a demo or a lock needs is imported where it is used: the first window does without.
"""

import os
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

RESUME = "TRUSTPLANNER_RESUME"
DEMO_FOLDER = "trustplanner-demo-"
DEMO_VAULT = "demo.vault"
DEMO_PASSPHRASE = "demo"  # noqa: S105  (shown on the demo's unlock screen)


@dataclass(frozen=True, slots=True)
class Start:
    """Which vault to begin with, and what a locked window left behind.

    `vault` is a path, or empty for the place in the settings. `geometry` is Qt's notation of the window's place in
    base64, `note` the code of an error to tell on the lock screen. Nothing here is private.
    """

    vault: str = ""
    is_demo: bool = False
    geometry: str = ""
    note: str = ""


def local_clock() -> datetime:
    """The moment, in the zone of the wall clock."""
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
    """End this process and its memory, and begin again with the lock screen."""
    import json

    command = [sys.executable, "-m", "trustplanner"]
    if getattr(sys, "frozen", False):
        command = [sys.executable]
    environment = os.environ | {RESUME: json.dumps(asdict(start))}
    if sys.platform == "win32":
        import subprocess

        # Windows has no exec: the new process begins, this one ends.
        subprocess.Popen(command, env=environment)  # noqa: S603  (our own program)
        os._exit(0)
    os.execve(sys.executable, command, environment)  # noqa: S606  (no shell is wanted)


def make_demo_folder() -> Path:
    """A private temporary folder for a demo vault."""
    import tempfile

    return Path(tempfile.mkdtemp(prefix=DEMO_FOLDER))


def clear_demo(vault: Path) -> None:
    """Remove a demo with everything beside it."""
    import shutil

    if vault.parent.name.startswith(DEMO_FOLDER):
        shutil.rmtree(vault.parent, ignore_errors=True)


def left_behind_demos() -> list[Path]:
    """Demo vaults in the temporary folder, for the next start to clear unless another window holds them."""
    import tempfile

    return sorted(Path(tempfile.gettempdir()).glob(f"{DEMO_FOLDER}*/{DEMO_VAULT}"))
