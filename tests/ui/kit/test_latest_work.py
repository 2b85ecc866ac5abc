import threading
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.latest_work import LatestWork


class Gate:
    """Work that waits until a test lets it go on."""

    def __init__(self) -> None:
        self.may_go = threading.Event()
        self.done: list[str] = []

    def work(self, name: str) -> str:
        self.may_go.wait()
        self.done.append(name)
        return name


@pytest.fixture
def latest(background: Background) -> LatestWork:
    return LatestWork(background, background)


def test_the_result_arrives_on_the_thread_of_the_window(latest: LatestWork, qtbot: QtBot) -> None:
    heard: list[tuple[str, bool]] = []
    latest.ask(lambda: threading.current_thread().name, lambda name: heard.append((name, _is_main())))
    qtbot.waitUntil(lambda: not latest.is_busy)
    assert heard == [("background", True)]


def test_only_the_newest_result_is_delivered(latest: LatestWork, qtbot: QtBot) -> None:
    gate, heard = Gate(), list[str]()
    for name in ("first", "second", "third"):
        latest.ask(partial(gate.work, name), heard.append)
    gate.may_go.set()
    qtbot.waitUntil(lambda: not latest.is_busy)
    assert heard == ["third"]
    assert gate.done == ["first", "third"], "what waits is replaced, not queued"


def test_a_forgotten_result_is_not_delivered_and_the_next_one_is(latest: LatestWork, qtbot: QtBot) -> None:
    gate, heard = Gate(), list[str]()
    latest.ask(lambda: gate.work("first"), heard.append)
    latest.forget()
    assert not latest.is_busy
    latest.ask(lambda: gate.work("second"), heard.append)
    gate.may_go.set()
    qtbot.waitUntil(lambda: not latest.is_busy)
    assert heard == ["second"]


def test_after_an_error_the_next_work_is_done(latest: LatestWork, qtbot: QtBot) -> None:
    heard: list[str] = []

    def fail() -> str:
        raise ValueError("broken")

    with qtbot.captureExceptions() as raised:
        latest.ask(fail, heard.append)
        qtbot.waitUntil(lambda: not latest.is_busy)
    assert [kind for kind, *_ in raised] == [ValueError]
    latest.ask(lambda: "again", heard.append)
    qtbot.waitUntil(lambda: heard == ["again"])


def _is_main() -> bool:
    return threading.current_thread() is threading.main_thread()
