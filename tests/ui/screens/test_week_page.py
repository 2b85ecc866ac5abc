"""A person looks back on a week: counts, the five questions of the path, and how sure they are now."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit, QWidget

from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from tests.ui.person import click, press, type_words
from tests.ui.screens.entry_person import cut_widgets, is_seen, press_button, seen, seen_as, settle, words_on
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions import answers, plans
from trustplanner.actions.plans import LONGEST_NAME
from trustplanner.actions.sessions import add_session
from trustplanner.domain.answers import How, Value
from trustplanner.domain.commitments import Commitment
from trustplanner.domain.plans import Contact, Pronoun, SafetyAnswer, SafetyQuestion
from trustplanner.domain.schedules import daily
from trustplanner.domain.sureness import AskedIn, WorstDay
from trustplanner.storage.queries.path import path_answer
from trustplanner.storage.queries.responses import sureness_of
from trustplanner.storage.queries.sessions import agenda
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.week_page import WeekPage

ShowPage = Callable[..., QWidget]
CONTROL = Qt.KeyboardModifier.ControlModifier
SUNDAY = on("05-10")


@pytest.fixture
def ring(workspace: Workspace, clock: MovedClock) -> Commitment:
    """Six days of a week: four kept, a miss that came out, a day left blank; the clock stands on its Sunday."""
    made = promise(workspace.runner, daily(), "Ring at six")
    story = [Value.KEPT, Value.MISSED, Value.KEPT, None, Value.KEPT, Value.NOT_APPLICABLE]
    for back, value in enumerate(story):
        if value is not None:
            clock.go_to(MONDAY + timedelta(days=back))
            workspace.do_quietly(answers.write, made.id, MONDAY + timedelta(days=back), value)
    workspace.do_quietly(answers.tell, made.id, on("05-05"), How.FOUND_OUT)
    clock.go_to(SUNDAY)
    return made


@pytest.fixture
def page(workspace: Workspace, ring: Commitment, show_page: ShowPage, applied_theme: Theme) -> WeekPage:
    shown = WeekPage(workspace)
    show_page(shown)
    settle()
    return shown


def written(workspace: Workspace, prompt: str, monday: date = MONDAY) -> str:
    answer = workspace.read(path_answer, prompt, monday)
    return "" if answer is None else answer.words


def test_the_week_is_told_in_counts_and_each_miss_with_how_it_came_out(page: WeekPage) -> None:
    said = words_on(page)
    assert "This week, 4 May to 10 May" in said
    assert "3 of 5 kept, 1 missed, 1 not answered (and 1 not applicable). 1 still open." in said
    assert "Missed on Tuesday 5 May: she found out." in said
    assert not any("%" in words for words in said)


def test_a_week_with_something_open_is_not_said_to_be_all_answered(
    workspace: Workspace, clock: MovedClock, show_page: ShowPage, applied_theme: Theme
) -> None:
    made = promise(workspace.runner, daily(), "Ring at six")
    workspace.do_quietly(answers.write, made.id, MONDAY, Value.KEPT)
    clock.go_to(on("05-05"))
    shown = WeekPage(workspace)
    show_page(shown)
    settle()
    assert "1 of 1 kept. 1 still open." in words_on(shown)
    workspace.do("", answers.write, made.id, on("05-05"), Value.KEPT)
    settle()
    assert "2 of 2 kept, all answered." in words_on(shown)


def test_the_five_questions_save_themselves_and_stand_on_the_path_too(
    open_planner: OpenPlanner, workspace: Workspace, ring: Commitment
) -> None:
    planner = open_planner()
    planner.go(Destination("week"))
    settle()
    seen(planner, "week_week_kept_unseen_field").setFocus()
    type_words(planner, "Thursday, the empty house")
    press(planner, Qt.Key.Key_Return, modifier=CONTROL)
    type_words(planner, "Tuesday's call")
    planner.save_typing()
    assert written(workspace, "week_kept_unseen") == "Thursday, the empty house"
    assert written(workspace, "week_slipped") == "Tuesday's call"
    again = open_planner()
    settle()
    assert is_seen(again, "week_page")
    assert seen_as(QTextEdit, again, "week_week_slipped_field").toPlainText() == "Tuesday's call"
    again.go(Destination("path", "week_slipped"))
    settle()
    assert seen_as(QTextEdit, again, "path_answer_field").toPlainText() == "Tuesday's call"


def test_one_thing_goes_to_the_next_session_with_one_click(page: WeekPage) -> None:
    workspace = page.workspace
    session = workspace.do("", add_session, on("05-14"), None, "Ruth").result
    settle()
    assert not is_seen(page, "week_agenda_button")
    seen(page, "week_week_counsellor_field").setFocus()
    type_words(page, "I was relieved")
    page.save_typing()
    settle()
    press_button(page, "week_agenda_button")
    assert [line.words for line in workspace.read(agenda, session.id)] == ["I was relieved"]
    assert not is_seen(page, "week_agenda_button")
    assert "It stands on the agenda of the next session." in words_on(page)


def test_how_sure_one_is_is_written_at_once_and_corrected_on_the_same_day(page: WeekPage, ring: Commitment) -> None:
    workspace = page.workspace
    assert not seen(page, "week_worst_day_segment_smallest_button").isEnabled()
    click(seen(page, "week_sure_scale_6_button"))
    settle()
    assert any(
        words.startswith("Under 8 of 10, or not on the worst day, a smaller promise is a surer one.")
        for words in words_on(page)
    )
    click(seen(page, "week_worst_day_segment_smallest_button"))
    click(seen(page, "week_sure_scale_7_button"))
    [row] = workspace.read(sureness_of, ring.id)
    assert (row.sureness, row.worst_day, row.asked_in) == (7, WorstDay.SMALLEST, AskedIn.WEEK)


def test_the_size_leads_to_the_editor(page: WeekPage, ring: Commitment) -> None:
    led: list[Destination] = []
    page.go_requested.connect(led.append)
    for name, words in (("change", "Change it"), ("other_ways", "Let it wait, or end it")):
        assert seen_as(Button, page, f"week_{name}_button").text() == words
        press_button(page, f"week_{name}_button")
    assert led == [Destination("commitment", ring.id), Destination("amends")]


def test_sureness_is_asked_in_the_words_of_the_other_places(page: WeekPage, ring: Commitment) -> None:
    said = words_on(page)
    words = page.workspace.catalogue.sureness()
    for asked in (words.title, words.sureness_label, words.worst_title):
        assert asked in said
    assert seen(page, "week_sure_scale").accessibleName() == "How sure are you that you can keep it? Ring at six"


def test_an_earlier_week_is_read_and_written_on(page: WeekPage, ring: Commitment, clock: MovedClock) -> None:
    workspace = page.workspace
    clock.forward(days=7)
    workspace.notice_the_day()
    settle()
    assert "This week, 11 May to 17 May" in words_on(page)
    press_button(page, "week_earlier_button")
    said = words_on(page)
    assert "The week from 4 May to 10 May" in said
    assert "3 of 6 kept, 1 missed, 2 not answered (and 1 not applicable)." in said
    assert not is_seen(page, "week_sure_scale"), "how sure one is now is no question of a week ago"
    assert not is_seen(page, "week_earlier_button"), "the plan began then"
    seen(page, "week_week_they_said_field").setFocus()
    type_words(page, "All right, she said")
    press_button(page, "week_later_button")
    assert written(workspace, "week_they_said") == "All right, she said"
    assert written(workspace, "week_they_said", on("05-11")) == ""
    assert seen_as(QTextEdit, page, "week_week_they_said_field").toPlainText() == ""


def test_while_something_is_hidden_there_are_the_questions_alone(page: WeekPage) -> None:
    page.workspace.do_quietly(plans.answer_safety, {SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES}, keep_answers=False)
    settle()
    said = words_on(page)
    assert "Counts wait until it has ended and nothing is hidden. The questions below stay open." in said
    assert not any("kept," in words or "Missed on" in words for words in said)
    assert not is_seen(page, "week_sure_scale")
    assert is_seen(page, "week_week_slipped_field")


@pytest.mark.parametrize("contact", Contact)
def test_without_contact_nothing_asks_what_they_said(page: WeekPage, contact: Contact) -> None:
    page.workspace.do_quietly(plans.set_contact, contact)
    settle()
    asked = {
        Contact.OPEN: "What did Ana say this week?",
        Contact.LIMITED: "What did Ana say this week, within the limits?",
        Contact.NONE: "What was hard about keeping the distance this week?",
    }
    assert asked[contact] in words_on(page)


@pytest.mark.parametrize("size", [(900, 600), (1280, 800)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_long_titles_and_names_are_never_cut(
    page: WeekPage, applied_theme: Theme, size: tuple[int, int], scale: float
) -> None:
    workspace = page.workspace
    workspace.do_quietly(plans.begin, "Sam", ("Wolfeschlegelsteinhausenbergerdorff " * 2)[:LONGEST_NAME], Pronoun.THEY)
    promise(workspace.runner, daily(), "להתקשר בשש " * 5)
    applied_theme.set_text_scale(scale)
    page.window().resize(*size)
    page.mark_stale()
    settle()
    assert cut_widgets(page) == []
    applied_theme.set_text_scale(1.0)
