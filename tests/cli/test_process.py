"""The real program as its own process: exit statuses, streams, a terminal, and what it does not do."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.full_vault import PASSPHRASE
from trustplanner import terminal
from trustplanner.starting import RESUME, local_clock

PROGRAM = (sys.executable, "-m", "trustplanner")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def environment(passphrase_file: Path) -> dict[str, str]:
    shown = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", RESUME)}
    shown.pop("QT_QPA_PLATFORM", None)
    return shown | {"TRUSTPLANNER_PASSPHRASE_FILE": str(passphrase_file), "PYTHONPATH": str(ROOT)}


def program(environment: dict[str, str], *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )


def test_exit_statuses_and_streams(environment: dict[str, str], vault_file: Path, passphrase_file: Path) -> None:
    sound = program(environment, "check", vault_file)
    assert (sound.returncode, sound.stderr) == (0, "")
    assert "all verified" in sound.stdout
    for status, arguments in (
        (2, ("walk",)),
        (4, ("record", passphrase_file)),
        (5, ("record", vault_file.with_name("nothing"))),
    ):
        ended = program(environment, *arguments)
        assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (status, "", 1)
    passphrase_file.write_text("something else", encoding="utf-8")
    assert program(environment, "record", vault_file).returncode == 3


def test_a_whole_round_in_separate_processes(environment: dict[str, str], vault_file: Path) -> None:
    folder = vault_file.parent
    for arguments in (
        ("export", vault_file, "-o", folder / "plan.json"),
        ("import", folder / "plan.json", "--into", folder / "new.vault"),
        ("check", folder / "new.vault"),
    ):
        ended = program(environment, *arguments)
        assert (ended.returncode, ended.stderr) == (0, "")
    records = [program(environment, "record", folder / name, "--json").stdout for name in ("full.vault", "new.vault")]
    assert json.loads(records[0]) == json.loads(records[1])


def test_no_window_without_a_screen(environment: dict[str, str]) -> None:
    for arguments in ((), ("--demo",), ("--vault", "mine.vault")):
        ended = program(environment, *arguments)
        assert ended.stdout == ""
        assert ended.stderr.startswith("There is no screen")
        assert ended.returncode == 5


def test_a_start_of_the_window_loads_neither_commands_nor_database(environment: dict[str, str]) -> None:
    ended = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "trustplanner"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    imported = [line.rpartition("|")[2].strip() for line in ended.stderr.splitlines() if line.startswith("import time")]
    until_refused = imported[: imported.index("trustplanner.terminal")]
    assert "trustplanner.app" in imported
    for heavy in (
        "trustplanner.cli",
        "sqlalchemy",
        "sqlcipher3",
        "matplotlib",
        "numpy",
        "alembic",
        "nacl",
        "icalendar",
    ):
        assert heavy not in until_refused


def test_a_reader_that_has_seen_enough_is_no_error(environment: dict[str, str], vault_file: Path) -> None:
    for arguments, statuses in ((("record", str(vault_file)), {141}), (("--help",), {0, 141})):
        reader, writer = os.pipe()
        os.close(reader)
        ended = subprocess.run(
            [*PROGRAM, *arguments], env=environment, stdout=writer, stderr=subprocess.PIPE, check=False
        )
        os.close(writer)
        assert ended.returncode in statuses
        assert ended.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_the_output_is_named(environment: dict[str, str], vault_file: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [*PROGRAM, "record", str(vault_file)], env=environment, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert ended.returncode == 5
    assert ended.stderr.startswith(b"The disk is full")
    assert ended.stderr.count(b"\n") == 1


def test_an_output_without_unicode_loses_no_line(environment: dict[str, str], vault_file: Path) -> None:
    ended = program(environment | {"PYTHONIOENCODING": "ascii"}, "record", vault_file)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert r"\u201cHome by six\u201d" in ended.stdout


# Typing a passphrase


class Typist:
    """The program at a terminal of its own, and somebody who types."""

    def __init__(self, environment: dict[str, str], *arguments: object) -> None:
        self._end, other = pty.openpty()
        self.process = subprocess.Popen(
            [*PROGRAM, *map(str, arguments)],
            env={name: value for name, value in environment.items() if name != "TRUSTPLANNER_PASSPHRASE_FILE"},
            stdin=other,
            stdout=other,
            stderr=other,
            start_new_session=True,
        )
        os.close(other)
        self.screen = ""

    def wait_for(self, words: str) -> None:
        while words not in self.screen:
            self.screen += os.read(self._end, 4096).decode()

    def type(self, words: str) -> None:
        os.write(self._end, f"{words}\n".encode())

    def end(self) -> int:
        """Its exit status; the screen then holds all it said."""
        while True:
            try:
                said = os.read(self._end, 4096)
            except OSError:  # the other end is closed
                break
            if not said:
                break
            self.screen += said.decode()
        return self.process.wait()

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._end)


@pytest.fixture
def typists() -> Iterator[list[Typist]]:
    started: list[Typist] = []
    yield started
    for typist in started:
        typist.close()


def test_a_passphrase_is_typed_without_being_shown(
    environment: dict[str, str], vault_file: Path, typists: list[Typist]
) -> None:
    typist = Typist(environment, "check", vault_file)
    typists.append(typist)
    typist.wait_for("Passphrase: ")
    typist.type(PASSPHRASE)
    assert typist.end() == 0
    assert "all verified" in typist.screen
    assert PASSPHRASE not in typist.screen


def test_a_new_passphrase_is_typed_twice(environment: dict[str, str], vault_file: Path, typists: list[Typist]) -> None:
    archive, target = vault_file.with_name("plan.json"), vault_file.with_name("new.vault")
    program(environment, "export", vault_file, "-o", archive)
    for again, status in (("another", 2), (PASSPHRASE, 0)):
        typist = Typist(environment, "import", archive, "--into", target)
        typists.append(typist)
        typist.wait_for("Passphrase: ")
        typist.type(PASSPHRASE)
        typist.wait_for("again: ")
        typist.type(again)
        assert typist.end() == status
        assert target.exists() is (status == 0)
    assert program(environment, "check", target).returncode == 0


def test_ctrl_c_and_ctrl_d_end_quietly(environment: dict[str, str], vault_file: Path, typists: list[Typist]) -> None:
    interrupted = Typist(environment, "check", vault_file)
    typists.append(interrupted)
    interrupted.wait_for("Passphrase: ")
    interrupted.process.send_signal(signal.SIGINT)
    assert interrupted.end() == 130
    assert "Traceback" not in interrupted.screen
    ended = Typist(environment, "check", vault_file)
    typists.append(ended)
    ended.wait_for("Passphrase: ")
    time.sleep(0.1)  # until the terminal no longer echoes, or the letter would be read as one
    ended.type("\x04")
    assert ended.end() == 2
    assert "No passphrase was given" in ended.screen


# What it does not do


LISTENING = """
import sys
seen = []
sys.addaudithook(lambda event, _: seen.append(event) if event.startswith("socket.") else None)
from trustplanner import cli
statuses = [cli.main(line.split(" ")) for line in sys.stdin.read().splitlines()]
sys.stderr.write(f"{statuses} {seen}")
"""


def test_no_command_opens_a_socket(environment: dict[str, str], vault_file: Path) -> None:
    folder = vault_file.parent
    lines = [
        f"check {vault_file}",
        f"record {vault_file}",
        f"chart {vault_file} -o {folder}/chart.png",
        f"export {vault_file} -o {folder}/plan.json",
        f"export {vault_file} -o {folder}/tables.zip",
        f"export {vault_file} -o {folder}/days.ics",
        f"import {folder}/plan.json --into {folder}/new.vault",
        f"demo -o {folder}/demo.vault",
        "walk",
    ]
    ended = subprocess.run(
        [sys.executable, "-c", LISTENING],
        env=environment,
        input="\n".join(lines),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.stderr.splitlines()[-1] == "[0, 0, 0, 0, 0, 0, 0, 0, 2] []"


def test_the_listener_would_hear_a_socket(environment: dict[str, str]) -> None:
    opening = LISTENING.replace("statuses = ", "import socket; socket.socket().close(); statuses = ")
    ended = subprocess.run(
        [sys.executable, "-c", opening], env=environment, input="", capture_output=True, text=True, check=False
    )
    assert ended.stderr == "[] ['socket.__new__']"


def test_an_error_nobody_expected_is_one_sentence_and_leaves_its_place_but_no_word_in_the_log(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    with pytest.raises(ValueError, match="Ana") as raised:
        int("what I wrote to Ana")
    assert terminal.tell(raised.value, local_clock) == terminal.UNEXPECTED == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"{terminal.UNEXPECTED_SENTENCE}\n")
    log = tmp_path / "trustplanner" / "errors.log"
    written = log.read_text(encoding="utf-8")
    assert "builtins.ValueError" in written
    assert f"{__name__}.test_an_error_nobody_expected" in written
    assert "Ana" not in written
    assert log.stat().st_mode & 0o777 == 0o600
