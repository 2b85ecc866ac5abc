"""No word that is typed on the path is lost: kills, locks, full fields, vaults that cannot be written."""

import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import PASSPHRASE
from tests.moved_clock import MovedClock
from tests.ui.screens.path_page.path_person import FACTS, LINES, PathPerson
from tests.ui.screens.path_page.typing_child import PROMPT, letters
from tests.words import shipped_words
from trustplanner.actions import path, plans
from trustplanner.actions.runner import Runner
from trustplanner.domain.errors import Code, KnownError
from trustplanner.domain.path import LONGEST_ANSWER
from trustplanner.domain.plans import Pronoun
from trustplanner.storage.keys import TEST
from trustplanner.storage.queries.path import path_answer
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.path_page import PathPage

ShowPage = Callable[..., QWidget]
ROOT = Path(__file__).resolve().parents[4]
MOST_LOST = 15  # letters
SHORTEST, LONGEST = 25, 45  # letters until the kill
STRANGE_WORDS = (
    "אמרתי לאנה שאני בעבודה.",
    "\N{CRYING FACE} \N{FAMILY}",
    "<b>bold</b> & <script>",
    "a\tb\n\n\nc",
    "\u200f\u202eabc",
)


def paste(person: PathPerson, words: str) -> None:
    """Paste with the key, as from another program."""
    QApplication.clipboard().setText(words)
    person.press_keys(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


# --- kills and locks


def test_a_kill_while_typing_costs_at_most_the_last_second(tmp_path: Path, clock: MovedClock) -> None:
    file = tmp_path / "mine.vault"
    with Vault.create(file, PASSPHRASE, TEST) as vault:
        Runner(vault, clock).do("Begin", plans.begin, "Sam", "Ana", Pronoun.SHE)
    wanted = random.Random(20260504).randint(SHORTEST, LONGEST)  # noqa: S311  (seeded on purpose)
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.screens.path_page.typing_child", str(file)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert child.stdout is not None
    typed = 0
    for line in child.stdout:
        typed = int(line.removeprefix("typed "))
        if typed == wanted:
            child.kill()
            break
    child.wait()
    child.stdout.close()
    assert typed == wanted, "it ended too early"
    with Vault.open(file, PASSPHRASE) as vault:
        answer = vault.read(path_answer, PROMPT, None)
    assert answer is not None
    assert letters(wanted + 1).startswith(answer.words), "what is saved is what was typed"
    assert len(answer.words) >= wanted - MOST_LOST


def test_words_and_place_are_there_when_the_vault_is_opened_again(
    person: PathPerson, theme: Theme, background: Background, clock: MovedClock, show_page: ShowPage
) -> None:
    person.open(LINES)
    person.type("I stopped telling my mo")
    person.page.save_typing()  # what locking asks of every page
    detail, vault = person.page.detail(), person.workspace.runner.vault
    file = vault.path
    vault.close(backup=False)
    with Vault.open(file, PASSPHRASE) as reopened:
        workspace = Workspace(Runner(reopened, clock), shipped_words(), theme, background)
        page = PathPage(workspace)
        page.show_detail(detail)
        show_page(page)
        again = PathPerson(page)
        page.setFocus()
        assert again.heading == "Acknowledge the hurt, question 4 of 6"
        assert again.field.objectName() == "path_answer_field", "the name by which the window finds the cursor's field"
        assert again.field.hasFocus()
        again.type("ther")
        assert again.field.toPlainText() == "I stopped telling my mother"
        page.save_typing()
        assert again.words(LINES) == "I stopped telling my mother"
        page.hide()


# --- what cannot be saved


@pytest.fixture
def read_only(
    vault: Vault, runner: Runner, plan: object, theme: Theme, background: Background, clock: MovedClock,
    show_page: ShowPage,
) -> Iterator[PathPerson]:  # fmt: skip
    """A path on a vault that cannot be written any more."""
    runner.do("Write", path.write_answer, FACTS, "I lied")
    vault.close(backup=False)
    with Vault.open(vault.path, PASSPHRASE, writable=False) as unwritable:
        workspace = Workspace(Runner(unwritable, clock), shipped_words(), theme, background)
        page = PathPage(workspace)
        page.show_detail(FACTS)
        show_page(page)
        page.setFocus()
        person = PathPerson(page)
        yield person
        page.deleteLater()  # with what it still tries to save
        person.settle()


def test_words_that_cannot_be_saved_stay_with_a_sentence_beside_them(read_only: PathPerson, qtbot: QtBot) -> None:
    assert read_only.reads("Saved at 20:00.")
    read_only.type(" twice")
    qtbot.waitUntil(lambda: read_only.reads("can be read but not written."))
    assert not read_only.reads("Saved at")
    read_only.choose("hurt_cost")
    assert read_only.title == "What did you do?", "the page stays with the words"
    assert read_only.field.toPlainText() == "I lied twice"
    with pytest.raises(KnownError) as refused:
        read_only.page.save_typing()
    assert refused.value.code is Code.READ_ONLY


# --- long, wide and strange words


def test_an_answer_of_ten_thousand_characters_is_kept_whole(person: PathPerson, qtbot: QtBot) -> None:
    person.open(FACTS)
    words = "On that evening I told her that I was at work. " * 213
    paste(person, words)
    assert len(words) > 10_000
    qtbot.waitUntil(lambda: person.words(FACTS) == words)
    person.choose("hurt_cost")
    person.choose(FACTS)
    assert person.field.toPlainText() == words


def test_a_megabyte_is_refused_in_one_sentence_and_nothing_is_lost(person: PathPerson) -> None:
    person.open(FACTS)
    person.type("Before.")
    paste(person, "word " * 200_000)
    assert person.field.toPlainText() == "Before."
    assert person.reads("A field holds at most 50000 characters, so nothing was added.")
    person.type(" After.")
    assert not person.reads("A field holds at most")
    person.leave_field()
    assert person.words(FACTS) == "Before. After."


def test_a_full_field_takes_no_further_letter_but_lets_go_of_any(person: PathPerson) -> None:
    person.open(FACTS)
    paste(person, "w" * LONGEST_ANSWER)
    person.type("x")
    assert person.reads("A field holds at most 50000 characters, so nothing was added.")
    person.press_keys(Qt.Key.Key_Backspace)
    person.type("y")
    person.leave_field()
    assert person.words(FACTS) == "w" * (LONGEST_ANSWER - 1) + "y"


def test_a_line_is_as_long_as_any_answer_and_no_longer(person: PathPerson) -> None:
    person.open(LINES)
    person.type("one")
    person.press_button("add_line")
    (line,) = person.kept_lines()
    person.press_button_of_line(line.id, "edit")
    paste(person, "word " * 200_000)
    assert person.reads("A field holds at most 50000 characters, so nothing was added.")
    person.press_keys(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert person.kept_lines() == (line,)


@pytest.mark.parametrize("words", STRANGE_WORDS)
def test_words_are_shown_and_kept_as_they_are(person: PathPerson, words: str) -> None:
    person.open(FACTS)
    paste(person, words)
    person.leave_field()
    assert person.words(FACTS) == words
    person.choose("hurt_cost")
    person.choose(FACTS)
    assert person.field.toPlainText() == words
    person.open(LINES)
    paste(person, words)
    person.press_button("add_line")
    (line,) = person.kept_lines()
    assert line.words == words
    assert person.reads(words)


def test_pasted_words_leave_their_looks_behind(person: PathPerson) -> None:
    person.open("own_one_sentence")
    paste(person, "told <i>you</i>")
    person.leave_field()
    assert person.reads("I told <i>you</i>.")
