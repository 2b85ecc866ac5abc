"""The session view, as the people in front of it see it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from tests.builders import MONDAY, a_commitment, promise, some_terms
from tests.moved_clock import MovedClock
from tests.ui.person import press
from tests.ui.screens.entry_person import cut_widgets, is_seen, press_button, seen_as, settle, words_on
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions import answers, plans, sessions
from trustplanner.domain.answers import How, Value
from trustplanner.domain.moments import Now
from trustplanner.domain.plans import SafetyAnswer, SafetyQuestion
from trustplanner.domain.their_voice import Anchors, Reading, TheirConsent
from trustplanner.storage.unit_of_work import UnitOfWork
from trustplanner.ui.kit.mark_row import MarkRow
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner
from trustplanner.ui.screens.session_page import SessionPage
from trustplanner.ui.screens.session_page.leaf import grouped

DAY = timedelta(days=1)
TODAY = MONDAY + 10 * DAY


def give(unit: UnitOfWork, now: Now, *rows: object) -> None:
    """Written by another page, with their consent."""
    for row in rows:
        unit.put(row)  # type: ignore[type-var]  # rows of any kind


@pytest.fixture
def told(workspace: Workspace, clock: MovedClock) -> Workspace:
    """Ten days of a promise since the last session, one missed and told first; the next session is on the 19th."""
    do = workspace.do
    ring = promise(workspace.runner, title="Ring at six")
    for n in range(10):
        clock.go_to(MONDAY + n * DAY)
        do("", answers.write, ring.id, MONDAY + n * DAY, Value.MISSED if n == 4 else Value.KEPT)
    do("", answers.tell, ring.id, MONDAY + 4 * DAY, How.TOLD_FIRST)
    do("", sessions.add_session, MONDAY, None, "Dr Lee")
    do("", sessions.add_session, TODAY + 5 * DAY, None, "Dr Lee")
    clock.go_to(TODAY)
    return workspace


def voice_given(workspace: Workspace) -> None:
    now = workspace.runner.now()
    given = [
        TheirConsent(None, MONDAY, 1, now.at),
        Anchors(None, "I listen for the door.", "I stop listening for the door.", MONDAY, now.at),
        Reading(None, MONDAY - 14 * DAY, 2, "", None, MONDAY, now.at),
        Reading(None, MONDAY - 7 * DAY, None, "", None, MONDAY, now.at),
        Reading(None, MONDAY, 4, "The call comes.", None, MONDAY, now.at),
    ]
    workspace.do("", give, *given)


def open_session(open_planner: OpenPlanner) -> tuple[Planner, SessionPage]:
    planner = open_planner()
    press(planner, Qt.Key.Key_6, modifier=Qt.KeyboardModifier.ControlModifier)
    settle()
    return planner, seen_as(SessionPage, planner, "session_page")


def tree_of(widget: QWidget) -> list[str]:
    """Every name and description that assistive technology finds."""
    found: list[str] = []

    def walk(part: QAccessibleInterface | None) -> None:
        if part is None:
            return
        found.append(part.text(QAccessible.Text.Name))
        found.append(part.text(QAccessible.Text.Description))
        found.append(part.text(QAccessible.Text.Value))
        for at in range(part.childCount()):
            walk(part.child(at))

    walk(QAccessible.queryAccessibleInterface(widget))
    return [words for words in found if words]


def test_since_the_last_session_in_counts_marks_and_words(told: Workspace, open_planner: OpenPlanner) -> None:
    planner, page = open_session(open_planner)
    said = words_on(page)
    assert "Session, Tuesday 19 May" in said
    assert "Since 4 May, 10 days" in said
    assert "10 answers due, 10 given." in said
    assert "9 of 10 kept, 1 missed, all answered" in said
    assert "Missed Friday 8 May: told first." in said
    [marks] = [marks for marks in page.findChildren(MarkRow) if marks.isVisible()]
    assert marks.accessibleName() == "9 of 10 kept, 1 missed, all answered"
    assert not is_seen(planner, "sidebar")


def test_without_their_consent_nothing_of_theirs_is_there_or_missing(
    told: Workspace, open_planner: OpenPlanner
) -> None:
    _, page = open_session(open_planner)
    assert not any("voice" in words for words in words_on(page))


def test_their_voice_stands_in_a_column_of_its_own(told: Workspace, open_planner: OpenPlanner) -> None:
    voice_given(told)
    _, page = open_session(open_planner)
    said = words_on(page)
    for words in (
        "Ana’s voice",
        "4",
        "of 10, on 4 May",
        "before that: not today (27 April), 2 (20 April)",
        "“The call comes.”",
        "7 would be: “I stop listening for the door.”",
    ):
        assert words in said


def test_without_any_session_it_is_from_the_beginning(workspace: Workspace, open_planner: OpenPlanner) -> None:
    promise(workspace.runner)
    _, page = open_session(open_planner)
    assert "Session" in words_on(page)
    assert any("this is from the beginning" in words for words in words_on(page))


def test_b_leaves_plain_paper_and_nothing_in_the_accessible_tree(told: Workspace, open_planner: OpenPlanner) -> None:
    voice_given(told)
    planner, page = open_session(open_planner)
    press(page, Qt.Key.Key_B)
    settle()
    assert words_on(page) == ["Paused"]
    assert set(tree_of(page)) == {"Paused"}
    assert "Ring at six" not in " ".join(tree_of(planner))
    press(page, Qt.Key.Key_B)
    settle()
    assert "Since 4 May, 10 days" in words_on(page)


def test_a_change_does_not_wake_a_blank_screen(told: Workspace, open_planner: OpenPlanner) -> None:
    _, page = open_session(open_planner)
    press_button(page, "session_blank_button")
    told.do("", sessions.add_session, TODAY + 9 * DAY, None, "")
    assert words_on(page) == ["Paused"]


def test_esc_leads_back_and_the_sidebar_is_there_again(told: Workspace, open_planner: OpenPlanner) -> None:
    planner, page = open_session(open_planner)
    press(page, Qt.Key.Key_Escape)
    settle()
    assert is_seen(planner, "today_page")
    assert is_seen(planner, "sidebar")


def test_f1_and_its_button_lead_to_help(told: Workspace, open_planner: OpenPlanner) -> None:
    planner, page = open_session(open_planner)
    press_button(page, "session_help_button")
    assert is_seen(planner, "support_page")


def test_twenty_commitments_are_paged_and_never_scrolled(
    told: Workspace, open_planner: OpenPlanner, clock: MovedClock
) -> None:
    for n in range(19):
        title = f"Promise number {n} with a name as long as names may become"
        rows = (a_commitment(id=str(n), title=title, position=n), some_terms(seq=None, commitment_id=str(n)))
        told.do("", give, *rows)
    planner, page = open_session(open_planner)
    planner.window().resize(900, 600)
    settle()
    seen_titles: list[str] = []
    for _ in range(40):
        seen_titles += [words for words in words_on(page) if words.startswith(("Promise number", "Ring"))]
        assert seen_as(QWidget, page, "scrolled").height() <= page.height()
        assert cut_widgets(page) == []
        press(page, Qt.Key.Key_Right)
        settle()
    assert len(set(seen_titles)) == 20


def test_something_hidden_closes_it_as_it_closes_every_share(
    told: Workspace, open_planner: OpenPlanner, applied_theme: Theme
) -> None:
    planner = open_planner()
    hidden = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO) | {SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES}
    told.do_quietly(plans.answer_safety, hidden, keep_answers=False)
    planner.go(Destination("session"))
    settle()
    assert not is_seen(planner, "session_page")


def test_what_fits_stands_together_and_what_is_too_high_alone() -> None:
    assert grouped([100, 100, 100], 230, 30) == [[0, 1], [2]]
    assert grouped([500, 100], 230, 30) == [[0], [1]]
    assert grouped([], 230, 30) == []
