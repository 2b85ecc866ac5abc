"""The whole planner, opened on a vault as after typing the passphrase."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import delete_closed_windows
from tests.ui.screens.opened_planner import OpenPlanner, planner_opener
from trustplanner.actions import plans
from trustplanner.domain.plans import SafetyAnswer, SafetyQuestion
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace


@pytest.fixture
def open_planner(applied_theme: Theme, workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> Iterator[OpenPlanner]:
    """Open the planner of somebody who answered no to all private questions."""
    no_to_all = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO)
    workspace.do_quietly(plans.answer_safety, no_to_all, keep_answers=False)
    yield planner_opener(workspace, qtbot, tmp_path)
    delete_closed_windows()
