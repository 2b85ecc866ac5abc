"""A person after a setback: five acts, each with words and times; all of it is in the vault and on the page."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDateEdit, QTextEdit, QTimeEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY
from tests.moved_clock import MovedClock
from tests.ui.person import click, focus_in, press, type_words
from tests.ui.screens.entry_person import (
    Led,
    cut_widgets,
    everything_said_on,
    is_seen,
    press_button,
    seen,
    seen_as,
    settle,
    words_on,
)
from trustplanner.actions import plans, setbacks, wishes
from trustplanner.actions.events import add_event
from trustplanner.actions.wishes import WishWords
from trustplanner.domain.events import Event, EventKind
from trustplanner.domain.plans import Contact, Pronoun, SafetyAnswer, SafetyQuestion
from trustplanner.domain.setbacks import SetbackAct, SetbackStep
from trustplanner.domain.wishes import WishKind
from trustplanner.storage.queries.events import events
from trustplanner.storage.queries.setbacks import every_setback_step
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.setback_page import SetbackPage

ShowPage = Callable[..., QWidget]
CONTROL = Qt.KeyboardModifier.ControlModifier
EIGHT = 20 * 60
LONG_NAME = "Annamaria-Theodora Wolkenstein-Trostburg von und zu Rodenegg"


@pytest.fixture
def open_page(workspace: Workspace, show_page: ShowPage, applied_theme: Theme) -> Callable[..., SetbackPage]:
    no_to_all = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO)
    workspace.do_quietly(plans.answer_safety, no_to_all, keep_answers=False)

    def open_it(detail: str = "new", **size: int) -> SetbackPage:
        page = SetbackPage(workspace)
        page.show_detail(detail)
        show_page(page, **size)
        page.setFocus()
        settle()
        return page

    return open_it


def happened(workspace: Workspace) -> list[Event]:
    return [event for event in workspace.read(events) if event.kind is EventKind.SETBACK]


def steps(workspace: Workspace) -> dict[SetbackAct, SetbackStep]:
    return {step.act: step for step in workspace.read(every_setback_step)}


def test_looking_at_it_writes_nothing_and_the_first_words_write_the_setback(
    open_page: Callable[..., SetbackPage], clock: MovedClock, qtbot: QtBot
) -> None:
    page = open_page()
    clock.forward(minutes=1)
    assert happened(page.workspace) == []
    assert not is_seen(page, "setback_questions_banner")
    type_words(page, "I left the room")
    qtbot.waitUntil(lambda: SetbackAct.STOP in steps(page.workspace), timeout=1500)
    [event] = happened(page.workspace)
    assert event.day == MONDAY
    assert steps(page.workspace)[SetbackAct.STOP].words == "I left the room"
    assert is_seen(page, "setback_questions_banner"), "the private questions come back, and it says so"
    assert page.detail() == event.id
    page.save_typing()
    page.workspace.undo()
    assert happened(page.workspace) == []
    assert seen_as(QTextEdit, page, "setback_stop_field").toPlainText() == ""


def test_an_act_is_planned_and_done_with_the_clocks_time(
    open_page: Callable[..., SetbackPage], clock: MovedClock
) -> None:
    page = open_page()
    press_button(page, "setback_tell_by_button")
    planned = steps(page.workspace)[SetbackAct.TELL]
    assert (planned.by_on, planned.by_minute) == (MONDAY, 22 * 60)
    clock.go_to(MONDAY, "21:17")
    press_button(page, "setback_tell_done_button")
    done = steps(page.workspace)[SetbackAct.TELL]
    assert (done.done_on, done.done_minute) == (MONDAY, 21 * 60 + 17)
    assert seen_as(QTimeEdit, page, "setback_tell_done_time_field").text() == "21:17"
    press_button(page, "setback_tell_done_remove_button")
    assert steps(page.workspace)[SetbackAct.TELL].done_on is None
    assert is_seen(page, "setback_tell_done_button")
    press_button(page, "setback_tell_by_remove_button")
    assert steps(page.workspace) == {}, "an act of which nothing is said leaves nothing"


def test_what_is_typed_is_saved_before_a_time_is_set(open_page: Callable[..., SetbackPage]) -> None:
    page = open_page()
    type_words(page, "I put it away")
    press_button(page, "setback_stop_done_button")
    step = steps(page.workspace)[SetbackAct.STOP]
    assert (step.words, step.done_on) == ("I put it away", MONDAY)


def test_ctrl_enter_goes_from_act_to_act(open_page: Callable[..., SetbackPage]) -> None:
    page = open_page()
    for act in (SetbackAct.TELL, SetbackAct.OWN, SetbackAct.MEND, SetbackAct.CHANGE):
        press(page, Qt.Key.Key_Return, modifier=CONTROL)
        assert focus_in(page).objectName() == f"setback_{act.value}_field"


def test_a_day_to_come_is_refused_where_it_is_typed(open_page: Callable[..., SetbackPage]) -> None:
    page = open_page()
    press_button(page, "setback_own_done_button")
    field = seen_as(QDateEdit, page, "setback_own_done_day_field")
    field.setFocus()
    field.setDate(field.date().addDays(1))
    settle()
    assert steps(page.workspace)[SetbackAct.OWN].done_on == MONDAY
    assert any("not come yet" in words for words in words_on(page))


def test_a_repair_against_a_limit_is_refused_at_its_words(open_page: Callable[..., SetbackPage], qtbot: QtBot) -> None:
    page = open_page()
    limit = WishWords("Leave my mother out of it", "mother")
    page.workspace.do_quietly(wishes.add_wish, WishKind.NOT_WANTED, limit)
    seen(page, "setback_mend_field").setFocus()
    type_words(page, "I ring your mother")
    qtbot.waitUntil(lambda: any("Leave my mother out of it" in words for words in words_on(page)), timeout=1500)
    assert steps(page.workspace) == {}
    assert happened(page.workspace) == []
    assert seen_as(QTextEdit, page, "setback_mend_field").toPlainText() == "I ring your mother"


def test_it_is_put_away_and_taken_up_again(open_page: Callable[..., SetbackPage], workspace: Workspace) -> None:
    event = workspace.do_quietly(add_event, MONDAY, EventKind.SETBACK)
    workspace.do_quietly(setbacks.plan_act, event.id, SetbackAct.TELL, MONDAY, EIGHT)
    page = open_page(event.id)
    words = workspace.catalogue.setback()
    assert words.in_hand in words_on(page)
    press_button(page, "setback_put_away_button")
    assert words.is_put_away in words_on(page)
    press_button(page, "setback_take_up_button")
    assert words.in_hand in words_on(page)
    for act in SetbackAct:
        workspace.do_quietly(setbacks.mark_act, event.id, act, MONDAY)
    assert words.all_done in words_on(page)
    assert not is_seen(page, "setback_put_away_button")


def test_the_setback_of_a_day_is_opened_where_there_is_one(
    open_page: Callable[..., SetbackPage], workspace: Workspace
) -> None:
    event = workspace.do_quietly(add_event, MONDAY, EventKind.SETBACK)
    page = open_page(f"day:{MONDAY.isoformat()}")
    assert page.detail() == event.id
    type_words(page, "Once")
    page.show_detail("new")
    assert seen_as(QTextEdit, page, "setback_stop_field").toPlainText() == ""
    assert [step.words for step in steps(workspace).values()] == ["Once"]
    type_words(page, "Twice")
    page.save_typing()
    assert len(happened(workspace)) == 2


def test_the_questions_are_a_way_and_no_reason_is_given(
    open_page: Callable[..., SetbackPage], clock: MovedClock
) -> None:
    page = open_page()
    led = Led(page)
    clock.forward(minutes=1)
    press_button(page, "setback_stop_by_button")
    click(seen(page, "setback_questions_banner_link_button"))
    assert led.to == [Destination("safety")]


def test_the_act_that_speaks_of_help_leads_there(open_page: Callable[..., SetbackPage]) -> None:
    page = open_page()
    led = Led(page)
    type_words(page, "I went out")
    press_button(page, "setback_stop_help_button")
    assert led.to == [Destination("support")]
    assert not any(
        is_seen(page, f"setback_{act.value}_help_button") for act in SetbackAct if act is not SetbackAct.STOP
    )


@pytest.mark.parametrize("pronoun", list(Pronoun))
@pytest.mark.parametrize("contact", list(Contact))
def test_its_words_keep_to_the_contact_that_is_welcome(
    open_page: Callable[..., SetbackPage], workspace: Workspace, pronoun: Pronoun, contact: Contact
) -> None:
    workspace.do_quietly(plans.begin, "Sam", "Ana", pronoun, "Ruth")
    workspace.do_quietly(plans.set_contact, contact, None, "")
    page = open_page()
    said = words_on(page)
    titles = {
        Contact.OPEN: "How does Ana hear it from you?",
        Contact.LIMITED: "Can Ana hear it from you, within the limits?",
        Contact.NONE: "When does Ruth hear it from you?",
    }
    assert titles[contact] in said
    before = {Pronoun.SHE: "before she finds out", Pronoun.HE: "before he finds out", Pronoun.THEY: "they find out"}
    assert any(before[pronoun] in words for words in said) is (contact is Contact.OPEN)


@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 800, 1.0), (900, 600, 1.0), (1280, 800, 2.0)])
def test_nothing_is_cut(
    open_page: Callable[..., SetbackPage], workspace: Workspace, width: int, height: int, scale: float
) -> None:
    workspace.theme.set_text_scale(scale)
    workspace.do_quietly(plans.begin, "Sam", LONG_NAME, Pronoun.SHE, LONG_NAME)
    event = workspace.do_quietly(add_event, MONDAY, EventKind.SETBACK)
    for act in SetbackAct:
        workspace.do_quietly(setbacks.write_act, event.id, act, "שלום ☕ " * 40)
        workspace.do_quietly(setbacks.plan_act, event.id, act, MONDAY, EIGHT)
        workspace.do_quietly(setbacks.mark_act, event.id, act, MONDAY, EIGHT)
    page = open_page(event.id, width=width, height=height)
    assert cut_widgets(page) == []
    assert all("!" not in words for words in everything_said_on(page))
