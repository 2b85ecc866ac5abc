"""Practising to listen: one card at a time, one's own sentence first."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.moved_clock import MovedClock
from tests.ui.person import press, type_words
from tests.ui.screens.entry_person import cut_widgets, press_button, seen, seen_as, words_on
from trustplanner.actions import plans
from trustplanner.actions.practices import write_practice
from trustplanner.domain.plans import Contact
from trustplanner.storage.queries.conversations import practices
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.screens.practice_page import PracticePage

ShowPage = Callable[..., QWidget]
STRONG = "“You have heard me lie. It makes sense.”"


@pytest.fixture
def page(workspace: Workspace, show_page: ShowPage) -> PracticePage:
    page = PracticePage(workspace)
    page.show_detail("history_believe")
    show_page(page)
    page.setFocus()
    return page


def written(page: PracticePage) -> str:
    return seen_as(WritingField, page, "practice_field").toPlainText()


def test_the_examples_come_only_after_a_few_words(page: PracticePage) -> None:
    assert "“I can’t believe a word you say.”" in words_on(page)
    assert STRONG not in words_on(page)
    type_words(page, "I lied to")
    assert STRONG not in words_on(page)
    type_words(page, " you")
    assert STRONG in words_on(page)
    assert "“What can I do to make you believe me?”" in words_on(page)


def test_a_sentence_saves_itself_and_is_one_step_to_undo(page: PracticePage, workspace: Workspace) -> None:
    type_words(page, "You have heard me lie")
    page.save_typing()
    [practice] = workspace.read(practices, "history_believe")
    assert practice.words == "You have heard me lie"
    workspace.undo()
    assert workspace.read(practices, "history_believe") == ()
    assert written(page) == ""


def test_next_and_back_keep_each_card_its_own_words(page: PracticePage, workspace: Workspace) -> None:
    type_words(page, "You have heard me lie")
    press_button(page, "practice_next_button")
    assert page.detail() == "history_phone"
    assert written(page) == ""
    type_words(page, "I did turn it over")
    press(page, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert page.detail() == "history_promise"
    press_button(page, "practice_before_button")
    assert written(page) == "I did turn it over"
    press_button(page, "practice_before_button")
    assert written(page) == "You have heard me lie"


def test_alt_with_the_arrows_walks_from_card_to_card(page: PracticePage) -> None:
    press(page, Qt.Key.Key_Right, modifier=Qt.KeyboardModifier.AltModifier)
    assert page.detail() == "history_phone"
    press(page, Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert page.detail() == "history_believe"


def test_the_first_and_the_last_card_are_ends(page: PracticePage) -> None:
    page.show_detail("stay_silence")
    assert not seen(page, "practice_before_button").isEnabled()
    page.show_detail("real_rehearsed")
    assert not seen(page, "practice_next_button").isEnabled()


def test_a_level_leads_to_its_first_card(page: PracticePage) -> None:
    press_button(page, "practice_level_6_button")
    assert page.detail() == "real_hard"


def test_what_was_written_on_another_day_stands_below(
    workspace: Workspace, show_page: ShowPage, clock: MovedClock
) -> None:
    workspace.do("", write_practice, "stay_tears", "I am staying here")
    clock.forward(days=3)
    workspace.notice_the_day()
    page = PracticePage(workspace)
    page.show_detail("stay_tears")
    show_page(page)
    assert written(page) == ""
    assert "4 May: I am staying here" in words_on(page)


def test_there_is_no_count_and_no_grade(page: PracticePage) -> None:
    type_words(page, "What can I do to make you believe me")
    said = " ".join(words_on(page)).lower()
    assert not any(word in said for word in ("correct", "right answer", "wrong", "points", "%"))


@pytest.mark.parametrize("contact", list(Contact))
def test_practice_is_open_whatever_contact_is_welcome(
    page: PracticePage, workspace: Workspace, contact: Contact
) -> None:
    workspace.do("", plans.set_contact, contact)
    type_words(page, "You have heard me lie")
    page.save_typing()
    assert len(workspace.read(practices, "history_believe")) == 1


@pytest.mark.parametrize(("width", "height", "scale"), [(900, 600, 1.0), (1000, 700, 2.0)])
def test_nothing_is_cut_in_a_small_window(
    workspace: Workspace, show_page: ShowPage, width: int, height: int, scale: float
) -> None:
    workspace.do("", write_practice, "history_believe", "שיקרתי לך, יותר מפעם אחת 🙂")
    workspace.theme.set_text_scale(scale)
    page = PracticePage(workspace)
    page.show_detail("history_believe")
    show_page(page, width=width, height=height)
    assert cut_widgets(page) == []
