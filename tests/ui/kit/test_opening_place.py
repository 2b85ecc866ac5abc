"""What comes before the place where a person was."""

import pytest

from tests.moved_clock import MovedClock
from tests.words import shipped_words
from trustplanner.actions import events, plans
from trustplanner.actions.runner import Runner
from trustplanner.domain.events import EventKind
from trustplanner.domain.first_run import OVER, PUT_FIRST_ON, STEP
from trustplanner.domain.plans import SafetyAnswer, SafetyQuestion
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.opening_place import (
    PUT_FIRST,
    are_questions_due,
    is_first_run,
    is_stopped,
    opening_place,
)
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace

ALL_NO = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO)


def answer(workspace: Workspace, *yes: SafetyQuestion) -> None:
    workspace.do_quietly(plans.answer_safety, ALL_NO | dict.fromkeys(yes, SafetyAnswer.YES), keep_answers=False)


def test_a_new_vault_opens_with_the_first_run(runner: Runner, theme: Theme, background: Background) -> None:
    workspace = Workspace(runner, shipped_words(), theme, background)
    assert opening_place(workspace) == Destination("first_run")


def test_a_plan_without_the_private_questions_is_still_in_its_first_run(workspace: Workspace) -> None:
    assert opening_place(workspace) == Destination("first_run")


def test_the_first_run_goes_on_until_its_last_step(workspace: Workspace) -> None:
    answer(workspace)
    workspace.do_quietly(plans.set_setting, STEP, "contact")
    assert opening_place(workspace) == Destination("first_run")
    workspace.do_quietly(plans.set_setting, STEP, OVER)
    assert not is_first_run(workspace)
    assert opening_place(workspace) is None


def test_a_vault_that_was_never_in_a_first_run_opens_where_the_person_was(workspace: Workspace) -> None:
    answer(workspace)
    assert opening_place(workspace) is None


def test_a_stop_comes_before_everything_also_in_the_first_run(workspace: Workspace, clock: MovedClock) -> None:
    answer(workspace, SafetyQuestion.FEAR)
    workspace.do_quietly(plans.set_setting, STEP, "contact")
    assert is_stopped(workspace)
    assert opening_place(workspace) == Destination("stop")
    clock.forward(days=40)
    assert opening_place(workspace) == Destination("stop")


def test_the_questions_come_back_after_four_weeks(workspace: Workspace, clock: MovedClock) -> None:
    answer(workspace)
    clock.forward(days=27)
    assert opening_place(workspace) is None
    clock.forward(days=1)
    assert opening_place(workspace) == Destination("safety")


def test_the_questions_come_back_after_a_setback(workspace: Workspace, clock: MovedClock) -> None:
    answer(workspace)
    clock.forward(minutes=1)
    workspace.do("", events.add_event, workspace.today, EventKind.APOLOGY, "")
    assert not are_questions_due(workspace)
    workspace.do("", events.add_event, workspace.today, EventKind.SETBACK, "I hid it again")
    assert opening_place(workspace) == Destination("safety")
    answer(workspace)
    clock.forward(minutes=1)
    assert opening_place(workspace) is None or are_questions_due(workspace) is False


@pytest.mark.parametrize("question", [SafetyQuestion.SELF_HARM, SafetyQuestion.STILL_HIDDEN])
def test_support_and_the_ending_track_come_first_once_a_day(
    workspace: Workspace, clock: MovedClock, question: SafetyQuestion
) -> None:
    answer(workspace, question)
    assert opening_place(workspace) == Destination("safety", PUT_FIRST)
    workspace.do_quietly(plans.set_setting, PUT_FIRST_ON, workspace.today.isoformat())
    assert opening_place(workspace) is None
    clock.forward(days=1)
    assert opening_place(workspace) == Destination("safety", PUT_FIRST)
