"""The page of wishes, as a person writes down what was asked for and what is not wanted."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, on
from tests.moved_clock import MovedClock
from tests.ui.person import click, focus_in, press, type_words
from tests.ui.screens.opened_planner import OpenPlanner, planner_opener
from tests.ui.screens.seen_amends import (
    ShowPage,
    cut_off,
    found,
    is_seen,
    line_text,
    page_opener,
    press_button,
    read_all,
    settle,
    type_day,
    write,
)
from trustplanner.actions import harms, plans, wishes
from trustplanner.actions.runner import Runner
from trustplanner.actions.wishes import WishWords
from trustplanner.domain.commitments import AskedBy
from trustplanner.domain.harms import Harm
from trustplanner.domain.plans import Contact, Pronoun, SafetyAnswer, SafetyQuestion
from trustplanner.domain.wishes import Wish, WishKind
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.storage.queries.harms import repairs
from trustplanner.storage.queries.plans import draft
from trustplanner.storage.queries.wishes import wishes as every_wish
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.segment import SegmentedControl
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.amends_page import AmendsPage
from trustplanner.ui.screens.commitment_page import CommitmentPage
from trustplanner.ui.screens.wishes_page import WishesPage

OpenWishes = Callable[..., WishesPage]
LONG_NAME = "Wilhelmina-Constantia van der Meersbergen-Oosterhout Tenbrink"[:60]


@pytest.fixture
def open_wishes(applied_theme: Theme, workspace: Workspace, show_page: ShowPage) -> OpenWishes:
    """Open the page in a window of its own."""
    return page_opener(lambda: WishesPage(workspace), show_page)


@pytest.fixture
def open_planner(workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> OpenPlanner:
    """Open the whole planner."""
    return planner_opener(workspace, qtbot, tmp_path)


@pytest.fixture
def harm(runner: Runner) -> Harm:
    return runner.do("Harm", harms.add_harm, "Her mother heard it from me").result


def add(runner: Runner, kind: WishKind, words: str, about: str = "", *, is_guess: bool = False) -> Wish:
    return runner.do("Wish", wishes.add_wish, kind, WishWords(words, about, is_guess=is_guess)).result


def paste(page: QWidget, words: str) -> None:
    """Words that the keys of a test cannot type."""
    QApplication.clipboard().setText(words)
    press(page, Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)


def choose(page: QWidget, name: str, value: str) -> None:
    segment = found(page, SegmentedControl, name)
    click(found(page, QWidget, f"{segment.objectName()}_{value}_button"))
    settle()


def test_both_columns_are_there_and_an_empty_one_is_no_gap(open_wishes: OpenWishes) -> None:
    read = read_all(open_wishes())
    assert "What Ana asked for" in read
    assert "What Ana does not want" in read
    assert "An empty column is not a gap." in read


def test_a_wish_is_written_down_as_theirs(open_wishes: OpenWishes, workspace: Workspace) -> None:
    page = open_wishes()
    press_button(page, "wishes_asked_new_button")
    assert focus_in(page).objectName() == "wishes_asked_field"
    assert not is_seen(page, "wishes_asked_topic_field")
    type_words(page, "The statements on Sunday")
    press(page, Qt.Key.Key_Return)
    (wish,) = workspace.read(every_wish)
    assert (wish.kind, wish.words, wish.is_guess, wish.heard_on) == (
        WishKind.ASKED, "The statements on Sunday", False, MONDAY,
    )  # fmt: skip
    read = read_all(page)
    assert "“The statements on Sunday”\n" in read
    assert "She said, from memory, 4 May" in read
    assert not is_seen(page, "wishes_asked_field")
    workspace.undo(is_slip=True)
    assert workspace.read(every_wish) == ()


def test_a_limit_has_a_topic_and_perhaps_a_day(
    open_wishes: OpenWishes, workspace: Workspace, clock: MovedClock
) -> None:
    page = open_wishes()
    press_button(page, "wishes_not_wanted_new_button")
    type_words(page, "Leave my mother out of it until summer")
    choose(page, "wishes_not_wanted_whose_segment", "guess")
    write(page, "wishes_not_wanted_topic_field", "mother")
    switch = found(page, Switch, "wishes_not_wanted_until_switch")
    switch.setFocus()
    press(switch, Qt.Key.Key_Space)
    type_day(page, "wishes_not_wanted_until_field", on("06-21"))
    press_button(page, "wishes_not_wanted_keep_button")
    (limit,) = workspace.read(every_wish)
    assert (limit.about, limit.until, limit.is_guess) == ("mother", on("06-21"), True)
    assert "I guess, 4 May\nAbout: mother\nUntil Sunday 21 June" in read_all(page)
    clock.forward(days=60)
    workspace.notice_the_day()
    assert "The day that was named, Sunday 21 June, has passed. That alone lifts nothing." in read_all(page)


def test_a_limit_is_lifted_with_their_word_for_it_and_holds_again(
    open_wishes: OpenWishes, workspace: Workspace, runner: Runner
) -> None:
    limit = add(runner, WishKind.NOT_WANTED, "No calls", "calls")
    page = open_wishes()
    press_button(page, f"wishes_lift_{limit.id}_button")
    assert "Lifted on 4 May" in read_all(page)
    assert workspace.read(every_wish)[0].lifted_on == MONDAY
    press_button(page, f"wishes_hold_{limit.id}_button")
    assert workspace.read(every_wish)[0].lifted_on is None
    assert "Until she says otherwise" in read_all(page)


def test_a_limit_they_said_can_be_deleted_only_as_a_slip(
    open_wishes: OpenWishes, workspace: Workspace, runner: Runner, clock: MovedClock
) -> None:
    limit = add(runner, WishKind.NOT_WANTED, "No calls", "calls")
    page = open_wishes()
    press_button(page, f"wishes_change_{limit.id}_button")
    assert is_seen(page, "wishes_not_wanted_delete_button")
    press(page, Qt.Key.Key_Escape)
    clock.forward(days=1)
    press_button(page, f"wishes_change_{limit.id}_button")
    assert not is_seen(page, "wishes_not_wanted_delete_button")
    write(page, "wishes_not_wanted_field", "No calls at work")
    press(page, Qt.Key.Key_Return)
    assert workspace.read(every_wish)[0].words == "No calls at work"


def test_what_they_asked_for_becomes_a_commitment_asked_for_by_them(
    applied_theme: Theme, open_wishes: OpenWishes, workspace: Workspace, runner: Runner, show_page: ShowPage
) -> None:
    wish = add(runner, WishKind.ASKED, "lay the statements on the table on Sunday")
    guess = add(runner, WishKind.ASKED, "be on time", is_guess=True)
    page = open_wishes()
    went: list[Destination] = []
    page.go_requested.connect(went.append)
    press_button(page, f"wishes_commitment_{wish.id}_button")
    assert went == [Destination("commitment", f"wish:{wish.id}")]
    editor = CommitmentPage(workspace)
    show_page(editor)
    editor.show_detail(f"wish:{wish.id}")
    assert line_text(editor, "commitment_will_field") == "lay the statements on the table on Sunday"
    press_button(editor, "commitment_save_button")
    (made,) = workspace.read(every_commitment)
    assert (made.title, made.asked_by, made.asked_on) == (wish.words, AskedBy.THEY, MONDAY)
    editor.show_detail(f"wish:{guess.id}")
    press_button(editor, "commitment_save_button")
    assert workspace.read(every_commitment)[-1].asked_by is AskedBy.NOBODY


def test_a_plan_that_touches_a_limit_is_refused_with_the_limit_in_its_words(
    applied_theme: Theme, workspace: Workspace, runner: Runner, show_page: ShowPage, harm: Harm
) -> None:
    add(runner, WishKind.NOT_WANTED, "Leave my mother out of it", "mother")
    page = AmendsPage(workspace)
    show_page(page)
    assert "“Leave my mother out of it”" in read_all(page)
    press_button(page, f"amends_harm_add_{harm.id}_button")
    type_words(page, "Write to her mother")
    press(page, Qt.Key.Key_Return)
    assert workspace.read(repairs) == ()
    assert "This touches a limit: “Leave my mother out of it”. It is Ana’s to lift." in read_all(page)
    editor = CommitmentPage(workspace)
    show_page(editor)
    write(editor, "commitment_title_field", "Sundays")
    write(editor, "commitment_will_field", "visit her mother")
    press_button(editor, "commitment_save_button")
    assert workspace.read(every_commitment) == ()
    assert "This touches a limit: “Leave my mother out of it”." in read_all(editor)
    write(editor, "commitment_will_field", "not speak about her mother")
    press_button(editor, "commitment_save_button")
    assert len(workspace.read(every_commitment)) == 1


def test_opening_another_form_keeps_what_was_written_in_the_first(
    open_wishes: OpenWishes, workspace: Workspace
) -> None:
    page = open_wishes()
    press_button(page, "wishes_asked_new_button")
    type_words(page, "The statements")
    press_button(page, "wishes_not_wanted_new_button")
    assert [each.words for each in workspace.read(every_wish)] == ["The statements"]
    assert focus_in(page).objectName() == "wishes_not_wanted_field"
    press_button(page, "wishes_not_wanted_keep_button")
    assert workspace.read(every_wish)[1:] == ()
    assert is_seen(page, "wishes_not_wanted_field")


def test_a_lock_in_the_middle_keeps_every_typed_word(
    applied_theme: Theme, workspace: Workspace, runner: Runner, open_planner: OpenPlanner
) -> None:
    runner.do("Safety", plans.answer_safety, dict.fromkeys(SafetyQuestion, SafetyAnswer.NO), keep_answers=False)
    planner = open_planner()
    planner.go(Destination("wishes"))
    settle()
    press_button(planner, "wishes_not_wanted_new_button")
    paste(planner, "לא בעבודה 🌹")
    write(planner, "wishes_not_wanted_topic_field", "work")
    planner.save_typing()
    again = open_planner()
    settle()
    assert line_text(again, "wishes_not_wanted_field") == "לא בעבודה 🌹"
    assert line_text(again, "wishes_not_wanted_topic_field") == "work"
    press_button(again, "wishes_not_wanted_keep_button")
    assert [(each.words, each.about) for each in workspace.read(every_wish)] == [("לא בעבודה 🌹", "work")]
    assert workspace.read(draft, "wishes") is None


def test_what_was_put_away_comes_back_with_undo(open_wishes: OpenWishes, workspace: Workspace) -> None:
    page = open_wishes()
    press_button(page, "wishes_asked_new_button")
    type_words(page, "The statements")
    press_button(page, "wishes_asked_leave_button")
    assert not is_seen(page, "wishes_asked_field")
    workspace.undo()
    assert line_text(page, "wishes_asked_field") == "The statements"


@pytest.mark.parametrize("contact", list(Contact))
@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 800, 1.0), (900, 600, 1.0), (1280, 800, 2.0)])
def test_long_names_and_words_are_never_cut(
    open_wishes: OpenWishes,
    workspace: Workspace,
    runner: Runner,
    harm: Harm,
    contact: Contact,
    width: int,
    height: int,
    scale: float,
) -> None:
    runner.do("Names", plans.begin, "Sam", LONG_NAME, Pronoun.THEY)
    runner.do("Contact", plans.set_contact, contact)
    workspace.theme.set_text_scale(scale)
    add(runner, WishKind.ASKED, "A day a week on which nobody speaks of it, whatever comes up, and however it ends")
    add(runner, WishKind.NOT_WANTED, "אל תדבר עם אמא שלי", "אמא, " + "sisters " * 8)
    page = open_wishes(width=width, height=height)
    press_button(page, "wishes_not_wanted_new_button")
    assert cut_off(page) == []
    workspace.theme.set_text_scale(1.0)


def test_in_the_planner_a_wish_leads_to_the_form_of_its_repair_and_back(
    applied_theme: Theme, workspace: Workspace, runner: Runner, harm: Harm, open_planner: OpenPlanner
) -> None:
    runner.do("Safety", plans.answer_safety, dict.fromkeys(SafetyQuestion, SafetyAnswer.NO), keep_answers=False)
    wish = add(runner, WishKind.ASKED, "My sister hears about the money from you")
    planner = open_planner()
    planner.go(Destination("amends"))
    settle()
    press_button(planner, "amends_wishes_button")
    press_button(planner, f"wishes_repair_{wish.id}_button")
    assert line_text(planner, "amends_repair_field") == wish.words
    assert focus_in(planner).objectName() == "amends_repair_field"
    press_button(planner, "amends_repair_keep_button")
    (made,) = workspace.read(repairs)
    assert (made.harm_id, made.words, made.advised_by) == (harm.id, wish.words, "Ana, on 4 May")
    planner.go(Destination("wishes"))
    settle()
    press_button(planner, "wishes_back_button")
    assert is_seen(planner, "amends_wishes_button")
