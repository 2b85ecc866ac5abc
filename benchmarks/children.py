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

# Opens the real program on the vault of argv[1] and types its passphrase once everything is imported, as after the
# seconds a person takes to type. Prints what DONE asks for.
DRIVEN = """
import json, os, sys, time
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from trustplanner import app

passphrase, wanted = sys.argv[2], sys.argv[3]
marks, gaps = {}, []
now = lambda: (time.monotonic_ns() - int(os.environ["T0"])) / 1e6

class Painted(QObject):
    def __init__(self, parent, then):
        super().__init__(parent)
        self.then = then
        parent.installEventFilter(self)
    def eventFilter(self, watched, event):
        if self.then and event.type() == QEvent.Type.Paint:
            then, self.then = self.then, None
            QTimer.singleShot(0, then)
        return False

class Driven(app.Program):
    def _on_window_painted(self):
        marks["painted"] = now()
        self.watch_gaps()
        super()._on_window_painted()
        QTimer.singleShot(3000, self.enter)
    def watch_gaps(self):
        last = [now()]
        def tick():
            at = now()
            gaps.append((at - last[0], round(at)))
            last[0] = at
        self.ticks = QTimer(self, interval=1)
        self.ticks.timeout.connect(tick)
        self.ticks.start()
    def enter(self):
        field = self.window.page.findChild(object, "unlock_passphrase_field")
        field.setText(passphrase)
        marks["enter"] = now()
        field.returnPressed.emit()
    def _show_planner(self, workspace):
        super()._show_planner(workspace)
        Painted(self._planner, self.today_painted)
    def today_painted(self):
        marks["today"] = now()
        if wanted == "today":
            self.tell()
        else:
            QTimer.singleShot(2000, self.recovery)
    def recovery(self):
        from trustplanner.ui.kit.page import Destination
        marks["recovery"] = now()
        self._planner.go(Destination("recovery"))
        page = self._planner._page("recovery")
        def ready():
            if page.is_settled:
                marks["chart"] = now()
                self.tell()
            else:
                QTimer.singleShot(1, ready)
        ready()
    def tell(self):
        print(json.dumps({"marks": marks, "gaps": sorted(gaps, reverse=True)[:5]}), flush=True)
        os._exit(0)

app.Program = Driven
app.run(Path(sys.argv[1]))
"""

DERIVATION = """
import json, sys, time
from pathlib import Path
from nacl.bindings import crypto_pwhash_alg
from trustplanner.storage.keys import derive
with open(sys.argv[1], "rb") as file:
    salt = file.read(16)
began = time.monotonic_ns()
derive(sys.argv[2], salt)
print((time.monotonic_ns() - began) / 1e6)
"""
