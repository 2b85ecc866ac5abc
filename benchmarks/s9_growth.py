"""S9: one answer, Today and its 28-day figures with ten years of twenty commitments, beside themselves with one.

Both vaults are open in windows of one process and measured in turns, so that only what lies in them differs.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from benchmarks.measuring import Measured, in_turns, timed
from benchmarks.s3_answer import answering, window_on
from benchmarks.vaults import PASSPHRASE, demo_vault
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner
from trustplanner.ui.screens.shell_window import ShellWindow
from trustplanner.ui.screens.today_page import TodayPage
from trustplanner.ui.screens.today_page.day_state import DayReader, read_rail

COMMITMENTS = 20
GOAL = 1.2


@dataclass(frozen=True, slots=True)
class Grown:
    """A window on so many years."""

    window: ShellWindow
    workspace: Workspace


def run() -> list[Measured]:
    """Ten years in turns with one."""
    app = QApplication.instance() or QApplication([])
    with _grown(1) as young, _grown(10) as old:
        figures: tuple[tuple[str, int, Callable[[Grown], Callable[[], float]]], ...] = (
            ("one answer: key press to repainted row, committed", 41, lambda grown: answering(grown.window)),
            ("Today shown: read again and painted", 15, _today),
            ("the 28-day figures of all commitments", 15, _figures),
        )
        found = [
            in_turns(
                "S9", GOAL, (f"{name}, 10 years", measure(old)), ("the same, 1 year", measure(young)), rounds=rounds
            )
            for name, rounds, measure in figures
        ]
    app.processEvents()
    return found


@contextmanager
def _grown(years: int) -> Iterator[Grown]:
    with ExitStack() as stack:
        path = stack.enter_context(demo_vault(years, COMMITMENTS))
        scratch = stack.enter_context(TemporaryDirectory())
        vault = stack.enter_context(Vault.open(path, PASSPHRASE))
        window = window_on(vault, Path(scratch))
        planner = window.page
        assert isinstance(planner, Planner)
        yield Grown(window, planner.workspace)
        window.close()
        window.deleteLater()


def _today(grown: Grown) -> Callable[[], float]:
    """From knowing nothing of the day to the painted page."""
    [page] = grown.window.findChildren(TodayPage)

    def show() -> float:
        QApplication.processEvents()
        began = time.perf_counter_ns()
        page.mark_stale()
        page.repaint()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return (time.perf_counter_ns() - began) / 1e6

    return show


def _figures(grown: Grown) -> Callable[[], float]:
    def read() -> object:
        reader = DayReader(grown.workspace)
        reader.read(grown.workspace.today)
        return read_rail(grown.workspace, reader)

    return timed(read)
