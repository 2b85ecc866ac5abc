"""Slow work beside the window: results come while somebody waits for them, and nothing waits for ever."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from trustplanner.ui.kit.background import Background


@pytest.fixture
def never() -> threading.Event:
    """Something that does not answer, until the end of the test."""
    return threading.Event()


def test_results_come_in_order_on_the_thread_of_the_window(background: Background, qtbot: QtBot) -> None:
    done: list[tuple[int, bool]] = []
    main = threading.current_thread()
    for number in range(3):
        background.run(
            background,
            partial(int, number),
            lambda result: done.append((result, threading.current_thread() is main)),
        )
    qtbot.waitUntil(lambda: len(done) == 3)
    assert done == [(0, True), (1, True), (2, True)]


def test_a_failure_goes_to_whoever_asked(background: Background, qtbot: QtBot) -> None:
    failed: list[Exception] = []
    background.run(background, lambda: 1 // 0, lambda _: None, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], ZeroDivisionError)


def test_nothing_is_delivered_to_what_is_gone(background: Background, qtbot: QtBot) -> None:
    done: list[str] = []
    owner = QObject()
    background.run(owner, lambda: "late", done.append)
    background.wait()
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete.value)
    background.run(background, lambda: "in time", done.append)
    qtbot.waitUntil(lambda: done == ["in time"])


def test_waiting_ends_even_if_the_work_does_not(qapp: QObject, never: threading.Event) -> None:
    background = Background()
    background.run(background, never.wait, lambda _: None)
    try:
        assert not background.wait(0.05)
    finally:
        never.set()


def test_waiting_finishes_what_was_asked(qapp: QObject) -> None:
    background, done = Background(), threading.Event()
    background.run(background, done.set, lambda _: None)
    assert background.wait()
    assert done.is_set()
    assert background.wait()
