"""The program locks when nobody is here, on a clock that goes on while the machine sleeps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.person import press, type_words
from trustplanner.ui.kit.idle import CHECK_MS, IdleWatch, seconds_since_boot


class Watched:
    """A field that is watched for signs of life, with a clock that a test moves."""

    def __init__(self, app: QApplication, field: QLineEdit) -> None:
        self.seconds = 0.0
        self.field = field
        self.idle = 0
        self.lock_keys = 0
        self.watch = IdleWatch(app, 5, lambda: self.seconds, field)
        self.watch.idle.connect(self._on_idle)
        self.watch.lock_key_pressed.connect(self._on_lock_key)

    def _on_idle(self) -> None:
        self.idle += 1

    def _on_lock_key(self) -> None:
        self.lock_keys += 1

    def pass_minutes(self, minutes: float) -> None:
        self.seconds += 60 * minutes
        self.watch.check()


@pytest.fixture
def watched(qapp: QApplication, qtbot: QtBot) -> Watched:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.hasFocus)
    return Watched(qapp, field)


def test_after_the_minutes_without_a_sign_of_life(watched: Watched) -> None:
    watched.pass_minutes(4.9)
    assert watched.idle == 0
    watched.pass_minutes(0.1)
    assert watched.idle == 1


def test_a_key_and_the_mouse_are_signs_of_life(watched: Watched) -> None:
    watched.pass_minutes(4.9)
    type_words(watched.field, "a")
    watched.pass_minutes(4.9)
    QTest.mouseMove(watched.field, watched.field.rect().center())
    QTest.mouseClick(watched.field, Qt.MouseButton.LeftButton)
    watched.pass_minutes(4.9)
    assert watched.idle == 0


def test_the_first_key_after_a_sleep_locks_and_writes_nothing(watched: Watched) -> None:
    watched.seconds += 60 * 60
    press(watched.field, Qt.Key.Key_A)
    assert (watched.idle, watched.field.text()) == (1, "")


def test_it_asks_again_if_it_could_not_lock(watched: Watched) -> None:
    watched.pass_minutes(5)
    watched.pass_minutes(1)
    assert watched.idle == 1
    watched.pass_minutes(4)
    assert watched.idle == 2


def test_other_minutes_count_at_once(watched: Watched) -> None:
    watched.watch.set_minutes(1)
    watched.pass_minutes(1)
    assert watched.idle == 1


def test_the_lock_key_is_heard_where_no_menu_is(watched: Watched) -> None:
    press(watched.field, Qt.Key.Key_L)
    assert (watched.lock_keys, watched.field.text()) == (0, "l")
    press(watched.field, Qt.Key.Key_L, modifier=Qt.KeyboardModifier.ControlModifier)
    assert watched.lock_keys == 1


def test_it_looks_by_itself(watched: Watched, qtbot: QtBot) -> None:
    assert watched.watch._timer.isActive()
    assert watched.watch._timer.interval() == CHECK_MS
    watched.seconds += 60 * 6
    watched.watch._timer.setInterval(1)
    qtbot.waitUntil(lambda: watched.idle == 1)


def test_the_clock_goes_on() -> None:
    assert seconds_since_boot() <= seconds_since_boot()
