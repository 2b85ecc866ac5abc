from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from tests.ui.person import press, type_words
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.words_line import WordsLine


@pytest.fixture
def line(applied_theme: Theme, show_window: Callable[..., QWidget]) -> WordsLine:
    line = WordsLine(applied_theme, name="some_words_field", most=20)
    show_window(line)
    line.setFocus()
    return line


def paste(line: WordsLine, words: str) -> None:
    QGuiApplication.clipboard().setText(words)
    press(line, Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("breaks", ["\n", "\r\n", " \n\n\t", "\u2028", "\u2029", "\x85"])
def test_pasted_line_breaks_become_one_space(line: WordsLine, breaks: str) -> None:
    type_words(line, "one")
    paste(line, f"{breaks}two")
    type_words(line, "!")
    assert line.text() == "one two!"


def test_the_cursor_stays_behind_what_was_pasted(line: WordsLine) -> None:
    type_words(line, "ad")
    press(line, Qt.Key.Key_Left)
    paste(line, "b\r\nc")
    type_words(line, "x")
    assert line.text() == "ab cxd"


def test_no_more_is_taken_than_fits(line: WordsLine) -> None:
    paste(line, "y" * 30)
    assert line.text() == "y" * 20


@pytest.mark.parametrize("words", ["z" * 40, "\U0001f33f" * 20])
def test_what_is_there_already_is_never_cut(line: WordsLine, words: str) -> None:
    line.fill(words)
    assert line.words() == words


def test_spaces_around_the_words_do_not_count(line: WordsLine) -> None:
    type_words(line, "  one ")
    assert line.words() == "one"
