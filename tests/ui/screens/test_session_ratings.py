"""Four lines before a session and four after it, as a person answers them alone on the page of dates."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.builders import MONDAY
from tests.moved_clock import MovedClock
from tests.ui.person import press
from tests.ui.screens.entry_person import cut_widgets, is_seen, press_button, seen_as, settle, words_on
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions.session_notes import rate
from trustplanner.actions.sessions import add_session
from trustplanner.domain.session_notes import Around
from trustplanner.storage.queries.sessions import session_ratings
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.scale import Scale
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.dates_page import DatesPage

ShowPage = Callable[..., QWidget]
WEEK = timedelta(weeks=1)


def test_before_a_session_each_line_is_answered_by_key_or_left_out(workspace: Workspace, show_page: ShowPage) -> None:
    session = workspace.do("", add_session, MONDAY + WEEK, None, "Dr Lee").result
    page = DatesPage(workspace)
    show_page(page)
    assert not is_seen(page, "dates_before_week_scale")
    press_button(page, "dates_before_ratings_button")
    scale = seen_as(Scale, page, "dates_before_week_scale")
    scale.setFocus()
    press(scale, Qt.Key.Key_6)
    settle()
    [rating] = workspace.read(session_ratings)
    assert (rating.session_id, rating.question, rating.value) == (session.id, "week", 6)
    assert any("1 answer: 6 (11 May)." in words for words in words_on(page))
    press(scale, Qt.Key.Key_Delete)
    settle()
    assert workspace.read(session_ratings) == ()
    assert not is_seen(page, "dates_ratings_over_sessions")
    assert not is_seen(page, "dates_after_ratings_button")


def test_over_sessions_stand_values_days_and_counts_and_no_figure_of_them(
    workspace: Workspace, show_page: ShowPage, clock: MovedClock
) -> None:
    for n, (wording, value) in enumerate([(0, 2), (1, 4), (1, 9)]):
        session = workspace.do("", add_session, MONDAY + n * WEEK, None, "").result
        workspace.do("", rate, session.id, Around.AFTER, "heard", wording, value)
    clock.go_to(MONDAY + 3 * WEEK)
    page = DatesPage(workspace)
    show_page(page)
    said = words_on(page)
    assert "2 answers: 4 (11 May), 9 (18 May). To other words, before: 1 answer: 2 (4 May)." in said


def test_an_answer_to_other_words_is_not_shown_as_one_to_these(workspace: Workspace, show_page: ShowPage) -> None:
    session = workspace.do("", add_session, MONDAY, None, "").result
    workspace.do("", rate, session.id, Around.AFTER, "heard", 0, 2)
    page = DatesPage(workspace)
    show_page(page)
    press_button(page, "dates_after_ratings_button")
    assert seen_as(Scale, page, "dates_after_heard_scale").number is None


def test_the_lines_fit_a_small_window_with_large_text(
    workspace: Workspace, show_page: ShowPage, applied_theme: Theme
) -> None:
    workspace.do("", add_session, MONDAY, None, "")
    applied_theme.set_text_scale(2.0)
    page = DatesPage(workspace)
    show_page(page, width=900, height=600)
    press_button(page, "dates_before_ratings_button")
    press_button(page, "dates_after_ratings_button")
    assert cut_widgets(page) == []


def test_the_last_page_of_a_session_leads_to_the_lines_after_it(
    workspace: Workspace, open_planner: OpenPlanner
) -> None:
    workspace.do("", add_session, MONDAY, None, "Dr Lee")
    planner = open_planner()
    planner.go(Destination("session", "session_next:0"))
    settle()
    press_button(planner, "session_ratings_button")
    settle()
    assert is_seen(planner, "dates_after_heard_scale")
