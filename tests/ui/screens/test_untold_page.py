"""The locked list: its own passphrase, every word saved sealed, one way out that gives nothing away."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.person import click, press, type_words
from tests.ui.screens.entry_person import seen_as, settle, words_on
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions import sealed, sessions
from trustplanner.actions.plans import set_contact
from trustplanner.domain.errors import Code, KnownError
from trustplanner.domain.plans import Contact
from trustplanner.domain.sealed import UNTOLD
from trustplanner.storage.queries.sealed import sealed_note
from trustplanner.storage.queries.sessions import agenda
from trustplanner.storage.sealing import open_seal
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.screens.main_window import Planner
from trustplanner.ui.screens.untold_page import UntoldPage

OWN = "four quiet words here"
FACT = "On 9 March I took 400."


class Person:
    """Somebody at the page of the list."""

    def __init__(self, planner: Planner, workspace: Workspace, qtbot: QtBot) -> None:
        self.planner, self.workspace, self.qtbot = planner, workspace, qtbot
        planner.go(Destination("untold"))
        settle()

    @property
    def page(self) -> UntoldPage:
        return self.planner.findChildren(UntoldPage)[0]

    def type_into(self, name: str, words: str) -> None:
        seen_as(QLineEdit, self.page, name).setFocus()
        type_words(self.page, words)

    def click(self, name: str) -> None:
        click(seen_as(Button, self.page, name))

    def begin(self, first: str = OWN, again: str = OWN) -> None:
        self.type_into("untold_new_field", first)
        self.type_into("untold_again_field", again)
        self.click("untold_begin_button")
        settle()

    def wait_until_open(self) -> WritingField:
        self.qtbot.waitUntil(lambda: self.sees("untold_writing_field"))
        return seen_as(WritingField, self.page, "untold_writing_field")

    def open(self, passphrase: str = OWN) -> None:
        self.type_into("untold_passphrase_field", passphrase)
        press(self.page, Qt.Key.Key_Return)

    def sees(self, name: str) -> bool:
        return any(each.isVisible() for each in self.page.findChildren(QWidget, name))

    def write(self, words: str) -> None:
        self.wait_until_open().setFocus()
        type_words(self.page, words)
        self.qtbot.waitUntil(lambda: "Saved, locked" in words_on(self.page))

    def words_in_vault(self) -> str:
        note = self.workspace.read(sealed_note, UNTOLD)
        assert note is not None
        return open_seal(note.wrapped, OWN, UNTOLD).unseal(note.sealed)


@pytest.fixture
def person(open_planner: OpenPlanner, workspace: Workspace, qtbot: QtBot) -> Person:
    return Person(open_planner(), workspace, qtbot)


def test_before_the_first_word_it_says_that_counsellors_may_keep_no_secrets(person: Person) -> None:
    assert any("keep no secrets" in words for words in words_on(person.page))
    assert not person.sees("untold_writing_field")


def test_what_is_typed_is_saved_sealed_and_opens_with_its_own_passphrase(person: Person) -> None:
    person.begin()
    person.write(FACT)
    note = person.workspace.read(sealed_note, UNTOLD)
    assert note is not None
    assert FACT not in note.sealed
    assert person.words_in_vault() == FACT


def test_two_unlike_passphrases_begin_nothing(person: Person) -> None:
    person.begin(OWN, OWN + "s")
    assert any("not the same" in words for words in words_on(person.page))
    assert person.workspace.read(sealed_note, UNTOLD) is None


def test_leaving_the_page_locks_the_list_and_keeps_every_word(person: Person) -> None:
    person.begin()
    person.wait_until_open().setFocus()
    type_words(person.page, FACT)
    person.planner.go(Destination("today"))
    assert person.words_in_vault() == FACT, "saved although nobody waited"
    person.planner.go(Destination("untold"))
    settle()
    assert person.sees("untold_passphrase_field")
    assert not person.sees("untold_writing_field")
    assert FACT not in "".join(field.toPlainText() for field in person.page.findChildren(WritingField))
    person.open(OWN + "s")
    person.qtbot.waitUntil(lambda: any("does not open the list" in words for words in words_on(person.page)))
    person.type_into("untold_passphrase_field", "")
    seen_as(QLineEdit, person.page, "untold_passphrase_field").clear()
    person.open()
    assert person.wait_until_open().toPlainText() == FACT


def test_after_a_new_start_it_is_locked(person: Person, open_planner: OpenPlanner) -> None:
    person.begin()
    person.write(FACT)
    person.planner.save_typing()
    person.planner.window().close()
    again = Person(open_planner(), person.workspace, person.qtbot)
    assert again.sees("untold_passphrase_field")
    again.open()
    assert again.wait_until_open().toPlainText() == FACT


def test_its_one_way_out_is_a_line_on_the_agenda_without_a_word_of_it(person: Person) -> None:
    day = person.workspace.today + timedelta(3)
    session = person.workspace.do_quietly(sessions.add_session, day, None, "Ruth")
    person.begin()
    person.write(FACT)
    person.click("untold_take_button")
    assert [line.words for line in person.workspace.read(agenda, session.id)] == ["Something I have not said yet"]
    assert any(words.startswith("On the agenda of") for words in words_on(person.page))


def test_without_a_session_it_leads_to_where_one_is_set(person: Person) -> None:
    person.begin()
    person.wait_until_open()
    person.click("untold_take_button")
    settle()
    assert not person.page.isVisible()


def test_once_all_is_told_the_whole_list_goes_and_undo_brings_it_back(person: Person) -> None:
    person.begin()
    person.write(FACT)
    person.click("untold_told_button")
    assert person.workspace.read(sealed_note, UNTOLD) is None
    assert person.sees("untold_new_field")
    person.workspace.undo()
    assert person.words_in_vault() == FACT
    assert person.sees("untold_passphrase_field"), "back, and locked"


def test_without_contact_nothing_speaks_of_telling_her(person: Person) -> None:
    person.workspace.do_quietly(set_contact, Contact.NONE)
    assert not any("told once" in words for words in words_on(person.page))


def test_another_note_is_never_begun_over_it(person: Person) -> None:
    person.begin()
    person.write(FACT)
    with pytest.raises(Exception, match="changed_since"):
        person.workspace.do_quietly(sealed.begin_note, UNTOLD, "b3RoZXI=", "b3RoZXI=")
    assert person.words_in_vault() == FACT


def test_on_a_full_disk_nothing_is_removed_and_no_word_is_lost(person: Person) -> None:
    refused: list[KnownError] = []
    person.workspace.refused.connect(refused.append)
    person.begin()
    field = person.wait_until_open()
    driver = person.workspace.runner.vault._file.driver
    pages = driver.execute("PRAGMA page_count").fetchone()[0]
    driver.execute(f"PRAGMA max_page_count = {pages}")
    field.setFocus()
    field.insertPlainText(FACT * 2000)
    person.click("untold_told_button")
    assert [error.code for error in refused] == [Code.DISK_FULL]
    assert field.toPlainText() == FACT * 2000
    driver.execute("PRAGMA max_page_count = 1000000")
    person.page.save_typing()
    assert person.words_in_vault() == FACT * 2000
