"""The first scene, in the real window: from the kind of breach to a letter in the tray, promises and a planned talk.

Nothing is prepared: an empty vault, and a person who only clicks what is seen and types where the cursor stands.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import delete_closed_windows
from tests.ui.person import click, press, type_words
from tests.ui.screens.entry_person import answer_all_no, everything_said_on
from tests.ui.screens.opened_planner import OpenPlanner, planner_opener
from tests.ui.screens.seen_amends import bring_into_view, found, is_seen, press_button, settle, write
from tests.words import shipped_words
from trustplanner.actions.runner import Runner
from trustplanner.domain.letters import LISTENING_PROMPT, LetterState, SentenceKind, state_of_letter
from trustplanner.domain.plans import Contact
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.storage.queries.conversations import talks
from trustplanner.storage.queries.harms import harms, repairs
from trustplanner.storage.queries.letters import letter_steps, letter_tags, letters
from trustplanner.storage.queries.path import path_lines
from trustplanner.storage.queries.plans import the_plan
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner

LETTER = "On 14 November I told you I was at work. I was with Chris. You moved the appointment because of it."
PRESSING = ("!", "forgive me", "you should trust", "well done", "great job", "proud of you")


@pytest.fixture
def fresh(runner: Runner, applied_theme: Theme, background: Background) -> Workspace:
    """A vault that was just made: no plan, nothing."""
    return Workspace(runner, shipped_words(), applied_theme, background)


@pytest.fixture
def first_start(fresh: Workspace, qtbot: QtBot, tmp_path: Path) -> Iterator[OpenPlanner]:
    """Open the planner on it."""
    yield planner_opener(fresh, qtbot, tmp_path)
    delete_closed_windows()


class Newcomer:
    """Knows nothing of the program; remembers everything that was read."""

    def __init__(self, planner: Planner) -> None:
        self.planner = planner
        self.read: set[str] = set()

    def look(self) -> None:
        settle()
        self.read |= set(everything_said_on(self.planner))

    def click(self, name: str) -> None:
        """Scrolled to and clicked, whatever it is."""
        widget = found(self.planner, QWidget, name)
        bring_into_view(widget)
        click(widget)
        self.look()

    def press(self, name: str) -> None:
        press_button(self.planner, name)
        self.look()

    def go(self, place: str) -> None:
        self.click(f"sidebar_{place}_button")

    def write(self, name: str, words: str) -> None:
        write(self.planner, name, words)

    def type(self, words: str) -> None:
        type_words(self.planner, words)
        self.look()


def begin(person: Newcomer) -> None:
    for name, words in (("own_name", "Sam"), ("their_name", "Ana"), ("counsellor", "Ruth")):
        person.write(f"first_run_{name}_field", words)
    person.click("first_run_pronoun_segment_she_button")
    person.press("first_run_names_on_button")
    person.click("first_run_kind_partner_list_affair_button")
    person.press("first_run_kind_on_button")
    person.press("first_run_cross_on_button")
    answer_all_no(person.planner, "first_run_safety")
    person.press("first_run_safety_on_button")
    person.click("first_run_contact_state_list_open_button")
    person.press("first_run_contact_on_button")


def listen(person: Newcomer) -> None:
    """What she said is written down before any letter."""
    person.go("path")
    while not is_seen(person.planner, "path_add_line_button"):
        person.press("path_skip_button")
    person.type("You looked me in the eye.")
    person.press("path_add_line_button")
    [line] = person.planner.workspace.read(path_lines, LISTENING_PROMPT)
    person.click(f"path_line_{line.id}_whose_said_button")


def name_a_harm_and_its_repair(person: Newcomer) -> None:
    person.go("amends")
    person.press("amends_first_harm_button")
    person.type("She lies awake.")
    press(person.planner, Qt.Key.Key_Return)
    person.look()


def promise(person: Newcomer, title: str, will: str) -> None:
    person.go("amends")
    person.press("amends_new_commitment_button")
    person.write("commitment_title_field", title)
    person.write("commitment_will_field", will)
    person.press("commitment_save_button")


def write_a_letter(person: Newcomer) -> None:
    person.go("amends")
    person.press("amends_letter_button")
    person.press("letter_begin_button")
    person.type(LETTER)
    person.click("letter_mode_tag_button")
    for key in (Qt.Key.Key_1, Qt.Key.Key_Down, Qt.Key.Key_1, Qt.Key.Key_Down, Qt.Key.Key_2):
        press(person.planner, key)
    person.look()
    person.click("letter_read_entry")
    person.press("letter_step_write_button")


def plan_a_talk(person: Newcomer) -> None:
    person.go("conversations")
    person.press("conversations_plan_button")
    person.type("Half an hour about November, on a day you choose, or not at all. A no is fine.")


def test_an_hour_alone_leads_from_the_breach_to_a_letter_promises_and_a_talk(
    fresh: Workspace, first_start: OpenPlanner
) -> None:
    planner = first_start()
    person = Newcomer(planner)
    begin(person)
    plan = fresh.read(the_plan)
    assert plan is not None
    assert (plan.kind, plan.contact) == ("affair", Contact.OPEN)
    listen(person)
    assert [line.words for line in fresh.read(path_lines, LISTENING_PROMPT)] == ["You looked me in the eye."]
    name_a_harm_and_its_repair(person)
    assert [harm.words for harm in fresh.read(harms)] == ["She lies awake."]
    assert fresh.read(repairs) == (), "nothing is filled in that nobody wrote"
    promise(person, "Ring at six", "ring at six on working days")
    promise(person, "Say where", "say where I am going before I leave")
    promise(person, "One page", "write one page about the day")
    assert len(fresh.read(every_commitment)) == 3
    write_a_letter(person)
    [letter] = fresh.read(letters)
    assert letter.words == LETTER
    kinds = [tag.kind for tag in fresh.read(letter_tags, letter.id)]
    assert sorted(kinds) == [SentenceKind.EFFECT, SentenceKind.HAPPENED, SentenceKind.HAPPENED]
    assert state_of_letter(fresh.read(letter_steps, letter.id)) is LetterState.READ
    plan_a_talk(person)
    planner.save_typing()
    [talk] = fresh.read(talks)
    assert talk.invitation.startswith("Half an hour about November")
    said = "\n".join(person.read).casefold()
    assert not [words for words in PRESSING if words in said]
