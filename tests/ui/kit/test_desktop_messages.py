"""A message reaches the portal of a desktop over a real bus, holds its words alone, and can be taken back."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from trustplanner.ui.kit.desktop_messages import DesktopMessages

BUS: Final = shutil.which("dbus-run-session")
# A desktop in one process, and the program in another, on a bus of their own.
PORTAL: Final = """
import json
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection

@ClassInfo({"D-Bus Interface": "org.freedesktop.portal.Notification"})
class Portal(QObject):
    @Slot(str, "QVariantMap")
    def AddNotification(self, name, message):
        print(json.dumps(["add", name, dict(message)]), flush=True)

    @Slot(str)
    def RemoveNotification(self, name):
        print(json.dumps(["remove", name]), flush=True)
        app.quit()

app, portal, bus = QCoreApplication([]), Portal(), QDBusConnection.sessionBus()
bus.registerObject("/org/freedesktop/portal/desktop", portal, QDBusConnection.RegisterOption.ExportAllSlots)
bus.registerService("org.freedesktop.portal.Desktop")
print(json.dumps(["ready"]), flush=True)
QTimer.singleShot(20_000, app.quit)
app.exec()
"""
PROGRAM: Final = """
from PySide6.QtCore import QCoreApplication, QTimer
from trustplanner.ui.kit.desktop_messages import DesktopMessages

app, messages = QCoreApplication([]), DesktopMessages()
assert messages.is_available
messages.take_back()  # nothing is out yet
messages.show_message("A moment for today")
messages.take_back()
QTimer.singleShot(300, app.quit)
app.exec()
"""
BOTH: Final = """
import subprocess, sys
portal = subprocess.Popen([sys.executable, sys.argv[1]], stdout=subprocess.PIPE, text=True)
print(portal.stdout.readline(), end="")
subprocess.run([sys.executable, sys.argv[2]], check=True)
print(portal.communicate(timeout=30)[0], end="")
"""


@pytest.mark.skipif(BUS is None, reason="no bus to be had here")
def test_a_message_holds_its_words_and_is_taken_back(tmp_path: Path) -> None:
    files = []
    for name, code in (("both", BOTH), ("portal", PORTAL), ("program", PROGRAM)):
        files.append(tmp_path / f"{name}.py")
        files[-1].write_text(code)
    call = [str(BUS), "--", sys.executable, *map(str, files)]
    done = subprocess.run(
        call, cwd=Path.cwd(), env=_environment(), capture_output=True, text=True, timeout=60, check=True
    )
    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        ["ready"],
        ["add", "planner", {"title": "A moment for today", "priority": "low"}],
        ["remove", "planner"],
    ]


def test_without_a_desktop_none_is_available_and_nothing_happens() -> None:
    messages = DesktopMessages()
    assert not messages.is_available
    messages.take_back()


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path.cwd()), "QT_QPA_PLATFORM": "offscreen"}
