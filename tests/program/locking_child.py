"""The program as a process of its own, driven from inside: unlock, write, lock; in the next process unlock and read.

It says on standard output what is seen, line by line. After the lock the same script begins again from its top.
"""

import os
import sys
from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.builders import PASSPHRASE
from trustplanner.app import Program
from trustplanner.starting import Start, resumed
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.sentence_field import SentenceField
from trustplanner.ui.kit.theme import load_theme
from trustplanner.ui.screens.main_window import Planner

WORDS = "say where I am"
LOOK_AGAIN_MS = 20
Script = Iterator[Callable[[], bool]]


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def unlock(program: Program) -> Script:
    """Type the passphrase into the field that has the focus."""
    yield program.window.isActiveWindow
    page = program.window.page
    say("page", page.objectName() if page else "", os.getpid())
    QTest.keyClicks(focused(), PASSPHRASE)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    yield lambda: isinstance(program.window.page, Planner) and program.window.page.isVisible()


def focused() -> QWidget:
    field = QApplication.focusWidget()
    assert field is not None
    return field


def write_and_lock(program: Program) -> Script:
    yield from unlock(program)
    planner = program.window.page
    assert isinstance(planner, Planner)
    planner.go(Destination("commitment"))
    QTest.keyClicks(focused(), WORDS)
    QTest.keyClick(focused(), Qt.Key.Key_Left)
    QTest.keyClick(focused(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    say("still here after the lock")


def read_and_close(program: Program) -> Script:
    yield from unlock(program)
    yield lambda: isinstance(QApplication.focusWidget(), SentenceField)
    field = focused()
    assert isinstance(field, SentenceField)
    say("field", field.objectName(), field.textCursor().position(), field.text())
    program.window.close()


def run() -> int:
    app = QApplication(["trustplanner"])
    start = resumed()
    program = Program(app, start or Start(), DeviceSettings(parent=app), load_theme(app))
    script = read_and_close(program) if start else write_and_lock(program)
    timer = QTimer(program, interval=LOOK_AGAIN_MS)
    program.begin()
    program.window.activateWindow()
    is_next = [next(script)]

    def go_on() -> None:
        if is_next[0]():
            found = next(script, None)
            if found is None:
                timer.stop()
            else:
                is_next[0] = found

    timer.timeout.connect(go_on)
    timer.start()
    return app.exec()


if __name__ == "__main__":
    sys.exit(run())
