"""Where a letter is: dated, taken back, and under the contact that holds; before an offer stands the page about no."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY
from tests.moved_clock import MovedClock
from tests.ui.person import click, focus_in, press, type_words
from tests.ui.screens.letter_page.conftest import OpenLetter
from tests.ui.screens.letter_page.letter_person import LetterPerson
from trustplanner.actions import letters, plans
from trustplanner.domain.letters import LetterState
from trustplanner.domain.plans import Contact
from trustplanner.storage.queries.letters import letter_steps, letter_versions
from trustplanner.storage.queries.letters import letters as every_letter
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.dots import DotState
from trustplanner.ui.kit.draft_sheet import take_open_sheet
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.words_line import WordsLine
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.screens.letter_page import PreparingPage

ShowPage = Callable[..., QWidget]


@pytest.fixture
def with_ruth(person: LetterPerson, workspace: Workspace) -> LetterPerson:
    plan = workspace.plan
    workspace.do("Names", plans.begin, plan.own_name, plan.their_name, plan.pronoun, "Ruth")
    return person


def test_reading_it_with_somebody_is_written_down_with_its_day(with_ruth: LetterPerson, workspace: Workspace) -> None:
    person = with_ruth
    assert (person.entry(LetterState.DRAFT).dot, person.entry(LetterState.READ).dot) == (
        DotState.HERE,
        DotState.NOT_OPENED,
    )
    person.choose_state(LetterState.READ)
    assert person.the(WordsLine, "letter_step_note_field").text() == "Ruth"
    person.press_button("step_write")
    [step] = workspace.read(letter_steps, person.letter().id)
    assert (step.state, step.on, step.note) == (LetterState.READ, MONDAY, "Ruth")
    assert person.entry(LetterState.READ).accessibleName() == "Read with Ruth. 4 May"
    assert person.entry(LetterState.READ).dot is DotState.HERE
    assert len(workspace.read(letter_versions, person.letter().id)) == 1, "its words are kept"
    person.press_button("take_back")
    assert person.state() is LetterState.DRAFT
    assert person.entry(LetterState.DRAFT).dot is DotState.HERE


def test_a_lock_in_a_step_keeps_what_was_typed(
    with_ruth: LetterPerson, workspace: Workspace, open_letter: OpenLetter
) -> None:
    with_ruth.choose_state(LetterState.NOT_WANTED)
    field = with_ruth.the(WordsLine, "letter_step_note_field")
    field.setFocus()
    with_ruth.type("She said no")
    with_ruth.sheet().save_typing()
    kept = take_open_sheet(workspace)
    assert kept is not None
    again = open_letter(with_ruth.page.detail())
    again.page.open_again(kept)
    fields = [found.text() for found in again.page.window().findChildren(WordsLine, "letter_step_note_field")]
    assert fields == ["She said no"]


def test_not_wanted_is_another_ending_that_needs_no_offer(person: LetterPerson) -> None:
    person.choose_state(LetterState.NOT_WANTED)
    assert person.reads("Not wanted is an answer, and it needs no reason.")
    person.press_button("step_write")
    assert person.state() is LetterState.NOT_WANTED


def test_accepted_is_theirs_to_decide_and_comes_only_after_an_offer(person: LetterPerson) -> None:
    entry = person.entry(LetterState.ACCEPTED)
    assert (entry.accessibleName(), entry.isEnabled()) == ("Accepted. Ana decides", False)
    person.workspace.do("Offer", letters.take_step, person.letter().id, LetterState.OFFERED)
    assert person.entry(LetterState.ACCEPTED).isEnabled()
    person.choose_state(LetterState.ACCEPTED)
    assert person.reads("It does not mean that anything is forgiven.")
    person.press_button("step_write")
    assert person.state() is LetterState.ACCEPTED
    person.choose_state(LetterState.DRAFT)
    assert person.state() is LetterState.DRAFT


def test_offering_leads_to_the_page_about_no(person: LetterPerson) -> None:
    person.choose_state(LetterState.OFFERED)
    assert person.went == [Destination("letter_no", person.letter().id)]
    assert person.state() is LetterState.DRAFT


@pytest.mark.parametrize("state", [LetterState.OFFERED, LetterState.ACCEPTED, LetterState.NOT_WANTED])
def test_without_contact_there_is_no_offer_and_amends_turn_indirect(
    person: LetterPerson, workspace: Workspace, state: LetterState
) -> None:
    workspace.do("Contact", plans.set_contact, Contact.NONE)
    assert not person.seen(QWidget, f"letter_{state}_entry")
    assert person.reads("No contact covers letters, greetings, and words carried by others.")
    person.press_button("amends")
    assert person.went == [Destination("amends")]


def test_what_was_offered_before_stays_readable_without_contact(person: LetterPerson, workspace: Workspace) -> None:
    workspace.do("Offer", letters.take_step, person.letter().id, LetterState.OFFERED)
    workspace.do("Contact", plans.set_contact, Contact.NONE)
    entry = person.entry(LetterState.OFFERED)
    assert (entry.accessibleName(), entry.isEnabled()) == ("Given earlier. 4 May", False)


def test_limits_are_named_beside_the_tray(person: LetterPerson, workspace: Workspace) -> None:
    workspace.do("Contact", plans.set_contact, Contact.LIMITED)
    assert person.reads("The limits Ana set decide whether this letter leaves your hands at all.")


# --- preparing for no


class Preparing:
    """Somebody on the page about no."""

    def __init__(self, page: PreparingPage) -> None:
        self.page = page
        self.went: list[Destination] = []
        page.go_requested.connect(self.went.append)

    def reads(self, words: str) -> bool:
        return any(words in label.text() for label in self.page.findChildren(TextLabel) if label.isVisible())

    def sees(self, name: str) -> bool:
        found = self.page.findChild(QWidget, name)
        assert found is not None
        return found.isVisible()

    def press(self, name: str) -> None:
        button = self.page.findChild(QWidget, name)
        assert button is not None
        click(button)


@pytest.fixture
def preparing(person: LetterPerson, workspace: Workspace, show_page: ShowPage) -> Preparing:
    page = PreparingPage(workspace)
    page.show_detail(person.letter().id)
    show_page(page)
    page.setFocus()
    return Preparing(page)


def test_the_page_says_what_may_come_and_keeps_a_plan_for_that_day(
    preparing: Preparing, workspace: Workspace, qtbot: QtBot
) -> None:
    assert preparing.reads("What may come instead of forgiveness")
    assert preparing.reads("No, not now and silence are whole answers.")
    type_words(preparing.page, "Go to work.")
    qtbot.waitUntil(lambda: workspace.read(every_letter)[0].if_no == "Go to work.", timeout=1500)
    type_words(preparing.page, " Ring")
    preparing.page.save_typing()
    again = PreparingPage(workspace)
    again.show_detail(preparing.page.detail())
    field = again.findChild(WritingField, "letter_if_no_field")
    assert field is not None
    assert field.toPlainText() == "Go to work. Ring"
    workspace.undo()
    assert workspace.read(every_letter)[0].if_no == ""


def test_an_offer_is_only_written_down_and_never_made(
    preparing: Preparing, workspace: Workspace, clock: MovedClock
) -> None:
    clock.forward(days=1)
    workspace.notice_the_day()
    preparing.press("letter_offered_button")
    [letter] = workspace.read(every_letter)
    [step] = workspace.read(letter_steps, letter.id)
    assert (step.state, step.on) == (LetterState.OFFERED, MONDAY)
    assert preparing.went == [Destination("letter", letter.id)]
    workspace.undo()
    assert workspace.read(letter_steps, letter.id) == ()


def test_with_limits_it_asks_first_whether_they_allow_it(preparing: Preparing, workspace: Workspace) -> None:
    workspace.do("Contact", plans.set_contact, Contact.LIMITED)
    assert preparing.reads("Do the limits Ana set allow this letter?")
    assert not preparing.sees("letter_offered_button")
    preparing.press("letter_limits_segment_unknown_button")
    assert preparing.reads("Then it stays where it is. A limit is Ana’s to lift")
    assert not preparing.sees("letter_offered_button")
    preparing.press("letter_limits_segment_yes_button")
    assert preparing.sees("letter_offered_button")
    assert not preparing.reads("Then it stays where it is.")


def test_without_contact_nothing_can_be_written_down_here(preparing: Preparing, workspace: Workspace) -> None:
    workspace.do("Contact", plans.set_contact, Contact.NONE)
    assert not preparing.sees("letter_offered_button")
    assert not preparing.sees("letter_limits_segment")
    back = preparing.page.findChild(Button, "letter_no_back_to_letter_button")
    assert back is not None
    click(back)
    assert preparing.went[-1].place == "letter"


def test_every_entry_of_the_tray_is_reached_and_pressed_by_keyboard(person: LetterPerson) -> None:
    person.entry(LetterState.READ).setFocus()
    press(person.page, Qt.Key.Key_Return)
    assert person.sheet().objectName() == "letter_read_sheet"
    assert focus_in(person.page).objectName() == "letter_step_day_field"


def test_a_letter_that_is_gone_cannot_be_prepared_for(preparing: Preparing, workspace: Workspace) -> None:
    workspace.do("Begin", letters.begin_letter)
    workspace.do("Delete", letters.delete_letter, preparing.page.detail())
    assert not preparing.sees("letter_if_no_field")
    workspace.undo()
    assert preparing.sees("letter_if_no_field")
