"""What could not be done is said until something can be: then it is not true any more."""

from datetime import timedelta

from tests.builders import promise
from tests.moved_clock import MovedClock
from tests.ui.person import type_words
from tests.ui.screens.entry_person import settle, words_on
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions import answers
from trustplanner.domain.answers import Value
from trustplanner.domain.errors import Code
from trustplanner.ui.kit.workspace import Workspace


def test_a_refusal_goes_once_something_could_be_written(
    open_planner: OpenPlanner, workspace: Workspace, clock: MovedClock
) -> None:
    commitment = promise(workspace.runner)
    planner = open_planner()
    tomorrow = clock.local.date() + timedelta(days=1)
    workspace.attempt("answer", answers.write, commitment.id, tomorrow, Value.KEPT)
    refusal = workspace.catalogue.error_sentence(Code.FUTURE_DAY)
    assert refusal in words_on(planner)
    type_words(planner, "k")
    settle()
    assert refusal not in words_on(planner)
    assert "Recorded." in words_on(planner)


def test_a_refusal_goes_after_a_change_that_says_nothing_itself(
    open_planner: OpenPlanner, workspace: Workspace, clock: MovedClock
) -> None:
    commitment = promise(workspace.runner)
    planner = open_planner()
    tomorrow = clock.local.date() + timedelta(days=1)
    workspace.attempt("answer", answers.write, commitment.id, tomorrow, Value.KEPT)
    workspace.do_quietly(answers.write, commitment.id, clock.local.date(), Value.KEPT)
    refusal = workspace.catalogue.error_sentence(Code.FUTURE_DAY)
    assert refusal not in words_on(planner)
