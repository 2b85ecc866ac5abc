from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from tests.ui.kit.pictures import color_at, colors_in, picture, shows
from tests.ui.kit.screen_reader import name_of
from tests.ui.person import click, press, type_words
from trustplanner.domain.path import Whose
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.painted_button import PaintedButton
from trustplanner.ui.kit.quote_line import QuoteLine
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.writing_field import WritingField

ShowWindow = Callable[..., QWidget]


@pytest.fixture
def line(theme: Theme) -> QuoteLine:
    line = QuoteLine(theme, said_words="She said", guess_words="I guess", name="path_line")
    line.fill("You made me feel stupid.", Whose.SAID, "From memory, 3 May")
    return line


def _button(line: QuoteLine, what: str) -> PaintedButton:
    button = line.findChild(PaintedButton, f"path_line_{what}_button")
    assert isinstance(button, PaintedButton)
    return button


def _field(line: QuoteLine) -> WritingField:
    field = line.findChild(WritingField)
    assert isinstance(field, WritingField)
    return field


def _shown(line: QuoteLine) -> str:
    """The words as they stand on the page."""
    return next(label.text() for label in line.findChildren(TextLabel) if label.isVisible())


def _heard(line: QuoteLine) -> list[str]:
    heard: list[str] = []
    line.words_edited.connect(heard.append)
    line.whose_chosen.connect(lambda whose: heard.append(f"whose: {whose}"))
    line.edit_finished.connect(lambda: heard.append("finished"))
    line.delete_requested.connect(lambda: heard.append("delete"))
    return heard


def test_quotation_marks_bar_and_ink_change_together(show_window: ShowWindow, line: QuoteLine, theme: Theme) -> None:
    show_window(line)
    heard = _heard(line)
    theirs, edge = theme.color("theirs").name(), theme.color("edge").name()
    words = next(label for label in line.findChildren(TextLabel) if label.isVisible())
    assert _shown(line) == "“You made me feel stupid.”"
    bar = {color_at(picture(line), 0, y) for y in range(4, line.height() - 5)}
    assert bar == {theirs}
    assert shows(picture(words), words.rect(), theme, "theirs")
    click(_button(line, "whose_guess"))
    assert heard == ["whose: guess"]
    assert _shown(line) == "You made me feel stupid."
    bar = {color_at(picture(line), 0, y) for y in range(4, line.height() - 5)}
    assert theirs not in bar
    assert edge in bar
    assert len(bar) > 1  # dotted
    assert not shows(picture(words), words.rect(), theme, "theirs")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Stop.", "“Stop.”"),
        ("“Stop.”", "“Stop.”"),
        ('"Stop."', "“Stop.”"),
        ('He said "stop"', '“He said "stop"”'),
        ('"Go" and "stop"', '“"Go" and "stop"”'),
        ("<b>No</b> & \N{PENSIVE FACE}", "“<b>No</b> & \N{PENSIVE FACE}”"),
    ],
)
def test_words_are_quoted_once_and_shown_as_they_are(
    show_window: ShowWindow, line: QuoteLine, written: str, shown: str
) -> None:
    show_window(line)
    line.fill(written, Whose.SAID, "")
    assert _shown(line) == shown


def test_showing_a_line_says_nothing_to_the_owner(show_window: ShowWindow, line: QuoteLine) -> None:
    show_window(line)
    heard = _heard(line)
    line.fill("Something else", Whose.GUESS, "Ask, do not press")
    line.start_editing()
    assert heard == []


