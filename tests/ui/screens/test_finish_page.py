"""A person finishes a plan, reads how it was finished, sees it on Today, and takes it back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from tests.builders import promise
from tests.moved_clock import MovedClock
from tests.ui.person import click, focus_in, press, type_words
from tests.ui.screens.entry_person import cut_widgets, everything_said_on, is_seen, press_button, seen, seen_as, settle
from tests.ui.screens.entry_person import words_on as labels_on
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions import finishing, plans
from trustplanner.domain.journal import EndKind, PlanEnd, standing_end
from trustplanner.domain.plans import Contact, Pronoun, SafetyAnswer, SafetyQuestion
from trustplanner.domain.schedules import daily
from trustplanner.storage.queries.journal import plan_ends
from trustplanner.ui.kit.option_list import OptionList
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.finish_page import FinishPage
from trustplanner.ui.screens.main_window import Planner

ShowPage = Callable[..., QWidget]
SENTENCE = "We said it on the bench, and nobody hurried."


@pytest.fixture
def page(workspace: Workspace, show_page: ShowPage, applied_theme: Theme) -> FinishPage:
    shown = FinishPage(workspace)
    show_page(shown)
    shown.setFocus()
    settle()
    return shown


def end(workspace: Workspace) -> PlanEnd | None:
    return standing_end(workspace.read(plan_ends))


def choose(page: QWidget, number: int) -> None:
    seen(page, "finish_way_list").setFocus()
    press(page, Qt.Key(Qt.Key.Key_0.value + number))


def shown(planner: Planner) -> str:
    settle()
    [page] = [page for page in planner.findChildren(Page) if page.isVisible()]
    return page.objectName()


def test_a_person_finishes_a_plan_and_reads_how(page: FinishPage) -> None:
    choose(page, 2)
    seen(page, "finish_own_field").setFocus()
    type_words(page, SENTENCE)
    press_button(page, "finish_button")
    settle()
    made = end(page.workspace)
    assert made is not None
    assert (made.kind, made.words, made.ended_on) == (EndKind.PARTED, SENTENCE, page.workspace.today)
    said = labels_on(page)
    assert {page.workspace.catalogue.finish().ways[EndKind.PARTED].label, SENTENCE} <= set(said)
    assert not is_seen(page, "finish_way_list")
    assert focus_in(page).objectName() == "finish_take_back_button"


def test_it_is_taken_back_with_one_click_and_stays_readable(page: FinishPage, clock: MovedClock) -> None:
    page.workspace.do_quietly(finishing.finish_plan, EndKind.CLOSED, SENTENCE, page.workspace.today)
    clock.forward(days=1)
    press_button(page, "finish_take_back_button")
    assert end(page.workspace) is None
    assert is_seen(page, "finish_way_list")
    said = labels_on(page)
    assert SENTENCE in said
    label = page.workspace.catalogue.finish().ways[EndKind.CLOSED].label
    assert any(words.startswith(f"{label}, ") and "Taken back on" in words for words in said)


def test_undo_puts_the_plan_back(page: FinishPage) -> None:
    choose(page, 1)
    press_button(page, "finish_button")
    page.workspace.undo()
    settle()
    assert page.workspace.read(plan_ends) == ()
    assert is_seen(page, "finish_way_list")


def test_without_a_way_nothing_is_finished_and_it_is_said_in_place(page: FinishPage) -> None:
    press_button(page, "finish_button")
    assert end(page.workspace) is None
    assert "Choose one of the ways above first." in labels_on(page)
    assert isinstance(focus_in(page), QWidget)


def test_what_is_still_promised_is_named_with_its_way(page: FinishPage) -> None:
    assert not is_seen(page, "finish_active_banner")
    promise(page.workspace.runner, daily())
    page.mark_stale()
    settle()
    assert any(words.startswith("One commitment is active.") for words in everything_said_on(page))


@pytest.mark.parametrize("contact", Contact)
@pytest.mark.parametrize("pronoun", Pronoun)
def test_each_way_is_said_in_the_plans_voice(page: FinishPage, contact: Contact, pronoun: Pronoun) -> None:
    workspace = page.workspace
    workspace.do_quietly(plans.begin, "Sam", "Ana", pronoun)
    workspace.do_quietly(plans.set_contact, contact, None, "")
    settle()
    said = " ".join(everything_said_on(page))
    for way in workspace.catalogue.finish().ways.values():
        assert way.explained.said_to(workspace.voice) in said


def test_while_something_is_hidden_together_is_refused_in_place(page: FinishPage) -> None:
    given = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO) | {SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES}
    page.workspace.do_quietly(plans.answer_safety, given, keep_answers=False)
    settle()
    assert is_seen(page, "finish_ending_banner")
    choose(page, 1)
    press_button(page, "finish_button")
    assert end(page.workspace) is None
    assert any(words.startswith("While something goes on or is hidden, no plan") for words in labels_on(page))


@pytest.mark.parametrize(("width", "scale"), [(1280, 1.0), (900, 1.0), (1280, 2.0)])
def test_nothing_is_cut_before_and_after(page: FinishPage, width: int, scale: float) -> None:
    workspace = page.workspace
    workspace.do_quietly(plans.begin, "Sam", "N" * 60, Pronoun.THEY)
    workspace.do_quietly(finishing.finish_plan, EndKind.TOGETHER, "שלום \N{WAVING HAND SIGN} " * 20, workspace.today)
    workspace.theme.set_text_scale(scale)
    page.window().resize(width, 600 if width == 900 else 800)
    settle()
    assert cut_widgets(page) == []
    workspace.do_quietly(finishing.take_finish_back)
    settle()
    assert cut_widgets(page) == []


# In the whole planner


def test_a_lock_in_the_middle_keeps_what_is_chosen_and_typed(open_planner: OpenPlanner, workspace: Workspace) -> None:
    planner = open_planner()
    planner.go(Destination("finish"))
    choose(planner, 3)
    seen(planner, "finish_own_field").setFocus()
    type_words(planner, "Half a sent")
    planner.save_typing()
    again = open_planner()
    assert shown(again) == "finish_page"
    assert seen_as(OptionList, again, "finish_way_list").chosen == EndKind.WITHOUT_CONTACT
    assert seen_as(QTextEdit, again, "finish_own_field").toPlainText() == "Half a sent"
    press_button(again, "finish_button")
    planner = open_planner()
    press_button(planner, "finish_take_back_button")
    assert seen_as(QTextEdit, planner, "finish_own_field").toPlainText() == "", "what was written down is no draft"


def test_today_says_that_the_plan_is_finished_and_leads_there(open_planner: OpenPlanner, workspace: Workspace) -> None:
    planner = open_planner()
    assert is_seen(planner, "today_begin_button")
    workspace.do_quietly(finishing.finish_plan, EndKind.CLOSED, "", workspace.today)
    settle()
    assert is_seen(planner, "today_finished_banner")
    assert not is_seen(planner, "today_begin_button")
    banner = seen(planner, "today_finished_banner")
    label = workspace.catalogue.finish().ways[EndKind.CLOSED].label.lower()
    assert any(words.startswith("This plan was finished on ") and label in words for words in labels_on(banner))
    click(next(each for each in banner.findChildren(QWidget) if each.objectName().endswith("_button")))
    assert shown(planner) == "finish_page"
    press_button(planner, "finish_take_back_button")
    planner.go(Destination("today"))
    settle()
    assert not is_seen(planner, "today_finished_banner")
    assert is_seen(planner, "today_begin_button")


def test_the_contents_of_the_path_lead_to_the_journal_and_to_the_ways_to_finish(open_planner: OpenPlanner) -> None:
    planner = open_planner()
    planner.window().resize(1280, 800)
    for place in ("week", "journal", "finish"):
        planner.go(Destination("path"))
        press_button(planner, f"path_{place}_button")
        assert shown(planner) == f"{place}_page"
        press_button(planner, f"{place}_back_button")
        assert shown(planner) == "path_page"


@pytest.mark.qt_log_ignore("This plugin does not support")  # menus, offscreen
def test_in_a_narrow_window_the_menu_of_the_path_leads_there(open_planner: OpenPlanner) -> None:
    planner = open_planner()
    planner.window().resize(900, 600)
    for place, words in (("week", "The week"), ("journal", "Journal"), ("finish", "Ways to finish this plan")):
        planner.go(Destination("path"))
        press_button(planner, "path_contents_button")
        menu = planner.findChild(QMenu, "path_contents_menu")
        assert menu is not None
        next(action for action in menu.actions() if action.text() == words).trigger()
        menu.close()
        assert shown(planner) == f"{place}_page"


def test_the_record_stays_readable_after_the_finish(open_planner: OpenPlanner, workspace: Workspace) -> None:
    promise(workspace.runner, daily())
    workspace.do_quietly(finishing.finish_plan, EndKind.PARTED, "", workspace.today)
    planner = open_planner()
    for place in ("recovery", "amends", "path", "dates", "journal"):
        planner.go(Destination(place))
        assert shown(planner) == f"{place}_page"
