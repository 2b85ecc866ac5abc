"""The session view at its bounds: days that fall together, words that are too long for a page, and paper."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from tests.builders import MONDAY, a_commitment, promise, some_terms
from tests.moved_clock import MovedClock
from tests.ui.person import press
from tests.ui.screens.entry_person import cut_widgets, is_seen, press_button, seen_as, settle, words_on
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions import answers, sessions
from trustplanner.domain.answers import Value
from trustplanner.domain.commitments import Commitment, Terms
from trustplanner.domain.moments import Now
from trustplanner.storage.unit_of_work import UnitOfWork
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner
from trustplanner.ui.screens.session_page import SessionPage

DAY = timedelta(days=1)


def open_session(open_planner: OpenPlanner, detail: str = "") -> tuple[Planner, SessionPage]:
    planner = open_planner()
    planner.go(Destination("session", detail))
    settle()
    return planner, seen_as(SessionPage, planner, "session_page")


def brought(unit: UnitOfWork, now: Now, commitment: Commitment, terms: Terms) -> None:
    unit.put(commitment)
    unit.put(terms)


def test_two_sessions_on_one_day_count_from_that_day_once(
    workspace: Workspace, clock: MovedClock, open_planner: OpenPlanner
) -> None:
    ring = promise(workspace.runner, title="Ring at six")
    for n in range(4):
        clock.go_to(MONDAY + n * DAY)
        workspace.do("", answers.write, ring.id, MONDAY + n * DAY, Value.KEPT)
    for minute in (9 * 60, 17 * 60):
        workspace.do("", sessions.add_session, MONDAY + DAY, minute, "Dr Lee")
    _, page = open_session(open_planner)
    said = words_on(page)
    assert "Since 5 May, 3 days" in said
    assert "3 of 3 kept, all answered" in said


def test_a_session_before_the_first_commitment_says_that_nothing_was_promised(
    workspace: Workspace, open_planner: OpenPlanner
) -> None:
    workspace.do("", sessions.add_session, workspace.today - 9 * DAY, None, "Dr Lee")
    workspace.do("", sessions.add_session, workspace.today, None, "Dr Lee")
    planner, page = open_session(open_planner)
    assert "Nothing was promised in this time." in words_on(page)
    for topic, said in (("walk", "there is none to walk through"), ("decisions", "Nothing is promised at the moment.")):
        planner.go(Destination("session", f"session_{topic}:0"))
        settle()
        assert any(said in words for words in words_on(page))


@pytest.mark.parametrize("word", ["W", "ש", "one word and "])
def test_words_that_are_higher_than_a_page_are_read_to_their_end_by_keyboard(
    word: str, workspace: Workspace, open_planner: OpenPlanner
) -> None:
    session = workspace.do("", sessions.add_session, workspace.today, None, "Dr Lee").result
    workspace.do("", sessions.add_agenda_line, session.id, (word * 500)[:500])
    workspace.theme.set_text_scale(2.0)
    planner, page = open_session(open_planner, "session_agenda:0")
    planner.window().resize(900, 600)
    settle()
    [area] = page.findChildren(QScrollArea)
    bar = area.verticalScrollBar()
    assert bar.maximum() > 0
    assert area.horizontalScrollBar().maximum() == 0
    for _ in range(60):
        press(page, Qt.Key.Key_Down)
    assert bar.value() == bar.maximum()
    for _ in range(60):
        press(page, Qt.Key.Key_Up)
    assert bar.value() == 0
    assert cut_widgets(page) == []


def test_a_commitment_whose_name_never_ends_is_whole_on_every_page(
    workspace: Workspace, open_planner: OpenPlanner
) -> None:
    title = ("A call that is made at six " * 19)[:500]  # as a file that is imported may hold it
    workspace.do("", brought, a_commitment(title=title), some_terms())
    workspace.do("", sessions.add_session, workspace.today, None, "Dr Lee")
    planner, page = open_session(open_planner)
    planner.window().resize(900, 600)
    settle()
    for _ in range(12):
        assert cut_widgets(page) == []
        press(page, Qt.Key.Key_Right)
        settle()


@pytest.mark.parametrize("by_key", [True, False])
def test_paper_is_one_key_or_one_click_away(by_key: bool, workspace: Workspace, open_planner: OpenPlanner) -> None:
    workspace.do("", sessions.add_session, workspace.today, None, "Dr Lee")
    planner, page = open_session(open_planner)
    if by_key:
        press(page, Qt.Key.Key_P, modifier=Qt.KeyboardModifier.ControlModifier)
    else:
        press_button(page, "session_print_button")
    settle()
    assert is_seen(planner.window(), "report_sheet")
    press(planner.window(), Qt.Key.Key_Escape)
    settle()
    assert page.isVisible()


def test_from_a_blank_screen_no_paper_comes(workspace: Workspace, open_planner: OpenPlanner) -> None:
    workspace.do("", sessions.add_session, workspace.today, None, "Dr Lee")
    planner, page = open_session(open_planner)
    press(page, Qt.Key.Key_B)
    press(page, Qt.Key.Key_P, modifier=Qt.KeyboardModifier.ControlModifier)
    settle()
    assert not is_seen(planner.window(), "report_sheet")
    assert words_on(page) == ["Paused"]