def test_words_are_changed_with_the_keyboard_alone(show_window: ShowWindow, line: QuoteLine) -> None:
    before = QPushButton("before")
    show_window(before, line)
    heard = _heard(line)
    before.setFocus()
    visited = []
    for _ in range(3):
        press(line, Qt.Key.Key_Tab)
        visited.append(line.window().focusWidget().objectName())
    assert visited == ["path_line_whose_said_button", "path_line_edit_button", "path_line_delete_button"]
    press(line, Qt.Key.Key_Backtab)
    press(line, Qt.Key.Key_Return)
    assert line.window().focusWidget() is _field(line)
    type_words(line, " So")
    assert heard == ["You made me feel stupid. S", "You made me feel stupid. So"]
    press(line, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert heard[-1] == "finished"
    assert _shown(line) == "“You made me feel stupid. So”"
    assert line.window().focusWidget() is _button(line, "edit")


def test_a_click_on_the_words_makes_them_editable(show_window: ShowWindow, line: QuoteLine) -> None:
    show_window(line)
    words = next(label for label in line.findChildren(TextLabel) if label.isVisible())
    click(words)
    assert line.is_being_written
    assert _field(line).toPlainText() == "You made me feel stupid."


def test_escape_keeps_what_is_written(show_window: ShowWindow, line: QuoteLine) -> None:
    show_window(line)
    line.start_editing()
    type_words(line, "!")
    press(line, Qt.Key.Key_Escape)
    assert not line.is_being_written
    assert _shown(line) == "“You made me feel stupid.!”"


def test_leaving_the_line_ends_the_writing_but_its_own_buttons_do_not(show_window: ShowWindow, line: QuoteLine) -> None:
    after = QPushButton("after")
    show_window(line, after)
    line.start_editing()
    click(_button(line, "whose_guess"))
    assert line.is_being_written
    after.setFocus()
    assert not line.is_being_written


def test_the_same_button_ends_the_writing(show_window: ShowWindow, line: QuoteLine) -> None:
    show_window(line)
    click(_button(line, "edit"))
    assert name_of(_button(line, "edit")).startswith("Finish: ")
    click(_button(line, "edit"))
    assert not line.is_being_written
    assert name_of(_button(line, "edit")) == "Edit: “You made me feel stupid.”"


def test_a_refresh_does_not_take_the_words_out_of_the_hand(show_window: ShowWindow, line: QuoteLine) -> None:
    show_window(line)
    line.start_editing()
    type_words(line, " Then")
    line.fill("You made me feel stupid. The", Whose.SAID, "From memory, 3 May")
    assert _field(line).toPlainText() == "You made me feel stupid. Then"
    press(line, Qt.Key.Key_Escape)
    assert _shown(line) == "“You made me feel stupid. Then”"


def test_empty_words_ask_to_delete_and_are_never_saved(show_window: ShowWindow, line: QuoteLine) -> None:
    show_window(line)
    heard = _heard(line)
    line.start_editing()
    _field(line).selectAll()
    press(line, Qt.Key.Key_Delete)
    press(line, Qt.Key.Key_Escape)
    assert heard == ["finished", "delete"]


def test_delete_is_asked_for_not_done(show_window: ShowWindow, line: QuoteLine) -> None:
    show_window(line)
    heard = _heard(line)
    click(_button(line, "delete"))
    assert heard == ["delete"]
    assert _shown(line) == "“You made me feel stupid.”"


def test_edit_and_delete_are_seen_only_while_the_line_is_in_use(show_window: ShowWindow, line: QuoteLine) -> None:
    after = QPushButton("after")
    show_window(line, after)
    after.setFocus()
    edit = _button(line, "edit")

    def is_seen() -> bool:
        return len(colors_in(picture(edit), edit.rect())) > 1

    assert not is_seen()
    edit.setFocus(Qt.FocusReason.TabFocusReason)
    assert is_seen()
    after.setFocus()
    assert not is_seen()


def test_the_bar_stands_at_the_right_where_people_read_so(
    show_window: ShowWindow, line: QuoteLine, theme: Theme
) -> None:
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    show_window(line)
    assert color_at(picture(line), line.width() - 1, 20) == theme.color("theirs").name()
    assert color_at(picture(line), 0, 20) != theme.color("theirs").name()
