"""How the program begins, and begins again: what is handed over, and the folders of demos that come and go."""

import json
import os
import subprocess
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest

from trustplanner.starting import (
    DEMO_FOLDER,
    DEMO_HOLD,
    DEMO_VAULT,
    RESUME,
    Start,
    begun_with,
    clear_demo,
    clear_left_behind_demos,
    hold_demo,
    local_clock,
    make_demo_folder,
    resumed,
)

ROOT = Path(__file__).resolve().parents[1]

BEGIN_AGAIN = """
import os, sys
from trustplanner.starting import Start, replace_process, resumed
start = resumed()
print(os.getpid(), start, sys.argv[1:], flush=True)
if start is None:
    replace_process(Start("/somewhere/plan.vault", note="not_moved", geometry="AdnQ"))
"""

HOLD = """
import sys
from pathlib import Path
from trustplanner.starting import hold_demo
print(hold_demo(Path(sys.argv[1])), flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def left_behind(temporary: Path, name: str = "x") -> Path:
    """A demo whose program was killed."""
    folder = temporary / f"{DEMO_FOLDER}{name}"
    folder.mkdir()
    (folder / DEMO_VAULT).write_bytes(b"a demo")
    (folder / DEMO_HOLD).touch()
    return folder


def test_the_process_is_replaced_by_one_that_knows_what_was_handed_over() -> None:
    command = [sys.executable, "-c", BEGIN_AGAIN, "--demo"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    first, second = done.stdout.splitlines()
    assert first.split()[1:] == ["None", "['--demo']"]
    start = Start("/somewhere/plan.vault", note="not_moved", geometry="AdnQ")
    assert second.partition(" ")[2] == f"{start} []"
    assert first.split()[0] == second.split()[0], "the same process, with nothing of the old in memory"


@pytest.mark.parametrize("handed_over", ["", "no json", "[]", '{"vault": "x", "another": 1}', "null"])
def test_what_was_not_handed_over_by_this_program_is_a_fresh_start(
    monkeypatch: pytest.MonkeyPatch, handed_over: str
) -> None:
    monkeypatch.setenv(RESUME, handed_over)
    assert resumed() is None
    assert RESUME not in os.environ


def test_what_was_handed_over_is_taken_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(RESUME, json.dumps({"vault": "/somewhere/plan.vault", "is_demo": True}))
    assert resumed() == Start("/somewhere/plan.vault", is_demo=True)
    assert resumed() is None


def test_the_program_begins_again_as_it_was_begun_without_its_own_options(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "orig_argv", ["python3", "-X", "utf8", "-m", "trustplanner", "--vault", "plan.vault"])
    monkeypatch.setattr(sys, "argv", ["/somewhere/__main__.py", "--vault", "plan.vault"])
    assert begun_with() == ["-X", "utf8", "-m", "trustplanner"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert begun_with() == []


def test_a_demo_of_a_killed_program_is_cleared_and_a_held_one_stays(temporary: Path) -> None:
    left, held = left_behind(temporary), make_demo_folder()
    (held / DEMO_VAULT).write_bytes(b"a demo")
    clear_left_behind_demos()
    assert (left.exists(), (held / DEMO_VAULT).exists()) == (False, True)
    clear_demo(held / DEMO_VAULT)
    assert list(temporary.iterdir()) == []


def test_a_demo_is_private(temporary: Path) -> None:
    folder = make_demo_folder()
    assert folder.parent == temporary
    assert folder.stat().st_mode & 0o077 == 0


def test_a_demo_that_another_process_holds_cannot_be_held_twice(temporary: Path) -> None:
    folder = left_behind(temporary)
    command = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        assert not hold_demo(folder)
        clear_left_behind_demos()
        assert folder.exists()
        other.kill()
    clear_left_behind_demos()
    assert not folder.exists()


def test_nothing_that_is_no_demo_is_cleared(temporary: Path, tmp_path: Path) -> None:
    other = tmp_path / "mine"
    other.mkdir()
    (other / "letter.txt").write_text("dear Ana")
    clear_demo(other / "plan.vault")
    (temporary / f"{DEMO_FOLDER}file").write_text("a file")
    (temporary / f"{DEMO_FOLDER}link").symlink_to(other)
    clear_left_behind_demos()
    clear_demo(temporary / f"{DEMO_FOLDER}link" / DEMO_VAULT)
    assert [path.name for path in other.iterdir()] == ["letter.txt"]
    assert sorted(path.name for path in temporary.iterdir()) == [f"{DEMO_FOLDER}file", f"{DEMO_FOLDER}link"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no zone of a process")
def test_the_clock_goes_along_when_the_computer_comes_to_another_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    for zone, hours in (("Pacific/Honolulu", -10), ("Asia/Tokyo", 9), ("UTC", 0)):
        monkeypatch.setenv("TZ", zone)
        assert local_clock().utcoffset() == timedelta(hours=hours)
    monkeypatch.undo()
    local_clock()  # the process is where it was
