"""The whole planner, opened on a vault as after typing the passphrase."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import delete_closed_windows
from tests.ui.screens.opened_planner import OpenPlanner, planner_opener
from trustplanner.actions import plans
from trustplanner.domain.plans import SafetyAnswer, SafetyQuestion
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.shell_window import ShellWindow


@pytest.fixture(autouse=True)
def _no_part_is_a_window_of_its_own(qapp: QApplication) -> Iterator[None]:
    """A part that is shown before it stands anywhere flashes up as a window, and takes the keyboard away."""
    stray: set[str] = set()

    def look(_window: object) -> None:
        for widget in qapp.topLevelWidgets():
            is_ours = type(widget).__module__.startswith("trustplanner.ui.") and not isinstance(widget, ShellWindow)
            if is_ours and widget.isVisible():
                stray.add(f"{type(widget).__name__} {widget.objectName()}")

    qapp.focusWindowChanged.connect(look)
    yield
    qapp.focusWindowChanged.disconnect(look)
    assert stray == set()


@pytest.fixture
def open_planner(applied_theme: Theme, workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> Iterator[OpenPlanner]:
    """Open the planner of somebody who answered no to all private questions."""
    no_to_all = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO)
    workspace.do_quietly(plans.answer_safety, no_to_all, keep_answers=False)
    yield planner_opener(workspace, qtbot, tmp_path)
    delete_closed_windows()
