"""Writing a letter and saying what each sentence does: every word is kept, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.moved_clock import MovedClock
from tests.ui.person import click
from tests.ui.screens.letter_page.conftest import WORDS, OpenLetter
from tests.ui.screens.letter_page.letter_person import LetterPerson
from trustplanner.actions import letters, plans
from trustplanner.domain.letters import LONGEST_LETTER, SentenceKind
from trustplanner.domain.plans import Contact, Pronoun
from trustplanner.storage.queries.letters import letter_versions
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.workspace import Workspace

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_letter_saves_itself_while_it_is_typed_and_is_one_undo_step(person: LetterPerson, qtbot: QtBot) -> None:
    person.field.moveCursor(QTextCursor.MoveOperation.End)
    person.type(" An hour.")
    qtbot.waitUntil(lambda: person.letter().words == WORDS + " An hour.", timeout=1500)
    assert person.the(TextLabel, "letter_saved_label").text().startswith("Saved at ")
    person.type(" In the rain.")
    person.choose_mode("tag")
    assert person.letter().words == WORDS + " An hour. In the rain."
    person.workspace.undo()
    assert person.letter().words == WORDS
    person.choose_mode("write")
    assert person.field.toPlainText() == WORDS


def test_the_letter_is_read_sentence_by_sentence_and_tagged_with_keys(person: LetterPerson) -> None:
    person.choose_mode("tag")
    assert [row.words() for row in person.rows()] == [
        "I told you I was at work.",
        "I was out with Chris.",
        "You waited.",
    ]
    assert person.chips() == ["Tag this sentence"] * 3
    person.page.setFocus()
    person.keys(Qt.Key.Key_1, Qt.Key.Key_Down, Qt.Key.Key_1, Qt.Key.Key_Down, Qt.Key.Key_2)
    assert person.chips() == ["What happened", "What happened", "Effect on Ana"]
    assert person.tags() == {
        "I told you I was at work.": SentenceKind.HAPPENED,
        "I was out with Chris.": SentenceKind.HAPPENED,
        "You waited.": SentenceKind.EFFECT,
    }
    assert (person.count(SentenceKind.HAPPENED), person.count(SentenceKind.EFFECT)) == ("2", "1")
    assert person.count(SentenceKind.REQUEST) == "0"
    person.keys(Qt.Key.Key_0, Qt.Key.Key_Up, Qt.Key.Key_Delete)
    assert person.chips() == ["What happened", "Tag this sentence", "Tag this sentence"]
    assert person.reads("2 without a tag")
    person.workspace.undo()
    assert person.chips()[1] == "What happened"


@pytest.mark.qt_log_ignore("This plugin does not support")  # menus, offscreen
def test_the_mouse_chooses_from_the_list_of_kinds(person: LetterPerson, qtbot: QtBot) -> None:
    person.choose_mode("tag")
    click(person.rows()[1].chip)
    menu = person.page.findChild(QMenu, "letter_kinds_menu")
    assert menu is not None
    qtbot.waitUntil(menu.isVisible)
    assert len(menu.actions()) == len(SentenceKind) + 1
    menu.actions()[2].trigger()
    menu.close()
    assert person.chips()[1] == "My part"


def test_enter_and_a_press_on_the_words_write_at_that_sentence(person: LetterPerson) -> None:
    person.choose_mode("tag")
    person.page.setFocus()
    person.keys(Qt.Key.Key_Down, Qt.Key.Key_Return)
    person.type(" Often.")
    assert person.field.toPlainText() == "I told you I was at work. I was out with Chris. Often. You waited."
    person.keys(Qt.Key.Key_Return, modifier=CTRL)
    focused = [row.words() for row in person.rows() if row.chip.hasFocus()]
    assert focused == ["Often."]
    click(person.rows()[3])
    person.type(" Long.")
    assert person.field.toPlainText().endswith("You waited. Long.")


def test_places_are_found_behind_emoji_and_in_other_scripts(person: LetterPerson, workspace: Workspace) -> None:
    words = "\N{CRYING FACE}\N{CRYING FACE} Yes. אמרתי לך. מה?"
    workspace.do("Write", letters.write_letter, person.letter().id, words)
    person.choose_mode("tag")
    click(person.rows()[1])
    person.type("X")
    assert person.field.toPlainText() == "\N{CRYING FACE}\N{CRYING FACE} Yes. אמרתי לך.X מה?"


def test_a_tag_stays_with_its_sentence_while_words_are_typed_around_it(person: LetterPerson) -> None:
    workspace, key = person.workspace, person.letter().id
    workspace.do("Tag", letters.tag_sentence, key, "I was out with Chris.", SentenceKind.HAPPENED)
    person.field.moveCursor(QTextCursor.MoveOperation.Start)
    person.type("On 3 May. ")
    assert person.count(SentenceKind.HAPPENED) == "1", "while it is typed, too"
    person.choose_mode("tag")
    assert person.chips()[2] == "What happened"


def test_a_lock_in_the_middle_keeps_every_word_and_the_place(person: LetterPerson, open_letter: OpenLetter) -> None:
    person.field.moveCursor(QTextCursor.MoveOperation.End)
    person.type(" And th")
    person.page.save_typing()
    again = open_letter(person.page.detail())
    assert again.field.toPlainText() == WORDS + " And th"
    again.choose_mode("tag")
    third = open_letter(again.page.detail())
    assert len(third.rows()) == 4


def test_more_than_a_letter_holds_is_refused_whole_and_said(person: LetterPerson, workspace: Workspace) -> None:
    workspace.do("Write", letters.write_letter, person.letter().id, "w" * LONGEST_LETTER)
    person.type("x")
    assert len(person.field.toPlainText()) == LONGEST_LETTER
    assert person.reads("A field holds at most 200000 characters")


def test_the_words_of_an_earlier_day_can_be_read_and_taken_back(
    person: LetterPerson, clock: MovedClock, workspace: Workspace
) -> None:
    clock.forward(days=1)
    person.field.selectAll()
    person.type("I lied.")
    person.press_button("history")
    assert person.the(TextLabel, "letter_version_label").text() == WORDS
    person.press_button("take_words")
    assert person.letter().words == WORDS
    assert person.field.toPlainText() == WORDS
    kept = [version.words for version in workspace.read(letter_versions, person.letter().id)]
    assert kept == [WORDS, "I lied."]
    workspace.undo()
    assert person.field.toPlainText() == "I lied."


def test_before_a_day_is_over_there_are_no_earlier_words(person: LetterPerson) -> None:
    person.press_button("history")
    assert person.reads("No earlier words are kept yet.")


def test_there_can_be_several_letters_with_names_of_their_own(person: LetterPerson) -> None:
    person.type("First. ")
    person.press_button("new")
    assert person.field.toPlainText() == ""
    person.type("To the children")
    first, second = person.letters()
    assert (first.words, person.reads("Letter 2")) == ("First. " + WORDS, True)
    person.press_button("name")
    person.type("Short one")
    person.press_button("name_it")
    assert person.letter(1).title == "Short one"
    assert person.the(TextLabel, "letter_name_label").text() == "Short one"
    person.press_button(first.id)
    assert person.field.toPlainText() == "First. " + WORDS
    assert person.letter(1).words == "To the children"
    person.press_button(second.id)
    person.press_button("delete")
    assert [each.id for each in person.letters()] == [first.id]
    assert person.field.toPlainText() == "First. " + WORDS
    person.workspace.undo()
    assert person.letter(1).words == "To the children"


def test_deleting_the_only_letter_leads_to_the_beginning_and_undo_brings_it_back(person: LetterPerson) -> None:
    person.press_button("delete")
    assert person.reads("No letter is begun yet.")
    person.workspace.undo()
    assert person.field.toPlainText() == WORDS


def test_the_title_and_the_kinds_follow_the_name_and_the_contact(person: LetterPerson, workspace: Workspace) -> None:
    assert person.the(TextLabel, "letter_title_label").text() == "A letter to Ana"
    workspace.do("Names", plans.begin, "Sam", "Jo", Pronoun.THEY, "Ruth")
    assert person.the(TextLabel, "letter_title_label").text() == "A letter to Jo"
    assert person.reads("About Jo")
    workspace.do("Contact", plans.set_contact, Contact.NONE)
    assert person.the(TextLabel, "letter_title_label").text() == "A letter that stays here"


@pytest.mark.parametrize("width", [1280, 900])
def test_a_chip_stands_beside_its_sentence(open_letter: OpenLetter, person: LetterPerson, width: int) -> None:
    narrow = open_letter(f"{person.letter().id}:tag", width=width)
    narrow.settle()
    for row in narrow.rows():
        assert row.rect().contains(row.chip.mapTo(row, row.chip.rect().center()))
        assert row.chip.width() >= row.chip.sizeHint().width()


def test_tab_passes_all_sentences_with_one_stop(person: LetterPerson) -> None:
    person.choose_mode("tag")
    person.page.setFocus()
    QTest.keyClick(person.rows()[0].chip, Qt.Key.Key_Tab)
    assert not any(row.chip.hasFocus() for row in person.rows())


def test_the_sentences_of_a_long_letter_are_counted_when_the_person_pauses(
    person: LetterPerson, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.do("Write", letters.write_letter, person.letter().id, "I lied to you. " * 1500)
    assert person.reads("1500 without a tag")
    person.field.moveCursor(QTextCursor.MoveOperation.End)
    person.type("No.")
    qtbot.waitUntil(lambda: person.reads("1501 without a tag"), timeout=3000)
