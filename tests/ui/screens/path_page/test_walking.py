"""Walking the path: writing, skipping, coming back, progress in words, the margin, and one undo step a visit."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QMenu, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import promise
from tests.moved_clock import MovedClock
from tests.ui.person import click
from tests.ui.screens.path_page.path_person import FACTS, PathPerson
from trustplanner.actions import path, plans
from trustplanner.actions.runner import Runner
from trustplanner.domain.path import PromptState
from trustplanner.domain.plans import Pronoun, Share
from trustplanner.domain.schedules import daily
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.dots import ContentsEntry
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.path_page import PathPage
from trustplanner.ui.screens.path_page.margin import MarginNote

ShowPage = Callable[..., QWidget]
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def write_everything(workspace: Workspace, *, but: str = "") -> None:
    """Answer each question of the plan and of this day, but one."""
    for code in workspace.catalogue.prompt_codes():
        prompt = workspace.catalogue.prompt(code)
        on = workspace.today if code.startswith("day_") else None
        if code != but and not code.startswith(("week_", "session_")):
            workspace.runner.do("", path.write_answer, prompt.code, "Four words are enough", "", on)


def test_the_path_begins_at_its_first_question_and_notes_that_it_was_opened(person: PathPerson) -> None:
    assert person.heading == "Ready, question 1 of 3"
    assert person.title == "What matters to you here?"
    assert person.state("ready_value") is PromptState.OPENED
    assert person.stage("ready") == "Ready. 0 of 3 written"
    assert person.stage("acknowledge") == "Acknowledge the hurt. Not opened"
    assert person.workspace.next_undo is None, "looking is no step"


def test_what_is_typed_is_saved_by_itself_and_says_when(person: PathPerson, qtbot: QtBot, clock: MovedClock) -> None:
    person.choose("ready_who_decides")
    clock.forward(minutes=41)
    person.type("Ana asked for two weeks.")
    qtbot.waitUntil(lambda: person.words("ready_who_decides") == "Ana asked for two weeks.")
    assert person.reads("Saved at 20:41. Only in this file.")
    clock.forward(days=2)
    person.choose("ready_is_it_over")
    assert not person.reads("Saved at")
    person.choose("ready_who_decides")
    assert person.reads("Saved on 4 May. Only in this file.")
    assert person.field.toPlainText() == "Ana asked for two weeks."


def test_going_on_saves_at_once_and_leads_to_the_next_question_over_the_end_of_a_stage(person: PathPerson) -> None:
    person.choose("ready_is_it_over")
    person.type("It ended on 3 May.")
    person.press_button("go_on")
    assert person.words("ready_is_it_over") == "It ended on 3 May."
    assert person.heading == "Acknowledge the hurt, question 1 of 6"
    person.type("I lied.")
    person.press_keys(Qt.Key.Key_Return, CTRL)
    assert person.words(FACTS) == "I lied."
    assert person.heading == "Acknowledge the hurt, question 2 of 6"
    person.choose("hurt_what_did_you_do")
    person.press_button("go_on")
    assert person.heading == "Acknowledge the hurt, question 2 of 6", "the first open one"
    person.press_button("back")
    assert person.heading == "Acknowledge the hurt, question 1 of 6"


def test_questions_that_are_written_are_passed_by_and_the_margin_says_what_is_next(person: PathPerson) -> None:
    do = person.workspace.do
    do("Write", path.write_answer, "hurt_counted_on", "That I was there.")
    do("Skip", path.skip_prompt, "hurt_cost")
    person.open(FACTS)
    assert person.notes()["next"] == ["What has Ana told you, in her own words?"]
    person.press_button("go_on")
    assert person.heading == "Acknowledge the hurt, question 4 of 6"


def test_a_skipped_question_is_passed_said_in_words_and_can_be_written_later(person: PathPerson) -> None:
    person.choose("ready_who_decides")
    person.press_button("skip")
    assert person.title == "Is it over, and is it all known?"
    assert person.state("ready_who_decides") is PromptState.SKIPPED
    assert person.entry("ready_who_decides") == "Who decides? (skipped)"
    assert person.stage("ready") == "Ready. 0 of 3 written, 1 skipped"
    person.choose("ready_who_decides")
    person.type("Ana does.")
    person.press_button("go_on")
    assert person.state("ready_who_decides") is PromptState.WRITTEN
    person.open("ready_is_it_over")
    assert person.stage("ready") == "Ready. 1 of 3 written"
    assert person.entry("ready_who_decides") == "Who decides?"


def test_skipping_what_is_written_leaves_it_written(person: PathPerson) -> None:
    person.choose("ready_who_decides")
    person.type("Ana does.")
    person.press_button("skip")
    assert person.words("ready_who_decides") == "Ana does."
    assert person.state("ready_who_decides") is PromptState.WRITTEN


def test_alt_and_arrows_walk_through_all_questions_and_lose_nothing(person: PathPerson) -> None:
    person.open("ready_is_it_over")
    person.type("It is over.")
    person.press_keys(Qt.Key.Key_Right, ALT)
    assert person.heading == "Acknowledge the hurt, question 1 of 6"
    assert person.words("ready_is_it_over") == "It is over."
    person.type("I lied.")
    person.press_keys(Qt.Key.Key_Left, ALT)
    assert person.heading == "Ready, question 3 of 3"
    assert (person.field.toPlainText(), person.words(FACTS)) == ("It is over.", "I lied.")
    for _ in range(40):
        person.press_keys(Qt.Key.Key_Right, ALT)
    assert person.heading == "Day to day, before a session, question 3 of 3"
    assert person.state("week_size", person.workspace.today) is PromptState.OPENED, "today is a Monday"


def test_a_stage_opens_at_its_first_open_question(person: PathPerson) -> None:
    person.workspace.do("Write", path.write_answer, "own_choice_points", "When she asked.")
    click(person.the(ContentsEntry, "path_responsibility_stage_entry"))
    assert person.heading == "Take responsibility, question 2 of 6"


def test_examples_come_only_after_a_few_words_and_say_why_one_is_weak(person: PathPerson, qtbot: QtBot) -> None:
    person.open(FACTS)
    assert set(person.notes()) == {"why", "next", "examples"}
    person.type("I lied twice")
    qtbot.waitUntil(lambda: person.words(FACTS) == "I lied twice")
    assert not person.reads("transparent"), "three words could still become a template"
    person.type(" today")
    qtbot.waitUntil(lambda: person.words(FACTS) == "I lied twice today")
    notes = person.notes()
    assert list(notes) == ["why", "next", "strong", "weak"]
    assert notes["strong"] == [
        "On 14 June I told Lena I was at work. I was with Chris. I said it on three other evenings too."
    ]
    assert notes["weak"][:2] == [
        "I was not completely transparent about my schedule.",
        "No camera could record it. Nobody can tell what was done.",
    ]
    person.choose("hurt_counted_on")
    assert "strong" not in person.notes()


def test_the_contents_and_the_margin_say_which_stage_deserves_most_room(person: PathPerson) -> None:
    assert not person.reads("deserves the most room")
    person.workspace.do("Kind", plans.choose_kind, "small_lies", hidden=Share.YES)
    assert person.reads("After what happened, “Take responsibility” deserves the most room.")
    assert "most_room" not in person.notes()
    person.open("own_choice_points")
    assert person.notes()["most_room"][0].startswith("“Who are you, and what is real?”")
    person.open("own_told_yourself")
    assert "most_room" not in person.notes(), "once is enough"


def test_when_everything_is_written_one_calm_sentence_says_so_and_the_way_leads_to_today(person: PathPerson) -> None:
    write_everything(person.workspace, but="amends_never_forgive")
    person.open("amends_never_forgive")
    assert not person.reads("Every question is written.")
    assert person.notes()["next"] == ["Your daily page"]
    person.type("Go to work.")
    person.leave_field()
    assert person.reads("Every question is written. Each can be read and changed at any time.")
    person.press_button("go_on")
    assert person.went == [Destination("today")]


def test_what_was_skipped_is_not_called_written(person: PathPerson) -> None:
    write_everything(person.workspace, but="own_hardest")
    person.open("own_hardest")
    person.press_button("skip")
    assert person.reads("Nothing else is open here. What was skipped stays in the contents.")


# --- undo


def test_a_visit_to_a_field_is_one_undo_step(person: PathPerson, qtbot: QtBot) -> None:
    person.open(FACTS)
    person.type("I lied")
    qtbot.waitUntil(lambda: person.words(FACTS) == "I lied")
    person.type(" on 14 June")
    qtbot.waitUntil(lambda: person.words(FACTS) == "I lied on 14 June")
    assert person.workspace.next_undo is None, "the visit is not over"
    person.leave_field()
    person.workspace.undo()
    assert (person.words(FACTS), person.field.toPlainText()) == ("", "")
    assert person.workspace.next_undo is None
    person.workspace.redo()
    assert (person.words(FACTS), person.field.toPlainText()) == ("I lied on 14 June", "I lied on 14 June")


def test_a_second_visit_is_a_second_step(person: PathPerson) -> None:
    person.open(FACTS)
    person.type("I lied.")
    person.leave_field()
    person.field.setFocus()
    person.type(" Twice.")
    person.leave_field()
    person.workspace.undo()
    assert person.field.toPlainText() == "I lied."
    person.workspace.undo()
    assert person.field.toPlainText() == ""


def test_a_visit_in_which_nothing_was_changed_is_no_step(person: PathPerson) -> None:
    person.open(FACTS)
    person.leave_field()
    person.press_button("go_on")
    assert person.workspace.next_undo is None


def test_undo_shows_the_question_that_it_put_back(person: PathPerson) -> None:
    person.open(FACTS)
    person.type("I lied.")
    person.press_button("go_on")
    person.press_button("skip")
    assert person.heading == "Acknowledge the hurt, question 3 of 6"
    person.workspace.undo()
    assert person.heading == "Acknowledge the hurt, question 2 of 6"
    assert person.state("hurt_counted_on") is PromptState.OPENED
    person.workspace.undo()
    assert person.heading == "Acknowledge the hurt, question 1 of 6"
    assert person.field.toPlainText() == ""


@pytest.mark.qt_log_ignore("This plugin does not support")  # menus, offscreen
def test_the_menu_can_undo_a_visit_that_goes_on(person: PathPerson) -> None:
    """A menu takes the focus of the field only for itself; the step is there all the same."""
    person.open(FACTS)
    person.type("I lied.")
    menu = QMenu(person.page)
    menu.addAction("Undo")
    menu.popup(person.page.mapToGlobal(person.page.rect().center()))
    assert person.workspace.next_undo is not None
    menu.close()
    person.workspace.undo()
    assert (person.words(FACTS), person.field.toPlainText()) == ("", "")


# --- windows


@pytest.mark.parametrize("width", [1280, 1120, 900])
def test_the_ways_on_are_always_in_view_in_line_with_the_question(
    workspace: Workspace, show_page: ShowPage, runner: Runner, width: int
) -> None:
    for title in ("Ring at six", "Statements on Sunday", "Say where I am going"):
        promise(runner, daily(), title)
    page = PathPage(workspace)
    window = show_page(page, width=width, height=600)
    person = PathPerson(page)
    person.open("amends_commitments")
    person.settle()
    lane, bar = page.column_for_toast(), page.findChildren(QScrollArea)[0].verticalScrollBar()
    assert bar.maximum() > 0, "it scrolls"
    for _ in range(2):
        go_on, back = (person.the(Button, f"path_{name}_button") for name in ("go_on", "back"))
        for button in (go_on, back):
            assert not button.visibleRegion().isEmpty()
            assert window.rect().contains(QRect(button.mapTo(window, QPoint(0, 0)), button.size()))
        assert go_on.mapTo(window, QPoint(0, 0)).x() == lane.mapTo(window, QPoint(0, 0)).x()
        assert back.mapTo(window, back.rect().topRight()).x() == lane.mapTo(window, lane.rect().topRight()).x()
        bar.setValue(bar.maximum())
        person.settle()


def test_the_question_does_not_move_sideways_when_the_page_begins_to_scroll(
    workspace: Workspace, show_page: ShowPage
) -> None:
    page = PathPage(workspace)
    window = show_page(page)
    person = PathPerson(page)
    widths = []
    for height in (1200, 400, 1200):
        window.resize(1280, height)
        person.settle()
        widths.append(page.column_for_toast().width())
    assert widths == [widths[0]] * 3


def test_the_first_question_offers_no_way_back(person: PathPerson) -> None:
    assert not person.seen(Button, "path_back_button")
    person.press_button("skip")
    person.press_button("back")
    assert person.title == "What matters to you here?"
    assert not person.seen(Button, "path_back_button")


def test_the_stage_where_one_is_says_how_much_is_written_before_anything_is(
    person: PathPerson,
) -> None:
    assert person.stage("day_to_day") == "Day to day. Your daily page"
    person.open("week_slipped")
    assert person.stage("day_to_day") == "Day to day. Today: 0 of 3 written"
    person.open("own_hardest")
    assert person.stage("responsibility") == "Take responsibility. 0 of 6 written"
    assert person.stage("day_to_day") == "Day to day. Your daily page"


def test_in_a_narrow_window_the_contents_are_one_line_and_the_notes_are_folded(
    person: PathPerson, qtbot: QtBot
) -> None:
    person.open("hurt_told_you")
    window = person.page.window()
    window.resize(900, 600)
    qtbot.waitUntil(lambda: bool(person.seen(Button, "path_contents_button")))
    button = person.the(Button, "path_contents_button")
    assert button.words() == "Acknowledge the hurt, question 4 of 6"
    assert not person.seen(QWidget, "path_contents")
    assert person.notes() == {}
    person.press_button("why_fold")
    assert list(person.notes()) == ["why"]
    assert person.the(MarginNote, "path_why_note").fold_button.accessibleDescription() == "open"
    person.press_button("why_fold")
    assert person.notes() == {}
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: bool(person.seen(QWidget, "path_contents")))
    assert set(person.notes()) == {"why", "they_decide", "next", "examples"}


@pytest.mark.qt_log_ignore("This plugin does not support")  # menus, offscreen
def test_the_menu_of_a_narrow_window_opens_any_question_and_says_how_far_each_is(
    person: PathPerson, qtbot: QtBot
) -> None:
    person.workspace.do("Write", path.write_answer, "own_hardest", "That I laughed.")
    person.page.window().resize(900, 600)
    qtbot.waitUntil(lambda: bool(person.seen(Button, "path_contents_button")))
    person.press_button("contents")
    menu = person.page.findChild(QMenu, "path_contents_menu")
    assert menu is not None
    assert menu.isVisible()
    stages = [action.text() for action in menu.actions()]
    assert stages[0] == "Ready: 0 of 3 written"
    assert stages[2] == "Take responsibility: 1 of 6 written"
    inner = menu.actions()[2].menu()
    assert isinstance(inner, QMenu)
    assert inner.actions()[-1].text() == "What is hardest to own? (written)"
    inner.actions()[-1].trigger()
    menu.close()
    assert person.the(Button, "path_contents_button").words() == "Take responsibility, question 6 of 6"
    assert person.field.toPlainText() == "That I laughed."


@pytest.mark.parametrize(("width", "height", "scale"), [(1100, 700, 1.0), (900, 600, 1.0), (900, 600, 2.0)])
def test_nothing_needs_scrolling_sideways_whatever_the_window_and_the_name(
    workspace: Workspace, show_page: ShowPage, runner: Runner, width: int, height: int, scale: float
) -> None:
    runner.do("Names", plans.begin, "Sam", "W" * 60, Pronoun.SHE)
    workspace.theme.set_text_scale(scale)
    page = PathPage(workspace)
    show_page(page, width=width, height=height)
    person = PathPerson(page)
    for code in ("hurt_told_you", "own_one_sentence", "ready_value", "day_how_hard", "amends_commitments"):
        page.show_detail(code)
        person.settle()
        lane = page.column_for_toast()
        right = lane.mapTo(page, lane.rect().topRight()).x()
        assert right <= page.width()
        for child in person.seen(Button):
            assert child.mapTo(page, child.rect().topRight()).x() <= page.width(), (code, child.objectName())


# --- keys and screen readers


def test_the_page_is_walked_by_keyboard_alone(person: PathPerson) -> None:
    person.open("ready_who_decides")
    person.page.setFocus()
    person.type("Ana does.")
    names = []
    for _ in range(3):
        person.press_keys(Qt.Key.Key_Tab)
        focused = person.page.window().focusWidget()
        assert focused is not None
        names.append(focused.objectName())
    assert names == ["path_go_on_button", "path_skip_button", "path_back_button"]
    person.press_keys(Qt.Key.Key_Backtab)
    person.press_keys(Qt.Key.Key_Return)
    assert person.title == "Is it over, and is it all known?"
    person.type("It is.")
    assert person.field.toPlainText() == "It is.", "the focus is where writing begins"


def test_whatever_can_be_reached_has_a_name(person: PathPerson) -> None:
    for code in person.workspace.catalogue.prompt_codes():
        person.open(code)
        reachable = [widget for widget in person.seen(QWidget) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert [widget.objectName() for widget in reachable if not widget.accessibleName()] == []
    assert person.page.findChildren(QWidget)


def test_the_field_is_the_questions(person: PathPerson) -> None:
    person.open(FACTS)
    assert person.field.accessibleName() == "What did you do?"
    assert person.field.accessibleDescription().startswith("Write only what a camera could have recorded")


def test_a_detail_that_is_none_changes_nothing(person: PathPerson) -> None:
    person.open(FACTS)
    for detail in ("", "no_such_prompt", "@", "#"):
        person.open(detail)
        assert person.page.detail() == FACTS
    person.open("day_shaded@never")
    assert person.page.detail() == "day_shaded"
