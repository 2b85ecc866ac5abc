"""A person who types on the path until the process is killed; run as a module by `test_typing`.

Says `typed N` after each letter. With no argument but the vault it never ends by itself.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.builders import PASSPHRASE
from tests.words import shipped_words
from trustplanner.actions.runner import Runner
from trustplanner.starting import local_clock
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.theme import load_theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.screens.path_page import PathPage

BETWEEN_LETTERS = 90  # milliseconds: 11 letters a second, as a fast typist
WORDS = "on that evening i told her that i was at work and i was not "
PROMPT = "hurt_what_did_you_do"


def letters(count: int) -> str:
    """The first letters that are typed."""
    return (WORDS * (count // len(WORDS) + 1))[:count]


def type_until_killed(path: str) -> None:
    app = QApplication([])
    theme = load_theme(app)
    theme.apply_to(app)
    runner = Runner(Vault.open(Path(path), PASSPHRASE), local_clock)
    page = PathPage(Workspace(runner, shipped_words(), theme, Background(app)))
    page.show_detail(PROMPT)
    page.resize(1280, 800)
    page.show()
    page.activateWindow()
    page.setFocus()
    field = page.findChild(WritingField, "path_answer_field")
    assert isinstance(field, WritingField)
    typed = 0

    def type_letter() -> None:
        nonlocal typed
        QTest.keyClicks(field, letters(typed + 1)[-1])
        typed += 1
        os.write(1, f"typed {typed}\n".encode())

    timer = QTimer(interval=BETWEEN_LETTERS)
    timer.timeout.connect(type_letter)
    timer.start()
    app.exec()


if __name__ == "__main__":
    type_until_killed(sys.argv[1])
