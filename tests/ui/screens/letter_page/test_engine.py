"""The engine that comes with the program asks in the margin of a real letter."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.screens.letter_page.letter_person import LetterPerson
from trustplanner.actions import letters
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.letter_page import LetterPage
from trustplanner.ui.screens.letter_page.engine import shipped_hints

WORDS = "You waited for an hour. I'm sorry if I hurt you. You said: “I'm sorry if I hurt you.”"


def test_a_known_slip_is_asked_about_in_its_sentence(
    applied_theme: Theme,
    workspace: Workspace,
    listened: None,
    show_page: Callable[..., QWidget],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    letter = workspace.do_quietly(letters.begin_letter)
    workspace.do_quietly(letters.write_letter, letter.id, WORDS)
    find = shipped_hints(workspace.catalogue.letter_hints())
    page = LetterPage(workspace, DeviceSettings(tmp_path / "settings.ini"), find)
    page.show_detail(f"{letter.id}:tag")
    show_page(page)
    person = LetterPerson(page)
    qtbot.waitUntil(lambda: person.reads("“I'm sorry if I hurt you”"), timeout=10_000)
    person.press_button("leave_hint")
    assert not person.reads("A question, not a correction"), "what is quoted is not asked about"


def test_pressure_is_about_safety_and_has_no_other_words(workspace: Workspace) -> None:
    find = shipped_hints(workspace.catalogue.letter_hints())
    [hint] = find("If you leave I'll do something stupid.")
    assert hint.is_about_safety
    assert hint.rephrasing == ""
