"""How hard a passphrase is to guess, in words."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kit.screen_reader import description_of
from tests.ui.person import type_words
from tests.words import shipped_words
from trustplanner.ui.kit.fields import PassphraseField
from trustplanner.ui.kit.passphrase_strength import ESTIMATED, StrengthLine, hardness
from trustplanner.ui.kit.theme import Theme

ShowWindow = Callable[..., QWidget]
WORDS = shipped_words().create().strength


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("password", 0),
        ("river1984", 1),
        ("river1984!", 2),
        ("lamp orchard", 3),
        ("lamp orchard seven canoe", 4),
    ],
)
def test_words_that_belong_together_are_easy_and_four_that_do_not_are_hard(passphrase: str, expected: int) -> None:
    assert hardness(passphrase) == expected


def test_a_passphrase_of_any_length_is_estimated() -> None:
    assert hardness("a" * 10_000) == hardness("a" * ESTIMATED) < 2
    assert hardness("lamp orchard seven canoe " * 400) == 4


def test_the_line_says_it_soon_after_the_last_key_and_nothing_of_an_empty_field(
    show_window: ShowWindow, theme: Theme, qtbot: QtBot
) -> None:
    field = PassphraseField(theme, name="a_field")
    line = StrengthLine(theme, field, WORDS)
    show_window(field, line)
    assert not line.isVisible()
    field.line.setFocus()
    type_words(field, "password")
    qtbot.waitUntil(line.isVisible)
    assert line.text() == f"{WORDS.words[0]} {WORDS.note}"
    assert description_of(field.line) == WORDS.words[0]
    field.line.selectAll()
    type_words(field, "lamp orchard seven canoe")
    qtbot.waitUntil(lambda: line.text().startswith(WORDS.words[4]))
    field.line.selectAll()
    field.line.textEdited.emit("")
    assert not line.isVisible()


def test_what_is_typed_stands_nowhere_in_the_line(show_window: ShowWindow, theme: Theme) -> None:
    field = PassphraseField(theme, name="a_field")
    line = StrengthLine(theme, field, WORDS)
    show_window(field, line)
    field.line.setFocus()
    type_words(field, "river1984")
    line.estimate_now()
    assert "river1984" not in line.text() + line.accessibleName() + field.line.accessibleDescription()
