"""A person writes in the private journal: every word is kept, on its own day, and seen nowhere else."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.moved_clock import MovedClock
from tests.ui.person import click, focus_in, press, type_words
from tests.ui.screens.entry_person import cut_widgets, is_seen, press_button, seen_as, settle, words_on
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions import journal, plans
from trustplanner.domain.path import LONGEST_ANSWER
from trustplanner.domain.plans import SafetyAnswer, SafetyQuestion
from trustplanner.storage.queries.journal import journal_entries
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.journal_page import JournalPage
from trustplanner.ui.screens.journal_page.earlier_days import SHOWN_AT_FIRST
from trustplanner.ui.screens.main_window import Planner

ShowPage = Callable[..., QWidget]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(workspace: Workspace, show_page: ShowPage, applied_theme: Theme) -> JournalPage:
    for back, words in ((1, "Yesterday was quiet"), (3, "We spoke of May")):
        workspace.do_quietly(journal.write_entry, workspace.today - timedelta(days=back), words)
    shown = JournalPage(workspace)
    show_page(shown)
    shown.setFocus()
    settle()
    return shown


def entries(workspace: Workspace) -> dict[int, str]:
    """The words of each day, by how long ago it was."""
    return {(workspace.today - each.day).days: each.words for each in workspace.read(journal_entries, 1000)}


def field(page: QWidget) -> QTextEdit:
    return seen_as(QTextEdit, page, "journal_field")


def test_what_is_typed_saves_itself_within_a_second(page: JournalPage, qtbot: QtBot) -> None:
    type_words(page, "A long day")
    qtbot.waitUntil(lambda: entries(page.workspace).get(0) == "A long day", timeout=1500)
    assert any(words.startswith("Saved at ") for words in words_on(page))


def test_a_visit_is_one_undo_step_and_the_field_shows_what_stands(page: JournalPage) -> None:
    type_words(page, "One. Two.")
    page.save_typing()
    page.workspace.undo()
    assert 0 not in entries(page.workspace)
    assert field(page).toPlainText() == ""
    page.workspace.redo()
    assert field(page).toPlainText() == "One. Two."


def test_other_days_are_read_below_and_can_be_written_on(page: JournalPage) -> None:
    said = words_on(page)
    assert said.index("Yesterday was quiet") < said.index("We spoke of May")
    type_words(page, "Today's words")
    click([button for button in page.findChildren(QWidget, "journal_change_button") if button.isVisible()][1])
    settle()
    assert field(page).toPlainText() == "We spoke of May"
    assert focus_in(page) is field(page)
    press(page, Qt.Key.Key_End, modifier=CONTROL)
    type_words(page, " again")
    press_button(page, "journal_today_button")
    assert entries(page.workspace) == {0: "Today's words", 1: "Yesterday was quiet", 3: "We spoke of May again"}
    assert field(page).toPlainText() == "Today's words"


def test_an_entry_is_deleted_and_comes_back_with_undo(page: JournalPage) -> None:
    click(next(button for button in page.findChildren(QWidget, "journal_delete_button") if button.isVisible()))
    settle()
    assert entries(page.workspace) == {3: "We spoke of May"}
    page.workspace.undo()
    assert "Yesterday was quiet" in words_on(page)


def test_older_days_come_when_they_are_asked_for(page: JournalPage) -> None:
    workspace = page.workspace
    for back in range(4, 4 + SHOWN_AT_FIRST):
        workspace.do_quietly(journal.write_entry, workspace.today - timedelta(days=back), f"Day {back}")
    buttons = [each for each in page.findChildren(QWidget, "journal_change_button") if each.isVisible()]
    assert len(buttons) == SHOWN_AT_FIRST
    press_button(page, "journal_more_button")
    settle()
    buttons = [each for each in page.findChildren(QWidget, "journal_change_button") if each.isVisible()]
    assert len(buttons) == SHOWN_AT_FIRST + 2
    assert focus_in(page) is buttons[SHOWN_AT_FIRST]
    assert not is_seen(page, "journal_more_button")


def test_words_stay_on_the_day_for_which_they_were_begun(page: JournalPage, clock: MovedClock) -> None:
    type_words(page, "Late")
    clock.forward(days=1)
    page.workspace.notice_the_day()
    type_words(page, " at night")
    page.save_typing()
    assert entries(page.workspace) == {1: "Late at night", 2: "Yesterday was quiet", 4: "We spoke of May"}
    press_button(page, "journal_today_button")
    assert field(page).toPlainText() == ""


def test_words_beyond_the_longest_are_refused_in_place(page: JournalPage) -> None:
    field(page).setPlainText("x" * LONGEST_ANSWER)
    press(page, Qt.Key.Key_End, modifier=CONTROL)
    type_words(page, "y")
    page.save_typing()
    assert len(entries(page.workspace)[0]) == LONGEST_ANSWER
    assert any("characters" in words for words in words_on(page))


@pytest.mark.parametrize(("width", "scale"), [(1280, 1.0), (900, 1.0), (1280, 2.0)])
def test_nothing_is_cut(page: JournalPage, width: int, scale: float) -> None:
    workspace = page.workspace
    workspace.do_quietly(
        journal.write_entry, workspace.today - timedelta(days=2), "היום היה שקט \N{WAVING HAND SIGN}" * 9
    )
    workspace.do_quietly(journal.write_entry, workspace.today - timedelta(days=9), "x" * 300)
    workspace.theme.set_text_scale(scale)
    page.window().resize(width, 600 if width == 900 else 800)
    settle()
    assert cut_widgets(page) == []


# In the whole planner


def shown(planner: Planner) -> str:
    settle()
    [page] = [page for page in planner.findChildren(Page) if page.isVisible()]
    return page.objectName()


def test_a_lock_in_the_middle_keeps_every_word_and_the_day(open_planner: OpenPlanner, workspace: Workspace) -> None:
    workspace.do_quietly(journal.write_entry, workspace.today - timedelta(days=1), "Yesterday")
    planner = open_planner()
    press(planner, Qt.Key.Key_J, modifier=CONTROL)
    assert shown(planner) == "journal_page"
    press_button(planner, "journal_change_button")
    press(planner, Qt.Key.Key_End, modifier=CONTROL)
    type_words(planner, ", half a sent")
    planner.save_typing()
    again = open_planner()
    assert shown(again) == "journal_page"
    assert field(again).toPlainText() == "Yesterday, half a sent"
    assert focus_in(again) is field(again)
    type_words(again, "ence")
    again.save_typing()
    assert entries(workspace) == {1: "Yesterday, half a sentence"}


def test_leaving_the_page_saves_and_coming_back_opens_today(open_planner: OpenPlanner, workspace: Workspace) -> None:
    workspace.do_quietly(journal.write_entry, workspace.today - timedelta(days=1), "Yesterday")
    planner = open_planner()
    planner.go(Destination("journal", str(workspace.today - timedelta(days=1))))
    assert field(planner).toPlainText() == "Yesterday"
    type_words(planner, " evening")
    planner.go(Destination("amends"))
    planner.go(Destination("journal"))
    settle()
    assert field(planner).toPlainText() == ""
    assert entries(workspace) == {1: "Yesterday evening"}


def test_nothing_else_in_the_planner_shows_a_word_of_it(open_planner: OpenPlanner, workspace: Workspace) -> None:
    workspace.do_quietly(journal.write_entry, workspace.today, "Unmistakable")
    planner = open_planner()
    for place in ("today", "path", "amends", "recovery", "dates", "settings", "names", "contact"):
        planner.go(Destination(place))
        assert "Unmistakable" not in " ".join(words_on(planner))


def test_the_journal_stays_open_while_something_is_hidden_and_closes_with_a_stop(
    open_planner: OpenPlanner, workspace: Workspace
) -> None:
    planner = open_planner()
    no = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO)
    workspace.do_quietly(plans.answer_safety, no | {SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES}, keep_answers=False)
    planner.go(Destination("journal"))
    assert shown(planner) == "journal_page"
    workspace.do_quietly(plans.answer_safety, no | {SafetyQuestion.FEAR: SafetyAnswer.YES}, keep_answers=False)
    planner.go(Destination("journal"))
    assert shown(planner) == "stop_page"
