"""The counsellor's first look: where it opens, and that two minutes are enough for it."""

import pytest
from PySide6.QtCore import Qt

from tests.builders import promise
from tests.ui.person import press
from tests.ui.screens.entry_person import is_seen, press_button, seen_as, settle, words_on
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions import plans
from trustplanner.content.catalogue import shipped_catalogue
from trustplanner.domain.plans import SafetyAnswer, SafetyQuestion
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.first_look_sheet import FirstLookSheet

WORDS = shipped_catalogue().first_look()


def test_it_is_read_over_the_session_and_esc_leads_back(workspace: Workspace, open_planner: OpenPlanner) -> None:
    promise(workspace.runner)
    planner = open_planner()
    planner.go(Destination("session", "session_next:0"))
    settle()
    press_button(planner, "session_first_look_button")
    settle()
    sheet = seen_as(FirstLookSheet, planner.window(), "first_look_sheet")
    said = words_on(sheet)
    assert WORDS.lead in said
    assert {WORDS.passages.shows.title, WORDS.passages.cannot.title, WORDS.passages.ask.title} <= set(said)
    assert not any(name in " ".join(said) for name in ("Ana", "Sam"))
    press(planner, Qt.Key.Key_Escape)
    settle()
    assert not is_seen(planner.window(), "first_look_sheet")
    assert is_seen(planner, "session_next")


def test_it_has_four_hundred_words_at_most(workspace: Workspace, open_planner: OpenPlanner) -> None:
    promise(workspace.runner)
    planner = open_planner()
    planner.go(Destination("first_look"))
    settle()
    said = words_on(seen_as(FirstLookSheet, planner.window(), "first_look_sheet"))
    assert sum(len(line.split()) for line in said) <= 400


@pytest.mark.parametrize(("question", "opens"), [(SafetyQuestion.STILL_GOING_ON, True), (SafetyQuestion.FEAR, False)])
def test_while_something_goes_on_it_can_be_read_and_after_a_stop_it_cannot(
    workspace: Workspace, open_planner: OpenPlanner, question: SafetyQuestion, opens: bool
) -> None:
    promise(workspace.runner)
    answers = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO) | {question: SafetyAnswer.YES}
    workspace.do_quietly(plans.answer_safety, answers, keep_answers=False)
    planner = open_planner()
    planner.go(Destination("first_look"))
    settle()
    assert is_seen(planner.window(), "first_look_sheet") is opens
