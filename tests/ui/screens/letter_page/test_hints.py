"""Questions in the margin: one at a time, after a pause, left aside for good, and never a grade."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.screens.letter_page.letter_person import LetterPerson
from trustplanner.actions import letters
from trustplanner.domain.letter_sentences import sentences
from trustplanner.storage.queries.letters import hints_left
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.letter_page import LetterPage
from trustplanner.ui.screens.letter_page.hints import Hint
from trustplanner.ui.screens.letter_page.margin import HintNote

WORDS = "I lied, but you shouted. I am sorry if it hurt. You waited."


def look_for(text: str) -> Sequence[Hint]:
    """Knows three words."""
    known = {"but": False, " if ": False, "or else": True}
    return [
        Hint(word.strip(), each.words, each.words, f"Does “{word.strip()}” help?", "No.", "Leave it out.", is_safety)
        for each in sentences(text)
        for word, is_safety in known.items()
        if word in each.words
    ]  # fmt: skip


@pytest.fixture
def person(
    applied_theme: Theme,
    workspace: Workspace,
    listened: None,
    show_page: Callable[..., QWidget],
    tmp_path: Path,
) -> LetterPerson:
    letter = workspace.do_quietly(letters.begin_letter)
    workspace.do_quietly(letters.write_letter, letter.id, WORDS)
    page = LetterPage(workspace, DeviceSettings(tmp_path / "settings.ini"), look_for)
    page.show_detail("")
    show_page(page)
    page.setFocus()
    return LetterPerson(page)


def asks(person: LetterPerson) -> str:
    """The rule that is asked about now."""
    note = person.page.findChild(HintNote)
    assert note is not None
    return note.hint.rule if note.hint is not None and note.isVisible() else ""


def test_one_question_stands_in_the_margin_and_its_sentence_stands_out(person: LetterPerson, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: asks(person) == "but")
    assert person.reads("A question, not a correction")
    assert person.reads("“I lied, but you shouted” Does “but” help?")
    assert not person.reads("Does “if” help?")


def test_a_question_that_is_left_aside_does_not_come_back_and_the_next_one_comes(
    person: LetterPerson, qtbot: QtBot, workspace: Workspace
) -> None:
    qtbot.waitUntil(lambda: asks(person) == "but")
    person.press_button("leave_hint")
    assert asks(person) == "if"
    person.press_button("leave_hint")
    assert asks(person) == ""
    assert len(workspace.read(hints_left, person.letter().id)) == 2
    assert not any(person.reads(words) for words in ("A question", "nothing", "No question")), "nothing is praised"
    workspace.undo()
    assert asks(person) == "if"


def test_a_question_goes_with_its_sentence_and_comes_after_a_pause(person: LetterPerson, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: asks(person) == "but")
    person.field.selectAll()
    person.type("You waited")
    assert asks(person) == "", "it is gone at once"
    person.type(". I stayed, but late.")
    assert asks(person) == "", "nothing comes while somebody types"
    qtbot.waitUntil(lambda: asks(person) == "but", timeout=3000)


def test_pressure_leads_to_people_and_never_to_a_tip(person: LetterPerson, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: asks(person) == "but")
    person.field.moveCursor(QTextCursor.MoveOperation.End)
    person.type(" Come back or else.")
    qtbot.waitUntil(lambda: asks(person) == "or else", timeout=3000)
    assert not person.reads("A question, not a correction")
    assert person.the(Button, "letter_support_button").words() == "Need to talk to someone now?"
    assert person.reads("If somebody is in danger now, you too, call the emergency number first.")
    assert not person.reads("Leave it out.")
    person.press_button("support")
    assert person.went == [Destination("support")]
