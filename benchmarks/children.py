"""Small programs that a benchmark starts: each prints one line of milliseconds and ends at once."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


def run_child(code: str, *arguments: str, environment: Mapping[str, str] | None = None) -> Any:
    """Start Python with `code`; it finds the start of its process in `T0` and prints JSON."""
    began = time.monotonic_ns()
    child = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), "T0": str(began), **(environment or {})},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    if child.returncode:
        raise RuntimeError(child.stderr)
    return json.loads(child.stdout.splitlines()[-1])


BARE_WINDOW = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget, QVBoxLayout
app = QApplication([])
window = QWidget()
window.resize(1280, 800)
QVBoxLayout(window).addWidget(QLabel("Trustplanner"))
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, done)
        return False
def done():
    print((time.monotonic_ns() - int(os.environ["T0"])) / 1e6, flush=True)
    os._exit(0)
painted = Painted()
window.installEventFilter(painted)
window.show()
app.exec()
"""

FIRST_WINDOW = """
import os, sys, time
from pathlib import Path
from trustplanner import app
from PySide6.QtCore import QTimer
class Timed(app.Program):
    def _on_window_painted(self):
        QTimer.singleShot(0, self.tell)
    def tell(self):
        print((time.monotonic_ns() - int(os.environ["T0"])) / 1e6, flush=True)
        os._exit(0)
app.Program = Timed
app.run(Path(sys.argv[1]))
"""
