"""What contact is welcome: recorded as theirs, and held to at once."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.moved_clock import MovedClock
from tests.ui.kit.pictures import picture, shows
from tests.ui.person import click, press, type_words
from tests.ui.screens.entry_person import (
    Led,
    controls_on,
    cut_widgets,
    is_seen,
    press_button,
    seen,
    seen_as,
    words_on,
)
from tests.words import shipped_words
from trustplanner.actions import plans
from trustplanner.domain.plans import Contact, Plan, Pronoun, SafetyAnswer, SafetyQuestion
from trustplanner.storage.queries.plans import the_plan
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.banner import Banner
from trustplanner.ui.kit.choice_fields import DateField
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.their_words import TheirWords
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.contact_page import ContactPage

ShowPage = Callable[..., QWidget]
WORDS = shipped_words().first_run().contact
INDIRECT = shipped_words().safety().indirect


@pytest.fixture
def contact(workspace: Workspace, show_page: ShowPage) -> ContactPage:
    page = ContactPage(workspace)
    show_page(page)
    return page


def plan_in(vault: Vault) -> Plan:
    plan = vault.read(the_plan)
    assert plan is not None
    return plan


def choose(page: ContactPage, state: str) -> None:
    click(seen(page, f"contact_state_list_{state}_button"))


def write_note(page: ContactPage, words: str) -> None:
    seen(page, "contact_note_field").setFocus()
    type_words(page, words)


def test_each_state_is_recorded_and_holds_at_once(contact: ContactPage, workspace: Workspace, vault: Vault) -> None:
    for state in ("limited", "none", "open"):
        choose(contact, state)
        assert plan_in(vault).contact is workspace.voice.contact is Contact(state)
        assert WORDS.options[Contact(state)].label in " ".join(words_on(contact))


def test_a_change_of_contact_is_one_undo_step(contact: ContactPage, workspace: Workspace, vault: Vault) -> None:
    choose(contact, "none")
    workspace.undo()
    assert plan_in(vault).contact is Contact.OPEN
    assert INDIRECT.paragraphs[0].said_to(workspace.voice) not in words_on(contact)


def test_a_day_can_be_named_and_opens_nothing_by_itself(
    contact: ContactPage, workspace: Workspace, vault: Vault, clock: MovedClock
) -> None:
    choose(contact, "none")
    click(seen(contact, "contact_span_segment_day_button"))
    field = seen_as(DateField, contact, "contact_until_field")
    field.setFocus()
    press(contact, Qt.Key.Key_Up)
    until = field.day()
    assert plan_in(vault).contact_until == until
    assert WORDS.until_note.said_to(workspace.voice) in words_on(contact)
    clock.go_to(date(2026, 12, 24))
    workspace.notice_the_day()
    assert until < date(2026, 12, 24)
    assert workspace.voice.contact == "none"
    said = words_on(contact)
    stands = said[said.index(WORDS.stands_title) + 1].replace("\N{NO-BREAK SPACE}", " ")
    assert (
        stands
        == f"No contact. The day that was named, {until:%A} {until.day} June, has passed; that alone changes nothing."
    )
    assert {words.said_to(workspace.voice) for words in INDIRECT.paragraphs} <= set(said)
    click(seen(contact, "contact_span_segment_said_button"))
    assert plan_in(vault).contact_until is None
    assert workspace.voice.contact == "none"


def test_what_was_said_is_quoted_in_the_second_ink_and_marked_as_from_memory(
    contact: ContactPage, vault: Vault, theme: Theme, qtbot: QtBot
) -> None:
    choose(contact, "limited")
    quote = contact.findChild(TheirWords, "contact_said_quote")
    assert quote is not None
    assert not quote.isVisible()
    write_note(contact, "Only by letter")
    qtbot.waitUntil(lambda: plan_in(vault).contact_note == "Only by letter")
    assert quote.words() == "“Only by letter”"
    assert "From memory" in words_on(contact)
    image = picture(quote)
    assert shows(image, image.rect(), theme, "theirs")
    field = picture(seen(contact, "contact_note_field"))
    assert not shows(field, field.rect(), theme, "theirs"), "while it is typed it is the writer's own ink"


def test_a_visit_to_the_note_is_one_undo_step(
    contact: ContactPage, workspace: Workspace, vault: Vault, qtbot: QtBot
) -> None:
    write_note(contact, "Only")
    qtbot.waitUntil(lambda: plan_in(vault).contact_note == "Only")
    write_note(contact, " by letter")
    qtbot.waitUntil(lambda: plan_in(vault).contact_note == "Only by letter")
    seen(contact, "contact_back_button").setFocus()
    workspace.undo()
    assert plan_in(vault).contact_note == ""
    assert seen_as(QTextEdit, contact, "contact_note_field").toPlainText() == ""


def test_leaving_writes_the_note_at_once(contact: ContactPage, vault: Vault) -> None:
    write_note(contact, "Nothing before June")
    contact.save_typing()
    assert plan_in(vault).contact_note == "Nothing before June"


def test_an_answer_that_asked_for_no_contact_outranks_what_is_chosen_here(
    contact: ContactPage, workspace: Workspace
) -> None:
    assert not is_seen(contact, "contact_held_banner")
    yes = {SafetyQuestion.ASKED_NO_CONTACT: SafetyAnswer.YES}
    workspace.do_quietly(plans.answer_safety, yes, keep_answers=False)
    banner = seen_as(Banner, contact, "contact_held_banner")
    assert banner.sentence() == WORDS.held_by_answers.said_to(workspace.voice)
    choose(contact, "open")
    assert workspace.voice.contact is Contact.NONE
    assert {words.said_to(workspace.voice) for words in INDIRECT.paragraphs} <= set(words_on(contact))
    led = Led(contact)
    click(banner.link_button)
    assert led.to == [Destination("safety")]


def test_back_leads_back(contact: ContactPage) -> None:
    led = Led(contact)
    press_button(contact, "contact_back_button")
    assert led.to == [Destination("back")]


def test_it_speaks_with_the_pronoun_of_the_plan_after_a_change(contact: ContactPage, workspace: Workspace) -> None:
    choose(contact, "limited")
    workspace.do("", plans.begin, "Sam", "Kim", Pronoun.HE)
    said = " ".join(words_on(contact))
    assert "What contact does Kim want?" in said
    assert seen(contact, "contact_span_segment_said_button").accessibleName() == "Until he says otherwise"
    row = seen(contact, "contact_state_list_open_button").accessibleName()
    assert "He has said so" in row


def test_it_is_used_by_keyboard_alone(contact: ContactPage, vault: Vault) -> None:
    contact.setFocus()
    press(contact, Qt.Key.Key_3, Qt.Key.Key_Tab, Qt.Key.Key_Right)
    plan = plan_in(vault)
    assert (plan.contact, plan.contact_until) == (Contact.NONE, date(2026, 6, 1))


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_and_everything_has_a_name(
    workspace: Workspace, show_page: ShowPage, theme: Theme, applied_theme: Theme, scale: float
) -> None:
    workspace.do("", plans.begin, "Sam", "\u05d3\u05e0\u05d9 " + "N" * 50, Pronoun.THEY)
    workspace.do("", plans.set_contact, Contact.NONE, date(2026, 6, 1), "a very long word " + "x" * 200)
    theme.set_text_scale(scale)
    page = ContactPage(workspace)
    show_page(page, width=800, height=600)
    assert cut_widgets(page) == []
    assert [control for control in controls_on(page) if not (control.accessibleName() and control.objectName())] == []
