"""S1: from the start of the process to the first painted window, beside a bare window with a label."""

import tempfile
from pathlib import Path

from benchmarks.children import BARE_WINDOW, FIRST_WINDOW, run_child
from benchmarks.measuring import Measured, in_turns


def run() -> list[Measured]:
    """The lock screen of an existing file; its content is not looked at before it is unlocked."""
    with tempfile.TemporaryDirectory() as folder:
        vault = Path(folder) / "plan.vault"
        vault.write_bytes(bytes(4096))
        home = {"HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder, "XDG_CACHE_HOME": folder}
        return [
            in_turns(
                "S1",
                1.15,
                (
                    "process start to the painted lock screen",
                    lambda: run_child(FIRST_WINDOW, str(vault), environment=home),
                ),
                ("process start to a painted bare window", lambda: run_child(BARE_WINDOW, environment=home)),
                rounds=11,
            )
        ]
