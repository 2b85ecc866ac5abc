"""Other processes for the tests: they come from one that has imported all it needs, so each starts in milliseconds.

They need `fork`, so the tests that use them run on Linux and macOS.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).resolve().parents[2]


class Child:
    """One process that does one thing; what it says comes line by line."""

    def __init__(self, server: "Children", pid: int) -> None:
        self._server = server
        self.pid = pid

    def line(self) -> str | None:
        """The next line it says; None when it has ended."""
        line = self._server.next_line()
        return None if line.startswith("ended ") else line

    def kill(self) -> None:
        """End it as a power cut would: at once, wherever it is."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def rest(self) -> list[str]:
        """What it says until it ends."""
        lines = []
        while (line := self.line()) is not None:
            lines.append(line)
        return lines


class Children:
    """The process the others come from. One child at a time."""

    def __enter__(self) -> Self:
        self._temporary = tempfile.TemporaryDirectory()  # whoever is killed leaves things lying about
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.storage.child_server"],
            cwd=ROOT,
            env={**os.environ, "TMPDIR": self._temporary.name},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with suppress(ProcessLookupError):  # a test that failed may have left its child running
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()
        self._temporary.cleanup()

    def start(self, what: str, **arguments: object) -> Child:
        """Start one of the functions of `child_server`."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"what": what, "arguments": arguments}) + "\n")
        self._process.stdin.flush()
        return Child(self, int(self.next_line().removeprefix("started ")))

    def run(self, what: str, **arguments: object) -> list[str]:
        """Start one and wait for its end."""
        return self.start(what, **arguments).rest()

    def next_line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the process the children come from has ended"
        return line.rstrip("\n")
