"""What the tests of the letter may ask for: a person in front of its page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.screens.letter_page.letter_person import LetterPerson
from trustplanner.actions import letters, path
from trustplanner.domain.letters import LISTENING_PROMPT
from trustplanner.domain.path import Whose
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.letter_page import LetterPage

WORDS = "I told you I was at work. I was out with Chris. You waited."
OpenLetter = Callable[..., LetterPerson]


@pytest.fixture
def open_letter(
    applied_theme: Theme, workspace: Workspace, show_page: Callable[..., QWidget], tmp_path: Path
) -> OpenLetter:
    """Come to the page, as the main window leads there; a second call is what comes after a lock."""

    def open_it(detail: str = "", width: int = 1280) -> LetterPerson:
        page = LetterPage(workspace, DeviceSettings(tmp_path / "settings.ini"))
        page.show_detail(detail)
        show_page(page, width=width)
        page.setFocus()
        return LetterPerson(page)

    return open_it


@pytest.fixture
def listened(workspace: Workspace) -> None:
    """Words of Ana's are written down."""
    workspace.do_quietly(path.add_line, LISTENING_PROMPT, "I felt stupid", Whose.SAID)
    workspace.do_quietly(path.add_line, LISTENING_PROMPT, "She may be afraid", Whose.GUESS)


@pytest.fixture
def person(open_letter: OpenLetter, listened: None, workspace: Workspace) -> LetterPerson:
    """Sam at a letter of three sentences."""
    letter = workspace.do_quietly(letters.begin_letter)
    workspace.do_quietly(letters.write_letter, letter.id, WORDS)
    return open_letter()
