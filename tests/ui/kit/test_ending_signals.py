"""A log-out or Ctrl+C closes the window as on any other day, instead of killing the process."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows asks windows to close")

WAIT_TO_BE_ASKED = """
import signal, sys
from PySide6.QtCore import QCoreApplication, QTimer
from trustplanner.ui.kit.ending_signals import EndingSignals
if sys.argv[1] == "nohup":
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
app = QCoreApplication([])
signals = EndingSignals(app)
def asked():
    print("asked", flush=True)
    app.quit()
signals.asked.connect(asked)
QTimer.singleShot(0, lambda: print("ready", flush=True))
QTimer.singleShot(20_000, app.quit)
app.exec()
"""


def said_after(kinds: list[signal.Signals], how: str = "") -> tuple[list[str], int]:
    command = [sys.executable, "-c", WAIT_TO_BE_ASKED, how]
    with subprocess.Popen(command, cwd=ROOT, env=os.environ, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        for kind in kinds:
            process.send_signal(kind)
        return process.stdout.read().splitlines(), process.wait()


@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_the_window_is_asked_to_close(kind: signal.Signals) -> None:
    assert said_after([kind]) == (["asked"], 0)


def test_what_the_starter_wants_ignored_stays_ignored() -> None:
    assert said_after([signal.SIGHUP, signal.SIGTERM], "nohup") == (["asked"], 0)
