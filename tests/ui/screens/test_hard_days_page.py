"""A person writes down hard days and places ahead; theirs stay until they release them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit, QWidget

from tests.builders import MONDAY, on
from tests.moved_clock import MovedClock
from tests.ui.person import click, focus_in, press, type_words
from tests.ui.screens.entry_person import cut_widgets, is_seen, press_button, seen, seen_as, settle, words_on
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions import hard_days, plans
from trustplanner.actions.hard_days import HardDayWords
from trustplanner.actions.plans import LONGEST_NAME
from trustplanner.domain.hard_days import HardDay, HardFor
from trustplanner.domain.plans import Contact, Pronoun
from trustplanner.storage.queries.hard_days import hard_days as every_hard_day
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import DateField
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.hard_days_page import HardDaysPage

ShowPage = Callable[..., QWidget]


@pytest.fixture
def page(workspace: Workspace, show_page: ShowPage, applied_theme: Theme) -> HardDaysPage:
    shown = HardDaysPage(workspace)
    show_page(shown)
    shown.setFocus()
    settle()
    return shown


def type_date(page: QWidget, name: str, figures: str) -> None:
    field = seen_as(DateField, page, name)
    field.setFocus()
    field.setSelectedSection(DateField.Section.DaySection)
    type_words(field, figures)
    press(field, Qt.Key.Key_Tab)


def only(workspace: Workspace) -> HardDay:
    [found] = workspace.read(every_hard_day)
    return found


def choose_theirs(page: QWidget) -> None:
    click(seen(page, "hard_days_whose_segment_them_button"))
    settle()


def test_an_empty_page_has_one_first_action_that_gives_way_once_something_is_written(page: HardDaysPage) -> None:
    add = seen_as(Button, page, "hard_days_add_button")
    assert add.property("kind") == Kind.PRIMARY
    assert any("What was promised counts as ever." in words for words in words_on(page))
    page.workspace.do("", hard_days.add_hard_day, HardDayWords(HardFor.ME, "The street", place="The station"))
    assert add.property("kind") == Kind.NORMAL


def test_ones_own_is_written_down_by_keyboard_changed_and_deleted(page: HardDaysPage) -> None:
    workspace = page.workspace
    press(page, Qt.Key.Key_Return)
    settle()
    press(page, Qt.Key.Key_Tab)
    type_words(page, "A year since the call")
    type_date(page, "hard_days_day_field", "14062026")
    click(seen(page, "hard_days_yearly_switch"))
    press_button(page, "hard_days_keep_button")
    own = only(workspace)
    assert (own.whose, own.words, own.day, own.is_yearly, own.heard_on) == (
        HardFor.ME, "A year since the call", on("06-14"), True, None,
    )  # fmt: skip
    assert "Sunday 14 June, every year" in words_on(page)
    assert "A year since the call" in words_on(page)
    press_button(page, "hard_days_change_button")
    press(page, Qt.Key.Key_Escape)
    settle()
    assert focus_in(page).objectName() == "hard_days_change_button"
    press_button(page, "hard_days_delete_button")
    assert workspace.read(every_hard_day) == ()
    workspace.undo()
    assert only(workspace) == own


def test_a_place_alone_is_enough_and_neither_is_said_in_place(page: HardDaysPage) -> None:
    press_button(page, "hard_days_add_button")
    click(seen(page, "hard_days_day_switch"))
    settle()
    press_button(page, "hard_days_keep_button")
    assert any("Fill in one of them" in words for words in words_on(page))
    seen(page, "hard_days_place_field").setFocus()
    type_words(page, "The station")
    press(page, Qt.Key.Key_Return)
    settle()
    assert (only(page.workspace).place, only(page.workspace).day) == ("The station", None)


def test_theirs_has_no_delete_and_is_struck_only_by_their_word_which_stays_readable(page: HardDaysPage) -> None:
    workspace = page.workspace
    press_button(page, "hard_days_add_button")
    choose_theirs(page)
    seen(page, "hard_days_words_field").setFocus()
    type_words(page, "The day she found the letters")
    type_date(page, "hard_days_heard_field", "02052026")
    press_button(page, "hard_days_keep_button")
    assert (only(workspace).whose, only(workspace).heard_on) == (HardFor.THEM, on("05-02"))
    said = words_on(page)
    assert "“The day she found the letters”" in said
    assert "Hers, as she said, heard on 2 May" in said
    assert not is_seen(page, "hard_days_delete_button")
    press_button(page, "hard_days_change_button")
    assert not seen(page, "hard_days_whose_segment_me_button").isEnabled()
    press_button(page, "hard_days_leave_button")
    press_button(page, "hard_days_release_button")
    type_date(page, "hard_days_released_field", "03052026")
    press_button(page, "hard_days_release_write_button")
    assert only(workspace).released_on == on("05-03")
    said = words_on(page)
    assert "Released on Sunday 3 May, as you heard it." in said
    assert "“The day she found the letters”" in said
    assert not is_seen(page, "hard_days_delete_button")
    press_button(page, "hard_days_keep_again_button")
    assert only(workspace).released_on is None


def test_what_is_typed_is_there_after_a_lock_and_with_its_form(open_planner: OpenPlanner, workspace: Workspace) -> None:
    planner = open_planner()
    planner.go(Destination("hard_days", "new"))
    settle()
    choose_theirs(planner)
    seen(planner, "hard_days_words_field").setFocus()
    type_words(planner, "The twentieth")
    planner.save_typing()
    again = open_planner()
    settle()
    assert seen_as(QTextEdit, again, "hard_days_words_field").toPlainText() == "The twentieth"
    assert is_seen(again, "hard_days_heard_field")
    press_button(again, "hard_days_leave_button")
    again.save_typing()
    third = open_planner()
    settle()
    assert not is_seen(third, "hard_days_words_field")


@pytest.mark.parametrize("pronoun", Pronoun)
@pytest.mark.parametrize("contact", Contact)
def test_whose_it_is_is_said_as_contact_and_pronoun_have_it(
    workspace: Workspace, show_page: ShowPage, pronoun: Pronoun, contact: Contact
) -> None:
    workspace.do_quietly(plans.begin, "Sam", "Ana", pronoun)
    workspace.do_quietly(plans.set_contact, contact)
    page = HardDaysPage(workspace)
    page.show_detail("new")
    show_page(page)
    settle()
    choose_theirs(page)
    explained = workspace.catalogue.hard_days().kinds[HardFor.THEM].explained.said_to(workspace.voice)
    assert explained in words_on(page)
    assert ("nobody is asked about it" in explained) is (contact is not Contact.OPEN)


@pytest.mark.parametrize("size", [(900, 600), (1280, 800)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_long_words_and_other_scripts_are_never_cut(
    workspace: Workspace,
    show_page: ShowPage,
    applied_theme: Theme,
    clock: MovedClock,
    size: tuple[int, int],
    scale: float,
) -> None:
    workspace.do_quietly(plans.begin, "Sam", ("Wolfeschlegelsteinhausenbergerdorff " * 2)[:LONGEST_NAME], Pronoun.SHE)
    for whose in HardFor:
        long = HardDayWords(whose, "יום קשה " * 20, MONDAY, is_yearly=True, place="The station " * 10)
        workspace.do_quietly(hard_days.add_hard_day, long)
    applied_theme.set_text_scale(scale)
    page = HardDaysPage(workspace)
    show_page(page, width=size[0], height=size[1])
    settle()
    assert cut_widgets(page) == []
    page.show_detail("new")
    settle()
    assert cut_widgets(page) == []
    applied_theme.set_text_scale(1.0)
