"""What is imported on a thread while the person types."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from trustplanner.ui.kit.warm_up import WarmUp

ROOT = Path(__file__).resolve().parents[3]
MODULE = "warmed_by_a_test"
# A process of its own: in that of the tests every type of Qt is made already.
STARTING = f"""
import sys
from PySide6.QtWidgets import QApplication
from trustplanner.ui.kit.warm_up import WarmUp
app = QApplication([])
warm_up = WarmUp(app)
warm_up.start(["{MODULE}"])
while "{MODULE}" not in sys.modules:
    app.processEvents()
warm_up.wait()
"""
# What the thread finds when it begins: PySide's types stand in the module once they are made.
FINDING = """
import threading
from PySide6 import QtCore, QtGui, QtWidgets
print(threading.current_thread().name)
for module in (QtCore, QtGui, QtWidgets):
    print(sorted(set(dir(module)) - set(vars(module))))
"""


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A module that only this test can import."""
    file = tmp_path / f"{MODULE}.py"
    file.write_text("import threading\nname = threading.current_thread().name\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, MODULE, raising=False)
    return file


def test_every_type_of_qt_is_made_before_the_thread_begins(module: Path) -> None:
    module.write_text(FINDING)
    ran = subprocess.run(
        [sys.executable, "-c", STARTING],
        env={"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": f"{ROOT}:{module.parent}"},
        capture_output=True,
        check=True,
        text=True,
    )
    assert ran.stdout.splitlines() == ["warm-up", "[]", "[]", "[]"]


@pytest.mark.usefixtures("module")
def test_the_modules_are_imported_on_the_thread(qapp: QObject, qtbot: QtBot) -> None:
    warm_up = WarmUp(qapp)
    warm_up.start([MODULE])
    assert MODULE not in sys.modules
    qtbot.waitUntil(lambda: MODULE in sys.modules)
    warm_up.wait()
    assert sys.modules[MODULE].name == "warm-up"
    warm_up.deleteLater()


@pytest.mark.usefixtures("module")
def test_waiting_leaves_nothing_to_import(qapp: QObject) -> None:
    warm_up = WarmUp(qapp)
    warm_up.start([MODULE])
    warm_up.wait()
    assert MODULE in sys.modules
    assert "warm-up" not in {thread.name for thread in threading.enumerate()}
    warm_up.deleteLater()


def test_what_waits_for_it_does_not_hold_up_the_window(module: Path, qapp: QObject, qtbot: QtBot) -> None:
    module.write_text("import time\ntime.sleep(0.3)\n")
    warm_up, called = WarmUp(qapp), []
    ticks = QTimer(qapp, interval=5)
    ticks.timeout.connect(lambda: called.append("turn"))
    ticks.start()
    warm_up.start([MODULE])
    warm_up.when_over(lambda: called.append("then"))
    assert called == []
    qtbot.waitUntil(lambda: "then" in called)
    ticks.stop()
    assert hasattr(sys.modules[MODULE], "time")
    assert called.count("turn") > 5
    warm_up.when_over(lambda: called.append("at once"))
    assert called[-1] == "at once"
    warm_up.deleteLater()
