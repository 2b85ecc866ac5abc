from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from trustplanner.ui.kit.in_turns import InTurns


def test_each_step_has_a_turn_of_its_own(qapp: QApplication, qtbot: QtBot) -> None:
    owner, heard = QObject(), list[str]()
    beside = QTimer(owner, interval=0)
    beside.timeout.connect(lambda: heard.append("-"))
    turns = InTurns(owner, [lambda: heard.append("a"), lambda: heard.append("b"), lambda: heard.append("c")])
    assert heard == [], "nothing happens before the next turn"
    beside.start()
    qtbot.waitUntil(lambda: turns.is_over)
    beside.stop()
    steps = "".join(heard)
    assert steps.replace("-", "") == "abc"
    assert "ab" not in steps
    assert "bc" not in steps


def test_in_the_last_step_everything_counts_as_built(qapp: QApplication, qtbot: QtBot) -> None:
    owner, heard = QObject(), list[bool]()
    turns = InTurns(owner, [lambda: heard.append(turns.is_over), lambda: heard.append(turns.is_over)])
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == [False, True]


def test_nothing_happens_once_the_owner_is_gone(qapp: QApplication) -> None:
    owner, heard = QObject(), list[str]()
    InTurns(owner, [lambda: heard.append("a")])
    delete(owner)
    qapp.processEvents()
    assert heard == []
