"""Before the first word: listening comes first, softly, and what was typed on the path is brought over."""

from tests.ui.screens.letter_page.conftest import OpenLetter
from tests.ui.screens.letter_page.letter_person import LetterPerson
from trustplanner.actions import path
from trustplanner.domain.letters import LETTER_PROMPT, LISTENING_PROMPT
from trustplanner.domain.path import Whose
from trustplanner.storage.queries.path import path_answer
from trustplanner.ui.kit.banner import Banner
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField

BANNER = "letter_listening_banner"


def test_while_nothing_of_theirs_is_written_down_the_page_says_why_listening_comes_first(
    open_letter: OpenLetter,
) -> None:
    person = open_letter()
    assert person.reads("Listening comes first.")
    assert person.reads("A letter that comes after listening answers what was said")
    assert person.seen(WritingField) == []
    person.press_button("lines")
    assert person.went == [Destination("path", LISTENING_PROMPT)]
    assert person.letters() == ()


def test_whoever_writes_all_the_same_passes_and_that_is_said_in_plain_words(open_letter: OpenLetter) -> None:
    person = open_letter()
    person.press_button("ahead")
    assert person.focused is person.field
    assert person.letter().written_ahead_on == person.workspace.today
    assert person.the(Banner, BANNER).sentence() == "Begun on 4 May, before any words of Ana were written down."
    person.workspace.do_quietly(path.add_line, LISTENING_PROMPT, "I felt stupid", Whose.SAID)
    assert person.the(Banner, BANNER).sentence() == ("Listening first: lines that Ana said, written down: 1.")


def test_the_banner_counts_what_was_said_and_guessed_and_leads_there(person: LetterPerson) -> None:
    banner = person.the(Banner, BANNER)
    assert banner.sentence() == "Listening first: lines that Ana said, written down: 1. Guesses of yours: 1."
    banner.link_button.click()
    assert person.went == [Destination("path", LISTENING_PROMPT)]


def test_with_their_words_there_the_first_letter_is_begun_with_one_press(
    open_letter: OpenLetter, listened: None
) -> None:
    person = open_letter()
    assert person.reads("No letter is begun yet.")
    person.press_button("begin")
    person.type("Ana, I lied.")
    person.page.save_typing()
    assert (person.letter().words, person.letter().written_ahead_on) == ("Ana, I lied.", None)


def test_what_was_typed_on_the_path_is_the_first_letter_and_undo_puts_it_back(
    open_letter: OpenLetter, listened: None, workspace: Workspace
) -> None:
    workspace.do_quietly(path.write_answer, LETTER_PROMPT, "Ana, I lied.\n\nTwice.")
    person = open_letter()
    assert person.field.toPlainText() == "Ana, I lied.\n\nTwice."
    workspace.undo()
    assert person.letters() == ()
    assert person.reads("No letter is begun yet.")
    answer = workspace.read(path_answer, LETTER_PROMPT, None)
    assert answer is not None
    assert answer.words == "Ana, I lied.\n\nTwice."


def test_words_brought_over_stay_while_the_gate_stands(open_letter: OpenLetter, workspace: Workspace) -> None:
    workspace.do_quietly(path.write_answer, LETTER_PROMPT, "Ana, I lied.")
    person = open_letter()
    assert person.reads("What is written in this letter stays as it is.")
    person.press_button("ahead")
    assert person.field.toPlainText() == "Ana, I lied."
    assert person.letter().written_ahead_on == workspace.today


def test_before_a_second_letter_the_first_one_stays_in_reach(open_letter: OpenLetter) -> None:
    person = open_letter()
    person.press_button("ahead")
    person.type("First.")
    person.press_button("new")
    assert person.reads("Listening comes first.")
    assert person.seen(WritingField) == []
    person.press_button(person.letter().id)
    assert person.field.toPlainText() == "First."
