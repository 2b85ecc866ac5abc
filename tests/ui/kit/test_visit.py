from datetime import timedelta

import pytest
from PySide6.QtCore import QObject

from tests.builders import MONDAY
from tests.words import shipped_words
from trustplanner.actions.harms import add_harm, delete_harm, reword_harm
from trustplanner.actions.runner import Runner
from trustplanner.actions.sessions import add_session
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.plans import Plan
from trustplanner.storage.queries.harms import harms
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.visit import Visit
from trustplanner.ui.kit.workspace import Workspace


@pytest.fixture
def workspace(runner: Runner, plan: Plan, theme: Theme) -> Workspace:
    return Workspace(runner, shipped_words(), theme, Background())


@pytest.fixture
def visit(workspace: Workspace) -> Visit:
    return Visit(workspace, "naming a harm", QObject(workspace))


def words(workspace: Workspace) -> list[str]:
    return [harm.words for harm in workspace.read(harms)]


def test_several_savings_are_undone_in_one_step(workspace: Workspace, visit: Visit) -> None:
    harm = visit.do(add_harm, "M")
    visit.do(reword_harm, harm.id, "Money")
    visit.end()
    assert workspace.next_undo is not None
    assert workspace.next_undo.label == "naming a harm"
    workspace.undo()
    assert words(workspace) == []
    workspace.redo()
    assert words(workspace) == ["Money"]


def test_what_was_there_before_comes_back(workspace: Workspace, visit: Visit) -> None:
    harm = workspace.do("naming", add_harm, "Money").result
    for text in ("Mo", "Moments", "Moments together"):
        visit.do(reword_harm, harm.id, text)
    visit.end()
    workspace.undo()
    assert words(workspace) == ["Money"]


def test_a_visit_that_changed_nothing_is_no_step(workspace: Workspace, visit: Visit) -> None:
    harm = visit.do(add_harm, "Money")
    visit.do(delete_harm, harm.id)
    visit.end()
    visit.end()
    assert workspace.next_undo is None


def test_the_next_visit_is_a_step_of_its_own(workspace: Workspace, visit: Visit) -> None:
    for text in ("Money", "Time"):
        visit.do(add_harm, text)
        visit.end()
    workspace.undo()
    assert words(workspace) == ["Money"]


def test_what_others_change_meanwhile_is_not_taken_along(workspace: Workspace, visit: Visit) -> None:
    visit.do(add_harm, "Money")
    workspace.do("a date", add_session, MONDAY + timedelta(days=7), None, "Ruth")
    visit.end()
    assert workspace.next_undo is not None
    assert len(workspace.next_undo.edits) == 1


def test_a_refused_action_leaves_the_visit_as_it_was(workspace: Workspace, visit: Visit) -> None:
    visit.do(add_harm, "Money")
    with pytest.raises(RuleError) as refused:
        visit.do(add_harm, " ")
    assert refused.value.code is Code.WORDS_MISSING
    visit.do(add_harm, "Time")
    visit.end()
    workspace.undo()
    assert words(workspace) == []
