"""A lock as a process does it: the same process, with nothing of the old in memory, and every word where it was."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program.locking_child import WORDS
from tests.program.running import write_planned_vault
from trustplanner.starting import local_clock
from trustplanner.ui.kit.device_settings import VAULT_NAME

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60  # seconds


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot replace a process")
def test_words_and_cursor_are_there_in_the_process_after_the_lock(tmp_path: Path, new_vault_file: Path) -> None:
    homes = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    environment = os.environ | homes | {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(tmp_path)}
    write_planned_vault(new_vault_file, tmp_path / "data" / "trustplanner" / VAULT_NAME, local_clock())
    command = [sys.executable, "-m", "tests.program.locking_child"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    lines = [line.split(" ", 1) for line in done.stdout.splitlines()]
    pages = [rest.split() for kind, rest in lines if kind == "page"]
    fields = [rest for kind, rest in lines if kind == "field"]
    assert [name for name, _ in pages] == ["unlock_page", "unlock_page"], done.stderr
    assert len({process for _, process in pages}) == 1
    assert fields == [f"commitment_will_field {len(WORDS) - 1} {WORDS}"]
    assert not any(kind == "still" for kind, _ in lines)
    assert done.returncode == 0
