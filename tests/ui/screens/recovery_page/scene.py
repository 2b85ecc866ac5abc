"""What the tests of the Recovery page do and look at, as a person does."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.moved_clock import MovedClock
from tests.ui.person import click
from trustplanner.actions import answers, commitments
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.runner import Runner
from trustplanner.actions.terms import Wording
from trustplanner.charts.ranges import Range
from trustplanner.domain.answers import Value
from trustplanner.domain.commitments import Commitment
from trustplanner.domain.record import Counts
from trustplanner.domain.schedules import Schedule, daily
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.ui.kit.chart_canvas import ChartCanvas
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.record_table import RecordTable
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.recovery_page import RecoveryPage

W = TypeVar("W", bound=QWidget)
ShowPage = Callable[..., QWidget]
OpenPage = Callable[..., RecoveryPage]
TALLIED = ("kept", "partly", "missed", "unanswered", "not_applicable", "late")
LONG_TITLES = ("W" * 60, "להתקשר בשש כל ערב " * 3, "Ring at six \N{TELEPHONE RECEIVER}" * 3)


def wait_for(page: RecoveryPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.is_settled)
    settle()


def settle() -> None:
    """Layouts settle in rounds."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def id_of(workspace: Workspace, title: str) -> str:
    return next((each.id for each in workspace.read(every_commitment) if each.title == title), "")


def found(page: QWidget, kind: type[W], name: str) -> W:
    """The one widget of this name that is seen."""
    seen = [widget for widget in page.findChildren(kind, name) if widget.isVisible()]
    assert len(seen) == 1, f"{len(seen)} widgets called {name}"
    return seen[0]


def canvas_of(page: RecoveryPage) -> ChartCanvas:
    [canvas] = page.findChildren(ChartCanvas)
    return canvas


def table_of(page: RecoveryPage) -> RecordTable:
    [table] = page.findChildren(RecordTable)
    return table


def all_words(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(TextLabel) if label.isVisible()]


def choose_range(page: RecoveryPage, chosen: Range, qtbot: QtBot) -> None:
    segment = "since" if chosen is Range.SESSION else "range"
    click(found(page, QWidget, f"recovery_{segment}_segment_{chosen.value}_button"))
    wait_for(page, qtbot)


def commit(runner: Runner, title: str = "Ring at six", schedule: Schedule | None = None) -> Commitment:
    return runner.do(
        "", commitments.create, title, Wording("I will ring at six", "", schedule or daily()), Surroundings()
    ).result


def live(runner: Runner, clock: MovedClock, letters: str, title: str = "Ring at six") -> Commitment:
    """A daily commitment from today on, answered each evening; the clock ends on the day after the last letter."""
    values = {"k": Value.KEPT, "p": Value.PARTLY, "m": Value.MISSED, "n": Value.NOT_APPLICABLE}
    made = commit(runner, title)
    for letter in letters:
        if letter != ".":
            runner.do("", answers.write, made.id, runner.now().today, values[letter])
        clock.forward(days=1)
    return made


def counted(row: dict[str, int]) -> Counts:
    return Counts(*(row[name] for name in TALLIED))
