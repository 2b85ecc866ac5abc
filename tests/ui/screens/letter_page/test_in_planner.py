"""The letter in the whole planner: the ways there, a lock in the middle, every window, and words without contact."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QTextEdit, QWidget

from tests.content.test_no_contact import PROPOSALS
from tests.ui.person import press, type_words
from tests.ui.screens.entry_person import everything_said_on, is_seen, press_button, settle
from tests.ui.screens.letter_page.conftest import WORDS
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions import letters, path, plans
from trustplanner.domain.letters import LISTENING_PROMPT, LetterState
from trustplanner.domain.path import Whose
from trustplanner.domain.plans import Contact, Pronoun, SafetyAnswer, SafetyQuestion
from trustplanner.storage.queries.letters import letters as every_letter
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.chip import Chip
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.screens.letter_page import LetterPage, PreparingPage
from trustplanner.ui.screens.letter_page.tray import TrayEntry
from trustplanner.ui.screens.main_window import Planner

LONG_NAME = "Wilhelmina-Constantia van der Meersbergen-Oosterhout Tenbrink"[:60]


@pytest.fixture
def letter_id(workspace: Workspace, listened: None) -> str:
    letter = workspace.do_quietly(letters.begin_letter)
    workspace.do_quietly(letters.write_letter, letter.id, WORDS)
    return letter.id


def shown(planner: Planner) -> str:
    settle()
    [page] = [page for page in planner.findChildren(Page) if page.isVisible()]
    return page.objectName()


def test_the_path_leads_to_the_letter_and_the_letter_to_the_page_about_no_and_back(
    open_planner: OpenPlanner, letter_id: str
) -> None:
    planner = open_planner()
    planner.go(Destination("path", "amends_letter"))
    press_button(planner, "path_letter_button")
    assert shown(planner) == "letter_page"
    press_button(planner, "letter_offered_entry")
    assert shown(planner) == "letter_no_page"
    press_button(planner, "letter_no_back_button")
    assert shown(planner) == "letter_page"
    assert is_seen(planner, "sidebar_path_button")


def test_amends_says_where_the_letter_is_and_leads_there(
    open_planner: OpenPlanner, workspace: Workspace, letter_id: str
) -> None:
    planner = open_planner()
    planner.go(Destination("amends"))
    workspace.do("", letters.take_step, letter_id, LetterState.NOT_WANTED)
    assert "Not wanted" in [label.text() for label in planner.findChildren(TextLabel) if label.isVisible()]
    press_button(planner, "amends_letter_button")
    assert shown(planner) == "letter_page"
    answers = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO) | {SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES}
    planner.go(Destination("amends"))
    workspace.do("Safety", plans.answer_safety, answers, keep_answers=False)
    settle()
    assert not is_seen(planner, "amends_letter_button")


def test_a_lock_in_the_middle_of_a_word_brings_back_the_letter_the_words_and_the_cursor(
    open_planner: OpenPlanner, workspace: Workspace, letter_id: str
) -> None:
    planner = open_planner()
    planner.go(Destination("letter"))
    type_words(planner, "Ana, ")
    planner.save_typing()
    again = open_planner()
    assert shown(again) == "letter_page"
    field = again.findChild(WritingField, "letter_field")
    assert field is not None
    assert (field.toPlainText(), field.textCursor().position()) == ("Ana, " + WORDS, 5)
    type_words(again, "x")
    again.save_typing()
    assert workspace.read(every_letter)[0].words == "Ana, x" + WORDS


def test_a_lock_on_the_page_about_no_keeps_the_plan(open_planner: OpenPlanner, letter_id: str) -> None:
    planner = open_planner()
    planner.go(Destination("letter_no", letter_id))
    settle()
    type_words(planner, "Go to w")
    planner.save_typing()
    again = open_planner()
    assert shown(again) == "letter_no_page"
    field = again.findChild(WritingField, "letter_if_no_field")
    assert field is not None
    assert field.toPlainText() == "Go to w"


def test_what_begins_to_be_hidden_closes_the_letter_and_loses_no_word(
    open_planner: OpenPlanner, workspace: Workspace, letter_id: str
) -> None:
    planner = open_planner()
    planner.go(Destination("letter"))
    type_words(planner, "Ana, ")
    answers = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO) | {SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES}
    planner.go(Destination("safety"))
    workspace.do("Safety", plans.answer_safety, answers, keep_answers=False)
    planner.go(Destination("letter"))
    assert shown(planner) == "safety_page"
    assert workspace.read(every_letter)[0].words == "Ana, " + WORDS


def test_undo_in_the_planner_puts_a_tag_back(open_planner: OpenPlanner, workspace: Workspace, letter_id: str) -> None:
    planner = open_planner()
    planner.go(Destination("letter", f"{letter_id}:tag"))
    settle()
    press(planner, Qt.Key.Key_3)
    chip = planner.findChild(Chip, "letter_sentence_1_chip")
    assert chip is not None
    assert chip.words() == "My part"
    workspace.undo()
    assert chip.words() == "Tag this sentence"


def letter_page(workspace: Workspace, folder: Path, detail: str) -> Page:
    page = LetterPage(workspace, DeviceSettings(folder / "settings.ini"))
    page.show_detail(detail)
    return page


def preparing_page(workspace: Workspace, _folder: Path, detail: str) -> Page:
    page = PreparingPage(workspace)
    page.show_detail(detail)
    return page


@pytest.mark.parametrize("make", [letter_page, preparing_page])
@pytest.mark.parametrize("has_listened", [True, False])
def test_without_contact_neither_page_proposes_any(
    workspace: Workspace,
    show_page: Callable[..., QWidget],
    tmp_path: Path,
    make: Callable[[Workspace, Path, str], Page],
    has_listened: bool,
) -> None:
    workspace.do("", plans.set_contact, Contact.NONE)
    if has_listened:
        workspace.do("", path.add_line, LISTENING_PROMPT, "I felt stupid", Whose.SAID)
    letter = workspace.do("", letters.begin_letter).result
    workspace.do("", letters.write_letter, letter.id, "I lied. I was out.")
    page = make(workspace, tmp_path, f"{letter.id}:tag" if make is letter_page else letter.id)
    show_page(page)
    said = everything_said_on(page)
    assert said
    assert [words for words in said for pattern in PROPOSALS if re.search(pattern, words, re.IGNORECASE)] == []


@pytest.mark.parametrize("detail", ["write", "tag"])
def test_everything_that_can_be_used_has_a_name(
    workspace: Workspace, letter_id: str, show_page: Callable[..., QWidget], tmp_path: Path, detail: str
) -> None:
    page = letter_page(workspace, tmp_path, f"{letter_id}:{detail}")
    show_page(page)
    settle()
    used = [
        widget
        for kind in (QAbstractButton, QTextEdit)
        for widget in page.findChildren(kind)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    names = [QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name) for widget in used]
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("detail", ["write", "tag"])
def test_nothing_is_cut_in_the_smallest_window(
    workspace: Workspace,
    letter_id: str,
    show_page: Callable[..., QWidget],
    applied_theme: Theme,
    tmp_path: Path,
    scale: float,
    detail: str,
) -> None:
    workspace.do("", plans.begin, "Sam", LONG_NAME, Pronoun.THEY, LONG_NAME)
    workspace.do("", plans.set_contact, Contact.LIMITED)
    workspace.do("", letters.write_letter, letter_id, "אמרתי לך שקר. " * 4 + "\N{CRYING FACE} " * 60 + "w" * 90)
    workspace.do("", letters.rename_letter, letter_id, "N" * 120)
    workspace.do("", letters.take_step, letter_id, LetterState.READ, None, LONG_NAME)
    workspace.do("", letters.begin_letter)
    applied_theme.set_text_scale(scale)
    page = letter_page(workspace, tmp_path, f"{letter_id}:{detail}")
    show_page(page, width=900 - 72, height=600)
    settle()
    [inside] = page.findChildren(QWidget, "scrolled")
    assert inside.width() <= page.width()
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, (TextLabel, Button, Chip, TrayEntry)):
            left = widget.mapTo(page, widget.rect().topLeft()).x()
            assert left >= 0, widget.objectName()
            assert left + widget.width() <= page.width(), widget.objectName()
            needed = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else 0
            assert widget.height() >= needed, widget.objectName() or widget.accessibleName()
